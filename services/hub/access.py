"""Who is where, asked where it is known: consoles have no swipes. People go by pseudonyms here, but on the list of a
muster, which is opened to find everybody; who opens one stands in the journal."""

import hmac
from datetime import datetime, timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Query

from services.core.behaviour import Finding
from services.core.ids import id_from
from services.core.musters import MUSTERING, Muster, running
from services.core.operation import Actor, required
from services.core.people import pseudonym
from services.core.refused import Refused
from services.core.roles import LEADERS, OFFICE
from services.core.shape import utc_text
from services.core.unmaskings import Unmasking
from services.core.visits import STRANGER, Visit
from services.hub.api import TheHub, Who
from services.hub.hub import Hub
from services.store.pseudonyms import pseudonym_key
from services.store.queries.access import (
    MusterRow,
    call_card,
    findings_now,
    muster_rows,
    visits_between,
    zones_now,
)
from services.store.records import Records

routes = APIRouter()
MOST_VISITS = 2000
Days = Annotated[float, Query(gt=0, le=92)]


@routes.get("/api/access/now")
def now_(hub: TheHub, actor: Who) -> dict[str, Any]:
    """The zones and who is in them, by pseudonyms, the riskiest first; and the muster that goes on, where one does."""
    watching(actor)
    now = hub.now()
    with hub.store.look() as look:
        masks = Masks(look)
        muster = running(look)
        zones = [
            {
                "zone": one.zone.id,
                "name": one.zone.name,
                "zone_class": str(one.zone.zone_class),
                "people": [
                    {"who": masks.of(each.person), "since": utc_text(each.since), "flaws": list(each.flaws)}
                    for each in one.people
                ],
            }
            for one in zones_now(look, now)
        ]
    return {"zones": zones, "muster": muster.id if muster else None, "now": utc_text(now)}


@routes.get("/api/access/visits")
def visits(hub: TheHub, actor: Who, days: Days = 7, odd: bool = False) -> dict[str, Any]:
    """The visits of the last days by pseudonyms, the latest first; only those that are odd, where asked."""
    watching(actor)
    now = hub.now()
    with hub.store.look() as look:
        masks = Masks(look)
        names = {one.id: one.name for one in look.find("zone")}
        found = [one for one in visits_between(look, now - timedelta(days=days), now) if one.flaws or not odd]
        shown = [visit_json(one, masks, names) for one in reversed(found[-MOST_VISITS:])]
    return {"visits": shown, "count": len(found)}


@routes.get("/api/access/findings")
def found(hub: TheHub, actor: Who) -> dict[str, Any]:
    """What stands out in how people visited zones lately, each with its visits, by pseudonyms; for the safety office
    alone. Raises Refused: not_allowed."""
    if not actor.has(*OFFICE):
        raise Refused("not_allowed", kind="unmaskings.ask")
    now = hub.now()
    with hub.store.look() as look:
        masks, names = Masks(look), {one.id: one.name for one in look.find("zone")}
        some = findings_now(look, now)
        return {"findings": [finding_json(one, masks, names) for one in some], "now": utc_text(now)}


@routes.get("/api/unmaskings/{unmasking}/name")
def name_behind(hub: TheHub, actor: Who, unmasking: str) -> dict[str, Any]:
    """Whom a pseudonym stands for, for the two who agreed on it, while it holds; each look is written down first.
    Raises Refused: not_allowed, unmasking_closed, no_such_record."""
    answer = hub.do("unmaskings.look", {"unmasking": unmasking}, actor)
    if answer.refused:
        raise answer.refused
    with hub.store.look() as look:
        asked, masks = required(look, Unmasking, unmasking), Masks(look)
        person = next((one for one in look.find("person") if masks.of(one.id) == asked.who), None)
        team = look.get("team", person.team) if person and person.team else None
    if person is None or person.erased_at is not None:
        raise Refused("no_such_record", record="person", id=asked.who)
    return {"name": person.name, "employee_no": person.employee_no or "", "team": team.name if team else ""}


