"""How a drawing comes to the map page: chosen in a dialog or dropped, read and looked at in the import flow, a floor in
the end. The page says where the flow is shown."""

from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from desktop.tasks import Tasks, nothing
from desktop.views.floor_plan.import_flow import ImportFlow
from desktop.widgets.asking import ask_open
from desktop.widgets.toast import Toast
from desktop.workbench import Workbench


class Importing(QObject):
    """`begun` carries the name of a file that is going to be read, `made` the id of the floor that it became; `closed`
    when it became none."""

    begun = Signal(str)
    made = Signal(str)
    closed = Signal()

    def __init__(self, page: QWidget, workbench: Workbench, tasks: Tasks, toast: Toast) -> None:
        super().__init__(page)
        self._page, self._tasks, self._toast = page, tasks, toast
        self.flow = ImportFlow(workbench, tasks)
        self.flow.made.connect(self._on_made)
        self.flow.closed.connect(self.closed)
        self.flow.other_wanted.connect(self.choose)
        self.flow.failed.connect(self._on_failed)

    def choose(self) -> None:
        """Asks for a drawing."""
        plans = self.tr("Plans (*.dxf *.svg *.svgz *.pdf *.png *.jpg *.jpeg *.geojson *.json)")
        forms, folder = [plans, self.tr("All files (*)")], str(QSettings().value("map/folder") or "")
        self.expect()
        ask_open(self._page, "drawingDialog", self.tr("Import a drawing"), forms, self.bring, folder, self.give_up)

    def expect(self) -> None:
        """A drawing may be given in a moment: its reader gets ready meanwhile."""
        from services.plans.apart import make_ready

        self._tasks.run(make_ready, nothing)

    def give_up(self) -> None:
        """None was given."""
        from services.plans.apart import let_go

        self._tasks.run(let_go, nothing)

    def bring(self, path: str) -> None:
        """Reads a file and shows what it holds."""
        file = Path(path)
        QSettings().setValue("map/folder", str(file.parent))
        self.begun.emit(file.name)
        self.flow.read(file)

    def drop(self, event: QDropEvent) -> None:
        """The first file of those that were dropped."""
        path = next((url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()), "")
        if path:
            event.acceptProposedAction()
            self.bring(path)

    def _on_made(self, floor: str) -> None:
        self.made.emit(floor)
        told = self.tr("The floor is there. Now draw its zones, or take them from the drawing.")
        self._toast.good(told, keep="map")

    def _on_failed(self, told: str) -> None:
        """Who looks on is told by the page, who has gone elsewhere by the toast; it is kept for both."""
        if self._page.isVisible():
            self._toast.note(told, "map")
        else:
            self._toast.bad(told, keep="map")
