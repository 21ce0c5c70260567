"""The panels that float over a window, above its status line; each is made when it is first wanted."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from desktop.views.notices.panel import NoticesPanel
    from desktop.views.status_panel import StatusPanel
    from desktop.views.window import Window
    from desktop.workbench import Workbench


class Panels(QObject):
    """What stands behind the status line, and the notifications."""

    def __init__(self, window: "Window", workbench: "Workbench") -> None:
        super().__init__(window)
        self._window, self._workbench = window, workbench
        self._details: StatusPanel | None = None
        self._notices: NoticesPanel | None = None

    def details(self) -> None:
        """Opens what waits to be sent, or closes it."""
        from desktop.views.status_panel import StatusPanel

        if self._details is None:
            self._details = StatusPanel(self._window, self._window.status, self._workbench)
            self._details.journal_wanted.connect(self._on_journal_wanted)
            self._details.along_wanted.connect(self._window.everywhere.take_along)
        self._details.toggle()

    def notices(self) -> None:
        """Opens what happened meanwhile, or closes it."""
        from desktop.views.notices.panel import NoticesPanel

        if self._notices is None:
            self._notices = NoticesPanel(self._window, self._window.status, self._window.notices)
            self._notices.wanted.connect(self._window.show_record)
            self._notices.page_wanted.connect(self._window.go)
        self._notices.toggle()

    def begin_again(self) -> None:
        """Another language or theme is in force: both are made anew when they are wanted."""
        for part in (self._details, self._notices):
            if part is not None:
                part.hide()
                part.deleteLater()
        self._details = self._notices = None

    def _on_journal_wanted(self) -> None:
        self._window.go("journal")
