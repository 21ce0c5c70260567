"""The sheet of labels in true proportion: the rendered page, and over it what is used, chosen or wrong."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QImage, QMouseEvent, QPainter, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.style.signs import paint_sign
from desktop.style.theme import theme
from desktop.style.tokens import LIGHT

if TYPE_CHECKING:
    from desktop.views.labels.proofing import Proofed
    from services.reports.label_sheets import Box, Template
    from services.reports.labels import Place

TOP, SIDE, BOTTOM = 36, 24, 20
FLAG = 19
MM_PER_INCH = 25.4
SCREEN_DPI = 96
MOST_ZOOM = 2


class SheetView(QWidget):
    """`picked` carries the zone code of a label that was pressed; `toggled` the number of a place that is used, or
    is free after all."""

    picked = Signal(str)
    toggled = Signal(int)
    zoomed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("labelSheet")
        self.setMouseTracking(True)
        self.template: Template | None = None
        self.picture: QImage | None = None
        self.places: dict[int, Place] = {}
        self.used: frozenset[int] = frozenset()
        self.reasons: Mapping[str, str] = {}
        self.selected = ""
        self.true_size = False
        self._hover = -1
        self._shown: tuple[int, QPixmap] | None = None
        theme.changed.connect(self.update)

    def show_proof(self, proofed: "Proofed", reasons: Mapping[str, str]) -> None:
        """Another proof; `reasons` say, by zone code, why a label can't be printed."""
        self.template, self.picture = proofed.template, proofed.picture
        self.places = {place.cell: place for place in proofed.proof.places if place.page == proofed.page}
        self.used = proofed.wanted.used if proofed.page == 1 else frozenset()
        self.reasons = reasons
        self._fit()

    def select(self, code: str) -> None:
        """The label of this zone is looked at."""
        self.selected = code
        self.update()

    def show_true_size(self, wanted: bool) -> None:
        """At 100 %, or as large as fits."""
        self.true_size = wanted
        self._fit()

    @property
    def scale(self) -> float:
        """Pixels per millimetre."""
        if self.template is None or self.true_size:
            return SCREEN_DPI / MM_PER_INCH
        width, height = self.template.page_mm
        fitting = min((self.width() - 2 * SIDE) / width, (self.height() - TOP - BOTTOM) / height)
        return max(0.2, min(fitting, MOST_ZOOM * SCREEN_DPI / MM_PER_INCH))

    @property
    def percent(self) -> int:
        """The zoom, where 100 is the size of the paper."""
        return round(100 * self.scale * MM_PER_INCH / SCREEN_DPI)

    def cell_at(self, place: QPointF) -> int:
        """The number of the place on the sheet under a point; -1 for none."""
        if self.template is None:
            return -1
        boxes = (self._box(self.template.cell(number)) for number in range(self.template.per_page))
        return next((number for number, box in enumerate(boxes) if box.contains(place)), -1)

    def middle_of(self, cell: int) -> QPointF:
        """Where a place on the sheet is on the screen."""
        assert self.template is not None
        return self._box(self.template.cell(cell)).center()

    def _fit(self) -> None:
        if self.template is not None and self.true_size:
            width, height = (side * self.scale for side in self.template.page_mm)
            self.setMinimumSize(QSize(int(width) + 2 * SIDE, int(height) + TOP + BOTTOM))
        else:
            self.setMinimumSize(200, 200)
        self.zoomed.emit()
        self.update()

    @property
    def _page(self) -> QRectF:
        assert self.template is not None
        width, height = (side * self.scale for side in self.template.page_mm)
        return QRectF((self.width() - width) / 2, TOP, width, height)

    def _box(self, box: "Box") -> QRectF:
        page, scale = self._page, self.scale
        return QRectF(page.x() + box.x * scale, page.y() + box.y * scale, box.width * scale, box.height * scale)

    def paintEvent(self, _: object) -> None:
        if self.template is None:
            return
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        self._paint_width(painter)
        self._paint_paper(painter)
        for cell in range(self.template.per_page):
            self._paint_cell(painter, cell)
        painter.end()

    def _paint_width(self, painter: QPainter) -> None:
        """The measure over the sheet, as on a drawing."""
        assert self.template is not None
        page, y = self._page, TOP - 14
        said = f"{self.template.page_mm[0]:g} mm"
        painter.setFont(_font(12))
        room = painter.fontMetrics().horizontalAdvance(said) / 2 + 8
        painter.setPen(QPen(theme.colour("muted"), 1))
        middle = page.center().x()
        painter.drawLine(QPointF(page.left(), y), QPointF(middle - room, y))
        painter.drawLine(QPointF(middle + room, y), QPointF(page.right(), y))
        for x in (page.left(), page.right()):
            painter.drawLine(QPointF(x, y - 4), QPointF(x, y + 4))
        painter.drawText(QRectF(middle - room, y - 10, 2 * room, 20), Qt.AlignmentFlag.AlignCenter, said)

    def _paint_paper(self, painter: QPainter) -> None:
        page = self._page
        painter.fillRect(page.translated(2, 3), QColor(0, 0, 0, 28))
        painter.fillRect(page, QColor(LIGHT.panel))
        if self.picture is not None:
            painter.drawPixmap(page.toRect(), self._scaled(self.picture, page.toRect().size()))
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawRect(page)

    def _scaled(self, picture: QImage, size: QSize) -> QPixmap:
        """The page at the size it is shown at, made once: small letters stay legible only when averaged."""
        wanted = size * self.devicePixelRatioF()
        if self._shown is None or self._shown[0] != picture.cacheKey() or self._shown[1].size() != wanted:
            smooth = picture.scaled(
                wanted, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            self._shown = (picture.cacheKey(), QPixmap.fromImage(smooth))
        return self._shown[1]

    def _paint_cell(self, painter: QPainter, cell: int) -> None:
        assert self.template is not None
        box = self._box(self.template.cell(cell)).adjusted(0.5, 0.5, -0.5, -0.5)
        place = self.places.get(cell)
        round_ = min(4.0, box.height() / 8)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(LIGHT.line), 1))
        painter.drawRoundedRect(box, round_, round_)
        if cell in self.used:
            self._paint_used(painter, box, round_)
        elif place is not None and place.code in self.reasons:
            self._paint_fault(painter, box, round_, place)
        elif place is not None and place.code == self.selected:
            painter.setPen(QPen(QColor(LIGHT.accent), 2.5))
            painter.drawRoundedRect(box, round_, round_)
        elif cell == self._hover:
            painter.setPen(QPen(QColor(LIGHT.muted), 1.5, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(box, round_, round_)

    def _paint_used(self, painter: QPainter, box: QRectF, round_: float) -> None:
        painter.setPen(QPen(QColor(LIGHT.furniture), 1))
        painter.setBrush(QColor(LIGHT.line))
        painter.drawRoundedRect(box, round_, round_)
        painter.drawLine(box.bottomLeft() + QPointF(8, -6), box.topRight() + QPointF(-8, 6))
        painter.setFont(_font(12))
        said = self.tr("used")
        width = painter.fontMetrics().horizontalAdvance(said) + 12
        plate = QRectF(box.center().x() - width / 2, box.center().y() - 10, width, 20)
        painter.fillRect(plate, QColor(LIGHT.line))
        painter.setPen(QColor(LIGHT.muted))
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, said)

    def _paint_fault(self, painter: QPainter, box: QRectF, round_: float, place: "Place") -> None:
        red = QColor(LIGHT.overdue)
        painter.setPen(QPen(red, 2))
        painter.drawRoundedRect(box, round_, round_)
        painter.setPen(QPen(red, 1, Qt.PenStyle.DashLine))
        painter.drawRect(self._box(place.code_box.shrunk(-place.quiet_modules * place.module_mm)))
        painter.setFont(_font(11, bold=True))
        said = painter.fontMetrics().elidedText(
            self.reasons[place.code], Qt.TextElideMode.ElideRight, int(box.width()) - 34
        )
        width = painter.fontMetrics().horizontalAdvance(said) + 26
        flag = QRectF(box.left() + 4, box.bottom() - FLAG - 3, width, FLAG)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(red)
        painter.drawRoundedRect(flag, 3, 3)
        paint_sign(painter, "overdue", QRectF(flag.left() + 5, flag.top() + 5, 9, 9), QColor(LIGHT.panel))
        painter.setPen(QColor(LIGHT.panel))
        painter.drawText(flag.adjusted(18, 0, -4, 0), Qt.AlignmentFlag.AlignVCenter, said)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self.cell_at(event.position())
        place = self.places.get(cell)
        if cell < 0:
            return
        if event.button() == Qt.MouseButton.LeftButton and place is not None:
            self.picked.emit(place.code)
        else:
            self.toggled.emit(cell)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        cell = self.cell_at(event.position())
        if cell != self._hover:
            self._hover = cell
            self.setCursor(Qt.CursorShape.PointingHandCursor if cell >= 0 else Qt.CursorShape.ArrowCursor)
            self.setToolTip(self._tip(cell))
            self.update()

    def _tip(self, cell: int) -> str:
        if cell in self.used:
            return self.tr("This place is used. Press: it is free after all")
        if cell in self.places:
            return self.tr("Press to look at it. Right button: this place is already used")
        return self.tr("Press: this place is already used") if cell >= 0 else ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.zoomed.emit()


def _font(size: int, *, bold: bool = False) -> QFont:
    font = QFont(QFont().families())
    font.setPixelSize(size)
    font.setBold(bold)
    return font
