"""Random re-checks on a phone: what was drawn for whoever is signed in, and one of them with its answer."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from services.core.hazards import Hazard
from services.core.inspections import Inspection
from services.core.operation import required
from services.core.people import Person
from services.core.rechecks import Recheck
from services.core.refused import Refused
from services.core.roles import OFFICE
from services.hub.api import TheHub
from services.hub.pages import page
from services.hub.phone import PageRoute
from services.hub.phone_points import signed_in
from services.store.queries.points_doubts import my_rechecks, names_of, recheck_row
from services.store.records import Records

routes = APIRouter(route_class=PageRoute)


@routes.get("/rechecks")
def mine(request: Request, hub: TheHub) -> Response:
    """What I am to look at. Raises Refused: sign_in_needed, points_off."""
    with hub.store.look() as look:
        values = signed_in(request, look)
        some = my_rechecks(look, values["person"])
    return page(request, "rechecks.html", some=some, **values)


def mine_to_see(look: Records, me: Person, id_: str) -> Recheck:
    """The re-check, for whom it was given to and the safety office. Raises Refused: no_such_record."""
    found = required(look, Recheck, id_)
    if found.assigned != me.id and OFFICE.isdisjoint(me.roles):
        raise Refused("no_such_record", record="recheck", id=id_[:60])
    return found


def photos_of(look: Records, one: Recheck) -> tuple[str, ...]:
    """What the record shows: the fix, else what was seen."""
    record = look.get(one.source_kind, one.source)
    if isinstance(record, Hazard):
        return record.after or record.before
    return record.photos if isinstance(record, Inspection) else ()


@routes.get("/rechecks/{recheck}")
def one(request: Request, hub: TheHub, recheck: str) -> Response:
    """One of them. Raises Refused: sign_in_needed, points_off, no_such_record."""
    with hub.store.look() as look:
        values = signed_in(request, look)
        found = mine_to_see(look, values["person"], recheck)
        shown, people, photos = recheck_row(look, found), names_of(look, found.people), photos_of(look, found)
    return page(request, "recheck.html", one=shown, people=people, photos=photos, **values)


@routes.get("/rechecks/{recheck}/photo/{index}")
def photo(request: Request, hub: TheHub, recheck: str, index: int) -> Response:
    """A photo of what was drawn. Raises Refused: sign_in_needed, points_off, no_such_record."""
    with hub.store.look() as look:
        values = signed_in(request, look)
        names = photos_of(look, mine_to_see(look, values["person"], recheck))
    data = hub.blobs.get(names[index]) if 0 <= index < len(names) else None
    if data is None:
        return Response(status_code=404)
    return Response(data, media_type="image/jpeg", headers={"Cache-Control": "private, max-age=86400"})
