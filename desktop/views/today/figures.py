"""The four figures in words, and where a press on each leads: to the page that shows exactly what was counted."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from desktop.views.today.counts import Parts, danger_parts, mine_parts, unseen_parts
from desktop.views.today.facts import Facts
from desktop.views.today.line import DANGER, MINE, UNSEEN
from desktop.widgets.figure_card import FigureCard
from desktop.widgets.parts import row

translate = QCoreApplication.translate
ROUNDS = "rounds"


class Figures(QWidget):
    """`part_wanted` carries a page and one of its filters, `page_wanted` a page."""

    part_wanted = Signal(str, str)
    page_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        titles = {
            DANGER: self.tr("In danger now"),
            MINE: self.tr("Waits for me"),
            ROUNDS: self.tr("Inspections on time"),
            UNSEEN: self.tr("Stuck or silent"),
        }
        self.cards = {name: FigureCard(f"figure-{name}", title) for name, title in titles.items()}
        for name, card in self.cards.items():
            card.setProperty("counts", name)
            card.clicked.connect(self._on_pressed)
        self.setLayout(row(*self.cards.values(), gap=16))
        self._facts: Facts | None = None

    def show_facts(self, facts: Facts) -> None:
        """What is so now."""
        self._facts = facts
        self._danger(facts)
        self._mine(facts)
        self._rounds(facts)
        self._unseen(facts)

    def _danger(self, facts: Facts) -> None:
        parts = danger_parts(facts)
        many = sum(n for _, n in parts)
        made_of = _listed(parts) or self.tr("Nothing overdue, missed or over its limit")
        sure = sum(n for _, n in parts[:-1])
        sign = "overdue" if sure else "pending" if many else "normal"
        self.cards[DANGER].tell(str(many), _count(many), made_of, sign=sign, danger=sure > 0)

    def _mine(self, facts: Facts) -> None:
        parts = mine_parts(facts)
        many = sum(n for _, n in parts)
        self.cards[MINE].tell(str(many), _count(many), _listed(parts) or self.tr("Nothing waits for you"))

    def _rounds(self, facts: Facts) -> None:
        rounds = facts.rounds
        rest = rounds.open + rounds.to_come
        parts = (
            (translate("Today", "missed"), rounds.missed),
            (translate("Today", "late"), rounds.late),
            (translate("Today", "doing"), rounds.open),
            (translate("Today", "due later"), rounds.to_come),
            (translate("Today", "excused"), rounds.excused),
        )
        none = self.tr("No inspections today") if not rounds.asked and not rest else self.tr("All of today made")
        sign = "overdue" if rounds.missed else ""
        figure = str(rounds.done) if rounds.asked else "–"
        unit = self.tr("of {n}").format(n=rounds.asked) if rounds.asked else ""
        self.cards[ROUNDS].tell(figure, unit, _listed(parts) or none, sign=sign)

    def _unseen(self, facts: Facts) -> None:
        parts = unseen_parts(facts)
        many = sum(n for _, n in parts)
        made_of = _listed(parts) or self.tr("Everything has reached the hub")
        if facts.unseen:
            made_of = " · ".join(part for part in (self.tr("hub unreachable"), _listed(parts)) if part)
        self.cards[UNSEEN].tell(str(many), _count(many), made_of, sign="pending" if facts.unseen or facts.stuck else "")

    def _on_pressed(self) -> None:
        facts, counts = self._facts, str(self.sender().property("counts"))
        if facts is None:
            return
        page, part = way_of(facts, counts)
        if part:
            self.part_wanted.emit(page, part)
        else:
            self.page_wanted.emit(page)


def way_of(facts: Facts, counts: str) -> tuple[str, str]:
    """The page that a figure leads to, and its filter."""
    if counts == DANGER:
        if facts.permits.danger and not facts.danger.hazards:
            return "contractors", "permits"
        return ("hazards", "overdue") if facts.danger.hazards else ("map", "overdue")
    if counts == MINE:
        mine = facts.mine
        if facts.permits.to_sign and not (mine.reviews or mine.fixes or mine.strays):
            return "contractors", "permits"
        if mine.reviews or not (mine.fixes or mine.strays or facts.conflicts or mine.rounds):
            return "hazards", "mine"
        if mine.fixes or mine.strays:
            return "hazards", "open"
        return ("conflicts", "") if facts.conflicts else ("map", "")
    if counts == ROUNDS:
        return ("map", "overdue") if facts.danger.missed else ("map", "")
    return ("journal", "") if facts.unseen or facts.stuck else ("map", "")


def _listed(parts: Parts) -> str:
    return " · ".join(f"{word} {n}" for word, n in parts if n)


def _count(many: int) -> str:
    return translate("Today", "thing") if many == 1 else translate("Today", "things")
