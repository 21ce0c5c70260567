"""The canary's row in the outbox: a message to nobody that goes the way of an alert."""

from datetime import datetime

import sqlalchemy as sa

from services.core.shape import utc_moment, utc_text
from services.store.deliveries import CANARY, SENT, WAITING
from services.store.tables import deliveries

AGAIN_S = 50.0
NAME = "canary"


def send_off(connection: sa.Connection, now: datetime) -> None:
    """Makes the canary wait, unless it does, or has arrived only just now."""
    known = connection.execute(sa.select(deliveries).where(deliveries.c.id == NAME)).mappings().first()
    again = {"state": WAITING, "attempts": 0, "next_at": utc_text(now), "made_at": utc_text(now), "closed_at": None}
    if known is None:
        named = {"id": NAME, "seq": 0, "person": NAME, "channel": CANARY, "message": NAME, "about": NAME}
        connection.execute(sa.insert(deliveries), [{**named, **again, "facts": "{}", "fence": 0, "urgency": 0}])
    elif known["state"] != WAITING and abs((now - utc_moment(known["closed_at"])).total_seconds()) >= AGAIN_S:
        connection.execute(sa.update(deliveries).where(deliveries.c.id == NAME).values(again))


def came_through(connection: sa.Connection) -> datetime | None:
    """When it last arrived; while it is on its way, when it was sent off; None before the first."""
    query = sa.select(deliveries.c.state, deliveries.c.made_at, deliveries.c.closed_at).where(deliveries.c.id == NAME)
    row = connection.execute(query).first()
    if row is None:
        return None
    return utc_moment(row.closed_at if row.state == SENT and row.closed_at else row.made_at)
