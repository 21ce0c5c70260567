"""What a page shows when there is nothing yet: what will be here, and the one action that fills it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from desktop.style.icons import pixmap
from desktop.widgets.parts import button, column, label, row

WIDTH = 480  # a text that wraps needs a width to know its height


class EmptyState(QWidget):
    """An icon, a sentence, and at most one action."""

    def __init__(
        self,
        picture: str,
        title: str,
        text: str,
        action: str = "",
        name: str = "",
        clicked: Callable[[], object] | None = None,
    ) -> None:
        super().__init__()
        image = QLabel()
        image.setPixmap(pixmap(picture, 48, "muted"))
        image.setAlignment(Qt.AlignmentFlag.AlignCenter)
        head = label(title, "section")
        head.setAlignment(Qt.AlignmentFlag.AlignCenter)
        body = label(text, "muted", wrap=True)
        body.setAlignment(Qt.AlignmentFlag.AlignCenter)
        body.setFixedWidth(WIDTH)
        parts: list[QWidget | None] = [None, image, head, body]
        if action:
            parts.append(button(action, name, clicked, "primary"))
        # In a row of its own each part gets the height that its text needs at its own width.
        self.setLayout(column(*(part and row(None, part, None) for part in parts), None, gap=12))
