"""Blobs that are here in part: they grow at their end, in order, until they are whole and fit their name."""

import hashlib
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from services.core.refused import Refused
from services.photos.folder import NAME, PhotoFolder, hash_of_file, room_in

KEPT_S = 7 * 86_400
Look = Callable[[Path], None]


class Unfinished:
    """`blobs`/unfinished/<sender>/<sha256>. Each sender has its own, so that nobody can spoil what another one sends.
    Any thread and any process may use it: a blob is held by one at a time, by a lock on a file. What is here in part
    is not flushed: after a power cut it may be wrong, and then it does not fit its name and is thrown away."""

    def __init__(self, blobs: PhotoFolder) -> None:
        self.blobs = blobs
        self.path = blobs.path / "unfinished"

    def place(self, sender: str, sha256: str) -> Path:
        """Where the part lies. ValueError for what is no SHA-256 in hex."""
        if not NAME.fullmatch(sha256):
            raise ValueError("not a SHA-256")
        return self.path / sender / sha256

    @contextmanager
    def held(self, sha256: str) -> Iterator[None]:
        """Nobody else adds to this blob, finishes it or throws it away meanwhile. Not to be nested. Raises FolderFull,
        OSError."""
        with room_in(self.path):
            self.path.mkdir(parents=True, exist_ok=True)
            file = open(self.path / f"{sha256[:2]}.lock", "ab")  # noqa: SIM115 - the open file is the lock
        with file:
            _lock(file)
            yield

    def size(self, sender: str, sha256: str) -> int:
        """How many bytes are here."""
        return _size(self.place(sender, sha256))

    def used(self, sender: str | None = None) -> tuple[int, int]:
        """How many blobs a sender (or everybody) has here in part, and their bytes together."""
        sizes = [_size(place) for place in self.path.glob(f"{sender or '*'}/*")]
        return len(sizes), sum(sizes)

    def append(self, sender: str, sha256: str, part: bytes, offset: int) -> int:
        """Adds a part that begins at `offset`; how many bytes are here then. While held. Raises Refused: offset_wrong,
        with the one that is expected; FolderFull, OSError: then nothing of the part was added."""
        place = self.place(sender, sha256)
        here = _size(place)
        if offset != here:
            raise Refused("offset_wrong", expected=here)
        with room_in(self.path):
            place.parent.mkdir(parents=True, exist_ok=True)
            with open(place, "ab", buffering=0) as file:
                try:
                    _write_all(file, part)
                except OSError:
                    file.truncate(here)
                    raise
        return here + len(part)

    def finish(self, sender: str, sha256: str, look: Look | None = None) -> None:
        """Makes what is here a blob of the folder, if it fits its name and `look`, which gets its path, has nothing
        against it; else it is thrown away. While held. Raises Refused: blob_wrong_hash, and what `look` raises;
        FolderFull, OSError."""
        place = self.place(sender, sha256)
        try:
            if hash_of_file(place) != sha256:
                raise Refused("blob_wrong_hash")
            if look:
                look(place)
        except Refused:
            self.drop(sender, sha256)
            raise
        self.blobs.adopt(place, sha256)

    def take(self, sender: str, sha256: str) -> bytes:
        """What is here, if it fits its name; it is here no more then, either way. While held. Raises Refused:
        blob_wrong_hash."""
        place = self.place(sender, sha256)
        data = place.read_bytes()
        self.drop(sender, sha256)
        if hashlib.sha256(data).hexdigest() != sha256:
            raise Refused("blob_wrong_hash")
        return data

    def drop(self, sender: str, sha256: str) -> None:
        """Throws away what is here."""
        self.place(sender, sha256).unlink(missing_ok=True)

    def sweep(self) -> int:
        """Throws away what nobody has added to for seven days; how many. Not while one is held here."""
        swept = 0
        for place in filter(_untouched, self.path.glob("*/*")):
            with self.held(place.name):
                if _untouched(place):
                    place.unlink(missing_ok=True)
                    swept += 1
        return swept


def _size(place: Path) -> int:
    try:
        return place.stat().st_size
    except FileNotFoundError:
        return 0


def _untouched(place: Path) -> bool:
    try:
        return time.time() - place.stat().st_mtime > KEPT_S
    except FileNotFoundError:
        return False


def _write_all(file: Any, part: bytes) -> None:
    rest = memoryview(part)
    while rest:
        rest = rest[file.write(rest) :]


def _lock(file: BinaryIO) -> None:
    """Waits for the lock, which the end of the process gives back too."""
    if os.name == "nt":
        _lock_on_windows(file)
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX)


def _lock_on_windows(file: BinaryIO) -> None:
    import msvcrt

    while True:
        try:
            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)  # type: ignore[attr-defined,unused-ignore]
            return
        except OSError:  # it gives up after ten seconds
            continue
