"""Emergency plans on a phone: found by the zone whose label was scanned, readable in a hurry, and without a network.
The page is the same for everybody, so that a phone can keep it; people's names and numbers stand in it for those who
are signed in or have scanned a label."""

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from services.core.documents import documents_of
from services.core.refused import Refused
from services.hub.api import VISIT_COOKIE, TheHub, asking, hub_of
from services.hub.pages import page
from services.hub.phone import PageRoute, frame, lookers
from services.store.queries.emergencies import plan_rows
from services.store.records import Records

routes = APIRouter(route_class=PageRoute)


def plans_page(request: Request, look: Records) -> dict[str, Any]:
    """What the page of plans needs, for whoever asks; on a plant that does not use training there are none."""
    plants = look.find("plant")
    used = bool(plants) and "training" not in plants[0].modules_off
    known = asking(request) or hub_of(request).actor(request.cookies.get(VISIT_COOKIE))
    rows = plan_rows(look) if used else ()
    papers = {row.id: documents_of(look, "emergency_plan", row.id) for row in rows} if known else {}
    return {"plans": rows, "documents": papers, "with_people": known is not None}


@routes.get("/e")
def plans(request: Request, hub: TheHub) -> Response:
    """All emergency plans; the script puts those of the scanned label's zone first. Raises Refused: sign_in_needed,
    module_off."""
    lookers(request)
    with hub.store.look() as look:
        values = frame(request, look)
        if values["plant"] is not None and "training" in values["plant"].modules_off:
            raise Refused("module_off")
        values |= plans_page(request, look)
    return page(request, "emergency.html", kept_at="", **values)
