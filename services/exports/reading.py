"""Brings an export in again, into a folder that has no plant: every file is compared with its sum, the chain is
verified from its first entry, and the records must sum up to what they did."""

import hashlib
import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO
from zipfile import BadZipFile, ZipFile

import sqlalchemy as sa

from services.core.refused import Refused
from services.exports.manifest import BLOB, DATABASE, MANIFEST, ExportManifest, manifest_in
from services.store.backup_file import PIECE
from services.store.database import Database
from services.store.digests import Digests
from services.store.facts import BROUGHT_IN, set_fact
from services.store.folder import PlantFolder
from services.store.restoring import beside
from services.store.room import companions, flush_folder
from services.store.schema import bring_up
from services.store.verify import verify

Told = Callable[[float], None]
Opened = Callable[[str], IO[bytes]]


def import_everything(source: Path, folder: PlantFolder, told: Told = lambda _: None) -> ExportManifest:
    """Makes the plant in `folder` anew from the export `source`, an archive or a folder. It is a hub of its own: its
    consoles are paired anew or find the old one. Nothing is there where it is refused. Raises Refused: already_there,
    no_such_file, export_damaged, export_newer, newer_store, disk_full_here."""
    if folder.place() is not None:
        raise Refused("already_there", what=str(folder.root))
    with _opened(source) as open_, beside(folder, "importing") as fresh:
        with open_(MANIFEST) as file:
            manifest = manifest_in(file.read())
        for at, (name, sha256) in enumerate(sorted(manifest.files.items())):
            _take(open_, name, sha256, _place(fresh, name))
            told(0.7 * at / len(manifest.files))
        _check(fresh.database, manifest)
        told(0.9)
        _into_place(fresh, folder)
    return manifest


@contextmanager
def _opened(source: Path) -> Iterator[Opened]:
    """How a file of the export is opened. Raises Refused: no_such_file, export_damaged."""
    if source.is_dir():
        yield lambda name: _file_in(source, name)
        return
    if not source.is_file():
        raise Refused("no_such_file", file=str(source))
    try:
        with ZipFile(source) as archive:
            yield lambda name: _member(archive, name)
    except BadZipFile as error:
        raise Refused("export_damaged", what=str(error)[:80]) from error


def _file_in(folder: Path, name: str) -> IO[bytes]:
    try:
        return open(folder / name, "rb")
    except FileNotFoundError:
        raise Refused("export_damaged", what=name) from None


def _member(archive: ZipFile, name: str) -> IO[bytes]:
    try:
        return archive.open(name)
    except KeyError:
        raise Refused("export_damaged", what=name) from None


def _place(fresh: PlantFolder, name: str) -> Path | None:
    """Where a file belongs; None for what is only for reading, and made of the rest."""
    blob = BLOB.fullmatch(name)
    if blob:
        return fresh.blobs / blob[1][:2] / blob[1][2:4] / blob[1]
    return fresh.database if name == DATABASE else None


def _take(open_: Opened, name: str, sha256: str, place: Path | None) -> None:
    found = hashlib.sha256()
    if place is not None:
        place.parent.mkdir(parents=True, exist_ok=True)
    with open_(name) as source, open(place or os.devnull, "wb") as file:
        while piece := source.read(PIECE):
            found.update(piece)
            file.write(piece)
        if place is not None:
            file.flush()
            os.fsync(file.fileno())
    blob = BLOB.fullmatch(name)
    if found.hexdigest() != sha256 or (blob and blob[1] != sha256):
        raise Refused("export_damaged", what=name)


def _check(file: Path, manifest: ExportManifest) -> None:
    """The store is what it was; then it becomes a hub of its own."""
    os.chmod(file, 0o600)
    database = Database(file, full="disk_full_here")
    try:
        bring_up(database)
        with database.reading() as connection:
            verdict, digest = verify(connection), Digests().total(connection)
        if not verdict.whole or (verdict.entries, verdict.head) != (manifest.seq, manifest.head):
            raise Refused("export_damaged", what=DATABASE)
        if _same_version(manifest) and digest != manifest.digest:
            raise Refused("export_damaged", what=DATABASE)
        with database.writing() as connection:
            set_fact(connection, "epoch", secrets.token_hex(16))
            set_fact(connection, "hub_id", secrets.token_hex(16))
            set_fact(connection, BROUGHT_IN, 1)
    except (sa.exc.DatabaseError, ValueError) as error:
        raise Refused("export_damaged", what=DATABASE) from error
    except Refused as refused:
        if refused.code == "store_damaged":
            raise Refused("export_damaged", what=DATABASE) from refused
        raise
    finally:
        database.close()


def _same_version(manifest: ExportManifest) -> bool:
    """Records of an earlier version may have got columns since, and sum up otherwise; the chain does not change."""
    from services import __version__

    return manifest.version == __version__


def _into_place(fresh: PlantFolder, folder: PlantFolder) -> None:
    for left in companions(fresh.database)[1:]:
        left.unlink(missing_ok=True)
    if folder.hub.exists():
        folder.hub.rmdir()  # an empty one that a hub has left
    fresh.hub.rename(folder.hub)
    flush_folder(folder.root)
