"""Where other systems hand over what sensors read, who passed doors and when lines stood: JSON lines, a list of
JSON, or CSV, with the connectors' key. The answer comes when it is durable, and says of each row that was not taken
why."""

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
from services.imports.feeds import Turned, rows_in, rows_of
from services.imports.passing import Matching
from services.imports.stops import stops_of
from services.imports.taking import Intake, Taken, json_lines
from services.store import stops
from services.store.cards import keep_strange
from services.store.facts import fact, set_fact
from services.store.journal import head
from services.store.swipes import append
from services.store.turned import Kept, keep_turned

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


@routes.post("/ingest/stops")
async def take_stops(hub: TheHub, request: Request) -> dict[str, Any]:
    """Stops of lines, as the MES tells them. Raises Refused: key_wrong, feed_without_head, feed_unreadable."""
    from starlette.concurrency import run_in_threadpool

    body = await request.body()
    csv = "json" not in request.headers.get("content-type", "")
    return await run_in_threadpool(_stops_taken, hub, token_of(request), body, csv)


@routes.post("/ingest/swipes")
async def take_swipes(hub: TheHub, request: Request) -> dict[str, Any]:
    """Passages at doors, as another system tells them. Those of unknown people are said, and kept to be matched. Raises
    Refused: key_wrong, feed_without_head, feed_unreadable."""
    from starlette.concurrency import run_in_threadpool

    body = await request.body()
    csv = "json" not in request.headers.get("content-type", "")
    return await run_in_threadpool(_swipes_taken, hub, token_of(request), body, csv)


def _intake(hub: Hub, key: str | None) -> Intake:
    with hub.store.look() as look:
        if not key or not secrets.compare_digest(str(fact(look.connection, "connectors_key")), _mark(key)):
            raise Refused("key_wrong")
        seq, known = head(look.connection)[0], hub.intake
        if known is None or known[0] != seq:
            hub.intake = known = seq, Intake(look)
        return known[1]


def _taken(hub: Hub, key: str | None, body: bytes, csv: bool) -> dict[str, Any]:
    taken = _rows(_intake(hub, key), hub, body, csv=csv)
    if taken.readings:
        hub.hear(taken.readings)
    return _answer(len(taken.readings), taken.turned)


def _stops_taken(hub: Hub, key: str | None, body: bytes, csv: bool) -> dict[str, Any]:
    zone, now = _intake(hub, key).zone, hub.now()
    feed = rows_of(body, "stops", zone) if csv else rows_in("stops", json_lines(_text(body)), zone)
    found, turned = stops_of(feed.rows, now)
    every = [*feed.turned, *turned]
    hub.store.write(lambda connection: stops.append(connection, found))
    _keep_turned(hub, "stops", every)
    return _answer(len(found), every)


def _swipes_taken(hub: Hub, key: str | None, body: bytes, csv: bool) -> dict[str, Any]:
    zone, now = _intake(hub, key).zone, hub.now()
    feed = rows_of(body, "swipes", zone) if csv else rows_in("swipes", json_lines(_text(body)), zone)
    with hub.store.look() as look:
        passed = Matching(look).rows(feed, now)

    def write(connection: sa.Connection) -> None:
        append(connection, passed.swipes.values())
        keep_strange(connection, passed.strange.values())

    hub.store.write(write)
    _keep_turned(hub, "swipes", feed.turned)
    return _answer(len(passed.swipes), feed.turned)


def _keep_turned(hub: Hub, feed: str, turned: list[Turned]) -> None:
    now = hub.now()
    kept = [Kept(now, feed, "HTTP", one.row, one.code, one.field, one.was) for one in turned]
    if kept:
        hub.store.write(lambda connection: keep_turned(connection, kept))


def _answer(taken: int, turned: list[Turned]) -> dict[str, Any]:
    why = [{"row": one.row, "code": one.code, "field": one.field, "was": one.was} for one in turned]
    return {"taken": taken, "turned": len(why), "why": why[:MOST_SAID]}


def _text(body: bytes) -> str:
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused("feed_unreadable", file="-") from None


def _rows(intake: Intake, hub: Hub, body: bytes, *, csv: bool) -> Taken:
    if csv:
        feed = rows_of(body, "readings", intake.zone)
        taken = intake.take(feed.rows, hub.now())
        return Taken(taken.readings, [*feed.turned, *taken.turned])
    return intake.take(json_lines(_text(body)), hub.now())


def _mark(key: str) -> str:
    return sha256(key.encode()).hexdigest()
