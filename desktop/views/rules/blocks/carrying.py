"""Carrying a block with the mouse: from the palette or from its place to where it is let go; Esc lets it go where it
was. Done by the window's own mouse events, so that what may not stand somewhere is seen while it is carried."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from services.rules.draft import Block, Path

FAR = 8


@dataclass(frozen=True)
class Load:
    """What is carried: a new block, or the one that stands at `path`."""

    block: Block
    text: str
    path: Path | None = None


class Carrying(QObject):
    """`over` with the load and where on the screen it is (None: it was let go of, or Esc); `dropped` with both."""

    over = Signal(object, object)
    dropped = Signal(object, object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.window = window
        self.load: Load | None = None
        self._shown: QLabel | None = None

    def move(self, load: Load, at: QPoint) -> None:
        """The load is at this place of the screen."""
        if self.load is None:
            self.load = load
            self._shown = self._ghost(load.text)
            QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]
        if self._shown is not None:
            self._shown.move(self.window.mapFromGlobal(at) + QPoint(12, 8))
        self.over.emit(load, at)

    def let_go(self, at: QPoint) -> None:
        """Here."""
        load = self.load
        self._end()
        if load is not None:
            self.dropped.emit(load, at)

    def may(self, yes: bool) -> None:
        """Whether it may stand where it is now."""
        if self._shown is not None:
            self._shown.setEnabled(yes)
            self.window.setCursor(Qt.CursorShape.ClosedHandCursor if yes else Qt.CursorShape.ForbiddenCursor)

    def _ghost(self, text: str) -> QLabel:
        made = QLabel(text, self.window)
        made.setObjectName("carried")
        made.setProperty("look", "carried")
        made.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        made.adjustSize()
        made.show()
        made.raise_()
        return made

    def _end(self) -> None:
        if self.load is None:
            return
        load, self.load = self.load, None
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        self.window.unsetCursor()
        if self._shown is not None:
            self._shown.hide()
            self._shown.deleteLater()
            self._shown = None
        self.over.emit(load, None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self._end()
            return True
        return super().eventFilter(watched, event)


class Grip:
    """How a widget is picked up: pressed, and moved far enough. The widget hands its mouse events over."""

    def __init__(self, carrying: Carrying) -> None:
        self.carrying = carrying
        self._pressed: QPoint | None = None
        self._carried = False

    def press(self, event: QMouseEvent) -> None:
        """A button goes down."""
        left = event.button() == Qt.MouseButton.LeftButton
        self._pressed, self._carried = event.globalPosition().toPoint() if left else None, False

    def move(self, event: QMouseEvent, load: Load) -> bool:
        """The mouse moves; whether something is carried."""
        at = event.globalPosition().toPoint()
        if self._pressed is None or (not self._carried and (at - self._pressed).manhattanLength() <= FAR):
            return False
        if self._carried and self.carrying.load is None:
            return True  # it was let go of by Esc
        self._carried = True
        self.carrying.move(load, at)
        return True

    def release(self, event: QMouseEvent) -> bool:
        """The button comes up; whether something was carried."""
        carried, self._pressed, self._carried = self._carried, None, False
        if carried:
            self.carrying.let_go(event.globalPosition().toPoint())
        return carried
