"""The rows of the page's tables, made of the hub's answers."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from desktop import words
from services.core.shape import utc_moment
from services.core.visits import STRANGER


@dataclass(frozen=True, slots=True)
class NowRow:
    """Somebody in a zone, or a risky zone with nobody in it (`who` is empty)."""

    id: str
    zone: str
    zone_class: str
    who: str
    since: datetime | None
    flaws: tuple[str, ...]


def now_rows(found: dict[str, Any]) -> Iterator[NowRow]:
    """Of `GET /api/access/now`."""
    for zone in found["zones"]:
        place = zone["name"], zone["zone_class"]
        for one in zone["people"]:
            yield NowRow(f"{zone['zone']}{one['who']}", *place, one["who"], utc_moment(one["since"]), (*one["flaws"],))
        if not zone["people"]:
            yield NowRow(zone["zone"], *place, "", None, ())


@dataclass(frozen=True, slots=True)
class VisitRow:
    """A visit by somebody's pseudonym."""

    id: str
    who: str
    zone: str
    begins: datetime | None
    ends: datetime | None
    latest: datetime | None
    open: bool
    flaws: tuple[str, ...]

    @property
    def at(self) -> datetime | None:
        """The first moment that is known of it."""
        return self.begins or self.ends or self.latest


def visit_row(one: dict[str, Any]) -> VisitRow:
    """Of a visit as the hub tells it."""
    begins, ends, latest = (utc_moment(one[name]) if one[name] else None for name in ("begins", "ends", "latest"))
    return VisitRow(one["id"], one["who"], one["zone"], begins, ends, latest, one["open"], (*one["flaws"],))


@dataclass(frozen=True, slots=True)
class CalledRow:
    """Somebody to be accounted for in a muster; `known` is False for a card that nobody is known by."""

    id: str
    name: str
    employee_no: str
    phone: str
    team: str
    zone: str
    zone_class: str
    seen_at: datetime
    left: datetime | None
    found: str | None
    found_at: datetime | None
    known: bool

    @property
    def accounted(self) -> bool:
        """Whether nobody needs to look for them."""
        return self.left is not None or self.found == "safe"


def called_row(one: dict[str, Any]) -> CalledRow:
    """Of a row of `GET /api/musters/…/list`."""
    moments = {name: utc_moment(one[name]) if one[name] else None for name in ("seen_at", "left", "found_at")}
    return CalledRow(**{**one, **moments})


def who_said(who: str) -> str:
    """A pseudonym, or what a card is called that nobody is known by."""
    return words.say("phone.muster.card", card=who[1:]) if who.startswith(STRANGER) else who


def flaws_said(flaws: tuple[str, ...]) -> str:
    """What is odd, in words."""
    return words.listed(words.say(f"access.flaw.{one}") for one in flaws)
