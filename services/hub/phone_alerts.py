"""Alerts on a phone: what waits for my answer, why, and the one button that says that somebody takes care."""

from functools import partial

from fastapi import APIRouter, Request
from fastapi.responses import Response

from services import words
from services.core.channels import URGENT, ways
from services.core.pauses import OPEN
from services.core.people import Person
from services.core.refused import Refused
from services.core.roles import LEADERS
from services.hub.api import TheHub
from services.hub.pages import language_of, page
from services.hub.phone import PageRoute, frame
from services.rules.cause import read_cause
from services.rules.sentence import Speaker
from services.rules.spoken import undone
from services.store.queries.alerts import AlertRow, alert_row, alert_rows, may_answer, waiting_for
from services.store.queries.rule_events import plant_names
from services.store.records import Records

routes = APIRouter(route_class=PageRoute)


@routes.get("/alerts")
def my_alerts(request: Request, hub: TheHub) -> Response:
    """What waits for the answer of whoever is signed in. Raises Refused: sign_in_needed."""
    with hub.store.look() as look:
        values = frame(request, look)
        if values["person"] is None:
            raise Refused("sign_in_needed")
        rows = _waiting(look, values["person"])
        whys = {row.id: why_of(request, look, row) for row in rows}
        reached = ways(look, values["person"].id, URGENT)
    return page(request, "alerts.html", rows=rows, whys=whys, reached=reached, **values)


@routes.get("/alerts/{alert}")
def one_alert(request: Request, hub: TheHub, alert: str) -> Response:
    """One alert, for whom it went to and for the office. Raises Refused: sign_in_needed, no_such_record."""
    with hub.store.look() as look:
        values = frame(request, look)
        person = values["person"]
        if person is None:
            raise Refused("sign_in_needed")
        row = alert_row(look, alert)
        if row is None or not may_answer(person, row.alert):
            raise Refused("no_such_record", record="alert", id=alert[:60])
        why = why_of(request, look, row)
    say = partial(words.say, lang=language_of(request))
    lacking = [undone(say, one.do, one.lacks, one.zone) for one in row.alert.undone]
    leads = not LEADERS.isdisjoint(person.roles)
    return page(request, "alert.html", row=row, why=why, undone=lacking, leads=leads, **values)


def _waiting(look: Records, person: Person) -> list[AlertRow]:
    """What waits for this person's answer, and what was answered and asks whether a line is to be paused."""
    rows = [*waiting_for(look, person)]
    if not LEADERS.isdisjoint(person.roles):
        known = {row.id for row in rows}
        asked = {one.alert for step in OPEN for one in look.find("pause", step=step)} - known
        rows += [row for row in alert_rows(look) if row.id in asked and may_answer(person, row.alert)] if asked else []
    return rows


def why_of(request: Request, look: Records, row: AlertRow) -> str:
    """What the rule found, as a sentence in the reader's language."""
    lang, names = language_of(request), plant_names(look)
    speaker = Speaker(lambda key, /, **facts: words.say(key, lang, **facts), names.zone, names.called)
    return speaker.why(*read_cause(row.alert.cause))
