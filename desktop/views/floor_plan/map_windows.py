"""What the map page opens over itself: the floors, where one lies on the earth, the printed plan, the wall, two moments
side by side. Each is brought in when it is first asked for."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.tasks import Tasks
from desktop.views.floor_plan.colouring import Colouring
from desktop.views.floor_plan.drawings import Drawings
from desktop.views.floor_plan.time_travel import TimeTravel
from desktop.views.floor_plan.wording import floor_words
from desktop.workbench import Workbench
from services.core.zones import Floor


class MapWindows(QObject):
    """`shown` answers with the floor on the map; `told` carries what there is to tell afterwards."""

    told = Signal(str)

    def __init__(
        self, page: QWidget, workbench: Workbench, tasks: Tasks, drawings: Drawings, shown: Callable[[], Floor | None]
    ) -> None:
        super().__init__(page)
        self._page, self._workbench, self._tasks, self._drawings = page, workbench, tasks, drawings
        self._shown = shown

    def show_floors(self) -> None:
        """All floors, to be named, ordered, put on the earth and retired."""
        from desktop.views.floor_plan.floors_dialog import FloorsDialog

        floor = self._shown()
        dialog = FloorsDialog(self._workbench, floor.id if floor else "", self._page)
        dialog.position_wanted.connect(self.show_position)
        dialog.open()

    def show_position(self, floor: Floor) -> None:
        """Where a floor lies on the earth."""
        from desktop.views.floor_plan.position_dialog import PositionDialog

        loaded = self._drawings.get(floor)
        PositionDialog(self._workbench, floor, loaded.underlay if loaded else None, self._page).open()

    def show_print(self) -> None:
        """The plan as it will lie on paper."""
        floor = self._shown()
        if floor is None:
            return
        from desktop.views.floor_plan.print_dialog import PlanPrintDialog

        loaded = self._drawings.get(floor)
        drawing, name = loaded.drawing if loaded else None, f"{floor_words(floor.name, floor.building)}.pdf"
        dialog = PlanPrintDialog(self._workbench, self._tasks, floor.id, drawing, name, self._page)
        dialog.told.connect(self.told)
        dialog.open()

    def show_wall(self, colouring: Colouring) -> None:
        """The floors, one after the other, over the whole screen."""
        from desktop.views.floor_plan.wall import Wall

        floor = self._shown()
        Wall(self._workbench, self._drawings, floor.id if floor else "", colouring.by, self._page).showFullScreen()

    def show_compare(self, time: TimeTravel) -> None:
        """Two moments of this floor side by side."""
        floor = self._shown()
        if floor is None:
            return
        from desktop.views.floor_plan.compare import Compare

        Compare(self._workbench, self._drawings, time, floor.id, self._page).show()
