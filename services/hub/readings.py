"""What sensors said lately, for consoles: they keep no readings of their own."""

from datetime import datetime, timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Query

from services.core.moments import MILLISECOND, milliseconds
from services.core.refused import Refused
from services.core.shape import Wrong, utc_moment, utc_text
from services.hub.api import TheHub
from services.hub.following import Follower
from services.rules.trace import MOST_VALUES, thinned
from services.store.readings import KEEP_RAW, Minute, between, latest, minutes_between

routes = APIRouter()
LONGEST_MINUTES, LONGEST_COURSE = 24 * 60, 31 * 24 * 60
FINE_MINUTES = 180


@routes.get("/api/readings")
def readings(
    hub: TheHub,
    _: Follower,
    minutes: Annotated[int, Query(ge=1, le=LONGEST_MINUTES)] = 60,
    sensor: Annotated[str | None, Query(max_length=60)] = None,
) -> dict[str, Any]:
    """The newest value of every sensor in use, or of one, and its last minutes as [begins, low, high, mean, count]."""
    now = hub.now()
    with hub.store.look() as look:
        used = [one.id for one in look.find("sensor") if one.retired_at is None and sensor in (None, one.id)]
        newest = latest(look.connection, used)
        told = {
            one.sensor: {
                "at": utc_text(one.at),
                "value": one.value,
                "minutes": [
                    [utc_text(each.begins), each.low, each.high, each.mean, each.count]
                    for each in minutes_between(look.connection, one.sensor, now - timedelta(minutes=minutes), now)
                ],
            }
            for one in newest.values()
        }
    return {"now": utc_text(now), "sensors": told}


@routes.get("/api/readings/course")
def course(
    hub: TheHub,
    _: Follower,
    sensor: Annotated[str, Query(max_length=60)],
    minutes: Annotated[int, Query(ge=1, le=LONGEST_COURSE)] = 60,
    ends: Annotated[str, Query(max_length=40)] = "",
    points: Annotated[int, Query(ge=50, le=4000)] = MOST_VALUES,
) -> dict[str, Any]:
    """How a sensor's value went in so many minutes up to `ends` (now, unless it is said): [milliseconds since 1970,
    value] in order of time, of many only the extremes. Over more than three hours, and where single readings are kept
    no more, by the extremes of each minute (`coarse`). Raises Refused: args_wrong."""
    now = hub.now()
    until = min(_moment(ends), now) if ends else now
    begins = until - timedelta(minutes=minutes)
    with hub.store.look() as look:
        coarse = minutes > FINE_MINUTES or begins < now - KEEP_RAW
        if coarse:
            rolled = minutes_between(look.connection, sensor, begins, until + MILLISECOND)
            values = [point for one in rolled for point in _extremes(one)]
        else:
            values = [
                (milliseconds(one.at), one.value)
                for one in between(look.connection, sensor, begins, until + MILLISECOND)
            ]
    told = {"now": utc_text(now), "ends": utc_text(until), "coarse": coarse}
    return {**told, "course": thinned(values, points)}


def _extremes(one: Minute) -> list[tuple[int, float]]:
    at = milliseconds(one.begins)
    return [(at, one.low)] if one.low == one.high else [(at, one.low), (at + 30_000, one.high)]


def _moment(text: str) -> datetime:
    try:
        return utc_moment(text)
    except Wrong:
        raise Refused("args_wrong", field="ends", expected="date-time with offset") from None
