"""When a message that did not go out is tried again. Pure: the time is an argument, chance comes from the delivery."""

import hashlib
from datetime import datetime, timedelta

WAITS_S = (5, 15, 45, 120, 300)
MOST_TRIES = len(WAITS_S) + 1
LATER, LONGEST = timedelta(minutes=5), timedelta(days=1)
SPREAD = 0.2


def next_try(delivery: str, tries: int, now: datetime) -> datetime | None:
    """When the delivery with this id is due again after `tries` failed ones (1 and up); None when it was the last."""
    if tries >= MOST_TRIES:
        return None
    return now + timedelta(seconds=wait_seconds(delivery, tries))


def much_later(made_at: datetime, now: datetime) -> datetime | None:
    """When a message that has no other way is tried again after those tries: every five minutes for a day; None when
    that is over."""
    return now + LATER if now - made_at < LONGEST else None


def wait_seconds(delivery: str, tries: int) -> float:
    """The wait after so many failed tries, up to a fifth longer or shorter, so that what failed together does not
    come back together; the same every time it is asked."""
    if not 1 <= tries <= len(WAITS_S):
        raise ValueError("there is no wait after that many tries")
    draw = int.from_bytes(hashlib.sha256(f"{delivery}|{tries}".encode()).digest()[:4], "big") / 0xFFFFFFFF
    return WAITS_S[tries - 1] * (1 + SPREAD * (2 * draw - 1))
