"""Background work. Results come back on the GUI thread, by a signal that lives there."""

import sys
from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QThreadPool, Signal
from shiboken6 import isValid

from desktop.garbage import Garbage

Done = Callable[[Any], object]
TURN_S = 0.0005


def nothing(_: object) -> None:
    """For `done`, where nobody waits for what comes back."""


class Cancelled(Exception):
    """Raised inside work whose task was cancelled."""


class Task:
    """A running piece of work: may be cancelled, and reports its progress (0 to 1)."""

    def __init__(self, report: Callable[[float], None]) -> None:
        self.cancelled = False
        self._report = report

    def cancel(self) -> None:
        """Asks the work to end; it does at its next `step`."""
        self.cancelled = True

    def step(self, share: float) -> bool:
        """Tells how far the work is; False when it should end."""
        if not self.cancelled:
            self._report(share)
        return not self.cancelled


class Tasks(QObject):
    """Runs functions on a thread pool. `idle` when nothing runs any more."""

    idle = Signal()
    _came = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # When the GUI thread has let go of the interpreter, for a statement or a picture, it gets it back after this.
        sys.setswitchinterval(TURN_S)
        self._garbage = Garbage(self)
        self._pool = QThreadPool(self)
        self._running = 0
        self._closed = False
        self._came.connect(self._on_came)

    @property
    def busy(self) -> bool:
        """Whether something runs, or has not been told of yet."""
        return self._running > 0

    def run(
        self,
        work: Callable[..., Any],
        done: Done,
        failed: Done | None = None,
        progress: Callable[[float], None] | None = None,
    ) -> Task:
        """Runs `work()` (or `work(task)`, where `progress` is given) and then, on the GUI thread, `done(result)` or
        `failed(exception)`. What fails without a `failed` is raised on the GUI thread, where it is shown and logged."""
        task = Task(lambda share: self._came.emit((progress, share, False)) if progress else None)
        self._running += 1

        def carry_out() -> None:
            try:
                result = work(task) if progress else work()
            except Exception as error:  # noqa: BLE001 - handed over to the GUI thread
                self._came.emit((failed or _raised, error, True))
            else:
                self._came.emit((done, result, True))

        self._pool.start(carry_out)
        return task

    def wait(self) -> None:
        """Waits for all work; nothing that comes back afterwards is called any more."""
        self._closed = True
        self._pool.waitForDone(30_000)
        self._garbage.end()
        QCoreApplication.sendPostedEvents(self)

    def _on_came(self, message: tuple[Done | None, Any, bool]) -> None:
        call, value, ends = message
        if ends:
            self._running -= 1
        try:
            if call is not None and not self._closed and _is_there(call):
                call(value)
        finally:
            if self._running == 0:
                self.idle.emit()


def _is_there(call: Done) -> bool:
    """Whether the widget that awaits this is still there: a person may have closed it meanwhile."""
    owner = getattr(call.func if isinstance(call, partial) else call, "__self__", None)
    return not isinstance(owner, QObject) or isValid(owner)


def _raised(error: Exception) -> None:
    raise error
