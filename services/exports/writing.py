"""Writes everything of a plant in open formats: CSV of each kind, GeoJSON of the plans, photos, and one SQLite file
with all of it, from which it can be brought in again without loss."""

import hashlib
import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import sqlalchemy as sa

from services import __version__, words
from services.core.plant import the_plant
from services.core.refused import Refused
from services.core.shape import is_hash, utc_text
from services.exports.copying import copy_tables
from services.exports.manifest import DATABASE, MANIFEST, README, ExportManifest
from services.exports.plain import lines_of, table_rows
from services.exports.plans import plan_files
from services.exports.targets import Target, pieces_of, target_of
from services.photos.folder import PhotoFolder
from services.store.database import Database
from services.store.digests import Digests
from services.store.folder import PlantFolder
from services.store.records import Records
from services.store.room import needing_room
from services.store.schema import as_now
from services.store.tables import RECORDS, entries, reading_minutes, readings, standings, stops, swipes
from services.store.verify import verify

Told = Callable[[float], None]
BESIDE = {table.name: table for table in (entries, readings, reading_minutes, standings, stops, swipes)}
SIGNS = (
    (b"\xff\xd8\xff", "photos", ".jpg"),
    (b"\x89PNG", "photos", ".png"),
    (b"RIFF", "photos", ".webp"),
    (b"%PDF", "documents", ".pdf"),
)


@dataclass
class _Export:
    """One that is being written: the target, and the sums of what is in it."""

    target: Target
    files: dict[str, str] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)

    def add(self, name: str, pieces: Iterator[bytes]) -> None:
        self.files[name] = self.target.add(name, pieces)


def write_export(folder: PlantFolder, out: Path, now: datetime, told: Told = lambda _: None) -> ExportManifest:
    """Writes the plant into `out`, a zip archive or a new folder, also while its hub works; `told` hears the share
    done. Raises Refused: no_plant, older_store, newer_store, export_not_whole, already_there, disk_full_here."""
    place = folder.place()
    if place is None:
        raise Refused("no_plant")
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=".export-") as work, needing_room(full="disk_full_here"):
        file = Path(work) / DATABASE
        _copied(place, file, now)
        told(0.3)
        copy = Database(file, full="disk_full_here")
        try:
            with copy.reading() as connection, target_of(out) as target:
                return _written(connection, PhotoFolder(folder.blobs), file, _Export(target), now, told)
        finally:
            copy.close()
            shutil.rmtree(work, ignore_errors=True)


def _copied(place: Path | str, file: Path, now: datetime) -> None:
    database = Database(place)
    try:
        with database.reading() as connection:
            as_now(connection)
            copy_tables(connection, file, now)
    finally:
        database.close()


def _written(
    connection: sa.Connection, blobs: PhotoFolder, file: Path, export: _Export, now: datetime, told: Told
) -> ExportManifest:
    verdict, look = verify(connection), Records(connection)
    if not verdict.whole:
        raise Refused("export_not_whole", what=f"{verdict.faults[0].code} {verdict.faults[0].seq}")
    plant = the_plant(look)
    told(0.5)
    export.add(README, iter([_readme(plant.name).encode()]))
    export.add(DATABASE, pieces_of(file))
    told(0.6)
    for name, table in sorted({**RECORDS, **BESIDE}.items()):
        headings = [column.name for column in table.columns]
        export.add(f"csv/{name}.csv", lines_of(headings, table_rows(connection, table)))
    export.add("csv/headings.csv", lines_of(("file", "heading", "zh", "en"), _headings()))
    told(0.7)
    for name, data in plan_files(look, blobs):
        export.add(name, iter([data]))
    _add_blobs(export, blobs, told)
    manifest = ExportManifest(
        plant.id,
        plant.name,
        utc_text(now),
        __version__,
        verdict.entries,
        verdict.head,
        Digests().total(connection),
        tuple(sorted(export.missing)),
        export.files,
    )
    export.target.add(MANIFEST, iter([manifest.as_bytes()]))
    return manifest


def _add_blobs(export: _Export, blobs: PhotoFolder, told: Told) -> None:
    """All that are there, each under its hash; one that is not what its name says is left out and named."""
    places = sorted(one for one in blobs.path.glob("[0-9a-f][0-9a-f]/[0-9a-f][0-9a-f]/*") if is_hash(one.name))
    for at, place in enumerate(places):
        data = place.read_bytes()
        if hashlib.sha256(data).hexdigest() == place.name:
            folder, ending = next((kept for sign, *kept in SIGNS if data.startswith(sign)), ("drawings", ""))
            export.add(f"{folder}/{place.name}{ending}", iter([data]))
        else:
            export.missing.append(place.name)
        told(0.7 + 0.3 * at / len(places))


def _headings() -> Iterator[tuple[str, str, str, str]]:
    """What the columns of the records' files are called where people see them."""
    for kind, table in sorted(RECORDS.items()):
        for column in table.columns:
            key = f"field.{kind}.{column.name}"
            yield kind, column.name, words.say(key, "zh"), words.say(key, "en")


def _readme(name: str) -> str:
    said = [words.say("export.readme", lang, name=name) for lang in ("zh", "en")]
    return "\n\n".join(said) + "\n"
