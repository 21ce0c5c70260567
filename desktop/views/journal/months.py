"""Months of the plant's calendar: when they begin and end, and those that can be chosen."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from desktop import words
from desktop.language import language


@dataclass(frozen=True, order=True, slots=True)
class Month:
    """A month by the plant's clock."""

    year: int
    number: int

    @classmethod
    def of(cls, moment: datetime) -> "Month":
        """The month in which a moment lies."""
        at = words.local(moment)
        return cls(at.year, at.month)

    @classmethod
    def read(cls, key: str) -> "Month | None":
        """The month of a `key`; None for ''."""
        year, _, number = key.partition("-")
        return cls(int(year), int(number)) if key else None

    @property
    def key(self) -> str:
        """2025-10"""
        return f"{self.year}-{self.number:02}"

    @property
    def begins(self) -> datetime:
        """Its first moment, in UTC."""
        return datetime(self.year, self.number, 1, tzinfo=language.zone).astimezone(UTC)

    @property
    def ends(self) -> datetime:
        """The first moment after it, in UTC."""
        return self.next().begins

    def next(self) -> "Month":
        """The month after it."""
        return Month(self.year + self.number // 12, self.number % 12 + 1)

    def said(self) -> str:
        """As people say it."""
        return words.month(self.begins)


def months_from(first: datetime, last: datetime) -> Iterator[Month]:
    """The months in which anything may lie between two moments, the newest first."""
    found = [Month.of(first)]
    while found[-1] < Month.of(last):
        found.append(found[-1].next())
    yield from reversed(found)
