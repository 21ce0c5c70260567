"""The hard figures of a period: each with what it was before and how it has changed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop import words
from desktop.language import language
from desktop.widgets.figure_card import FigureCard
from desktop.widgets.parts import row
from services.core.measures import relative_change
from services.reports.figures_said import GOOD_DOWN, arrow, measures, shown
from services.reports.report_facts import ReportFacts

NAMES = ("time_to_fix", "plan_completion", "recordable_injuries", "reports")


class Cards(QWidget):
    """`pressed` carries a figure's name."""

    pressed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.cards = {name: FigureCard(f"figure-{name}", words.say(f"figure.name.{name}")) for name in NAMES}
        for card in self.cards.values():
            card.clicked.connect(self._on_pressed)
        self.setLayout(row(*self.cards.values(), gap=16))

    def show_figures(self, facts: ReportFacts) -> None:
        """Those of a period, against those before."""
        now, lang = measures(facts.figures), language.name
        was = measures(facts.before) if facts.before else dict.fromkeys(now)
        for name, card in self.cards.items():
            change = relative_change(was[name], now[name])
            sign = "" if change is None else "normal" if (change < 0) == (name in GOOD_DOWN) else "overdue"
            told = self.tr("none before")
            if change is not None:
                told = self.tr("{change} · before {was}").format(
                    change=arrow(change, lang), was=shown(name, was[name], lang)
                )
            card.tell(shown(name, now[name], lang), words.say(f"figure.unit.{name}"), told, sign=sign)

    def _on_pressed(self) -> None:
        self.pressed.emit(self.sender().objectName().removeprefix("figure-"))
