"""Who is told next while nobody has acknowledged: for each level a ladder, whose rungs name people and minutes."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Annotated

from services.core.ids import id_from
from services.core.operation import Change, Context, Look, Put, operation
from services.core.record import record
from services.core.refused import Refused
from services.core.roles import Role
from services.core.rule_document import Level, Whom
from services.core.shape import Range

Minutes = Annotated[float, Range(0.5, 1440)]
MOST_RUNGS = 8


@dataclass(frozen=True, kw_only=True)
class Rung:
    """`after_min` minutes after the alert was raised, these are told as well."""

    after_min: Minutes
    to: tuple[Whom, ...]


@record("ladder", indexed=("level",), called="level", few=True)
@dataclass(frozen=True, kw_only=True)
class Ladder:
    """From its top on it is told again every `repeat_min` minutes, or never where that is none."""

    id: str
    level: Level
    rungs: tuple[Rung, ...] = ()
    repeat_min: float | None = None


def _usual(level: Level, rungs: tuple[tuple[float, Whom], ...], repeat: float | None) -> Ladder:
    made = tuple(Rung(after_min=after, to=(whom,)) for after, whom in rungs)
    return Ladder(id=id_from("ladder", level), level=level, rungs=made, repeat_min=repeat)


USUAL: dict[Level, Ladder] = {
    "critical": _usual("critical", ((10, "department_manager"), (20, "safety_officer"), (30, "ehs_manager")), 30),
    "high": _usual("high", ((15, "safety_officer"), (45, "ehs_manager")), 60),
    "warning": _usual("warning", ((60, "safety_officer"), (240, "ehs_manager")), None),
    "info": _usual("info", (), None),
}


def ladder_of(look: Look, level: Level) -> Ladder:
    """The ladder of a level: the plant's own, else the usual one."""
    found: tuple[Ladder, ...] = look.find("ladder", level=level)
    return found[0] if found else USUAL[level]


def ladders(look: Look) -> tuple[Ladder, ...]:
    """Those of all levels, the most urgent first."""
    return tuple(ladder_of(look, level) for level in USUAL)


def due_after(ladder: Ladder, step: int, raised_at: datetime, now: datetime) -> datetime | None:
    """When the rung after `step` is due; beyond the top, when it is told again. None where nothing follows."""
    if step < len(ladder.rungs):
        return max(now, raised_at + timedelta(minutes=ladder.rungs[step].after_min))
    if not ladder.rungs or ladder.repeat_min is None:
        return None
    return now + timedelta(minutes=ladder.repeat_min)


@operation("ladders.set", roles=frozenset({Role.EHS_MANAGER}), undoable=True)
@dataclass(frozen=True, kw_only=True)
class Set:
    """Another ladder for a level. That of critical alerts has a rung, and never ends."""

    level: Level
    rungs: tuple[Rung, ...] = ()
    repeat_min: Minutes | None = None

    def decide(self, context: Context, look: Look) -> list[Change]:
        times = [one.after_min for one in self.rungs]
        if len(times) > MOST_RUNGS or times != sorted(set(times)):
            raise Refused("rungs_not_rising", most=MOST_RUNGS)
        if any(not one.to for one in self.rungs):
            raise Refused("rung_empty")
        if self.level == "critical" and (not self.rungs or self.repeat_min is None):
            raise Refused("ladder_must_repeat")
        made = Ladder(id=id_from("ladder", self.level), level=self.level, rungs=self.rungs, repeat_min=self.repeat_min)
        return [Put(made)]
