"""What every chart is: a title, parts with the records behind them, a part under the pointer or the keys, and a menu
that copies it as a picture or as a table, or saves its values for Excel."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolTip, QWidget

from desktop import words
from desktop.models.rows_text import cell
from desktop.style.lettering import paint_text, sized
from desktop.style.theme import theme
from desktop.style.tokens import BODY, CAPTION
from desktop.widgets.charts.chart_book import ChartBook

TITLE, PAD = 28, 12
BACK, ON = (Qt.Key.Key_Left, Qt.Key.Key_Up), (Qt.Key.Key_Right, Qt.Key.Key_Down)
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


@dataclass(frozen=True, slots=True)
class Item:
    """One part: what it is called, its value (None: there is none), what is said of it, and the ids behind it. `low`
    and `high` are what is ordinary."""

    name: str
    value: float | None
    said: str
    ids: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None

    @property
    def out(self) -> bool:
        """Whether the value is out of the ordinary."""
        known = self.value is not None and self.low is not None and self.high is not None
        return known and not (self.low or 0) <= (self.value or 0) <= (self.high or 0)


class Chart(QWidget):
    """`opened` carries an Item with ids that was pressed. `high` is its height in px."""

    opened = Signal(object)

    def __init__(self, name: str, title: str, high: int) -> None:
        super().__init__()
        self.setObjectName(name)
        self.title = title
        self.items: tuple[Item, ...] = ()
        self.at = -1  # the part that the pointer or the keys are at
        self.book = ChartBook(self)
        self._high = high
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        theme.changed.connect(self.update)

    def show_items(self, items: Sequence[Item]) -> None:
        """These from now on."""
        self.items, self.at = tuple(items), -1
        told = "; ".join(f"{one.name} {one.said}" for one in self.items)
        self.setAccessibleName(f"{self.title}: {told}" if told else self.title)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, self._high)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, self._high)

    @property
    def room(self) -> QRectF:
        """Where the chart itself is painted."""
        return QRectF(self.rect()).adjusted(PAD, TITLE, -PAD, -PAD)

    def places(self) -> list[QRectF]:
        """Where each part can be pressed."""
        raise NotImplementedError

    def paint_items(self, painter: QPainter) -> None:
        """Paints the parts."""
        raise NotImplementedError

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(sized(self.font(), BODY, bold=True))
        head = QRectF(PAD, 4, self.width() - 2 * PAD, TITLE - 4)
        paint_text(painter, head, self.title, theme.colour("text"))
        painter.setFont(sized(self.font(), CAPTION))
        if any(one.value is not None for one in self.items):
            self.paint_items(painter)
        else:
            paint_text(painter, self.room, self.tr("Nothing in this period"), theme.colour("muted"))
        if self.hasFocus() and 0 <= self.at < len(self.items):
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.places()[self.at].adjusted(-1, -1, 1, 1), 3, 3)
        painter.end()

    # pointer and keys

    def _under(self, point: QPointF) -> int:
        return next((n for n, place in enumerate(self.places()) if place.contains(point)), -1)

    def _come(self, at: int) -> None:
        if at != self.at:
            self.at = at
            able = 0 <= at < len(self.items) and self.items[at].ids
            self.setCursor(Qt.CursorShape.PointingHandCursor if able else Qt.CursorShape.ArrowCursor)
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._come(self._under(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if not self.hasFocus():
            self._come(-1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._open(self._under(event.position()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.at < 0 and self.items:
            self._come(0)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._come(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ON + BACK and self.items:
            self._come(max(0, min(len(self.items) - 1, self.at + (1 if event.key() in ON else -1))))
        elif event.key() in ENTER:
            self._open(self.at)
        else:
            super().keyPressEvent(event)

    def _open(self, at: int) -> None:
        if 0 <= at < len(self.items) and self.items[at].ids:
            self.opened.emit(self.items[at])

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            at = self._under(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self.told(at) if at >= 0 else "", self)
            return True
        return super().event(event)

    def told(self, at: int) -> str:
        """What is said of a part."""
        return words.with_value(self.items[at].name, self.items[at].said)

    # to elsewhere

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setObjectName("chartMenu")
        menu.addAction(self.tr("Copy as picture"), self.copy_picture)
        menu.addAction(self.tr("Copy as table"), self.copy_table)
        menu.addAction(self.tr("Save as Excel…"), self.book.save)
        menu.popup(event.globalPos())

    def copy_picture(self) -> None:
        """Puts the chart as it is seen on the clipboard."""
        QGuiApplication.clipboard().setPixmap(self.grab())

    def copy_table(self) -> None:
        """Puts its figures on the clipboard, tab by tab, for Excel."""
        rows = [(cell(one.name), "" if one.value is None else f"{one.value:.6g}") for one in self.items]
        QGuiApplication.clipboard().setText("\n".join("\t".join(row) for row in [(self.title, ""), *rows]))
