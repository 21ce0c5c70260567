"""Alerts as people see them: what stands, who has answered, and which are mine to answer."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from services.core.alert_rules import AlertRule
from services.core.alerts import Alert
from services.core.pauses import Pause
from services.core.people import Person
from services.core.roles import OFFICE
from services.core.shape import utc_text
from services.core.zones import Zone
from services.store.alert_tables import alerts
from services.store.deliveries import DEAD, SENT, SOON_TRIES
from services.store.records import Records
from services.store.tables import deliveries

MOST = 200


@dataclass(frozen=True, slots=True)
class AlertRow:
    """An alert with what it refers to."""

    alert: Alert
    rule: AlertRule | None
    zone: Zone | None
    by: Person | None
    told: tuple[Person, ...]
    pauses: tuple[Pause, ...] = ()

    @property
    def id(self) -> str:
        """The alert's id."""
        return self.alert.id


def alert_rows(look: Records) -> tuple[AlertRow, ...]:
    """All alerts, those that wait for an answer first, then the newest."""
    rules = {rule.id: rule for rule in look.find("rule")}
    people = {person.id: person for person in look.find("person")}
    rows = [_row(look, one, rules, people) for one in look.find("alert")]
    return tuple(sorted(rows, key=lambda row: (not row.alert.waits, -row.alert.raised_at.timestamp(), row.id)))


def alert_row(look: Records, id_: str) -> AlertRow | None:
    """One alert; None where there is none."""
    found = look.get("alert", id_)
    if found is None:
        return None
    rule = look.get("rule", found.rule)
    people = {id_: look.get("person", id_) for id_ in {*found.told, found.acknowledged_by} if id_}
    return _row(look, found, {found.rule: rule} if rule else {}, {id_: one for id_, one in people.items() if one})


def may_answer(person: Person, alert: Alert) -> bool:
    """Whether it is this person's to acknowledge."""
    return person.id in alert.told or not OFFICE.isdisjoint(person.roles)


def waiting_for(look: Records, person: Person) -> tuple[AlertRow, ...]:
    """The alerts that wait for this person's answer, the oldest first."""
    rows = [row for row in alert_rows(look) if row.alert.waits and may_answer(person, row.alert)]
    return tuple(sorted(rows, key=lambda row: row.alert.raised_at))


def unanswered(look: Records, person: Person) -> tuple[AlertRow, ...]:
    """As `waiting_for`, at most so many, read without those that were answered: asked again and again."""
    open_ = sa.and_(alerts.c.acknowledged_at.is_(None), alerts.c.withdrawn_at.is_(None), ~alerts.c.quiet)
    query = sa.select(alerts.c.id).where(open_).order_by(alerts.c.raised_at.desc(), alerts.c.id).limit(MOST)
    rows = [alert_row(look, id_) for id_ in look.connection.execute(query).scalars()]
    return tuple(row for row in rows if row is not None and may_answer(person, row.alert))


def _row(look: Records, one: Alert, rules: dict[str, AlertRule], people: dict[str, Person]) -> AlertRow:
    zone = look.get("zone", one.zone) if one.zone else None
    told = tuple(people[id_] for id_ in one.told if id_ in people)
    pauses = tuple(look.find("pause", alert=one.id))
    return AlertRow(one, rules.get(one.rule), zone, people.get(one.acknowledged_by or ""), told, pauses)


def due_steps(connection: sa.Connection, now: datetime) -> dict[str, int]:
    """The alerts whose next step is due, and the step that they are at."""
    query = sa.select(alerts.c.id, alerts.c.step).where(alerts.c.next_step_at <= utc_text(now))
    return {row.id: row.step for row in connection.execute(query.order_by(alerts.c.next_step_at))}


def nobody_reached(connection: sa.Connection) -> dict[str, int]:
    """The alerts that wait for a further step although none of the messages about them has arrived
    or will soon."""
    soon = sa.or_(deliveries.c.state == SENT, deliveries.c.attempts < SOON_TRIES)
    hope = sa.select(deliveries.c.id).where(deliveries.c.about == alerts.c.id, deliveries.c.state != DEAD, soon)
    tried = sa.select(deliveries.c.id).where(deliveries.c.about == alerts.c.id)
    query = sa.select(alerts.c.id, alerts.c.step).where(
        alerts.c.next_step_at.is_not(None), alerts.c.step == 0, sa.exists(tried), ~sa.exists(hope)
    )
    return {row.id: row.step for row in connection.execute(query)}
