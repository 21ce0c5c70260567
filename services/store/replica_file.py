"""Opens a console's database: a damaged one is put aside and never written again, and whatever waited is brought back
from the side log. Also exchanges the file under an open database."""

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import SQLAlchemyError

from services.core.ids import new_id
from services.core.refused import Refused
from services.core.shape import utc_text
from services.store.columns import metadata
from services.store.database import Database
from services.store.facts import fact, set_fact
from services.store.pending import keep, run_again, waiting_rows
from services.store.schema import bring_up
from services.store.side_log import Kept, SideLog
from services.store.tables import answered, conflicts, entries, pending

IDENTITY = ("device", "me", "hub", "plant", "signed_out", "last_n")
KEPT = timedelta(days=7)
FULL = "disk_full_here"
LOG_PAGES = 4_000  # 16 MB: a round of many entries writes the same pages of indexes again and again


def open_file(path: Path, log: SideLog, now: datetime) -> tuple[Database, Path | None]:
    """The database, and where a damaged one was put aside. Raises Refused: newer_store, disk_full_here."""
    database, aside = Database(path, full=FULL, log_pages=LOG_PAGES), None
    try:
        bring_up(database)
        with database.reading() as connection:
            sound(connection, quick=True)
            read_all_that_waits(connection)
    except Refused as refused:
        if refused.code != "store_damaged" and not _no_version(refused):
            raise
        aside = put_aside(database, path, now)
    except (SQLAlchemyError, ValueError, TypeError, KeyError):
        aside = put_aside(database, path, now)
    if aside is not None:
        bring_up(database)
    with database.writing() as connection:
        reconcile(connection, log)
    return database, aside


def _no_version(refused: Refused) -> bool:
    """Whether what stands in the place of a later version is none at all."""
    return refused.code == "newer_store" and not str(refused.facts["found"]).isdigit()


def sound(connection: sa.Connection, *, quick: bool) -> None:
    """What SQLite itself finds, and whether the tables have the columns that they should. Raises Refused:
    store_damaged."""
    asked = "PRAGMA quick_check(1)" if quick else "PRAGMA integrity_check(1)"
    found = connection.exec_driver_sql(asked).scalar()
    if found != "ok":
        raise Refused("store_damaged", what=str(found)[:200])
    for name, table in metadata.tables.items():
        there = connection.exec_driver_sql(f"PRAGMA table_info({name})").all()
        if {row[1] for row in there} != set(table.columns.keys()):
            raise Refused("store_damaged", what=name)


def read_all_that_waits(connection: sa.Connection) -> None:
    """Reads what must not be lost, as a console reads it; raises what the reading raises."""
    for row in waiting_rows(connection):
        json.loads(row.body)
        json.loads(row.undo)
    for name in (*IDENTITY, "cursor", "hash", "epoch"):
        fact(connection, name)


def put_aside(database: Database, path: Path, now: datetime) -> Path:
    """Renames the file and its companions; nothing of it is lost. Where it is now."""
    with database.alone():
        return put_away(path, "damaged", now)


def put_away(path: Path, why: str, now: datetime) -> Path:
    """A database that nobody has open, with its companions, under another name; which."""
    stamp = utc_text(now).replace(":", "").replace("-", "")[:15]
    aside = path.with_name(f"{path.stem}.{why}-{stamp}-{new_id()[-4:]}.db")
    for ending in ("", "-wal", "-shm"):
        file = path.with_name(path.name + ending)
        if file.exists():
            file.replace(aside.with_name(aside.name + ending))
    return aside


def reconcile(connection: sa.Connection, log: SideLog) -> None:
    """Database and side log say the same afterwards. What the log has and the database does not was flushed before
    it could be committed, or the database has lost it: it waits again. Where they differ the log is right, as its
    lines have checksums."""
    kept = log.read()
    for name in IDENTITY:
        if fact(connection, name) is None and kept.identity.get(name) is not None:
            set_fact(connection, name, kept.identity[name])
    if fact(connection, "device") is None:
        set_fact(connection, "device", new_id())
    known = _known(connection, list(kept.waiting))
    rows = {row.operation: row for row in waiting_rows(connection)}
    for id_, body in sorted(kept.waiting.items(), key=lambda item: int(item[1]["n"])):
        if id_ in rows and json.loads(rows[id_].body) != body:
            text = json.dumps(body, ensure_ascii=False)
            connection.execute(sa.update(pending).where(pending.c.operation == id_).values(body=text))
        elif id_ not in rows and id_ not in known:
            _bring_back(connection, body)
    for id_, row in kept.conflicts.items():
        if connection.execute(sa.select(conflicts.c.code).where(conflicts.c.operation == id_)).first() is None:
            connection.execute(sa.insert(conflicts), row)
    last = [int(row.n) for row in waiting_rows(connection)]
    counted = int(fact(connection, "last_n") or 0), int(kept.identity.get("last_n") or 0)
    set_fact(connection, "last_n", max(*counted, *last) if last else max(counted))
    log.rewrite(kept_here(connection))


def _known(connection: sa.Connection, ids: list[str]) -> set[str]:
    """Which of these operations the journal here has, or this console has had answered."""
    found: set[str] = set()
    for column in (entries.c.operation, answered.c.operation):
        found.update(connection.execute(sa.select(column).where(column.in_(ids))).scalars())
    return found


def _bring_back(connection: sa.Connection, body: dict[str, Any]) -> None:
    """An operation waits again, at its number or, where another has that, after all others."""
    taken = connection.execute(sa.select(pending.c.n).where(pending.c.n == body["n"])).first()
    if taken is not None:
        last = connection.execute(sa.select(sa.func.max(pending.c.n))).scalar() or 0
        body = {**body, "n": last + 1}
    keep(connection, body, [], sent=True)
    row = connection.execute(sa.select(pending).where(pending.c.operation == body["id"])).one()
    run_again(connection, row)


def kept_here(connection: sa.Connection) -> Kept:
    """What a side log of this database holds."""
    waiting = {row.operation: json.loads(row.body) for row in waiting_rows(connection)}
    unsettled = sa.select(conflicts).where(conflicts.c.settled_at.is_(None))
    rows = {
        row["operation"]: {name: row[name] for name in ("operation", "body", "code", "facts", "at")}
        for row in connection.execute(unsettled).mappings()
    }
    return Kept({name: fact(connection, name) for name in IDENTITY}, waiting, rows)


def old_files(path: Path, before: datetime) -> Iterator[Path]:
    """Replicas that were put aside and last written before a moment."""
    for file in path.parent.glob(f"{path.stem}.*-*.db*"):
        if file.stat().st_mtime <= before.timestamp():
            yield file
