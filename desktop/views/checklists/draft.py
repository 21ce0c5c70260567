"""A checklist while it is edited: its name and its items, every step of which can be taken back and done again."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from desktop.steps import Steps
from services.core.checklist_changes import doubled, free_key
from services.core.checklists import FIELD_KINDS, CheckItem, ItemKind, Items, Purpose
from services.core.shape import written


@dataclass(frozen=True)
class Sheet:
    """What is written at one moment."""

    name: str
    items: Items


class Draft(Steps[Sheet]):
    """`checklist` is the one that is changed, "" for a new one, `number` the version that the changes are made
    on, `purpose` what it is for."""

    def __init__(self, sheet: Sheet, checklist: str = "", number: int = 0, purpose: Purpose = "check") -> None:
        super().__init__(sheet)
        self.checklist, self.number = checklist, number
        self.purpose: Purpose = purpose

    @property
    def sheet(self) -> Sheet:
        """What is written now."""
        return self.now

    @property
    def kept_as(self) -> str:
        """By what it is found while it is not saved: the checklist that it changes, else what it is to be for."""
        return self.checklist or new_of(self.purpose)

    @property
    def changed(self) -> bool:
        """Whether there is anything to save."""
        return self.now != self.first

    def rename(self, name: str) -> None:
        """Another name; what is typed in one go is one step."""
        self.take(replace(self.sheet, name=name), ("", "name"))

    def add(self, kind: ItemKind, text: str, at: int) -> None:
        """A new item of a kind, before the one at this place."""
        choices = ("", "") if kind == "choice" else ()
        item = CheckItem(key=free_key(self.sheet.items, kind), text=text, kind=kind, choices=choices)
        if self.purpose != "check":
            item = replace(item, hazard=None, required=False)
        items = self.sheet.items
        self.take(replace(self.sheet, items=(*items[:at], item, *items[at:])))

    def paste(self, items: Items, at: int) -> None:
        """More items, before the one at this place; as one step."""
        if self.purpose != "check":
            items = tuple(_as_field(item) for item in items)
        there = self.sheet.items
        self.take(replace(self.sheet, items=(*there[:at], *items, *there[at:])))

    def move(self, place: int, to: int) -> None:
        """The item at a place stands at another one, counted without it."""
        items = list(self.sheet.items)
        items.insert(to, items.pop(place))
        self.take(replace(self.sheet, items=tuple(items)))

    def double(self, place: int) -> None:
        """The item once more, below it."""
        self.take(replace(self.sheet, items=doubled(self.sheet.items, place)))

    def remove(self, place: int) -> None:
        """The item is gone."""
        items = self.sheet.items
        self.take(replace(self.sheet, items=(*items[:place], *items[place + 1 :])))

    def change(self, place: int, **values: Any) -> None:
        """Other values for the item at a place; what is typed into one field in one go is one step."""
        items = self.sheet.items
        item = replace(items[place], **values)
        self.take(replace(self.sheet, items=(*items[:place], item, *items[place + 1 :])), (item.key, min(values)))

    def kept(self) -> dict[str, Any]:
        """What of it is kept on this computer, as JSON values: all but the steps."""
        sheets = {"first": _written(self.first), "now": _written(self.sheet)}
        return {"checklist": self.checklist, "number": self.number, "purpose": self.purpose, **sheets}


def _as_field(item: CheckItem) -> CheckItem:
    kind: ItemKind = item.kind if item.kind in FIELD_KINDS else "text"
    return replace(item, kind=kind, hazard=None, required=False)


def new_of(purpose: Purpose) -> str:
    """By what a new one for this is kept; a new checklist by nothing."""
    return "" if purpose == "check" else purpose


def again(values: Mapping[str, Any]) -> Draft:
    """The draft of what was kept. Raises KeyError, TypeError where it is none."""
    made = Draft(_read(values["first"]), values["checklist"], values["number"])
    made.now = _read(values["now"])
    return made


def _written(sheet: Sheet) -> dict[str, Any]:
    return {"name": sheet.name, "items": [asdict(item) for item in sheet.items]}


def _read(values: Mapping[str, Any]) -> Sheet:
    return Sheet(str(values["name"]), tuple(_item(item) for item in values["items"]))


def _item(values: Mapping[str, Any]) -> CheckItem:
    """An item as it was typed so far, which may still lack what it needs to be answered."""
    lists = {name: tuple(map(str, values[name])) for name in ("choices", "bad")}
    return CheckItem(**{**values, **lists})


def as_args(items: Items) -> list[dict[str, Any]]:
    """Items as an operation takes them."""
    return [written(item) for item in items]
