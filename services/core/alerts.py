"""Alerts: what a rule has said, who was told, and who has answered. The hub raises, clears and withdraws them; a person
acknowledges."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated, Any, Literal

from services.core.absences import reached
from services.core.alert_rules import AlertRule
from services.core.channels import groups
from services.core.duty import of_them_on_duty
from services.core.ids import id_from
from services.core.ladders import due_after, ladder_of
from services.core.operation import Change, Context, Look, Put, Tell, operation, required
from services.core.pauses import let_go
from services.core.people import Person, holders
from services.core.plant import day_number
from services.core.record import record
from services.core.refused import Refused
from services.core.roles import STAFF, Role
from services.core.rule_deeds import Undone, deeds, undone, undone_facts
from services.core.rule_document import Action, Level, Whom
from services.core.shape import Ref, Text, utc_text
from services.core.shelving import Shelving, shelved_by
from services.core.zones import Zone

Ended = Literal["", "rule_off", "rule_changed"]
SYSTEM_ONLY = frozenset({Role.SYSTEM})
ROLES: dict[Whom, Role] = {
    "ehs_manager": Role.EHS_MANAGER,
    "safety_officer": Role.SAFETY_OFFICER,
    "department_manager": Role.DEPARTMENT_MANAGER,
}


@record("alert", indexed=("rule", "zone", "number"), called="number")
@dataclass(frozen=True, kw_only=True)
class Alert:
    """`key` is the thing that the rule spoke of, as people call it; `cause` is JSON: the condition, and what each part
    of it had said. It stands from `fired_at` until `cleared_at`; `withdrawn_at`: something late showed that it was
    none; `ended`: it was closed with its rule, which is switched off or says something else now. `told` are the people
    whom it went to; `undone` is what the rule says to do as well and could not be done. It was raised
    while `shelved` by the shelving of this id; `quiet` while nobody has been told for that. It was told up to the rung
    `step` of its ladder; while nobody has answered, the next one is told at `next_step_at`."""

    id: str
    rule: str
    level: Level
    key: str
    fired_at: datetime
    raised_at: datetime
    cause: str
    number: str | None = None
    zone: str | None = None
    told: tuple[str, ...] = ()
    cleared_at: datetime | None = None
    withdrawn_at: datetime | None = None
    acknowledged_by: str | None = None
    acknowledged_at: datetime | None = None
    note: str = ""
    ended: Ended = ""
    undone: tuple[Undone, ...] = ()
    shelved: str | None = None
    quiet: bool = False
    step: int = 0
    next_step_at: datetime | None = None

    @property
    def stands(self) -> bool:
        """Whether what it says is still so."""
        return self.cleared_at is None and self.withdrawn_at is None

    @property
    def waits(self) -> bool:
        """Whether nobody has answered it; one that was withdrawn, or that nobody was told of, needs no answer."""
        return self.acknowledged_at is None and self.withdrawn_at is None and not self.quiet


def alert_id(rule: str, key: str, fired_at: datetime) -> str:
    """The id of the alert about a firing: the same firing has the same one, however often it is raised."""
    return id_from("alert", rule, key, utc_text(fired_at))


def people_for(look: Look, action: Action, zone: Zone | None) -> tuple[str, ...]:
    """Whom an action tells: those who hold the roles for this zone; nobody of them here, the EHS managers."""
    found = people_of(look, (*action.to, *action.cc), zone)
    return found or tuple(one.id for one in holders(look, Role.EHS_MANAGER))


def people_of(look: Look, named: tuple[Whom, ...], zone: Zone | None) -> tuple[str, ...]:
    """Who they are for this zone; nobody where nobody holds such a role."""
    return tuple(dict.fromkeys(person for whom in named for person in _whom(look, whom, zone)))


def _whom(look: Look, whom: Whom, zone: Zone | None) -> list[str]:
    if whom == "supervisor":
        return _here(look, [zone.supervisor] if zone and zone.supervisor else [])
    if whom == "team":
        return [one.id for one in look.find("person", team=zone.team) if one.here] if zone and zone.team else []
    return [one.id for one in holders(look, ROLES[whom])]


def _here(look: Look, people: list[str]) -> list[str]:
    found: list[Person | None] = [look.get("person", one) for one in people]
    return [one.id for one in found if one is not None and one.here]


@operation("alerts.raise", roles=SYSTEM_ONLY, offline=False)
@dataclass(frozen=True, kw_only=True)
class Raise:
    """A rule has fired, and does what it says. The same firing again changes nothing; one that was withdrawn, or closed
    with its rule, stands again, and is told again."""

    rule: Annotated[str, Ref("rule")]
    key: Annotated[str, Text(most=200)]
    fired_at: datetime
    cause: Annotated[str, Text(most=20_000)]
    zone: Annotated[str, Ref("zone")] | None = None

    def decide(self, context: Context, look: Look) -> list[Change]:
        rule = required(look, AlertRule, self.rule)
        zone = required(look, Zone, self.zone) if self.zone else None
        id_ = alert_id(self.rule, self.key, self.fired_at)
        actions = [one for one in rule.rule.then if one.do == "alert"]
        known: Alert | None = look.get("alert", id_)
        if known is not None and known.withdrawn_at is None and not known.ended:
            return []
        lacking = undone(look, rule, zone)
        alert = Alert(
            id=id_,
            rule=rule.id,
            level=actions[0].level if actions else "info",
            key=self.key,
            fired_at=self.fired_at,
            raised_at=context.now,
            cause=self.cause,
            number=known.number if known else day_number(context, look, "GJ", "alert") if actions else None,
            zone=self.zone,
            undone=lacking,
        )
        quiet = shelved_by(look, rule, self.key, context.now) if actions else None
        if quiet is not None:
            return [Put(replace(alert, shelved=quiet.id, quiet=True))]
        return _said(context, look, rule, alert, zone)


def _said(context: Context, look: Look, rule: AlertRule, alert: Alert, zone: Zone | None) -> list[Change]:
    """People are told of a firing, and what the rule says besides is done."""
    actions = [one for one in rule.rule.then if one.do == "alert"]
    meant = [person for one in actions for person in people_for(look, one, zone)]
    told = tuple(reached(look, meant, context.now))
    facts = {**facts_of(alert, rule, zone), **undone_facts(alert.undone)}
    raised: list[Change] = []
    if actions:
        due = next_step(look, alert, told, context.now)
        stands = replace(alert, told=told, quiet=False, step=0, next_step_at=due)
        raised = [Put(stands), Tell(told, "alert_raised", alert.id, facts), *_to_groups(look, alert, facts)]
    elif alert.undone:  # nobody would hear of it otherwise
        managers = [one.id for one in holders(look, Role.EHS_MANAGER)]
        raised = [Tell(tuple(reached(look, managers, context.now)), "deed_undone", rule.id, facts)]
    return [*raised, *deeds(context, look, rule, alert.id, alert.key, zone, facts)]


def next_step(look: Look, alert: Alert, told: tuple[str, ...], now: datetime) -> datetime | None:
    """When someone higher is told of an alert that goes to these people: at once where nobody of them is on duty."""
    ladder = ladder_of(look, alert.level)
    if ladder.rungs and not of_them_on_duty(look, told, now):
        return now
    return due_after(ladder, 0, now, now)


def _to_groups(look: Look, alert: Alert, facts: dict[str, Any]) -> list[Change]:
    robots = groups(look, alert.level)
    return [Tell(robots, "alert_raised", alert.id, facts, "group")] if robots else []


@operation("alerts.tell_shelved", roles=SYSTEM_ONLY, offline=False)
@dataclass(frozen=True, kw_only=True)
class TellShelved:
    """A shelving has ended: what was raised meanwhile and still stands is told now, unless another one covers it. What
    is over by itself stays untold."""

    shelving: Annotated[str, Ref("shelving")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        known = required(look, Shelving, self.shelving)
        if known.settled_at is not None or known.holds(context.now):
            return []
        rule = required(look, AlertRule, known.rule)
        found: list[Change] = [Put(replace(known, settled_at=context.now))]
        for alert in look.find("alert", rule=rule.id):
            if alert.quiet and alert.stands and alert.shelved == known.id:
                other = shelved_by(look, rule, alert.key, context.now)
                zone = required(look, Zone, alert.zone) if alert.zone else None
                found += [Put(replace(alert, shelved=other.id))] if other else _said(context, look, rule, alert, zone)
        return found


def facts_of(alert: Alert, rule: AlertRule, zone: Zone | None) -> dict[str, Any]:
    """What a message about it needs."""
    return {
        "number": alert.number or "",
        "rule": rule.name,
        "level": alert.level,
        "key": alert.key,
        "zone": zone.name if zone else "",
        "zone_class": zone.zone_class if zone else "",
        "fired_at": alert.fired_at.isoformat(),
    }


@operation("alerts.clear", roles=SYSTEM_ONLY, offline=False)
@dataclass(frozen=True, kw_only=True)
class Clear:
    """What a rule said is so no more; without a moment, it is so after all."""

    alert: Annotated[str, Ref("alert")]
    at: datetime | None = None

    def decide(self, context: Context, look: Look) -> list[Change]:
        alert = required(look, Alert, self.alert)
        if alert.cleared_at == self.at or alert.ended:
            return []
        return [Put(replace(alert, cleared_at=self.at)), *(let_go(look, alert.id) if self.at else [])]


@operation("alerts.withdraw", roles=SYSTEM_ONLY, offline=False)
@dataclass(frozen=True, kw_only=True)
class Withdraw:
    """Something that came late shows that it was not so."""

    alert: Annotated[str, Ref("alert")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        alert = required(look, Alert, self.alert)
        if alert.withdrawn_at is not None:
            return []
        return [Put(replace(alert, withdrawn_at=context.now, next_step_at=None)), *let_go(look, alert.id)]


@operation("alerts.acknowledge", roles=STAFF)
@dataclass(frozen=True, kw_only=True)
class Acknowledge:
    """A person has seen it and takes care. The first one counts."""

    alert: Annotated[str, Ref("alert")]
    note: Annotated[str, Text(most=300, least=0)] = ""

    def decide(self, context: Context, look: Look) -> list[Change]:
        alert = required(look, Alert, self.alert)
        if context.actor.person not in alert.told and not context.actor.has(Role.SAFETY_OFFICER, Role.EHS_MANAGER):
            raise Refused("alert_not_yours", number=alert.number or "")
        if alert.acknowledged_at is not None:
            raise Refused("acknowledged_already", number=alert.number or "")
        return [
            Put(
                replace(
                    alert,
                    acknowledged_by=context.actor.person,
                    acknowledged_at=context.now,
                    note=self.note,
                    next_step_at=None,
                )
            )
        ]
