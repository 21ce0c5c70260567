"""Who is where, asked where it is known: consoles have no swipes. People go by pseudonyms here, but on the list of a
muster, which is opened to find everybody; who opens one stands in the journal."""

from datetime import datetime, timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Query

from services.core.ids import id_from
from services.core.musters import MUSTERING, Muster, running
from services.core.operation import Actor, required
from services.core.people import pseudonym
from services.core.refused import Refused
from services.core.roles import LEADERS
from services.core.shape import utc_text
from services.core.visits import STRANGER, Visit
from services.hub.api import TheHub, Who
from services.hub.hub import Hub
from services.store.pseudonyms import pseudonym_key
from services.store.queries.access import MusterRow, call_card, muster_rows, visits_between, zones_now
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


def visit_json(one: Visit, masks: Masks, names: dict[str, str]) -> dict[str, Any]:
    """A visit as JSON."""
    return {
        "id": one.marks[0] if one.marks else f"{one.person}{one.at}",
        "who": masks.of(one.person),
        "zone": names.get(one.zone, ""),
        "begins": _text(one.begins),
        "ends": _text(one.ends),
        "latest": _text(one.latest),
        "open": one.open,
        "flaws": list(one.flaws),
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
