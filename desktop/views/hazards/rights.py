"""What the desk offers to whom. It only hides buttons: the operation itself decides."""

from desktop.views.hazards.shown import to_fix
from services.core.hazard_time import may_answer_time
from services.core.hazards import Hazard
from services.core.people import Person
from services.core.roles import LEADERS, OFFICE
from services.core.zones import Zone


def may_dispatch(me: Person, hazard: Hazard) -> bool:
    """Whether this person may send the hazard to somebody."""
    return to_fix(hazard) and not LEADERS.isdisjoint(me.roles)


def may_answer(me: Person, hazard: Hazard, zone: Zone) -> bool:
    """Whether the hazard's fixer waits for more time that this person may grant."""
    return to_fix(hazard) and hazard.more_until is not None and may_answer_time(me, hazard, zone)


def may_reject(me: Person, hazard: Hazard) -> bool:
    """Whether this person may find it to be none."""
    return to_fix(hazard) and not OFFICE.isdisjoint(me.roles)


def may_grade(me: Person, hazard: Hazard) -> bool:
    """Whether this person may say that it is a major hazard, or a general one."""
    return hazard.open and not OFFICE.isdisjoint(me.roles)


def may_plan(me: Person, hazard: Hazard) -> bool:
    """Whether this person may write down its five requirements."""
    return hazard.open and hazard.grade == "major" and not LEADERS.isdisjoint(me.roles)
