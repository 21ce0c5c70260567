"""The newer conditions as sentences: what happens how often, what must follow, courses of values, shifts and days."""

from typing import TYPE_CHECKING, Any

from services.core.rule_conditions import Untrained
from services.core.rule_courses import Pace, Trend, Week
from services.core.rule_happenings import Count, Sequence
from services.core.rule_slots import Happening, family_of
from services.core.rule_states import EquipmentIs, LineRuns, ZoneIs
from services.core.rule_times import OnDay, OnShift

if TYPE_CHECKING:
    from services.rules.sentence import Say, Speaker


def count(speaks: "Speaker", one: Count) -> str:
    """So many times within so long."""
    return speaks.say("rule.if.count", of=happening(speaks, one, one.of), n=one.n, within=speaks.length(one.within_s))


def sequence(speaks: "Speaker", one: Sequence) -> str:
    """One thing, and not the other after it."""
    first, then = (happening(speaks, one, which) for which in (one.first, one.then))
    return speaks.say("rule.if.sequence", first=first, then=then, within=speaks.length(one.within_s))


def happening(speaks: "Speaker", one: Count | Sequence, which: Happening) -> str:
    """What happens, and where."""
    facts: dict[str, Any] = {"where": speaks.where(one.zone, one.zone_class)}
    if family_of(which) == "line":
        facts = {"line": speaks.called(one.line) if one.line else speaks.say("rule.any_line")}
    elif family_of(which) == "sensor":
        facts = {"sensor": speaks.called(one.sensor or ""), "bound": f"{one.bound or 0.0:g}"}
    return speaks.say(f"rule.happening.{which}", **facts)


def pace(speaks: "Speaker", one: Pace) -> str:
    """How fast."""
    facts = {"sensor": speaks.called(one.sensor), "by": f"{one.by:g}", "within": speaks.length(one.within_s)}
    return speaks.say(f"rule.if.pace.{one.change}", **facts)


def trend(speaks: "Speaker", one: Trend) -> str:
    """Where it is going."""
    bound, side = (one.above, "above") if one.above is not None else (one.below, "below")
    facts = {"sensor": speaks.called(one.sensor), "bound": f"{bound:g}"}
    lengths = {"ahead": speaks.length(one.ahead_s), "over": speaks.length(one.over_s)}
    return speaks.say(f"rule.if.trend.{side}", **facts, **lengths)


def week(speaks: "Speaker", one: Week) -> str:
    """Against the week before."""
    return speaks.say(f"rule.if.week.{one.change}", sensor=speaks.called(one.sensor), percent=f"{one.percent:g}")


def untrained(speaks: "Speaker", one: Untrained) -> str:
    """Where somebody is without what it takes."""
    any_ = speaks.say("rule.any_zone_of" if one.zone_class else "rule.any_zone", zone_class=one.zone_class)
    return speaks.say("rule.if.untrained", zone=speaks.called(one.zone) if one.zone else any_)


def lacks(speaks: "Speaker", some: list[str]) -> str:
    """What somebody was without."""
    found = []
    for one in some:
        of, _, what = one.partition(":")
        said = speaks.say(f"value.trade.{what}") if of == "trade" else what
        found.append(said if of != "induction" else speaks.say("rule.lacks.induction"))
    return speaks.say("rule.comma").join(found)


def on_shift(speaks: "Speaker", one: OnShift) -> str:
    """Whose time it is."""
    return speaks.say("rule.if.shift", shift=one.shift)


def undone(say: "Say", do: str, lacks: str, zone: str) -> str:
    """What a rule could not do, and why."""
    return say(f"rule.undone.{lacks}", deed=say(f"block.{do}"), zone=zone)


def on_day(speaks: "Speaker", one: OnDay) -> str:
    """What day it is."""
    return speaks.say(f"rule.if.day.{one.day}")


def zone_is(speaks: "Speaker", one: ZoneIs) -> str:
    """What colour a zone has."""
    any_ = speaks.say("rule.any_zone_of" if one.zone_class else "rule.any_zone", zone_class=one.zone_class)
    zone = speaks.called(one.zone) if one.zone else any_
    return _lasting(speaks, "rule.if.zone_is", one.for_s, zone=zone, status=speaks.say(f"block.choice.{one.status}"))


def equipment_is(speaks: "Speaker", one: EquipmentIs) -> str:
    """In what state equipment is."""
    if one.equipment:
        named = speaks.called(one.equipment)
    else:
        named = speaks.say("rule.any_of_type" if one.type else "rule.any_equipment",
                           type=speaks.say(f"value.type.{one.type}") if one.type else "")  # fmt: skip
    state = speaks.say(f"block.choice.{one.state}")
    return _lasting(speaks, "rule.if.equipment_is", one.for_s, equipment=named, state=state)


def line_runs(speaks: "Speaker", one: LineRuns) -> str:
    """That a line runs."""
    line = speaks.called(one.line) if one.line else speaks.say("rule.any_line")
    return _lasting(speaks, "rule.if.line_runs", one.for_s, line=line)


def _lasting(speaks: "Speaker", key: str, for_s: float, **facts: str) -> str:
    return speaks.say(f"{key}_for" if for_s else key, for_=speaks.length(for_s), **facts)
