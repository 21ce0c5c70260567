"""An import on its way to the hub, one operation after the other; the window stays free, and it can be stopped."""

from collections.abc import Generator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from services.core.refused import Refused
from services.imports.bringing_in import Preview, Step, steps

if TYPE_CHECKING:
    from desktop.workbench import Workbench

MOST = 100  # rows in one operation: as many as are shown on the way


class Sending(QObject):
    """`moved` carries how many rows have come in. `ended` comes once, with the batch's id (empty where it never began)
    and the Refused that ended it, or None; `stopped` says whether a person did."""

    moved = Signal(int)
    ended = Signal(str, object)

    def __init__(self, workbench: "Workbench", found: Preview, parent: QObject) -> None:
        super().__init__(parent)
        self.found = found
        self.came = 0
        self.stopped = False
        self.batch = found.batch or ""
        self._workbench = workbench
        self._going: Generator[Step, str, str] = steps(found, MOST)
        self._step: Step | None = None
        self._over = False

    def begin(self) -> None:
        """Sends the first."""
        self._next(None)

    def stop(self) -> None:
        """Ends after what is under way; what has come stays."""
        self.stopped = True

    def _next(self, answer: str | None) -> None:
        if self.stopped:
            self._end(None)
            return
        try:
            self._step = next(self._going) if answer is None else self._going.send(answer)
        except StopIteration as done:
            self.batch = str(done.value)
            self._end(None)
        except Refused as refused:
            self._end(refused)
        else:
            self._id = self._workbench.send(self._step.kind, self._on_answered, **self._step.args)

    def _on_answered(self, refused: Refused | None) -> None:
        # where it is refused at once, there is no id yet; so the next turn looks at it
        QTimer.singleShot(0, self, lambda: self._settle(refused))

    def _settle(self, refused: Refused | None) -> None:
        assert self._step is not None
        if refused is not None:
            self._end(refused)
            return
        if self._step.kind == "imports.begin":
            self.batch = self._id
        self.came += self._step.rows
        self.moved.emit(self.came)
        self._next(self._id)

    def _end(self, refused: Refused | None) -> None:
        if not self._over:
            self._over = True
            self.ended.emit(self.batch, refused)


class TakingBack(QObject):
    """An import taken back part by part. `ended` carries the Refused that ended it, or None."""

    ended = Signal(object)

    def __init__(self, workbench: "Workbench", batch: str, reason: str, parent: QObject) -> None:
        super().__init__(parent)
        self._workbench, self._batch, self._reason = workbench, batch, reason

    def begin(self) -> None:
        """Takes the first part back."""
        told = {"batch": self._batch, "reason": self._reason}
        self._workbench.send("imports.take_back", self._on_answered, **told)

    def _on_answered(self, refused: Refused | None) -> None:
        batch = self._workbench.ask(lambda look: look.get("import", self._batch))
        if refused is None and batch is not None and batch.taken_back_at is None:
            self.begin()
        else:
            self.ended.emit(refused)
