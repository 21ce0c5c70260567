"""The thread that sees how zones and equipment stand, and keeps each change with its moment: rules hear of it, and the
past can be asked. It looks at the records, so nothing is lost with it but what passed while no hub ran."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from services.core.calendar import day_of
from services.hub.hub import Hub
from services.hub.looking import Looking
from services.store import standings, stops
from services.store.journal import Answer
from services.store.queries.status import clock_of, zone_statuses
from services.store.records import Records
from services.store.standings import States

EVERY_S = 2.0
TO_SETTLE_S = 0.2
AT_LATEST = timedelta(seconds=30)  # a stop that was told, a day that is over
SEEN = {"zone", "equipment", "hazard", "inspection", "inspection_plan", "sensor", "label"}


class Standings(Looking):
    """Looks every two seconds, and when something was committed that colours zones or changes equipment."""

    def __init__(self, hub: Hub) -> None:
        super().__init__("standings", lambda: self.look(hub.now()), EVERY_S, TO_SETTLE_S)
        self.hub = hub
        self._changed, self._known = True, dict[object, str]()
        self._again = hub.now()
        hub.store.writer.committed.append(self._on_committed)
        hub.store.follow(self._on_growth)

    def _on_committed(self, answers: Sequence[Answer]) -> None:
        if any(answer.kinds & SEEN for answer in answers):
            self._changed = True
            self.wake()

    def _on_growth(self, head: int) -> None:
        self._changed = True

    def look(self, now: datetime) -> None:
        """One look, where something can have changed: by a commit, or by the clock alone."""
        if not self._changed and now < self._again:
            return
        self._changed = False
        with self.hub.store.look() as look:
            states, self._again = standing(look, now)
        if states != self._known:
            self.hub.store.write(lambda connection: standings.append(connection, states, now))
            self._known = dict(states)


def standing(look: Records, now: datetime) -> tuple[States, datetime]:
    """How all zones and equipment stand now, and when it is worth a look again though nothing was committed."""
    statuses = zone_statuses(look, now)
    found = {("zone", one.zone.id): str(one.status) for one in statuses}
    found |= {("zone", one.id): "" for one in look.find("zone") if one.retired_at is not None}
    stand, today = stops.open_lines(look.connection), day_of(look, now)
    for one in look.find("equipment"):
        words = ["out_of_use"] if one.retired_at else ["in_use"]
        if not one.retired_at and not stand.isdisjoint({one.code, one.line}):
            words.append("stopped")
        if not one.retired_at and one.check_due and one.check_due < today:
            words.append("check_overdue")
        found["equipment", one.id] = " ".join(words)
    clocks = (clock_of(hazard) for status in statuses for hazard in status.hazards)
    later = [clock for clock in clocks if clock and clock >= now]
    return found, min([now + AT_LATEST, *later])  # type: ignore[return-value]
