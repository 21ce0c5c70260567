"""The map's moments: builds the plant's past in the background once somebody asks for it, and answers for a moment."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.syncing import SyncState
from desktop.tasks import Task, Tasks
from desktop.views.floor_plan.time_bar import MINUTE, TimeBar
from desktop.workbench import Workbench

if TYPE_CHECKING:
    from services.store.queries.past import Mark
    from services.store.timeline import Timeline


UNSEEN = frozenset({"photo", "blob"})  # news of these come by the hundred and change nothing on the map


@dataclass(frozen=True)
class Past:
    """A moment, asked in the workbench's place. Nobody is signed in there, so nothing can be changed."""

    timeline: "Timeline"
    at: datetime
    present: datetime
    sync_state: SyncState = field(default_factory=SyncState)
    me: None = None

    def now(self) -> datetime:
        """The moment that is shown."""
        return self.at

    def ask(self, query: Callable[..., Any], **arguments: Any) -> Any:
        """The answer of a query on the records as they stood."""
        return self.timeline.ask(self.at, query, **arguments)

    def unconfirmed(self) -> frozenset[str]:
        """What waits for the hub's word has not happened yet."""
        return frozenset()

    def may(self, _: str) -> bool:
        """Nothing may be done in the past."""
        return False


class TimeTravel(QObject):
    """`changed` when another moment is to be shown: that of `source`, which is the workbench for the present."""

    changed = Signal()
    reading = Signal(str)  # how far the journal has been read the first time, in words

    def __init__(self, workbench: Workbench, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self.bar = TimeBar()
        self._workbench, self._tasks = workbench, tasks
        self._timeline: Timeline | None = None
        self._task: Task | None = None
        self._again = False
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._on_soon)
        self.bar.moved.connect(self._soon.start)

    @property
    def away(self) -> bool:
        """Whether it is the past that is shown."""
        return self._timeline is not None and self.bar.wanted is not None

    @property
    def timeline(self) -> "Timeline | None":
        """The past, once somebody has asked for it and the journal has been read."""
        return self._timeline

    def want(self) -> None:
        """Reads the journal unless that has been done; `changed` says when it has."""
        if self._timeline is None and self._task is None:
            self._build()

    @property
    def source(self) -> "Workbench | Past":
        """Whom to ask."""
        wanted = self.bar.wanted
        return Past(self._timeline, wanted, self._workbench.now()) if self._timeline and wanted else self._workbench

    def look(self) -> None:
        """The page looks again: the present has moved on, and the past with it."""
        now, begins = self._workbench.now(), self._begins()
        self.bar.setEnabled(begins is not None)
        if begins is not None:
            self.bar.span(begins, now)
        self.bar.show_moment(self.bar.wanted if self.away else None, now)

    def _begins(self) -> datetime | None:
        """The first whole minute in which there is something."""
        first = self._timeline.begins if self._timeline else self._workbench.ask(_oldest, now=self._workbench.now())
        return first and first.replace(second=0, microsecond=0) + MINUTE

    def _on_soon(self) -> None:
        if self.bar.wanted is not None and self._timeline is None:
            self._build()
        else:
            self.changed.emit()

    def come(self, kinds: frozenset[str]) -> None:
        """The journal has grown by records of these kinds: it is taken in, if the past has been asked for."""
        if self._timeline is not None and kinds - UNSEEN:
            self._build()

    def _build(self) -> None:
        if self._task is not None:
            self._again = True
            return
        from services.store.queries.past import marks
        from services.store.timeline import Timeline

        timeline, database = self._timeline or Timeline(), self._workbench.opened.replica.database
        now, known = self._workbench.now(), timeline.ends

        def work(task: Task) -> "tuple[Timeline, tuple[Mark, ...] | None]":
            timeline.extend(database, task.step)
            return timeline, marks(timeline, now) if timeline.ends != known else None

        self._task = self._tasks.run(work, self._on_built, self._on_failed, self._on_progress)

    def _on_progress(self, share: float) -> None:
        if self._timeline is None:
            said = self.tr("Reading the journal: {share} %").format(share=round(100 * share))
            self.bar.state.setText(said)
            self.reading.emit(said)

    def _on_built(self, built: "tuple[Timeline, tuple[Mark, ...] | None]") -> None:
        self._task, self._timeline = None, built[0]
        self.bar.state.setText("")
        begins = self._begins()
        if begins is not None:
            self.bar.span(begins, self._workbench.now())
            if built[1] is not None:
                self.bar.slider.set_marks(((mark.at - begins) // MINUTE, mark.what) for mark in built[1])
        self.changed.emit()
        if self._again:
            self._again = False
            self._build()

    def _on_failed(self, error: Exception) -> None:
        self._task = None
        self.bar.state.setText("")
        self.bar.to_now()
        self.reading.emit(self.tr("The journal could not be read."))
        raise error


def _oldest(look: Any, now: datetime) -> datetime | None:
    from services.store.looking_back import reach_of

    return reach_of(look, now).oldest
