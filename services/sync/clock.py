"""When an operation really happened, by the hub's clock, whatever the device's own clock says."""

from datetime import datetime, timedelta

from services.core.operation import Operation

LONGEST_AWAY = timedelta(days=30)


def effective(operation: Operation, received: datetime, wall: datetime, mono: float, boot: str) -> datetime:
    """`wall`, `mono` (s) and `boot` are the device's clocks at sending. In the same boot the monotonic clock tells
    the age exactly; else the wall clock is shifted by its offset at sending. Never later than `received`, never
    more than 30 days before it."""
    if operation.boot and operation.boot == boot:
        age = timedelta(seconds=max(0.0, min(mono - operation.mono, LONGEST_AWAY.total_seconds())))
        moment = received - age
    else:
        moment = _shifted(operation.made_at, received - wall, received)
    return max(min(moment, received), received - LONGEST_AWAY)


def _shifted(moment: datetime, offset: timedelta, otherwise: datetime) -> datetime:
    """A clock may say any year; one that leads out of the calendar says nothing."""
    try:
        return moment + offset
    except OverflowError:
        return otherwise
