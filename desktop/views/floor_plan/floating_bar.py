"""A small bar that floats over the plan: in its upper right, or to the left of another such bar."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QFrame, QWidget

from desktop.style.theme import theme
from desktop.style.tokens import RADIUS
from desktop.widgets.parts import row

EDGE, GAP = 12, 8
HEAD_ROOM = 30.0  # px beside the margin of a plan that is seen whole, so that no bar lies over a zone


class FloatingBar(QFrame):
    """`beside` is the bar to the left of which it sits, or the plan; `padding` that of its buttons, as a style sheet
    says it."""

    def __init__(self, name: str, beside: QWidget, padding: str = "0") -> None:
        super().__init__(beside.parentWidget() if isinstance(beside, FloatingBar) else beside)
        self.setObjectName(name)
        self._beside, self._padding = beside, padding

    def hold(self, *parts: QWidget) -> None:
        """Takes its parts in, and its place."""
        self.setLayout(row(*parts, gap=0, margins=(2, 2, 2, 2)))
        self._beside.installEventFilter(self)
        theme.changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """The theme's colours."""
        c = theme.colours
        self.setStyleSheet(
            f"#{self.objectName()} {{ background: {c.panel}; border: 1px solid {c.line}; border-radius: {RADIUS}px; }}"
            f"QToolButton {{ border: none; border-radius: 4px; padding: {self._padding}; background: transparent; }}"
            f"QToolButton:hover {{ background: {c.hover}; }}"
            f"QToolButton:checked {{ background: {c.tint}; color: {c.accent}; font-weight: 600; }}"
            f"QToolButton:focus {{ border: 2px solid {c.accent}; }}"
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.ContentsRectChange):
            self.adjustSize()
            self._take_place()
        return super().eventFilter(watched, event)

    def _take_place(self) -> None:
        if isinstance(self._beside, FloatingBar):
            self.move(self._beside.x() - self.width() - GAP, self._beside.y())
        else:
            above = self._beside.contentsMargins().top()  # a ruler's
            self.move(self._beside.width() - self.width() - EDGE, EDGE + above)
