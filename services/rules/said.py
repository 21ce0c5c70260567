"""What one condition says about one thing at one moment, and how conditions that run are spoken to."""

from dataclasses import dataclass, field
from typing import Any, Protocol

from services.rules.events import At, Event

Truth = bool | None
State = tuple[Any, ...]
Hears = tuple[type[Any], ...]


@dataclass(frozen=True, slots=True)
class Said:
    """From `at` on the condition is true, false or unknown (None) of `key`; `facts` tell why, for people."""

    at: At
    key: str
    truth: Truth
    facts: dict[str, Any] = field(default_factory=dict)


Heard = tuple[State, list[Said]]


class Running(Protocol):
    """A condition that runs. Its states are plain tuples, one a subject, so that they can be kept and gone back to.

    `fixed` is the one subject whose state it keeps, empty where there are many. `many` tells whether it speaks of many
    keys, and `about` of what kind they are. `hears` are the kinds of events it needs. `lag_ms`: how long after a moment
    it may still say something of it. `past_ms`: how much of the past of its sensors it must have heard when it begins.
    """

    fixed: str
    many: bool
    about: str
    hears: Hears
    lag_ms: int
    past_ms: int

    def subject(self, event: Any) -> str | None:
        """Whose state hears the event; None for nobody's."""

    def begin(self, subject: str, at: At) -> State:
        """The state of a subject when the rule begins, or when the first is heard of it."""

    def hear(self, subject: str, state: State, event: Event) -> Heard:
        """An event, later than all before it; what only time says until then has been asked for."""

    def until(self, subject: str, state: State, now: At) -> Heard:
        """What time alone says, up to just before `now`."""

    def due(self, state: State) -> At | None:
        """When time alone will say something next, if no event comes before."""
