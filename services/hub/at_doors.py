"""Who went in without what a zone asks for, and where the people of contractors are: lists with names, for those who
have to act on them. That one was opened stands in the journal, once a person and day."""

from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Query

from services.core.calendar import day_of
from services.core.contractor_people import membership
from services.core.ids import id_from
from services.core.operation import Actor
from services.core.shape import utc_text
from services.hub.access import Days
from services.hub.api import TheHub, Who
from services.hub.hub import Hub
from services.store.queries.access import inside_now
from services.store.queries.training import need_names
from services.store.queries.zone_needs import Lack, UnfitRow, unfit_rows
from services.store.records import Records

routes = APIRouter()
Zone = Annotated[str, Query(max_length=60)]


@routes.get("/api/training/doors")
def without(hub: TheHub, actor: Who, days: Days = 7, zone: Zone = "") -> dict[str, Any]:
    """Who went into zones in the last days without what these ask for. Raises Refused: not_allowed."""
    now = hub.now()
    _noted(hub, actor, "zone_needs.look", now)
    with hub.store.look() as look:
        names = {need.what: name for need, name in need_names(look).items()}
        return {"people": [_unfit(one, names) for one in unfit_rows(look, now, days, zone)], "now": utc_text(now)}


@routes.get("/api/contractors/now")
def where(hub: TheHub, actor: Who) -> dict[str, Any]:
    """The people of contractors who are on the site, with company and zone. Raises Refused: not_allowed."""
    now = hub.now()
    _noted(hub, actor, "contractor_people.look_where", now)
    with hub.store.look() as look:
        return {"people": list(_contractors(look, now)), "now": utc_text(now)}


def _noted(hub: Hub, actor: Actor, kind: str, now: datetime) -> None:
    with hub.store.look() as look:
        day = day_of(look, now)
    answer = hub.do(kind, {}, actor, id_from(kind, actor.person or "", day.isoformat()))
    if answer.refused:
        raise answer.refused


def _unfit(one: UnfitRow, names: dict[str, str]) -> dict[str, Any]:
    return {
        "person": one.person.id,
        "name": one.person.name,
        "group": one.team,
        "zone": one.zone.id,
        "zone_name": one.zone.name,
        "times": one.times,
        "last": utc_text(one.last),
        "lacks": [_lack(each, names) for each in one.lacks],
    }


def _lack(one: Lack, names: dict[str, str]) -> dict[str, str]:
    return {"of": one.of, "what": names.get(one.what, one.what), "how": one.how}


def _contractors(look: Records, now: datetime) -> Any:
    zones = {one.id: one.name for one in look.find("zone")}
    companies = {one.id: one.name for one in look.find("contractor")}
    today = day_of(look, now)
    for one in inside_now(look, now):
        member, person = membership(look, one.person), look.get("person", one.person)
        if member is not None and person is not None:
            yield {
                "member": member.id,
                "name": person.name,
                "company": companies.get(member.contractor, ""),
                "zone": zones.get(one.zone, ""),
                "since": utc_text(one.since),
                "inducted": member.valid_until is not None and member.valid_until >= today,
                "banned": member.banned_at is not None,
            }
