"""The items of a checklist in their order: kinds are dropped among them, and they are moved by drag and by keys."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem

from desktop.models.record_table import Index
from desktop.style.icons import pixmap
from desktop.style.lettering import paint_text, sized
from desktop.style.theme import theme
from desktop.style.tokens import BODY, CAPTION
from desktop.views.checklists.wording import PICTURES, asked
from desktop.widgets.row_ground import paint_ground
from services.core.checklists import CheckItem

KIND_MIME, PLACE_MIME = "application/x-anhuan-item-kind", "application/x-anhuan-item-place"
ITEM = int(Qt.ItemDataRole.UserRole) + 1
HIGH, EDGE, NUMBER, PICTURE = 52, 12, 28, 20
UP, DOWN = -1, 1


class ItemModel(QAbstractListModel):
    """`carried` with the kind that was dropped and the place it goes before; `moved` with a place and where its item
    stands then."""

    carried = Signal(str, int)
    moved = Signal(int, int)

    def __init__(self, unnamed: str) -> None:
        super().__init__()
        self.items: tuple[CheckItem, ...] = ()
        self._unnamed = unnamed

    def show_items(self, items: Sequence[CheckItem]) -> None:
        """The items from now on."""
        same = len(items) == len(self.items)
        if not same:
            self.beginResetModel()
        self.items = tuple(items)
        if not same:
            self.endResetModel()
        elif items:
            self.dataChanged.emit(self.index(0), self.index(len(items) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.items):
            return None
        item = self.items[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return f"{index.row() + 1}. {item.text or self._unnamed}"
        return item if role == ITEM else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled  # between the items, not onto one
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction | Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [KIND_MIME, PLACE_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        made = QMimeData()
        made.setData(PLACE_MIME, str(indexes[0].row()).encode())
        return made

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        at = row if row >= 0 else len(self.items)
        if data.hasFormat(KIND_MIME):
            self.carried.emit(bytes(data.data(KIND_MIME).data()).decode(), at)
            return True
        if not data.hasFormat(PLACE_MIME):
            return False
        place = int(bytes(data.data(PLACE_MIME).data()))
        self.moved.emit(place, at - 1 if at > place else at)
        return True


class ItemRows(QStyledItemDelegate):
    """A row: number, sign of the kind, text, and how it is answered."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, HIGH)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        item: CheckItem = index.data(ITEM)
        painter.save()
        place = paint_ground(painter, option)
        plain, left = painter.font(), float(place.left() + EDGE)
        painter.setFont(sized(plain, CAPTION))
        paint_text(painter, QRectF(left, place.top(), NUMBER, HIGH), str(index.row() + 1), theme.colour("muted"))
        left += NUMBER
        picture = pixmap(PICTURES[item.kind], PICTURE, "accent")
        painter.drawPixmap(QRect(int(left), place.center().y() - PICTURE // 2, PICTURE, PICTURE), picture)
        left += PICTURE + EDGE
        wide = place.right() - EDGE - left
        painter.setFont(sized(plain, BODY))
        said, ink = (item.text, "text") if item.text else (str(index.data()).partition(" ")[2], "overdue")
        paint_text(painter, QRectF(left, place.top() + 5, wide, 22), said, theme.colour(ink))
        painter.setFont(sized(plain, CAPTION))
        paint_text(painter, QRectF(left, place.top() + 27, wide, 18), asked(item), theme.colour("muted"))
        painter.restore()


class ItemList(QListView):
    """`picked` with the place of the item that is chosen, -1 for none; `pushed` with it and UP or DOWN; `removed` with
    it."""

    picked = Signal(int)
    pushed = Signal(int, int)
    removed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("checkItems")
        self.setAccessibleName(self.tr("Check items"))
        self.setProperty("look", "bare")
        self.rows = ItemModel(self.tr("(no text yet)"))
        self.setModel(self.rows)
        self.setItemDelegate(ItemRows(self))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDragDropOverwriteMode(False)
        self.setDropIndicatorShown(True)
        self.selectionModel().currentRowChanged.connect(self._on_current)
        self._quiet = False

    def show_items(self, items: Sequence[CheckItem], chosen: int) -> None:
        """The items, one of them chosen (-1: none)."""
        self._quiet = True
        self.rows.show_items(items)
        self.setCurrentIndex(self.rows.index(chosen))
        self._quiet = False

    @property
    def place(self) -> int:
        """Where the chosen item stands; -1 where none is."""
        return self.currentIndex().row()

    def _on_current(self, index: QModelIndex) -> None:
        if not self._quiet:
            self.picked.emit(index.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ways = {Qt.Key.Key_Up: UP, Qt.Key.Key_Down: DOWN}
        key = Qt.Key(event.key())
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and key in ways:
            self.pushed.emit(self.place, ways[key])
        elif key == Qt.Key.Key_Delete and self.place >= 0:
            self.removed.emit(self.place)
        else:
            super().keyPressEvent(event)
