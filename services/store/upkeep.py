"""What keeps a console's copy sound: a thorough look at it, buckets of records put right, and marks by which its
journal can be compared with another."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from services.core.refused import Refused
from services.store.digests import Digests, Sums, bucket_of
from services.store.facts import fact
from services.store.following import chained
from services.store.journal import GENESIS, beside
from services.store.laying import lay_rows
from services.store.pending import grounds, run_again, take_back, waiting_rows
from services.store.records import Records
from services.store.replica import Replica
from services.store.replica_file import sound
from services.store.tables import RECORDS, entries
from services.store.thin import Entry


def look_through(replica: Replica) -> None:
    """Reads the whole file: its pages and indexes, and that the entries here follow each other to where the console
    says it is. Raises Refused: store_damaged, chain_broken."""
    with replica.database.reading() as connection:
        sound(connection, quick=False)
        before, last = "", 0
        for part in connection.execute(sa.select(entries).order_by(entries.c.seq)).partitions(1000):
            if part[0].seq == 1:
                before = GENESIS  # of a later first one nobody here knows what it stands on
            bodies = _readable([(row.hash, row.body) for row in part], before or None)
            if not all(
                beside(body).items() <= dict(row._mapping).items() for row, body in zip(part, bodies, strict=True)
            ):
                raise Refused("store_damaged", what="entries")
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
        lay_rows(connection, kind, rows)
        for row in waiting:
            run_again(connection, row)
    return True


def marks_of(replica: Replica, most: int = 4_000) -> list[tuple[int, str]]:
    """Sequence numbers and hashes by which another journal can be compared: the newest entries, one by one, then
    ever fewer, and where the console stands."""
    with replica.database.reading() as connection:
        rows = connection.execute(sa.select(entries.c.seq, entries.c.hash).order_by(entries.c.seq.desc())).all()
        here = fact(connection, "cursor"), fact(connection, "hash")
    near = rows[: most // 2]
    far = rows[most // 2 :: max(1, 2 * len(rows) // most)]
    return [(row.seq, row.hash) for row in (*near, *far)][:most] or ([here] if here[0] else [])
