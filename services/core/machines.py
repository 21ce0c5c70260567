"""How a machine stands by what its control says, and the stops that come of it. What a control does not say is unknown,
and no stop: a stop begins and ends only by what was said."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Literal

from services.core.shape import utc_moment, utc_text

Item = Literal["availability", "execution", "emergency_stop"]
Standing = Literal["running", "idle", "stopped", "paused", "unknown"]
# MTConnect Standard, Part 2 (Execution): INTERRUPTED, FEED_HOLD and STOPPED hold a program that should run,
# OPTIONAL_STOP and PROGRAM_STOPPED are written in it; READY, WAIT and PROGRAM_COMPLETED wait for work: no stop.
STOPPED = frozenset({"INTERRUPTED", "FEED_HOLD", "STOPPED"})
PAUSED = frozenset({"OPTIONAL_STOP", "PROGRAM_STOPPED", "PROGRAM_OPTIONAL_STOP"})
IDLE = frozenset({"READY", "WAIT", "PROGRAM_COMPLETED"})
UNAVAILABLE = "UNAVAILABLE"


@dataclass(frozen=True, slots=True)
class Said:
    """A word of a control: of one data item (`id`; a machine of several paths has several executions), at a moment of
    the agent's clock. `sequence` orders what was said at once."""

    machine: str
    item: Item
    id: str
    value: str
    at: datetime
    sequence: int = 0


@dataclass(frozen=True, slots=True)
class StopSaid:
    """A stop of a machine: `planned`, where its program says so. Told again, it is the same stop."""

    machine: str
    began: datetime
    ended: datetime | None
    planned: bool
    why: str

    @property
    def id(self) -> str:
        """The same for the same beginning, also after the agent was restarted."""
        return f"{self.machine}/{int(self.began.timestamp() * 1000)}"


@dataclass(frozen=True)
class Machine:
    """What was said last of each item, and the stop that goes on."""

    items: Mapping[str, tuple[str, str]] = field(default_factory=dict)  # kind and value by id
    began: datetime | None = None
    planned: bool = False
    why: str = ""

    @property
    def standing(self) -> Standing:
        """By all items: an emergency stop stops everything; of several executions one that is active runs it."""
        by_kind: dict[str, list[str]] = {}
        for kind, value in self.items.values():
            by_kind.setdefault(kind, []).append(value)
        executions = [one for one in by_kind.get("execution", []) if one != UNAVAILABLE]
        if UNAVAILABLE in by_kind.get("availability", []) or (not executions and "emergency_stop" not in by_kind):
            return "unknown"
        if "TRIGGERED" in by_kind.get("emergency_stop", []):
            return "stopped"
        return _of_executions(executions)

    def as_json(self) -> dict[str, Any]:
        """As it is kept."""
        items = {id_: list(one) for id_, one in self.items.items()}
        began = utc_text(self.began) if self.began else None
        return {"items": items, "began": began, "planned": self.planned, "why": self.why}

    @classmethod
    def of_json(cls, kept: Mapping[str, Any]) -> "Machine":
        """As it was kept."""
        items = {id_: (one[0], one[1]) for id_, one in kept["items"].items()}
        return cls(items, utc_moment(kept["began"]) if kept["began"] else None, kept["planned"], kept["why"])


def _of_executions(executions: list[str]) -> Standing:
    if "ACTIVE" in executions:
        return "running"
    if any(one in STOPPED for one in executions):
        return "stopped"
    if any(one in PAUSED for one in executions):
        return "paused"
    return "idle" if any(one in IDLE for one in executions) else "unknown"


def follow(machines: Mapping[str, Machine], said: Iterable[Said]) -> tuple[dict[str, Machine], list[StopSaid]]:
    """The machines after what was said, in order, and the stops that began or ended with it."""
    found, stops = dict(machines), list[StopSaid]()
    for one in sorted(said, key=lambda each: (each.sequence, each.at)):
        machine = found.get(one.machine, Machine())
        items = {**machine.items, one.id: (one.item, one.value)}
        found[one.machine], some = _stepped(replace(machine, items=items), one)
        stops += some
    return found, _latest(stops)


def _stepped(machine: Machine, one: Said) -> tuple[Machine, list[StopSaid]]:
    standing = machine.standing
    stands = standing in ("stopped", "paused")
    planned = standing == "paused"
    if standing == "unknown" or (machine.began and stands and planned == machine.planned):
        return machine, []
    told: list[StopSaid] = []
    if machine.began is not None:
        told.append(StopSaid(one.machine, machine.began, max(one.at, machine.began), machine.planned, machine.why))
        machine = replace(machine, began=None, planned=False, why="")
    if stands:
        machine = replace(machine, began=one.at, planned=planned, why=one.value)
        told.append(StopSaid(one.machine, one.at, None, planned, one.value))
    return machine, told


def _latest(stops: Iterable[StopSaid]) -> list[StopSaid]:
    """Of several words about one stop the last; what ended as it began was none."""
    last = {one.id: one for one in stops}
    return [one for one in last.values() if one.ended is None or one.ended > one.began]
