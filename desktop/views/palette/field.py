"""The field at the right of a page's head: a press opens the palette. Where there is little room it is an icon."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from desktop.style.icons import pixmap
from desktop.style.lettering import RIGHT, paint_text, sized
from desktop.style.theme import theme
from desktop.style.tokens import CAPTION

WIDE, NARROW, HIGH, ICON, PAD = 208, 36, 32, 16, 10
KEYS = "Ctrl+K"


class SearchField(QPushButton):
    """Looks like a field, as a press on it brings one."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("searchField")
        self.setFixedHeight(HIGH)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the key is its way; focus begins in what the page is for
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        said = self.tr("Search")
        self.setAccessibleName(f"{said} ({KEYS})")
        self.setToolTip(self.tr("Find pages, actions and records ({keys})").format(keys=KEYS))
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(WIDE, HIGH)

    def minimumSizeHint(self) -> QSize:
        return QSize(NARROW, HIGH)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        wide = self.width() > WIDE * 2 // 3
        left = PAD if wide else (self.width() - ICON) // 2
        painter.drawPixmap(left, (HIGH - ICON) // 2, pixmap("search", ICON, "muted"))
        if wide:
            room = QRectF(left + ICON + 8, 0, self.width() - left - ICON - 8 - PAD, HIGH)
            paint_text(painter, room, self.tr("Search"), theme.colour("muted"))
            painter.setFont(sized(self.font(), CAPTION))
            paint_text(painter, room, KEYS, theme.colour("muted"), RIGHT)
        painter.end()
