"""Keeps this console in step: a timer and, in a task, one round of sync after the other."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QDeadlineTimer, QObject, QTimer, Signal

from desktop.opening import Opened, utc_now
from desktop.tasks import Tasks

if TYPE_CHECKING:
    from services.sync.client import Round

EVERY_MS = 1500
AFTER_CHANGE_MS = 30


@dataclass(frozen=True)
class SyncState:
    """`hub` is 'starting', 'in_step', 'unreachable' or 'signed_out'; `since` when it became so. `waiting` counts what
    is not sent yet, `oldest` says since when; `trouble` is the code of a refusal that stops syncing."""

    hub: str = "starting"
    since: datetime | None = None
    waiting: int = 0
    oldest: datetime | None = None
    conflicts: int = 0
    trouble: str | None = None


class Syncing(QObject):
    """`brought(kinds, settled)` after a round; `state_changed` when the state is another."""

    brought = Signal(object, object)
    state_changed = Signal()

    def __init__(self, opened: Opened, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.opened = opened
        self.tasks = tasks
        self.state = SyncState(since=utc_now())
        self._busy = self._again = self._stopped = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go)
        self._held = QDeadlineTimer(0)

    @property
    def reachable(self) -> bool:
        """Whether the last round reached the hub."""
        return self.state.hub == "in_step"

    def start(self) -> None:
        """Begins."""
        self._timer.start(0)

    def stop(self) -> None:
        """No further round."""
        self._stopped = True
        self._timer.stop()

    def soon(self) -> None:
        """A round as soon as possible; several changes share one. What waits is counted at once."""
        self._show(self.state.hub, self.state.trouble)
        if self._busy:
            self._again = True
        elif not self._stopped:
            self._timer.start(self._after(AFTER_CHANGE_MS))

    def hold(self, milliseconds: int) -> None:
        """No round begins for so long."""
        self._held.setRemainingTime(milliseconds)
        if self._timer.isActive():
            self._timer.start(self._after(self._timer.remainingTime()))

    def _after(self, milliseconds: int) -> int:
        return max(milliseconds, self._held.remainingTime())

    def _go(self) -> None:
        client = self.opened.client
        if self._busy or self._stopped:
            return
        if client is None:
            self._show("signed_out", None)
            self._timer.start(EVERY_MS)
            return
        self._busy = True
        opened = self.opened
        self.tasks.run(lambda: _round(opened, client), self._on_done, self._on_failed)

    def _on_done(self, brought: "Round") -> None:
        self._show("in_step", brought.trouble.code if brought.trouble else None)
        self.brought.emit(brought.kinds | ({"blob"} if brought.blobs else set()), brought.settled)
        self._next()

    def _on_failed(self, error: Exception) -> None:
        from services.core.refused import Refused

        if isinstance(error, Refused) and error.code == "sign_in_needed":
            self._show("signed_out", None)
        elif isinstance(error, Refused):
            self._show("in_step", error.code)
        else:
            self._show("unreachable", None)
        self._next()

    def _next(self) -> None:
        self._busy = False
        if not self._stopped:
            self._timer.start(self._after(AFTER_CHANGE_MS if self._again else EVERY_MS))
        self._again = False

    def _show(self, hub: str, trouble: str | None) -> None:
        waiting, oldest, conflicts = _counts(self.opened)
        since = self.state.since if hub == self.state.hub else utc_now()
        state = replace(
            self.state, hub=hub, since=since, waiting=waiting, oldest=oldest, conflicts=conflicts, trouble=trouble
        )
        if state != self.state:
            self.state = state
            self.state_changed.emit()


def _round(opened: Opened, client: Any) -> "Round":
    from services.sync.client import sync_once

    return sync_once(client, opened.replica, opened.outgoing)


def _counts(opened: Opened) -> tuple[int, datetime | None, int]:
    from services.store.replica import oldest_waiting, open_conflicts

    with opened.replica.database.reading() as connection:
        waiting, oldest = oldest_waiting(connection)
        return waiting, oldest, open_conflicts(connection)
