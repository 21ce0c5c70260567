"""The ticket by which the points of a report without a name are claimed. What ties it to the report is a MAC under a
key of the hub's own, which is in no record and on no console."""

import hashlib
import hmac

from services.core.hazards import Hazard, State
from services.core.labels import seal
from services.core.people import Person
from services.core.points import budget_of
from services.core.points_claims import ticket_text
from services.core.points_rules import duplicates, end_of, points_on, takes_part
from services.hub.hub import Hub
from services.store.records import Records


def ticket_of(hub: Hub, look: Records, report: Hazard, person: Person | None, key: bytes) -> str:
    """The ticket for somebody who has shown the slip of a report; empty where there is nothing for them to claim: it is
    not closed, or from before points began, or they had a part in it themselves. 'taken' where it was claimed."""
    if person is None or not points_on(look) or not takes_part(look, person.id):
        return ""
    end = end_of(look, report)
    family = [end, *duplicates(look, end.id)]
    if not _valid(look, end) or person.id in _hands(end, family):
        return ""
    nonce = hmac.new(key, f"claim {report.id}".encode(), hashlib.sha256).hexdigest()[:32]
    if look.find("points_claim", nonce=nonce):
        return "taken"
    named = {one.reporter for one in family if one.reporter and takes_part(look, one.reporter)}
    parts = len(named) + sum(one.reporter is None for one in family)
    rule = "hazard_major" if end.grade == "major" else "hazard_general"
    return f"{rule}.{parts}.{nonce}.{_sealed(hub, look, ticket_text(rule, parts, nonce))}"


def _valid(look: Records, end: Hazard) -> bool:
    budget = budget_of(look)
    closed = end.closed_at if end.state == State.CLOSED and end.batch is None else None
    since = budget.since if budget is not None and not budget.resting else None
    return closed is not None and since is not None and closed >= since


def _hands(end: Hazard, family: list[Hazard]) -> set[str | None]:
    return {end.fixed_by, end.first_by, end.second_by, *(one.reporter for one in family)} - {None}


def _sealed(hub: Hub, look: Records, text: str) -> str:
    keys = hub.store.keys
    keys.read(look.connection)  # another hub on the same database may have made a newer one
    return seal(keys.keys[max(keys.keys)], text)


def claimable(look: Records, report: Hazard) -> bool:
    """Whether the report has points that somebody may claim, or has claimed."""
    return points_on(look) and _valid(look, end_of(look, report))
