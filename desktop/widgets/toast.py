"""The one way short news are told: a line floats at the bottom and goes by itself, with undo where there is one."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QGraphicsDropShadowEffect, QWidget

from desktop.style.theme import theme
from desktop.style.tokens import RADIUS
from desktop.widgets.parts import button, label, row

GOOD_MS, BAD_MS = 5000, 12_000


class Toast(QWidget):
    """Sits over a window's lower middle. `kept` carries a text that is to stay among the notifications, whether it is
    bad news, and the page it belongs to."""

    kept = Signal(str, bool, str)

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.setObjectName("toast")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._text = label("", "", "toastText", wrap=True)
        self._act = button("", "toastAction", self._on_act, "link")
        self._shut = button("✕", "toastClose", self.hide, "link")
        self._shut.setAccessibleName(self.tr("Close"))
        self.setLayout(row(self._text, self._act, self._shut, gap=12, margins=(16, 8, 8, 8)))
        self._lift = 0
        self._action: Callable[[], object] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(18)
        shadow.setOffset(0, 3)
        shadow.setColor(QColor(0, 0, 0, 70))
        self.setGraphicsEffect(shadow)
        over.installEventFilter(self)
        self.hide()

    def hush(self, text: str) -> None:
        """Away with this text, if it is what is told now: a person looks at what it is about."""
        if text and self._text.text() == text:
            self.hide()

    @property
    def lift(self) -> int:
        """How many px of the page at the bottom are not to be covered."""
        return self._lift

    @lift.setter
    def lift(self, pixels: int) -> None:
        self._lift = pixels
        if self.isVisible():
            self._arrange()

    def good(self, text: str, action: str = "", act: Callable[[], object] | None = None, *, keep: str = "") -> None:
        """Something was done; perhaps it can be undone. `keep`: the page of work that took a while, so that whoever has
        looked elsewhere finds it among the notifications."""
        self._show(text, action, act, bad=False)
        if keep:
            self.kept.emit(text, False, keep)

    def bad(self, text: str, action: str = "", act: Callable[[], object] | None = None, *, keep: str = "") -> None:
        """Something was refused or failed: what happened, what was kept, what to do."""
        self._show(text, action, act, bad=True)
        if keep:
            self.kept.emit(text, True, keep)

    def note(self, text: str, page: str) -> None:
        """Something failed on a page that says so itself: only the notifications keep it."""
        self.kept.emit(text, True, page)

    def _show(self, text: str, action: str, act: Callable[[], object] | None, *, bad: bool) -> None:
        c = theme.colours
        edge = c.overdue if bad else c.accent
        self.setStyleSheet(
            f"#toast {{ background: {c.panel}; border: 1px solid {c.line}; border-left: 4px solid {edge}; "
            f"border-radius: {RADIUS}px; }}"
        )
        self._text.setText(text)
        self._act.setText(action)
        self._act.setVisible(bool(action))
        self._action = act
        self._arrange()
        self.show()
        self.raise_()
        self._timer.start(BAD_MS if bad else GOOD_MS)

    def _arrange(self) -> None:
        over = self._over
        width = min(640, over.width() - 48)
        self._text.setMinimumWidth(min(width - 160, self._text.fontMetrics().horizontalAdvance(self._text.text()) + 8))
        self.setMaximumWidth(width)
        self.adjustSize()
        self.move((over.width() - self.width()) // 2, over.height() - self.height() - 44 - self._lift)

    def _on_act(self) -> None:
        self.hide()
        if self._action:
            self._action()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._arrange()
        return super().eventFilter(watched, event)
