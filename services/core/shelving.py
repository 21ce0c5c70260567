"""Shelving: for a while, and for a reason, nobody is told what a rule says, of all things or of one."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Annotated, Literal

from services.core.alert_rules import AlertRule, living_rule
from services.core.operation import Change, Changed, Context, Look, Put, Way, operation, required
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
    was ended at `ended_at`. Then what still stands is told, and it is settled."""

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

    def holds(self, now: datetime) -> bool:
        """Whether it is in force."""
        return self.ended_at is None and now < self.until_at

    def covers(self, key: str) -> bool:
        """Whether it is about this thing."""
        return self.key in ("", key)


def shelved_by(look: Look, rule: str, key: str, now: datetime) -> Shelving | None:
    """The shelving in force of what a rule says of a thing; the one that holds longest where there are several."""
    found = [one for one in look.find("shelving", rule=rule) if one.holds(now) and one.covers(key)]
    return max(found, key=lambda one: (one.until_at, one.id), default=None)


def may_shelve(rule: AlertRule, roles: frozenset[Role]) -> bool:
    """Whether somebody with these roles may: what is critical only the EHS manager."""
    critical = any(one.do == "alert" and one.level == "critical" for one in rule.rule.then)
    return Role.EHS_MANAGER in roles if critical else not OFFICE.isdisjoint(roles)


@operation("shelvings.add", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Add:
    """A rule, or what it says of one thing, is shelved. What it says meanwhile is kept; what it does waits as well."""

    rule: Annotated[str, Ref("rule")]
    shelve_reason: ShelveReason
    until_at: datetime
    key: Annotated[str, Text(most=200, least=0)] = ""
    note: Annotated[str, Text(most=200, least=0)] = ""

    def decide(self, context: Context, look: Look) -> list[Change]:
        rule = living_rule(look, self.rule)
        if not any(one.do == "alert" for one in rule.rule.then):
            raise Refused("shelve_untold", name=rule.name)
        if not may_shelve(rule, context.actor.roles):
            raise Refused("shelve_critical", name=rule.name)
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
        return [Put(made)]

    def inverse(self, id_: str, changes: Changed) -> Way:
        """It is ended."""
        return "shelvings.end", {"shelving": id_}


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
