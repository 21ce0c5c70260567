"""Whether alerts go out at all: asks the hub again and again, and knows when it has last said yes."""

import time
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from desktop.workbench import Workbench

EVERY_MS, LIMIT_S = 15_000, 90.0


class Watching(QObject):
    """`changed` when `trouble` is another: "" while all is well, "hub" when the hub does not answer, "dispatch" when it
    answers and nothing goes out. `since` is when all was last well."""

    changed = Signal()

    def __init__(
        self,
        workbench: "Workbench",
        parent: QObject | None = None,
        *,
        every_ms: int = EVERY_MS,
        limit_s: float = LIMIT_S,
    ) -> None:
        super().__init__(parent)
        self.workbench, self.limit_s = workbench, limit_s
        self.trouble, self.since = "", workbench.now()
        self._heard, self._dead, self._asking = time.monotonic(), False, False
        self._timer = QTimer(self)
        self._timer.setInterval(every_ms)
        self._timer.timeout.connect(self._on_time)
        self._timer.start()

    def stop(self) -> None:
        """Asks no more."""
        self._timer.stop()

    def _on_time(self) -> None:
        """The verdict does not wait for an answer: a hub that hangs gives none."""
        client = self.workbench.opened.client
        if client is None:
            self._hear(well=True)
        elif not self._asking:
            self._asking = True
            self.workbench.tasks.run(lambda: client.call("GET", "/health/dispatch"), self._on_answer, self._on_nothing)
        self._judge()

    def _on_answer(self, said: dict[str, Any]) -> None:
        self._asking = False
        self._hear(well=bool(said.get("ok")))
        self._judge()

    def _on_nothing(self, _: Exception) -> None:
        self._asking = False
        self._judge()

    def _hear(self, *, well: bool) -> None:
        self._heard, self._dead = time.monotonic(), not well
        if well:
            self.since = self.workbench.now()

    def _judge(self) -> None:
        """A hub is given a while; what it says of its dispatcher it has waited for itself."""
        silent = time.monotonic() - self._heard > self.limit_s
        trouble = "hub" if silent else "dispatch" if self._dead else ""
        if trouble != self.trouble:
            self.trouble = trouble
            self.changed.emit()
