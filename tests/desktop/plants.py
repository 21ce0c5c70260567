"""A plant for tests of the console: a real hub on a port of this machine, and a console that belongs to it.

Nothing is faked: what a test does in the window goes through the replica, over HTTP, into the hub's journal.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtTest import QTest

from desktop.opening import Opened, found_plant, open_plant
from desktop.tasks import Tasks
from desktop.workbench import Workbench
from services.hub.serve import Served
from services.store.folder import PlantFolder
from services.sync.round import Sync

PASSWORD = "long enough for a test"


@dataclass
class TestPlant:
    """One console and its hub. `close()` ends both."""

    __test__ = False

    folder: Path
    served: Served
    opened: Opened
    tasks: Tasks
    workbench: Workbench
    syncing: bool
    following: Sync | None = None

    def sync(self) -> None:
        """Until this returns, what waited has been sent, what is new is here, and the views have been told."""
        if self.syncing:
            self.workbench.syncing.soon()
            until(self._in_step)
            self.workbench.tell_brought()
            return
        assert self.opened.client is not None
        if self.following is None:
            self.following = Sync(self.opened.client, self.opened.replica, self.opened.outgoing)
        self.workbench.syncing._on_done(self.following.once())
        self.workbench.tell_brought()

    def _in_step(self) -> bool:
        return self.workbench.sync_state.hub == "in_step" and not self.opened.replica.waiting()

    def run(self, kind: str, /, **args: Any) -> str:
        """An operation of this console that must not be refused; its id, which is that of the record it makes."""
        local = self.workbench.run(kind, **args)
        assert local.ok, local.refused
        return local.id

    def records(self, kind: str, **equal: Any) -> tuple[Any, ...]:
        """Records as this console has them."""
        found: tuple[Any, ...] = self.workbench.ask(lambda look: look.find(kind, **equal))
        return found

    def hub_records(self, kind: str, **equal: Any) -> tuple[Any, ...]:
        """Records as the hub has them."""
        with self.served.hub.store.look() as look:
            return look.find(kind, **equal)

    def close(self) -> None:
        """Ends the console, then the hub."""
        self.workbench.close()
        self.served.stop()


def open_workbench(folder: Path, *, name: str = "一厂", person: str = "王丽", syncing: bool = False) -> TestPlant:
    """A plant just founded, whose first person is signed in on a console that has had its first sync. With `syncing`
    the console goes on by itself, as in life; else a test says when (`sync`), so that it knows what has been sent."""
    data = folder / "plant"
    served = Served(PlantFolder(data))
    served.start()
    opened = open_plant(data, served.url)
    found_plant(opened, data, name, person, PASSWORD, "zh")
    tasks = Tasks()
    workbench = Workbench(opened, tasks)
    if not syncing:
        workbench.syncing.stop()
    plant = TestPlant(folder, served, opened, tasks, workbench, syncing)
    plant.sync()
    return plant


def until(seen: Callable[[], object], within_s: float = 10.0) -> None:
    """Lets the window work until something is seen."""
    end = time.monotonic() + within_s
    while not seen():
        assert time.monotonic() < end, "waited in vain"
        QTest.qWait(2)
