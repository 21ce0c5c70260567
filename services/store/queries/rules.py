"""Rules as the office sees them: what each says, when it last spoke and how often; and what one would have said."""

from dataclasses import dataclass
from datetime import datetime

from services.core.alert_rules import AlertRule
from services.core.alerts import Alert
from services.core.moments import milliseconds
from services.core.rule_conditions import leaves_of
from services.core.rule_document import Rule
from services.rules.back_test import back_test
from services.rules.events import Event, HazardMoved, Inspected
from services.rules.joined import Firing
from services.rules.running import hears
from services.store.queries.hygiene import LATELY, Flaw, flaws_of
from services.store.queries.rule_events import hazards_moved, inspected, plant_names
from services.store.queries.shelvings import ShelvingRow, shelvings_of
from services.store.records import Records

HERE = {HazardMoved, Inspected}  # the rest of what conditions hear is kept at the hub only


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A rule, its last alert, how many it raised in the last four weeks, what is to be seen to, and what of it is
    shelved."""

    rule: AlertRule
    last: Alert | None
    lately: int
    flaws: tuple[Flaw, ...] = ()
    shelvings: tuple[ShelvingRow, ...] = ()

    @property
    def id(self) -> str:
        """The rule's id."""
        return self.rule.id


def rule_rows(look: Records, now: datetime) -> tuple[RuleRow, ...]:
    """The rules in use: those that are switched on first, then by name."""
    found = []
    for rule in look.find("rule"):
        if rule.retired_at is None:
            alerts = [one for one in look.find("alert", rule=rule.id) if one.withdrawn_at is None]
            lately = sum(one.raised_at >= now - LATELY for one in alerts)
            last = max(alerts, key=lambda one: one.raised_at, default=None)
            found.append(RuleRow(rule, last, lately, flaws_of(rule, alerts, now), shelvings_of(look, rule.id, now)))
    return tuple(sorted(found, key=lambda row: (not row.rule.active, row.rule.name, row.id)))


def can_be_tried(rule: Rule) -> bool:
    """Whether a copy of the plant's records has what the rule hears."""
    return all(hears(leaf) <= HERE for leaf in leaves_of(rule.when))


def tried(look: Records, rule: Rule, begins: datetime, ends: datetime) -> list[Firing]:
    """What a rule would have said of the plant's hazards and inspections, in order of time."""
    names = plant_names(look)
    events: list[Event] = [*hazards_moved(look, names), *inspected(look, names)]
    return back_test(rule, events, names.place(), milliseconds(begins), milliseconds(ends))
