"""Who is on duty: not away, and on shift where the team works by a rota."""

from datetime import datetime
from zoneinfo import ZoneInfo

from services.core.absences import away, deputy_of
from services.core.operation import Look
from services.core.people import Person
from services.core.plant import the_plant
from services.core.shifts import on_shift, rota_of


def on_duty(look: Look, person: str, now: datetime) -> str | None:
    """Who answers for somebody now: they themselves, while they are away their deputy; None while they are off. Who
    belongs to no team with a rota is always on call."""
    meant = person if away(look, person, now) is None else deputy_of(look, person, now)
    found: Person | None = look.get("person", meant) if meant else None
    if found is None or not found.here:
        return None
    day = now.astimezone(ZoneInfo(the_plant(look).timezone)).date()
    if found.team and rota_of(look, found.team, day) is not None and on_shift(look, found.team, now) is None:
        return None
    return found.id


def of_them_on_duty(look: Look, people: tuple[str, ...], now: datetime) -> tuple[str, ...]:
    """Those who answer now for any of these people."""
    found = [on_duty(look, one, now) for one in people]
    return tuple(dict.fromkeys(one for one in found if one))
