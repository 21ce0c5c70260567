"""The settings by subject: a list at the left that can be searched, and the cards of the chosen subject."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QStackedWidget,
    QWidget,
)

from desktop.style.tokens import PAGE_PADDING
from desktop.widgets.parts import column, label, row

LIST, HIGH, CARD, NARROW = 192, 36, 500, 400


@dataclass(frozen=True, kw_only=True)
class Section:
    """One subject: what it is called, and its cards in two columns."""

    key: str
    title: str
    first: tuple[QFrame, ...]
    second: tuple[QFrame, ...] = ()


class Sections(QWidget):
    """The subjects, their keys in `subjects`; `show_section` opens one. What is typed into `search` leaves the subjects
    that speak of it, and brings the first card that does into sight."""

    def __init__(self, sections: Iterable[Section]) -> None:
        super().__init__()
        self._sections = tuple(sections)
        self._without: frozenset[QFrame] = frozenset()
        self.subjects = tuple(one.key for one in self._sections)
        self.list, self.stack = QListWidget(), QStackedWidget()
        self.list.setObjectName("settingsSections")
        self.list.setAccessibleName(self.tr("Subjects of settings"))
        for one in self._sections:
            line = QListWidgetItem(one.title)
            line.setSizeHint(QSize(0, HIGH))
            self.list.addItem(line)
            self.stack.addWidget(_cards(one))
        self.list.currentRowChanged.connect(self.stack.setCurrentIndex)
        self.list.setCurrentRow(0)
        self.search = QLineEdit()
        self.search.setObjectName("findSetting")
        self.search.setPlaceholderText(self.tr("Find a setting"))
        self.search.setAccessibleName(self.tr("Find a setting"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._on_find)
        self._nothing = label(self.tr("No setting speaks of it"), "caption", "noSetting", wrap=True)
        self._nothing.hide()
        side = column(self.search, self._nothing, self.list, gap=8)
        left = QWidget()
        left.setLayout(side)
        left.setFixedWidth(LIST)
        both = row(left, self.stack, gap=16, margins=(PAGE_PADDING, 0, 0, 0))
        both.setStretch(1, 1)
        self.setLayout(both)

    def do_without(self, cards: Iterable[QFrame]) -> None:
        """These cards are not shown, and no subject that has no other."""
        without = frozenset(cards)
        if without != self._without:
            for card in self._without ^ without:
                card.setVisible(card in self._without)
            self._without = without
            self._on_find(self.search.text())

    def show_section(self, key: str) -> None:
        """Opens a subject. Raises ValueError where there is none of that key."""
        self.list.setCurrentRow(self.subjects.index(key))

    def show_card(self, content: QWidget) -> None:
        """Opens the subject of a card by what is in it, and brings it into sight once the cards have their sizes."""
        place = next(at for at in range(self.stack.count()) if self._area(at).isAncestorOf(content))
        self.list.setCurrentRow(place)
        QTimer.singleShot(0, content, lambda: self._area(place).ensureWidgetVisible(content))

    def _area(self, place: int) -> QScrollArea:
        area = self.stack.widget(place)
        assert isinstance(area, QScrollArea)
        return area

    def _on_find(self, text: str) -> None:
        wanted = text.strip().casefold()
        found = [[card for card in _speaking(one, wanted) if card not in self._without] for one in self._sections]
        for place, cards in enumerate(found):
            self.list.item(place).setHidden(not cards)
        there = [place for place, cards in enumerate(found) if cards]
        self._nothing.setVisible(not there)
        if wanted and there:
            place = self.list.currentRow() if self.list.currentRow() in there else there[0]
            self.list.setCurrentRow(place)
            self._area(place).verticalScrollBar().setValue(max(found[place][0].y() - 16, 0))


def _cards(section: Section) -> QScrollArea:
    columns = [column(*cards, None, gap=16) for cards in (section.first, section.second) if cards]
    inner = QWidget()
    beside = row(*columns, None, gap=16, margins=(0, 0, PAGE_PADDING, PAGE_PADDING))
    for place in range(len(columns)):
        beside.setStretch(place, CARD)
    inner.setLayout(beside)
    for card in (*section.first, *section.second):
        card.setMinimumWidth(NARROW)
        card.setMaximumWidth(CARD)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(inner)
    area.setAccessibleName(section.title)
    return area


def _speaking(section: Section, wanted: str) -> list[QFrame]:
    """The cards that say it: all of them where the subject itself does."""
    cards = list(chain(section.first, section.second))
    if wanted in section.title.casefold():
        return cards
    return [card for card in cards if any(wanted in text.casefold() for text in _texts(card))]


def _texts(card: QFrame) -> list[str]:
    said = [one.text() for one in card.findChildren(QLabel)]
    said += [one.text() for one in card.findChildren(QAbstractButton)]
    return said + [one.placeholderText() for one in card.findChildren(QLineEdit)]
