"""Work permits on a phone: apply, confirm the measures, sign, measure the gas, start, rest, stop, close."""

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from services import words
from services.core.alphabet import by_sound
from services.core.permit_forms import forms
from services.core.permit_work import last_reading
from services.core.refused import Refused
from services.hub.api import TheHub
from services.hub.pages import language_of, page
from services.hub.phone import PageRoute, frame
from services.store.queries.permits import candidates, deeds, my_permits, permit_row, sees
from services.store.records import Records

routes = APIRouter(route_class=PageRoute)


def entered(request: Request, look: Records) -> dict[str, Any]:
    """What every one of these pages shows. Raises Refused: sign_in_needed, module_off."""
    values = frame(request, look)
    if values["person"] is None:
        raise Refused("sign_in_needed")
    if values["plant"] is not None and "contractors" in values["plant"].modules_off:
        raise Refused("module_off")
    lang = language_of(request)
    return values | {"line_said": lambda group, code: said(group, code, lang)}


def said(group: str, code: str, lang: str) -> str:
    """A measure, closing point or gas: the words of a built-in one, else the plant's own text."""
    key = f"permit.{group}.{code}"
    return words.say(key, lang) if words.has(key, lang) else code


@routes.get("/permits")
def my(request: Request, hub: TheHub) -> Response:
    """The permits that concern the person signed in."""
    with hub.store.look() as look:
        values = entered(request, look)
        found = my_permits(look, values["person"], hub.now())
    return page(request, "permits.html", found=found, **values)


@routes.get("/permits/new")
def new(request: Request, hub: TheHub, zone: str = "") -> Response:
    """The form of an application, in the zone of the label that was scanned."""
    with hub.store.look() as look:
        values = entered(request, look)
        zones = sorted((one for one in look.find("zone") if one.retired_at is None), key=lambda one: by_sound(one.name))
        asked = [
            {
                "work": form.work,
                "levels": [{"level": one.level, "hours": one.hours} for one in form.levels],
            }
            for form in forms(look)
        ]
        companies = [one for one in look.find("contractor") if one.retired_at is None and one.banned_at is None]
        more: dict[str, Any] = {"people": candidates(look, values["person"]), "companies": companies}
    return page(request, "permit_new.html", zones=zones, zone=zone, forms=asked, **more, **values)


@routes.get("/permits/{permit}")
def one(request: Request, hub: TheHub, permit: str) -> Response:
    """One permit with what this person can do about it now."""
    with hub.store.look() as look:
        values = entered(request, look)
        row = permit_row(look, permit, hub.now())
        if row is None or not sees(look, values["person"], row.permit):
            raise Refused("no_such_record", record="permit", id=permit[:60])
    latest = {limit.gas: last_reading(row.permit, limit.gas) for limit in row.permit.gases}
    can = deeds(row, values["person"])
    return page(request, "permit.html", row=row, can=can, latest_of=latest, **values)
