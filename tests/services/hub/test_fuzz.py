"""Every route, for everybody, with requests that are wrong somewhere: no failure, no wait, nothing said of what was
sent or of the program. ANHUAN_FULL: a hundred thousand of them, and the process does not grow."""

import asyncio
import os
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI, Request
from starlette.responses import JSONResponse

from services.hub.app import make_app
from tests.services.hub import fuzzing
from tests.services.hub.fuzzing import Answered, Tried, call, fault, in_a_thread, request
from tests.services.hub.test_rights import EVERYBODY, Place, routes_of

FULL = bool(os.environ.get("ANHUAN_FULL"))
REQUESTS = 100_000 if FULL else 600
GROWTH = 50 << 20


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    from tests.services.hub.living import living_plant

    plant = living_plant(tmp_path_factory.mktemp("fuzz") / "plant")
    yield Place(plant)
    plant.served.stop()


def resident() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def test_whatever_is_asked_is_answered_and_tells_nothing(place: Place) -> None:
    app = make_app(place.hub)
    routes = sorted(set(routes_of(app.routes)))
    tokens = {who: place.token(who) for who in EVERYBODY}
    chance = random.Random(18)

    async def all_of_them() -> dict[str, str]:
        found: dict[str, str] = {}
        for number in range(REQUESTS):
            route, who = routes[number % len(routes)], EVERYBODY[number // len(routes) % len(EVERYBODY)]
            trouble = fault(await call(app, request(chance, route, tokens[who])))
            if trouble:
                found[f"{route} {who}"] = trouble
        return found

    before = resident() if FULL else 0
    assert in_a_thread(all_of_them) == {}
    assert not FULL or resident() - before < GROWTH


def planted() -> FastAPI:
    """An application with what must be found."""
    app = FastAPI()

    @app.post("/fails")
    async def fails(asked: Request) -> JSONResponse:
        return JSONResponse((await asked.body()).decode("utf-8"))

    @app.post("/echoes")
    async def echoes(asked: Request) -> JSONResponse:
        return JSONResponse({"input": (await asked.body()).decode("gbk", "ignore")}, 422)

    @app.post("/hangs")
    async def hangs() -> None:
        await asyncio.sleep(60)

    @app.post("/tells")
    async def tells() -> JSONResponse:
        return JSONResponse({"why": 'File "/app/services/hub/api.py"'}, 400)

    return app


@pytest.mark.parametrize(
    ("path", "trouble"),
    [("fails", "fails (500)"), ("echoes", "says what was sent"), ("hangs", "hangs"), ("tells", "tells of itself")],
)
def test_what_is_planted_is_found(path: str, trouble: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fuzzing, "LONGEST_S", 0.2)
    bad = fuzzing.SECRET.encode("gbk")
    tried = Tried("POST", f"/{path}".encode(), b"", [(b"host", b"x")], bad)

    async def once() -> Answered:
        return await call(planted(), tried)

    assert fault(in_a_thread(once)) == trouble


def test_a_request_is_wrong_in_many_ways() -> None:
    chance = random.Random(1)
    made: list[Any] = [request(chance, "POST /api/sign-in", "t") for _ in range(200)]
    assert len({one.body for one in made}) > 150
    assert {dict(one.headers)[b"content-type"] for one in made} == set(fuzzing.KINDS)
