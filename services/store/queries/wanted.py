"""What a person wants to see of a table: texts, values and spans of time by column, and in which order. One
description, with two readers: a predicate over rows that are held (desktop.models.filtering), and SQL (paging)."""

from dataclasses import dataclass, replace
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Contains:
    """The column's text holds this one, whatever the case."""

    text: str


@dataclass(frozen=True, slots=True)
class OneOf:
    """The column's code is one of these."""

    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Between:
    """The column's moment is at or after `since` and before `until`; None leaves that end open."""

    since: datetime | None = None
    until: datetime | None = None


Condition = Contains | OneOf | Between


@dataclass(frozen=True, slots=True)
class Wanted:
    """`text` stands anywhere in a row; `columns` hold for their column, by its key. `sort` is a column's key; empty
    for the table's own order."""

    text: str = ""
    columns: tuple[tuple[str, Condition], ...] = ()
    sort: str = ""
    descending: bool = False

    @property
    def narrowed(self) -> bool:
        """Whether it leaves rows out."""
        return bool(self.text or self.columns)

    def without(self, key: str) -> "Wanted":
        """The same, but for the condition of one column."""
        return replace(self, columns=tuple(one for one in self.columns if one[0] != key))

    def where(self, key: str, condition: Condition | None) -> "Wanted":
        """The same with another condition for one column; None takes it away."""
        left = self.without(key)
        return left if condition is None else replace(left, columns=(*left.columns, (key, condition)))
