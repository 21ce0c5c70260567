"""How long people take over the phone's forms: taken from anyone, without asking who; shown to the office."""

from datetime import timedelta
from typing import Any

from fastapi import APIRouter

from services.core.calendar import day_of
from services.core.refused import Refused
from services.core.roles import CONSOLE_ROLES
from services.hub.api import Json, TheHub, Who
from services.store.queries.form_times import as_json, form_figures, keep_times

DAYS = 30
LONGEST_MS = 3_600_000
FORMS = {"report": ("photo", "category", "phrase", "line", "extra", "send", "receipt")}
WAITING = ("receipt",)
routes = APIRouter()


@routes.post("/api/form-times")
def form_taken(hub: TheHub, message: Json) -> dict[str, Any]:
    """One filling in. Raises Refused: malformed."""
    form, last, fields = message.get("form"), message.get("last"), message.get("fields")
    names = FORMS.get(form) if isinstance(form, str) else None
    if names is None or last not in (*names, "open") or not isinstance(message.get("sent"), bool):
        raise Refused("malformed", field="form")
    if not isinstance(fields, dict) or not set(fields) <= set(names):
        raise Refused("malformed", field="fields")
    spans = [message.get("total_ms"), *fields.values()]
    if not all(type(one) is int and 0 <= one <= LONGEST_MS for one in spans):
        raise Refused("malformed", field="total_ms")
    with hub.store.look() as look:
        if not look.find("plant"):
            return {"ok": True}
        day = day_of(look, hub.now()).isoformat()
    kept = (str(form), day, message["sent"], str(last), int(message["total_ms"]), dict(fields))
    hub.store.write(lambda connection: keep_times(connection, *kept))
    return {"ok": True}


@routes.get("/api/form-times")
def figures(hub: TheHub, actor: Who) -> dict[str, Any]:
    """The figures of the last thirty days. Raises Refused: not_allowed."""
    if not actor.has(*CONSOLE_ROLES):
        raise Refused("not_allowed", kind="form_times")
    with hub.store.look() as look:
        since = (day_of(look, hub.now()) - timedelta(days=DAYS)).isoformat()
        found = [as_json(form_figures(look.connection, form, since, WAITING)) for form in FORMS]
    return {"days": DAYS, "forms": found}
