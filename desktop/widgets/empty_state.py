"""What a page shows when there is nothing yet: what will be here, and the one action that fills it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from desktop.style.icons import pixmap
from desktop.widgets.parts import button, column, label


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
        body.setMaximumWidth(440)
        parts: list[QWidget | None] = [None, image, head, body]
        if action:
            parts.append(button(action, name, clicked, "primary"))
        layout = column(*parts, None, gap=12)
        for part in parts:
            if part is not None:
                layout.setAlignment(part, Qt.AlignmentFlag.AlignHCenter)
        self.setLayout(layout)
