"""What a picture must not show: text that is cut off, words in the wrong language. And what Qt complained about."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, is_dataclass
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QRect, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QHeaderView, QLabel, QWidget

from desktop.widgets.filter_head import FilterHead, room_of
from desktop.widgets.spoken import nameless

CHINESE = re.compile(r"[\u4e00-\u9fff]")
LATIN = re.compile(r"[A-Za-z]{4,}")
ADDRESS = re.compile(r"https?://\S+")
# mail addresses, file names, hashes and codes are the same in every language
SAME = re.compile(r"\S+@\S+|\S+\.(?:dxf|pdf|xlsx|DXF)\b|\b[0-9a-f]{8,}\b|\b[A-Z0-9]{1,4}-[\w-]+")
NAMES = ("Anhuan", "Ctrl", "Enter", "CSV", "SMTP", "STARTTLS", "HTTPS", "English", "Excel", "inch", "中文", "安环台")
BESIDE_PX = 8  # what a head of its own leaves free at least
ROOM_PX = 1  # a text may be measured a hair wider than it is painted


@dataclass(frozen=True)
class Fault:
    """`code` is cut, clipped, foreign, nameless, warning, error or missing; `where` a widget's name; `text` what it
    says."""

    picture: str
    code: str
    where: str = ""
    text: str = ""


@dataclass
class Watch:
    """Collects the faults of one round; each is kept once, with the first picture that shows it."""

    lang: str
    found: dict[tuple[str, str, str], Fault] = field(default_factory=dict)
    own: tuple[str, ...] = ()  # texts of the plant itself, which are what they are

    def add(self, picture: str, code: str, where: str = "", text: str = "") -> None:
        """Keeps a fault."""
        self.found.setdefault((code, where, text), Fault(picture, code, where, text))

    def know(self, texts: set[str]) -> None:
        """These texts come from people, not from us."""
        self.own = tuple(sorted((text for text in texts if text), key=len, reverse=True))

    def look_over(self, window: QWidget, picture: str) -> None:
        """Looks at all that is visible in a window."""
        for one in nameless(window):
            self.add(picture, "nameless", _called(one))
        for widget in [window, *window.findChildren(QWidget)]:
            if not widget.isVisible():
                continue
            for code, text in _shapes(widget):
                self.add(picture, code, _called(widget), text)
            for text in _texts(widget):
                meant = widget.property("lang") not in (None, self.lang)  # said in another language on purpose
                if not widget.property("layer") and not meant and self.is_foreign(text):
                    self.add(picture, "foreign", _called(widget), text)

    def is_foreign(self, text: str) -> bool:
        """Whether words of the other language stand in it that are not the plant's own."""
        foreign = LATIN if self.lang == "zh" else CHINESE
        if not foreign.search(text) or self._is_piece(text):
            return False
        left = ADDRESS.sub(" ", text)  # first: the plant's own address may be the beginning of a longer one
        for own in (*self.own, *NAMES):
            left = _without(left, own)
        left = SAME.sub(" ", left)
        return bool(foreign.search(left)) and (self.lang == "en" or not CHINESE.search(left))

    def _is_piece(self, text: str) -> bool:
        """Whether it is a text of the plant that was shortened."""
        start = text.partition("…")[0].strip()
        return "…" in text and any(own.startswith(start) for own in self.own)

    def listening(self) -> Callable[[], None]:
        """Hears what Qt says from now on; the function that is returned ends it."""

        def hear(kind: QtMsgType, _: QMessageLogContext, text: str) -> None:
            if kind != QtMsgType.QtDebugMsg and kind != QtMsgType.QtInfoMsg and "does not support" not in text:
                self.add("", "warning", "Qt", text)

        before = qInstallMessageHandler(hear)
        return lambda: qInstallMessageHandler(before) and None


def _without(text: str, own: str) -> str:
    """The text without one of the plant's own, which must stand as a word: a team called A is no part of a code."""
    if own not in text:
        return text
    before = r"(?<![A-Za-z0-9])" if own[0].isascii() and own[0].isalnum() else ""
    after = r"(?![A-Za-z0-9])" if own[-1].isascii() and own[-1].isalnum() else ""
    return re.sub(before + re.escape(own) + after, " ", text)


