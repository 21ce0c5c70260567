"""Where other systems hand over what sensors read: JSON lines or CSV, with the connectors' key. The answer comes when
it is durable, and says of each row that was not taken why."""

import secrets
from hashlib import sha256
from typing import Any

import sqlalchemy as sa
from fastapi import APIRouter, Request

from services.core.refused import Refused
from services.core.roles import Role
from services.core.shape import utc_text
from services.hub.api import TheHub, Who, token_of
from services.hub.following import Follower
from services.hub.hub import Hub
from services.imports.feeds import rows_of
from services.imports.taking import Intake, Taken, json_lines
from services.store.facts import fact, set_fact

routes = APIRouter()
MOST_SAID = 100


@routes.post("/api/connectors/key")
def new_key(hub: TheHub, actor: Who) -> dict[str, Any]:
    """A key for the connectors, told this once; the former one is good no more."""
    if not actor.has(Role.EHS_MANAGER, Role.IT_ADMIN):
        raise Refused("not_allowed", kind="plant.set_broker")
    key = secrets.token_urlsafe(32)
    made_at = utc_text(hub.now())

    def keep(connection: sa.Connection) -> None:
        set_fact(connection, "connectors_key", _mark(key))
        set_fact(connection, "connectors_key_at", made_at)

    hub.store.write(keep)
    return {"key": key}


@routes.get("/api/connectors/key")
def key_known(hub: TheHub, _: Follower) -> dict[str, Any]:
    """When the present key was made; None where there is none."""
    with hub.store.look() as look:
        return {"made_at": fact(look.connection, "connectors_key_at")}


@routes.post("/ingest/readings")
async def take_readings(hub: TheHub, request: Request) -> dict[str, Any]:
    """Readings of sensors in use. Raises Refused: key_wrong, feed_without_head, feed_unreadable."""
    from starlette.concurrency import run_in_threadpool

    body = await request.body()
    csv = "json" not in request.headers.get("content-type", "")
    return await run_in_threadpool(_taken, hub, token_of(request), body, csv)


def _taken(hub: Hub, key: str | None, body: bytes, csv: bool) -> dict[str, Any]:
    with hub.store.look() as look:
        if not key or not secrets.compare_digest(str(fact(look.connection, "connectors_key")), _mark(key)):
            raise Refused("key_wrong")
        intake = Intake(look)
    taken = _rows(intake, hub, body, csv=csv)
    if taken.readings:
        hub.hear(taken.readings)
    turned = [{"row": one.row, "code": one.code, "field": one.field, "was": one.was} for one in taken.turned]
    return {"taken": len(taken.readings), "turned": len(turned), "why": turned[:MOST_SAID]}


def _rows(intake: Intake, hub: Hub, body: bytes, *, csv: bool) -> Taken:
    if csv:
        feed = rows_of(body, "readings", intake.zone)
        taken = intake.take(feed.rows, hub.now())
        return Taken(taken.readings, [*feed.turned, *taken.turned])
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused("feed_unreadable", file="-") from None
    return intake.take(json_lines(text), hub.now())


def _mark(key: str) -> str:
    return sha256(key.encode()).hexdigest()
