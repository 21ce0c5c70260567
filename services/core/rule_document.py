"""A rule as people build it: when something is so, then these things are done. Read from JSON and written back."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from services.core.refused import Refused
from services.core.routes import Category
from services.core.rule_conditions import Condition, condition_from, condition_json, schema
from services.core.rule_slots import Name
from services.core.shape import Range, Text, json_schema, read_as, written

FORMAT = 1
MOST_ACTIONS = 10
Level = Literal["info", "warning", "high", "critical"]
PauseMode = Literal["simulate", "ask", "automatic"]
Deed = Literal["alert", "inspection", "hazard", "pause", "note", "webhook"]
ADDRESS = re.compile(r"https?://[^\s/@]+(/\S*)?", re.ASCII)
Whom = Literal["supervisor", "ehs_manager", "safety_officer", "team", "department_manager"]


@dataclass(frozen=True, kw_only=True)
class Action:
    """One thing that is done when a rule fires. `do` says which of the other fields count: an alert has a level and
    people by role; a pause a line, how far it may go, after how long by itself, and how long its receipt may take; an
    inspection (to be made `within_s`), a hazard (of a `category`) and a zone's note have a text and, where what fired
    has none, a zone; a webhook its address."""

    do: Deed
    level: Level = "high"
    to: tuple[Whom, ...] = ()
    cc: tuple[Whom, ...] = ()
    line: Name | None = None
    mode: PauseMode = "ask"
    after_s: Annotated[float, Range(0, 3600)] = 0.0
    receipt_s: Annotated[float, Range(1, 3600)] = 30.0
    zone: Name | None = None
    text: Annotated[str, Text(most=200, least=0)] = ""
    category: Category = "other"
    within_s: Annotated[float, Range(60, 31 * 86_400)] = 7200.0
    url: Annotated[str, Text(most=300)] | None = None


@dataclass(frozen=True, kw_only=True)
class Rule:
    """`note` is for people. `template` is the one it was made from, if any."""

    name: Annotated[str, Text(most=80)]
    when: Condition
    then: tuple[Action, ...]
    note: str = ""
    template: str = ""


@dataclass(frozen=True, kw_only=True)
class _Head:
    """The plain fields of a rule's document."""

    format: Annotated[int, Range(1, FORMAT)]
    name: Annotated[str, Text(most=80)]
    note: Annotated[str, Text(most=500, least=0)] = ""
    template: Annotated[str, Text(most=40, least=0)] = ""
    then: tuple[Action, ...] = ()


def rule_from(values: Any) -> Rule:
    """The rule of a JSON object. Raises Refused: rule_wrong with the place, rule_bounds_wrong, args_*."""
    if not isinstance(values, Mapping) or "when" not in values:
        raise Refused("rule_wrong", where="when")
    head = read_as(_Head, {name: value for name, value in values.items() if name != "when"})
    if len(head.then) > MOST_ACTIONS:
        raise Refused("rule_wrong", where="then")
    for action in head.then:
        _sound(action, alerts=any(one.do == "alert" for one in head.then))
    when = condition_from(values["when"])
    return Rule(name=head.name, when=when, then=head.then, note=head.note, template=head.template)


def _sound(action: Action, *, alerts: bool) -> None:
    """A pause has a line and somebody who is told of it, a webhook an address. Raises Refused: rule_wrong,
    rule_pause_untold."""
    if action.do == "pause" and action.line is None:
        raise Refused("rule_wrong", where="then.line")
    if action.do == "pause" and not alerts:
        raise Refused("rule_pause_untold")
    if action.do == "webhook" and not ADDRESS.fullmatch(action.url or ""):
        raise Refused("rule_wrong", where="then.url")


def rule_json(rule: Rule) -> dict[str, Any]:
    """The JSON object of a rule."""
    plain = {"format": FORMAT, "name": rule.name, "note": rule.note, "template": rule.template}
    kept = {name: value for name, value in plain.items() if value != ""}
    usual = written(Action(do="alert"))
    then = [{n: v for n, v in written(one).items() if n == "do" or v != usual[n]} for one in rule.then]
    return {**kept, "when": condition_json(rule.when), "then": then}


def rule_schema() -> dict[str, Any]:
    """The JSON schema (2020-12) of a rule's document."""
    head = json_schema(_Head)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "rule",
        **head,
        "properties": {**head["properties"], "when": {"$ref": "#/$defs/condition"}},
        "required": [*head["required"], "when"],
        "$defs": {"condition": schema()},
    }
