"""Alerts and drills that come while the window is behind others: the task bar blinks, it sounds, and where the system
has a tray, its icon says it; a press opens the thing."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from desktop.views.notices.wording import told

if TYPE_CHECKING:
    from desktop.views.notices.kept import Notice
    from desktop.views.notices.notices import Notices
    from desktop.views.window import Window

LOUD = ("alert", "alert_many", "drill")
SHOWN_MS = 15_000


class Tray(QObject):
    """`picture` is the icon in the tray; None where the system has none, and then the rest still holds."""

    def __init__(self, window: "Window", notices: "Notices", picture: QSystemTrayIcon | None) -> None:
        super().__init__(window)
        self.window, self.notices, self.picture = window, notices, picture
        self._last: Notice | None = None
        notices.added.connect(self._on_added)
        notices.changed.connect(self._say)
        window.closing.connect(self._on_closing)
        if picture is not None:
            picture.messageClicked.connect(self._on_pressed)
            picture.activated.connect(self._on_pressed)
            picture.show()
        self._say()

    def _on_added(self, notice: "Notice") -> None:
        if notice.code not in LOUD:
            return
        self._last = notice
        QApplication.beep()
        QApplication.alert(self.window)
        if self.picture is not None:
            text = told(notice, self.notices.workbench.now())
            kind = QSystemTrayIcon.MessageIcon.Warning
            self.picture.showMessage(self.window.windowTitle(), text, kind, SHOWN_MS)

    def _say(self) -> None:
        if self.picture is not None:
            unread = self.tr("%n unread", "", self.notices.unread) if self.notices.unread else ""
            self.picture.setToolTip(" · ".join(filter(None, (self.window.windowTitle(), unread))))

    def _on_pressed(self) -> None:
        """The window comes to the front, with what was said last."""
        self.window.showNormal() if self.window.isMinimized() else self.window.show()
        self.window.raise_()
        self.window.activateWindow()
        last, self._last = self._last, None
        if last is None:
            return
        self.notices.read(last.id)
        if last.record:
            self.window.show_record(last.page, last.kind, last.record)
        else:
            self.window.go(last.page)

    def _on_closing(self) -> None:
        if self.picture is not None:
            self.picture.hide()


def tray_picture(window: "Window") -> QSystemTrayIcon | None:
    """The icon, where the system has a tray."""
    if not QSystemTrayIcon.isSystemTrayAvailable():
        return None
    from desktop.style.icons import icon

    return QSystemTrayIcon(icon("shield", "accent"), window)
