"""Checking in on a phone: what can be made at a label, and its form as the page's script takes it."""

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from services.core.checklists import CheckItem
from services.core.labels import Label, issued_label, read_token
from services.core.people import Person
from services.core.refused import Refused
from services.core.shape import utc_text
from services.hub.api import TheHub
from services.hub.hub import Hub
from services.hub.pages import page
from services.hub.phone import PageRoute, frame
from services.hub.phone_fields import as_asked, fields_asked
from services.store.queries.check_in import Spot, Task, reading_for, spot, to_make
from services.store.queries.phone import place_known
from services.store.records import Records

routes = APIRouter(route_class=PageRoute)


def label_shown(hub: Hub, token_text: str) -> Label:
    """The label of a token that this plant has sealed, good or not: what is checked in with an old one is kept and
    doubtful. Raises Refused: label_unreadable, label_foreign, label_blank."""
    token = read_token(token_text)
    if not hub.store.sealed(token.key, token.sealed, token.mac):
        raise Refused("label_foreign")
    with hub.store.look() as look:
        label = issued_label(look, token)
    if label.zone is None:
        raise Refused("label_blank", zone=label.code)
    return label


@routes.get("/c/{token:path}")
def check_in(request: Request, hub: TheHub, token: str) -> Response:
    """What the signed-in person can check in at a label. Raises Refused: sign_in_needed."""
    label, now = label_shown(hub, token), hub.now()
    with hub.store.look() as look:
        values = frame(request, look)
        person = values["person"]
        if person is None:
            raise Refused("sign_in_needed")
        here = spot(look, label, person, now)
        more = {"fields": fields_asked(look, "inspection"), "placeKnown": place_known(look, here.zone)}
    old = label.revoked_at is not None or label.ended(now)
    return page(request, "check_in.html", spot=here, old=old, token=token, place=as_json(here) | more, **values)


def open_tasks(look: Records, hub: Hub, zone: str, person: Person | None) -> int:
    """How many inspections the person can make in a zone now."""
    return len(to_make(look, zone, person, hub.now())) if person else 0


def as_json(here: Spot) -> dict[str, Any]:
    """The place with its tasks, for the script."""
    return {
        "zone": here.zone.id,
        "zoneName": here.zone.name,
        "label": here.label.id,
        "tasks": [_task(here, one) for one in here.tasks],
        "extras": [_task(here, one) for one in here.extras],
    }


def _task(here: Spot, task: Task) -> dict[str, Any]:
    machine = task.equipment
    return {
        "inspection": task.inspection.id if task.inspection else "",
        "closes": utc_text(task.inspection.closes_at) if task.inspection else "",
        "name": task.name,
        "equipment": machine.id if machine else "",
        "equipmentName": f"{machine.code} {machine.name}" if machine else "",
        "form": task.form.version or "",
        "items": [_item(here, item, machine.id if machine else None) for item in task.form.items],
    }


def _item(here: Spot, item: CheckItem, equipment: str | None) -> dict[str, Any]:
    found = reading_for(here.values, item, equipment)
    sensor, reading = found if found else (None, None)
    low, high = item.low, item.high
    if sensor is not None and not item.has_limits:
        low, high = sensor.limit_low, sensor.limit_high
    return {
        **as_asked(item),
        "low": low,
        "high": high,
        "reading": {"value": round(reading.value, 3), "at": utc_text(reading.at), "of": sensor.name}
        if sensor and reading
        else None,
    }
