"""Deliveries: who is to be told what, by which channel. Rows are made in the transaction of their cause; a dispatcher
claims them with a lease and a fence, sends outside any transaction, and closes them if the fence is still its own.
One that does not arrive is followed by another row, for the next way that its person has, in one transaction."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from services.core.channels import ways
from services.core.ids import digest
from services.core.operation import Tell
from services.core.shape import utc_moment, utc_text
from services.store.records import Records
from services.store.tables import deliveries

LEASE_SECONDS = 30
LONGEST_WAIT = timedelta(minutes=15)  # more than any wait between two tries
SOON_TRIES = 6  # services.alerts.retry: those that come soon; what has failed so often is given no hope
WAITING, SENT, DEAD = "waiting", "sent", "dead"
URGENCY = {"critical": 0, "high": 1, "warning": 2, "info": 3}
ALERTING = ("alert_", "pause_", "channel_failed", "disk_low")
USUAL_URGENCY = 2
CANARY = "canary"  # the channel of the message that only shows that messages go out


@dataclass(frozen=True, slots=True)
class Delivery:
    """One message to one person by one channel; by webhook to the address in `person`, and by a robot to the group of
    the service that it names. `fence` is the number of the claim that holds it, `rest` the ways that are left,
    `urgency` from 0 (critical) to 3. With a `provider_id` while it waits it was accepted, and may not have arrived."""

    id: str
    person: str
    channel: str
    message: str
    about: str
    facts: dict[str, Any]
    attempts: int
    fence: int
    made_at: str
    seq: int = 0
    rest: tuple[str, ...] = ()
    urgency: int = USUAL_URGENCY
    provider_id: str | None = None
    values: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)


def deliver(look: Records, seq: int, now: datetime, told: Sequence[Tell]) -> None:
    """Makes the rows, each for the first way that its person has. The id is made from entry, person, channel and all
    that is said, so the same cause says the same thing once, and two things in two messages."""
    rows = [_row(look, seq, now, tell, person) for tell in told for person in tell.people]
    if rows:
        once = {row["id"]: row for row in rows}
        look.connection.execute(sa.insert(deliveries), list(once.values()))


def _row(look: Records, seq: int, now: datetime, tell: Tell, person: str) -> dict[str, Any]:
    urgency = urgency_of(tell)
    order: tuple[str, ...] = (tell.channel,)
    if tell.channel == "person":
        order = ways(look, person, urgency)
    elif tell.channel == "group":
        order = (person,)
    facts = json.dumps(dict(tell.facts), ensure_ascii=False)
    return {
        "id": _id(seq, person, (tell.message, tell.about, facts), order[0]),
        "seq": seq,
        "person": person,
        "channel": order[0],
        "rest": json.dumps(order[1:]),
        "urgency": urgency,
        "message": tell.message,
        "about": tell.about,
        "facts": facts,
        "state": WAITING,
        "attempts": 0,
        "next_at": utc_text(now),
        "fence": 0,
        "made_at": utc_text(now),
    }


def urgency_of(tell: Tell) -> int:
    """From 0 to 3; what is no alert is never urgent."""
    if not tell.message.startswith(ALERTING):
        return USUAL_URGENCY
    return URGENCY.get(str(tell.facts.get("level", "high")), USUAL_URGENCY)


def _id(seq: int, person: str, said: tuple[str, str, str], channel: str) -> str:
    """`said`: the message, what it is about, and its facts as they are kept."""
    return digest("|".join((str(seq), person, *said, channel)).encode())[:32]


def claim(connection: sa.Connection, owner: str, now: datetime, most: int = 20) -> list[Delivery]:
    """Takes due rows for 30 seconds, the most urgent first, and the oldest of them. What would wait longer than
    anything does was written before the hub's clock was put back, and is due too."""
    query = (
        sa.select(deliveries)
        .where(deliveries.c.state == WAITING, _past(deliveries.c.next_at, now), _free(now))
        .order_by(deliveries.c.urgency, deliveries.c.next_at)
        .limit(most)
    )
    return _held(connection, query, owner, now)


def _free(now: datetime) -> sa.ColumnElement[bool]:
    """Nobody holds it, or not any more."""
    lease = deliveries.c.lease_until
    return sa.or_(lease.is_(None), _past(lease, now, timedelta(seconds=LEASE_SECONDS)))


def _held(connection: sa.Connection, query: sa.Select[Any], owner: str, now: datetime) -> list[Delivery]:
    if connection.dialect.name == "postgresql":
        query = query.with_for_update(skip_locked=True)
    rows = [dict(row) for row in connection.execute(query).mappings().all()]
    lease = utc_text(now + timedelta(seconds=LEASE_SECONDS))
    for row in rows:
        row |= {"owner": owner, "lease_until": lease, "fence": row["fence"] + 1, "attempts": row["attempts"] + 1}
        changed = {name: row[name] for name in ("owner", "lease_until", "fence", "attempts")}
        connection.execute(sa.update(deliveries).where(deliveries.c.id == row["id"]).values(changed))
    return [_delivery(row) for row in rows]


def claim_alike(
    connection: sa.Connection, owner: str, now: datetime, like: Delivery, error: str, most: int = 50
) -> list[Delivery]:
    """Takes what waits with the same error for the same person by the same way and is not urgent, due or not."""
    columns = deliveries.c
    same = sa.and_(columns.person == like.person, columns.channel == like.channel, columns.id != like.id)
    calm = sa.and_(columns.state == WAITING, columns.urgency >= USUAL_URGENCY, columns.last_error == error)
    query = sa.select(deliveries).where(same, calm, _free(now)).order_by(columns.made_at, columns.id).limit(most)
    return _held(connection, query, owner, now)


