"""Emergency drills on a phone: the run sheet with its stopwatch for whoever runs it, the code by which others join."""

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from services.core.drills import Drill
from services.core.people import Person
from services.core.refused import Refused
from services.core.roles import LEADERS
from services.hub.api import TheHub
from services.hub.pages import page
from services.hub.phone import PageRoute
from services.hub.phone_training import signed_in
from services.reports.qr import CodeSize, mask_bits, smallest_version
from services.store.queries.emergencies import drill_row, drills_for
from services.store.queries.people import zone_rows
from services.store.records import Records

routes = APIRouter(route_class=PageRoute)
QUIET = 4  # modules of white around a code


@routes.get("/d")
def my_drills(request: Request, hub: TheHub) -> Response:
    """The drills that run, are to come, or have just been. Raises Refused: sign_in_needed, module_off."""
    with hub.store.look() as look:
        values = signed_in(request, look)
        rows = [row for row in drills_for(look, hub.now()) if sees(values["person"], row.drill)]
    return page(request, "drills.html", rows=rows, **values)


@routes.get("/d/{drill}")
def run_sheet(request: Request, hub: TheHub, drill: str, seal: str = "") -> Response:
    """The run sheet of a drill; with its seal, who opens it may join. Raises Refused: sign_in_needed, module_off,
    no_such_record."""
    with hub.store.look() as look:
        values = signed_in(request, look)
        found, person = _found(look, drill), values["person"]
        if not sees(person, found) and not (found.mac and seal == found.mac):
            raise Refused("no_such_record", record="drill", id=drill[:60])
        row = drill_row(look, found)
        zones = row.zones or tuple(one.zone for one in zone_rows(look))
    more: dict[str, Any] = {"runs": runs(person, found), "joined": person.id in {one.id for one in row.people}}
    return page(request, "drill.html", row=row, seal=seal, choices=zones, **more, **values)


@routes.get("/d/{drill}/code.svg")
def code(request: Request, hub: TheHub, drill: str) -> Response:
    """The code by which one joins, for whoever runs the drill. Raises Refused: sign_in_needed, no_such_record."""
    with hub.store.look() as look:
        values = signed_in(request, look)
        found = _found(look, drill)
    if found.mac is None or not runs(values["person"], found):
        raise Refused("no_such_record", record="drill", id=drill[:60])
    address = values["plant"].address or str(request.base_url).rstrip("/")
    return Response(svg(f"{address}/d/{found.id}?seal={found.mac}"), media_type="image/svg+xml",
                    headers={"Cache-Control": "no-store"})  # fmt: skip


@routes.get("/d/{drill}/{step}/{index}")
def photo(request: Request, hub: TheHub, drill: str, step: int, index: int, seal: str = "") -> Response:
    """A photo of a step, for whoever sees the drill. Raises Refused: sign_in_needed, no_such_record."""
    with hub.store.look() as look:
        values = signed_in(request, look)
        found = _found(look, drill)
        marks = [one for one in look.find("drill_mark", drill=found.id) if one.step == step]
    if not sees(values["person"], found) and not (found.mac and seal == found.mac):
        raise Refused("no_such_record", record="drill", id=drill[:60])
    photos = marks[0].photos if marks else ()
    data = hub.blobs.get(photos[index]) if 0 <= index < len(photos) else None
    if data is None:
        return Response(status_code=404)
    return Response(data, media_type="image/jpeg", headers={"Cache-Control": "private, max-age=86400"})


def _found(look: Records, drill: str) -> Drill:
    found: Drill | None = look.get("drill", drill)
    if found is None or found.cancelled_at is not None:
        raise Refused("no_such_record", record="drill", id=drill[:60])
    return found


def runs(person: Person, drill: Drill) -> bool:
    """Whether somebody runs it: its leader, and those who lead here."""
    return person.id == drill.leader or not LEADERS.isdisjoint(person.roles)


def sees(person: Person, drill: Drill) -> bool:
    """Whether a drill is shown to somebody without its code: to those who run it or have a part in it."""
    return runs(person, drill) or person.id in {role.person for role in drill.roles}


def svg(text: str) -> str:
    """A code as a picture, black on white."""
    size = CodeSize(smallest_version(len(text), "M") or 40, "M", 1)
    rows, wide, whole = mask_bits(text, size), (size.modules + 7) // 8, size.modules + 2 * QUIET
    dots = [
        f"M{x + QUIET} {y + QUIET}h1v1h-1z"
        for y in range(size.modules)
        for x in range(size.modules)
        if rows[y * wide + x // 8] >> (7 - x % 8) & 1
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole} {whole}" shape-rendering="crispEdges">'
        f'<rect width="{whole}" height="{whole}" fill="#FFFFFF"/><path d="{"".join(dots)}" fill="#000000"/></svg>'
    )
