"""The line at the bottom: how this console stands to its hub, what waits, what was refused. One loud thing at most."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy

from desktop.style.signs import sign_pixmap
from desktop.widgets.parts import button, label, loud, row

if TYPE_CHECKING:
    from desktop.views.notices.notices import Notices
    from desktop.views.standing import Notice
    from desktop.workbench import Workbench

SIGN = 12


class StatusLine(QFrame):
    """Follows a workbench once there is one. `conflicts_wanted` when their count was pressed, `details_wanted` when the
    hub's state was, `notices_wanted` when the bell was."""

    conflicts_wanted = Signal()
    details_wanted = Signal()
    notices_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("statusLine")
        self.setProperty("look", "panel")
        self._sign, self._held, self._notice_sign = QLabel(), QLabel(), QLabel()
        self._hub = label("", "caption", "statusHub")
        self._open = _Pressed(self._sign, self._hub)
        self._open.clicked.connect(self.details_wanted)
        self._waiting = label("", "caption", "statusWaiting")
        self._conflicts = button("", "statusConflicts", self.conflicts_wanted.emit, "quiet")
        self._notice = _Shortened("statusNotice")
        self._now = label("", "caption")
        self._bell = button("", "statusNotices", self.notices_wanted.emit, "quiet")
        self._notices: Notices | None = None
        self.setLayout(
            row(
                self._open,
                _divider(),
                row(self._held, self._waiting),
                _divider(),
                self._conflicts,
                row(self._notice_sign, self._notice),
                self._bell,
                self._now,
                gap=16,
                margins=(12, 0, 16, 0),
            )
        )
        self._tick = QTimer(self)
        self._tick.setInterval(5000)
        self._tick.timeout.connect(self._show)

    def follow(self, workbench: "Workbench") -> None:
        """Shows this workbench's state from now on."""
        self._workbench = workbench
        workbench.sync_changed.connect(self._show)
        self._tick.start()
        self._show()

    def follow_notices(self, notices: "Notices") -> None:
        """The bell counts what has not been read."""
        self._notices = notices
        notices.changed.connect(self._ring)
        self._ring()

    def _ring(self) -> None:
        from desktop.style.icons import icon

        unread = self._notices.unread if self._notices else 0
        self._bell.setIcon(icon("bell-news" if unread else "bell", "accent" if unread else "muted"))
        self._bell.setText(str(unread) if unread else "")
        self._bell.setAccessibleName(self.tr("%n unread notifications", "", unread))
        self._bell.setToolTip(self.tr("Notifications (Ctrl+Shift+N)"))

    def retell(self) -> None:
        """Another language, or another theme, is in force."""
        self._ring()
        self._show()

    def _show(self) -> None:
        from desktop import words
        from desktop.views import standing

        state, now = self._workbench.sync_state, self._workbench.now()
        notice = next(standing.notices(state, now), None)
        held = standing.held_up(state, now)
        self._paint(self._sign, standing.hub_sign(state))
        self._paint(self._held, "pending" if held else None)
        self._hub.setText(standing.hub_words(state, now))
        self._waiting.setText(standing.waiting_words(state, now))
        self._conflicts.setText(self.tr("%n conflicts", "", state.conflicts))
        self._conflicts.setAccessibleName(self._conflicts.text())
        self._conflicts.setToolTip(self.tr("Show what was refused and waits for your decision"))
        self._open.setAccessibleName(self._hub.text())
        self._open.setToolTip(self.tr("Show what waits, and try now"))
        self._tell(notice)
        self._speak_up(notice, held=held, conflicts=state.conflicts > 0)
        self._now.setText(words.when(now, now))

    def _tell(self, notice: "Notice | None") -> None:
        self._notice.setText(notice.text if notice else "")
        self._notice.setToolTip(notice.text if notice else "")
        self._paint(self._notice_sign, notice.status if notice else None)

    def _speak_up(self, notice: "Notice | None", *, held: bool, conflicts: bool) -> None:
        """What stops the work before what waits too long, that before what asks for a decision, that before a clock."""
        stopped, told = notice is not None and notice.code == "trouble", notice is not None and notice.loud
        wanted = ((self._notice, stopped), (self._waiting, held), (self._conflicts, conflicts), (self._notice, told))
        first = next((part for part, yes in wanted if yes), None)
        for part in (self._waiting, self._conflicts, self._notice):
            loud(part, part is first)

    def _paint(self, at: QLabel, status: str | None) -> None:
        at.setVisible(status is not None)
        if status is not None:
            at.setPixmap(sign_pixmap(status, SIGN, self.devicePixelRatioF()))


class _Pressed(QPushButton):
    """A button that is made of a sign and a text."""

    def __init__(self, *parts: QLabel) -> None:
        super().__init__()
        self._inside = row(*parts, margins=(4, 0, 4, 0))
        self.setObjectName("statusDetails")
        self.setProperty("look", "quiet")
        for part in parts:
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setLayout(self._inside)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._inside.sizeHint().width(), 24)


class _Shortened(QLabel):
    """A text that is told in as much room as there is."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("look", "caption")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.end()


def _divider() -> QFrame:
    made = QFrame()
    made.setProperty("look", "line")
    made.setFixedSize(1, 14)
    return made
