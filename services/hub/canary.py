"""The canary: a message to nobody that goes the way of an alert every minute. While it arrives, messages go out."""

from datetime import datetime

from services.hub.hub import Hub
from services.hub.looking import Looking
from services.hub.turns import Turns
from services.store.canary import came_through, send_off

EVERY_S = 10.0


class Canary(Looking):
    """Sends it off again a while after it arrived."""

    def __init__(self, hub: Hub) -> None:
        super().__init__("canary", lambda: self.look(hub.now()), EVERY_S)
        self.hub = hub

    def start(self, turns: Turns | None = None) -> None:
        """Sends the first one off at once: nobody knows yet whether messages go out."""
        self.look(self.hub.now())
        super().start(turns)

    def look(self, now: datetime) -> None:
        """One look."""
        self.hub.store.write(lambda connection: send_off(connection, now))


def silent_for(hub: Hub) -> float:
    """For how many seconds nothing has come through: since the canary was sent off, or since it last arrived."""
    with hub.store.database.reading() as connection:
        since = came_through(connection)
    return 0.0 if since is None else max(0.0, (hub.now() - since).total_seconds())
