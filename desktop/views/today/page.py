"""The first page: four figures, one list, a small map. Asked anew when something has changed, and once a minute, as
clocks run without a record being changed."""

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QFrame, QPushButton, QStackedWidget, QWidget

from desktop import words
from desktop.style.tokens import PAGE_PADDING
from desktop.views.first_steps.card import FirstStepsCard
from desktop.views.page import Page
from desktop.views.today.facts import Facts, gather
from desktop.views.today.figures import ROUNDS, Figures
from desktop.views.today.gauges import Gauges
from desktop.views.today.line import Line
from desktop.views.today.line_list import LineList
from desktop.views.today.lines import lines_of
from desktop.views.today.plant_card import PlantCard
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.parts import box, button, column, label, line, row

TICK_MS = 60_000
LIST_HEAD = 44


class TodayPage(Page):
    """Arranges them; what they say is put together in facts.py, in a task."""

    key, icon = "today", "today"
    kinds = frozenset(
        {"hazard", "zone", "floor", "label", "label_replacement", "person", "team", "plant", "conflict"}
        | {"inspection", "inspection_plan", "equipment", "sensor"}
        | {"course", "post", "posting", "training_record", "certificate"}
        | {"shift", "rule", "alert", "alert_drill", "redemption", "adjustment", "drill"}
        | {"permit", "contractor", "contractor_paper", "contractor_person"}
        | {"backup", "backup_plan", "keeping_policy"}
    )

    @staticmethod
    def title() -> str:
        return QCoreApplication.translate("Pages", "Today")

    def build(self) -> None:
        self.facts: Facts | None = None
        self._asking = self._again = False
        self._day = label("", "muted", "todayDate")
        self.figures = Figures()
        self.figures.part_wanted.connect(self.part_wanted)
        self.figures.page_wanted.connect(self.wanted)
        self.list = LineList()
        self.list.opened.connect(self._on_opened)
        self.plant = PlantCard()
        self.plant.picked.connect(self._on_zone)
        self.plant.map_wanted.connect(self._on_map)
        self.steps = FirstStepsCard()
        self.steps.wanted.connect(self.step_wanted)
        self.steps.altered.connect(self.look_again)
        self.steps.tour_wanted.connect(self.tour_wanted)
        self.first = self.list
        self._arrange()
        self.gauges = Gauges(self.workbench, self)
        self.gauges.told.connect(self.look_again)
        self.gauges.ask()
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self._on_tick)
        self._tick.start()
        self._known = self._sync()
        self.workbench.sync_changed.connect(self._on_sync)

    def _arrange(self) -> None:
        below = row(self._list_card(), self.plant, self.steps, gap=16)
        below.setStretch(0, 2)
        below.setStretch(1, 1)
        whole = column(gap=0)
        whole.addLayout(self.head(self._day))
        inner = column(self.figures, gap=16, margins=(PAGE_PADDING, 0, PAGE_PADDING, 24))
        inner.addLayout(below, 1)
        whole.addLayout(inner, 1)
        self.setLayout(whole)

    def _list_card(self) -> QFrame:
        self._count = label("", "muted", "todayCount")
        self._all = button("", "todayAll", self._on_all, "link")
        title = label(self.tr("To be dealt with"), "section")
        top = QWidget()
        top.setFixedHeight(LIST_HEAD)
        top.setLayout(row(title, self._count, None, self._all, gap=8, margins=(16, 0, 12, 0)))
        self.content = QStackedWidget()
        self.none = EmptyState(
            "check",
            self.tr("Nothing to be dealt with"),
            self.tr("Nothing is overdue, nothing waits for you, and everything has reached the hub."),
            self.tr("Tour of the window"),
            "todayTour",
            self.tour_wanted.emit,
        )
        self.begin = EmptyState(
            "map",
            self.tr("The plant has just begun"),
            self.tr(
                "Here stands what is dangerous, what waits for you and what did not get through. Begin with the plan."
            ),
            self.tr("Import a drawing"),
            "todayToMap",
            self._on_map,
        )
        for part in (self.list, self.none, self.begin):
            self.content.addWidget(part)
        return box(column(top, line(), self.content, gap=0, margins=(1, 0, 1, 1)), "card", "todayCard")

    # asking and showing

    def refresh(self) -> None:
        """Asks in a task; the answer is shown when it comes, and asked for anew if it is old by then."""
        if self._asking:
            self._again = True
            return
        self._asking = True
        bench = self.workbench
        me = bench.opened.replica.fact("me")
        facts = {"state": bench.sync_state, "unconfirmed": bench.unconfirmed(), "hour": self.gauges.hour}
        bench.ask_later(gather, self._on_facts, now=bench.now(), me=me, **facts)

    def _on_facts(self, facts: Facts | None) -> None:
        self._asking = False
        if facts is not None:
            self._show(facts)
        if self._again:
            self._again = False
            self.look_again()

    def _show(self, facts: Facts) -> None:
        self.facts = facts
        lines = lines_of(facts)
        self._day.setText(words.date(facts.now))
        self.figures.show_facts(facts)
        plant = self.workbench.plant
        self.figures.cards[ROUNDS].setVisible(plant is None or "inspections" not in plant.modules_off)
        self.list.show_lines(lines)
        begun = bool(facts.zones)
        self.content.setCurrentWidget(self.list if lines else self.none if begun else self.begin)
        self._count.setText(self.tr("%n things", "", sum(one.many for one in lines)) if lines else "")
        self._all.setText(self.tr("All open hazards: {n}").format(n=facts.open))
        self._all.setVisible(facts.open > 0)
        self.steps.show_steps(facts.steps)
        self.plant.setVisible(begun and self.steps.isHidden())
        for action in self.begin.findChildren(QPushButton):
            action.setVisible(self.steps.isHidden())  # else the steps say what comes first
        self.plant.show_facts(facts)

    def _sync(self) -> tuple[object, ...]:
        """What of the console's standing to its hub the page tells."""
        state = self.workbench.sync_state
        return (state.hub, state.waiting, state.conflicts, state.trouble)

    def _on_sync(self) -> None:
        if self._known != self._sync():
            self._known = self._sync()
            self.look_again()

    def _on_tick(self) -> None:
        if self.isVisible():
            self.gauges.ask()
        self.look_again()

    # where it leads

    def _on_opened(self, one: Line) -> None:
        if one.record:
            self.record_wanted.emit(one.page, one.kind, one.record)
        elif one.part:
            self.part_wanted.emit(one.page, one.part)
        else:
            self.wanted.emit(one.page)

    def _on_zone(self, zone: str) -> None:
        self.record_wanted.emit("map", "zone", zone)

    def _on_map(self) -> None:
        self.wanted.emit("map")

    def _on_all(self) -> None:
        self.part_wanted.emit("hazards", "open")
