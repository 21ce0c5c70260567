"""Shelving: for a while, and for a reason, nobody is told what a rule says, of all things or of one. What is critical
needs a second person; until one agrees, people are told."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Annotated, Literal

from services.core.absences import reached
from services.core.alert_rules import AlertRule, living_rule
from services.core.operation import Change, Changed, Context, Look, Put, Tell, Way, operation, required
from services.core.people import Person, holders
from services.core.record import record
from services.core.refused import Refused
from services.core.roles import OFFICE, Role
from services.core.shape import Ref, Text

ShelveReason = Literal["maintenance", "faulty_sensor", "being_fixed", "too_many", "elsewise"]
LONGEST = timedelta(days=31)


@record("shelving", indexed=("rule",), called="rule", few=True)
@dataclass(frozen=True, kw_only=True)
class Shelving:
    """What `rule` says of `key`, or of anything where that is empty, is told to nobody until `until_at`, or until it
    was ended at `ended_at`. Then what still stands is told, and it is settled. `agreed_by` is the second person."""

    id: str
    rule: str
    shelve_reason: ShelveReason
    by: str | None
    made_at: datetime
    until_at: datetime
    key: str = ""
    note: str = ""
    ended_at: datetime | None = None
    settled_at: datetime | None = None
    agreed_by: str | None = None
    agreed_at: datetime | None = None

    def holds(self, now: datetime) -> bool:
        """Whether it has not ended; what is critical it silences only when a second person has agreed."""
        return self.ended_at is None and now < self.until_at

    def covers(self, key: str) -> bool:
        """Whether it is about this thing."""
        return self.key in ("", key)


def shelved_by(look: Look, rule: AlertRule, key: str, now: datetime) -> Shelving | None:
    """The shelving in force of what a rule says of a thing; the one that holds longest where there are several."""
    found = [one for one in look.find("shelving", rule=rule.id) if one.holds(now) and one.covers(key)]
    found = [one for one in found if not waits_for_second(one, rule)]
    return max(found, key=lambda one: (one.until_at, one.id), default=None)


def waits_for_second(shelving: Shelving, rule: AlertRule) -> bool:
    """Whether it silences nothing yet, as the rule is critical and only one person has said so."""
    return shelving.agreed_by is None and is_critical(rule)


def is_critical(rule: AlertRule) -> bool:
    """Whether it takes two people to shelve."""
    return any(one.do == "alert" and one.level == "critical" for one in rule.rule.then)


def may_agree(shelving: Shelving, asker: Person | None, person: Person) -> bool:
    """Whether this person may be the second one: not who asked; of the two, one is the EHS manager."""
    roles = {*person.roles, *(asker.roles if asker else ())}
    return person.id != shelving.by and not OFFICE.isdisjoint(person.roles) and Role.EHS_MANAGER in roles


@operation("shelvings.add", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Add:
    """A rule, or what it says of one thing, is shelved. What it says meanwhile is kept; what it does waits as well. Of
    a critical one it is asked: those who may agree are told."""

    rule: Annotated[str, Ref("rule")]
    shelve_reason: ShelveReason
    until_at: datetime
    key: Annotated[str, Text(most=200, least=0)] = ""
    note: Annotated[str, Text(most=200, least=0)] = ""

    def decide(self, context: Context, look: Look) -> list[Change]:
        rule = living_rule(look, self.rule)
        if not any(one.do == "alert" for one in rule.rule.then):
            raise Refused("shelve_untold", name=rule.name)
        if not context.now < self.until_at <= context.now + LONGEST:
            raise Refused("shelve_end_wrong", days=LONGEST.days)
        if any(one.key == self.key and one.holds(context.now) for one in look.find("shelving", rule=rule.id)):
            raise Refused("shelved_already", name=rule.name)
        made = Shelving(
            id=context.id,
            rule=rule.id,
            shelve_reason=self.shelve_reason,
            by=context.actor.person,
            made_at=context.now,
            until_at=self.until_at,
            key=self.key,
            note=self.note,
        )
        return [Put(made), *(_ask(context, look, rule, made) if is_critical(rule) else [])]

    def inverse(self, id_: str, changes: Changed) -> Way:
        """It is ended."""
        return "shelvings.end", {"shelving": id_}


def _ask(context: Context, look: Look, rule: AlertRule, made: Shelving) -> list[Change]:
    """Those who may agree are told."""
    asker: Person | None = look.get("person", made.by) if made.by else None
    office = dict.fromkeys((*holders(look, Role.EHS_MANAGER), *holders(look, Role.SAFETY_OFFICER)))
    meant = [one.id for one in office if may_agree(made, asker, one)]
    facts = {
        "rule": rule.name,
        "key": made.key,
        "shelve_reason": made.shelve_reason,
        "note": made.note,
        "until_at": made.until_at.isoformat(),
    }
    people = tuple(one for one in reached(look, meant, context.now) if one != made.by)
    return [Tell(people, "shelving_asked", made.id, facts)] if people else []


@operation("shelvings.agree", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Agree:
    """A second person agrees that a critical rule is shelved: from now on nobody is told."""

    shelving: Annotated[str, Ref("shelving")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        known = required(look, Shelving, self.shelving)
        rule = living_rule(look, known.rule)
        if not known.holds(context.now):
            raise Refused("shelving_over")
        if not waits_for_second(known, rule):
            raise Refused("shelving_needs_none", name=rule.name)
        me: Person | None = look.get("person", context.actor.person) if context.actor.person else None
        asker: Person | None = look.get("person", known.by) if known.by else None
        if me is None or not may_agree(known, asker, me):
            raise Refused("shelving_second", name=rule.name)
        return [Put(replace(known, agreed_by=me.id, agreed_at=context.now))]

    def inverse(self, id_: str, changes: Changed) -> Way:
        """It is ended."""
        return "shelvings.end", {"shelving": self.shelving}


@operation("shelvings.end", roles=OFFICE)
@dataclass(frozen=True, kw_only=True)
class End:
    """People are told again from now on, and what stands is told now."""

    shelving: Annotated[str, Ref("shelving")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        known = required(look, Shelving, self.shelving)
        if not known.holds(context.now):
            raise Refused("shelving_over")
        return [Put(replace(known, ended_at=context.now))]
