"""What waits for one person beside hazards, inspections and permits: alerts to answer, points and redemptions to
approve, doubts about points and re-checks, drills to lead or to evaluate, and what the person has to learn."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from services.core.alert_drills import AlertDrill
from services.core.calendar import day_of
from services.core.modules import uses
from services.core.people import Person
from services.core.roles import OFFICE, Role
from services.core.training_gaps import Gap
from services.store.queries.alert_drills import drill_for
from services.store.queries.alerts import AlertRow, unanswered
from services.store.queries.emergencies import DrillRow, drill_rows
from services.store.queries.points import ByHand, adjustments
from services.store.queries.points_doubts import DoubtRow, RecheckRow, my_rechecks, open_doubts
from services.store.queries.shop import Counting, Order, to_approve, waiting_counts
from services.store.queries.training import learner
from services.store.records import Records

DRILL_AHEAD = timedelta(days=7)  # so long before its day whoever leads a drill is reminded of it here


@dataclass(frozen=True, slots=True)
class DueToday:
    """`alerts` the oldest first; `drill` is a drill of alerts that waits for an answer; `orders` and `by_hand` what
    was redeemed and what was proposed by hand, to be approved, `counts` of stock that want a second person; `drills` to
    come soon, past their time, or over and not evaluated; `gaps` what the person's own posts ask for and is missing,
    over or soon over; `doubts` about points to be decided, `rechecks` what was drawn for the person to look at."""

    alerts: tuple[AlertRow, ...] = ()
    drill: AlertDrill | None = None
    orders: tuple[Order, ...] = ()
    by_hand: tuple[ByHand, ...] = ()
    counts: tuple[Counting, ...] = ()
    drills: tuple[DrillRow, ...] = ()
    gaps: tuple[Gap, ...] = ()
    doubts: tuple[DoubtRow, ...] = ()
    rechecks: tuple[RecheckRow, ...] = ()


def due_today(look: Records, me: Person | None, now: datetime) -> DueToday:
    """See DueToday; nothing of modules that the plant does not use."""
    if me is None:
        return DueToday()
    alerts, points, training = (uses(look, name) for name in ("alerts", "points", "training"))
    return DueToday(
        tuple(sorted(unanswered(look, me), key=lambda one: one.alert.raised_at)) if alerts else (),
        drill_for(look, me.id) if alerts else None,
        to_approve(look, me=me) if points else (),
        _proposed(look, me) if points else (),
        _counts(look, me) if points else (),
        _drills(look, me, now) if training else (),
        _gaps(look, me, now) if training else (),
        open_doubts(look, me) if points else (),
        my_rechecks(look, me) if points else (),
    )


def _proposed(look: Records, me: Person) -> tuple[ByHand, ...]:
    """What waits, the oldest first; nobody decides what they have proposed themselves."""
    if Role.EHS_MANAGER not in me.roles:
        return ()
    waiting = [one for one in adjustments(look) if one.adjustment.standing == "proposed"]
    return tuple(one for one in reversed(waiting) if one.adjustment.proposed_by != me.id)


def _counts(look: Records, me: Person) -> tuple[Counting, ...]:
    """Nobody decides what they have counted themselves."""
    if OFFICE.isdisjoint(me.roles):
        return ()
    return tuple(one for one in waiting_counts(look) if one.count.by != me.id)


def _drills(look: Records, me: Person, now: datetime) -> tuple[DrillRow, ...]:
    office = not OFFICE.isdisjoint(me.roles)
    mine = [one for one in drill_rows(look) if office or (one.leader is not None and one.leader.id == me.id)]
    due = [one for one in mine if one.stands == "over" or (one.stands == "planned" and _near(one, now))]
    return tuple(sorted(due, key=lambda one: (one.drill.planned_at, one.id)))


def _near(one: DrillRow, now: datetime) -> bool:
    planned: datetime = one.drill.planned_at
    return planned < now + DRILL_AHEAD


def _gaps(look: Records, me: Person, now: datetime) -> tuple[Gap, ...]:
    mine = learner(look, me.id, day_of(look, now))
    return tuple(gap for gap in mine.gaps if gap.standing != "ok") if mine is not None else ()
