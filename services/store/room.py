"""Files that need room: made whole, or nothing of them is left and the refusal says that the disk is full."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from services.core.refused import Refused

FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


@contextmanager
def needing_room(*files: Path, full: str = "disk_full") -> Iterator[None]:
    """Makes files; where that fails none of them is left. Raises Refused: `full`, where there is no room for them, and
    what else it fails with."""
    try:
        yield
    except BaseException as error:
        for file in files:
            file.unlink(missing_ok=True)
        if _is_full(error):
            raise Refused(full) from error
        raise


def _is_full(error: BaseException) -> bool:
    if isinstance(error, OSError):
        return error.errno in FULL
    from services.store.database import sqlite_driver  # a console that only looks for its keys needs none

    return isinstance(error, sqlite_driver().OperationalError) and (
        "disk is full" in str(error) or "disk I/O error" in str(error)
    )


def companions(database: Path) -> list[Path]:
    """A database's file, its logs, and their index."""
    return [database, *(database.with_name(database.name + ending) for ending in ("-wal", "-shm", "-journal"))]


def flush_folder(folder: Path) -> None:
    """Makes new names in a folder last; Windows does that by itself and cannot open folders."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
