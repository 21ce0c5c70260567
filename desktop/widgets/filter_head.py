"""The head of a table, which opens a row of small filter fields below the titles, one a column, that moves with
them."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication, QHeaderView, QWidget

from desktop.style.tokens import CAPTION

STRIP = 36  # the filter row's height
GAP = 4
SIDES = 8 + 11  # what the style sheet leaves free beside a title, in px


def room_of(title: str) -> int:
    """How wide a column must be for its title, in px, as the style sheet letters it."""
    font = QFont(QApplication.font())
    font.setPixelSize(CAPTION)
    font.setBold(True)
    metrics = QFontMetrics(font)
    return max(metrics.horizontalAdvance(line) for line in title.split("\n")) + SIDES + 1


class FilterHead(QHeaderView):
    """`show_fields` opens and shuts the row. The fields are its children, in the order of the columns."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.fields: Sequence[QWidget] = ()
        self.open = False
        self.setSectionsClickable(True)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.sectionResized.connect(self.arrange)
        self.sectionMoved.connect(self.arrange)

    def take(self, fields: Sequence[QWidget]) -> None:
        """The fields from now on."""
        self.fields = fields
        for field in fields:
            field.hide()

    def show_fields(self, yes: bool) -> None:
        """Opens or shuts the row."""
        self.open = yes
        self.updateGeometries()
        self.updateGeometry()
        above = self.parentWidget()
        if above is not None:
            above.updateGeometry()
        self.arrange()

    def sizeHint(self) -> QSize:
        size = super().sizeHint()
        return size + QSize(0, STRIP) if self.open else size

    def updateGeometries(self) -> None:
        self.setViewportMargins(0, 0, 0, STRIP if self.open else 0)
        super().updateGeometries()
        self.arrange()

    def arrange(self) -> None:
        """Each field below its title."""
        top = self.height() - STRIP
        for section, field in enumerate(self.fields):
            seen = self.open and not self.isSectionHidden(section)
            field.setVisible(seen)
            if seen:
                left = self.sectionViewportPosition(section)
                field.setGeometry(QRect(left + GAP, top + GAP, self.sectionSize(section) - 2 * GAP, STRIP - 2 * GAP))
