"""The file of a backup: an ordinary zip archive whose comment is the SHA-256 of everything before it, so that no byte
of it changes unseen. Its manifest says what is in it, and of which plant and moment."""

import hashlib
import json
import os
import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, BinaryIO
from zipfile import BadZipFile, ZipFile

from services.core.refused import Refused
from services.store.folder import Held
from services.store.room import flush_folder, needing_room

FORMAT = 1
MANIFEST, DATABASE, BLOBS = "manifest.json", "plant.db", "blobs/"
MARKS = ("port", "demo")  # small files of the hub's folder that belong to the plant, not to the machine
BLOB = re.compile(BLOBS + "([0-9a-f]{64})")
SEAL = 64  # hex digits
PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Manifest:
    """The plant, when the backup was made, the last entry, the chain's hash after it, and the epoch; then the files by
    name, each with its SHA-256. `missing` are blobs that the journal names and the plant itself had no more."""

    plant: str
    name: str
    made_at: str
    seq: int
    head: str
    entries: int
    epoch: str
    missing: tuple[str, ...] = ()
    members: dict[str, str] = field(default_factory=dict)
    format: int = FORMAT


@contextmanager
def alone(file: Path) -> Iterator[None]:
    """One backup at a time into a file; those into other files may run beside it. Raises Refused: backup_runs."""
    lock = file.with_name(file.name + ".lock")
    held = _held(lock, file)
    try:
        yield
    finally:
        if os.name == "nt":
            held.release()  # there no file that is open can go
        with suppress(OSError):
            lock.unlink()
        held.release()


def _held(lock: Path, file: Path) -> Held:
    """The lock on a file that has this name still; the one before may have taken it away."""
    while True:
        lock.touch(mode=0o600)
        try:
            held = Held(lock)
        except Refused:
            raise Refused("backup_runs", file=str(file)) from None
        with suppress(FileNotFoundError):
            if os.path.samestat(os.fstat(held.file.fileno()), lock.stat()):
                return held
        held.release()


@contextmanager
def new_archive(file: Path) -> Iterator[ZipFile]:
    """An archive that gets the name `file` when it is whole and on the disk itself; until then, and where it fails,
    there is none. Raises Refused: disk_full_here."""
    fresh = file.with_name(file.name + ".new")
    with needing_room(fresh, full="disk_full_here"):
        with ZipFile(fresh, "w") as archive:
            os.chmod(fresh, 0o600)
            yield archive
            archive.comment = b"0" * SEAL
        _seal(fresh)
        fresh.replace(file)
        flush_folder(file.parent)


def _seal(fresh: Path) -> None:
    with open(fresh, "r+b") as file:
        size = file.seek(0, os.SEEK_END) - SEAL
        file.seek(0)
        seal = hash_of(file, size)
        file.seek(size)
        file.write(seal.encode())
        file.flush()
        os.fsync(file.fileno())


def hash_of(file: BinaryIO, size: int) -> str:
    """The SHA-256, in hex, of the next `size` bytes."""
    found = hashlib.sha256()
    while size > 0 and (piece := file.read(min(size, PIECE))):
        found.update(piece)
        size -= len(piece)
    return found.hexdigest()


def add_manifest(archive: ZipFile, manifest: Manifest) -> None:
    """Says what is in the archive, as its last member."""
    archive.writestr(MANIFEST, json.dumps(asdict(manifest), ensure_ascii=False, indent=1))


@contextmanager
def sound_archive(file: Path) -> Iterator[tuple[ZipFile, Manifest]]:
    """A backup, every byte of which has been read and is as it was written. Raises Refused: backup_damaged,
    backup_newer, no_such_file."""
    if not file.is_file():
        raise Refused("no_such_file", file=str(file))
    if not _sealed(file):
        raise Refused("backup_damaged", what="SHA-256")
    try:
        with ZipFile(file) as archive:
            yield archive, _manifest(archive)
    except (BadZipFile, zlib.error, EOFError) as error:
        raise Refused("backup_damaged", what=str(error)[:80]) from error


def _sealed(file: Path) -> bool:
    with open(file, "rb") as opened:
        size = opened.seek(0, os.SEEK_END) - SEAL
        opened.seek(0)
        return size > 0 and hash_of(opened, size).encode() == opened.read()


def _manifest(archive: ZipFile) -> Manifest:
    try:
        said: dict[str, Any] = json.loads(archive.read(MANIFEST))
        newer = int(said["format"])
        if newer > FORMAT:
            raise Refused("backup_newer", found=newer, known=FORMAT)
        manifest = Manifest(**{**said, "missing": tuple(said["missing"])})
    except (KeyError, ValueError, TypeError) as error:
        raise Refused("backup_damaged", what=MANIFEST) from error
    known = all(name in (DATABASE, *MARKS) or BLOB.fullmatch(name) for name in manifest.members)
    if not known or DATABASE not in manifest.members or {*archive.namelist()} != {*manifest.members, MANIFEST}:
        raise Refused("backup_damaged", what=MANIFEST)
    return manifest


def unpack(archive: ZipFile, manifest: Manifest, name: str, target: Path) -> None:
    """Writes a member into a new file, flushed. Raises Refused: backup_damaged."""
    found = hashlib.sha256()
    target.parent.mkdir(parents=True, exist_ok=True)
    with archive.open(name) as source, open(target, "wb") as file:
        while piece := source.read(PIECE):
            found.update(piece)
            file.write(piece)
        file.flush()
        os.fsync(file.fileno())
    if found.hexdigest() != manifest.members[name]:
        raise Refused("backup_damaged", what=name)
