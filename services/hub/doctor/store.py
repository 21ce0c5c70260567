"""The plant's store: can it be read, is it of this version, is it whole, is what it names there, can alerts go out."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import sqlalchemy as sa

from services.core.backups import backup_plan, newest_good, too_old
from services.core.channels import channels
from services.core.plant import Plant
from services.core.refused import Refused
from services.hub.doctor.finding import Finding, Level, shown
from services.photos.folder import PhotoFolder
from services.store.backup import named_blobs
from services.store.database import Database
from services.store.folder import PlantFolder
from services.store.records import Records
from services.store.schema import as_now

WAITING = "waiting"  # what a folder before a bucket has
KNOWN = ("newer_store", "older_store", "store_damaged", "store_unreachable")


def of_store(folder: PlantFolder, now: datetime) -> Iterator[Finding]:
    """Its findings; none where there is no store yet."""
    place = folder.place()
    if place is None:
        return
    database = Database(place)
    shown = str(place) if isinstance(place, Path) else "PostgreSQL"
    try:
        with database.reading() as connection:
            yield _whole(connection, shown)
            as_now(connection)
            yield from _of_plant(folder, connection, now)
    except Refused as refused:
        level: Level = "look" if refused.code == "older_store" else "bad"
        facts = {"store": shown, **refused.facts}
        yield Finding(refused.code if refused.code in KNOWN else "store_shut", level, {**facts, "why": refused.code})
    finally:
        database.close()


def _whole(connection: sa.Connection, store: str) -> Finding:
    """What SQLite finds by a quick look; the journal's chain is another thing, and `audit verify` looks at that."""
    if connection.dialect.name != "sqlite":
        return Finding("store_answers", facts={"store": store})
    found = [line for line in connection.exec_driver_sql("PRAGMA quick_check(1)").scalars() if line != "ok"]
    return (
        Finding("store_damaged", "bad", {"store": store}) if found else Finding("store_whole", facts={"store": store})
    )


def _of_plant(folder: PlantFolder, connection: sa.Connection, now: datetime) -> Iterator[Finding]:
    look = Records(connection)
    plants = look.find("plant")
    if not plants:
        yield Finding("no_plant", "look")
        return
    yield Finding("plant", facts={"name": plants[0].name})
    yield from _of_photos(folder, connection)
    yield _of_ways(look, plants[0])
    yield _of_backups(look, now)


def _of_photos(folder: PlantFolder, connection: sa.Connection) -> Iterator[Finding]:
    blobs = PhotoFolder(folder.blobs)
    named = named_blobs(connection)
    gone = sorted(one for one in named if not blobs.has(one))
    if gone and (blobs.path / WAITING).exists():
        yield Finding("photos_in_bucket", facts={"count": len(gone)})
    elif gone:
        yield Finding("photos_missing", "bad", {"count": len(gone), "photo": f"{gone[0][:12]}…"})
    else:
        yield Finding("photos_there", facts={"count": len(named)})
    damaged = len(list((blobs.path / "damaged").glob("*")))
    if damaged:
        yield Finding("photos_damaged", "look", {"count": damaged, "folder": str(blobs.path / "damaged")})


def _of_ways(look: Records, plant: Plant) -> Finding:
    """Whether there is any way by which an alert leaves the house."""
    ways = [one.service for one in channels(look)] + (["email"] if plant.mail_host else [])
    return Finding("ways", facts={"count": len(ways)}) if ways else Finding("no_ways", "look")


def _of_backups(look: Records, now: datetime) -> Finding:
    """The newest backup that was whole, by the plant's own plan."""
    plan, good = backup_plan(look), newest_good(look)
    if not plan.active:
        return Finding("no_backups", "look")
    if too_old(look, now):
        if good is None:
            return Finding("backup_never", "bad")
        return Finding("backup_old", "bad", {"at": shown(good.begun_at), "hours": plan.old_hours})
    if good is None:
        return Finding("no_backup_yet", "look", {"at": plan.backup_at})
    if good.trial == "failed":
        return Finding("backup_trial_failed", "bad", {"file": good.file})
    return Finding("backup", facts={"at": shown(good.begun_at), "file": good.file})
