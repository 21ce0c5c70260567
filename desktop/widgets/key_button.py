"""A button that shows its key, so that the hand learns it."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton

from desktop.style.icons import icon
from desktop.style.theme import theme

CAP = 20


class KeyButton(QPushButton):
    """`key` stands in a small cap at the button's right side."""

    def __init__(
        self,
        text: str,
        key: str,
        name: str,
        look: str = "",
        picture: str = "",
        clicked: Callable[[], object] | None = None,
    ) -> None:
        super().__init__(text)
        self.key = key
        self._picture = picture
        self.setObjectName(name)
        self.setProperty("look", look)
        self.setProperty("keyed", "true")
        self.setAccessibleName(text)
        self.setToolTip(f"{text} ({key})")
        if clicked is not None:
            self.clicked.connect(clicked)
        self.tint()
        theme.changed.connect(self.tint)

    def tint(self) -> None:
        """The icon in the theme's colour."""
        if self._picture:
            self.setIcon(icon(self._picture, "on_accent" if self._strong() else "text"))

    def _strong(self) -> bool:
        return self.property("look") in ("big", "primary")

    def sizeHint(self) -> QSize:
        """With room for the bold text of a button that is pressed in."""
        return super().sizeHint() + QSize(10 if self.isCheckable() else 0, 0)

    def call(self, text: str) -> None:
        """Another text."""
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(f"{text} ({self.key})")

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        strong = self._strong() and self.isEnabled()
        ink = theme.colour("on_accent" if strong else "muted")
        cap = QRectF(self.width() - CAP - 12, (self.height() - CAP) / 2, CAP, CAP)
        painter.setPen(ink if strong else theme.colour("line"))
        painter.setBrush(Qt.BrushStyle.NoBrush if strong else theme.colour("page"))
        painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        font = QFont(self.font())
        font.setPixelSize(12)
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self.key)
