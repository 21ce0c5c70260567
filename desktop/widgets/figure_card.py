"""One of the four figures: what it counts, the number, and a line of what it is made of. A press leads there."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy

from desktop.style.signs import sign_pixmap
from desktop.style.theme import theme
from desktop.widgets.parts import column, label, loud, row

HIGH, SIGN, SIDE, GAP = 104, 12, 16, 8


class FigureCard(QPushButton):
    """Filled red while what it counts is dangerous (`loud`)."""

    def __init__(self, name: str, title: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("look", "figure-card")
        self.setFixedHeight(HIGH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._title, self._parts, self._unit = title, "", ""
        self._sign = QLabel()
        self._head = label(title, "muted", f"{name}Title")
        self.figure = label("", "figure", f"{name}Figure")
        self._tabular()
        self.unit = label("", "muted", f"{name}Unit")
        self.unit.setMinimumWidth(1)
        self.made_of = label("", "caption", f"{name}Parts")
        self.made_of.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        number = row(self.figure, self.unit, None, gap=GAP)
        number.setAlignment(self.unit, Qt.AlignmentFlag.AlignBottom)
        self.unit.setContentsMargins(0, 0, 0, 5)
        head = row(self._sign, self._head, None, gap=8)
        self.setLayout(column(head, number, self.made_of, None, gap=0, margins=(SIDE, 12, SIDE, 8)))
        for part in self.findChildren(QLabel):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Of the unit and of what the figure is made of, as much as the card has room for; all of it is in the tip."""
        room = self.width() - 2 * SIDE
        beside = room - self.figure.sizeHint().width() - GAP
        self.unit.setText(self.unit.fontMetrics().elidedText(self._unit, Qt.TextElideMode.ElideRight, beside))
        self.made_of.setText(self.made_of.fontMetrics().elidedText(self._parts, Qt.TextElideMode.ElideRight, room))

    def _tabular(self) -> None:
        """Figures of one width, so that a count does not jump when it changes."""
        font = QFont(self.figure.font())
        font.setFeature(QFont.Tag("tnum"), 1)
        self.figure.setFont(font)

    def tell(self, figure: str, unit: str, made_of: str, *, sign: str = "", danger: bool = False) -> None:
        """What it says from now on; `sign` is a status, which is drawn before the title."""
        self.figure.setText(figure)
        self._unit, self._parts = unit, made_of
        self._fit()
        self.setToolTip("\n".join(part for part in (f"{figure} {unit}".strip(), made_of) if part))
        self.setAccessibleName(" ".join(part for part in (f"{self._title}:", figure, unit, made_of) if part))
        loud(self, danger)
        for part in (self._head, self.figure, self.unit, self.made_of):
            loud(part, danger)
        self._sign.setVisible(bool(sign))
        if sign:
            ink = theme.colour("on_alarm") if danger else None
            self._sign.setPixmap(sign_pixmap(sign, SIGN, self.devicePixelRatioF(), ink))
