"""How things stand: zones by their colour, equipment by its state, lines that run; each for so long."""

from typing import Any

from services.core.rule_states import EquipmentIs, LineRuns, ZoneIs
from services.rules.events import SECOND, At, Became, StopBegan, StopEnded
from services.rules.said import Heard, Hears, Said, State, Truth

Memory = tuple[str, ...]


class StateRun:
    """Each thing by itself, or the one that is named. A state is whether it is so (None: not known), since when, what
    was said, and what else has to be remembered. It must last; exactly the time is enough. What lasts since a moment at
    which nothing was known stays unknown until it has lasted for long enough."""

    lag_ms = past_ms = 0
    hears: Hears
    about: str

    def __init__(self, fixed: str | None, for_s: float, wanted: str) -> None:
        self.fixed, self.many = fixed or "", not fixed
        self.for_ms, self.wanted = round(for_s * SECOND), wanted

    def now(self, memory: Memory, event: Any) -> tuple[Truth, Memory]:
        """Whether it is so after an event, and what is to be remembered."""
        raise NotImplementedError

    def begin(self, subject: str, at: At) -> State:
        """Nothing is known."""
        return None, at, None, ()

    def due(self, state: State) -> At | None:
        """When it will have been so for long enough."""
        so, since, truth, _ = state
        return since + self.for_ms if so and not truth else None

    def until(self, subject: str, state: State, now: At) -> Heard:
        """Equal is enough."""
        so, since, truth, memory = state
        if not so or truth or now - since < self.for_ms:
            return state, []
        said = Said(since + self.for_ms, subject, True, {"since": since, "is": self.wanted})
        return (so, since, True, memory), [said]

    def hear(self, subject: str, state: State, event: Any) -> Heard:
        """It becomes so, or otherwise; a word that it is as it was begins nothing anew."""
        so, since, truth, memory = state
        now, memory = self.now(memory, event)
        if now is so:
            return (so, since, truth, memory), []
        told: Truth = (None if so is None else False) if now and self.for_ms else now
        facts = {"since": event.at, "is": self.wanted}
        said = [] if told is truth else [Said(event.at, subject, told, facts)]
        return (now, event.at, told, memory), said


class ZoneIsRun(StateRun):
    """The colours of zones as the hub has seen them."""

    hears: Hears = (Became,)
    about = "zone"

    def __init__(self, condition: ZoneIs, zones: frozenset[str] | None) -> None:
        super().__init__(condition.zone, condition.for_s, condition.status)
        self.zones = zones

    def subject(self, event: Any) -> str | None:
        """The zone."""
        known = event.thing == "zone" and self.fixed in ("", event.name)
        return str(event.name) if known and (self.zones is None or event.name in self.zones) else None

    def now(self, memory: Memory, event: Any) -> tuple[Truth, Memory]:
        """One that is on no map any more has no colour that is known."""
        return (event.state == self.wanted if event.state else None), memory


class EquipmentIsRun(StateRun):
    """The states of equipment as the hub has seen them; it may be in several."""

    hears: Hears = (Became,)
    about = "equipment"

    def __init__(self, condition: EquipmentIs) -> None:
        super().__init__(condition.equipment, condition.for_s, condition.state)
        self.type = condition.type

    def subject(self, event: Any) -> str | None:
        """The machine, by its code."""
        known = event.thing == "equipment" and self.fixed in ("", event.name)
        return str(event.name) if known and self.type in (None, event.sort) else None

    def now(self, memory: Memory, event: Any) -> tuple[Truth, Memory]:
        """By the words of its state."""
        return self.wanted in event.state.split(), memory


class LineRunsRun(StateRun):
    """A line runs while none of its stops is open; what has never stopped, nobody has spoken of."""

    hears: Hears = (StopBegan, StopEnded)
    about = "line"

    def __init__(self, condition: LineRuns) -> None:
        super().__init__(condition.line, condition.for_s, "line_runs")

    def subject(self, event: Any) -> str | None:
        """The line."""
        return str(event.line) if self.fixed in ("", event.line) else None

    def now(self, memory: Memory, event: Any) -> tuple[Truth, Memory]:
        """By the stops that are open."""
        open_ = {*memory, event.stop} if isinstance(event, StopBegan) else {*memory} - {event.stop}
        return not open_, tuple(sorted(open_))
