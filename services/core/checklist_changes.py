"""What one version of a checklist has otherwise than another, item by item."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from services.core.checklists import ChecklistVersion, Items

What = Literal["renamed", "added", "removed", "changed", "moved"]


@dataclass(frozen=True, slots=True)
class ItemChange:
    """`text` is the item's as it is now, or as it was where it is gone, or the checklist's name; `before` the text that
    it had where that is another one."""

    what: What
    text: str
    before: str = ""


def version_changes(old: ChecklistVersion, new: ChecklistVersion) -> tuple[ItemChange, ...]:
    """From the older to the newer one: its name, then its items from the first to the last, then those that are
    gone."""
    renamed = [ItemChange("renamed", new.name, old.name)] if old.name != new.name else []
    return (*renamed, *item_changes(old.items, new.items))


def item_changes(old: Items, new: Items) -> tuple[ItemChange, ...]:
    """The same for items alone; they are known by their keys. One that others were put before is not moved."""
    return tuple(_changed(old, new))


def _changed(old: Items, new: Items) -> Iterator[ItemChange]:
    before, here = {item.key: item for item in old}, {item.key for item in new}
    stays = _in_order([item.key for item in old], [item.key for item in new])
    for item in new:
        was = before.get(item.key)
        if was is None:
            yield ItemChange("added", item.text)
        elif was != item:
            yield ItemChange("changed", item.text, was.text if was.text != item.text else "")
        elif item.key not in stays:
            yield ItemChange("moved", item.text)
    yield from (ItemChange("removed", item.text) for item in old if item.key not in here)


def _in_order(old: list[str], new: list[str]) -> set[str]:
    """As many keys as can be that stand in the same order in both: the others have been moved."""
    place = {key: number for number, key in enumerate(old)}
    runs: list[tuple[int, tuple[str, ...]]] = []
    for key in (key for key in new if key in place):
        runs.append((place[key], (*_longest(run for last, run in runs if last < place[key]), key)))
    return set(_longest(run for _, run in runs))


def _longest(runs: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return max(runs, key=len, default=())


def free_key(items: Items, wanted: str) -> str:
    """A key that no item has, from the wanted one on."""
    taken, number = {item.key for item in items}, 1
    while (key := wanted if number == 1 else f"{wanted[:36]}{number}") in taken:
        number += 1
    return key


def doubled(items: Items, place: int) -> Items:
    """The items with the one at this place once more, after it."""
    twin = replace(items[place], key=free_key(items, items[place].key))
    return (*items[: place + 1], twin, *items[place + 1 :])
