"""Clocks that cannot be trusted: when an operation really happened by the hub's clock, and how far a console's own
clock is off."""

import sys
import time
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from services.core.operation import Operation

LONGEST_AWAY = timedelta(days=30)


class Effective(NamedTuple):
    """When something happened by the hub's clock; `uncertain` where only the device's wall clock tells."""

    at: datetime
    uncertain: bool


class Skew(NamedTuple):
    """By how much a console's clock is ahead of the hub's (negative: behind), and by how much this may be wrong."""

    ahead: timedelta
    error: timedelta

    @property
    def sure(self) -> timedelta:
        """What of it is beyond doubt; nothing where a slow answer leaves everything open."""
        least = max(timedelta(), abs(self.ahead) - self.error)
        return least if self.ahead > timedelta() else -least


def effective(operation: Operation, received: datetime, wall: datetime, mono: float, boot: str) -> Effective:
    """`wall`, `mono` (s) and `boot` are the device's clocks at sending. In the same boot the monotonic clock tells
    the age exactly; else the wall clock is shifted by its offset at sending, and the time is uncertain. Never later
    than `received`, never more than 30 days before it."""
    age = mono - operation.mono
    if operation.boot and operation.boot == boot and 0 <= age <= LONGEST_AWAY.total_seconds():
        return Effective(received - timedelta(seconds=age), False)
    moment = _shifted(operation.made_at, received - wall, received)
    return Effective(max(min(moment, received), received - LONGEST_AWAY), True)


def effectives(
    operations: Sequence[Operation], received: datetime, wall: datetime, mono: float, boot: str
) -> list[Effective]:
    """As `effective`, of operations of one device in the order of their births: an uncertain one was not later than
    the next."""
    found = [effective(operation, received, wall, mono, boot) for operation in operations]
    for place in range(len(found) - 2, -1, -1):
        if found[place].uncertain and found[place].at > found[place + 1].at:
            found[place] = Effective(found[place + 1].at, True)
    return found


def _shifted(moment: datetime, offset: timedelta, otherwise: datetime) -> datetime:
    """A clock may say any year; one that leads out of the calendar says nothing."""
    try:
        return moment + offset
    except OverflowError:
        return otherwise


def skew(asked: datetime, took: float, hub: datetime) -> Skew:
    """From one question to the hub: `asked` by this console's wall clock, the answer here `took` seconds later by its
    monotonic one, the hub's clock `hub` somewhere between. The middle is the best guess, half the way the error."""
    half = timedelta(seconds=max(0.0, took) / 2)
    return Skew(asked - hub + half, half)


def steady() -> float:
    """Seconds of a clock that never jumps and counts on while the computer sleeps, as a laptop does on its way."""
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    if sys.platform == "darwin":
        return time.clock_gettime(time.CLOCK_MONOTONIC)
    return time.monotonic()
