"""Readings as other systems report them, by the sensor's code and in some unit, as they are kept: by its id, in its
unit, calibrated. What can't be taken says why."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from math import isfinite
from typing import Any
from zoneinfo import ZoneInfo

from services.core.sensors import Sensor
from services.core.units import converted
from services.imports.feeds import Turned
from services.store.readings import Reading
from services.store.records import Records

AHEAD = timedelta(minutes=5)  # a clock that is further ahead than that is wrong
MILLISECONDS = 1e11  # what is more than this is no count of seconds
LONGEST_SAID = 80


@dataclass
class Taken:
    """What was taken, and what was not."""

    readings: list[Reading] = field(default_factory=list)
    turned: list[Turned] = field(default_factory=list)


class Intake:
    """Knows the sensors in use, by code, and the plant's clock."""

    def __init__(self, look: Records) -> None:
        self.sensors: dict[str, Sensor] = {one.code: one for one in look.find("sensor") if one.retired_at is None}
        plant = look.find("plant")
        self.zone = ZoneInfo(plant[0].timezone if plant else "Asia/Shanghai")

    def take(self, rows: Iterable[tuple[int, dict[str, Any]]], now: datetime) -> Taken:
        """Rows with `sensor`, `value` and what else is known: `time` (now, if it is not said) and `unit`."""
        taken = Taken()
        for number, row in rows:
            try:
                taken.readings.append(self._one(row, now))
            except Turning as turning:
                was = str(row.get(turning.field, ""))[:LONGEST_SAID]
                taken.turned.append(Turned(number, turning.code, turning.field, was))
        return taken

    def _one(self, row: dict[str, Any], now: datetime) -> Reading:
        sensor = self.sensors.get(str(row.get("sensor", "")).strip())
        if sensor is None:
            raise Turning("sensor_unknown", "sensor")
        at = moment_in(row["time"], self.zone) if row.get("time") not in (None, "") else now
        if at > now + AHEAD:
            raise Turning("in_the_future", "time")
        value = number_in(row.get("value"))
        unit = row.get("unit")
        here = converted(value, str(unit), sensor.unit) if unit else value
        if here is None:
            raise Turning("unit_unknown", "unit")
        kept = sensor.calibrated(here)
        if not isfinite(kept):
            raise Turning("unreadable", "value")
        return Reading(sensor.id, at, kept)


class Turning(Exception):
    """Why a row is not taken, and for which field."""

    def __init__(self, code: str, field: str) -> None:
        super().__init__(code)
        self.code, self.field = code, field


def moment_in(value: Any, zone: ZoneInfo) -> datetime:
    """A moment: ISO 8601 (without an offset by `zone`), or seconds or milliseconds since 1970. Raises Turning."""
    try:
        if isinstance(value, datetime):
            found = value
        elif isinstance(value, int | float) and not isinstance(value, bool):
            found = datetime.fromtimestamp(value / 1000 if abs(value) > MILLISECONDS else value, UTC)
        else:
            found = datetime.fromisoformat(str(value).strip())
        return (found if found.tzinfo else found.replace(tzinfo=zone)).astimezone(UTC)
    except (ValueError, OverflowError, OSError):
        raise Turning("unreadable", "time") from None


def number_in(value: Any) -> float:
    """A finite number, also as text. Raises Turning."""
    try:
        found = float(value) if isinstance(value, int | float | str) and not isinstance(value, bool) else float("nan")
    except (ValueError, OverflowError):
        found = float("nan")
    if not isfinite(found):
        raise Turning("unreadable", "value")
    return found


def json_lines(text: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """The objects of JSON lines, or of one list, numbered from 1; a line that is none has no fields."""
    if text.lstrip().startswith("["):
        yield from enumerate(_list(text), start=1)
        return
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            yield number, named(_object(line))


def _list(text: str) -> list[dict[str, Any]]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return [{}]
    return [named(one) if isinstance(one, dict) else {} for one in found]


def _object(line: str) -> dict[str, Any]:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def named(found: dict[str, Any]) -> dict[str, Any]:
    """A reading's fields by their long names; `t`, `v`, `u` and `s` are short for them."""
    short = {"t": "time", "v": "value", "u": "unit", "s": "sensor"}
    return {short.get(name, name): value for name, value in found.items()}
