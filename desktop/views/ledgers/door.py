"""The way from a page to the window for old registers: by its action, or by a workbook that is dropped on the page."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from desktop.views.action import Action
from desktop.widgets.parts import button

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QPushButton

    from desktop.views.ledgers.window import LedgerWindow
    from desktop.views.page import Page
    from services.core.paper import Register

ENDINGS = (".xlsx", ".xls", ".xlsm", ".ods")


def action(operation: str, *, anywhere: bool = False) -> Action:
    """What a page offers that holds its door as `ledgers`."""
    title = QCoreApplication.translate("LedgerDoor", "Bring in a register from Excel…")
    return Action(
        name="importLedger", title=title, run="ledgers.open", picture="import", operation=operation, anywhere=anywhere
    )


class LedgerDoor(QObject):
    """Opens the window over a page, for the register that belongs there."""

    def __init__(self, page: "Page", register: "Register") -> None:
        super().__init__(page)
        self._page, self._register = page, register
        page.setAcceptDrops(True)
        page.installEventFilter(self)

    def button(self, deed: "QAction") -> "QPushButton":
        """A small button that opens it, for the page's head."""
        made = button("", deed.objectName(), deed.trigger, "tool", "import")
        made.setToolTip(deed.text())
        made.setAccessibleName(deed.text())
        made.setEnabled(deed.isEnabled())
        deed.enabledChanged.connect(made.setEnabled)
        return made

    def open(self) -> None:
        """The window, which asks for a file and shows what was brought in before."""
        self._window().open()

    def open_with(self, path: str) -> None:
        """The window with this file."""
        window = self._window()
        window.open()
        window.read(path)

    def _window(self) -> "LedgerWindow":
        from desktop.views.ledgers.window import LedgerWindow

        return LedgerWindow(self._page.workbench, self._page.tasks, self._register, self._page)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent):  # which one that enters is, too
            path = dropped(event.mimeData()) if self._page.may(f"{self._register}.import_rows") else ""
            if path:
                event.acceptProposedAction()
                if not isinstance(event, QDragEnterEvent) and event.type() == QEvent.Type.Drop:
                    self.open_with(path)
                return True
        return False


def dropped(data: "QMimeData") -> str:
    """The workbook among what is dragged; empty where there is none."""
    paths = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
    return next((path for path in paths if path.lower().endswith(ENDINGS)), "")
