"""What of a plan is printed, on which paper and at which scale: the fields of the print dialog, kept for next time."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from desktop.widgets.choice import Choice
from desktop.widgets.parts import box, column, label

if TYPE_CHECKING:
    from services.reports.plan_sheet import Wanted

GROUP = "planPrint"
WIDTH = 260


class PrintChoices(QWidget):
    """`changed` when something else is wanted."""

    changed = Signal()

    def __init__(self, *, with_drawing: bool) -> None:
        super().__init__()
        from services.reports.names import PAPERS
        from services.reports.plan_paper import SCALES

        self.setFixedWidth(WIDTH)
        self.layer = self._choice("printLayer", self.tr("What is printed"), self._layers(), "status")
        self.paper = self._choice("printPaper", self.tr("Paper"), [(name, name) for name in PAPERS], "A3")
        ways = [
            (self.tr("Whichever is larger"), ""),
            (self.tr("Landscape"), "landscape"),
            (self.tr("Portrait"), "portrait"),
        ]
        self.way = self._choice("printWay", self.tr("Orientation"), ways, "")
        scales = [(self.tr("As large as fits"), "0"), *((f"1:{scale}", str(scale)) for scale in SCALES)]
        self.scale = self._choice("printScale", self.tr("Scale"), scales, "0")
        self.drawing = self._box("printDrawing", self.tr("Drawing under the zones"), True)
        self.drawing.setVisible(with_drawing)
        self.symbols = self._box("printSymbols", self.tr("Equipment, sensors and doors"), True)
        self.tiled = self._box("printTiled", self.tr("Several sheets if need be"), False)
        fields = [
            box(column(label(one.accessibleName(), "caption"), one, gap=4))
            for one in (self.layer, self.paper, self.way, self.scale)
        ]
        self.of_plan = box(column(fields.pop(), self.drawing, self.symbols, self.tiled, gap=12))
        self.setLayout(column(*fields, self.of_plan, gap=12))
        self.layer.activated.connect(self._show_plan)
        self._show_plan()

    def wanted(self) -> "Wanted":
        """What is chosen."""
        from services.reports.names import BOARDS, PLANS
        from services.reports.plan_sheet import Wanted

        way, what = self.way.currentData(), self.layer.currentData()
        return Wanted(
            paper=str(self.paper.currentData()),
            landscape=None if not way else way == "landscape",
            scale=int(self.scale.currentData()),
            layer=next((layer for layer in PLANS.values() if layer == what), "status"),
            drawing=self.drawing.isChecked(),
            symbols=self.symbols.isChecked(),
            tiled=self.tiled.isChecked(),
            board=next((board for board in BOARDS if board == what), None),
        )

    def _show_plan(self) -> None:
        """Boards and lists have no scale."""
        self.of_plan.setVisible(self.wanted().board is None)

    def take_scale(self, scale: int) -> None:
        """The scale that was proposed; where the list has it not, as large as fits, which is the same."""
        self.scale.setCurrentIndex(max(self.scale.findData(str(scale)), 0))
        self.changed.emit()

    def keep(self) -> None:
        """Remembers the choice. Scale and sheets belong to a floor, and are asked anew."""
        for one in (self.layer, self.paper, self.way):
            QSettings().setValue(f"{GROUP}/{one.objectName()}", one.currentData())
        for tick in (self.drawing, self.symbols):
            QSettings().setValue(f"{GROUP}/{tick.objectName()}", tick.isChecked())

    def _layers(self) -> list[tuple[str, str]]:
        return [
            (self.tr("Plan with live status"), "status"),
            (self.tr("Four-colour risk map"), "risk"),
            (self.tr("Both: four colours and live status"), "both"),
            (self.tr("Risk notice board"), "notice-board"),
            (self.tr("Risk notice cards, one a zone"), "notice-cards"),
            (self.tr("Risk list"), "risk-list"),
            (self.tr("List of measures and responsibility"), "measure-list"),
            (self.tr("Hazard list"), "hazard-list"),
        ]

    def _choice(self, name: str, said: str, options: list[tuple[str, str]], usual: str) -> Choice:
        made = Choice(name, said)
        kept = QSettings().value(f"{GROUP}/{name}")
        made.offer(options, usual if kept is None else str(kept))
        made.activated.connect(self.changed)
        return made

    def _box(self, name: str, said: str, usual: bool) -> QCheckBox:
        made = QCheckBox(said)
        made.setObjectName(name)
        made.setChecked(QSettings().value(f"{GROUP}/{name}", usual, type=bool))  # type: ignore[arg-type]
        made.toggled.connect(self.changed)
        return made
