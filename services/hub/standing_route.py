"""What a console of another plant of the group is told: how this one stands, to somebody who has a part in it."""

from typing import Any

from fastapi import APIRouter

from services.core.refused import Refused
from services.core.roles import CONSOLE_ROLES
from services.hub.api import TheHub, Who
from services.store.queries.plant_standing import plant_standing

routes = APIRouter()


@routes.get("/api/standing")
def standing(hub: TheHub, actor: Who) -> dict[str, Any]:
    """The figures, and as what the asker sees them. Raises Refused: not_allowed."""
    if not actor.has(*CONSOLE_ROLES):
        raise Refused("not_allowed", kind="standing")
    with hub.store.look() as look:
        return {**plant_standing(look, hub.now()).as_json(), "roles": sorted(actor.roles)}
