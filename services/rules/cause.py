"""Why an alert was raised, kept with it: the condition and what its parts had said, to be told in any language."""

import json
from dataclasses import asdict

from services.core.alert_rules import AlertRule
from services.core.ids import canonical
from services.core.rule_conditions import condition_from, condition_json
from services.core.rule_document import Rule
from services.rules.joined import Firing
from services.rules.said import Said


def written_cause(rule: AlertRule, firing: Firing) -> str:
    """A firing as text."""
    said = [asdict(one) if one else None for one in firing.why]
    when = condition_json(rule.rule.when)
    return canonical({"when": when, "said": said, "at": firing.at, "key": firing.key}).decode()


def read_cause(text: str) -> tuple[Rule, Firing]:
    """The condition as it was, and the firing. Raises ValueError, KeyError or Refused for what is none."""
    found = json.loads(text)
    said = tuple(Said(**one) if one else None for one in found["said"])
    return Rule(name="-", when=condition_from(found["when"]), then=()), Firing(found["at"], found["key"], "fired", said)
