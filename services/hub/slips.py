"""Slip codes: whoever reports without a name gets one with the number, and sees by it what became of the report.

The code is a MAC of the hazard's id under a key of the hub's own, so that nothing is kept of who has it: no phone, no
person, no list. It opens that one report, to read."""

import hashlib
import hmac
import secrets
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from services.core.hazards import Hazard
from services.core.operation import Actor
from services.core.refused import Refused
from services.core.roles import Role
from services.hub.api import TheHub
from services.hub.claim_tickets import claimable, ticket_of
from services.hub.hub import Hub
from services.hub.pages import page
from services.hub.phone import PageRoute, frame
from services.store import accounts
from services.store.facts import fact, set_fact
from services.store.queries import phone as queries
from services.store.records import Records

KEY = "slip_key"
LETTERS = 8
GUESSES = 60  # in fifteen minutes, by anyone: of 2^39 codes
COOKIE = "anhuan_slip"
COOKIE_S = 3600
routes = APIRouter(route_class=PageRoute)


def slip_of(hub: Hub, hazard: str) -> str:
    """The code of a report, as people read it: ABCD-EFGH."""
    mac = hmac.new(_key(hub), hazard.encode(), hashlib.sha256).digest()
    letters = [accounts.CODE_LETTERS[byte % len(accounts.CODE_LETTERS)] for byte in mac[:LETTERS]]
    return f"{''.join(letters[:4])}-{''.join(letters[4:])}"


def _key(hub: Hub) -> bytes:
    with hub.store.look() as look:
        found = fact(look.connection, KEY)
    return bytes.fromhex(found or hub.store.write(_made))


def _made(connection: Any) -> str:
    known = fact(connection, KEY)
    if known is None:
        known = secrets.token_hex(32)
        set_fact(connection, KEY, known)
    return str(known)


def with_slips(hub: Hub, actor: Actor, kinds: dict[str, str], answers: list[dict[str, Any]]) -> None:
    """Adds its slip code to the answer of each report that went without a name; `kinds` are the operations' by id."""
    if not actor.has(Role.ANONYMOUS):
        return
    for answer in answers:
        if kinds.get(answer["id"]) == "hazards.report" and "refused" not in answer and "seq" in answer:
            answer["slip"] = slip_of(hub, answer["id"])


def opened(hub: Hub, look: Records, number: str, code: str) -> Hazard | None:
    """The report that a slip is of, without a name; None for a slip that is none."""
    found: tuple[Hazard, ...] = look.find("hazard", number=number)
    plain = code.upper().replace("-", "").replace(" ", "")
    for hazard in found:
        if hazard.reporter is None and hmac.compare_digest(slip_of(hub, hazard.id).replace("-", ""), plain):
            return hazard
    return None


def may_see(request: Request, hub: Hub, look: Records, hazard: str) -> bool:
    """Whether the phone has shown the slip of this report within the hour."""
    number, _, code = request.cookies.get(COOKIE, "").partition(".")
    found = opened(hub, look, number, code) if code.isascii() else None
    return found is not None and found.id == hazard


@routes.get("/slip")
def slip(request: Request, hub: TheHub, number: str = "", code: str = "") -> Response:
    """Where a slip is typed in; with one, what became of the report. Raises Refused: too_many_guesses."""
    number, code = number.strip().upper()[:40], code.strip()[:20]
    if not number or not code:
        return page(request, "slip.html", number=number, wrong=False, **frame(request))
    hub.store.write(lambda connection: accounts.guard(connection, "slip", hub.now(), GUESSES))
    with hub.store.look() as look:
        found = opened(hub, look, number, code) if code.isascii() else None
        if found is None:
            return page(request, "slip.html", 404, number=number, wrong=True, **frame(request, look))
    hub.store.write(lambda connection: accounts.clear_guesses(connection, "slip"))
    response = RedirectResponse(f"/slip/{found.id}", 303)
    secure = request.url.scheme == "https"
    value = f"{number}.{code}"
    response.set_cookie(COOKIE, value, max_age=COOKIE_S, httponly=True, samesite="lax", secure=secure)
    return response


@routes.get("/slip/{hazard}")
def outcome(request: Request, hub: TheHub, hazard: str) -> Response:
    """What became of a report, for a phone that has shown its slip. Raises Refused: no_such_record."""
    with hub.store.look() as look:
        found = look.get("hazard", hazard) if may_see(request, hub, look, hazard) else None
        if found is None:
            raise Refused("no_such_record", record="hazard", id=hazard[:60])
        values = frame(request, look)
        ticket = ticket_of(hub, look, found, values["person"], _key(hub))
        may = claimable(look, found)
        job = queries.job_of(look, found, hub.now())
        return page(request, "outcome.html", job=job, ticket=ticket, claimable=may, **values)
