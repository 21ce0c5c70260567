"""What floats over a window while it is wanted: a press elsewhere or Esc closes it, and the keys go back to where they
were."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QHideEvent, QKeyEvent, QMouseEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QGraphicsDropShadowEffect, QWidget
from shiboken6 import isValid


class Floating(QFrame):
    """`arrange` gives it its place. `own`: widgets whose press does not close it, as they open and close it."""

    def __init__(self, over: QWidget, name: str, *own: QWidget) -> None:
        super().__init__(over)
        self._over, self._own = over, own
        self._before: QWidget | None = None
        self.setObjectName(name)
        self.setProperty("look", "floating")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(18)
        shadow.setOffset(0, 3)
        shadow.setColor(QColor(0, 0, 0, 70))
        self.setGraphicsEffect(shadow)
        self.hide()

    def arrange(self) -> None:
        """Takes its place over the window."""
        raise NotImplementedError

    def follow(self) -> None:
        """Shows what is so now."""
        raise NotImplementedError

    def open_for(self, first: QWidget) -> None:
        """Opens it; the keys go to `first`."""
        self._before = QApplication.focusWidget()
        self.show()
        self.follow()
        self.raise_()
        first.setFocus()

    def shut(self) -> None:
        """Closes it; the keys go back to where they were."""
        before, self._before = self._before, None
        self.hide()
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._over_all(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._over_all(False)

    def _over_all(self, hear: bool) -> None:
        app = QApplication.instance()
        if app is not None:
            (app.installEventFilter if hear else app.removeEventFilter)(self)

    def event(self, event: QEvent) -> bool:
        """What was put in has its size only when the layout asks for room; Esc is not the page's while this is open."""
        override = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if override and event.key() == Qt.Key.Key_Escape:  # type: ignore[attr-defined]
            event.accept()
            return True
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self.arrange()
        return done

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # what lies below must not take it for a press elsewhere

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.shut()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A press elsewhere closes it."""
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            if not any(part is watched or part.isAncestorOf(watched) for part in (self, *self._own)):
                self.hide()
        elif event.type() == QEvent.Type.Resize and watched is self._over:
            self.arrange()
        return super().eventFilter(watched, event)
