"""Signing in by an account elsewhere: a browser goes to the provider and comes back with a code, which the hub redeems.
Phones get a session; a console, which has no address to come back to, waits until its browser says that it may."""

import secrets
from functools import partial
from hashlib import sha256
from typing import Any
from urllib.parse import quote, urlencode

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from services.alerts.receipt import Receipt
from services.core.people import Person
from services.core.refused import Refused
from services.core.roles import CONSOLE_ROLES
from services.core.shape import is_hash
from services.core.sign_on import PROVIDERS, WayIn, known_as, spoken, way_in, ways_in
from services.hub import signing
from services.hub.api import Json, TheHub, computer_in, set_cookie, text_in
from services.hub.hub import Hub
from services.hub.pages import page
from services.hub.phone import PageRoute, frame, local, opened_in
from services.hub.providers import account_of, refused_by
from services.store import sign_on as flows
from services.store.accounts import hashed, open_session

FLOW_COOKIE = "anhuan_flow"
routes = APIRouter(route_class=PageRoute)
api_routes = APIRouter()


@api_routes.get("/api/ways-in")
def offered(hub: TheHub) -> dict[str, Any]:
    """By what people may sign in here beside their own password."""
    with hub.store.look() as look:
        return {"ways": [{"provider": one.provider, "title": one.title} for one in ways_in(look)]}


@routes.get("/o")
def choose(request: Request, hub: TheHub, console: str = "", computer: str = "") -> Response:
    """Where a console's browser begins: straight on to the only provider, else which one it shall be. Raises Refused:
    sign_on_not_set."""
    with hub.store.look() as look:
        ways = ways_in(look)
        shared = frame(request, look)
    if not ways:
        raise Refused("sign_on_not_set")
    query = urlencode({"console": console, "computer": computer})
    if len(ways) == 1:
        return RedirectResponse(f"/o/{ways[0].provider}?{query}", 303)
    return page(request, "ways_in.html", ways=ways, query=query, **shared)


@routes.get("/o/waiting")
def waiting(request: Request, hub: TheHub) -> Response:
    """A console waits for this browser's word. Raises Refused: sign_on_over."""
    found = _waiting(request, hub)
    with hub.store.look() as look:
        whom = look.get("person", found["person"])
        shared = frame(request, look)
    return page(
        request,
        "console_sign_on.html",
        whom=whom,
        computer=found["computer"],
        code=spoken(found["challenge"]),
        **shared,
    )


@routes.post("/o/waiting")
def confirm(request: Request, hub: TheHub) -> Response:
    """The person has compared the code and lets the console in. Raises Refused: sign_on_over."""
    found = _waiting(request, hub)
    hub.store.write(lambda connection: flows.confirm(connection, found["challenge"]))
    with hub.store.look() as look:
        shared = frame(request, look)
    response = page(request, "console_sign_on.html", whom=None, computer=found["computer"], code="", **shared)
    response.delete_cookie(FLOW_COOKIE, path="/o")
    return response


def _waiting(request: Request, hub: Hub) -> Any:
    browser = request.cookies.get(FLOW_COOKIE, "")
    with hub.store.database.reading() as connection:
        found = flows.waiting(connection, browser, hub.now())
    if found is None:
        raise Refused("sign_on_over")
    return found


@routes.get("/o/{provider}")
def begin(
    request: Request, hub: TheHub, provider: str, next: str = "/m", console: str = "", computer: str = ""
) -> Response:
    """Sends a browser to the provider. Raises Refused: sign_on_not_set, sign_on_failed, malformed."""
    if console and not is_hash(console):
        raise Refused("malformed", field="console")
    way = _way(hub, provider)
    state, browser, nonce, verifier = (secrets.token_urlsafe(32) for _ in range(4))
    account, back = account_of(hub, way), _back(hub, provider)
    address = account.sign_on_address(back, state, nonce, verifier, inside=opened_in(request) == provider)
    if isinstance(address, Receipt):
        raise refused_by(provider, address)
    flow = flows.Flow(
        provider=provider,
        browser=hashed(browser),
        nonce=nonce,
        verifier=verifier,
        onward=local(next),
        challenge=console or None,
        computer=computer[:80] or None,
    )
    hub.store.write(lambda connection: flows.begin(connection, state, flow, hub.now()))
    response = RedirectResponse(address, 303)
    secure = request.url.scheme == "https"
    response.set_cookie(
        FLOW_COOKIE, browser, max_age=flows.MINUTES * 60, httponly=True, samesite="lax", secure=secure, path="/o"
    )
    return response


