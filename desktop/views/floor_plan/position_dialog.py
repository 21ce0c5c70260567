"""Where a floor lies on the earth: control points, clicked on the plan and typed in degrees, with the fit's errors."""

from dataclasses import asdict
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QComboBox, QDialog, QHeaderView, QPushButton, QTableWidget, QTableWidgetItem, QWidget

from desktop.style.theme import theme
from desktop.views.floor_plan.gestures import Board, Pointer, Tool
from desktop.views.floor_plan.inks import Inks
from desktop.views.floor_plan.plan_view import PlanView
from desktop.views.floor_plan.position_points import Typed, fit_of, residuals_of
from desktop.views.floor_plan.underlay import Underlay
from desktop.widgets.parts import box, button, column, label, row
from desktop.widgets.spoken import SpokenCells
from desktop.words import refusal
from desktop.workbench import Workbench
from services.core.georeference import Fit
from services.core.refused import Refused
from services.core.zones import Floor

MARK_PX = 7.0
TEXT_COLUMN, RESIDUAL_COLUMN = 2, 3


class Marks(Tool):
    """A click adds a control point; all of them are shown with their numbers."""

    name = "marks"
    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, board: Board, dialog: "PositionDialog") -> None:
        super().__init__(board)
        self._dialog = dialog

    def press(self, pointer: Pointer) -> None:
        self._dialog.add(*self.board.snapped(pointer))

    def paint(self, painter: QPainter, inks: Inks) -> None:
        painter.setPen(QPen(QColor(inks.accent), 2.0))
        for number, one in enumerate(self._dialog.typed):
            at = QPointF(self.board.camera.to_screen(one.x, one.y))
            painter.drawEllipse(at, MARK_PX, MARK_PX)
            painter.drawPoint(at)
            painter.drawText(at + QPointF(MARK_PX + 3, -MARK_PX), str(number + 1))


