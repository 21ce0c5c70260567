"""Inspections: the board of today, plans by the days of a month with the plant's calendar, and the plans."""

from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QStackedWidget

from desktop import words
from desktop.models.record_table import Column
from desktop.style.tokens import PAGE_PADDING
from desktop.views.action import Action, deed_button
from desktop.views.inspections.board import Board
from desktop.views.inspections.finding import PLANS
from desktop.views.inspections.how_often import in_words
from desktop.views.inspections.matrix import Matrix
from desktop.views.inspections.panel import InspectionPanel
from desktop.views.inspections.plan_panel import PlanPanel
from desktop.views.ledgers.door import LedgerDoor
from desktop.views.ledgers.door import action as ledger_action
from desktop.views.page import Page
from desktop.views.palette.finder import Finder
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.field_columns import field_columns
from desktop.widgets.parts import box, button, column, joined, row
from desktop.widgets.table import Table
from services.core.inspection_plans import InspectionPlan
from services.store.queries.rounds import BoardRow

VIEWS = ("board", "month", "plans")


class InspectionsPage(Page):
    """What is to be inspected, and what became of it."""

    key, icon = "inspections", "inspections"
    kinds = frozenset(
        {"inspection", "inspection_plan", "calendar_day", "zone", "equipment", "person", "team", "shift", "checklist"}
    )

    @staticmethod
    def title() -> str:
        return QCoreApplication.translate("Pages", "Inspections")

    @classmethod
    def offers(cls) -> tuple[Action, ...]:
        translate = QCoreApplication.translate
        add = translate("InspectionsPage", "Make an inspection plan")
        return (
            Action(
                name="addPlan", title=add, run="add", keys="Ctrl+N", picture="add", operation="inspections.plan",
                anywhere=True,
            ),
            ledger_action("inspections.import_rows"),
            Action(name="dayBefore", title=translate("InspectionsPage", "Earlier"), run="earlier", keys="Alt+Left"),
            Action(name="dayAfter", title=translate("InspectionsPage", "Later"), run="later", keys="Alt+Right"),
        )  # fmt: skip

    @classmethod
    def finders(cls) -> tuple[Finder, ...]:
        return (PLANS,)

    def show_record(self, kind: str, id_: str) -> None:
        self.show_view("plans")
        self.plans.choose(id_)
        self.plan_panel.show_plan(self.workbench.ask(lambda look: look.get("inspection_plan", id_)))

    def show_only(self, part: str) -> None:
        """One of the views; or the form of a new plan (`begin`)."""
        if part == "begin":
            self.add()
        else:
            self.show_view(part)

    def build(self) -> None:
        self.ledgers = LedgerDoor(self, "inspections")
        titles = {"board": self.tr("Board"), "month": self.tr("Month"), "plans": self.tr("Plans")}
        self._segments = {
            name: button(titles[name], f"view-{name}", partial(self.show_view, name), "segment") for name in VIEWS
        }
        for segment in self._segments.values():
            segment.setCheckable(True)
        self.board, self.matrix = Board(self.workbench), Matrix(self.workbench, may_set=self.may("calendar.set_days"))
        self.board.chosen.connect(self._on_chosen)
        self.board.table.menu_for = self._menu
        self.matrix.opened.connect(self._on_day)
        self.matrix.day_set.connect(self._on_day_set)
        self.plans = Table("plansTable", _columns())
        self.plans.filter.show()
        self.plans.chosen.connect(self._on_plan)
        for table in (self.board.table, self.plans):
            self.tell_copies(table)
        self.board.table.copying.more = self._field_columns
        self.panel, self.plan_panel = (
            InspectionPanel(self.workbench, self.toast),
            PlanPanel(self.workbench, self.tasks, self.toast),
        )
        self.panel.closed.connect(self._on_closed)
        self.plan_panel.closed.connect(self._on_closed)
        self.plan_panel.made.connect(self._on_made)
        self.views = QStackedWidget()
        for view in (self.board, self.matrix, self.plans):
            self.views.addWidget(view)
        content = box(column(self.views, margins=(PAGE_PADDING, 0, PAGE_PADDING, PAGE_PADDING)))
        self.stack = QStackedWidget()
        self.stack.addWidget(content)
        add = self.deeds["addPlan"]
        nothing = self.tr(
            "A plan says which zones are inspected, how often and by whom. Each day's inspections follow."
        )
        none = EmptyState(
            "inspections", self.tr("No inspections yet"), nothing, add.text(), "addFirstPlan", add.trigger
        )
        self.stack.addWidget(none)
        self._bar = box(joined(*self._segments.values()))
        bring = self.ledgers.button(self.deeds["importLedger"])
        head = self.head(self._bar, None, bring, deed_button(add, "primary"))
        self.setLayout(row(column(head, self.stack, gap=0), self.panel, self.plan_panel, gap=0))
        self.first = self.board.table.view
        self.show_view("board")

    def show_view(self, name: str) -> None:
        """The board, the month or the plans."""
        for other, segment in self._segments.items():
            segment.setChecked(other == name)
        self.views.setCurrentIndex(VIEWS.index(name))
        self._refresh_view()
        for panel in (self.panel, self.plan_panel):
            panel.hide()
        self.board.table.view.clearSelection()
        self.plans.view.clearSelection()

    def refresh(self) -> None:
        plans = sorted(self.workbench.ask(_plans), key=lambda one: (one.retired_at is not None, one.name))
        self.stack.setCurrentIndex(0 if plans else 1)
        self._bar.setVisible(bool(plans))
        self.plans.show_rows(plans)
        self._refresh_view()

    def _refresh_view(self) -> None:
        """What is seen, as it is now; the others are read when they are turned to."""
        here = self.views.currentWidget()
        if here is self.matrix:
            self.matrix.refresh()
        elif here is self.board:
            self.board.refresh()
            self.panel.follow(self.board.rows)

    def add(self) -> None:
        """The form of a new plan."""
        self.show_view("plans")
        self.plan_panel.show_plan(None)

    def earlier(self) -> None:
        """A day back on the board, a month on the matrix."""
        self._step(-1)

    def later(self) -> None:
        """A day on, or a month."""
        self._step(1)

    def _step(self, by: int) -> None:
        if self.views.currentWidget() is self.matrix:
            self.matrix.step(by)
        else:
            self.board.step(by)

    def _on_chosen(self, one: BoardRow | None) -> None:
        if one is not None:
            self.plan_panel.hide()
            self.panel.show_inspection(one)

    def _on_plan(self, one: InspectionPlan | None) -> None:
        if one is not None:
            self.panel.hide()
            self.plan_panel.show_plan(one)

    def _field_columns(self) -> list[Column]:
        return field_columns(self.workbench, "inspection", lambda one: one.task.extra)

    def _menu(self, one: BoardRow, menu: QMenu) -> None:
        """Where a row leads to: its plan alone, and its plan's month."""
        month = QAction(self.tr("Show the plan's month"), menu)
        month.triggered.connect(partial(self.show_view, "month"))
        day = QAction(self.tr("Only this plan"), menu)
        day.triggered.connect(partial(self._only_plan, one))
        menu.addActions([day, month])

    def _only_plan(self, one: BoardRow) -> None:
        self.board.plan = one.task.plan
        self.board.refresh()

    def _on_day(self, day: date, plan: str) -> None:
        self.board.day, self.board.plan, self.board.only = day, plan, ""
        self.show_view("board")

    def _on_day_set(self, day: date, kind: str) -> None:
        if self.workbench.run("calendar.set_days", days=[{"day": day.isoformat(), "kind": kind, "reason": ""}]).ok:
            told = self.tr("{day}: {kind}").format(day=day.isoformat(), kind=words.say(f"value.kind.{kind}"))
            self.toast.good(told, self.tr("Undo"), self.workbench.undo)

    def _on_made(self, plan: str) -> None:
        self.refresh()
        self.plans.choose(plan)

    def _on_closed(self) -> None:
        for table in (self.board.table, self.plans):
            table.view.clearSelection()
        (self.plans if self.views.currentWidget() is self.plans else self.board.table).view.setFocus()


def _plans(look: Any) -> list[InspectionPlan]:
    return list(look.find("inspection_plan"))


def _columns() -> list[Column]:
    retired = QCoreApplication.translate("InspectionsPage", "retired")
    places = QCoreApplication.translate("InspectionsPage", "Places")

    def name(one: InspectionPlan) -> str:
        return f"{one.name} ({retired})" if one.retired_at else one.name

    return [
        Column("name", words.say("field.inspection_plan.name"), name, 190, grows=True),
        Column("every", words.say("field.inspection_plan.every"), lambda one: in_words(one.every), 240),
        Column("times", words.say("field.inspection_plan.times"), lambda one: " ".join(one.times), 140),
        Column("places", places, lambda one: str(len(one.zones) + len(one.equipment)), 72, right=True,
               sort=lambda one: len(one.zones) + len(one.equipment)),
        Column("since", words.say("field.inspection_plan.since"), lambda one: one.since.isoformat(), 104, yields=True),
    ]  # fmt: skip
