"""How long lines and machines stood in a period, which only the hub knows: consoles have no stops."""

from dataclasses import asdict
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from fastapi import APIRouter

from services.core.measures import Period
from services.core.plant import the_plant
from services.core.refused import Refused
from services.core.roles import ADMINISTRATION, LEADERS
from services.hub.api import TheHub, Who
from services.store.stops import by_line

routes = APIRouter()


@routes.get("/api/stop-hours")
def stop_hours(hub: TheHub, actor: Who, first: str = "", last: str = "") -> dict[str, Any]:
    """The stops of the plant's days (as 2026-03-31) by line. Raises Refused: not_allowed, malformed, period_wrong,
    no_plant."""
    if not actor.has(*LEADERS, *ADMINISTRATION):
        raise Refused("not_allowed", kind="loss_rates.set")
    period = _period(first, last)
    with hub.store.look() as look:
        begins, ends = period.span(ZoneInfo(the_plant(look).timezone))
        found = by_line(look.connection, begins, ends, hub.now())
    return {"lines": [asdict(one) for one in found]}


def _period(first: str, last: str) -> Period:
    try:
        return Period(date.fromisoformat(first), date.fromisoformat(last))
    except ValueError:
        raise Refused("malformed", field="first, last", reason="days") from None
