"""The sensors' last hour as the hub told it, kept on the console so that it is still there, with its age, offline."""

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from services.core.refused import Refused
from services.core.shape import Wrong, utc_moment, utc_text
from services.store.readings import Minute, Reading
from services.sync.client import HubClient, Unreachable

FILE = "readings.json"


@dataclass(frozen=True, slots=True)
class LastHour:
    """`as_of` is the hub's clock when it said so; by sensor the newest reading and the minutes before, oldest first."""

    as_of: datetime
    newest: dict[str, Reading]
    minutes: dict[str, tuple[Minute, ...]]


def fetch(client: HubClient, folder: Path) -> LastHour:
    """Asks the hub and keeps the answer in a console's folder. Raises Unreachable, Refused."""
    answer = client.call("GET", "/api/readings")
    try:
        found = _read(answer)
    except (Refused, Wrong, KeyError, TypeError, ValueError, AttributeError) as error:
        raise Unreachable("no readings") from error
    _keep(answer, folder)
    return found


def _keep(answer: Any, folder: Path) -> None:
    """Where there is no room, what was kept before stays: it says of when it is."""
    part = folder / (FILE + ".part")
    try:
        part.write_text(json.dumps(answer), encoding="utf-8")
        part.replace(folder / FILE)
    except OSError:
        part.unlink(missing_ok=True)


def kept(folder: Path) -> LastHour | None:
    """What the hub said last; None where it never did, or the file can't be read."""
    try:
        return _read(json.loads((folder / FILE).read_text(encoding="utf-8")))
    except (OSError, Refused, Wrong, KeyError, TypeError, ValueError, AttributeError):
        return None


def _read(answer: Any) -> LastHour:
    sensors = answer["sensors"]
    return LastHour(
        utc_moment(answer["now"]),
        {id_: Reading(id_, utc_moment(told["at"]), float(told["value"])) for id_, told in sensors.items()},
        {id_: tuple(_minute(id_, row) for row in told["minutes"]) for id_, told in sensors.items()},
    )


def _minute(sensor: str, row: Any) -> Minute:
    begins, low, high, mean, count = row
    return Minute(sensor, utc_moment(begins), float(low), float(high), float(mean), int(count))


@dataclass(frozen=True, slots=True)
class Course:
    """How a sensor's value went, as (milliseconds since 1970, value), up to `ends`; `as_of` is the hub's clock.
    `coarse`: only the extremes of each minute."""

    as_of: datetime
    values: tuple[tuple[int, float], ...]
    ends: datetime
    coarse: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """So many minutes up to a moment, or up to now, and of how many points a line is made."""

    minutes: int = 60
    ends: datetime | None = None
    points: int = 400


def course(client: HubClient, sensor: str, stretch: Stretch) -> Course:
    """Asks the hub. Raises Unreachable, Refused."""
    until = {"ends": utc_text(stretch.ends)} if stretch.ends else {}
    asked: dict[str, Any] = {"sensor": sensor, "minutes": stretch.minutes, "points": stretch.points, **until}
    answer = client.call("GET", "/api/readings/course", **asked)
    try:
        values = tuple((int(at), float(value)) for at, value in answer["course"])
        ends = utc_moment(answer.get("ends", answer["now"]))
        return Course(utc_moment(answer["now"]), values, ends, bool(answer.get("coarse")))
    except (Wrong, KeyError, TypeError, ValueError) as error:
        raise Unreachable("no readings") from error
