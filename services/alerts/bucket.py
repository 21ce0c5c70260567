"""How many messages may go out by a channel: a bucket that fills again with time. The last quarter is kept for what is
critical. Pure: the time is an argument."""

import threading
from dataclasses import dataclass

RESERVE = 0.25


@dataclass
class _Level:
    left: float
    at: float


class Buckets:
    """One for each channel."""

    def __init__(self) -> None:
        self._known: dict[str, _Level] = {}
        self._lock = threading.Lock()

    def take(self, channel: str, per_minute: int, *, critical: bool, now: float) -> float:
        """Takes one message out at `now` (seconds of a monotonic clock): 0, or in how many seconds to ask again."""
        with self._lock:
            level = self._known.setdefault(channel, _Level(per_minute, now))
            per_second = per_minute / 60
            level.left = min(per_minute, level.left + max(0.0, now - level.at) * per_second)
            level.at = now
            floor = 0.0 if critical else RESERVE * per_minute
            if level.left - 1 >= floor or (critical and level.left >= 1):
                level.left -= 1
                return 0.0
            return max(0.05, (floor + 1 - level.left) / per_second)
