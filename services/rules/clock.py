"""The plant's clock: whether a moment lies between two times of day, and when that changes next."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from services.core.moments import milliseconds, moment_of
from services.core.shifts import clock_time
from services.rules.events import At


class Hours:
    """The time from `begins` until `ends` (HH:MM) of each day, or of the days of the week that are named (Monday is
    1); what ends no later than it begins ends on the next day. Raises Refused: clock_wrong."""

    def __init__(self, begins: str, ends: str, zone: ZoneInfo, days: Sequence[int] = ()) -> None:
        self.begins, self.ends, self.zone = clock_time(begins), clock_time(ends), zone
        self.days = frozenset(days) or frozenset(range(1, 8))

    def holds(self, at: At) -> bool:
        """Whether a moment lies in it; its end does not."""
        here = moment_of(at).astimezone(self.zone)
        clock, day = here.time(), here.date()
        if self.begins < self.ends:
            return self.begins <= clock < self.ends and day.isoweekday() in self.days
        since = day if clock >= self.begins else day - timedelta(days=1)
        return (clock >= self.begins or clock < self.ends) and since.isoweekday() in self.days

    def next_edge(self, at: At) -> At:
        """The next moment after this one at which it begins or ends, whatever the day."""
        here = moment_of(at).astimezone(self.zone)
        edges = [self._at(here, days, clock) for days in (0, 1, 2) for clock in (self.begins, self.ends)]
        return min(edge for edge in edges if edge > at)

    def _at(self, here: datetime, days: int, clock: time) -> At:
        return milliseconds(datetime.combine(here.date() + timedelta(days=days), clock, self.zone))
