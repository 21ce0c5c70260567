"""Backs a plant up into one file, also while its hub works in it: a snapshot of the database, then the blobs, as a
blob is always there before the record that names it."""

import hashlib
import json
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import sqlalchemy as sa

from services.core.operation import OPERATIONS
from services.core.refused import Refused
from services.core.shape import is_hash, utc_text
from services.store.backup_file import BLOBS, DATABASE, MARKS, Manifest, add_manifest, alone, hash_of, new_archive
from services.store.database import Database, sqlite_driver
from services.store.facts import epoch_of
from services.store.folder import PlantFolder
from services.store.records import Records
from services.store.room import companions, needing_room
from services.store.schema import bring_up
from services.store.tables import entries
from services.store.verify import verify

Told = Callable[[float], None]


def write_backup(folder: PlantFolder, out: Path, now: datetime, told: Told = lambda _: None) -> Manifest:
    """Writes the plant into the file `out`, which is replaced only by a whole one; `told` hears the share done. The
    passwords for other services stay out of it. Raises Refused: no_plant, backup_by_server, backup_runs,
    backup_not_whole, newer_store, disk_full_here."""
    place = folder.place()
    if place is None:
        raise Refused("no_plant")
    if isinstance(place, str):
        raise Refused("backup_by_server")
    with needing_room(full="disk_full_here"), alone(out):
        return _written(folder, place, out, now, told)


def _written(folder: PlantFolder, place: Path, out: Path, now: datetime, told: Told) -> Manifest:
    still = out.with_name(out.name + ".snapshot")
    for old in companions(still):
        old.unlink(missing_ok=True)
    with needing_room(*companions(still), full="disk_full_here"):
        _snapshot(place, still)
        told(0.1)
        manifest, named = _looked_through(still, now)
        told(0.2)
        with new_archive(out) as archive:
            manifest = _filled(archive, folder, still, manifest, named, told)
            add_manifest(archive, manifest)
        for done in companions(still):
            done.unlink(missing_ok=True)
    return manifest


def _snapshot(place: Path, still: Path) -> None:
    """In one step: SQLite's backup in many begins anew with every commit, and never ends in a plant that works."""
    driver = sqlite_driver()
    still.touch(mode=0o600)  # it holds keys, and may lie where everyone reads
    try:
        with closing(driver.connect(place)) as living, closing(driver.connect(still)) as copy:
            living.backup(copy, pages=-1)
    except driver.DatabaseError as error:
        if isinstance(error, driver.OperationalError):
            raise  # a full disk, a busy file
        raise Refused("backup_not_whole", what=str(error)[:80]) from error


def _looked_through(still: Path, now: datetime) -> tuple[Manifest, set[str]]:
    """The manifest, still without files, and the blobs that the journal names. What could not be restored is no
    backup. Raises Refused: backup_not_whole, no_plant."""
    database = Database(still, full="disk_full_here")
    try:
        bring_up(database)
        with database.reading() as connection:
            verdict = verify(connection)
            if not verdict.whole:
                fault = verdict.faults[0]
                raise Refused("backup_not_whole", what=f"{fault.code} {fault.seq} {fault.what}".strip())
            manifest, named = _manifest(connection, verdict.entries, verdict.head, now), named_blobs(connection)
        with database.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA journal_mode=DELETE")  # one file, without a log beside it
    except (sa.exc.DatabaseError, ValueError) as error:
        raise Refused("backup_not_whole", what=str(error.__cause__ or error)[:80]) from error
    except Refused as refused:
        if refused.code == "store_damaged":
            raise Refused("backup_not_whole", what=str(refused.__cause__)[:80]) from refused
        raise
    finally:
        database.close()
    return manifest, named


def _manifest(connection: sa.Connection, last: int, hash_: str, now: datetime) -> Manifest:
    plants = Records(connection).find("plant")
    if not plants:
        raise Refused("no_plant")
    count = connection.execute(sa.select(sa.func.count()).select_from(entries)).scalar_one()
    return Manifest(plants[0].id, plants[0].name, utc_text(now), last, hash_, count, epoch_of(connection))


def named_blobs(connection: sa.Connection) -> set[str]:
    """The blobs that operations of the journal name."""
    found: set[str] = set()
    kinds = {name: spec.blobs for name, spec in OPERATIONS.items() if spec.blobs}
    bodies = sa.select(entries.c.kind, entries.c.body).where(entries.c.kind.in_(sorted(kinds)))
    for row in connection.execute(bodies.execution_options(yield_per=1000)):
        args: dict[str, Any] = json.loads(row.body)["args"]
        for name in kinds[row.kind]:
            value = args.get(name)
            found.update(one for one in (value if isinstance(value, list) else [value]) if is_hash(one))
    return found


def _filled(
    archive: ZipFile, folder: PlantFolder, still: Path, manifest: Manifest, named: set[str], told: Told
) -> Manifest:
    """The manifest with the files that were put into the archive: all blobs that are there, as one may have come
    whose operation is still on its way."""
    with open(still, "rb") as file:
        members = {DATABASE: hash_of(file, still.stat().st_size)}
    archive.write(still, DATABASE, ZIP_DEFLATED, 1)
    for name in MARKS:
        if (folder.hub / name).exists():
            members[name] = _add(archive, name, (folder.hub / name).read_bytes())
    here = {path.name: path for path in folder.blobs.glob("[0-9a-f][0-9a-f]/[0-9a-f][0-9a-f]/*") if is_hash(path.name)}
    gone = named - here.keys()
    for at, (sha256, path) in enumerate(sorted(here.items())):
        data = path.read_bytes()
        if hashlib.sha256(data).hexdigest() == sha256:
            members[BLOBS + sha256] = _add(archive, BLOBS + sha256, data)
        elif sha256 in named:
            gone.add(sha256)
        told(0.2 + 0.8 * at / len(here))
    return replace(manifest, missing=tuple(sorted(gone)), members=members)


def _add(archive: ZipFile, name: str, data: bytes) -> str:
    archive.writestr(name, data)
    return hashlib.sha256(data).hexdigest()
