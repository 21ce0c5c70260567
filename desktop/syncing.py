"""Keeps this console in step: a round of sync in a task whenever something was done here, the hub says that something
has changed, or a while has passed."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QDeadlineTimer, QObject, QTimer, Signal

from desktop.opening import Opened, utc_now
from desktop.tasks import Task, Tasks

if TYPE_CHECKING:
    from services.core.refused import Refused
    from services.sync.client import HubClient
    from services.sync.listening import Listener
    from services.sync.round import Round, Sync

EVERY_MS = 1500
WHILE_LISTENING_MS = 20_000
AFTER_CHANGE_MS = 30
# how the hub is then; with another hub at its address nothing is in step
WITHOUT = {
    "": "unreachable",
    "foreign_hub": "unreachable",
    "hub_empty": "unreachable",
    "sign_in_needed": "signed_out",
    "device_revoked": "revoked",
}
FINE = 0.01


@dataclass(frozen=True)
class SyncState:
    """`hub` is 'starting', 'in_step', 'unreachable', 'signed_out', 'revoked', or 'none' for an audit bag; `since` when
    it became so. `waiting` counts what is not sent yet, `oldest` says since when; `trouble` is the code of a refusal
    that stops syncing, and `facts` what its sentence needs.
    `skew`: by how much this computer's clock is ahead of the hub's. `progress`: the share of a new copy that is here,
    None while none is fetched. `renewed`: why the copy was last made anew (restored, damaged), and when."""

    hub: str = "starting"
    since: datetime | None = None
    waiting: int = 0
    oldest: datetime | None = None
    conflicts: int = 0
    trouble: str | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)
    skew: timedelta = timedelta()
    progress: float | None = None
    renewed: str = ""
    renewed_at: datetime | None = None

    def by_hub(self, moment: datetime) -> datetime:
        """A moment of this computer's clock as the hub's clock had it."""
        return moment - self.skew

    @property
    def away_since(self) -> datetime | None:
        """Since when, by the hub's clock, the hub has been out of reach; None while it can be reached."""
        return self.by_hub(self.since) if self.since and self.hub == "unreachable" else None


