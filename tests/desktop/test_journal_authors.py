"""What nobody signed in for has an author's word too: a phone without a name, or the hub itself."""

from typing import Any

import pytest

from desktop.views.journal.sentences import sentence, who
from services.store.queries.journal import EntryRow
from tests.makers import NOON


def entry(kind: str, changes: int = 0) -> EntryRow:
    changed: tuple[dict[str, Any], ...] = tuple(
        {"kind": "inspection", "id": str(n), "before": None, "after": {}} for n in range(changes)
    )
    return EntryRow(1, "id", kind, NOON, None, "hub", "", "", None, {}, changed, "hash", NOON)


@pytest.mark.parametrize(
    ("kind", "author"),
    [("hazards.report", "未登录的手机"), ("inspections.miss", "系统"), ("coffee.make", "未登录的手机")],
)
def test_who_it_was(kind: str, author: str) -> None:
    assert who(entry(kind)) == author


def test_the_hubs_own_work_is_counted() -> None:
    assert sentence(entry("inspections.miss", changes=3), {}) == "系统 登记了 3 次漏检"
