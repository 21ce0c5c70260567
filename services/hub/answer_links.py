"""Links in messages by which an alert is answered without signing in: each is bound to one message to one person, good
for a day and for one answer. It only answers when a button is pressed: what a messenger fetches to show a preview
does nothing."""

import hmac
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from services.core.ids import id_from
from services.core.people import Person
from services.core.refused import Refused
from services.core.shape import utc_moment
from services.hub.answer_seal import ANSWERED_BY_LINK, seal_of
from services.hub.api import TheHub
from services.hub.hub import Hub
from services.hub.pages import page
from services.hub.phone import PageRoute, frame
from services.hub.phone_alerts import why_of
from services.store import accounts
from services.store.deliveries import message_of
from services.store.queries.alerts import AlertRow, alert_row
from services.store.records import Records

GOOD_FOR = timedelta(hours=24)
routes = APIRouter(route_class=PageRoute)


@dataclass(frozen=True)
class Opened:
    """What a link is about: an alert or a drill, and whose answer it is."""

    person: Person
    delivery: str
    about: str
    row: AlertRow | None
    drill: Any | None


def opened(hub: Hub, look: Records, token: str) -> Opened:
    """What a link is about. Raises Refused: answer_link_wrong, answer_link_old."""
    delivery, _, seal = token.partition(".")
    if not (token.isascii() and hmac.compare_digest(seal_of(hub, delivery), seal)):
        raise Refused("answer_link_wrong")
    found = message_of(look.connection, delivery)
    if found is None or found.message not in ANSWERED_BY_LINK:
        raise Refused("answer_link_wrong")
    if not timedelta() <= hub.now() - utc_moment(found.made_at) < GOOD_FOR:
        raise Refused("answer_link_old")
    person = look.get("person", found.person)
    row, drill = alert_row(look, found.about), look.get("alert_drill", found.about)
    if person is None or not person.here or (row is None and drill is None):
        raise Refused("answer_link_wrong")
    return Opened(person, delivery, found.about, row, drill)


@routes.get("/k/{token}")
def show(request: Request, hub: TheHub, token: str) -> Response:
    """What it is about, with the button. Changes nothing. Raises Refused: answer_link_wrong, answer_link_old."""
    with hub.store.look() as look:
        found = opened(hub, look, token)
        why = why_of(request, look, found.row) if found.row else ""
        shared = frame(request, look)
    return page(request, "answer.html", found=found, why=why, token=token, **shared)


@routes.post("/k/{token}")
def answer(hub: TheHub, token: str) -> Response:
    """The button was pressed: the person acknowledges; pressed again, that stays as it is. Raises Refused:
    answer_link_wrong, answer_link_old, and what the answer is refused with."""
    with hub.store.look() as look:
        found = opened(hub, look, token)
        actor = accounts.actor_for(look.connection, found.person.id)
    if actor is None:
        raise Refused("answer_link_wrong")
    kind, args = ("alert_drills.acknowledge", {"alert_drill": found.about})
    if found.row is not None:
        kind, args = "alerts.acknowledge", {"alert": found.about}
    said = hub.do(kind, args, actor, id_from("answer", found.delivery))
    if said.refused and said.refused.code != "acknowledged_already":
        raise said.refused
    return RedirectResponse(f"/k/{token}", 303)
