"""What a rule does when it fires, besides telling people: a hazard, an inspection, a pause, a zone's note, a call to
another system."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Annotated, Any, Literal

from services.core.alert_rules import AlertRule
from services.core.hazards import Hazard, State, opened
from services.core.ids import id_from
from services.core.inspections import Inspection
from services.core.operation import Change, Context, Look, Put, Tell
from services.core.pauses import asked_for
from services.core.rule_document import Action
from services.core.shape import Text, written
from services.core.zones import Zone

MOST_NOTE = 300
NEED_ZONE = ("hazard", "inspection", "note")


@dataclass(frozen=True, kw_only=True)
class Undone:
    """A deed that could not be done, and what it lacked: what fired is in no zone and the rule names none (`no_zone`),
    or names one (`zone`) that is retired or called otherwise now (`zone_gone`)."""

    do: Literal["hazard", "inspection", "note"]
    lacks: Literal["no_zone", "zone_gone"]
    zone: Annotated[str, Text(most=120, least=0)] = ""


def undone(look: Look, rule: AlertRule, zone: Zone | None) -> tuple[Undone, ...]:
    """What a rule that has fired in a zone, or in none, says to do and can't."""
    return tuple(
        Undone(do=one.do, lacks="zone_gone" if one.zone else "no_zone", zone=one.zone or "")
        for one in rule.rule.then
        if one.do in ("hazard", "inspection", "note") and _place(look, one, zone) is None
    )


def undone_facts(some: tuple[Undone, ...]) -> dict[str, Any]:
    """What a message says of them; nothing where all was done."""
    return {"undone": [written(one) for one in some]} if some else {}


def deeds(
    context: Context, look: Look, rule: AlertRule, alert: str, key: str, zone: Zone | None, facts: dict[str, Any]
) -> list[Change]:
    """The changes of all actions but alerts. `alert` is the id of the firing, `zone` where it is, `facts` what a
    message about it has. What needs a zone and has none is not done: `undone` says it."""
    found: list[Change] = []
    urls: dict[str, None] = {}
    for place, action in enumerate(rule.rule.then):
        id_ = id_from("deed", alert, str(place))
        where = _place(look, action, zone)
        if action.do == "pause":
            found.append(Put(asked_for(context, id_, alert, rule.id, action)))
        elif action.do == "webhook" and action.url:
            urls[action.url] = None
        elif where is not None and action.do in NEED_ZONE:
            found += _at(context, look, action, id_, f"{rule.name} · {key}", where, rule)
    return [*found, *_calls(list(urls), alert, facts)]


def _place(look: Look, action: Action, zone: Zone | None) -> Zone | None:
    return named_zone(look, action.zone) or zone


def named_zone(look: Look, name: str | None) -> Zone | None:
    """The zone that an action names, by its name, code or id."""
    zones: list[Zone] = [one for one in look.find("zone") if one.retired_at is None] if name else []
    return next((one for one in zones if name in (one.name, one.code, one.id)), None)


def _calls(urls: list[str], alert: str, facts: dict[str, Any]) -> Iterator[Change]:
    if urls:
        yield Tell(tuple(urls), "alert_raised", alert, facts, "webhook")


def _at(context: Context, look: Look, action: Action, id_: str, why: str, zone: Zone, rule: AlertRule) -> list[Change]:
    text = f"{action.text} ({why})" if action.text else why
    if action.do == "note":
        return [Put(replace(zone, note=text[:MOST_NOTE]))]
    if action.do == "inspection":
        until = context.now + timedelta(seconds=action.within_s)
        task = Inspection(
            id=id_,
            plan="",
            zone=zone.id,
            due_at=until,
            opens_at=context.now,
            closes_at=until,
            team=zone.team,
            note=text[:MOST_NOTE],
        )
        return [Put(task)]
    hazard = Hazard(
        id=id_,
        zone=zone.id,
        description=text[:500],
        category=action.category,
        state=State.REPORTED,
        reported_at=context.now,
        before=(),
        rule=rule.id,
    )
    return opened(context, look, hazard, zone)
