"""A rule, and what it has done, as sentences. The words come from whoever asks, in the language that they speak."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from services.core.categories import BUILT_IN
from services.core.moments import moment_of
from services.core.rule_conditions import (
    Alone,
    Between,
    Condition,
    Every,
    Leaf,
    Missed,
    Not,
    Open,
    Silent,
    Some,
    Stopped,
    Sustained,
    Untrained,
    leaves_of,
)
from services.core.rule_courses import Pace, Trend, Week
from services.core.rule_document import Action, Rule
from services.core.rule_happenings import Count, Sequence
from services.core.rule_states import EquipmentIs, LineRuns, ZoneIs
from services.core.rule_times import OnDay, OnShift
from services.rules import spoken
from services.rules.durations import parts_of
from services.rules.events import SECOND, At
from services.rules.joined import Firing
from services.rules.said import Said


class Say(Protocol):
    """A sentence of the catalogue with its facts filled in."""

    def __call__(self, key: str, /, **facts: Any) -> str: ...


class Speaker:
    """Speaks one language, by one clock. `called` gives the name that people use of what a rule names, `category` that
    of a category of hazards; without it, one of a plant's own is called by its code."""

    def __init__(
        self,
        say: Say,
        zone: ZoneInfo,
        called: Callable[[str], str] = str,
        category: Callable[[str], str] | None = None,
    ) -> None:
        self.say, self.zone, self.called = say, zone, called
        self.category = category or self._built_in

    def _built_in(self, code: str) -> str:
        return self.say(f"category.{code}") if code in BUILT_IN else code

    def rule(self, rule: Rule) -> str:
        """The whole rule as one sentence."""
        then = self.say("rule.and_then").join(self.action(one) for one in rule.then) or self.say("rule.nothing")
        return self.say("rule.whole", when=self.condition(rule.when), then=then)

    def condition(self, one: Condition) -> str:
        """What must be so."""
        if isinstance(one, Every | Some):
            joint = self.say("rule.and" if isinstance(one, Every) else "rule.or")
            return joint.join(self._inner(part) for part in one.parts)
        if isinstance(one, Not):
            return self.say("rule.not", part=self._inner(one.part))
        return _SPOKEN[type(one)](self, one)

    def _inner(self, one: Condition) -> str:
        said = self.condition(one)
        return self.say("rule.bracket", part=said) if isinstance(one, Every | Some) and len(one.parts) > 1 else said

    def action(self, one: Action) -> str:
        """What is done."""
        if one.do == "alert":
            facts = {"level": self.say(f"value.level.{one.level}"), "to": self._people(one.to)}
            return self.say("rule.do.alert_cc" if one.cc else "rule.do.alert", cc=self._people(one.cc), **facts)
        if one.do == "pause":
            line, after = self.called(one.line or ""), self.length(one.after_s)
            return self.say(f"rule.do.pause.{one.mode}", line=line, after=after)
        where = self.say("rule.do.at", zone=self.called(one.zone)) if one.zone else ""
        if one.do == "note":
            return self.say("rule.do.note" if one.text else "rule.do.note_plain", text=one.text, where=where)
        if one.do == "hazard":
            return self.say("rule.do.hazard", category=self.category(one.category), where=where)
        return self.say(f"rule.do.{one.do}", where=where, within=self.length(one.within_s), url=one.url or "")

    def _people(self, roles: tuple[str, ...]) -> str:
        return self.say("rule.comma").join(self.say(f"rule.whom.{one}") for one in roles) or self.say("rule.nobody")

    def length(self, seconds: float) -> str:
        """A length of time in words."""
        parts = [self.say(f"rule.unit.{unit}", n=f"{number:g}") for number, unit in parts_of(seconds)]
        return " ".join(parts)

    def moment(self, at: At) -> str:
        """A moment by the plant's clock, to the second."""
        return self._here(at).strftime("%Y-%m-%d %H:%M:%S")

    def _here(self, at: At) -> datetime:
        return moment_of(at).astimezone(self.zone)

    def why(self, rule: Rule, firing: Firing) -> str:
        """Why it fired, cleared, or can't be known: what each condition said, with its figures and the clock."""
        spoken = [self._because(*one) for one in zip(leaves_of(rule.when), firing.why, strict=True)]
        return self.say("rule.semicolon").join(spoken)

    def _because(self, leaf: Leaf, said: Said | None) -> str:
        if said is None or (said.truth is None and leaf.kind != "sustained"):
            return self.say("rule.why.unknown", condition=self.condition(leaf))
        key = {True: "true", False: "false", None: "unknown"}[said.truth]
        key = next((one for one in ("still", "reached") if said.facts.get(one)), key)
        facts: dict[str, Any] = {"condition": self.condition(leaf), "at": self.moment(said.at), "key": said.key}
        for name, value in said.facts.items():
            facts[name] = _TOLD.get(name, _plain)(self, value)
        if "since" in said.facts:
            facts["long"] = self.length(round((said.at - said.facts["since"]) / SECOND, 3))
        return self.say(f"rule.why.{leaf.kind}.{key}", **facts)

    def _sustained(self, one: Sustained) -> str:
        above = one.above is not None
        bound, clear = (one.above, one.clear_below) if above else (one.below, one.clear_above)
        facts = {"sensor": self.called(one.sensor), "bound": f"{bound:g}", "for_": self.length(one.for_s)}
        side = "above" if above else "below"
        said = self.say(f"rule.if.{side}_for" if one.for_s else f"rule.if.{side}", **facts)
        if clear is None:
            return said
        until = {"clear": f"{clear:g}", "long": self.length(one.clear_for_s)}
        return said + self.say(f"rule.if.{side}_clear_for" if one.clear_for_s else f"rule.if.{side}_clear", **until)

    def _silent(self, one: Silent) -> str:
        return self.say("rule.if.silent", sensor=self.called(one.sensor), for_=self.length(one.for_s))

    def _missed(self, one: Missed) -> str:
        return self.say("rule.if.missed", n=one.n, where=self.where(one.zone, one.zone_class))

    def _open(self, one: Open) -> str:
        return self.say(
            f"rule.if.open_{one.until}", where=self.where(one.zone, one.zone_class), for_=self.length(one.for_s)
        )

    def _alone(self, one: Alone) -> str:
        hours = {"begins": one.begins, "ends": one.ends}
        return self.say(
            "rule.if.alone", zone=self.called(one.zone), times=one.times, long=self.length(one.days * 86_400), **hours
        )

    def _stopped(self, one: Stopped) -> str:
        line = self.called(one.line) if one.line else self.say("rule.any_line")
        return self.say("rule.if.stopped" if one.planned else "rule.if.stopped_unplanned", line=line,
                        for_=self.length(one.for_s))  # fmt: skip

    def _between(self, one: Between) -> str:
        days = self.say("rule.comma").join(self.say(f"rule.day.{day}") for day in one.days)
        return self.say("rule.if.between_days" if days else "rule.if.between", begins=one.begins, ends=one.ends,
                        days=days)  # fmt: skip

    def where(self, zone: str | None, zone_class: str | None) -> str:
        """In which zones, if not in all."""
        if zone:
            return self.say("rule.in_zone", zone=self.called(zone))
        return self.say("rule.in_class", zone_class=zone_class) if zone_class else ""

    def _moments(self, ats: list[At]) -> str:
        return self.say("rule.comma").join(self.moment(at)[:16] for at in ats)

    def _reach(self, ats: list[At]) -> str:
        about, first, last = (self.moment(at)[:16] for at in ats)
        return self.say("rule.reach", about=about, first=first, last=last)


def _plain(_: Speaker, value: Any) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)


_TOLD: dict[str, Callable[[Speaker, Any], str]] = {
    "since": Speaker.moment,
    "due": Speaker._moments,
    "stays": Speaker._moments,
    "times": Speaker._moments,
    "reach": Speaker._reach,
    "lacks": spoken.lacks,
    "is": lambda speaks, code: speaks.say(f"block.choice.{code}"),
}
_SPOKEN: dict[type, Callable[[Speaker, Any], str]] = {
    Sustained: Speaker._sustained,
    Silent: Speaker._silent,
    Missed: Speaker._missed,
    Open: Speaker._open,
    Alone: Speaker._alone,
    Untrained: spoken.untrained,
    Stopped: Speaker._stopped,
    Between: Speaker._between,
    Count: spoken.count,
    Sequence: spoken.sequence,
    Pace: spoken.pace,
    Trend: spoken.trend,
    Week: spoken.week,
    OnShift: spoken.on_shift,
    OnDay: spoken.on_day,
    ZoneIs: spoken.zone_is,
    EquipmentIs: spoken.equipment_is,
    LineRuns: spoken.line_runs,
}