def lives_elsewhere(connection: sa.Connection, one: Delivery) -> bool:
    """Whether the same message to the same person has arrived, or may yet, by another way. Asked in the transaction
    that gives `one` up: of two ways that fail at once the later one sees that the other is given up, and goes on."""
    columns = deliveries.c
    same = sa.and_(columns.seq == one.seq, columns.person == one.person, columns.message == one.message)
    said = sa.and_(columns.about == one.about, columns.facts == one.values["facts"])
    query = sa.select(columns.id).where(same, said, columns.id != one.id, columns.state != DEAD)
    return connection.execute(query.limit(1)).first() is not None


def _delivery(row: dict[str, Any]) -> Delivery:
    taken = (
        "id",
        "person",
        "channel",
        "message",
        "about",
        "attempts",
        "fence",
        "made_at",
        "seq",
        "urgency",
        "provider_id",
    )
    return Delivery(
        **{name: row[name] for name in taken},
        facts=json.loads(row["facts"]),
        rest=tuple(json.loads(row["rest"])),
        values=row,
    )


def _past(moment: sa.Column[str], now: datetime, longest: timedelta = LONGEST_WAIT) -> sa.ColumnElement[bool]:
    return sa.or_(moment <= utc_text(now), moment > utc_text(now + longest))


def settle(
    connection: sa.Connection,
    delivery: Delivery,
    *,
    state: str,
    now: datetime,
    next_at: datetime | None = None,
    provider_id: str | None = None,
    error: str | None = None,
    attempts: int | None = None,
    go_on: bool = False,
    segments: int = 0,
) -> bool:
    """Writes what became of a claimed delivery; False when another claim holds it by now. With `go_on` its person is
    told by the next way as well, which this one has no more. `segments`: as so many SMS it is billed."""
    values: dict[str, Any] = {
        "segments": segments,
        "state": state,
        "next_at": utc_text(next_at) if next_at else None,
        "lease_until": None,
        "owner": None,
        "provider_id": provider_id,
        "last_error": error,
        "closed_at": None if state == WAITING else utc_text(now),
    }
    if attempts is not None:
        values["attempts"] = attempts
    if go_on:
        values["rest"] = "[]"
    mine = sa.and_(deliveries.c.id == delivery.id, deliveries.c.fence == delivery.fence)
    held = connection.execute(sa.update(deliveries).where(mine).values(values)).rowcount == 1
    if held and go_on and delivery.rest:
        _follow(connection, delivery, now)
    return held


def settle_taken(
    connection: sa.Connection,
    id_: str,
    fence: int,
    now: datetime,
    *,
    provider_id: str | None,
    unsure: bool,
    segments: int,
) -> None:
    """Writes that the other side has taken what a claim held, unless another one holds it by now. With `unsure` it is
    asked at once whether it arrived."""
    values: dict[str, Any] = {"lease_until": None, "owner": None, "provider_id": provider_id, "segments": segments}
    if unsure:
        values |= {"next_at": utc_text(now), "attempts": 0, "last_error": "accepted"}
    else:
        values |= {"next_at": None, "state": SENT, "last_error": None, "closed_at": utc_text(now)}
    mine = sa.and_(deliveries.c.id == id_, deliveries.c.fence == fence, deliveries.c.state == WAITING)
    connection.execute(sa.update(deliveries).where(mine).values(values))


def _follow(connection: sa.Connection, delivery: Delivery, now: datetime) -> None:
    """The row for the next way, due now."""
    channel, *rest = delivery.rest
    said = (delivery.message, delivery.about, delivery.values["facts"])
    id_ = _id(delivery.seq, delivery.person, said, channel)
    if connection.execute(sa.select(deliveries.c.id).where(deliveries.c.id == id_)).first() is not None:
        return
    next_one = {
        **{name: delivery.values[name] for name in ("seq", "person", "message", "about", "facts", "urgency")},
        "id": id_,
        "channel": channel,
        "rest": json.dumps(rest),
        "state": WAITING,
        "attempts": 0,
        "next_at": utc_text(now),
        "fence": 0,
        "made_at": utc_text(now),
    }
    connection.execute(sa.insert(deliveries), [next_one])


def message_of(connection: sa.Connection, id_: str) -> sa.Row[str, str, str, str] | None:
    """Of a message with this id: to whom, about what, which one and when; None where there is none."""
    wanted = (deliveries.c.person, deliveries.c.about, deliveries.c.message, deliveries.c.made_at)
    return connection.execute(sa.select(*wanted).where(deliveries.c.id == id_)).first()


def all_sent(connection: sa.Connection, *, provider_id: str) -> None:
    """What waits counts as sent at its birth: of a past that was written afterwards nobody is to hear now."""
    values = {"state": SENT, "attempts": 1, "closed_at": deliveries.c.made_at, "provider_id": provider_id}
    connection.execute(sa.update(deliveries).where(deliveries.c.state == WAITING).values({**values, "next_at": None}))


def next_due(connection: sa.Connection) -> datetime | None:
    """When the next waiting row is due, or free again where somebody holds it."""
    due = sa.func.min(sa.func.coalesce(deliveries.c.lease_until, deliveries.c.next_at))
    found = connection.execute(sa.select(due).where(deliveries.c.state == WAITING)).scalar()
    return utc_moment(found) if found else None
