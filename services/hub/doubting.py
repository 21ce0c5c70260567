"""Looks now and then whether something is odd in how points were earned, and raises what is new as doubts, which a
person decides."""

from collections.abc import Iterable
from datetime import datetime

from services.core.points_patterns import Suspicion
from services.core.points_rules import points_on
from services.hub.hub import Deed, Hub
from services.hub.looking import Looking
from services.store.journal import head
from services.store.queries.points_doubts import doubt_id, new_suspicions

EVERY_S = 600.0


class Doubting(Looking):
    """Looks every ten minutes, where anything was written since."""

    def __init__(self, hub: Hub) -> None:
        super().__init__("doubting", lambda: self.look(hub.now()), EVERY_S)
        self.hub = hub
        self._seen = -1

    def look(self, now: datetime) -> None:
        """One look."""
        with self.hub.store.look() as look:
            seq = head(look.connection)[0]
            if seq == self._seen or not look.find("plant") or not points_on(look):
                return
            found = new_suspicions(look, now)
        for deed in raised(found):
            self.hub.note(deed.kind, deed.args, deed.id)
        self._seen = seq


def raised(found: Iterable[Suspicion]) -> list[Deed]:
    """What says them, each by its own id."""
    return [
        Deed(
            "points_doubts.raise",
            {
                "doubt": doubt_id(one),
                "why": one.why,
                "kind": one.kind,
                "about": list(one.about),
                "people": list(one.people),
                "figure": one.figure,
                "limit": one.limit,
            },
            doubt_id(one),
        )
        for one in found
    ]
