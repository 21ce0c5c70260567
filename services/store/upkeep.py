"""What keeps a console's copy sound: a thorough look at it, buckets of records put right, older entries brought in and
those past their time let go."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from services.core.refused import Refused
from services.core.shape import utc_moment
from services.store.digests import Digests, Sums, bucket_of
from services.store.facts import fact, set_fact
from services.store.following import Entry, chained, keep_entries
from services.store.pending import grounds, run_again, take_back, waiting_rows
from services.store.records import Records
from services.store.replica import Replica
from services.store.replica_file import sound
from services.store.tables import RECORDS, entries, touched

KEEP_MONTHS = 13
SLICE = 200  # entries a transaction, so that the window never waits long for its own


def look_through(replica: Replica) -> None:
    """Reads the whole file: its pages and indexes, and that the entries here follow each other to where the console
    says it is. Raises Refused: store_damaged, chain_broken."""
    with replica.database.reading() as connection:
        sound(connection, quick=False)
        before, last = "", 0
        rows = connection.execute(sa.select(entries.c.hash, entries.c.body).order_by(entries.c.seq))
        for part in rows.partitions(1000):
            bodies = _readable([(row.hash, row.body) for row in part], before or None)
            if last and bodies[0]["seq"] != last + 1:
                raise Refused("chain_broken", seq=bodies[0]["seq"], cursor=last)
            before, last = part[-1].hash, bodies[-1]["seq"]
        here = fact(connection, "cursor"), fact(connection, "hash")
        if last and (last, before) != here:
            raise Refused("chain_broken", seq=last, cursor=here[0])


def _readable(page: list[Entry], before: str | None) -> list[dict[str, Any]]:
    try:
        return chained(page, before)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Refused("store_damaged", what="entries") from error


def sums_here(replica: Replica, digests: Digests) -> tuple[int, Sums]:
    """The cursor, and the sums of the records as the hub has them: without what waits here."""
    with replica.database.reading() as connection:
        _, sums = digests.of(connection, grounds(connection))
        return int(fact(connection, "cursor") or 0), sums


def mend(replica: Replica, kind: str, bucket: int, rows: Sequence[Mapping[str, Any]], seq: int) -> bool:
    """Puts the records of a bucket right, as they are after entry `seq`; False when this console is elsewhere by
    now. What waits is taken back before and runs again after."""
    with replica.database.writing() as connection:
        if fact(connection, "cursor") != seq:
            return False
        waiting = waiting_rows(connection)
        for row in reversed(waiting):
            take_back(connection, json.loads(row.undo))
        records, table = Records(connection), RECORDS[kind]
        right = {row["id"] for row in rows}
        here = [id_ for id_ in connection.execute(sa.select(table.c.id)).scalars() if bucket_of(id_) == bucket]
        for id_ in here:
            if id_ not in right:
                records.restore(kind, id_, None)
        records.lay(kind, [dict(row) for row in rows])
        for row in waiting:
            run_again(connection, row)
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
    """Before which entry the console still lacks some that it should keep; None when it has them."""
    with replica.database.reading() as connection:
        floor = floor_of(connection)
        if floor <= 1:
            return None
        body = connection.execute(sa.select(entries.c.body).where(entries.c.seq == floor)).scalar()
        months = int(fact(connection, "keep_months") or KEEP_MONTHS)
    if body is None:
        return floor
    return floor if utc_moment(json.loads(body)["received_at"]) > months_before(now, months) else None


def months_before(now: datetime, months: int) -> datetime:
    """The same day of an earlier month, or that month's first where it has no such day."""
    place = now.year * 12 + now.month - 1 - months
    year, month = divmod(place, 12)
    try:
        return now.replace(year=year, month=month + 1)
    except ValueError:
        return now.replace(year=year, month=month + 1, day=1)


def let_go(replica: Replica, now: datetime) -> int:
    """Some entries older than the console keeps, never the newest hundred; how many went. The hub has them all."""
    with replica.database.writing() as connection:
        limit = months_before(now, int(fact(connection, "keep_months") or KEEP_MONTHS) + 1)
        newest = int(fact(connection, "cursor") or 0) - SLICE
        query = sa.select(entries.c.seq, entries.c.body).where(entries.c.seq <= newest)
        first = connection.execute(query.order_by(entries.c.seq).limit(SLICE)).all()
        old = [row.seq for row in first if utc_moment(json.loads(row.body)["received_at"]) < limit]
        if old:
            connection.execute(sa.delete(entries).where(entries.c.seq <= max(old)))
            connection.execute(sa.delete(touched).where(touched.c.seq <= max(old)))
            set_fact(connection, "floor", floor_of(connection))
    return len(old)


def marks_of(replica: Replica, most: int = 4_000) -> list[tuple[int, str]]:
    """Sequence numbers and hashes by which another journal can be compared: the newest entries, one by one, then
    ever fewer, and where the console stands."""
    with replica.database.reading() as connection:
        rows = connection.execute(sa.select(entries.c.seq, entries.c.hash).order_by(entries.c.seq.desc())).all()
        here = fact(connection, "cursor"), fact(connection, "hash")
    near = rows[: most // 2]
    far = rows[most // 2 :: max(1, 2 * len(rows) // most)]
    return [(row.seq, row.hash) for row in (*near, *far)][:most] or ([here] if here[0] else [])
