"""Who lacks what: each thing that a person's posts ask for, and whether the person has it on a day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from services.core.posts import Post

Of = Literal["course", "trade"]
Standing = Literal["ok", "soon", "expired", "missing"]
WORST: tuple[Standing, ...] = ("expired", "missing", "soon", "ok")
FOR_EVER = date.max


@dataclass(frozen=True, slots=True)
class Need:
    """A course (its id) or a certificate (its trade) that a post asks for."""

    of: Of
    what: str


@dataclass(frozen=True, slots=True)
class Gap:
    """How a person stands to a need; `until` is the day through which it was or is good, None where there is none."""

    person: str
    need: Need
    posts: tuple[str, ...]
    standing: Standing
    until: date | None = None

    @property
    def barred(self) -> bool:
        """Whether the person may not do the work: it was never there, or is over."""
        return self.standing in ("expired", "missing")


def needs_of(posts: Iterable[Post]) -> dict[Need, tuple[str, ...]]:
    """What these posts ask for together, with the names of those that do, courses first."""
    found: dict[Need, tuple[str, ...]] = {}
    some = tuple(posts)
    for post in some:
        for course in post.courses:
            need = Need("course", course)
            found[need] = (*found.get(need, ()), post.name)
    for post in some:
        for trade in post.trades:
            need = Need("trade", trade)
            found[need] = (*found.get(need, ()), post.name)
    return found


def standing(until: date | None, today: date, soon_days: int) -> Standing:
    """How something stands that is good through `until`; None: it was never there. On its last day it still is."""
    if until is None:
        return "missing"
    if until < today:
        return "expired"
    return "soon" if until != FOR_EVER and until <= today + timedelta(days=soon_days) else "ok"


def gaps_of(
    person: str,
    posts: Iterable[Post],
    held: Mapping[Need, date],
    today: date,
    soon_days: Mapping[Of, int],
) -> tuple[Gap, ...]:
    """How a person stands to everything that their posts ask for. `held` has, for each need that was ever met, the day
    through which it is good (FOR_EVER where it has no end)."""
    return tuple(
        Gap(person, need, names, standing(held.get(need), today, soon_days[need.of]), held.get(need))
        for need, names in needs_of(posts).items()
    )
