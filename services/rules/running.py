"""A rule made ready to run in a plant: each condition with what it needs to know of the place."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from services.core.rule_conditions import (
    Alone,
    Between,
    Leaf,
    Missed,
    Open,
    Silent,
    Stopped,
    Sustained,
    Untrained,
    leaves_of,
)
from services.core.rule_courses import Pace, Trend, Week
from services.core.rule_document import Rule
from services.core.rule_happenings import Count, Sequence
from services.core.rule_states import EquipmentIs, LineRuns, ZoneIs
from services.core.rule_times import OnDay, OnShift
from services.rules.alone import AloneRun
from services.rules.clock import Hours
from services.rules.counted import CountRun
from services.rules.events import SECOND
from services.rules.followed import SequenceRun
from services.rules.heard import LEAST_GAP_S
from services.rules.missed import MissedRun
from services.rules.open import OpenRun
from services.rules.pace import PaceRun
from services.rules.said import Running
from services.rules.silent import SilentRun
from services.rules.states import EquipmentIsRun, LineRunsRun, ZoneIsRun
from services.rules.stopped import StoppedRun
from services.rules.sustained import SustainedRun
from services.rules.times import ClockRun, Days, Never
from services.rules.trending import TrendRun
from services.rules.untrained import UntrainedRun
from services.rules.weekly import WeekRun


def _weekday(day: date) -> bool:
    return day.weekday() < 5


def _no_shift(_: str) -> tuple[str, str] | None:
    return None


def _no_zones(_: str) -> frozenset[str]:
    return frozenset()


@dataclass(frozen=True)
class Place:
    """What conditions need to know of the plant: its clock, the longest gap, in seconds, after which a sensor's
    readings still go together, how what a rule names is called by events, which days are working days, from when until
    when (HH:MM) a shift is, and the zones of a class as events call them."""

    zone: ZoneInfo
    allowed_gap_s: Callable[[str], float]
    called: Callable[[str], str] = str
    works: Callable[[date], bool] = _weekday
    shift: Callable[[str], tuple[str, str] | None] = _no_shift
    zones_of: Callable[[str], frozenset[str]] = _no_zones


def running(leaf: Leaf, place: Place) -> Running:
    """The condition at work."""
    return _MADE[type(leaf)](leaf, place)


def _gap_ms(leaf: Any, place: Place) -> int:
    return round((place.allowed_gap_s(leaf.sensor) if leaf.max_gap_s is None else leaf.max_gap_s) * SECOND)


def _zones(leaf: Any, place: Place) -> frozenset[str] | None:
    return place.zones_of(leaf.zone_class) if leaf.zone_class else None


def _shift(leaf: OnShift, place: Place) -> Running:
    hours = place.shift(leaf.shift)
    return ClockRun(Hours(*hours, place.zone) if hours else Never())


_MADE: dict[type, Callable[[Any, Place], Running]] = {
    Sustained: lambda leaf, place: SustainedRun(leaf, _gap_ms(leaf, place)),
    Pace: lambda leaf, place: PaceRun(leaf, _gap_ms(leaf, place)),
    Trend: lambda leaf, place: TrendRun(leaf, _gap_ms(leaf, place)),
    Week: lambda leaf, place: WeekRun(leaf, _gap_ms(leaf, place), place.zone),
    Silent: lambda leaf, _: SilentRun(leaf),
    Missed: lambda leaf, place: MissedRun(leaf, _zones(leaf, place)),
    Open: lambda leaf, place: OpenRun(leaf, _zones(leaf, place)),
    Count: lambda leaf, place: CountRun(leaf, _zones(leaf, place)),
    Sequence: lambda leaf, place: SequenceRun(leaf, _zones(leaf, place)),
    Alone: lambda leaf, place: AloneRun(leaf, place.zone),
    Untrained: lambda leaf, place: UntrainedRun(leaf, _zones(leaf, place)),
    Stopped: lambda leaf, _: StoppedRun(leaf),
    Between: lambda leaf, place: ClockRun(Hours(leaf.begins, leaf.ends, place.zone, leaf.days)),
    OnShift: _shift,
    ZoneIs: lambda leaf, place: ZoneIsRun(leaf, _zones(leaf, place)),
    EquipmentIs: lambda leaf, _: EquipmentIsRun(leaf),
    LineRuns: lambda leaf, _: LineRunsRun(leaf),
    OnDay: lambda leaf, place: ClockRun(Days(place.works, place.zone, wanted=leaf.day == "work")),
}


def hears(leaf: Leaf) -> set[type]:
    """The kinds of events that a condition needs."""
    return set(running(leaf, Place(ZoneInfo("UTC"), lambda _: LEAST_GAP_S)).hears)


def ready(rule: Rule, place: Place) -> list[Running]:
    """The conditions of a rule at work, from left to right."""
    return [running(_named(leaf, place), place) for leaf in leaves_of(rule.when)]


def _named(leaf: Leaf, place: Place) -> Leaf:
    """The condition with what it names as events call it."""
    texts = {name: getattr(leaf, name, None) for name in ("sensor", "zone", "equipment", "line")}
    names: dict[str, Any] = {name: place.called(text) for name, text in texts.items() if text}
    return replace(leaf, **names)
