"""Blobs on disk, named by their SHA-256: photos, floor drawings, anything that never changes once it is there."""

import errno
import hashlib
import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from services.photos.picture import CleanPhoto
from services.store.room import flush_folder

NAME = re.compile("[0-9a-f]{64}")
FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


class FolderFull(Exception):
    """There is no room for the blob; nothing of it is left."""


@contextmanager
def room_in(folder: Path) -> Iterator[None]:
    """Tells a full disk from other troubles with it. Raises FolderFull, OSError."""
    try:
        yield
    except OSError as error:
        if error.errno in FULL:
            raise FolderFull(str(folder)) from error
        raise


class PhotoFolder:
    """`path`/ab/cd/abcd….  What is returned by `put` is on the disk itself, not only in the system's memory. What
    was found damaged is moved to `path`/damaged for a person to look at. Any thread and any process may use it."""

    def __init__(self, path: Path) -> None:
        self.path = Path(path)

    def put(self, photo: CleanPhoto) -> str:
        """Keeps a clean picture; its name. Raises FolderFull, OSError."""
        return self.put_bytes(photo.data)

    def put_bytes(self, data: bytes) -> str:
        """Keeps `data` unless it is there; its name. Raises FolderFull, OSError."""
        sha256 = hashlib.sha256(data).hexdigest()
        if self.get(sha256) is None:
            with room_in(self.path):
                self._write(self.place(sha256), data)
        return sha256

    def get(self, sha256: str) -> bytes | None:
        """The blob, or None if it is not there. One that no longer fits its name is put aside and not there."""
        place = self.place(sha256)
        try:
            data = place.read_bytes()
        except FileNotFoundError:
            return None
        if hashlib.sha256(data).hexdigest() == sha256:
            return data
        self._put_aside(place)
        return None

    def whole(self, sha256: str) -> Path | None:
        """Where the blob lies, read through in small pieces; None as with `get`."""
        place = self.place(sha256)
        try:
            if hash_of_file(place) == sha256:
                return place
        except FileNotFoundError:
            return None
        self._put_aside(place)
        return None

    def adopt(self, finished: Path, sha256: str) -> None:
        """Makes a file of this file system a blob; its bytes must fit the name. The file is gone afterwards, also
        where that did not succeed. Raises FolderFull, OSError."""
        with room_in(self.path):
            try:
                self._move_in(finished, self.place(sha256))
            except OSError:
                finished.unlink(missing_ok=True)  # what could not be flushed may be on the disk in part for ever
                raise

    def has(self, sha256: str) -> bool:
        """Whether the blob is there; it is not read."""
        return self.place(sha256).exists()

    def names(self) -> Iterator[str]:
        """The names of all blobs, in order."""
        for place in sorted(self.path.glob("[0-9a-f][0-9a-f]/[0-9a-f][0-9a-f]/*")):
            if NAME.fullmatch(place.name):
                yield place.name

    def place(self, sha256: str) -> Path:
        """Where a blob lives. ValueError for what is no SHA-256 in hex."""
        if not NAME.fullmatch(sha256):
            raise ValueError("not a SHA-256")
        return self.path / sha256[:2] / sha256[2:4] / sha256

    def _write(self, place: Path, data: bytes) -> None:
        new = self._make_room(place)
        handle, unfinished = tempfile.mkstemp(dir=place.parent, prefix=".unfinished-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            Path(unfinished).replace(place)
        except BaseException:
            Path(unfinished).unlink(missing_ok=True)
            raise
        for folder in new:
            flush_folder(folder)

    def _move_in(self, finished: Path, place: Path) -> None:
        with open(finished, "r+b") as file:
            os.fsync(file.fileno())
        new = self._make_room(place)
        finished.replace(place)
        for folder in new:
            flush_folder(folder)

    def _make_room(self, place: Path) -> set[Path]:
        """Makes the folders of a place; those that have a new name in them once the blob is there."""
        made = [folder for folder in (place.parent, place.parent.parent, self.path) if not folder.exists()]
        place.parent.mkdir(parents=True, exist_ok=True)
        return {place.parent, *(folder.parent for folder in made)}

    def _put_aside(self, place: Path) -> None:
        aside = self.path / "damaged"
        aside.mkdir(exist_ok=True)
        try:
            place.replace(aside / place.name)
        except FileNotFoundError:  # another reader was quicker
            pass


def hash_of_file(path: Path) -> str:
    """The SHA-256 of a file in hex, read in small pieces. Raises OSError."""
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
