"""Opens the guide at what one looks at. Its key holds in dialogs, too, which keep the keys from the window below."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QWidget

if TYPE_CHECKING:
    from desktop.views.help.topics import Topic
    from desktop.views.help.window import HelpWindow
    from desktop.views.window import Window


class Helping(QObject):
    """Help of one window. `key` is the deed that opens it."""

    def __init__(self, window: "Window", parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._shown: HelpWindow | None = None
        self.key: QAction | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusWindowChanged.connect(self._give_key)
            # a window that comes may be the active one only after this signal
            app.focusWindowChanged.connect(self._give_key, Qt.ConnectionType.QueuedConnection)
        window.closing.connect(self._on_closing)

    @property
    def shown(self) -> "HelpWindow":
        """The help window, made when it is first wanted."""
        from desktop.views.help.window import HelpWindow

        if self._shown is None:
            self._shown = HelpWindow()
        return self._shown

    def open(self) -> None:
        """The guide, at the part for what has the keys."""
        from desktop.views.help.topics import topic_of

        self.open_at(topic_of(self._window.here, QApplication.focusWidget()))

    def open_at(self, topic: "Topic") -> None:
        """The guide, at this part."""
        self.shown.lead(topic)
        self.shown.show()
        self.shown.setWindowState(self.shown.windowState() & ~Qt.WindowState.WindowMinimized)
        self.shown.raise_()
        self.shown.activateWindow()
        self.shown.paper.setFocus()

    def begin_again(self) -> None:
        """Another language or theme is in force: the guide is opened anew, where it was."""
        before, self._shown = self._shown, None
        if before is None:
            return
        here, seen = before.here, before.isVisible()
        before.close()
        before.deleteLater()
        if seen and here[0]:
            self.open_at(here)

    def _give_key(self) -> None:
        """Takes no window from the signal: it may be one that is just going. Where two windows are open, each has its
        own dialogs: a key that two hold is nobody's."""
        above = QApplication.activeWindow()
        key = self.key
        if isinstance(above, QDialog) and self._is_mine(above) and key is not None and key not in above.actions():
            above.addAction(key)

    def _is_mine(self, widget: QWidget | None) -> bool:
        while widget is not None and widget is not self._window:
            widget = widget.parentWidget()
        return widget is not None

    def _on_closing(self) -> None:
        if self._shown is not None:
            self._shown.close()
            self._shown.deleteLater()
            self._shown = None
