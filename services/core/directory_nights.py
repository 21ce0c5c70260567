"""The directory read by itself each day: when, and who hears that something would change. Nothing changes by it."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from services.core.alerts import SYSTEM_ONLY
from services.core.operation import Change, Context, Look, Put, Tell, operation
from services.core.people import holders
from services.core.plant import DirectoryFrom, Plant, the_plant
from services.core.roles import ADMINISTRATION, Role
from services.core.shape import Range, Text
from services.core.shifts import ClockTime, clock_time

LATE = timedelta(hours=6)  # so much later a hub that was off still reads it
WHO = (Role.HR, Role.IT_ADMIN, Role.EHS_MANAGER)  # the first of these roles that somebody has
Found = Literal["changes", "shrunk", "unread"]
Many = Annotated[int, Range(0, 10**6)]
Percent = Annotated[int, Range(1, 50)]


def due_reading(plant: Plant, last: datetime | None, now: datetime) -> bool:
    """Whether the directory is to be read at `now`: today's time has come, is not long past, and the `last` time that
    it was begun lies before it."""
    if plant.directory_from is None:
        return False
    zone = ZoneInfo(plant.timezone)
    due = datetime.combine(now.astimezone(zone).date(), clock_time(plant.directory_at), zone)
    return due <= now < due + LATE and (last is None or last < due)


@operation("plant.set_directory", roles=ADMINISTRATION, undoable=True)
@dataclass(frozen=True, kw_only=True)
class SetDirectory:
    """Whose directory is read each day, and when by the plant's clock; of nobody's, none is. Where more than
    `directory_doubt` percent are missing at once it is asked whether it is whole."""

    directory_from: DirectoryFrom | None = None
    directory_at: ClockTime = "06:00"
    directory_doubt: Percent = 20

    def decide(self, context: Context, look: Look) -> list[Change]:
        clock_time(self.directory_at)
        given = {name: getattr(self, name) for name in self.__dataclass_fields__}
        return [Put(replace(the_plant(look), **given))]


@operation("people.note_directory", roles=SYSTEM_ONLY, offline=False)
@dataclass(frozen=True, kw_only=True)
class NoteDirectory:
    """What a reading of the directory came to, for those who look after people: so many `changes` wait to be ticked;
    so many of those `known` are `missing` at once that it must be asked whether it is whole; or it could not be read,
    for the `trouble`."""

    provider: DirectoryFrom
    found: Found
    changes: Many = 0
    missing: Many = 0
    known: Many = 0
    trouble: Annotated[str, Text(most=40, least=0)] = ""

    def decide(self, context: Context, look: Look) -> list[Change]:
        people = next((some for role in WHO if (some := holders(look, role))), ())
        facts = {"provider": self.provider, "changes": self.changes, "missing": self.missing, "known": self.known,
                 "why_unread": self.trouble}  # fmt: skip
        return [Tell(tuple(one.id for one in people), f"directory_{self.found}", self.provider, facts)]
