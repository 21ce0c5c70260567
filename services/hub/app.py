"""The web application: routes, refusals as answers, limits on what comes in, the page of all operations."""

from collections.abc import Awaitable, Callable
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from services import __version__
from services.core.ids import is_id
from services.core.refused import Refused
from services.hub import (
    access,
    api,
    at_doors,
    blobs,
    describe,
    dingtalk_replies,
    directory,
    dispatch,
    door_routes,
    exporting,
    following,
    form_times,
    ingest,
    js_sdk,
    keeping,
    machines,
    metrics,
    phone,
    readings,
    sensing,
    sign_on,
    sign_on_trial,
    standing_route,
    stop_hours,
    trials,
    trust,
    wecom_replies,
)
from services.hub.hub import Hub
from services.photos import PhotoRefused
from services.photos.folder import FolderFull

MOST_JSON = 1_000_000
STATUS = {
    "sign_in_needed": 401,
    "sign_in_wrong": 401,
    "not_allowed": 403,
    "key_wrong": 401,
    "reply_wrong": 403,
    "too_many_guesses": 429,
    "disk_full": 507,
    "store_busy": 503,
    "store_unreachable": 503,
    "newer_store": 503,
    "body_too_large": 413,
    "device_revoked": 403,
    "malformed": 422,
    "no_such_page": 404,
}


def make_app(hub: Hub) -> FastAPI:
    """The application that serves one hub."""
    app = pages_and_routes()
    app.add_middleware(OfHub, hub=hub)
    return app


def pages_and_routes() -> FastAPI:
    """The application; whoever hands it a request names the hub that is meant, as `hub` in its scope."""
    app = FastAPI(title="Anhuan", version=__version__, docs_url=None, redoc_url=None, openapi_url=None)
    app.include_router(api.routes)
    app.include_router(blobs.routes)
    app.include_router(following.routes)
    app.include_router(readings.routes)
    app.include_router(ingest.routes)
    app.include_router(sensing.routes)
    app.include_router(trials.routes)
    app.include_router(describe.routes)
    app.include_router(trust.api_routes)
    app.include_router(form_times.routes)
    app.include_router(access.routes)
    app.include_router(at_doors.routes)
    app.include_router(door_routes.routes)
    app.include_router(machines.routes)
    app.include_router(stop_hours.routes)
    app.include_router(dispatch.routes)
    app.include_router(sign_on.api_routes)
    app.include_router(sign_on_trial.routes)
    app.include_router(directory.routes)
    app.include_router(js_sdk.routes)
    app.include_router(wecom_replies.routes)
    app.include_router(dingtalk_replies.routes)
    app.include_router(keeping.routes)
    app.include_router(exporting.routes)
    app.include_router(metrics.routes)
    app.include_router(standing_route.routes)
    phone.mount(app)
    for kind, answer in (
        (Refused, _refused),
        (PhotoRefused, _refused),
        (FolderFull, _full),
        (RequestValidationError, _malformed),
        (HTTPException, _http),
    ):
        app.add_exception_handler(kind, answer)
    app.state.durations = metrics.Durations()
    app.add_middleware(Limits)
    app.add_middleware(metrics.Timed, durations=app.state.durations)
    return app


def refusal(code: str, facts: dict[str, Any], status: int | None = None) -> JSONResponse:
    """A refusal as an HTTP answer."""
    return JSONResponse({"refused": code, "facts": facts}, status or STATUS.get(code, 409))


async def _refused(_: Request, error: Any) -> Response:
    facts = dict(error.facts)
    if "id" in facts and not is_id(facts["id"]):
        facts["id"] = ""  # whatever stood there in an address is not said again
    return refusal(error.code, facts)


async def _full(_: Request, __: Exception) -> Response:
    return refusal("disk_full", {})


async def _malformed(_: Request, error: Any) -> Response:
    """Which field does not fit; never what was sent (it may be personal, or not text at all)."""
    first = error.errors()[0] if error.errors() else {}
    place = ".".join(str(part)[:40] for part in first.get("loc", ()))
    return refusal("malformed", {"field": place or "body"}, 422)


async def _http(request: Request, error: Any) -> Response:
    if error.status_code == 404 and "text/html" in request.headers.get("accept", ""):
        return phone.trouble(request, Refused("no_such_page"))
    if isinstance(error.__cause__, Refused):  # what `Limits` found while the body was being read
        return await _refused(request, error.__cause__)
    if error.status_code == 404:
        return refusal("no_such_page", {}, 404)
    return refusal("malformed", {"field": "body"}, error.status_code)


class OfHub:
    """Every request means the same hub."""

    def __init__(self, app: ASGIApp, hub: Hub) -> None:
        self.app, self.hub = app, hub

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self.app({**scope, "hub": self.hub}, receive, send)


class Limits:
    """Refuses bodies that are too large, by their announced size and by counting; adds the security headers."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        most = blobs.most_at(scope["path"], MOST_JSON)
        announced = dict(scope["headers"]).get(b"content-length", b"0")
        if not announced.isdigit() or int(announced) > most:
            await refusal("body_too_large", {"most": most}, 413)(scope, receive, send)
            return
        home = js_sdk.home_of(dict(scope["headers"]).get(b"user-agent", b"").decode("latin-1"))
        await self.app(scope, _counting(receive, most), _with_headers(send, home))


def _counting(receive: Receive, most: int) -> Callable[[], Awaitable[Message]]:
    seen = 0

    async def counted() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > most:
            raise Refused("body_too_large", most=most)
        return message

    return counted


def _with_headers(send: Send, home: str) -> Send:
    """`home`: from where else scripts may come, inside a messenger."""
    policy = (b"content-security-policy", _POLICY.format(home=f" {home}" if home else "").encode())

    async def headed(message: Message) -> None:
        if message["type"] == "http.response.start":
            message["headers"] = [*message["headers"], *_HEADERS, policy]
        await send(message)

    return headed


_HEADERS = [
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-frame-options", b"DENY"),
]
_POLICY = (
    "default-src 'self'; img-src 'self' blob: data:; style-src 'self'; script-src 'self'{home}; frame-ancestors 'none'"
)
