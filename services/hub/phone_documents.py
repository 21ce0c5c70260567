"""Documents on a phone: those of emergency plans for whoever has signed in or scanned a label, those of courses for who
is signed in."""

from urllib.parse import quote

from fastapi import APIRouter, Request
from fastapi.responses import FileResponse, Response

from services.core.documents import Document
from services.core.operation import required
from services.core.refused import Refused
from services.hub.api import TheHub, asking
from services.hub.phone import PageRoute, frame, lookers

KEPT = {"Cache-Control": "private, max-age=86400"}
routes = APIRouter(route_class=PageRoute)


@routes.get("/e/document/{document}")
def document_file(request: Request, hub: TheHub, document: str) -> Response:
    """The file, to be opened by the phone. Raises Refused: sign_in_needed, module_off, no_such_record."""
    lookers(request)
    with hub.store.look() as look:
        plant = frame(request, look)["plant"]
        if plant is not None and "training" in plant.modules_off:
            raise Refused("module_off")
        found = required(look, Document, document)
    actor = asking(request)
    if found.course is not None and (actor is None or actor.person is None):
        raise Refused("sign_in_needed")
    place = hub.blobs.whole(found.file) if found.retired_at is None else None
    if place is None:
        raise Refused("no_such_record", record="document", id=document[:60])
    named = f"inline; filename*=UTF-8''{quote(found.title)}.pdf"
    return FileResponse(place, media_type="application/pdf", headers={**KEPT, "Content-Disposition": named})
