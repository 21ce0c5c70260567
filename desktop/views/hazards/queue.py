"""What waits for my review, the most urgent on top: rows with a picture, the place, which review, and the clock."""

from PySide6.QtCore import QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop import words
from desktop.models.record_table import RECORD, Column, Index, RecordTable
from desktop.style.lettering import paint_text, sized
from desktop.style.signs import paint_badge, paint_sign
from desktop.style.theme import theme
from desktop.views.hazards.shown import Shown, called, clock, review_word
from desktop.widgets.pictures import Pictures, paint_absent
from desktop.workbench import Workbench

ROW_HIGH, PICTURE = 88, 64


class QueueRows(QStyledItemDelegate):
    """Paints one row."""

    def __init__(self, workbench: Workbench, pictures: Pictures, parent: QWidget) -> None:
        super().__init__(parent)
        self._workbench, self._pictures = workbench, pictures

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, ROW_HIGH)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        one: Shown = index.data(RECORD)
        box: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        under = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.fillRect(box, theme.colour("tint" if chosen else "hover" if under else "panel"))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), theme.colour("line"))
        if chosen:
            painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), theme.colour("accent"))
        self._paint_picture(painter, one, QRectF(box.left() + 12, box.top() + 12, PICTURE, PICTURE))
        self._paint_words(painter, one, box.adjusted(12 + PICTURE + 12, 12, -12, -12), option.font)
        painter.restore()

    def _paint_picture(self, painter: QPainter, one: Shown, place: QRectF) -> None:
        ratio = painter.device().devicePixelRatioF()
        found = (
            self._pictures.thumb(one.hazard.before[0], QSize(PICTURE, PICTURE), ratio) if one.hazard.before else None
        )
        if found is None:
            paint_absent(painter, place)
        else:
            painter.drawPixmap(place.topLeft(), found)

    def _paint_words(self, painter: QPainter, one: Shown, box: QRect, plain: QFont) -> None:
        lines = [QRect(box.left(), box.top() + top, box.width(), 20) for top in (0, 22, 44)]
        _write(painter, lines[0], called(one.hazard), plain, 14, "text", bold=True)
        zone = painter.fontMetrics().elidedText(one.row.zone.name, Qt.TextElideMode.ElideRight, box.width() - 100)
        _write(painter, lines[1], zone, plain, 12, "muted")
        after = lines[1].left() + painter.fontMetrics().horizontalAdvance(zone) + 6
        paint_badge(painter, one.row.zone.zone_class, QRectF(after, lines[1].top() + 2, 16, 16))
        _write(
            painter,
            lines[1].adjusted(after - box.left() + 22, 0, 0, 0),
            "· " + _review(one),
            plain,
            12,
            "muted",
        )
        status = "overdue" if one.row.overdue else "pending"
        paint_sign(painter, status, QRectF(lines[2].left(), lines[2].top() + 4, 12, 12))
        left = clock(one, self._workbench.now())
        _write(painter, lines[2].adjusted(18, 0, 0, 0), left, plain, 12, status, bold=True)


def _review(one: Shown) -> str:
    """Which review, and whether it is of a major hazard."""
    if one.hazard.grade != "major":
        return review_word(one.hazard)
    return f"{review_word(one.hazard)} · {words.say('value.grade.major')}"


def _write(painter: QPainter, box: QRect, text: str, plain: QFont, size: int, ink: str, *, bold: bool = False) -> None:
    painter.setFont(sized(plain, size, bold=bold))
    paint_text(painter, QRectF(box), text, theme.colour(ink))


class Queue(QListView):
    """`picked` carries the id of the row that became current by hand or key."""

    picked = Signal(str)

    def __init__(self, workbench: Workbench, pictures: Pictures) -> None:
        super().__init__()
        self.setObjectName("reviewQueue")
        self.setAccessibleName(self.tr("Waiting for review"))
        self.setAccessibleName(self.tr("Hazards that wait for a review"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("look", "panel")
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        columns = (
            Column("what", "", lambda one: called(one.hazard)),
            Column("zone", "", lambda one: one.row.zone.name),
            Column("review", "", lambda one: review_word(one.hazard)),
            Column("clock", "", lambda one: clock(one, workbench.now())),
        )
        self.rows = RecordTable(columns, self)
        self.setModel(self.rows)
        self.setItemDelegate(QueueRows(workbench, pictures, self))
        self.selectionModel().currentChanged.connect(self._on_current)
        self._quiet = False

    def show_rows(self, rows: tuple[Shown, ...], current: str) -> None:
        """The queue from now on, and which of it is on the desk."""
        self._quiet = True
        self.rows.show(rows)
        at = next((place for place, one in enumerate(rows) if one.id == current), -1)
        self.setCurrentIndex(self.rows.index(at, 0) if at >= 0 else QModelIndex())
        if at < 0:
            self.clearSelection()
        self.viewport().update()
        self._quiet = False

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.rows.rows:
            painter = QPainter(self.viewport())
            box = self.viewport().rect().adjusted(24, 24, -24, 0)
            painter.setPen(theme.colour("muted"))
            text = self.tr("Nothing waits for your review.")
            painter.drawText(box, Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap, text)

    def _on_current(self, index: QModelIndex, _: QModelIndex) -> None:
        if index.isValid() and not self._quiet:
            self.picked.emit(index.data(RECORD).id)
