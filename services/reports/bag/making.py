"""Makes a bag: the chosen records as a database of its own, photos, papers, and a seal over all of it."""

import hashlib
import json
import tempfile
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile
from zoneinfo import ZoneInfo

from services.core.shape import utc_text
from services.photos.folder import PhotoFolder
from services.photos.guessing import Ask, mean_size
from services.reports.bag.evidence import clause_map
from services.reports.bag.ledger import as_pdf, told, write_books
from services.reports.plan_sheet import GivenUp
from services.store.backup_file import hash_of, new_archive
from services.store.bag import Choice, Contents, fill, newest_of, row_sums
from services.store.bag_file import DATABASE, PHOTOS, ROWS, Manifest, add_manifest, seal_of
from services.store.database import Database
from services.store.facts import fact
from services.store.queries.blobs import drawings
from services.store.records import Records
from services.store.schema import bring_up

Step = Callable[[float], bool]
Fetch = Callable[[str], bool]
A_ROW, AN_ENTRY, A_BASE = 300, 450, 400_000  # bytes in the finished file, as measured on the demo plant


@dataclass(frozen=True, slots=True)
class Size:
    """How large a bag will be, about, in bytes; `photos` of those are photos that are here. `away` photos are not."""

    whole: int
    photos: int
    here: int
    away: int


def size_of(found: Contents, blobs: PhotoFolder, ask: Ask = lambda _: None) -> Size:
    """Reckons the size of a bag; `ask` knows the size of a photo that is not here, or answers None."""
    sizes = [blobs.place(sha).stat().st_size for sha in found.photos if blobs.has(sha)]
    away = [sha for sha in found.photos if not blobs.has(sha)]
    photos = sum(sizes) + mean_size(sizes, away, ask) * len(away)
    rows = sum(found.counts.values()) * A_ROW
    return Size(round(A_BASE + rows + found.entries * AN_ENTRY + photos), sum(sizes), len(sizes), len(away))


def make_bag(
    database: Database,
    blobs: PhotoFolder,
    choice: Choice,
    out: Path,
    now: datetime,
    *,
    lang: str = "zh",
    by: str = "",
    fetch: Fetch = lambda _: False,
    step: Step = lambda _: True,
) -> tuple[Manifest, str]:
    """Writes the bag into the file `out`, which is replaced only by a whole one; the manifest and the seal. `fetch`
    brings a photo that is not here, or answers False. Raises Refused: no_plant, bag_waits, disk_full_here; GivenUp."""
    with tempfile.TemporaryDirectory(prefix="anhuan-bag-", dir=out.parent) as folder:
        made = Path(folder)
        wanted, manifest = _database(database, made, choice, now, by)
        _go(step, 0.2)
        members = {name: made / name for name in (DATABASE, ROWS)} | _papers(made, manifest, now, lang)
        _go(step, 0.4)
        with new_archive(out) as archive:
            sums = {name: _add(archive, name, path) for name, path in members.items()}
            missing = _blobs(archive, sums, wanted, blobs, fetch, step)
            manifest = Manifest(**{**asdict(manifest), "members": sums, "missing": missing})
            add_manifest(archive, manifest)
    return manifest, seal_of(out)


def _go(step: Step, share: float) -> None:
    if not step(share):
        raise GivenUp


def _database(database: Database, folder: Path, choice: Choice, now: datetime, by: str) -> tuple[list[str], Manifest]:
    place = folder / DATABASE
    target = Database(place, full="disk_full_here")
    try:
        bring_up(target)
        with database.reading() as connection:
            look = Records(connection)
            found = fill(look, target, choice)
            plant = look.find("plant")[0]
            wanted = [*drawings(look), *found.photos]
            names = tuple(zone.name for zone in look.find("zone") if zone.id in choice.zones)
        with target.reading() as connection:
            (folder / ROWS).write_text(json.dumps(row_sums(connection)), encoding="utf-8")
            left_out = len(fact(connection, "left_out"))
            seq, head = fact(connection, "cursor"), fact(connection, "hash")
        with target.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA journal_mode=DELETE")
            connection.exec_driver_sql("VACUUM")
    finally:
        target.close()
    days = choice.first.isoformat(), choice.last.isoformat()
    told_of = (plant.id, plant.name, utc_text(now), by, *days, choice.masked, found.floor, seq, head)
    return wanted, Manifest(*told_of, left_out, names, found.counts)


def _papers(folder: Path, manifest: Manifest, now: datetime, lang: str) -> dict[str, Path]:
    database = Database(folder / DATABASE)
    try:
        with database.reading() as connection:
            look = Records(connection)
            clock = now.astimezone(ZoneInfo(look.find("plant")[0].timezone))
            days = f"{manifest.first} – {manifest.last}"
            zones = " · ".join(manifest.zones)
            clauses = clause_map(newest_of(connection))
            papers = told(look, manifest.name, f"{days} · {zones}" if zones else days, clauses, clock, lang)
        with database.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA journal_mode=DELETE")
    finally:
        database.close()
    pdf = folder / "ledger.pdf"
    pdf.write_bytes(as_pdf(papers))
    ledger, clauses_ = write_books(folder, papers)
    return {"ledger.pdf": pdf, ledger.name: ledger, clauses_.name: clauses_}


def _add(archive: ZipFile, name: str, path: Path) -> str:
    archive.write(path, name, ZIP_DEFLATED, 6)
    with open(path, "rb") as file:
        return hash_of(file, path.stat().st_size)


def _blobs(
    archive: ZipFile, sums: dict[str, str], wanted: list[str], blobs: PhotoFolder, fetch: Fetch, step: Step
) -> tuple[str, ...]:
    """Puts photos and drawings in; which could not be had."""
    missing = []
    for at, sha256 in enumerate(wanted):
        _go(step, 0.4 + 0.6 * at / len(wanted))
        data = blobs.get(sha256)
        if data is None and fetch(sha256):
            data = blobs.get(sha256)
        if data is None:
            missing.append(sha256)
        elif PHOTOS + sha256 not in sums:
            archive.writestr(PHOTOS + sha256, data, ZIP_STORED)
            sums[PHOTOS + sha256] = hashlib.sha256(data).hexdigest()
    return tuple(missing)
