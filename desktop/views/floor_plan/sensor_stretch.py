"""Which stretch of time a large chart shows: zoomed about a moment, moved back and forth, or following the present."""

from dataclasses import dataclass, replace

MINUTE_MS = 60_000
LEAST_MS, MOST_MS = 5 * MINUTE_MS, 31 * 24 * 60 * MINUTE_MS


@dataclass(frozen=True, slots=True)
class Shown:
    """`long` milliseconds up to `ends` (milliseconds since 1970); up to now, where it is None."""

    long: int
    ends: int | None = None

    def until(self, now: int) -> int:
        """Its right edge."""
        return now if self.ends is None else min(self.ends, now)

    def zoomed(self, factor: float, at: int, now: int) -> "Shown":
        """So many times as long, with the moment `at` staying where it is. One that follows the present goes on
        doing so."""
        long = round(min(max(self.long * factor, LEAST_MS), MOST_MS))
        if self.ends is None:
            return replace(self, long=long)
        ends = at + round((self.until(now) - at) * long / self.long)
        return Shown(long, ends).moved(0, now)

    def moved(self, by: int, now: int) -> "Shown":
        """Later by so many milliseconds, never beyond the present: there it follows it."""
        ends = self.until(now) + by
        return replace(self, ends=None if ends >= now else ends)

    @property
    def minutes(self) -> int:
        """Its length in whole minutes, not less than it is."""
        return -(-self.long // MINUTE_MS)
