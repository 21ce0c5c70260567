"""The list of conflicts: what was wanted, about what, why it did not count, since when."""

from PySide6.QtCore import QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop import words
from desktop.models.record_table import RECORD, Column, Index, RecordTable
from desktop.style.lettering import LEFT, RIGHT, paint_text, sized
from desktop.style.signs import paint_sign
from desktop.style.theme import theme
from desktop.views.conflicts.said import about, how, reason, wanted
from desktop.workbench import Workbench
from services.store.queries.conflicts import Conflict

ROW_HIGH, INSET = 84, 16


class ConflictRows(QStyledItemDelegate):
    """Paints one row."""

    def __init__(self, workbench: Workbench, parent: QWidget) -> None:
        super().__init__(parent)
        self._workbench = workbench

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, ROW_HIGH)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        one: Conflict = index.data(RECORD)
        box: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        under = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.fillRect(box, theme.colour("tint" if chosen else "hover" if under else "panel"))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), theme.colour("line"))
        if chosen:
            painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), theme.colour("accent"))
        self._paint_words(painter, one, box.adjusted(INSET, 10, -INSET, -10), option.font)
        painter.restore()

    def _paint_words(self, painter: QPainter, one: Conflict, box: QRect, plain: QFont) -> None:
        first, second, third = (QRect(box.left(), box.top() + top, box.width(), 20) for top in (0, 22, 44))
        when = words.when(one.row.made_at, self._workbench.now())
        painter.setFont(sized(plain, 12))
        wide = painter.fontMetrics().horizontalAdvance(when) + 8
        _write(painter, first, when, "muted", RIGHT)
        painter.setFont(sized(plain, 14, bold=True))
        _write(painter, first.adjusted(0, 0, -wide, 0), wanted(one), "text")
        painter.setFont(sized(plain, 12))
        _write(painter, second, about(one), "muted")
        status, text = ("unknown" if one.row.settled == "let_go" else "normal", how(one))
        if one.row.settled is None:
            status, text = "overdue", reason(one)
        paint_sign(painter, status, QRectF(third.left(), third.top() + 4, 12, 12))
        painter.setFont(sized(plain, 12, bold=True))
        _write(painter, third.adjusted(18, 0, 0, 0), text, status)


def _write(painter: QPainter, box: QRect, text: str, ink: str, side: Qt.AlignmentFlag = LEFT) -> None:
    paint_text(painter, QRectF(box), text, theme.colour(ink), side)


class ConflictList(QListView):
    """`picked` carries the id of the row that became current by hand or key."""

    picked = Signal(str)

    def __init__(self, workbench: Workbench) -> None:
        super().__init__()
        self.setObjectName("conflictList")
        self.setAccessibleName(self.tr("Conflicts"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("look", "panel")
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        columns = (
            Column("what", "", lambda one: f"{wanted(one)} · {about(one)}", tip=reason),
            Column("why", "", reason),
        )
        self.rows = RecordTable(columns, self)
        self.setModel(self.rows)
        self.setItemDelegate(ConflictRows(workbench, self))
        self.selectionModel().currentChanged.connect(self._on_current)
        self._quiet = False
        self._none = ""

    def show_rows(self, rows: tuple[Conflict, ...], current: str, none: str) -> None:
        """These from now on, and which of them is looked at; `none` is said where there are none."""
        self._quiet, self._none = True, none
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
            painter.drawText(box, Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap, self._none)

    def _on_current(self, index: QModelIndex, _: QModelIndex) -> None:
        if index.isValid() and not self._quiet:
            self.picked.emit(index.data(RECORD).id)
