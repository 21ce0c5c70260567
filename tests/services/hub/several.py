"""Several hub processes on one PostgreSQL database, each with a folder of its own and one place for photos; and the
same with a fault planted: `python -m tests.services.hub.several FAULT hub --data …`."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import Any

from services import cli
from services.store import store, writer
from services.store.folder import HubAddress, PlantFolder
from services.store.records import Memory
from tests.services.store.writing import answer_before_commit

LONGEST_START_S = 60


class HubProcess:
    """One of them."""

    def __init__(self, root: Path, database: str, photos: Path, fault: str | None) -> None:
        self.folder = PlantFolder(root)
        self.folder.make()
        self.folder.blobs.symlink_to(photos)
        module = ["services.cli"] if fault is None else ["tests.services.hub.several", fault]
        command = [sys.executable, "-m", *module, "hub", "--data", str(root), "--database", database, "--port", "0"]
        self.log = root / "log"
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen(command, stdout=log, stderr=log)

    def address(self) -> HubAddress:
        """Where it answers; waits until it does."""
        ends = time.monotonic() + LONGEST_START_S
        while (found := self.folder.running()) is None:
            if self.process.poll() is not None or time.monotonic() > ends:
                raise RuntimeError(self.log.read_text())
            time.sleep(0.05)
        return found

    def kill(self) -> None:
        """As the power switch does it."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(30)

    def end(self) -> None:
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait(30)


def started(root: Path, database: str, count: int, fault: str | None = None) -> list[HubProcess]:
    """So many hubs, started at the same moment."""
    photos = root / "photos"
    photos.mkdir()
    folders = [root / f"hub-{number}" for number in range(count)]
    hubs = [HubProcess(folder, database, photos, fault) for folder in folders]
    for hub in hubs:
        hub.address()
    return hubs


def answers_too_early() -> None:
    """Everyone is answered before the commit, which takes its time: more than a busy machine needs to kill a hub."""
    answer_before_commit()
    real = writer.Writer._write

    def slowly(self: Any, batch: Any) -> None:
        real(self, [*batch, (lambda _: time.sleep(0.3), Future())])

    writer.Writer._write = slowly  # type: ignore[method-assign]


def trusts_its_memory() -> None:
    """What it has read once it takes for true, as the only process of a SQLite file may."""
    real = store.Store.__init__

    def remembering(self: Any, *args: Any, **given: Any) -> None:
        real(self, *args, **given)
        self.memory = Memory()

    store.Store.__init__ = remembering  # type: ignore[method-assign]


FAULTS: dict[str, Callable[[], None]] = {"too-early": answers_too_early, "memory": trusts_its_memory}


def main(words: Sequence[str]) -> int:
    fault, *command = words
    FAULTS[fault]()
    return cli.main(command)


if __name__ == "__main__":
    os.environ.setdefault("PYTHONUTF8", "1")
    sys.exit(main(sys.argv[1:]))
