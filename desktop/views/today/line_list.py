"""The list of what wants somebody, painted in rows of two lines; a group's name stands over its first row."""

from PySide6.QtCore import QModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.models.record_table import RECORD, Column, Index, RecordTable
from desktop.style.lettering import RIGHT, paint_text, sized
from desktop.style.signs import paint_badge, paint_sign
from desktop.style.theme import theme
from desktop.style.tokens import BODY, CAPTION, RADIUS
from desktop.views.today.line import Line

HEAD_HIGH, ROW_HIGH, EDGE, GAP, SIGN = 28, 44, 16, 12, 12
ZONE, WHO, CLOCK, DEED, BADGE = 120, 100, 136, 76, 16


def deed_box(row: QRect) -> QRect:
    """Where a row's button lies."""
    return QRect(row.right() - EDGE + 4 - DEED, row.bottom() - ROW_HIGH + 8, DEED, 28)


class Rows(QStyledItemDelegate):
    """Paints one row."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line: Line = index.data(RECORD)
        return QSize(200, ROW_HIGH + (HEAD_HIGH if line.head else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: Line = index.data(RECORD)
        whole: QRect = option.rect
        box = QRect(whole.left(), whole.bottom() - ROW_HIGH + 1, whole.width(), ROW_HIGH)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        under = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        if line.head:
            self._head(painter, line, QRect(whole.left(), whole.top(), whole.width(), HEAD_HIGH), option.font)
        painter.fillRect(box, theme.colour("tint" if chosen else "hover" if under else "panel"))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), theme.colour("line"))
        if chosen:
            painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), theme.colour("accent"))
        paint_sign(painter, line.sign, QRectF(box.left() + EDGE, box.center().y() - SIGN / 2, SIGN, SIGN))
        self._words(painter, line, box, option.font)
        self._deed(painter, line, deed_box(whole), option.font, loud=index.row() == 0)
        painter.restore()

    def _head(self, painter: QPainter, line: Line, box: QRect, plain: QFont) -> None:
        painter.fillRect(box, theme.colour("page"))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), theme.colour("line"))
        place = QRectF(box).adjusted(EDGE, 0, -EDGE, 0)
        painter.setFont(sized(plain, CAPTION, bold=True))
        paint_text(painter, place, line.head, theme.colour("text"))
        after = painter.fontMetrics().horizontalAdvance(line.head) + 8
        painter.setFont(sized(plain, CAPTION))
        paint_text(painter, place.adjusted(after, 0, 0, 0), str(line.many), theme.colour("muted"))

    def _words(self, painter: QPainter, line: Line, box: QRect, plain: QFont) -> None:
        upper, lower = QRectF(box.left(), box.top() + 3, box.width(), 21), QRectF(box.left(), box.top() + 23, 0, 18)
        clock = box.right() - EDGE - DEED - GAP - CLOCK
        who = clock - GAP - WHO
        zone = who - GAP - ZONE
        what = box.left() + EDGE + SIGN + GAP
        text, muted = theme.colour("text"), theme.colour("muted")
        painter.setFont(sized(plain, CAPTION))
        paint_text(painter, _span(lower, what, zone - GAP), line.note, muted)
        paint_text(painter, _span(lower, who, clock - GAP), line.role, muted)
        painter.setFont(sized(plain, BODY, bold=line.sign == "overdue"))
        paint_text(painter, _span(upper, what, zone - GAP), line.what, text)
        painter.setFont(sized(plain, BODY))
        middle = QRectF(0, box.top(), 0, box.height())
        paint_text(painter, _span(upper if line.role else middle, who, clock - GAP), line.who, text)
        self._zone(painter, line, _span(middle, zone, who - GAP))
        painter.setFont(sized(plain, BODY, bold=bool(line.tone)))
        paint_text(painter, _span(middle, clock, clock + CLOCK), line.clock, theme.colour(line.tone or "text"), RIGHT)

    def _zone(self, painter: QPainter, line: Line, place: QRectF) -> None:
        room = BADGE + 6 if line.badge else 0
        paint_text(painter, place.adjusted(0, 0, -room, 0), line.zone, theme.colour("text"))
        if line.badge:
            wide = min(painter.fontMetrics().horizontalAdvance(line.zone), int(place.width() - room))
            at = QRectF(place.left() + wide + 6, place.center().y() - BADGE / 2, BADGE, BADGE)
            paint_badge(painter, line.badge, at)

    def _deed(self, painter: QPainter, line: Line, box: QRect, plain: QFont, *, loud: bool) -> None:
        """The most urgent row's button is the one in the accent colour."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("accent" if loud else "line"), 1))
        painter.setBrush(theme.colour("accent" if loud else "panel"))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        painter.setFont(sized(plain, BODY, bold=loud))
        ink = theme.colour("on_accent" if loud else "text")
        paint_text(painter, QRectF(box).adjusted(4, 0, -4, 0), line.deed, ink, Qt.AlignmentFlag.AlignCenter)


def _span(line: QRectF, left: float, right: float) -> QRectF:
    return QRectF(left, line.top(), right - left, line.height())


class LineList(QListView):
    """`opened` carries a row that is to be opened: by its button, a double click or Enter."""

    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("todayList")
        self.setAccessibleName(self.tr("To be dealt with"))
        self.setProperty("look", "bare")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows = RecordTable((Column("line", "", _spoken, tip=_spoken),), self)
        self.setModel(self.rows)
        self.setItemDelegate(Rows(self))
        self.doubleClicked.connect(self._open)

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        """The rows from now on; what was chosen stays chosen while it is there."""
        self.rows.show(lines)
        self.scheduleDelayedItemsLayout()  # a row is higher where it begins a group

    def button_at(self, at: QPoint) -> QModelIndex:
        """The row whose button lies there."""
        index = self.indexAt(at)
        return index if index.isValid() and deed_box(self.visualRect(index)).contains(at) else QModelIndex()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        over = self.button_at(event.position().toPoint()).isValid()
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._open(self.button_at(event.position().toPoint()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if not self.button_at(event.position().toPoint()).isValid():  # its first click has opened it
            super().mouseDoubleClickEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(index.data(RECORD))


def _spoken(line: Line) -> str:
    return line.spoken
