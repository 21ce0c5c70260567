"""Small parts made alike everywhere: labels, buttons, lines, cards, status pills."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.style.icons import icon
from desktop.style.signs import badge_pixmap, sign_pixmap
from desktop.style.theme import theme

Part = QWidget | QLayout | None


def label(text: str = "", look: str = "", name: str = "", *, wrap: bool = False, copy: bool = False) -> QLabel:
    """A text in one of the looks: title, section, head, muted, caption, error, warning."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("look", look)
    made.setObjectName(name)
    made.setWordWrap(wrap)
    if copy:
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def literal(text: str) -> str:
    """Text of records as a button or a tick shows it: Qt takes a lone & for the sign of a key."""
    return text.replace("&", "&&")


class PictureButton(QPushButton):
    """A button with an icon that follows the theme and the button's look."""

    def __init__(self, text: str, name: str) -> None:
        super().__init__(text)
        self._picture = name
        theme.changed.connect(self.tint)

    def tint(self) -> None:
        """The icon in the theme's colour."""
        self.setIcon(icon(self._picture, "on_accent" if self.property("look") in ("primary", "big") else "text"))


def button(
    text: str, name: str, clicked: Callable[[], object] | None = None, look: str = "", picture: str = ""
) -> QPushButton:
    """A button; `look` primary (one a page), big, big-plain, link, tool, segment or none."""
    made = PictureButton(text, picture) if picture else QPushButton(text)
    made.setObjectName(name)
    made.setProperty("look", look)
    made.setAccessibleName(text)
    if isinstance(made, PictureButton):
        made.tint()
    if clicked is not None:
        made.clicked.connect(clicked)
    return made


def loud(made: QWidget, yes: bool) -> None:
    """Makes a quiet button speak up in the colour of what is overdue, a caption in that of what is pending, a filter
    field in that of what is chosen; or be quiet again."""
    if bool(made.property("loud")) != yes:
        made.setProperty("loud", yes)
        made.style().unpolish(made)
        made.style().polish(made)


def joined(*buttons: QAbstractButton) -> QHBoxLayout:
    """Segments that stand together as one control; each has room for its text in bold."""
    layout = row(*buttons, gap=0)
    for number, made in enumerate(buttons):
        made.setProperty("place", "first" if number == 0 else "last" if number == len(buttons) - 1 else "middle")
        roomy(made)
    return layout


def roomy(segment: QAbstractButton) -> None:
    """Gives a segment room for its text in bold, as it is when it is pressed in."""
    segment.ensurePolished()
    bold = QFont(segment.font())
    bold.setBold(True)
    spare = QFontMetrics(bold).horizontalAdvance(segment.text())
    spare -= segment.fontMetrics().horizontalAdvance(segment.text())
    segment.setMinimumWidth(segment.sizeHint().width() + max(spare, 0) + 2)


def line() -> QFrame:
    """A hairline."""
    made = QFrame()
    made.setProperty("look", "line")
    made.setFixedHeight(1)
    return made


def column(*parts: Part, gap: int = 8, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QVBoxLayout:
    """Parts below each other; None takes what room is left."""
    layout = QVBoxLayout()
    layout.setSpacing(gap)
    layout.setContentsMargins(*margins)
    _fill(layout, parts)
    return layout


def row(*parts: Part, gap: int = 8, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QHBoxLayout:
    """Parts beside each other; None takes what room is left."""
    layout = QHBoxLayout()
    layout.setSpacing(gap)
    layout.setContentsMargins(*margins)
    _fill(layout, parts)
    return layout


def _fill(layout: QVBoxLayout | QHBoxLayout, parts: tuple[Part, ...]) -> None:
    for part in parts:
        if part is None:
            layout.addStretch(1)
        elif isinstance(part, QWidget):
            layout.addWidget(part)
        else:
            layout.addLayout(part)


def box(layout: QLayout, look: str = "", name: str = "") -> QFrame:
    """A frame around a layout; looks: card, card-red, card-yellow, panel."""
    made = QFrame()
    made.setProperty("look", look)
    made.setObjectName(name)
    made.setLayout(layout)
    return made


def picture(pixmap_of: str, kind: str, size: int = 14) -> QLabel:
    """A status sign ('sign') or a class badge ('badge') as a label."""
    made = QLabel()
    ratio = made.devicePixelRatioF()
    made.setPixmap(sign_pixmap(pixmap_of, size, ratio) if kind == "sign" else badge_pixmap(pixmap_of, size, ratio))
    made.setFixedSize(size, size)
    return made


def pill(status: str, text: str, name: str = "") -> QWidget:
    """Sign and word of a status."""
    word = label(text, "")
    word.setProperty("look", {"overdue": "error", "pending": "warning"}.get(status, "muted"))
    made = box(row(picture(status, "sign", 12), word, gap=6), "", name)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
    return made


def emptied(layout: QLayout) -> None:
    """Takes all parts out of a layout and ends them."""
    while (item := layout.takeAt(0)) is not None:
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            emptied(inner)
        if widget is not None:
            widget.hide()
            widget.deleteLater()
