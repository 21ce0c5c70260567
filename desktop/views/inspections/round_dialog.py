"""The round of a plan on the map: its places numbered and joined in the order of the walk, which is changed by carrying
a number, by dragging in the list, or by having the shortest one proposed."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QWidget

from desktop.style.theme import theme
from desktop.tasks import Tasks
from desktop.views.floor_plan.drawings import Drawings
from desktop.views.floor_plan.facts import map_facts
from desktop.views.floor_plan.plan_view import PlanView
from desktop.views.floor_plan.shapes import LIVE
from desktop.views.inspections.round_tool import Numbered, Walk
from desktop.widgets.choice import Choice
from desktop.widgets.parts import box, button, column, label, row
from desktop.workbench import Workbench
from services.core.plant import the_plant
from services.core.walking import length_of, minutes_of, shortest
from services.store.queries.rounds import Stop, round_of

ID = int(Qt.ItemDataRole.UserRole)
SIDE, STOP_MIN = 280, 2.0


class RoundDialog(QDialog):
    """`arranged` carries the ids of the zones and the equipment of the round in the order of the walk. Open it with
    `open()`; it ends itself."""

    arranged = Signal(object)

    def __init__(self, workbench: Workbench, tasks: Tasks, places: tuple[str, ...], above: QWidget) -> None:
        super().__init__(above)
        self.setObjectName("roundDialog")
        self.setWindowTitle(self.tr("The round on the plan"))
        self.resize(1080, 660)
        self._workbench = workbench
        self.stops: list[Stop] = list(workbench.ask(round_of, places=places))
        self._drawings = Drawings(workbench, tasks, self)
        self._drawings.came.connect(self._show_floor)
        self.plan = PlanView()
        self.plan.setObjectName("roundPlan")
        self.plan.set_dark(theme.dark)
        self.plan.use_tool(Walk(self.plan, self._on_floor, self.take, self.carry))
        self.floors = Choice("roundFloor", self.tr("Floor"))
        known = map_facts(workbench, "").floors
        first = self.stops[0].spot.floor if self.stops else ""
        self.floors.offer([(one.name, one.id) for one in known], first)
        self.floors.currentIndexChanged.connect(self._show_floor)
        self.list = QListWidget()
        self.list.setObjectName("roundStops")
        self.list.setAccessibleName(self.tr("Order of the walk"))
        self.list.setDragDropMode(QListWidget.DragDropMode.InternalMove)
        self.list.model().rowsMoved.connect(self._on_moved, Qt.ConnectionType.QueuedConnection)
        self.says = label("", "", "roundLength", wrap=True)
        self._build()
        self.finished.connect(self.deleteLater)
        self._show_floor()
        self._show_stops()

    def _build(self) -> None:
        told = self.tr(
            "Press a zone to take it in. Carry a number onto another, or drag in the list, to change the order."
        )
        side = column(
            self.floors, label(told, "caption", wrap=True), self.list, self.says,
            button(self.tr("Propose the shortest order"), "roundShortest", self.propose),
            button(self.tr("Take out of the round"), "roundLeave", self.leave_out),
            row(button(self.tr("Cancel"), "roundCancel", self.reject), None,
                button(self.tr("Use this order"), "roundUse", self._on_use, "primary")),
            gap=10,
        )  # fmt: skip
        panel = box(side)
        panel.setFixedWidth(SIDE)
        whole = row(gap=16, margins=(16, 16, 16, 16))
        whole.addWidget(self.plan, 1)
        whole.addWidget(panel)
        self.setLayout(whole)

    def _show_floor(self) -> None:
        facts = map_facts(self._workbench, str(self.floors.currentData() or ""))
        if facts.floor is not None:
            self.plan.show_drawing(facts.floor, self._drawings.get(facts.floor))
            self.plan.show_zones(facts.map_zones(LIVE))
        self.plan.update()

    def _on_floor(self) -> Numbered:
        here = self.floors.currentData()
        return [(number, one.spot) for number, one in enumerate(self.stops) if one.spot.floor == here]

    def _show_stops(self) -> None:
        here = self.list.currentRow()
        self.list.clear()
        for number, one in enumerate(self.stops, start=1):
            item = QListWidgetItem(f"{number}. {one.name}", self.list)
            item.setData(ID, one.spot.id)
        self.list.setCurrentRow(min(here, len(self.stops) - 1))
        spots = [one.spot for one in self.stops]
        long = length_of(spots)
        told = self.tr("{metres} m as the crow flies, about {minutes} min with a look at each place.")
        minutes = minutes_of(long, len(spots), self._workbench.ask(the_plant).walk_pace * 60, STOP_MIN)
        self.says.setText(told.format(metres=round(long), minutes=round(minutes)) if spots else "")
        self.plan.update()

    def take(self, zone: str) -> None:
        """A zone comes last in the round, unless it is in it."""
        if all(one.spot.id != zone for one in self.stops):
            self.stops += self._workbench.ask(round_of, places=(zone,))
            self._show_stops()

    def carry(self, at: int, to: int) -> None:
        """The stop at a place of the round goes to another place of it."""
        self.stops.insert(to, self.stops.pop(at))
        self._show_stops()

    def propose(self) -> None:
        """The order in which the least is walked."""
        by_id = {one.spot.id: one for one in self.stops}
        self.stops = [by_id[spot.id] for spot in shortest([one.spot for one in self.stops])]
        self._show_stops()

    def leave_out(self) -> None:
        """The chosen stop is in the round no more."""
        here = self.list.currentRow()
        if 0 <= here < len(self.stops):
            del self.stops[here]
            self._show_stops()

    def _on_moved(self, *_: QModelIndex | int) -> None:
        by_id = {one.spot.id: one for one in self.stops}
        now = [self.list.item(number).data(ID) for number in range(self.list.count())]
        if sorted(now) == sorted(by_id):
            self.stops = [by_id[one] for one in now]
            self._show_stops()

    def _on_use(self) -> None:
        self.accept()
        self.arranged.emit([one.spot.id for one in self.stops])
