"""The wire: sign-on and operations. Few routes and no rule inside; every operation comes in by one."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal
from urllib.parse import unquote

from fastapi import APIRouter, Body, Depends, Query, Request, Response
from fastapi.responses import JSONResponse

from services import __version__
from services.core.channels import Service
from services.core.ids import is_id
from services.core.operation import Actor
from services.core.refused import Refused
from services.core.roles import Role
from services.core.shape import Wrong, utc_moment, utc_text
from services.hub import signing
from services.hub.hub import HUB_DEVICE, Hub
from services.store import secret_box
from services.store.accounts import PAIRING_MINUTES, SESSION_DAYS, VISIT_MINUTES
from services.store.journal import head
from services.store.wire import is_clean, operation_from
from services.sync import PROTOCOL

COOKIE = "anhuan"
VISIT_COOKIE = "anhuan_visit"
MOST_OPERATIONS = 100
Secret = Literal["mail", "broker", "mes", "webhook", "oidc"] | Service
routes = APIRouter()


def hub_of(request: Request) -> Hub:
    """The hub that this request means."""
    hub: Hub = request.scope["hub"]
    return hub


def token_of(request: Request) -> str | None:
    """The session's token: from the Authorization header, else from the cookie."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else request.cookies.get(COOKIE)


def actor_of(request: Request) -> Actor:
    """Who asks: someone signed in, else a phone that has just opened a label. Raises Refused: sign_in_needed."""
    actor = asking(request)
    if actor is None:
        raise Refused("sign_in_needed")
    return actor


def asking(request: Request) -> Actor | None:
    """As `actor_of`; None for nobody. A token in the header never falls back to a cookie."""
    hub = hub_of(request)
    named = request.headers.get("x-anhuan-as")
    actor = hub.actor(token_of(request), unquote(named) if named else None)
    if actor is None and "authorization" not in request.headers:
        actor = hub.actor(request.cookies.get(VISIT_COOKIE))
    return actor


async def the_hub(request: Request) -> Hub:
    """As `hub_of`; a dependency that takes no thread of the pool."""
    return hub_of(request)


TheHub = Annotated[Hub, Depends(the_hub)]
Who = Annotated[Actor, Depends(actor_of)]
Json = Annotated[dict[str, Any], Body()]
Seq = Annotated[int, Query(ge=0, lt=2**53)]
Octets = Annotated[bytes, Body(media_type="application/octet-stream")]


def text_in(values: Mapping[str, Any], name: str, most: int = 200) -> str:
    """A text of a message, that can be hashed and stored. Raises Refused: malformed."""
    value = values.get(name)
    if not isinstance(value, str) or not 0 < len(value) <= most or "\x00" in value or not is_clean(value):
        raise Refused("malformed", field=name)
    return value


@routes.get("/health")
def health(hub: TheHub) -> dict[str, Any]:
    """Whether the hub answers, and what it is."""
    with hub.store.look() as look:
        plant = look.find("plant")
        last = head(look.connection)[0]
    return {
        "ok": True,
        "version": __version__,
        "protocol": PROTOCOL,
        "plant": plant[0].id if plant else None,
        "head": last,
        "now": utc_text(hub.now()),
    }


@routes.post("/api/operations")
def operations(hub: TheHub, request: Request, message: Json) -> JSONResponse:
    """Any operations of one device, in order, each answered. Who asks is found out here, and the answer is written
    here, so that the busiest route takes one thread of the pool and not four."""
    actor = actor_of(request)
    values = message.get("operations")
    if not isinstance(values, list) or not 0 < len(values) <= MOST_OPERATIONS:
        raise Refused("malformed", field="operations")
    clock = message.get("clock") or {}
    received = hub.now()
    try:
        wall = utc_moment(clock["wall"]) if clock.get("wall") else received
        mono, boot = float(clock.get("mono") or 0.0), str(clock.get("boot") or "")
    except (Wrong, TypeError, ValueError, AttributeError, OverflowError):
        raise Refused("malformed", field="clock") from None
    taken = [operation_from(value) for value in values]
    if any(operation.device == HUB_DEVICE for operation in taken):
        raise Refused("malformed", field="device")  # the hub's own turn is nobody else's
    answers = hub.take(taken, actor, wall, mono, boot)
    from services.hub.slips import with_slips

    with_slips(hub, actor, {operation.id: operation.kind for operation in taken}, answers)
    return JSONResponse({"answers": answers, "received_at": utc_text(received)})


@routes.post("/api/found")
def found(hub: TheHub, request: Request, message: Json) -> dict[str, Any]:
    """Founds the plant: from this machine's own console, or with the hub's one-time set-up code."""
    code = message.get("setup_code")
    actor = signing.founder(hub, text_in(message, "setup_code")) if code else actor_of(request)
    args = message.get("args")
    if not isinstance(args, dict) or not is_clean(args):
        raise Refused("malformed", field="args")
    return signing.found_plant(hub, args, text_in(message, "password"), actor, computer_in(message))


def computer_in(message: Mapping[str, Any]) -> signing.Computer | None:
    """The computer that a console names when it signs in; a phone names none. Raises Refused: malformed."""
    if "device" not in message:
        return None
    device, name = text_in(message, "device", 80), text_in(message, "computer", 80)
    if not is_id(device):
        raise Refused("malformed", field="device")
    return device, name


