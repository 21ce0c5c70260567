"""A live rule as JSON and back, so that it goes on after its process was killed as if nothing had been. What follows
from the rest is not kept: it is reckoned anew."""

from dataclasses import asdict
from typing import Any

from services.core.ids import canonical, digest
from services.core.refused import Refused
from services.core.rule_document import Rule, rule_json
from services.rules.events import (
    Became,
    CameBack,
    Event,
    HazardMoved,
    Inspected,
    Reading,
    StopBegan,
    StopEnded,
    Swipe,
    Unfit,
    WentAway,
)
from services.rules.live import Live
from services.rules.running import Place
from services.rules.said import Said
from services.rules.subject import Subject

KINDS: dict[str, type[Any]] = {
    one.__name__: one
    for one in (Reading, Swipe, Unfit, StopBegan, StopEnded, Inspected, HazardMoved, Became, WentAway, CameBack)
}


def mark_of(rule: Rule) -> str:
    """By which a rule is known again: another condition is another rule."""
    return digest(canonical(rule_json(rule)["when"]))


def kept(live: Live) -> dict[str, Any]:
    """All that is needed to go on, as JSON values."""
    said, fired, truths = live.base
    return {
        "rule": mark_of(live.rule),
        "horizon": live.horizon,
        "said": [{key: asdict(one) for key, one in some.items()} for some in said],
        "fired": sorted(fired),
        "truths": truths,
        "subjects": [
            {
                "which": which,
                "name": name,
                "base": one.base,
                "passed": one.passed,
                "fresh": one.fresh,
                "recent": [_written(event) for event in one.recent],
            }
            for (which, name), one in live.subjects.items()
        ],
    }


def brought_back(values: dict[str, Any], rule: Rule, place: Place, wait_ms: int) -> Live:
    """The rule as it was. Raises Refused: checkpoint_of_another, where the rule has become another since."""
    if values["rule"] != mark_of(rule):
        raise Refused("checkpoint_of_another")
    live = Live(rule, place, values["horizon"] + 1, wait_ms)
    live.base = (
        [{key: Said(**one) for key, one in some.items()} for some in values["said"]],
        set(values["fired"]),
        dict(values["truths"]),
    )
    live.subjects = {(one["which"], one["name"]): _subject(live, one) for one in values["subjects"]}
    live.recall()
    return live


def _subject(live: Live, values: dict[str, Any]) -> Subject:
    base = _tuples(values["base"])
    made = Subject(live.leaves[values["which"]], values["name"], base, base, values["passed"], values["fresh"])
    made.recent = [_event(*one) for one in values["recent"]]
    made.again()
    return made


def _written(event: Event) -> list[Any]:
    if isinstance(event, Reading):  # nearly all are
        return ["Reading", {"at": event.at, "sensor": event.sensor, "value": event.value}]
    return [type(event).__name__, asdict(event)]


def _event(kind: str, values: dict[str, Any]) -> Event:
    event: Event = KINDS[kind](**{name: _tuples(value) for name, value in values.items()})
    return event


def _tuples(value: Any) -> Any:
    """JSON's lists as the tuples that states are made of."""
    return tuple(map(_tuples, value)) if isinstance(value, list | tuple) else value