@routes.get("/o/{provider}/back")
def back(request: Request, hub: TheHub, provider: str, state: str = "", code: str = "", authCode: str = "") -> Response:  # noqa: N803
    """The browser is back. Raises Refused: sign_on_over, sign_on_failed, sign_on_outsider, sign_on_unknown,
    sign_on_other_account, not_allowed."""
    browser, given = request.cookies.get(FLOW_COOKIE, ""), code or authCode
    now = hub.now()
    flow = hub.store.write(lambda connection: flows.take(connection, state, provider, browser, now))
    if flow is None or not 0 < len(given) <= 2000:
        raise Refused("sign_on_over")
    person = _person(hub, _way(hub, provider), given, flow)
    if flow.challenge is None:
        token = hub.store.write(lambda connection: open_session(connection, person.id, None, now))
        response: Response = RedirectResponse(flow.onward, 303)
        set_cookie(request, response, token)
        response.delete_cookie(FLOW_COOKIE, path="/o")
        return response
    if not set(person.roles) & CONSOLE_ROLES:
        raise Refused("not_allowed", kind="devices.pair")
    hub.store.write(lambda connection: flows.wait(connection, browser, flow, person.id, now))
    return RedirectResponse("/o/waiting", 303)


@api_routes.post("/api/sign-on/claim")
def claim(hub: TheHub, message: Json) -> dict[str, Any]:
    """A console asks whether it has been let in; it shows the secret that its challenge was made of, so nobody else
    gets what was meant for it. Answers {"waiting": true} until then. Raises Refused: malformed, device_revoked."""
    computer = computer_in(message)
    if computer is None:
        raise Refused("malformed", field="device")
    challenge = sha256(text_in(message, "secret").encode()).hexdigest()
    person = hub.store.write(lambda connection: flows.claim(connection, challenge, hub.now()))
    return signing.session_for(hub, person, computer) if person else {"waiting": True}


def _way(hub: Hub, provider: str) -> WayIn:
    if provider not in PROVIDERS:
        raise Refused("sign_on_not_set")
    with hub.store.look() as look:
        return way_in(look, provider)


def _back(hub: Hub, provider: str) -> str:
    """Where the provider sends browsers back to: under the plant's address, which it must know as trusted."""
    with hub.store.look() as look:
        address = look.find("plant")[0].address or ""
    return f"{address}/o/{quote(provider)}/back"


def _person(hub: Hub, way: WayIn, code: str, flow: flows.Flow) -> Person:
    """Who came back. An account of an OpenID provider that has once been somebody's stays theirs, whatever it is called
    by then; a messenger's id is whose it is in the directory now."""
    who = account_of(hub, way).who(code, _back(hub, way.provider), flow.nonce, flow.verifier)
    if isinstance(who, Receipt):
        raise refused_by(way.provider, who)
    lasting = way.provider == "oidc"
    with hub.store.look() as look:
        owner = flows.linked(look.connection, way.provider, who.subject) if lasting else None
        named = known_as(look, way.provider, who.name, way.matches)
        person: Person | None = look.get("person", owner) if owner else named
    if person is None or not person.here:
        raise Refused("sign_on_unknown", provider=way.provider, name=who.name[:60])
    if lasting:
        hub.store.write(
            partial(flows.link, provider=way.provider, subject=who.subject, person=person.id, now=hub.now())
        )
    return person
