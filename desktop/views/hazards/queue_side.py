"""The desk's left side: how much waits for me, the queue, and what I have done today."""

from itertools import islice

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from desktop import words
from desktop.style.tokens import HEAD
from desktop.views.hazards.queue import Queue
from desktop.views.hazards.shown import Shown
from desktop.widgets.parts import box, button, column, label, line, row
from desktop.widgets.pictures import Pictures
from desktop.workbench import Workbench
from services.store.queries.hazards import reviewed_by

WIDE, BAR = 264, 36
AT_ONCE = 12  # photos that are on their way at the same time


class QueueSide(QFrame):
    """`shut` when the person goes back to the list."""

    shut = Signal()

    def __init__(self, workbench: Workbench, pictures: Pictures) -> None:
        super().__init__()
        self.setProperty("look", "panel")
        self.setFixedWidth(WIDE)
        self._workbench = workbench
        self.queue = Queue(workbench, pictures)
        self._count = label("", "muted", "queueCount")
        self._ready = label("", "caption", "photosReady")
        self._approved = label("", "", "reviewedToday")
        self._returned = label("", "", "returnedToday")
        whole = column(self._head(), line(), self._bar(), line(), gap=0)
        whole.addWidget(self.queue, 1)
        whole.addWidget(line())
        whole.addLayout(
            column(
                row(label(self.tr("Approved today"), "caption"), None, self._approved),
                row(label(self.tr("Returned today"), "caption"), None, self._returned),
                gap=6,
                margins=(16, 12, 16, 12),
            )
        )
        self.setLayout(whole)

    def _head(self) -> QFrame:
        shut = button("✕", "closeReview", self.shut.emit, "flat")
        shut.setToolTip(self.tr("Back to the list (Esc)"))
        shut.setAccessibleName(self.tr("Back to the list"))
        head = box(row(label(self.tr("Review desk"), "section"), self._count, None, shut, margins=(16, 0, 8, 0)))
        head.setFixedHeight(HEAD)
        return head

    def _bar(self) -> QFrame:
        urgent = label(self.tr("most urgent first"), "caption")
        bar = box(row(urgent, None, self._ready, margins=(16, 0, 16, 0)), "page")
        bar.setFixedHeight(BAR)
        return bar

    def show_rows(self, queue: tuple[Shown, ...], current: str) -> None:
        """The queue as it is now; the photos of all of it are fetched before they are wanted, the most urgent first,
        so that it can be worked through where there is no hub."""
        self.queue.show_rows(queue, current)
        self._count.setText(self.tr("{n} for me").format(n=len(queue)))
        ready = sum(all(map(self._workbench.has_photo, photos(one))) for one in queue)
        self._ready.setText(self.tr("photos here: {ready} of {all}").format(ready=ready, all=len(queue)))
        missing = (sha for one in queue for sha in photos(one) if not self._workbench.has_photo(sha))
        for sha in islice(missing, AT_ONCE):
            self._workbench.photo(sha)
        approved, returned = self._today()
        self._approved.setText(self.tr("%n hazards", "", approved))
        self._returned.setText(self.tr("%n hazards", "", returned))

    def _today(self) -> tuple[int, int]:
        """How many fixes I have approved and returned since the plant's midnight."""
        me = self._workbench.me
        if me is None:
            return 0, 0
        midnight = words.local(self._workbench.now()).replace(hour=0, minute=0, second=0, microsecond=0)
        found: tuple[int, int] = self._workbench.ask(reviewed_by, person=me.id, since=midnight)
        return found


def photos(one: Shown) -> tuple[str, ...]:
    """All photos of a hazard."""
    return one.hazard.before + one.hazard.after
