"""One of two moments: when it is, its counts and its plan."""

from datetime import datetime

from PySide6.QtCore import QDateTime, QPointF, QSignalBlocker, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.style.theme import theme
from desktop.views.floor_plan.chips import Chips
from desktop.views.floor_plan.drawings import Drawings
from desktop.views.floor_plan.facts import MapFacts
from desktop.views.floor_plan.plan_view import PlanView
from desktop.views.floor_plan.shapes import LIVE
from desktop.widgets.moment import moment_field, moment_of, shown_moment
from desktop.widgets.parts import column, label, row


class LinkedPlan(PlanView):
    """A plan whose camera another one follows: `moved` when it shows another part."""

    moved = Signal()

    def follow(self, other: "LinkedPlan") -> None:
        """Shows the same part as the other one."""
        self._fitted, self.picture.zooming = other._fitted, other.picture.zooming
        self.camera = other.camera
        self.update()

    def fit(self) -> None:
        super().fit()
        self.moved.emit()

    def zoom(self, factor: float, about: QPointF | None = None) -> None:
        super().zoom(factor, about)
        self.moved.emit()

    def pan(self, by: QPointF) -> None:
        super().pan(by)
        self.moved.emit()


class CompareSide(QWidget):
    """`changed` when somebody wants another moment here."""

    changed = Signal()

    def __init__(self, name: str, said: str, drawings: Drawings, choices: list[QPushButton]) -> None:
        super().__init__()
        self.setObjectName(name)
        self._drawings = drawings
        self.clock = moment_field(f"{name}Clock", said)
        self.clock.dateTimeChanged.connect(self._on_clock)
        self.moment: datetime | None = None  # None: now
        self.none = label(self.tr("This floor was not in use then."), "warning", f"{name}None", wrap=True)
        self.chips, self.plan = Chips(), LinkedPlan()
        self.chips.pressed.connect(self.plan.set_highlight)
        self.plan.colour_by(LIVE)
        choose = row(label(said, "section"), self.clock, *choices, None)
        whole = column(choose, row(self.none, self.chips), self.plan, gap=8)
        whole.setStretch(2, 1)
        self.setLayout(whole)

    def span(self, begins: datetime, now: datetime) -> None:
        """From when until when there is something to choose."""
        with QSignalBlocker(self.clock):
            self.clock.setDateTimeRange(shown_moment(begins), shown_moment(now))
            self.clock.setDateTime(shown_moment(self.moment or now))

    def choose(self, moment: datetime | None) -> None:
        """Another moment; None for the present."""
        self.moment = moment
        self.changed.emit()

    def show_facts(self, facts: MapFacts) -> None:
        """The floor as it stood."""
        self.plan.set_dark(theme.dark)
        self.none.setVisible(facts.floor is None)
        self.chips.show_counts(facts.counts(LIVE))
        if facts.floor is not None:
            self.plan.show_drawing(facts.floor, self._drawings.get(facts.floor))
        self.plan.show_zones(facts.map_zones(LIVE))

    def _on_clock(self, shown: QDateTime) -> None:
        self.choose(moment_of(shown))
