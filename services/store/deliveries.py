"""Deliveries: who is to be told what, by which channel. Rows are made in the transaction of their cause; a worker
claims them with a lease and a fence, sends outside any transaction, and closes them if the fence is still its own."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from services.core.ids import digest
from services.core.operation import Tell
from services.core.shape import utc_moment, utc_text
from services.store.tables import deliveries

LEASE_SECONDS = 30
LONGEST_WAIT = timedelta(minutes=15)  # more than any wait between two tries
WAITING, SENT, DEAD = "waiting", "sent", "dead"


@dataclass(frozen=True, slots=True)
class Delivery:
    """One message to one person by one channel, or, by webhook, to the address in `person`. `fence` is the number of
    the claim that holds it."""

    id: str
    person: str
    channel: str
    message: str
    about: str
    facts: dict[str, Any]
    attempts: int
    fence: int
    made_at: str


def deliver(connection: sa.Connection, seq: int, now: datetime, told: Sequence[Tell]) -> None:
    """Makes the rows. The id is made from entry, person, message and channel, so the same cause makes no second one."""
    rows = []
    for tell in told:
        for person in tell.people:
            rows.append(
                {
                    "id": digest(f"{seq}|{person}|{tell.message}|{tell.channel}".encode())[:32],
                    "seq": seq,
                    "person": person,
                    "channel": tell.channel,
                    "message": tell.message,
                    "about": tell.about,
                    "facts": json.dumps(dict(tell.facts), ensure_ascii=False),
                    "state": WAITING,
                    "attempts": 0,
                    "next_at": utc_text(now),
                    "fence": 0,
                    "made_at": utc_text(now),
                }
            )
    if rows:
        connection.execute(sa.insert(deliveries), rows)


def claim(connection: sa.Connection, owner: str, now: datetime, most: int = 20) -> list[Delivery]:
    """Takes due rows for 30 seconds, the oldest first. What would wait longer than anything does was written before
    the hub's clock was put back, and is due too."""
    free = sa.or_(
        deliveries.c.lease_until.is_(None), _past(deliveries.c.lease_until, now, timedelta(seconds=LEASE_SECONDS))
    )
    query = (
        sa.select(deliveries)
        .where(deliveries.c.state == WAITING, _past(deliveries.c.next_at, now), free)
        .order_by(deliveries.c.next_at)
        .limit(most)
    )
    if connection.dialect.name == "postgresql":
        query = query.with_for_update(skip_locked=True)
    taken = []
    for row in connection.execute(query).mappings().all():
        fence = row["fence"] + 1
        lease = utc_text(now + timedelta(seconds=LEASE_SECONDS))
        values = {"owner": owner, "lease_until": lease, "fence": fence, "attempts": row["attempts"] + 1}
        connection.execute(sa.update(deliveries).where(deliveries.c.id == row["id"]).values(values))
        taken.append(
            Delivery(
                row["id"],
                row["person"],
                row["channel"],
                row["message"],
                row["about"],
                json.loads(row["facts"]),
                row["attempts"] + 1,
                fence,
                row["made_at"],
            )
        )
    return taken


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
) -> bool:
    """Writes what became of a claimed delivery; False when another claim holds it by now."""
    values: dict[str, Any] = {
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
    mine = sa.and_(deliveries.c.id == delivery.id, deliveries.c.fence == delivery.fence)
    return connection.execute(sa.update(deliveries).where(mine).values(values)).rowcount == 1


def all_sent(connection: sa.Connection, *, provider_id: str) -> None:
    """What waits counts as sent at its birth: of a past that was written afterwards nobody is to hear now."""
    values = {"state": SENT, "attempts": 1, "closed_at": deliveries.c.made_at, "provider_id": provider_id}
    connection.execute(sa.update(deliveries).where(deliveries.c.state == WAITING).values({**values, "next_at": None}))


def next_due(connection: sa.Connection) -> datetime | None:
    """When the next waiting row is due."""
    query = sa.select(sa.func.min(deliveries.c.next_at)).where(deliveries.c.state == WAITING)
    found = connection.execute(query).scalar()
    return utc_moment(found) if found else None
