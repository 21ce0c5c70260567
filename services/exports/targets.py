"""Where an export goes: a zip archive or a folder, which gets its name when it is whole."""

import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from services.core.refused import Refused
from services.store.backup_file import PIECE, new_archive
from services.store.room import needing_room

PACKED = (".jpg", ".png", ".webp", ".heif")


class Target(Protocol):
    """Takes files by name; the SHA-256 of each."""

    def add(self, name: str, pieces: Iterable[bytes]) -> str: ...


class ZipTarget:
    """Into an archive."""

    def __init__(self, archive: ZipFile) -> None:
        self.archive = archive

    def add(self, name: str, pieces: Iterable[bytes]) -> str:
        """Pictures as they are, everything else packed."""
        how, found = ZipInfo(name), hashlib.sha256()
        how.compress_type = ZIP_STORED if name.endswith(PACKED) else ZIP_DEFLATED
        how.external_attr = 0o600 << 16
        with self.archive.open(how, "w", force_zip64=True) as file:
            for piece in pieces:
                found.update(piece)
                file.write(piece)
        return found.hexdigest()


class FolderTarget:
    """Into a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def add(self, name: str, pieces: Iterable[bytes]) -> str:
        """A file that only its owner may read."""
        place, found = self.folder / name, hashlib.sha256()
        place.parent.mkdir(parents=True, exist_ok=True)
        with open(place, "wb") as file:
            os.chmod(place, 0o600)
            for piece in pieces:
                found.update(piece)
                file.write(piece)
        return found.hexdigest()


@contextmanager
def target_of(out: Path) -> Iterator[Target]:
    """A zip archive where the name says so, else a new folder. Raises Refused: already_there, disk_full_here."""
    if out.suffix.lower() == ".zip":
        with new_archive(out) as archive:
            yield ZipTarget(archive)
        return
    if out.exists():
        raise Refused("already_there", what=str(out))
    fresh = out.with_name(out.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    try:
        with needing_room(full="disk_full_here"):
            fresh.mkdir(parents=True)
            yield FolderTarget(fresh)
            fresh.rename(out)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def pieces_of(file: Path) -> Iterator[bytes]:
    """A file's content."""
    with open(file, "rb") as opened:
        while piece := opened.read(PIECE):
            yield piece
