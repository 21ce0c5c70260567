"""What sensors said lately, for consoles: they keep no readings of their own."""

from datetime import timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Query

from services.core.moments import MILLISECOND, milliseconds
from services.core.shape import utc_text
from services.hub.api import TheHub
from services.hub.following import Follower
from services.rules.trace import thinned
from services.store.readings import between, latest, minutes_between

routes = APIRouter()
LONGEST_MINUTES = 24 * 60


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
    minutes: Annotated[int, Query(ge=1, le=LONGEST_MINUTES)] = 60,
) -> dict[str, Any]:
    """How a sensor's value went in the last minutes: [milliseconds since 1970, value] in order of time, of many only
    the extremes."""
    now = hub.now()
    with hub.store.look() as look:
        some = between(look.connection, sensor, now - timedelta(minutes=minutes), now + MILLISECOND)
    return {"now": utc_text(now), "course": thinned([(milliseconds(one.at), one.value) for one in some])}
