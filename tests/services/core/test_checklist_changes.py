"""What a version of a checklist has otherwise than the one before it, and items that are copied."""

from dataclasses import replace

import pytest

from services.core.checklist_changes import ItemChange, doubled, free_key, item_changes
from services.core.checklists import CheckItem

A, B, C, D = (CheckItem(key=key, text=f"item {key}") for key in "abcd")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ((A, B), (A, B), []),
        ((A, B), (A, C, B), [ItemChange("added", "item c")]),
        ((A, B, C), (A, C), [ItemChange("removed", "item b")]),
        ((A, B, C), (B, C, A), [ItemChange("moved", "item a")]),
        ((A, B, C, D), (D, A, B, C), [ItemChange("moved", "item d")]),
        ((A,), (replace(A, text="other"),), [ItemChange("changed", "other", "item a")]),
        ((A,), (replace(A, required=False),), [ItemChange("changed", "item a")]),
        (
            (A, B),
            (C,),
            [ItemChange("added", "item c"), ItemChange("removed", "item a"), ItemChange("removed", "item b")],
        ),
    ],
)
def test_items_are_told_by_what_became_of_them(
    old: tuple[CheckItem, ...], new: tuple[CheckItem, ...], said: list[ItemChange]
) -> None:
    assert list(item_changes(old, new)) == said


def test_a_copy_stands_below_with_a_key_of_its_own() -> None:
    items = doubled((A, B), 0)
    assert [item.text for item in items] == ["item a", "item a", "item b"]
    assert len({item.key for item in items}) == 3
    assert free_key(items, "a") == "a3"
