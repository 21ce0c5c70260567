"""The canary: a message to nobody that goes the way of an alert every minute. While it arrives, messages go out."""

from datetime import datetime

import sqlalchemy as sa

from services.core.shape import utc_moment, utc_text
from services.hub.hub import Hub
from services.hub.looking import Looking
from services.store.deliveries import CANARY, SENT, WAITING
from services.store.tables import deliveries

EVERY_S, AGAIN_S = 10.0, 50.0
NAME = "canary"


class Canary(Looking):
    """Sends it off again a while after it arrived."""

    def __init__(self, hub: Hub) -> None:
        super().__init__("canary", lambda: self.look(hub.now()), EVERY_S)
        self.hub = hub

    def start(self) -> None:
        """Sends the first one off at once: nobody knows yet whether messages go out."""
        self.look(self.hub.now())
        super().start()

    def look(self, now: datetime) -> None:
        """One look."""
        self.hub.store.write(lambda connection: send_off(connection, now))


def send_off(connection: sa.Connection, now: datetime) -> None:
    """Makes the canary wait, unless it does, or has arrived only just now."""
    known = connection.execute(sa.select(deliveries).where(deliveries.c.id == NAME)).mappings().first()
    again = {"state": WAITING, "attempts": 0, "next_at": utc_text(now), "made_at": utc_text(now), "closed_at": None}
    if known is None:
        named = {"id": NAME, "seq": 0, "person": NAME, "channel": CANARY, "message": NAME, "about": NAME}
        connection.execute(sa.insert(deliveries), [{**named, **again, "facts": "{}", "fence": 0, "urgency": 0}])
    elif known["state"] != WAITING and abs((now - utc_moment(known["closed_at"])).total_seconds()) >= AGAIN_S:
        connection.execute(sa.update(deliveries).where(deliveries.c.id == NAME).values(again))


def silent_for(hub: Hub) -> float:
    """For how many seconds nothing has come through: since the canary was sent off, or since it last arrived."""
    query = sa.select(deliveries.c.state, deliveries.c.made_at, deliveries.c.closed_at).where(deliveries.c.id == NAME)
    with hub.store.database.reading() as connection:
        row = connection.execute(query).first()
    if row is None:
        return 0.0
    since = row.closed_at if row.state == SENT and row.closed_at else row.made_at
    return max(0.0, (hub.now() - utc_moment(since)).total_seconds())
