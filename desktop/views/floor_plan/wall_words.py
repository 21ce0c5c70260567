"""What stands beside the plan on a wall: counts with sign and word, and the zones that come first."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from desktop.style.signs import sign_pixmap
from desktop.views.floor_plan.facts import MapFacts
from desktop.views.floor_plan.most_urgent import by_urgency
from desktop.views.floor_plan.shapes import OVERDUE
from desktop.views.floor_plan.wording import status_word, status_words
from desktop.widgets.parts import column, label, row

if TYPE_CHECKING:
    from services.store.queries.status import ZoneStatus

SMALL, MIDDLE, LARGE = 0.031, 0.042, 0.07  # of the screen's height: what can be read from five metres, and the heads
MOST = 4


def sized(made: QLabel, px: float, *, bold: bool = False) -> QLabel:
    """A label in letters of a size."""
    said = f"font-size: {round(px)}px; font-weight: {700 if bold else 400};"
    if made.styleSheet() != said:
        made.setStyleSheet(said)
    return made


class WallCounts(QWidget):
    """How many zones have each status or level: sign, number, word."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: dict[str, tuple[QLabel, QLabel, QLabel]] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addStretch(1)

    def show_counts(self, counts: dict[str, int], high: int) -> None:
        """The counts as they are now, on a screen so many px high."""
        self._row.setSpacing(round(high * 0.012))
        for status, count in counts.items():
            sign, number, word = self._parts.get(status) or self._made(status)
            _show_sign(sign, status, high * MIDDLE)
            sized(number, high * LARGE, bold=True).setText(str(count))
            number.setAccessibleName(f"{status_word(status)} {count}")
            sized(word, high * SMALL)
            word.setContentsMargins(0, 0, round(high * 0.04), 0)

    def _made(self, status: str) -> tuple[QLabel, QLabel, QLabel]:
        made = QLabel(), label("", "", f"wall-{status}"), label(status_word(status), "muted")
        for one in made:
            self._row.insertWidget(self._row.count() - 1, one)
        self._parts[status] = made
        return made


class WallUrgent(QWidget):
    """The zones that come first, in words."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("wallUrgent")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._head, self._more = label(wrap=True), label("", "muted", wrap=True)
        self._lines = [_Line() for _ in range(MOST)]
        self._column = column(self._head, *self._lines, self._more, None)
        self.setLayout(self._column)

    def show_facts(self, facts: MapFacts, high: int) -> None:
        """The most urgent zones of a floor; of old news nothing is called urgent."""
        found = () if facts.seen_at else by_urgency(facts)
        self._column.setSpacing(round(high * 0.025))
        sized(self._head, high * MIDDLE, bold=True)
        sized(self._more, high * SMALL)
        self._head.setText(self.tr("First now") if found else self.tr("Nothing is waiting on this floor"))
        self._head.setVisible(facts.seen_at is None)
        for at, line in enumerate(self._lines):
            line.setVisible(at < len(found))
            if at < len(found):
                line.show_zone(found[at], facts, high)
        self._more.setText(self.tr("and {n} more").format(n=len(found) - MOST))
        self._more.setVisible(len(found) > MOST)


class _Line(QWidget):
    """One zone: sign, name, status in words."""

    def __init__(self) -> None:
        super().__init__()
        self._sign, self._name, self._words = QLabel(), label(wrap=True), label(wrap=True)
        said = column(self._name, self._words, gap=0)
        whole = row(self._sign, said, gap=16)
        whole.setStretchFactor(said, 1)
        self.setLayout(whole)

    def show_zone(self, found: "ZoneStatus", facts: MapFacts, high: int) -> None:
        _show_sign(self._sign, found.status, high * SMALL)
        sized(self._name, high * SMALL, bold=True).setText(found.zone.name)
        self._words.setProperty("look", "error" if found.status == OVERDUE else "warning")
        sized(self._words, high * SMALL).setText(status_words(found, facts.now))


def _show_sign(made: QLabel, status: str, px: float) -> None:
    made.setPixmap(sign_pixmap(status, round(px), made.devicePixelRatioF()))
    made.setFixedSize(round(px), round(px))
