"""The process that restore tests kill: it dies just before one of its own changes to the disk."""

import os
import signal
import sys
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from services.store import restoring
from services.store.folder import PlantFolder
from services.store.restoring import restore_backup
from tests.makers import NOON

CHANGES = {"open", "os.rename", "os.mkdir", "os.remove", "os.rmdir", "shutil.rmtree"}


def restore_and_die(root: Path, file: Path, kind: str, at: int, plainly: bool, told: Connection) -> None:
    """Restores, and is killed before its `at`-th change of a kind ('': of any kind); else tells all it did.
    `plainly` plants the fault that the test must see."""
    if plainly:
        restoring._change_places = two_renames  # type: ignore[assignment]
    done: list[str] = []

    def die(event: str, _: Any) -> None:
        if event in CHANGES:
            done.append(event)
            if kind in ("", event) and at == (done.count(kind) if kind else len(done)):
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(die)
    restore_backup(file, PlantFolder(root), NOON)
    told.send(list(done))


def two_renames(fresh: PlantFolder, folder: PlantFolder, *_: Any) -> None:
    """Moves the old away and the new in, and nothing says what to do in between."""
    folder.hub.rename(folder.root / "hub.before")
    fresh.hub.rename(folder.hub)
