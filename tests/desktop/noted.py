"""What a hub has noted of its sensors by now, without waiting for its own next look."""

from datetime import timedelta

from services.hub.hub import Hub
from services.hub.watch import Watch

LATER = timedelta(minutes=10)


def noted_by(hub: Hub) -> None:
    """Crossings as of now, and silences as a hub sees them that has listened for a while."""
    Watch(hub).look(hub.now())
    with hub.store.look() as look:
        quiet = [one for one in look.find("sensor") if one.hearing == "never"]
    if quiet:
        Watch(hub).look(hub.now() + LATER)
