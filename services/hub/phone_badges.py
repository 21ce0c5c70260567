"""A badge that is scanned: whether it holds, for everybody; whose it is, for people of the plant who are signed in."""

from datetime import datetime

from fastapi import APIRouter, Request
from fastapi.responses import Response

from services.core.calendar import day_of
from services.core.contractor_people import ContractorPerson, badge_sealed
from services.core.refused import Refused
from services.core.roles import Role
from services.hub.api import TheHub
from services.hub.hub import Hub
from services.hub.pages import page
from services.hub.phone import PageRoute, frame
from services.store.records import Records

routes = APIRouter(route_class=PageRoute)


def member_behind(hub: Hub, look: Records, token: str) -> ContractorPerson:
    """Whose badge it is, if this plant has sealed it. Raises Refused: badge_unreadable."""
    parts = token.split(".")
    if len(parts) != 4 or not (parts[1].isdecimal() and parts[2].isdecimal()) or not token.isascii():
        raise Refused("badge_unreadable")
    id_, number, key, mac = parts
    found: ContractorPerson | None = look.get("contractor_person", id_)
    if found is None or not hub.store.sealed(int(key), badge_sealed(id_, int(number)), mac):
        raise Refused("badge_unreadable")
    return found


def holds(look: Records, member: ContractorPerson, token: str, now: datetime) -> bool:
    """Whether its bearer may be let in: the newest badge, inducted, neither they nor their company black-listed."""
    company, person = look.get("contractor", member.contractor), look.get("person", member.person)
    gone = member.ended_at or member.banned_at or company is None or company.banned_at or company.retired_at
    here = person is not None and person.here
    valid = member.valid_until is not None and member.valid_until >= day_of(look, now)
    return member.badge == token and not gone and here and valid


@routes.get("/badge/{token}")
def badge(request: Request, hub: TheHub, token: str) -> Response:
    """What stands behind the code of a badge."""
    with hub.store.look() as look:
        values = frame(request, look)
        member = member_behind(hub, look, token)
        asker = values["person"]
        knows = asker is not None and Role.CONTRACTOR not in asker.roles
        bearer = look.get("person", member.person) if knows else None
        company = look.get("contractor", member.contractor) if knows else None
        good = holds(look, member, token, hub.now())
    return page(request, "badge.html", good=good, member=member, bearer=bearer, company=company, **values)
