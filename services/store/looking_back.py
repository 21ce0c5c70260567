"""How far back a console's journal goes: the months that it keeps, what a person has had fetched beyond them and how
long that stays, older entries joined on, and those past their time let go."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

import sqlalchemy as sa

from services.core.refused import Refused
from services.core.shape import utc_moment, utc_text
from services.store.facts import fact, set_fact
from services.store.following import chained, keep_entries
from services.store.records import Records
from services.store.replica import Replica
from services.store.tables import entries, touched
from services.store.thin import Entry

KEEP_MONTHS = 13
STAYS = timedelta(days=7)  # what a person has had fetched
SPARE = timedelta(days=31)  # pages reach further than was asked, and are not let go and fetched again for that
SLICE = 200  # entries a transaction, so that the window never waits long for its own
MOST_SLICES = 50
Ended = Literal["", "cancelled", "none_older", "chain_broken"]


@dataclass(frozen=True, slots=True)
class Reach:
    """Where the entries here begin: `floor` is the oldest one's number, `oldest` when the hub had learned of it (None
    while none is here). `months` are kept, and `filling` says that they are not all here yet. `wanted`: entries back to
    then are being fetched. What was fetched stays until `until`; `ended` says why it is less than was wanted."""

    floor: int
    oldest: datetime | None
    months: int
    filling: bool = False
    wanted: datetime | None = None
    until: datetime | None = None
    ended: Ended = ""

    @property
    def coming(self) -> bool:
        """Whether entries are on their way that a person has asked for."""
        return self.wanted is not None


def reach_of(look: Records, now: datetime) -> Reach:
    """How far back the entries of this console go, and what is being done about it."""
    connection = look.connection
    floor, oldest, months = floor_of(connection), _oldest(connection), _months(connection)
    filling = floor > 1 and (oldest is None or oldest > months_before(now, months))
    kept = _fetched(connection, now)
    if kept is None:
        return Reach(floor, oldest, months, filling)
    since = utc_moment(kept["since"])
    coming = not kept["ended"] and floor > 1 and (oldest is None or oldest > since)
    beyond = oldest is not None and oldest <= months_before(now, months + 1)
    until = utc_moment(kept["until"]) if beyond else None
    return Reach(floor, oldest, months, filling, since if coming else None, until, kept["ended"])


def look_back(replica: Replica, since: datetime, now: datetime, until: datetime | None = None) -> None:
    """Has entries back to a moment fetched from now on, a page a round; they stay for a week, or until a moment."""
    with replica.database.writing() as connection:
        kept = _fetched(connection, now)
        since = min(since, utc_moment(kept["since"])) if kept else since
        until = max(until or now + STAYS, utc_moment(kept["until"]) if kept else now)
        set_fact(connection, "fetched", {"since": utc_text(since), "until": utc_text(until), "ended": ""})


def stop_looking_back(replica: Replica, now: datetime, why: Ended) -> bool:
    """No more are fetched; what has come stays. Whether any were."""
    with replica.database.writing() as connection:
        kept = _fetched(connection, now)
        if kept is None or kept["ended"]:
            return False
        since = _oldest(connection) or now
        set_fact(connection, "fetched", {**kept, "since": utc_text(since), "ended": why})
    return True


def floor_of(connection: sa.Connection) -> int:
    """The oldest entry that is here; one past the cursor where there is none."""
    found = connection.execute(sa.select(sa.func.min(entries.c.seq))).scalar()
    return int(found) if found is not None else int(fact(connection, "cursor") or 0) + 1


def attach(replica: Replica, page: Sequence[Entry]) -> int:
    """Keeps entries that come just before the oldest one here, the page's newest first; how many. Raises Refused:
    chain_broken, when they do not lead to it."""
    bodies = chained(page, None)
    for end in range(len(page), 0, -SLICE):
        start = max(0, end - SLICE)
        with replica.database.writing() as connection:
            floor = floor_of(connection)
            if bodies[end - 1]["seq"] != floor - 1:
                raise Refused("chain_broken", seq=bodies[end - 1]["seq"], cursor=floor)
            _leads_here(connection, page[end - 1], floor)
            keep_entries(connection, page[start:end], bodies[start:end])
            set_fact(connection, "floor", bodies[start]["seq"])
    return len(page)


def _leads_here(connection: sa.Connection, last: Entry, floor: int) -> None:
    """The entry's hash must be what the oldest one here stands on."""
    above = connection.execute(sa.select(entries.c.hash, entries.c.body).where(entries.c.seq == floor)).first()
    if above is not None:
        chained([(above.hash, above.body)], last[0])
    elif fact(connection, "hash") != last[0]:
        raise Refused("chain_broken", seq=floor - 1, cursor=floor)


def wants_older(replica: Replica, now: datetime) -> int | None:
    """Before which entry the console still lacks some that it should keep, or that a person wants to see; None when
    it has them."""
    with replica.database.reading() as connection:
        floor, oldest = floor_of(connection), _oldest(connection)
        if floor <= 1:
            return None
        limit = months_before(now, _months(connection))
        kept = _fetched(connection, now)
    if kept is not None and not kept["ended"]:
        limit = min(limit, utc_moment(kept["since"]))
    return floor if oldest is None or oldest > limit else None


def let_go(replica: Replica, now: datetime) -> int:
    """Entries older than the console keeps and nobody has asked for, never the newest; how many went. The hub has
    them all."""
    gone = 0
    for _ in range(MOST_SLICES):
        old = _let_some_go(replica, now)
        gone += old
        if not old:
            break
    return gone


def _let_some_go(replica: Replica, now: datetime) -> int:
    with replica.database.writing() as connection:
        limit = months_before(now, _months(connection) + 1)
        kept = _fetched(connection, now)
        if kept is not None:
            limit = min(limit, utc_moment(kept["since"]) - SPARE)
        newest = int(fact(connection, "cursor") or 0) - SLICE
        query = sa.select(entries.c.seq, entries.c.body).where(entries.c.seq <= newest)
        first = connection.execute(query.order_by(entries.c.seq).limit(SLICE)).all()
        old = [row.seq for row in first if _received(row.body) < limit]
        if old:
            connection.execute(sa.delete(entries).where(entries.c.seq <= max(old)))
            connection.execute(sa.delete(touched).where(touched.c.seq <= max(old)))
            set_fact(connection, "floor", floor_of(connection))
    return len(old)


def months_before(now: datetime, months: int) -> datetime:
    """The same day of an earlier month, or that month's first where it has no such day."""
    place = now.year * 12 + now.month - 1 - months
    year, month = divmod(place, 12)
    try:
        return now.replace(year=year, month=month + 1)
    except ValueError:
        return now.replace(year=year, month=month + 1, day=1)


def _months(connection: sa.Connection) -> int:
    return int(fact(connection, "keep_months") or KEEP_MONTHS)


def _oldest(connection: sa.Connection) -> datetime | None:
    body = connection.execute(sa.select(entries.c.body).order_by(entries.c.seq).limit(1)).scalar()
    return None if body is None else _received(body)


def _received(body: str) -> datetime:
    return utc_moment(json.loads(body)["received_at"])


def _fetched(connection: sa.Connection, now: datetime) -> dict[str, Any] | None:
    """What a person has had fetched, while it stays."""
    kept: dict[str, Any] | None = fact(connection, "fetched")
    return kept if kept and now < utc_moment(kept["until"]) else None
