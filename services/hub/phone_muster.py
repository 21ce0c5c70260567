"""The muster on a phone: begin one with two presses, see who is where by zone, tick off who has come, call."""

from collections.abc import Iterable

from fastapi import APIRouter, Request
from fastapi.responses import Response

from services.core.musters import MUSTERING, running
from services.core.plant import the_plant
from services.core.refused import Refused
from services.hub.access import opened
from services.hub.api import TheHub, asking
from services.hub.pages import page
from services.hub.phone import PageRoute, frame
from services.store.queries.access import MusterRow, call_card, zones_now

routes = APIRouter(route_class=PageRoute)


@routes.get("/muster")
def muster_page(request: Request, hub: TheHub) -> Response:
    """The muster that goes on, or how many are in which zone and the button that begins one. Raises Refused:
    sign_in_needed, not_allowed, module_off."""
    actor, now = asking(request), hub.now()
    with hub.store.look() as look:
        values = frame(request, look)
        if values["person"] is None or actor is None:
            raise Refused("sign_in_needed")
        if "access" in the_plant(look).modules_off:
            raise Refused("no_such_page")
        if not actor.has(*MUSTERING):
            raise Refused("not_allowed", kind="musters.begin")
        going = running(look)
        zones = [(one.zone, len(one.people)) for one in zones_now(look, now)] if going is None else []
        calls = call_card(look, now)
    rows: tuple[MusterRow, ...] = ()
    if going is not None:
        going, rows, calls = opened(hub, actor, going.id)
    values |= {"all": len(rows), "there": sum(one.accounted for one in rows)}
    return page(request, "muster.html", muster=going, zones=zones, places=by_zone(rows), calls=calls, **values)


def by_zone(rows: Iterable[MusterRow]) -> list[tuple[str, str, list[MusterRow]]]:
    """Those still looked for by zone with its class, then everybody who is accounted for."""
    rows, found = tuple(rows), dict[tuple[str, str], list[MusterRow]]()
    for one in rows:
        if not one.accounted:
            found.setdefault((one.zone, one.zone_class), []).append(one)
    done = [one for one in rows if one.accounted]
    places = [(zone, letter, some) for (zone, letter), some in found.items()]
    return [*places, ("", "", done)] if done else places
