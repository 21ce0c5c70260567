"""A disk that fails at its n-th write, cut or flush: once, or from then on. A write that fails has done half of it."""

from collections.abc import Callable
from typing import Any

import apsw


class FailingDisk(apsw.VFS):
    """A VFS over the real one. `fails_at` counts from 1; `again` is whether it goes on failing; `error` is what it
    says. `count` is how many calls there have been, `failed` what the first that failed was."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.count = 0
        self.fails_at = 0
        self.again = False
        self.failed = ""
        self.error: Callable[[], Exception] = full
        super().__init__(name, "")

    def will_fail(self, at: int, error: Callable[[], Exception], *, again: bool) -> None:
        self.failed = ""
        self.count, self.fails_at, self.error, self.again = 0, at, error, again

    def fails(self, call: str) -> bool:
        """Counts one call; whether it is one that fails."""
        self.count += 1
        if self.count == self.fails_at:
            self.failed = call
        return bool(self.fails_at) and (self.count == self.fails_at or (self.again and self.count > self.fails_at))

    def xOpen(self, name: Any, flags: list[int]) -> apsw.VFSFile:
        return _FailingFile(self, name, flags) if name is not None else apsw.VFSFile("", name, flags)


class _FailingFile(apsw.VFSFile):
    def __init__(self, disk: FailingDisk, name: Any, flags: list[int]) -> None:
        self.disk = disk
        super().__init__("", name, flags)

    def xWrite(self, data: Any, offset: int) -> None:
        if self.disk.fails("write"):
            super().xWrite(bytes(data)[: len(data) // 2], offset)
            raise self.disk.error()
        super().xWrite(data, offset)

    def xTruncate(self, size: int) -> None:
        if self.disk.fails("cut"):
            raise self.disk.error()
        super().xTruncate(size)

    def xSync(self, flags: int) -> None:
        if self.disk.fails("flush"):
            raise self.disk.error()
        super().xSync(flags)


def full() -> Exception:
    """There is no room."""
    return apsw.FullError("no room")


def broken() -> Exception:
    """The disk does not answer."""
    return apsw.IOError("disk I/O error")
