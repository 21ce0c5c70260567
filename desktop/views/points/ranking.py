"""The ranking: people, teams or departments by what they have earned in a span."""

from functools import partial
from typing import TYPE_CHECKING, Any, get_args

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop import words
from desktop.models.record_table import Column
from desktop.style.tokens import PAGE_PADDING
from desktop.widgets.choice import Choice
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.parts import button, column, joined, label, row
from desktop.widgets.table import Table
from services.store.queries.points import GroupStanding, Span, Standing, group_standings, standings

if TYPE_CHECKING:
    from desktop.workbench import Workbench

BY = ("person", "team", "department")


class Ranking(QWidget):
    """`chosen` carries the id of a person in the ranking whose account is to be seen."""

    chosen = Signal(str)

    def __init__(self, workbench: "Workbench") -> None:
        super().__init__()
        self.setObjectName("pointsRanking")
        self.workbench = workbench
        self.by = "person"
        titles = {"person": self.tr("People"), "team": self.tr("Teams"), "department": self.tr("Departments")}
        self._segments = {
            name: button(titles[name], f"rank-{name}", partial(self.show_by, name), "segment") for name in BY
        }
        for segment in self._segments.values():
            segment.setCheckable(True)
        spans = {
            "month": self.tr("This month"),
            "quarter": self.tr("This quarter"),
            "year": self.tr("This year"),
            "all": self.tr("All time"),
        }
        self.span = Choice("rankSpan", self.tr("Span"))
        self.span.offer([(spans[one], one) for one in get_args(Span)], "month")
        self.span.currentIndexChanged.connect(self.refresh)
        self.people, self.groups = Table("rankPeople", _people()), Table("rankGroups", _groups())
        self.people.chosen.connect(self._on_chosen)
        self.stack = QStackedWidget()
        nothing = self.tr("Points come when an inspection or a reported hazard was found valid.")
        empty = EmptyState("points", self.tr("Nobody has earned points yet"), nothing)
        for part in (self.people, self.groups, empty):
            self.stack.addWidget(part)
        note = label(self.tr("Who wishes so stands under a pseudonym."), "caption")
        tools = row(joined(*self._segments.values()), self.span, None, note, gap=12)
        self.setLayout(column(tools, self.stack, gap=10, margins=(PAGE_PADDING, 4, PAGE_PADDING, PAGE_PADDING)))
        self._mark()

    def show_by(self, name: str) -> None:
        """By people, teams or departments."""
        self.by = name
        self._mark()
        self.refresh()

    def _mark(self) -> None:
        for other, segment in self._segments.items():
            segment.setChecked(other == self.by)

    def refresh(self) -> None:
        """As it stands now."""
        asked: dict[str, Any] = {"span": str(self.span.currentData()), "now": self.workbench.now()}
        if self.by == "person":
            people = self.workbench.ask(standings, **asked)
            self.people.show_rows(people)
            self.stack.setCurrentIndex(0 if people else 2)
        else:
            self.groups.show_rows(self.workbench.ask(group_standings, by=self.by, **asked))
            self.stack.setCurrentIndex(1)

    def let_go(self) -> None:
        """Nobody is chosen."""
        self.people.view.clearSelection()

    def _on_chosen(self, one: Standing | None) -> None:
        if one is not None:
            self.chosen.emit(one.id)


def called(one: Standing) -> str:
    """The name, or the pseudonym."""
    return words.say("points.alias", number=f"{one.alias:03d}") if one.alias else one.name


def _figure(key: str, title: str, width: int = 112) -> Column:
    return Column(
        key,
        title,
        lambda one: f"{getattr(one, key):,}",
        width,
        sort=lambda one: getattr(one, key),
        amount=lambda one: float(getattr(one, key)),
        right=True,
    )


def _place(title: str) -> Column:
    return Column("place", title, lambda one: str(one.place), 72, sort=lambda one: one.place, right=True)


def _people() -> list[Column]:
    translate = QCoreApplication.translate
    return [
        _place(translate("Ranking", "Place")),
        Column("name", words.say("field.person.name"), called, 160, grows=True),
        Column("team", words.say("record.team"), lambda one: one.team, 140),
        Column("department", words.say("record.department"), lambda one: one.department, 140),
        _figure("earned", translate("Ranking", "Earned")),
        _figure("lifetime", words.say("field.points_account.lifetime"), 128),
        _figure("balance", words.say("field.points_account.balance")),
    ]


def _groups() -> list[Column]:
    translate = QCoreApplication.translate

    def each(one: GroupStanding) -> str:
        return f"{one.each:.1f}"

    return [
        _place(translate("Ranking", "Place")),
        Column("name", translate("Ranking", "Name"), lambda one: one.name, 200, grows=True),
        Column("each", translate("Ranking", "For each person"), each, 128, sort=lambda one: one.each, right=True,
               amount=lambda one: round(one.each, 1)),
        _figure("earned", translate("Ranking", "Earned")),
        _figure("people", translate("Ranking", "People")),
    ]  # fmt: skip
