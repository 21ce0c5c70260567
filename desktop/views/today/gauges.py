"""The sensors' last hour as this console knows it: asked of the hub now and then, and as it was kept while the hub
can't be reached."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.workbench import Workbench

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from services.sync.client import HubClient
    from services.sync.readings import Course, LastHour, Stretch


class Gauges(QObject):
    """`told` when `hour` is newer; it is None while nothing has ever been heard."""

    told = Signal()

    def __init__(self, workbench: Workbench, parent: QObject) -> None:
        super().__init__(parent)
        self.workbench = workbench
        self._busy = False
        self.hour: LastHour | None = None
        self.courses: dict[str, Course] = {}  # the last that is known of each sensor that was asked for

    def ask(self) -> None:
        """Asks anew, unless it is being asked."""
        if not self._busy:
            self._busy = True
            client, folder = self.workbench.opened.client, self.workbench.opened.folder
            self.workbench.tasks.run(lambda: _newest(client, folder), self._on_answer)

    def follow(self, sensor: str, stretch: "Stretch", told: "Callable[[Course | None], object]") -> None:
        """Asks how a sensor's value went in a stretch; None where the hub can't be reached. `told` belongs to a
        widget, and is not called once that is gone."""
        client = self.workbench.opened.client
        self.workbench.tasks.run(lambda: _course(client, sensor, stretch), told)

    def _on_answer(self, hour: "LastHour | None") -> None:
        self._busy = False
        if hour != self.hour:
            self.hour = hour
            self.told.emit()


def _newest(client: "HubClient | None", folder: "Path") -> "LastHour | None":
    """Runs in a task: what the hub says, else what it said last."""
    from services.core.refused import Refused
    from services.sync.client import Unreachable
    from services.sync.readings import fetch, kept

    if client is not None:
        try:
            return fetch(client, folder)
        except (Unreachable, Refused):
            pass
    return kept(folder)


def _course(client: "HubClient | None", sensor: str, stretch: "Stretch") -> "Course | None":
    """Runs in a task."""
    from services.core.refused import Refused
    from services.sync.client import Unreachable
    from services.sync.readings import course

    try:
        return course(client, sensor, stretch) if client is not None else None
    except (Unreachable, Refused):
        return None
