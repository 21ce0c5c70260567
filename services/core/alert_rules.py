"""The rules of a plant: built by the office, switched on and off, each a document that says when and then what."""

import json
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated, Any

from services.core.categories import known_category
from services.core.ids import canonical
from services.core.operation import Change, Context, Look, Put, operation, required
from services.core.pauses import let_go
from services.core.record import record
from services.core.refused import Refused
from services.core.roles import OFFICE, Role
from services.core.rule_document import Rule, rule_from, rule_json
from services.core.shape import Ref, Text

Document = Annotated[str, Text(most=20_000)]


@record("rule", indexed=("name",), few=True)
@dataclass(frozen=True, kw_only=True)
class AlertRule:
    """`document` is the rule as canonical JSON. It counts since `since`: when it was switched on, or its condition was
    changed."""

    id: str
    name: str
    document: str
    active: bool
    since: datetime
    retired_at: datetime | None = None

    @property
    def rule(self) -> Rule:
        """What it says."""
        return rule_from(json.loads(self.document))

    @property
    def works(self) -> bool:
        """Whether it is heard."""
        return self.active and self.retired_at is None


def read_document(text: str) -> Rule:
    """The rule of a text. Raises Refused: rule_not_json, rule_wrong and what else a document may be refused with."""
    try:
        found: Any = json.loads(text)
    except (ValueError, RecursionError):
        raise Refused("rule_not_json", file="-") from None
    return rule_from(found)


def plainly(rule: Rule) -> str:
    """A rule as its one text."""
    return canonical(rule_json(rule)).decode()


def rule_name_free(look: Look, name: str, but: str = "") -> None:
    """Two rules in use have different names. Raises Refused: name_taken."""
    if any(one.retired_at is None and one.id != but for one in look.find("rule", name=name)):
        raise Refused("name_taken", name=name)


def categories_known(look: Look, rule: Rule) -> None:
    """The hazards that a rule opens are of known categories, in use or not. Raises Refused: no_such_category."""
    for one in rule.then:
        if one.do == "hazard":
            known_category(look, one.category)


def living_rule(look: Look, rule: str) -> AlertRule:
    """The rule, which must be in use. Raises Refused: no_such_record, rule_retired."""
    found = required(look, AlertRule, rule)
    if found.retired_at is not None:
        raise Refused("rule_retired", name=found.name)
    return found


def closed_with(look: Look, rule: AlertRule, context: Context, why: str) -> list[Change]:
    """The rule's alerts that stand are closed, as nothing would ever clear them; what they wait to pause is let go."""
    found: list[Change] = []
    for alert in look.find("alert", rule=rule.id):
        if alert.stands:
            found += [Put(replace(alert, cleared_at=context.now, ended=why)), *let_go(look, alert.id)]
    return found


@operation("rules.add", roles=OFFICE)
@dataclass(frozen=True, kw_only=True)
class Add:
    """A new rule; switched off until somebody has tried it."""

    document: Document
    active: bool = False

    def decide(self, context: Context, look: Look) -> list[Change]:
        rule = read_document(self.document)
        rule_name_free(look, rule.name)
        categories_known(look, rule)
        made = AlertRule(id=context.id, name=rule.name, document=plainly(rule), active=self.active, since=context.now)
        return [Put(made)]


@operation("rules.change", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class ChangeRule:
    """The rule says something else. With another condition it begins anew."""

    rule: Annotated[str, Ref("rule")]
    document: Document

    def decide(self, context: Context, look: Look) -> list[Change]:
        known, new = living_rule(look, self.rule), read_document(self.document)
        rule_name_free(look, new.name, but=known.id)
        categories_known(look, new)
        same = new.when == known.rule.when
        changed = replace(known, name=new.name, document=plainly(new), since=known.since if same else context.now)
        return [Put(changed), *([] if same else closed_with(look, known, context, "rule_changed"))]


@operation("rules.switch", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Switch:
    """The rule is heard from now on, or no more: then what it has said and nobody watches any more is closed, with a
    word that it was."""

    rule: Annotated[str, Ref("rule")]
    active: bool

    def decide(self, context: Context, look: Look) -> list[Change]:
        known = living_rule(look, self.rule)
        since = context.now if self.active and not known.active else known.since
        closed = [] if self.active else closed_with(look, known, context, "rule_off")
        return [Put(replace(known, active=self.active, since=since)), *closed]


@operation("rules.note_away", roles=frozenset({Role.SYSTEM}), offline=False)
@dataclass(frozen=True, kw_only=True)
class NoteAway:
    """Nobody listened from one moment to another: of what was not heard then, nothing is known."""

    away_since: datetime
    back_at: datetime

    def decide(self, context: Context, look: Look) -> list[Change]:
        return []


@operation("rules.retire", roles=OFFICE)
@dataclass(frozen=True, kw_only=True)
class Retire:
    """The rule is used no more; its alerts stay, and those that stood are closed with it."""

    rule: Annotated[str, Ref("rule")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        known = living_rule(look, self.rule)
        closed = closed_with(look, known, context, "rule_off")
        return [Put(replace(known, active=False, retired_at=context.now)), *closed]