def _called(widget: QWidget) -> str:
    """The widget's name, or those of the nearest that have one."""
    names = [type(widget).__name__]
    here: QWidget | None = widget
    while here is not None and len(names) < 3:
        if here.objectName() and not here.objectName().startswith("qt_"):
            names.append(here.objectName())
        here = here.parentWidget()
    return " < ".join(names)


def _shapes(widget: QWidget) -> Iterator[tuple[str, str]]:
    if isinstance(widget, QLabel) and _own_paint(widget, QLabel) and widget.text():
        if widget.wordWrap():
            if widget.heightForWidth(widget.width()) > widget.height() + ROOM_PX:
                yield "cut", widget.text()
        elif widget.sizeHint().width() > widget.width() + ROOM_PX:
            yield "cut", widget.text()
    elif isinstance(widget, QAbstractButton) and widget.text():
        if _hinted(widget) and widget.sizeHint().width() > widget.width() + ROOM_PX:
            yield "cut", widget.text()
    elif isinstance(widget, QHeaderView) and widget.orientation() == Qt.Orientation.Horizontal:
        yield from _narrow_heads(widget)
    if isinstance(widget, QLabel | QAbstractButton) and _clipped(widget):
        yield "clipped", widget.text()


def _own_paint(widget: QWidget, cls: type[QWidget]) -> bool:
    """Whether Qt itself paints it; what paints itself may shorten its text."""
    return not any("paintEvent" in vars(one) for one in type(widget).__mro__[: type(widget).__mro__.index(cls)])


def _hinted(button: QAbstractButton) -> bool:
    """Whether its size hint speaks of what it paints."""
    for one in type(button).__mro__:
        if one.__module__.startswith("PySide6"):
            return True
        if "sizeHint" in vars(one):
            return True
        if "paintEvent" in vars(one):
            return False
    return True


def _narrow_heads(head: QHeaderView) -> Iterator[tuple[str, str]]:
    model = head.model()
    for section in range(head.count()):
        text = str(model.headerData(section, Qt.Orientation.Horizontal) or "")
        wide = head.sectionSize(section)
        narrow = max(head.fontMetrics().horizontalAdvance(line) for line in text.split("\n")) + BESIDE_PX
        if text and wide and (room_of(text) - ROOM_PX if isinstance(head, FilterHead) else narrow) > wide:
            yield "cut", text


def _clipped(widget: QWidget) -> bool:
    """Whether a part lies outside what contains it; in what scrolls it may."""
    place = QRect(widget.rect())
    here = widget
    while (above := here.parentWidget()) is not None and not here.isWindow():
        place.translate(here.pos())
        if isinstance(above.parentWidget(), QAbstractScrollArea):
            return False
        if not above.rect().contains(place):
            return True
        here = above
    return False


def _texts(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    elif isinstance(widget, QHeaderView) and widget.orientation() == Qt.Orientation.Horizontal:
        for section in range(widget.count()):
            yield str(widget.model().headerData(section, Qt.Orientation.Horizontal) or "")
    for name in ("placeholderText", "currentText"):
        said = getattr(widget, name, None)
        if callable(said):
            yield str(said())
    yield widget.toolTip()
    yield widget.accessibleName()


def own_texts(records: Iterator[object]) -> set[str]:
    """All texts of records, whatever the field, and of the texts and rows within them."""
    found: set[str] = set()
    for one in records:
        for value in vars(one).values():
            if isinstance(value, str):
                found.add(value)
            elif isinstance(value, tuple):
                found |= {text for text in value if isinstance(text, str)}
                found |= own_texts(row for row in value if is_dataclass(row) and hasattr(row, "__dict__"))
    return found


def sizes(picture: Path) -> tuple[int, int]:
    """Width and height of a picture in pixels."""
    from PySide6.QtGui import QImageReader

    size = QImageReader(str(picture)).size()
    return size.width(), size.height()
