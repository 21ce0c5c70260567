"""Where blocks stand below each other: in `if`, in `then`, or within a joint. Shows where one that is carried will
stand."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.style.theme import theme
from desktop.widgets.parts import column, label
from services.rules.draft import Path

GAP = 6
NOWHERE = -1


class Area(QWidget):
    """`path` is the place in the draft. `mark` is before which block the carried one will stand."""

    def __init__(self, path: Path, hint: str) -> None:
        super().__init__()
        self.path = path
        self.setObjectName("-".join(["area", *map(str, path)]))
        self._mark = NOWHERE
        self._blocks: list[QWidget] = []
        self._layout = column(gap=GAP, margins=(0, GAP, 0, GAP))
        self.hint = label(hint, "caption", wrap=True)
        self.hint.setContentsMargins(10, 8, 10, 8)
        self._layout.addWidget(self.hint)
        self.setLayout(self._layout)

    def add(self, block: QWidget) -> None:
        """The next block below."""
        self._blocks.append(block)
        self._layout.addWidget(block)
        self.hint.hide()

    def place_at(self, screen: QPoint) -> int:
        """Before which block something stands that is let go of here."""
        y = self.mapFromGlobal(screen).y()
        return sum(block.geometry().center().y() < y for block in self._blocks)

    def show_mark(self, at: int) -> None:
        """A line before this block; NOWHERE for none."""
        if at != self._mark:
            self._mark = at
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._blocks:
            pen = QPen(theme.colour("accent" if self._mark != NOWHERE else "line"), 2 if self._mark != NOWHERE else 1)
            pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.drawRoundedRect(self.rect().adjusted(1, GAP // 2, -2, -GAP // 2), 6, 6)
        elif self._mark != NOWHERE:
            painter.fillRect(self._line(), theme.colour("accent"))
        painter.end()

    def _line(self) -> QRect:
        above = self._mark == 0
        edge = self._blocks[0].geometry().top() - GAP if above else self._blocks[self._mark - 1].geometry().bottom() + 2
        return QRect(0, max(edge + 1, 0), self.width(), 3)
