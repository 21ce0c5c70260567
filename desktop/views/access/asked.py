"""Asking the hub what only it knows: consoles have no swipes."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from services.core.refused import Refused

if TYPE_CHECKING:
    from desktop.workbench import Workbench

Done = Callable[[dict[str, Any]], object]
Failed = Callable[[Refused], object]


def ask_hub(workbench: "Workbench", path: str, done: Done, failed: Failed) -> None:
    """The hub's answer to a GET, on the GUI thread; else why there is none."""
    client = workbench.opened.client
    if client is None:
        failed(Refused("needs_hub"))
        return
    workbench.tasks.run(
        lambda: client.call("GET", path),
        done,
        lambda error: failed(error if isinstance(error, Refused) else Refused("hub_unreachable")),
    )


class AskedView(QWidget):
    """A view of what only the hub knows: it asks when it comes to be seen, and again while it is."""

    EVERY_MS = 15_000

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self, interval=self.EVERY_MS)
        self._timer.timeout.connect(self.refresh)

    def refresh(self) -> None:
        """Asks the hub."""
        raise NotImplementedError

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()