class PositionDialog(QDialog):
    """Open it with `open()`; it ends itself."""

    def __init__(self, workbench: Workbench, floor: Floor, underlay: Underlay | None, above: QWidget) -> None:
        super().__init__(above)
        self.setObjectName("positionDialog")
        self.setWindowTitle(self.tr("Position on the earth"))
        self.resize(1080, 640)
        self._workbench, self._floor = workbench, floor
        self.typed = [Typed(one.x, one.y, f"{one.longitude}, {one.latitude}") for one in floor.control_points]
        self.plan = PlanView()
        self.plan.setObjectName("positionPlan")
        self.plan.set_dark(theme.dark)
        self.plan.show_floor(underlay, QRectF(0, 0, floor.width_m, floor.height_m))
        self.plan.use_tool(Marks(self.plan, self))
        self._build()
        workbench.refused.connect(self._on_refused)
        self.finished.connect(self.deleteLater)
        self._show_rows()

    def _build(self) -> None:
        self.datum = QComboBox()
        self.datum.setObjectName("positionDatum")
        self.datum.setAccessibleName(self.tr("Coordinates are"))
        self.datum.addItem(self.tr("WGS-84 (GPS, Google Earth)"), "wgs84")
        self.datum.addItem(self.tr("GCJ-02 (Amap, Tencent maps)"), "gcj02")
        self.datum.setCurrentIndex(self.datum.findData(self._floor.datum))
        self.points = QTableWidget(0, 4)
        self.points.setTabKeyNavigation(False)
        self.points.setItemDelegate(SpokenCells(self.points))
        self.points.setObjectName("controlPoints")
        self.points.setAccessibleName(self.tr("Control points"))
        titles = (self.tr("x (m)"), self.tr("y (m)"), self.tr("Longitude, latitude"), self.tr("Off (m)"))
        self.points.setHorizontalHeaderLabels(titles)
        self.points.horizontalHeader().setSectionResizeMode(TEXT_COLUMN, QHeaderView.ResizeMode.Stretch)
        for place in (0, 1, RESIDUAL_COLUMN):
            self.points.setColumnWidth(place, 76 if place < RESIDUAL_COLUMN else 92)
        self.points.itemChanged.connect(self._on_typed)
        self.fit = label("", "", "fitSaid", wrap=True)
        self.doubt = label("", "", "fitDoubt", wrap=True)
        self._doubt_card = box(column(self.doubt, margins=(12, 8, 12, 8)), "card-yellow")
        self.save = button(self.tr("Save position"), "savePosition", self._on_save, "primary")
        remove = button(self.tr("Remove point"), "removePoint", self._on_remove)
        clear = button(self.tr("Remove position"), "clearPosition", self._on_clear, "link")
        if not self._floor.control_points:
            clear.hide()
        told = self.tr(
            "Click a place on the plan that you also find on a map, such as a corner of the building, and type its "
            "longitude and latitude. Three at least, four or more are better."
        )
        side = column(label(self._floor.name, "section"), label(told, "muted", wrap=True), gap=10)
        side.addLayout(row(label(self.tr("Coordinates are"), "caption"), self.datum, None))
        side.addWidget(self.points, 1)
        side.addLayout(row(remove, None))
        side.addWidget(self.fit)
        side.addWidget(self._doubt_card)
        cancel = button(self.tr("Cancel"), "positionCancel", self.reject)
        side.addLayout(row(clear, None, cancel, self.save))
        panel = box(side)
        panel.setFixedWidth(500)
        for each in panel.findChildren(QPushButton):
            each.setAutoDefault(False)  # Enter ends the typing of a place and must press nothing
        self.setLayout(row(self.plan, panel, gap=16, margins=(16, 16, 16, 16)))

    def add(self, x: float, y: float) -> None:
        """A new point on the plan; its degrees are typed next."""
        self.typed.append(Typed(round(x, 3), round(y, 3)))
        self._show_rows()
        item = self.points.item(len(self.typed) - 1, TEXT_COLUMN)
        if item is not None:
            self.points.setCurrentItem(item)
            self.points.editItem(item)

    def _show_rows(self) -> None:
        self.points.blockSignals(True)
        self.points.setRowCount(len(self.typed))
        for number, one in enumerate(self.typed):
            for place, text in enumerate((f"{one.x:.2f}", f"{one.y:.2f}", one.text, "")):
                item = QTableWidgetItem(text)
                if place != TEXT_COLUMN:
                    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                self.points.setItem(number, place, item)
        self.points.blockSignals(False)
        self._show_fit()

    def _show_fit(self) -> None:
        fit, why = fit_of(self.typed)
        self.points.blockSignals(True)
        for number, residual in enumerate(residuals_of(self.typed, fit)):
            item = self.points.item(number, RESIDUAL_COLUMN)
            if item is not None:
                item.setText("" if residual is None else f"{residual:.2f}")
        self.points.blockSignals(False)
        self.fit.setText(self._said(fit) if fit else why)
        doubts = self._doubts(fit) if fit else ""
        self.doubt.setText(doubts)
        self._doubt_card.setVisible(bool(doubts))
        self.save.setEnabled(fit is not None and all(one.point() for one in self.typed))
        self.plan.update()

    def _said(self, fit: Fit) -> str:
        return self.tr("Largest error {worst} m, scale {scale}, turned by {turn}°").format(
            worst=f"{fit.worst:.2f}", scale=f"{fit.scale:.4f}", turn=f"{fit.rotation_deg:.1f}"
        )

    def _doubts(self, fit: Fit) -> str:
        words = {
            "mirrored": self.tr("The plan would be mirrored: two points are mixed up, or longitude and latitude are."),
            "scale": self.tr("The plan's scale is {percent} % off the earth's: check its unit and scale.").format(
                percent=f"{abs(fit.scale - 1) * 100:.1f}"
            ),
            "residual": self.tr("A point is more than a metre off: check the one with the largest error."),
        }
        return "\n".join(words[doubt] for doubt in fit.doubts())

    def _on_typed(self, item: QTableWidgetItem) -> None:
        one = self.typed[item.row()]
        self.typed[item.row()] = Typed(one.x, one.y, item.text().strip())
        self._show_fit()

    def _on_remove(self) -> None:
        at = self.points.currentRow()
        if 0 <= at < len(self.typed):
            del self.typed[at]
            self._show_rows()

    def _on_save(self) -> None:
        self._set([asdict(point) for one in self.typed if (point := one.point()) is not None])

    def _on_clear(self) -> None:
        self._set([])

    def _set(self, points: list[dict[str, Any]]) -> None:
        datum = str(self.datum.currentData())
        done = self._workbench.run("floors.set_position", floor=self._floor.id, datum=datum, control_points=points)
        if done.ok:
            self.accept()

    def _on_refused(self, refused: Refused) -> None:
        self.fit.setText(refusal(refused))
