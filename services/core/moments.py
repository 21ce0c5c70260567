"""Moments as whole milliseconds since 1970 (UTC): as exactly as readings are kept and rules reckon."""

from datetime import UTC, datetime, timedelta

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MILLISECOND = timedelta(milliseconds=1)


def milliseconds(moment: datetime) -> int:
    """A moment as whole milliseconds since 1970; what is finer is cut off."""
    return (moment - EPOCH) // MILLISECOND


def moment_of(at: int) -> datetime:
    """The moment of so many milliseconds since 1970."""
    return EPOCH + timedelta(milliseconds=at)