@routes.get("/api/musters/{muster}/list")
def muster_list(hub: TheHub, actor: Who, muster: str) -> dict[str, Any]:
    """Everybody to be accounted for, with names and numbers, and whom to call. Raises Refused: not_allowed,
    muster_over, no_such_record."""
    record, rows, calls = opened(hub, actor, muster)
    return {
        "muster": record.id,
        "begun_at": utc_text(record.begun_at),
        "point": record.point,
        "why": record.muster_why,
        "ended_at": utc_text(record.ended_at) if record.ended_at else None,
        "rows": [row_json(one) for one in rows],
        "call": [{"why": one.why, "name": one.name, "phone": one.phone, "zone": one.zone} for one in calls],
        "now": utc_text(hub.now()),
    }


def opened(hub: Hub, actor: Actor, muster: str) -> tuple[Muster, tuple[MusterRow, ...], Any]:
    """The list of a muster for somebody who may open it, once more on record that they did. Raises Refused:
    not_allowed, muster_over, no_such_record."""
    if not actor.has(*MUSTERING):
        raise Refused("not_allowed", kind="musters.look")
    answer = hub.do("musters.look", {"muster": muster}, actor, id_from("musters.look", muster, actor.person or ""))
    if answer.refused:
        raise answer.refused
    now = hub.now()
    with hub.store.look() as look:
        record = required(look, Muster, muster)
        if not record.shown(now):
            raise Refused("muster_over")
        return record, muster_rows(look, record, now), call_card(look, now)


def watching(actor: Actor) -> None:
    """Raises Refused: not_allowed, for who may not see who is where, even by pseudonyms."""
    if not actor.has(*LEADERS):
        raise Refused("not_allowed", kind="musters.begin")


class Masks:
    """Pseudonyms for people, in one look."""

    def __init__(self, look: Records) -> None:
        self._key = pseudonym_key(look.connection)

    def of(self, person: str) -> str:
        """A pseudonym; a card that nobody is known by keeps its number."""
        return person if person.startswith(STRANGER) else pseudonym(person, self._key)

    def mark(self, one: Visit) -> str:
        """A name of a visit that tells nothing of whose it is, as the marks of swipes may."""
        return hmac.new(self._key, "".join(one.marks).encode(), "sha256").hexdigest()[:16]


def visit_json(one: Visit, masks: Masks, names: dict[str, str]) -> dict[str, Any]:
    """A visit as JSON."""
    return {
        "id": masks.mark(one),
        "who": masks.of(one.person),
        "zone": names.get(one.zone, ""),
        "begins": _text(one.begins),
        "ends": _text(one.ends),
        "latest": _text(one.latest),
        "open": one.open,
        "flaws": list(one.flaws),
    }


def finding_json(one: Finding, masks: Masks, names: dict[str, str]) -> dict[str, Any]:
    """A finding as JSON, with the visits that it rests on."""
    return {
        "id": f"{one.kind}{one.zone}{masks.of(one.person)}{utc_text(one.at)}",
        "kind": one.kind,
        "who": masks.of(one.person),
        "zone": names.get(one.zone, ""),
        "at": utc_text(one.at),
        "facts": dict(one.facts),
        "visits": [visit_json(each, masks, names) for each in one.visits],
    }


def row_json(one: MusterRow) -> dict[str, Any]:
    """A row of a muster's list as JSON."""
    person = one.person
    return {
        "id": one.who,
        "name": person.name if person else "",
        "employee_no": (person.employee_no if person else None) or "",
        "phone": (person.phone if person else None) or "",
        "known": person is not None,
        "team": one.team,
        "zone": one.zone,
        "zone_class": one.zone_class,
        "seen_at": utc_text(one.seen_at),
        "left": _text(one.left),
        "found": one.tick.found if one.tick else None,
        "found_at": _text(one.tick.at if one.tick else None),
    }


def _text(moment: datetime | None) -> str | None:
    return utc_text(moment) if moment else None
