"""The first report of an incident on a phone: at a scanned label, also without a name; or by who is signed in."""

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from services.core.alphabet import by_sound
from services.core.refused import Refused
from services.hub import signing
from services.hub.api import TheHub, asking, set_visit
from services.hub.pages import page
from services.hub.phone import PageRoute, frame
from services.store.records import Records

routes = APIRouter(route_class=PageRoute)


def framed(request: Request, look: Records) -> dict[str, Any]:
    """What both pages show. Raises Refused: module_off."""
    values = frame(request, look)
    if values["plant"] is not None and "incidents" in values["plant"].modules_off:
        raise Refused("module_off")
    return values


@routes.get("/incident")
def named(request: Request, hub: TheHub) -> Response:
    """By who is signed in, in any zone. Raises Refused: sign_in_needed."""
    with hub.store.look() as look:
        values = framed(request, look)
        if values["person"] is None:
            raise Refused("sign_in_needed")
        zones = sorted((one for one in look.find("zone") if one.retired_at is None), key=lambda one: by_sound(one.name))
    return page(request, "incident.html", zone=None, zones=zones, label="", **values)


@routes.get("/i/{token:path}")
def scanned(request: Request, hub: TheHub, token: str) -> Response:
    """In the zone of a scanned label."""
    actor = asking(request)
    known = actor is not None and actor.person is not None
    zone, visit = (signing.zone_of_label(hub, token), None) if known else signing.visit(hub, token)
    with hub.store.look() as look:
        values = framed(request, look)
        place = look.get("zone", zone)
    response = page(request, "incident.html", zone=place, zones=[], label=token, **values)
    if visit:
        set_visit(request, response, visit)
    return response
