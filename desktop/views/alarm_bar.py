"""The red bar over everything: alerts do not go out, and whoever sits here has to tell people another way."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFrame

from desktop.widgets.parts import button, label, row

if TYPE_CHECKING:
    from desktop.watching import Watching

SOUND_MS = 4000


class AlarmBar(QFrame):
    """Shown while the watching has found trouble; it sounds until someone has heard it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("alarmBar")
        self.setProperty("look", "alarm")
        self.text = label("", "alarm", "alarmText", wrap=True)
        self.heard = button(self.tr("Stop the sound"), "alarmHeard", self._on_heard)
        inside = row(self.text, self.heard, gap=16, margins=(20, 10, 16, 10))
        inside.setStretch(0, 1)
        self.setLayout(inside)
        self.watching: Watching | None = None
        self._sound = QTimer(self)
        self._sound.setInterval(SOUND_MS)
        self._sound.timeout.connect(QApplication.beep)
        self.hide()

    def follow(self, watching: "Watching") -> None:
        """Shows what it finds from now on."""
        self.watching = watching
        watching.changed.connect(self._show)
        self._show()

    def retell(self) -> None:
        """Another language is in force."""
        self.heard.setText(self.tr("Stop the sound"))
        self._say()

    @property
    def sounds(self) -> bool:
        """Whether it can be heard."""
        return self._sound.isActive()

    def _show(self) -> None:
        trouble = self.watching.trouble if self.watching else ""
        self._say()
        self.setVisible(bool(trouble))
        self.heard.setVisible(bool(trouble))
        if trouble:
            QApplication.beep()
            self._sound.start()
        else:
            self._sound.stop()

    def _say(self) -> None:
        if self.watching is None:
            return
        from desktop import words

        since = words.when(self.watching.since, self.watching.workbench.now())
        if self.watching.trouble == "hub":
            text = self.tr("The hub has not answered since {since}. Alerts may reach nobody: tell people by phone.")
        else:
            text = self.tr("Messages have not gone out since {since}. Alerts reach nobody: tell people by phone.")
        self.text.setText(text.format(since=since))

    def _on_heard(self) -> None:
        self._sound.stop()
        self.heard.hide()
