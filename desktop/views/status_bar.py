"""The line at the bottom: how this console stands to its hub, what waits, what was refused."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QLabel

from desktop.style.signs import sign_pixmap
from desktop.widgets.parts import button, label, loud, row

if TYPE_CHECKING:
    from desktop.workbench import Workbench


class StatusLine(QFrame):
    """Follows a workbench once there is one. `conflicts_wanted` when their count was pressed."""

    conflicts_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("statusLine")
        self.setProperty("look", "panel")
        self._sign = QLabel()
        self._hub = label("", "caption", "statusHub")
        self._waiting = label("", "caption", "statusWaiting")
        self._conflicts = button("", "statusConflicts", self.conflicts_wanted.emit, "quiet")
        self._now = label("", "caption")
        self.setLayout(
            row(
                row(self._sign, self._hub),
                _divider(),
                self._waiting,
                _divider(),
                self._conflicts,
                None,
                self._now,
                gap=16,
                margins=(16, 0, 16, 0),
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

    def retell(self) -> None:
        """Another language is in force."""
        self._show()

    def _show(self) -> None:
        from desktop import words

        state, now = self._workbench.sync_state, self._workbench.now()
        status = {"in_step": "normal", "unreachable": "overdue", "signed_out": "pending"}.get(state.hub, "unknown")
        if state.trouble:
            status = "pending"
        self._sign.setPixmap(sign_pixmap(status, 12, self.devicePixelRatioF()))
        texts = {
            "in_step": self.tr("Hub in step"),
            "unreachable": self.tr("Hub unreachable since {when}; your work is kept here").format(
                when=words.when(state.since, now)
            ),
            "signed_out": self.tr("Signed out"),
            "starting": self.tr("Reaching the hub…"),
        }
        hub = texts[state.hub]
        if state.trouble:
            hub += " · " + words.say(f"refused.{state.trouble}")
        self._hub.setText(hub)
        waiting = self.tr("%n waiting to be sent", "", state.waiting)
        if state.waiting and state.oldest:
            waiting += " · " + words.lasting(now - state.oldest)
        self._waiting.setText(waiting)
        self._conflicts.setText(self.tr("%n conflicts", "", state.conflicts))
        self._conflicts.setAccessibleName(self._conflicts.text())
        self._conflicts.setToolTip(self.tr("Show what was refused and waits for your decision"))
        loud(self._conflicts, state.conflicts > 0)
        self._now.setText(words.when(now, now))


def _divider() -> QFrame:
    made = QFrame()
    made.setProperty("look", "line")
    made.setFixedSize(1, 14)
    return made
