"""When lines and machines stood, and the agents that tell of it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QStackedWidget

from desktop import words
from desktop.models.record_table import Column
from desktop.style.tokens import PAGE_PADDING
from desktop.views.access.agent_panel import AgentPanel
from desktop.views.access.asked import AskedView, ask_hub
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.parts import box, button, column, joined, label, row
from desktop.widgets.table import Table
from services.core.refused import Refused
from services.core.shape import utc_moment

if TYPE_CHECKING:
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench

LISTS = ("stops", "agents")


@dataclass(frozen=True, slots=True)
class StopRow:
    """A stop of a line or machine; `ended` None: it stands."""

    id: str
    line: str
    began: datetime
    ended: datetime | None
    planned: bool
    reason: str


@dataclass(frozen=True, slots=True)
class AgentRow:
    """An agent and what the hub says of it."""

    id: str
    agent: Any
    told: dict[str, Any]

    @property
    def word(self) -> str:
        """How it stands, as a code."""
        return str(self.told.get("word", "silent"))


class MachinesView(AskedView):
    """Asks the hub while it is seen: stops are known there alone."""

    EVERY_MS = 10_000

    def __init__(self, workbench: "Workbench", toast: "Toast") -> None:
        super().__init__()
        self.workbench = workbench
        self.told: dict[str, Any] = {"stops": [], "agents": []}
        self.stops, self.agents = Table("stopTable", _stop_columns(workbench)), Table("agentTable", _agent_columns())
        self.stops.filter.show()
        self.agents.chosen.connect(self._on_agent)
        self.panel = AgentPanel(workbench, toast)
        self.panel.added.connect(self._on_added)
        self.fault = label("", "error", "machinesFault", wrap=True)
        self.fault.hide()
        self.add = button(self.tr("Add an agent"), "addAgent", self.add_agent, "", "add")
        titles = {"stops": self.tr("Stops"), "agents": self.tr("Machine agents")}
        self._segments = {
            one: button(titles[one], f"machines-{one}", partial(self.show_list, one), "segment") for one in LISTS
        }
        for segment in self._segments.values():
            segment.setCheckable(True)
        self.stack = QStackedWidget()
        told_stops = self.tr("Stops come from the MES, from files, or from an MTConnect agent.")
        told_agents = self.tr("An agent tells how the machines of a cell stand; what stands becomes a stop.")
        for table, nothing in (
            (self.stops, EmptyState("plant", self.tr("No line stood in the last days"), told_stops)),
            (self.agents, EmptyState("hub", self.tr("No machine agents yet"), told_agents, self.add.text(),
                                     "firstAgent", self.add_agent)),
        ):  # fmt: skip
            inner = QStackedWidget()
            inner.addWidget(table)
            inner.addWidget(nothing)
            self.stack.addWidget(inner)
        tools = row(box(joined(*self._segments.values())), None, self.add)
        left = column(tools, self.fault, self.stack, margins=(PAGE_PADDING, 0, PAGE_PADDING, PAGE_PADDING))
        self.setLayout(row(box(left), self.panel, gap=0))
        self.show_list("stops")

    def show_list(self, name: str) -> None:
        """Stops, or agents."""
        for other, segment in self._segments.items():
            segment.setChecked(other == name)
        self.stack.setCurrentIndex(LISTS.index(name))
        self.panel.hide()

    def refresh(self) -> None:
        """Asks again; agents themselves are here."""
        self._show()
        ask_hub(self.workbench, "/api/machines", self._on_found, self._on_failed)

    def _on_found(self, found: dict[str, Any]) -> None:
        self.fault.hide()
        self.told = found
        self._show()

    def _on_failed(self, refused: Refused) -> None:
        self.fault.setText(words.refusal(refused))
        self.fault.show()

    def _show(self) -> None:
        states = {one["id"]: one for one in self.told["agents"]}
        known = self.workbench.ask(lambda look: look.find("machine_agent"))
        agents = [AgentRow(one.id, one, states.get(one.id, {})) for one in known if one.retired_at is None]
        stops = [_stop_row(one) for one in self.told["stops"]]
        lists: list[tuple[Table, list[Any]]] = [(self.stops, stops), (self.agents, agents)]
        for number, (table, some) in enumerate(lists):
            table.show_rows(some)
            inner = self.stack.widget(number)
            assert isinstance(inner, QStackedWidget)
            inner.setCurrentIndex(0 if some else 1)
        self.add.setEnabled(self.workbench.may("machine_agents.add"))
        self.panel.follow({one.id: one for one in agents})

    def add_agent(self) -> None:
        """The form of a new agent."""
        self.show_list("agents")
        self.panel.show_agent(None)

    def _on_added(self, agent: str) -> None:
        self._show()
        self.agents.choose(agent)

    def _on_agent(self, one: AgentRow | None) -> None:
        if one is not None:
            self.panel.show_agent(one)


def _stop_row(one: dict[str, Any]) -> StopRow:
    ended = utc_moment(one["ended"]) if one["ended"] else None
    return StopRow(one["id"], one["line"], utc_moment(one["began"]), ended, one["planned"], one["reason"])


def _stop_columns(workbench: "Workbench") -> list[Column]:
    translate = QCoreApplication.translate

    def stands(one: StopRow) -> str:
        if one.ended is None:
            return translate("MachinesView", "stands")
        return translate("MachinesView", "runs again")

    def sign(one: StopRow) -> str:
        return "normal" if one.ended or one.planned else "overdue"

    def long(one: StopRow) -> timedelta:
        return (one.ended or workbench.now()) - one.began

    def until(one: StopRow) -> str:
        return words.when(one.ended, workbench.now()) if one.ended else "—"

    def planned(one: StopRow) -> str:
        return translate("MachinesView", "planned stop") if one.planned else translate("MachinesView", "unplanned stop")

    return [
        Column("line", words.say("field.equipment.line"), lambda one: one.line, 140),
        Column("state", translate("MachinesView", "State"), stands, 120, sign=sign),
        Column("began", translate("MachinesView", "Stopped"), lambda one: words.when(one.began, workbench.now()), 140,
               sort=lambda one: one.began, moment=lambda one: one.began),
        Column("ended", translate("MachinesView", "Until"), until, 140, sort=lambda one: one.ended or workbench.now()),
        Column("long", translate("MachinesView", "Stood for"), lambda one: words.lasting(long(one)), 120, sort=long,
               right=True),
        Column("planned", translate("MachinesView", "Kind"), planned, 130),
        Column("reason", translate("MachinesView", "Reason"), lambda one: one.reason, 160, grows=True),
    ]  # fmt: skip


def _agent_columns() -> list[Column]:
    def sign(one: AgentRow) -> str:
        return "normal" if one.word == "heard" else "unknown" if one.word == "silent" else "overdue"

    def state(one: AgentRow) -> str:
        return words.say(f"access.agent.{one.word}", text=one.told.get("text", ""))

    def machines(one: AgentRow) -> str:
        found = one.told.get("machines", {})
        return words.listed(f"{name} {words.say(f'access.standing.{found[name]}')}" for name in found)

    return [
        Column("name", words.say("field.machine_agent.name"), lambda one: one.agent.name, 150),
        Column("state", QCoreApplication.translate("MachinesView", "State"), state, 200, sign=sign),
        Column("address", QCoreApplication.translate("MachinesView", "Address"), lambda one: one.agent.address, 200),
        Column("machines", QCoreApplication.translate("MachinesView", "Machines"), machines, 220, grows=True),
    ]
