"""The kinds of items that a checklist is made of: each is pressed, or dragged to where it is to stand."""

from collections.abc import Sequence
from typing import get_args

from PySide6.QtCore import QMimeData, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from desktop.style.icons import icon, pixmap
from desktop.style.theme import theme
from desktop.views.checklists.item_list import KIND_MIME
from desktop.views.checklists.wording import PICTURES, kind_name
from desktop.widgets.parts import column, label
from services.core.checklists import ItemKind

WIDE, FAR = 172, 8


class KindButton(QToolButton):
    """One kind, to press or to drag away."""

    def __init__(self, kind: ItemKind) -> None:
        super().__init__()
        self.kind: ItemKind = kind
        self._pressed: QPoint | None = None
        self.setObjectName(f"kind-{kind}")
        self.setText(kind_name(kind))
        self.setAccessibleName(kind_name(kind))
        self.setToolTip(self.tr("Press it, or drag it into the list"))
        self.setAutoRaise(True)
        self.setIconSize(QSize(20, 20))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(36)
        self.setProperty("look", "pick")
        self.tint()
        theme.changed.connect(self.tint)

    def tint(self) -> None:
        """The sign in the theme's colour."""
        self.setIcon(icon(PICTURES[self.kind]))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        start = self._pressed
        if start is None or (event.position().toPoint() - start).manhattanLength() <= FAR:
            super().mouseMoveEvent(event)
            return
        self._pressed = None
        self.setDown(False)
        drag = QDrag(self)
        drag.setMimeData(carried(self.kind))
        drag.setPixmap(pixmap(PICTURES[self.kind], 28, "accent"))
        drag.exec(Qt.DropAction.CopyAction)


def carried(kind: ItemKind) -> QMimeData:
    """What a drag of a kind carries."""
    made = QMimeData()
    made.setData(KIND_MIME, kind.encode())
    return made


class KindPalette(QWidget):
    """`wanted` carries the kind that was pressed."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(WIDE)
        layout = column(label(self.tr("Add an item"), "head"), gap=2)
        self._buttons = [KindButton(kind) for kind in get_args(ItemKind)]
        for made in self._buttons:
            made.clicked.connect(self._on_pressed)
            layout.addWidget(made)
        told = self.tr("Drag it into the list, or press it. Alt+↑ and Alt+↓ move an item.")
        layout.addSpacing(8)
        layout.addWidget(label(told, "caption", wrap=True))
        layout.addStretch(1)
        self.setLayout(layout)

    def offer(self, kinds: Sequence[ItemKind]) -> None:
        """Only these kinds, from now on."""
        for made in self._buttons:
            made.setVisible(made.kind in kinds)

    def _on_pressed(self) -> None:
        sender = self.sender()
        if isinstance(sender, KindButton):
            self.wanted.emit(sender.kind)
