"""A rule made ready to run in a plant: each condition with what it needs to know of the place."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any
from zoneinfo import ZoneInfo

from services.core.rule_conditions import Alone, Between, Leaf, Missed, Open, Silent, Stopped, Sustained, leaves_of
from services.core.rule_document import Rule
from services.rules.alone import AloneRun
from services.rules.between import BetweenRun
from services.rules.events import SECOND
from services.rules.missed import MissedRun
from services.rules.open import OpenRun
from services.rules.said import Running
from services.rules.silent import SilentRun
from services.rules.stopped import StoppedRun
from services.rules.sustained import SustainedRun


@dataclass(frozen=True)
class Place:
    """What conditions need to know of the plant: its clock, the longest gap, in seconds, after which a sensor's
    readings still go together, and how what a rule names is called by events."""

    zone: ZoneInfo
    allowed_gap_s: Callable[[str], float]
    called: Callable[[str], str] = str


def running(leaf: Leaf, place: Place) -> Running:
    """The condition at work."""
    if isinstance(leaf, Sustained):
        gap = place.allowed_gap_s(leaf.sensor) if leaf.max_gap_s is None else leaf.max_gap_s
        return SustainedRun(leaf, round(gap * SECOND))
    if isinstance(leaf, Alone):
        return AloneRun(leaf, place.zone)
    if isinstance(leaf, Between):
        return BetweenRun(leaf, place.zone)
    return _PLAIN[type(leaf)](leaf)


_PLAIN: dict[type, Callable[..., Running]] = {
    Silent: SilentRun,
    Missed: MissedRun,
    Open: OpenRun,
    Stopped: StoppedRun,
}


def ready(rule: Rule, place: Place) -> list[Running]:
    """The conditions of a rule at work, from left to right."""
    return [running(_named(leaf, place), place) for leaf in leaves_of(rule.when)]


def _named(leaf: Leaf, place: Place) -> Leaf:
    """The condition with what it names as events call it."""
    texts = {name: getattr(leaf, name, None) for name in ("sensor", "zone", "line")}
    names: dict[str, Any] = {name: place.called(text) for name, text in texts.items() if text}
    return replace(leaf, **names)
