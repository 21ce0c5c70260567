"""The newer conditions as sentences: what happens how often, what must follow, courses of values, shifts and days."""

from typing import TYPE_CHECKING, Any

from services.core.rule_courses import Pace, Trend, Week
from services.core.rule_happenings import Count, Sequence
from services.core.rule_slots import Happening, family_of
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


def on_shift(speaks: "Speaker", one: OnShift) -> str:
    """Whose time it is."""
    return speaks.say("rule.if.shift", shift=one.shift)


def undone(say: "Say", do: str, lacks: str, zone: str) -> str:
    """What a rule could not do, and why."""
    return say(f"rule.undone.{lacks}", deed=say(f"block.{do}"), zone=zone)


def on_day(speaks: "Speaker", one: OnDay) -> str:
    """What day it is."""
    return speaks.say(f"rule.if.day.{one.day}")
