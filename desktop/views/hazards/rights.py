"""What the desk offers to whom. It only hides buttons: the operation itself decides."""

from datetime import datetime

from desktop.views.hazards.shown import to_fix
from services.core.hazard_merging import goes_on, mergeable
from services.core.hazard_pool import in_pool
from services.core.hazard_time import answers_time
from services.core.hazards import Hazard, State
from services.core.operation import Look
from services.core.people import Person
from services.core.roles import LEADERS, OFFICE, STAFF
from services.core.zones import Zone


def may_dispatch(me: Person, hazard: Hazard) -> bool:
    """Whether this person may send the hazard to somebody."""
    return to_fix(hazard) and not LEADERS.isdisjoint(me.roles)


def may_answer(look: Look, me: Person, hazard: Hazard, zone: Zone, now: datetime) -> bool:
    """Whether the hazard's fixer waits for more time that this person may grant."""
    return to_fix(hazard) and hazard.more_until is not None and answers_time(look, me, hazard, zone, now)


def may_reject(me: Person, hazard: Hazard) -> bool:
    """Whether this person may find it to be none."""
    return to_fix(hazard) and not OFFICE.isdisjoint(me.roles)


def may_grade(me: Person, hazard: Hazard) -> bool:
    """Whether this person may say that it is a major hazard, or a general one."""
    return hazard.open and not OFFICE.isdisjoint(me.roles)


def may_plan(me: Person, hazard: Hazard) -> bool:
    """Whether this person may write down its five requirements."""
    return hazard.open and hazard.grade == "major" and not LEADERS.isdisjoint(me.roles)


def may_merge(me: Person, hazard: Hazard) -> bool:
    """Whether this person may find it to be a second report, or another one to be one of it."""
    return (mergeable(hazard) or goes_on(hazard)) and not LEADERS.isdisjoint(me.roles)


def may_part(me: Person, hazard: Hazard) -> bool:
    """Whether it was merged and this person may part it again."""
    return hazard.state == State.MERGED and not LEADERS.isdisjoint(me.roles)


def may_release(me: Person, hazard: Hazard) -> bool:
    """Whether this person may put it into the open pool."""
    return may_dispatch(me, hazard) and not in_pool(hazard)


def may_take(me: Person, hazard: Hazard) -> bool:
    """Whether it is in the open pool and this person may take it."""
    return in_pool(hazard) and not STAFF.isdisjoint(me.roles)
