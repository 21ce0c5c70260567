"""The board of one day: every inspection with how it stands, narrowed by a press on one of the counts."""

from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from desktop import words
from desktop.language import language
from desktop.models.record_table import Column
from desktop.views.inspections.standing import SIGNS, place, whose, word
from desktop.widgets.flow import Flow
from desktop.widgets.parts import button, column, emptied, label, row
from desktop.widgets.table import Table
from desktop.words import local
from desktop.workbench import Workbench
from services.core.calendar import day_of
from services.store.queries.rounds import BoardRow, Standing, board

ORDER: tuple[Standing, ...] = tuple(SIGNS)


class Board(QWidget):
    """`chosen` carries a row of the table, or None. `only` is the standing that is shown alone, empty for all;
    `plan` the only plan, empty for all."""

    chosen = Signal(object)

    def __init__(self, workbench: Workbench) -> None:
        super().__init__()
        self.workbench = workbench
        self.day: date | None = None
        self.only = self.plan = ""
        self.rows: tuple[BoardRow, ...] = ()
        self.said = label("", "head", "boardDay")
        self._back = button("‹", "dayBack", partial(self.step, -1), "tool")
        self._back.setAccessibleName(self.tr("The day before"))
        self._on = button("›", "dayOn", partial(self.step, 1), "tool")
        self._on.setAccessibleName(self.tr("The day after"))
        self.today = button(self.tr("Today"), "dayToday", self.go_today)
        self.all_plans = button("", "allPlans", self._on_all_plans, "chip", "close")
        self._counts = Flow()
        self.table = Table("roundsTable", _columns())
        self.table.filter.show()
        self.table.chosen.connect(self.chosen)
        days = row(self._back, self.said, self._on, self.today, self.all_plans, None)
        self.setLayout(column(days, self._counts, self.table))

    def refresh(self) -> None:
        """The day as it is now."""
        now = self.workbench.now()
        today = self.workbench.ask(day_of, moment=now)
        day = self.day or today
        self.rows = self.workbench.ask(board, day=day, now=now)
        mine = [one for one in self.rows if self.plan in ("", one.task.plan)]
        self._show_counts(mine)
        self.said.setText(_called(day, today))
        self.today.setVisible(day != today)
        self.all_plans.setVisible(bool(self.plan))
        self.all_plans.setText(next((one.round.plan.name for one in mine), self.tr("One plan")))
        self.table.show_rows([one for one in mine if self.only in ("", one.standing)])

    def go_today(self) -> None:
        """Back to the present day."""
        self.day, self.plan = None, ""
        self.refresh()

    def step(self, days: int) -> None:
        """So many days on, or back."""
        day = self.day or self.workbench.ask(day_of, moment=self.workbench.now())
        self.day = day + timedelta(days=days)
        self.refresh()

    def _on_all_plans(self) -> None:
        self.plan = ""
        self.refresh()

    def _show_counts(self, rows: list[BoardRow]) -> None:
        emptied(self._counts)
        self._counts.addWidget(self._count("", self.tr("All"), len(rows)))
        for standing in ORDER:
            many = sum(one.standing == standing for one in rows)
            if many or standing == self.only:
                self._counts.addWidget(self._count(standing, word(standing), many))

    def _count(self, standing: str, said: str, many: int) -> QPushButton:
        made = button(f"{said} {many}", f"count-{standing or 'all'}", partial(self._on_only, standing), "chip")
        made.setCheckable(True)
        made.setChecked(standing == self.only)
        return made

    def _on_only(self, standing: str) -> None:
        self.only = standing
        self.refresh()


def _called(day: date, today: date) -> str:
    near = words.near_day(day, today)
    return f"{near.capitalize()} · {words.date_of(day)}" if near else words.date_of(day)


def _columns() -> list[Column]:
    def standings() -> list[tuple[str, str]]:
        return [(one, word(one)) for one in ORDER]

    state_room = 140 if language.name == "en" else 104
    return [
        Column(
            "standing", words.say("field.inspection.state"), lambda one: word(one.standing), state_room,
            sort=lambda one: ORDER.index(one.standing), sign=lambda one: SIGNS[one.standing],
            code=lambda one: one.standing, choices=standings,
        ),
        Column("due_at", words.say("field.inspection.due_at"), _due, 112, sort=_due_at, tip=_window),
        Column("zone", words.say("field.inspection.zone"), place, 150, grows=True),
        Column("plan", words.say("field.inspection.plan"), lambda one: one.round.plan.name, 150),
        Column("whose", words.say("field.inspection.person"), whose, 96),
        Column("shift", words.say("field.inspection_plan.shifts"), lambda one: one.shift, 72, yields=True),
        Column("by", words.say("field.inspection.by"), lambda one: one.by, 120, yields=True),
        Column("at", words.say("field.inspection.at"), _at, 96, sort=lambda one: one.task.at, yields=True),
    ]  # fmt: skip


def _due(one: BoardRow) -> str:
    task = one.task
    if not one.round.plan.times and not one.round.plan.shifts:
        return "–"
    return local(task.due_at).strftime("%H:%M")


def _due_at(one: BoardRow) -> datetime:
    return one.task.due_at


def _window(one: BoardRow) -> str:
    return f"{words.full(one.task.opens_at)} – {words.full(one.task.closes_at)}"


def _at(one: Any) -> str:
    return local(one.task.at).strftime("%m-%d %H:%M") if one.task.at else ""
