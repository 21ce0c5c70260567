"""Who is away, as the desk sees it: what is to come of it, who stands in, and what still lies with the absent one."""

from dataclasses import dataclass
from datetime import date, datetime

from services.core.absences import Absence
from services.core.hazards import TO_FIX
from services.core.plant_time import plant_time
from services.store.records import Records


@dataclass(frozen=True, slots=True)
class Away:
    """An absence that is not over: whether it has begun, and the deputy's name, empty where there is none."""

    absence: Absence
    now: bool
    deputy: str


@dataclass(frozen=True, slots=True)
class Left:
    """What lies with somebody: hazards to fix, and inspections that only they are asked for, from today on."""

    hazards: int
    inspections: int


def absences_of(look: Records, now: datetime) -> dict[str, tuple[Away, ...]]:
    """The absences that are not over, by person, the next one first."""
    today = plant_time(look, now).date()
    found: dict[str, list[Away]] = {}
    for one in sorted(look.find("absence"), key=lambda one: (one.first, one.id)):
        if one.ended_at is None and one.last >= today:
            found.setdefault(one.person, []).append(_away(look, one, today))
    return {person: tuple(some) for person, some in found.items()}


def _away(look: Records, one: Absence, today: date) -> Away:
    deputy = look.get("person", one.deputy) if one.deputy else None
    return Away(one, one.first <= today, deputy.name if deputy else "")


def left_with(look: Records, person: str, now: datetime) -> Left:
    """See Left."""
    hazards = sum(one.state in TO_FIX for one in look.find("hazard", assignee=person))
    due = look.find("inspection", person=person, state="due")
    return Left(hazards, sum(one.closes_at >= now for one in due))
