"""Lays a ready replica under what a console has not sent: for a first sync, after damage, and for a hub that was set
back. The console's own things move over, what waits runs again on the new ground, and the files change places."""

import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import SQLAlchemyError

from services.core.refused import Refused
from services.core.shape import utc_moment, utc_text
from services.store.database import Database
from services.store.facts import fact, set_fact
from services.store.following import add_conflict
from services.store.pending import keep, run_again, take_back, waiting_rows
from services.store.personal import commitment_in
from services.store.records import Records
from services.store.replica import Replica
from services.store.replica_file import FULL, IDENTITY, KEPT, kept_here, old_files, put_away, reconcile
from services.store.schema import bring_up
from services.store.tables import answered, conflicts, entries

ANSWERED_KEPT = timedelta(days=30)
OWN = (*IDENTITY, "keep_months", "hub_id")


def install(replica: Replica, file: Path, *, plant: str, common: int | None = None) -> None:
    """Puts the ready replica `file` in the place of this console's database; one that had records is kept for a week.
    `common` is the last entry that a hub which was set back shares with this console: what this console had been
    answered after it waits again. Raises Refused: disk_full_here, store_damaged (of the file); nothing has changed
    then."""
    fresh = Database(file, full=FULL)
    try:
        bring_up(fresh)
        begun = _has_begun(replica)
        with replica.database.alone():
            _move_over(replica, fresh, plant, common)
            fresh.close()
            _change_places(replica, file, begun=begun)
    finally:
        fresh.close()
    for old in old_files(replica.path, replica.clock.wall() - KEPT):
        old.unlink(missing_ok=True)


def _move_over(replica: Replica, fresh: Database, plant: str, common: int | None) -> None:
    old = Database(replica.path, full=FULL)
    try:
        with fresh.writing() as into:
            try:
                with old.reading() as source:
                    _move_own(source, into, replica.clock.wall())
                    if common is not None:
                        _wait_again(source, into, common)
                        _tell_lost(source, into, replica, common)
            except (SQLAlchemyError, ValueError, Refused):  # it can't be read: the side log has what matters
                if common is not None:
                    raise
            reconcile(into, replica.log)
            set_fact(into, "plant", plant)
            waiting = waiting_rows(into)
            for row in reversed(waiting):
                take_back(into, json.loads(row.undo))
            for row in waiting:
                run_again(into, row)
            replica.log.rewrite(kept_here(into))
    finally:
        old.close()


def _move_own(source: sa.Connection, into: sa.Connection, now: datetime) -> None:
    """Facts, what waits, conflicts, and for thirty days what was answered."""
    for name in OWN:
        if (value := fact(source, name)) is not None:
            set_fact(into, name, value)
    for row in waiting_rows(source):
        keep(into, json.loads(row.body), [], sent=row.sent)
    since = utc_text(now - ANSWERED_KEPT)
    for table, query in (
        (conflicts, sa.select(conflicts)),
        (answered, sa.select(answered).where(answered.c.at > since)),
    ):
        rows = [dict(row) for row in source.execute(query).mappings()]
        if rows:
            into.execute(sa.insert(table), rows)


def _wait_again(source: sa.Connection, into: sa.Connection, common: int) -> None:
    """What this console had been answered after the common entry is no more in the hub's journal."""
    lost = source.execute(sa.select(answered).where(answered.c.seq > common).order_by(answered.c.n)).all()
    for row in lost:
        into.execute(sa.delete(answered).where(answered.c.n == row.n))
        keep(into, json.loads(row.body), [], sent=True)


def _tell_lost(source: sa.Connection, into: sa.Connection, replica: Replica, common: int) -> None:
    """What others had been answered after the common entry is known from this copy of the journal: other consoles
    send theirs again, phones do not. It is shown until the journal has it."""
    mine = fact(source, "device")
    query = sa.select(entries).where(entries.c.seq > common, entries.c.outcome == "accepted", entries.c.device != mine)
    for row in source.execute(query.order_by(entries.c.seq)).mappings():
        body = json.loads(row["body"])
        if body["changes"]:
            body["args"] = _readable(source, body)
            body["by"] = body["author"]
            kept = {name: body[name] for name in ("kind", "args", "premise", "by", "made_at", "device", "n")}
            code = Refused("lost_by_restore", seq=row["seq"])
            at = utc_text(utc_moment(body["received_at"]))
            add_conflict(into, replica.log, row["operation"], {"id": row["operation"], **kept}, code, at)


def _readable(source: sa.Connection, body: dict[str, Any]) -> dict[str, Any]:
    """An operation's arguments with personal ones read from the record that they went into."""
    known: dict[str, Any] = {}
    for change in body["changes"]:
        row = Records(source).row(change["kind"], change["id"])
        known = {**(row or {}), **known}
    return {
        name: known.get(name, "") if commitment_in(value) is not None else value for name, value in body["args"].items()
    }


def _has_begun(replica: Replica) -> bool:
    """Whether there is anything in it; what can't be read may be something."""
    try:
        return bool(replica.fact("cursor"))
    except (Refused, SQLAlchemyError, ValueError):
        return True


def _change_places(replica: Replica, file: Path, *, begun: bool) -> None:
    """The new file under the name of the old. Between the two renames there is none, and opening then finds what
    waits in the side log."""
    aside = put_away(replica.path, "old", replica.clock.wall())
    file.replace(replica.path)
    if not begun:
        for one in aside.parent.glob(f"{aside.name}*"):
            one.unlink()
