"""What is shelved, by whom and until when; and when a shelving may end."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from services.core.alert_rules import AlertRule
from services.core.people import Person
from services.core.plant import the_plant
from services.core.shelving import Shelving, waits_for_second
from services.core.shifts import stretch
from services.store.records import Records

MORNING = time(8)


@dataclass(frozen=True, slots=True)
class ShelvingRow:
    """A shelving that has not ended, its rule, who made it and who agreed; `waits` for a second person."""

    shelving: Shelving
    rule: AlertRule | None
    by: Person | None
    agreed: Person | None = None
    waits: bool = False


def shelvings_of(look: Records, rule: str, now: datetime, key: str = "") -> tuple[ShelvingRow, ...]:
    """Those of a rule that are in force, the longest last; with a `key`, those that cover it."""
    found = [one for one in look.find("shelving", rule=rule) if one.holds(now) and (not key or one.covers(key))]
    rows = [_row(look, one) for one in found]
    return tuple(sorted(rows, key=lambda row: (row.shelving.until_at, row.shelving.id)))


def asked(look: Records, now: datetime) -> tuple[ShelvingRow, ...]:
    """Those that wait for a second person, the oldest first."""
    rows = [_row(look, one) for one in look.find("shelving") if one.holds(now)]
    waiting = [row for row in rows if row.waits and row.rule is not None and row.rule.retired_at is None]
    return tuple(sorted(waiting, key=lambda row: (row.shelving.made_at, row.shelving.id)))


def _row(look: Records, one: Shelving) -> ShelvingRow:
    rule = look.get("rule", one.rule)
    by, agreed = (look.get("person", id_) if id_ else None for id_ in (one.by, one.agreed_by))
    return ShelvingRow(one, rule, by, agreed, rule is not None and waits_for_second(one, rule))


def ends_of(look: Records, now: datetime) -> dict[str, datetime]:
    """The usual ends: in an hour, with the shift that is on (where one is), tomorrow at eight by the plant's clock."""
    zone = ZoneInfo(the_plant(look).timezone)
    today = now.astimezone(zone).date()
    found = {"hour": now + timedelta(hours=1)}
    shifts = [one for one in look.find("shift") if one.retired_at is None]
    spans = [stretch(one, day, zone) for one in shifts for day in (today - timedelta(days=1), today)]
    ends = [end for begin, end in spans if begin <= now < end]
    if ends:
        found["shift"] = min(ends)
    found["tomorrow"] = datetime.combine(today + timedelta(days=1), MORNING, zone)
    return found
