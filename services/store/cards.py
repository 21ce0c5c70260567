"""Who carries which card, and what readers saw of cards and people that nobody here is known by; at the hub only. What
nobody is known by is kept as long as swipes are, until somebody says whose it is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from services.core.cards import shown
from services.core.moments import milliseconds, moment_of
from services.store.fed_tables import cards, strange_swipes

MOST_MATCHED = 5000


@dataclass(frozen=True, slots=True)
class Strange:
    """A passage that is no swipe yet, as nobody knows who it was (`card`, `employee_no`) or what the reader of a device
    means (`zone` is None then)."""

    mark: str
    at: datetime
    device: str
    serial: int | None
    door_no: int
    reader_no: int
    zone: str | None
    inward: bool
    card: str
    employee_no: str


def cards_of(connection: sa.Connection) -> dict[str, str]:
    """People by card number, as it was told."""
    return {row.number: row.person for row in connection.execute(sa.select(cards))}


def give_card(connection: sa.Connection, number: str, person: str, now: datetime) -> None:
    """From now on the card is this person's, whosever it was."""
    take_card(connection, number)
    connection.execute(sa.insert(cards), {"number": shown(number), "person": person, "since": milliseconds(now)})


def take_card(connection: sa.Connection, number: str) -> str | None:
    """The card is nobody's any more; whose it was."""
    same = cards.c.number == shown(number)
    person: str | None = connection.execute(sa.select(cards.c.person).where(same)).scalar()
    connection.execute(sa.delete(cards).where(same))
    return person


def keep_strange(connection: sa.Connection, many: Iterable[Strange]) -> int:
    """Keeps passages, each once; how many were given."""
    rows = [{**{name: getattr(one, name) for name in _FIELDS}, "at": milliseconds(one.at)} for one in many]
    if rows:
        connection.execute(_KEEPING, rows)
    return len(rows)


def strangers(connection: sa.Connection, most: int = MOST_MATCHED) -> list[Strange]:
    """The passages that wait to be matched, the newest first."""
    query = sa.select(strange_swipes).order_by(strange_swipes.c.at.desc(), strange_swipes.c.mark).limit(most)
    return [_strange(row._mapping) for row in connection.execute(query)]


def strangers_between(connection: sa.Connection, begins: datetime, ends: datetime) -> list[Strange]:
    """Those of a stretch whose zone is known."""
    inside = strange_swipes.c.at >= milliseconds(begins), strange_swipes.c.at < milliseconds(ends)
    query = sa.select(strange_swipes).where(*inside, strange_swipes.c.zone.is_not(None))
    return [_strange(row._mapping) for row in connection.execute(query)]


def drop_strange(connection: sa.Connection, marks: Iterable[str]) -> None:
    """They have become swipes."""
    some = list(marks)
    for start in range(0, len(some), 500):
        connection.execute(sa.delete(strange_swipes).where(strange_swipes.c.mark.in_(some[start : start + 500])))


def let_go(connection: sa.Connection, now: datetime, keep: timedelta) -> int:
    """Lets those go that are older than that; how many."""
    old = strange_swipes.c.at < milliseconds(now - keep)
    return connection.execute(sa.delete(strange_swipes).where(old)).rowcount


def forget(connection: sa.Connection, person: str) -> None:
    """Lets the cards of a person go, and what was seen of them while nobody knew whose they were."""
    numbers = connection.execute(sa.select(cards.c.number).where(cards.c.person == person)).scalars().all()
    connection.execute(sa.delete(cards).where(cards.c.person == person))
    gone = [one.mark for one in strangers(connection, 10**9) if one.card and shown(one.card) in set(numbers)]
    drop_strange(connection, gone)


def _strange(row: Mapping[Any, Any]) -> Strange:
    return Strange(**{**{name: row[name] for name in _FIELDS}, "at": moment_of(row["at"])})


_FIELDS = ("mark", "at", "device", "serial", "door_no", "reader_no", "zone", "inward", "card", "employee_no")
_KEEPING = sa.text(
    f"INSERT INTO strange_swipes ({', '.join(_FIELDS)}) VALUES ({', '.join(':' + one for one in _FIELDS)})"
    " ON CONFLICT (mark) DO UPDATE SET zone = excluded.zone, inward = excluded.inward"
)
