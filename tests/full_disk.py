"""Disks that are full when a test says so: a real small one, where this machine lets us mount it, and one whose files
cannot grow, which needs no leave from anybody."""

import contextlib
import errno
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

KINDS = ("mounted", "limited")
SIZE = "8m"


class MountedDisk:
    """A few megabytes. Full: ballast takes all that is left."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def fill(self, pid: int = 0, most: int | None = None) -> None:
        """No room for anything more, for any process."""
        with open(self.path / "ballast", "wb", buffering=0) as ballast:
            while True:
                try:
                    ballast.write(bytes(4096))
                except OSError as error:
                    if error.errno != errno.ENOSPC:
                        raise
                    return

    def give_room(self, pid: int = 0) -> None:
        """Room again."""
        (self.path / "ballast").unlink(missing_ok=True)


class LimitedDisk:
    """A folder. Full: a process can make no file of it larger than the largest is."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def fill(self, pid: int = 0, most: int | None = None) -> None:
        """No room for anything more, for this process or the one of that id; new files may have so many bytes, or as
        many as the largest has."""
        largest = max(one.stat().st_size for one in self.path.rglob("*") if one.is_file())
        self._limit(pid, largest if most is None else most)

    def give_room(self, pid: int = 0) -> None:
        """Room again."""
        self._limit(pid, None)

    def _limit(self, pid: int, size: int | None) -> None:
        import resource

        hard = resource.prlimit(pid, resource.RLIMIT_FSIZE)[1]
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (hard if size is None else size, hard))


Disk = MountedDisk | LimitedDisk


@contextlib.contextmanager
def small_disk(kind: str, path: Path, size: str = SIZE) -> Iterator[Disk]:
    """A disk at `path`, gone afterwards. Skips a mounted one where nothing may be mounted: the other kind remains."""
    if not sys.platform.startswith("linux"):
        pytest.skip("disks of our own are made on Linux only")
    path.mkdir()
    if kind == "limited":
        disk = LimitedDisk(path)
        try:
            yield disk
        finally:
            disk.give_room()
        return
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(path)]
    if os.geteuid() or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("this machine lets us mount nothing")
    try:
        yield MountedDisk(path)
    finally:
        subprocess.run(["umount", "--lazy", str(path)], check=True)