class Syncing(QObject):
    """`brought(kinds, settled)` after a round; `state_changed` when the state is another."""

    brought = Signal(object, object)
    state_changed = Signal()
    _heard = Signal()

    def __init__(self, opened: Opened, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.opened = opened
        self.tasks = tasks
        alone = opened.bag is not None
        self.state = SyncState("none" if alone else "starting", since=utc_now())
        self._busy = self._again = False
        self._stopped = alone
        self._sync: Sync | None = None
        self._listener: Listener | None = None
        self._task: Task | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go)
        self._held = QDeadlineTimer(0)
        self._heard.connect(self._on_heard)

    @property
    def reachable(self) -> bool:
        """Whether the last round reached the hub."""
        return self.state.hub == "in_step"

    def start(self) -> None:
        """Begins."""
        self._timer.start(0)

    def stop(self) -> None:
        """No further round; one that fetches a copy gives it up, and goes on from there the next time."""
        self._stopped = True
        self._timer.stop()
        if self._listener is not None:
            self._listener.stop()
        if self._task is not None:
            self._task.cancel()

    def soon(self) -> None:
        """A round as soon as possible; several changes share one. What waits is counted at once."""
        self.recount()
        if self._busy:
            self._again = True
        elif not self._stopped:
            self._timer.start(self._after(AFTER_CHANGE_MS))

    def begin_anew(self) -> None:
        """After another sign-in nothing is known of the hub yet; a round as soon as possible."""
        self._show(replace(self.state, hub="starting", **_trouble(None)))
        self.soon()

    def recount(self) -> None:
        """Counts anew what waits and what is in conflict."""
        self._show(self.state)

    def hold(self, milliseconds: int) -> None:
        """No round begins for so long."""
        self._held.setRemainingTime(milliseconds)
        if self._timer.isActive():
            self._timer.start(self._after(self._timer.remainingTime()))

    def _after(self, milliseconds: int) -> int:
        return max(milliseconds, self._held.remainingTime())

    def _on_heard(self) -> None:
        if self._busy:
            self._again = True
        elif not self._stopped:
            self._timer.start(self._after(0))

    def _go(self) -> None:
        client = self.opened.client
        if self._busy or self._stopped:
            return
        if client is None:
            self._show(replace(self.state, hub="signed_out", **_trouble(None), progress=None))
            self._timer.start(EVERY_MS)
            return
        self._busy = True
        sync = self._with(client)
        self._task = self.tasks.run(
            lambda task: sync.once(task.step), self._on_done, self._on_failed, progress=self._on_progress
        )

    def _with(self, client: "HubClient") -> "Sync":
        """This client's way of keeping step; another sign-in begins anew."""
        from services.sync.listening import Listener
        from services.sync.round import Sync

        if self._sync is None or self._sync.client is not client:
            self._sync = Sync(client, self.opened.replica, self.opened.outgoing)
            if self._listener is not None:
                self._listener.stop()
            self._listener = Listener(client, self._heard.emit)
            self._listener.start()
        return self._sync

    def _on_progress(self, share: float) -> None:
        """Shown by the hundredth; nothing is counted, as the database may be shut while a copy takes its place."""
        if self.state.progress is None or abs(share - self.state.progress) >= FINE:
            self.state = replace(self.state, progress=share)
            self.state_changed.emit()

    def _on_done(self, brought: "Round") -> None:
        state = replace(
            self.state,
            hub="in_step",
            **_trouble(brought.trouble),
            skew=brought.skew,
            progress=None,
        )
        if brought.renewed not in ("", "first"):
            state = replace(state, renewed=brought.renewed, renewed_at=utc_now())
        self._again = self._again or brought.more
        self._show(state)
        self._tell(brought)
        self._next()

    def _on_failed(self, error: Exception) -> None:
        from services.core.refused import Refused

        if self._sync is not None and self._sync.client is not self.opened.client:
            self._again = True  # it failed for a sign-in that is over and says nothing of the present one
            self._next()
            return
        code = error.code if isinstance(error, Refused) else ""
        hub = WITHOUT.get(code, "in_step")
        trouble = error if isinstance(error, Refused) and hub in ("in_step", "unreachable") else None
        self._show(replace(self.state, hub=hub, **_trouble(trouble), progress=None))
        if self._sync is not None:
            self._tell(self._sync.so_far)
        self._next()

    def _tell(self, brought: "Round") -> None:
        """What a round has laid down is here, and is told, even if it failed after that."""
        self.brought.emit(brought.kinds | ({"blob"} if brought.blobs else set()), brought.settled)

    def _next(self) -> None:
        self._busy = False
        self._task = None
        if not self._stopped:
            self._timer.start(self._after(AFTER_CHANGE_MS if self._again else self._rest()))
        self._again = False

    def _rest(self) -> int:
        """How long until the next round if nothing happens; what waits is tried again soon."""
        listening = self._listener is not None and self._listener.listening
        return WHILE_LISTENING_MS if listening and self.state.waiting == 0 and self.reachable else EVERY_MS

    def _show(self, state: SyncState) -> None:
        waiting, oldest, conflicts = _counts(self.opened)
        since = self.state.since if state.hub == self.state.hub else utc_now()
        state = replace(state, since=since, waiting=waiting, oldest=oldest, conflicts=conflicts)
        if state != self.state:
            self.state = state
            self.state_changed.emit()


def _trouble(refused: "Refused | None") -> dict[str, Any]:
    """What of the state says why syncing stops, or that it does not."""
    return {"trouble": refused.code, "facts": refused.facts} if refused else {"trouble": None, "facts": {}}


def _counts(opened: Opened) -> tuple[int, datetime | None, int]:
    from services.store.pending import oldest_waiting, open_conflicts

    with opened.replica.database.reading() as connection:
        waiting, oldest = oldest_waiting(connection)
        return waiting, oldest, open_conflicts(connection)
