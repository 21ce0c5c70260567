"""The settings by subject: a list at the left that can be searched, and the cards of the chosen subject, which are made
when it is first shown or searched: there are more cards than a page may take to open."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QSize, QTimer, Signal
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


Cards = tuple[tuple[QFrame, ...], tuple[QFrame, ...]]


@dataclass(frozen=True)
class Section:
    """One subject: what it is called, what makes its cards in two columns, and what has them show what is so now."""

    key: str
    title: str
    make: Callable[[], Cards]
    follow: Callable[[], None]


class Sections(QWidget):
    """The subjects, their keys in `subjects`; `show_section` opens one. What is typed into `search` leaves the subjects
    that speak of it, and brings the first card that does into sight. `followed` when a subject's cards show what is so
    now."""

    followed = Signal()

    def __init__(self, sections: Iterable[Section]) -> None:
        super().__init__()
        self._sections = tuple(sections)
        self._without: frozenset[QFrame] = frozenset()
        self._cards: dict[str, tuple[QFrame, ...]] = {}
        self._stale = set(self._sections)
        self.subjects = tuple(one.key for one in self._sections)
        self.list, self.stack = QListWidget(), QStackedWidget()
        self.list.setObjectName("settingsSections")
        self.list.setAccessibleName(self.tr("Subjects of settings"))
        for one in self._sections:
            line = QListWidgetItem(one.title)
            line.setSizeHint(QSize(0, HIGH))
            self.list.addItem(line)
            self.stack.addWidget(_area(one))
        self._made(self._sections[0])  # else the page would open without any, and fill itself a moment later
        self.list.setCurrentRow(0)
        self.list.currentRowChanged.connect(self._on_row)
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

    def look_again(self) -> None:
        """Has the cards of the subject that is shown show what is so now, and those of each other when it is next."""
        self._stale.update(self._sections)
        self._follow(self._sections[self.list.currentRow()])

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

    def _on_row(self, place: int) -> None:
        self._follow(self._sections[place])
        self.stack.setCurrentIndex(place)

    def _follow(self, one: Section) -> None:
        if one in self._stale:
            self._stale.discard(one)
            self._made(one)
            one.follow()
            self.followed.emit()

    def _made(self, one: Section) -> tuple[QFrame, ...]:
        """The cards of a subject."""
        if one.key not in self._cards:
            first, second = one.make()
            self._cards[one.key] = (*first, *second)
            self._area(self.subjects.index(one.key)).setWidget(_placed(first, second))
        return self._cards[one.key]

    def _on_find(self, text: str) -> None:
        wanted = text.strip().casefold()
        if wanted:
            for one in self._sections:
                self._follow(one)
        found = [self._speaking(one, wanted) for one in self._sections]
        there = [at for at, one in enumerate(self._sections) if found[at] or one.key not in self._cards]
        for place in range(len(found)):
            self.list.item(place).setHidden(place not in there)
        self._nothing.setVisible(not there)
        if wanted and there:
            place = self.list.currentRow() if self.list.currentRow() in there else there[0]
            self.list.setCurrentRow(place)
            self._area(place).verticalScrollBar().setValue(max(found[place][0].y() - 16, 0))

    def _speaking(self, one: Section, wanted: str) -> list[QFrame]:
        """The cards that say it: all of them where the subject itself does."""
        cards = [card for card in self._cards.get(one.key, ()) if card not in self._without]
        if wanted in one.title.casefold():
            return cards
        return [card for card in cards if any(wanted in text.casefold() for text in _texts(card))]


def _area(section: Section) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setAccessibleName(section.title)
    return area


def _placed(first: tuple[QFrame, ...], second: tuple[QFrame, ...]) -> QWidget:
    columns = [column(*cards, None, gap=16) for cards in (first, second) if cards]
    inner = QWidget()
    beside = row(*columns, None, gap=16, margins=(0, 0, PAGE_PADDING, PAGE_PADDING))
    for place in range(len(columns)):
        beside.setStretch(place, CARD)
    inner.setLayout(beside)
    for card in (*first, *second):
        card.setMinimumWidth(NARROW)
        card.setMaximumWidth(CARD)
    return inner


def _texts(card: QFrame) -> list[str]:
    said = [one.text() for one in card.findChildren(QLabel)]
    said += [one.text() for one in card.findChildren(QAbstractButton)]
    return said + [one.placeholderText() for one in card.findChildren(QLineEdit)]
