"""Agents that tell how machines stand (MTConnect): where they are asked, and which machine is which line."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated

from services.core.door_devices import Seconds
from services.core.equipment import in_use
from services.core.operation import Change, Changed, Context, Look, Put, Way, name_free, operation, required
from services.core.plant import ADDRESS
from services.core.record import record
from services.core.refused import Refused
from services.core.roles import ADMINISTRATION
from services.core.shape import Ref, Text

MOST_LINES = 500


@dataclass(frozen=True, kw_only=True)
class AgentLine:
    """What an agent calls a machine, and the line or machine of the plant (its code) that it is."""

    machine: str
    line: str


@record("machine_agent", indexed=("name",), few=True)
@dataclass(frozen=True, kw_only=True)
class MachineAgent:
    """A machine that is not in `lines` is called as the agent calls it."""

    id: str
    name: str
    address: str
    every_s: float = 10.0
    lines: tuple[AgentLine, ...] = ()
    retired_at: datetime | None = None

    def line_of(self, machine: str) -> str:
        """The code of the line or machine."""
        return next((one.line for one in self.lines if one.machine == machine), machine)


def used_agent(look: Look, id_: str) -> MachineAgent:
    """Raises Refused: no_such_record, thing_retired."""
    found = required(look, MachineAgent, id_)
    if found.retired_at is not None:
        raise Refused("thing_retired", name=found.name)
    return found


def _sound(address: str) -> str:
    if not ADDRESS.fullmatch(address):
        raise Refused("address_wrong")
    return address.rstrip("/")


@operation("machine_agents.add", roles=ADMINISTRATION, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Add:
    """A new agent. Raises Refused: name_taken, address_wrong."""

    name: Annotated[str, Text(most=60)]
    address: Annotated[str, Text(most=200)]
    every_s: Seconds = 10.0

    def decide(self, context: Context, look: Look) -> list[Change]:
        name_free(look, "machine_agent", self.name)
        agent = MachineAgent(id=context.id, name=self.name, address=_sound(self.address), every_s=self.every_s)
        return [Put(agent)]

    def inverse(self, id_: str, changes: Changed) -> Way:
        """It is asked no more."""
        return "machine_agents.retire", {"machine_agent": id_}


@operation("machine_agents.change", roles=ADMINISTRATION, undoable=True)
@dataclass(frozen=True, kw_only=True)
class SetAgent:
    """Another name, or another address."""

    machine_agent: Annotated[str, Ref("machine_agent")]
    name: Annotated[str, Text(most=60)]
    address: Annotated[str, Text(most=200)]
    every_s: Seconds = 10.0

    def decide(self, context: Context, look: Look) -> list[Change]:
        agent = used_agent(look, self.machine_agent)
        name_free(look, "machine_agent", self.name, but=agent.id)
        return [Put(replace(agent, name=self.name, address=_sound(self.address), every_s=self.every_s))]


@operation("machine_agents.set_line", roles=ADMINISTRATION, undoable=True)
@dataclass(frozen=True, kw_only=True)
class SetLine:
    """A machine of an agent is this line or machine of the plant; without a line, it is called as the agent does."""

    machine_agent: Annotated[str, Ref("machine_agent")]
    machine: Annotated[str, Text(most=120)]
    line: Annotated[str, Text(most=60, least=0)] = ""

    def decide(self, context: Context, look: Look) -> list[Change]:
        agent = used_agent(look, self.machine_agent)
        lines = [one for one in agent.lines if one.machine != self.machine]
        if self.line:
            lines.append(AgentLine(machine=self.machine, line=self.line))
        if len(lines) > MOST_LINES:
            raise Refused("readers_too_many", most=MOST_LINES)
        return [Put(replace(agent, lines=tuple(sorted(lines, key=lambda one: one.machine))))]

    def inverse(self, id_: str, changes: Changed) -> Way:
        """As it was before."""
        before = next((one["before"] for one in changes if one["before"]), None) or {"lines": []}
        line = next((one["line"] for one in before["lines"] if one["machine"] == self.machine), "")
        return "machine_agents.set_line", {"machine_agent": self.machine_agent, "machine": self.machine, "line": line}


@operation("machine_agents.retire", roles=ADMINISTRATION, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Retire:
    """It is asked no more; the stops that it told of stay."""

    machine_agent: Annotated[str, Ref("machine_agent")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        return [Put(replace(used_agent(look, self.machine_agent), retired_at=context.now))]

    def inverse(self, id_: str, changes: Changed) -> Way:
        """It is asked again."""
        return "machine_agents.restore", {"machine_agent": self.machine_agent}


@operation("machine_agents.restore", roles=ADMINISTRATION, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Restore:
    """It is asked again. Raises Refused: thing_in_use, name_taken."""

    machine_agent: Annotated[str, Ref("machine_agent")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        agent = required(look, MachineAgent, self.machine_agent)
        if agent.retired_at is None:
            raise in_use(agent.name)
        name_free(look, "machine_agent", agent.name)
        return [Put(replace(agent, retired_at=None))]

    def inverse(self, id_: str, changes: Changed) -> Way:
        """It is asked no more."""
        return "machine_agents.retire", {"machine_agent": self.machine_agent}
