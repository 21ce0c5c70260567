"""The palette's rows: icon, what it is called, what stands beside it, its kind, and the key of an action."""

from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.style.icons import pixmap
from desktop.style.lettering import sized
from desktop.style.theme import theme
from desktop.style.tokens import CAPTION, RADIUS
from desktop.views.palette.matching import Thing

HIGH, ICON, PAD, CAP = 40, 16, 12, 20
ROW = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class Row:
    """A thing as it is shown: its icon's name, what it is, its keys."""

    thing: Thing
    picture: str
    kind: str
    keys: tuple[str, ...] = ()

    @property
    def said(self) -> str:
        """The row for whoever hears it."""
        return ", ".join(part for part in (self.thing.title, self.kind, self.thing.note, *self.keys) if part)


class Rows(QAbstractListModel):
    """What was found, the best first."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Shows other rows; which one is chosen is for the palette to say."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.thing.title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return row.said
        return row if role == ROW else None


class RowPainter(QStyledItemDelegate):
    """Paints a row: the name has room first, then what stands beside it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(option.rect.width(), HIGH)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: Row = index.data(ROW)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("tint"))
            painter.drawRoundedRect(option.rect.adjusted(8, 2, -8, -2), RADIUS, RADIUS)
        rest = option.rect.adjusted(8 + PAD, 0, -8 - PAD, 0)
        picture = pixmap(row.picture, ICON, "accent" if chosen else "muted")
        painter.drawPixmap(rest.x(), rest.y() + (HIGH - ICON) // 2, picture)
        rest.setLeft(rest.left() + ICON + PAD)
        small = sized(option.font, CAPTION)
        for cap in reversed(row.keys):
            rest = _cap(painter, rest, cap, small)
        rest = _at_right(painter, rest, row.kind, small)
        painter.setFont(option.font)
        painter.setPen(theme.colour("text"))
        _beside(painter, _text(painter, rest, row.thing.title), row.thing.note, small)
        painter.restore()


def _text(painter: QPainter, room: QRect, text: str) -> QRect:
    """Writes a text in as much room as there is; what is left of it."""
    fits = QFontMetrics(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, fits)
    return room.adjusted(QFontMetrics(painter.font()).horizontalAdvance(fits) + PAD, 0, 0, 0)


def _beside(painter: QPainter, room: QRect, text: str, font: QFont) -> None:
    painter.setFont(font)
    painter.setPen(theme.colour("muted"))
    if room.width() > 3 * CAP:
        _text(painter, room, text)


def _at_right(painter: QPainter, room: QRect, text: str, font: QFont) -> QRect:
    wide = QFontMetrics(font).horizontalAdvance(text)
    painter.setFont(font)
    painter.setPen(theme.colour("muted"))
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, text)
    return room.adjusted(0, 0, -wide - PAD, 0)


def _cap(painter: QPainter, room: QRect, text: str, font: QFont) -> QRect:
    """A key in its frame at the right; the room before it."""
    wide = max(CAP, QFontMetrics(font).horizontalAdvance(text) + 12)
    frame = QRect(room.right() - wide, room.y() + (HIGH - CAP) // 2, wide, CAP)
    painter.setFont(font)
    painter.setPen(theme.colour("line"))
    painter.setBrush(theme.colour("page"))
    painter.drawRoundedRect(frame, 4, 4)
    painter.setPen(theme.colour("muted"))
    painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, text)
    return room.adjusted(0, 0, -wide - 8, 0)
