"""Dispatch: the routes in the order in which they are looked at, moved by hand or by keys, and a line to try them."""

from datetime import datetime
from functools import partial
from typing import get_args

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QStackedWidget

from desktop import words
from desktop.style.tokens import PAGE_PADDING, ROW
from desktop.views.action import Action, deed_button
from desktop.views.dispatch.panel import RoutePanel
from desktop.views.dispatch.said import Facts, facts_of, passed, sentence
from desktop.views.page import Page
from desktop.widgets.choice import Choice
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.parts import box, column, label, row
from services.core.operation import Look
from services.core.routes import Category, Step, case_of, destination, steps

ID = int(Qt.ItemDataRole.UserRole)


class DispatchPage(Page):
    """Whom a hazard goes to."""

    key, icon = "dispatch", "dispatch"
    kinds = frozenset({"route", "zone", "team", "person", "shift"})

    @staticmethod
    def title() -> str:
        return QCoreApplication.translate("Pages", "Dispatch")

    @classmethod
    def offers(cls) -> tuple[Action, ...]:
        translate, move = QCoreApplication.translate, "routes.move"
        add = translate("DispatchPage", "Add a route")
        up, down = translate("DispatchPage", "Move up"), translate("DispatchPage", "Move down")
        return (
            Action(name="addRoute", title=add, run="add", keys="Ctrl+N", picture="add", operation="routes.add"),
            Action(name="routeUp", title=up, run="up", keys="Alt+Up", operation=move),
            Action(name="routeDown", title=down, run="down", keys="Alt+Down", operation=move),
        )

    def build(self) -> None:
        self.facts = Facts()
        self.list = QListWidget()
        self.list.setObjectName("routes")
        self.list.setAccessibleName(self.title())
        if self.may("routes.move"):
            self.list.setDragDropMode(QListWidget.DragDropMode.InternalMove)
        self.list.model().rowsMoved.connect(self._on_dropped, Qt.ConnectionType.QueuedConnection)
        self.list.itemClicked.connect(self._on_opened)
        self.list.itemActivated.connect(self._on_opened)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.list.addActions([self.deeds["routeUp"], self.deeds["routeDown"]])
        self.panel = RoutePanel(self.workbench, self.toast)
        self.panel.closed.connect(self.list.clearSelection)
        told = self.tr("The first route that fits is taken. Drag them into another order, or use Alt with the arrows.")
        self.stack = QStackedWidget()
        self.stack.addWidget(self.list)
        add = self.deeds["addRoute"]
        nothing = self.tr("Without a route, hazards go to the supervisor of their zone, else to the EHS manager.")
        self.stack.addWidget(
            EmptyState("dispatch", self.tr("No routes"), nothing, add.text(), "firstRoute", add.trigger)
        )
        content = column(
            label(told, "muted", wrap=True), self.stack, self._trying(), gap=12,
            margins=(PAGE_PADDING, 0, PAGE_PADDING, PAGE_PADDING),
        )  # fmt: skip
        left = column(self.head(None, deed_button(add, "primary")), box(content), gap=0)
        self.setLayout(row(left, self.panel, gap=0))
        self.first = self.list

    def _trying(self) -> QFrame:
        self.zone = Choice("tryZone", words.say("field.hazard.zone"))
        self.category = Choice("tryCategory", words.say("field.hazard.category"))
        self.category.offer([(words.say(f"category.{one}"), one) for one in get_args(Category)], None)
        for choice in (self.zone, self.category):
            choice.currentIndexChanged.connect(self.try_it)
        self.answer = label("", "", "tryAnswer", wrap=True)
        head = label(self.tr("Try it: where would this go now?"), "head")
        return box(
            column(head, row(self.zone, self.category, None), self.answer, margins=(12, 10, 12, 10)), "card", "tryIt"
        )

    def refresh(self) -> None:
        self.facts = self.workbench.ask(facts_of)
        here = self.list.currentRow()
        self.list.clear()
        for route in self.facts.routes:
            item = QListWidgetItem(sentence(route, self.facts), self.list)
            item.setData(ID, route.id)
            item.setSizeHint(QSize(0, ROW))
        self.list.setCurrentRow(here)
        self.stack.setCurrentIndex(0 if self.facts.routes else 1)
        self.zone.offer([(name, id_) for id_, name in self.facts.zones.items()], self.zone.currentData())
        self.try_it()

    def add(self) -> None:
        """The form of a new route."""
        self.panel.show_route(None, self.facts)

    def up(self) -> None:
        """The chosen route is looked at earlier."""
        self._move_by(-1)

    def down(self) -> None:
        """The chosen route is looked at later."""
        self._move_by(1)

    def _move_by(self, places: int) -> None:
        here = self.list.currentRow()
        if here >= 0 and 0 <= here + places < len(self.facts.routes):
            self._move(self.facts.routes[here].id, here + places)
            self.list.setCurrentRow(here + places)

    def _move(self, route: str, row: int) -> None:
        if self.workbench.run("routes.move", route=route, position=row + 1).ok:
            self.toast.good(self.tr("The order has been changed."), self.tr("Undo"), self.workbench.undo)
        else:
            self.refresh()

    def _on_dropped(self) -> None:
        """What was dragged is the one route whose leaving makes both orders the same."""
        now = [self.list.item(number).data(ID) for number in range(self.list.count())]
        before = [one.id for one in self.facts.routes]
        if now == before or sorted(now) != sorted(before):
            return
        moved = next(one for one in now if [x for x in now if x != one] == [x for x in before if x != one])
        self._move(moved, now.index(moved))

    def _on_opened(self, item: QListWidgetItem) -> None:
        route = next((one for one in self.facts.routes if one.id == item.data(ID)), None)
        if route is not None:
            self.panel.show_route(route, self.facts)

    def try_it(self) -> None:
        """Says where a hazard of the chosen zone and category would go now, and why."""
        zone, category = self.zone.currentData(), self.category.currentData()
        if zone and category:
            ask = partial(self.workbench.ask, zone=zone, category=category, at=self.workbench.now())
            taken = ask(destination)
            tried = ask(_tried)
            self.answer.setText(self._said(tried, taken.person, taken.team))
        else:
            self.answer.setText(self.tr("Draw a zone first."))

    def _said(self, tried: list[Step], person: str | None, team: str | None) -> str:
        over = [f"{one.route.position} ({passed(one.why)})" for one in tried if not one.taken]
        taken = tried[-1].route if tried and tried[-1].taken else None
        name = self.facts.people.get(person or "") or self.facts.teams.get(team or "") or self.tr("nobody")
        if taken is None:
            told = self.tr("Goes to {name}, as no route fits.").format(name=name)
        else:
            told = self.tr("Goes to {name}, by route {number}.").format(name=name, number=taken.position)
        passed_over = self.tr("Passed over: {routes}.").format(routes=words.listed(over))
        return f"{told} {passed_over}" if over else told


def _tried(look: Look, zone: str, category: str, at: datetime) -> list[Step]:
    return list(steps(look, case_of(look, zone, category, at=at)))
