"""Dispatch: the routes in the order in which they are looked at, moved by hand or by keys, and a line to try them."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStackedWidget

from desktop.style.tokens import PAGE_PADDING
from desktop.views.action import Action, deed_button
from desktop.views.dispatch.panel import RoutePanel
from desktop.views.dispatch.route_rows import BELOW, TROUBLED, RouteRows
from desktop.views.dispatch.said import Facts, below, facts_of, sentence
from desktop.views.dispatch.trying import TryIt
from desktop.views.page import Page
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.parts import box, column, label, row
from services.store.queries.dispatching import traffic

ID = int(Qt.ItemDataRole.UserRole)


class DispatchPage(Page):
    """Whom a hazard goes to."""

    key, icon = "dispatch", "dispatch"
    kinds = frozenset({"route", "category", "zone", "team", "person", "shift", "equipment", "absence", "hazard"})

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
        self.list.setItemDelegate(RouteRows(self.list))
        self.list.setMouseTracking(True)
        self.trying = TryIt(self.workbench)
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
            label(told, "muted", wrap=True), self.stack, self.trying, gap=12,
            margins=(PAGE_PADDING, 0, PAGE_PADDING, PAGE_PADDING),
        )  # fmt: skip
        left = column(self.head(None, deed_button(add, "primary")), box(content), gap=0)
        self.setLayout(row(left, self.panel, gap=0))
        self.first = self.list

    def refresh(self) -> None:
        self.facts = self.workbench.ask(facts_of)
        here = self.list.currentRow()
        self.list.clear()
        went = self.workbench.ask(traffic, now=self.workbench.now())
        for route in self.facts.routes:
            item = QListWidgetItem(sentence(route, self.facts), self.list)
            item.setData(ID, route.id)
            trouble, told = below(route, self.facts, went)
            item.setData(BELOW, told)
            item.setData(TROUBLED, trouble)
            item.setToolTip(f"{item.text()}\n{told}")
        self.list.setCurrentRow(here)
        self.stack.setCurrentIndex(0 if self.facts.routes else 1)
        self.trying.show_facts(self.facts)

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
