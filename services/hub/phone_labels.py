"""Labels on a phone: binding a blank where it hangs, and what has to be replaced on the wall."""

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from services.core.label_life import may_care, open_replacement
from services.core.labels import issued_label, read_token
from services.core.operation import Actor
from services.core.refused import Refused
from services.hub.api import TheHub
from services.hub.hub import Hub
from services.hub.pages import page
from services.hub.phone import PageRoute, frame
from services.store.queries.labels import replacements_for
from services.store.queries.people import zone_rows
from services.store.records import Records

routes = APIRouter(route_class=PageRoute)


def bind_page(request: Request, hub: Hub, token_text: str, actor: Actor | None) -> Response | None:
    """Where a blank is bound, for who may bind one; None for any other label and for anybody else."""
    token = read_token(token_text)
    if actor is None or actor.person is None or not hub.store.sealed(token.key, token.sealed, token.mac):
        return None
    with hub.store.look() as look:
        label = issued_label(look, token)
        zones = zones_of(look, actor) if label.zone is None and label.revoked_at is None else []
        if not zones:
            return None
        return page(request, "bind.html", zones=zones, code=label.code, **frame(request, look))


def zones_of(look: Records, actor: Actor) -> list[dict[str, str]]:
    """The zones whose labels someone sees to, as the page lists them."""
    return [
        {"id": row.id, "name": row.zone.name, "code": row.zone.code, "place": row.floor.place}
        for row in zone_rows(look)
        if may_care(look, actor, row.id)
    ]


def notice(look: Records, actor: Actor | None, zone: str, token_text: str) -> dict[str, Any]:
    """What is to be said on the page of a scanned label: whether it is an old one, and whether the one who scanned it
    can see to its replacement."""
    task, token = open_replacement(look, zone), read_token(token_text)
    if task is None:
        return {"old_label": False, "to_replace": False}
    old = look.get("label", task.label)
    shown = old is not None and (old.code, old.version, old.mac) == (token.code, token.version, token.mac)
    return {"old_label": shown, "to_replace": actor is not None and may_care(look, actor, zone)}


@routes.get("/l")
def to_replace(request: Request, hub: TheHub) -> Response:
    """Labels that the signed-in person has to replace. Raises Refused: sign_in_needed."""
    with hub.store.look() as look:
        values = frame(request, look)
        if values["person"] is None:
            raise Refused("sign_in_needed")
        tasks = replacements_for(look, values["person"])
    return page(request, "label_tasks.html", tasks=tasks, **values)
