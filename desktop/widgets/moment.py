"""A field for date and time by the plant's clock, and what it shows as a moment in UTC."""

from datetime import UTC, datetime

from PySide6.QtCore import QDateTime, Qt
from PySide6.QtWidgets import QDateTimeEdit

from desktop.language import language
from desktop.words import local


def moment_field(name: str, said: str) -> QDateTimeEdit:
    """A field for date and time, to the minute, that tells of them once they are typed in full."""
    made = QDateTimeEdit()
    made.setObjectName(name)
    made.setDisplayFormat("yyyy-MM-dd HH:mm")
    made.setCalendarPopup(True)
    made.setKeyboardTracking(False)
    made.setAccessibleName(said)
    return made


def shown_moment(moment: datetime) -> QDateTime:
    """A moment, to the minute, as a field for date and time shows it."""
    at = local(moment)
    return QDateTime(at.year, at.month, at.day, at.hour, at.minute, 0)


def moment_of(shown: QDateTime) -> datetime:
    """The moment that a field for date and time shows, in UTC."""
    at = datetime.fromisoformat(shown.toString(Qt.DateFormat.ISODate)).replace(tzinfo=language.zone)
    return at.astimezone(UTC)
