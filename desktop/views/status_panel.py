"""What stands behind the status line: since when the hub is as it is, where it is, what waits, and a try now."""

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QLabel, QWidget

from desktop import words
from desktop.taking_along import taken
from desktop.views import standing
from desktop.views.journal.sentences import sentence
from desktop.widgets.floating import Floating
from desktop.widgets.parts import button, column, emptied, label, line, picture, row
from services.store.queries.journal import EntryRow, names_of
from services.store.queries.waiting import waiting_here

if TYPE_CHECKING:
    from desktop.workbench import Workbench

WIDTH, MARGIN, GAP, INDENT, MOST = 480, 20, 8, 22, 6


class StatusPanel(Floating):
    """Floats over a window, above its status line, while it is wanted. `journal_wanted` when all that
    waits is to be seen, `along_wanted` when what is taken along is."""

    journal_wanted = Signal()
    along_wanted = Signal()

    def __init__(self, over: QWidget, line_: QWidget, workbench: "Workbench") -> None:
        super().__init__(over, "statusPanel", line_)
        self._line, self._workbench = line_, workbench
        self.setFixedWidth(WIDTH)
        self.setAccessibleName(self.tr("Sending and receiving"))
        self._body = column(gap=8)
        self._again = button(self.tr("Try now (F5)"), "tryNow", self._on_again, "primary")
        self._all = button(self.tr("Show in the journal"), "waitingInJournal", self._on_all, "link")
        self._along = button(self.tr("Take with me…"), "takeAlong", self._on_along, "link")
        self._along.setVisible(workbench.bag is None)
        shut = button("✕", "statusPanelClose", self.hide, "link")
        shut.setAccessibleName(self.tr("Close"))
        foot = row(self._again, self._all, self._along, None, shut)
        self._whole = column(self._body, line(), foot, gap=12, margins=(MARGIN, 16, MARGIN, 12))
        self.setLayout(self._whole)
        workbench.sync_changed.connect(self.follow)

    def toggle(self) -> None:
        """Opens it, or closes it."""
        if self.isVisible():
            self.hide()
            return
        self.open_for(self._again)

    def follow(self) -> None:
        """Shows what is so now."""
        if not self.isVisible():
            return
        emptied(self._body)
        state, now = self._workbench.sync_state, self._workbench.now()
        sign = picture(standing.hub_sign(state), "sign", 14)
        self._body.addLayout(row(sign, _told(standing.hub_words(state, now), "section", "statusState")))
        where = self.tr("Hub: {address}").format(address=self._workbench.opened.url)
        since = standing.since_words(state, now)
        self._body.addWidget(label(f"{since} · {where}" if since else where, "caption", "statusSince", copy=True))
        for notice in standing.notices(state, now):
            sign = picture(notice.status, "sign", 12)
            self._body.addLayout(row(sign, _told(notice.text, "", f"notice-{notice.code}")))
        self._tell_along()
        waiting = self._workbench.ask(waiting_here)
        self._list(waiting)
        self._all.setVisible(bool(waiting))

    def _tell_along(self) -> None:
        """What is taken along, until when."""
        along = taken(self._workbench)
        if along is not None:
            until = words.day(along.until - timedelta(seconds=1))
            self._body.addWidget(_told(self.tr("Taken along until {day}").format(day=until), "caption", "statusAlong"))

    def _list(self, waiting: tuple[EntryRow, ...]) -> None:
        state, now = self._workbench.sync_state, self._workbench.now()
        self._body.addSpacing(4)
        if not waiting:
            self._body.addWidget(label(self.tr("Nothing waits: the hub has all that was done here."), "muted"))
            return
        self._body.addWidget(label(standing.waiting_words(state, now), "head"))
        names = self._workbench.ask(names_of)
        for one in waiting[:MOST]:
            at = label(words.when(state.by_hub(one.at), now), "caption")
            self._body.addLayout(column(_told(sentence(one, names), "", "waitingSentence"), at, gap=0))
        if len(waiting) > MOST:
            self._body.addWidget(label(self.tr("And %n more.", "", len(waiting) - MOST), "caption"))

    def arrange(self) -> None:
        self.resize(WIDTH, self._whole.totalHeightForWidth(WIDTH))
        corner = self._line.mapTo(self._over, QPoint(GAP, -GAP))
        self.move(corner.x(), corner.y() - self.height())

    def _on_again(self) -> None:
        self._workbench.syncing.soon()

    def _on_along(self) -> None:
        self.hide()
        self.along_wanted.emit()

    def _on_all(self) -> None:
        self.hide()
        self.journal_wanted.emit()


def _told(text: str, look: str, name: str) -> QLabel:
    made = label(text, look, name, wrap=True)
    made.setFixedWidth(WIDTH - 2 * MARGIN - 2 - INDENT)
    return made