@routes.post("/api/sign-in")
def sign_in(hub: TheHub, message: Json, response: Response, request: Request) -> dict[str, Any]:
    """A session for a password or a one-time code; phones get it as a cookie too."""
    computer = computer_in(message)
    before = request.cookies.get(COOKIE)
    session = signing.sign_in(hub, text_in(message, "login"), text_in(message, "secret"), computer, before)
    if computer:
        return session
    set_cookie(request, response, session["token"])
    return session


def set_cookie(request: Request, response: Response, token: str) -> None:
    """Keeps a session on a phone: not readable by scripts, sent from other sites only when a link is followed (an
    e-mail's), never with what they post."""
    _set_cookie(request, response, COOKIE, token, SESSION_DAYS * 86_400)


def set_visit(request: Request, response: Response, token: str) -> None:
    """Keeps a visit of a label on a phone that nobody is signed in on."""
    _set_cookie(request, response, VISIT_COOKIE, token, VISIT_MINUTES * 60)


def _set_cookie(request: Request, response: Response, name: str, value: str, seconds: int) -> None:
    secure = request.url.scheme == "https"
    response.set_cookie(name, value, max_age=seconds, httponly=True, samesite="lax", secure=secure)


@routes.get("/api/me")
def me(request: Request) -> dict[str, Any]:
    """Who is signed in on a phone, for what it sends when no page is open; "" for nobody."""
    actor = asking(request)
    return {"person": (actor and actor.person) or ""}


@routes.post("/api/visit")
def visit(hub: TheHub, message: Json, request: Request, response: Response) -> dict[str, Any]:
    """A phone that sends without a name shows the label it has scanned: a token good for fifteen minutes."""
    zone, token = signing.visit(hub, text_in(message, "label"))
    set_visit(request, response, token)
    return {"token": token, "zone": zone}


@routes.post("/api/session-here")
def session_here(hub: TheHub, request: Request, message: Json) -> dict[str, Any]:
    """A session for this machine's own console: the caller holds the folder's local token."""
    actor = hub.actor(token_of(request))
    if actor is None or not actor.has(Role.FOUNDER):
        raise Refused("sign_in_needed")
    return signing.session_for(hub, text_in(message, "person"), computer_in(message))


@routes.post("/api/pairings")
def pairing(hub: TheHub, actor: Who, message: Json) -> dict[str, Any]:
    """A one-time code by which a computer is paired, shown once, and the address that it goes with."""
    code = signing.make_pairing(hub, actor, text_in(message, "person"))
    from services.hub.trust import pairing_address

    with hub.store.look() as look:
        plant = look.find("plant")[0]
    address, pin = pairing_address(hub, plant.address or "")
    return {"code": code, "minutes": PAIRING_MINUTES, "address": address, "pin": pin}


@routes.post("/api/pair")
def pair(hub: TheHub, message: Json) -> dict[str, Any]:
    """A session for a computer that has been given a code."""
    computer = computer_in(message)
    if computer is None:
        raise Refused("malformed", field="device")
    return signing.pair(hub, text_in(message, "code"), computer)


@routes.post("/api/sign-out")
def sign_out(hub: TheHub, request: Request, response: Response) -> dict[str, Any]:
    """Ends the session."""
    token = token_of(request)
    if token:
        hub.sign_out(token)
    response.delete_cookie(COOKIE)
    response.delete_cookie(VISIT_COOKIE)
    return {"ok": True}


@routes.post("/api/accounts/password")
def password(hub: TheHub, actor: Who, message: Json) -> dict[str, Any]:
    """A new password for a person."""
    signing.set_password(hub, actor, text_in(message, "person"), text_in(message, "password"))
    return {"ok": True}


@routes.post("/api/accounts/code")
def code(hub: TheHub, actor: Who, message: Json) -> dict[str, Any]:
    """A personal one-time code, shown once, and where a phone signs in with it ("" where the plant has no address)."""
    from services.hub.trust import pairing_address

    with hub.store.look() as look:
        plant = look.find("plant")[0]
    address = pairing_address(hub, plant.address or "")[0]
    return {"code": signing.make_code(hub, actor, text_in(message, "person")), "address": address}


@routes.post("/api/accounts/unlink")
def unlink(hub: TheHub, actor: Who, message: Json) -> dict[str, Any]:
    """Forgets by which account elsewhere a person signs in."""
    signing.unlink(hub, actor, text_in(message, "person"))
    return {"ok": True}


@routes.post("/api/secrets/{name}")
def keep_secret(hub: TheHub, actor: Who, message: Json, name: Secret) -> dict[str, Any]:
    """The password of the plant's mail server or of the sensors' broker, the token of the MES, the secret that calls of
    other systems are signed with, that of the OpenID provider, or that of a channel of alerts."""
    if not actor.has(Role.EHS_MANAGER, Role.IT_ADMIN):
        raise Refused("not_allowed", kind="plant.set_mail")
    secret_box.keep(hub.folder.secrets, name, text_in(message, "password"))
    return {"ok": True}
