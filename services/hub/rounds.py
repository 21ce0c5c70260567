"""The hub's own clock: makes the inspections of the coming days, marks those missed whose window has closed, excuses
those of lines that stood, ends auditors' time and borrowed roles, and lets what is past its time go: readings, swipes,
stops, standings. What it issues are operations like any other, so that two hubs on one database do no harm."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta

import sqlalchemy as sa

from services.core.access import access_policy
from services.core.calendar import day_of
from services.core.checklists import to_adopt
from services.core.inspections import MOST_AT_ONCE, asked_for, to_be_made
from services.core.keeping import KeepingPolicy, days, keeping_policy
from services.core.modules import uses
from services.core.people import over
from services.hub.hub import Hub
from services.hub.looking import Looking
from services.store import cards, readings, standings, stops, swipes, turned
from services.store.kept_copies import let_go_copies
from services.store.queries.standing_lines import stood_through
from services.store.records import Records

EVERY_S = 30.0
DAYS_AHEAD = 3


class Rounds(Looking):
    """Looks twice a minute; `chores` are done before each look."""

    def __init__(self, hub: Hub, chores: Sequence[Callable[[], None]] = ()) -> None:
        super().__init__("rounds", self._round, EVERY_S)
        self.hub, self.chores = hub, chores
        self._tidied: date | None = None

    def _round(self) -> None:
        for chore in self.chores:
            chore()
        self.look(self.hub.now())

    def look(self, now: datetime) -> None:
        """One look: what is to be made, what was missed, what may go."""
        with self.hub.store.look() as look:
            if not look.find("plant"):
                return
            today, on = day_of(look, now), uses(look, "inspections")
            old_plans = on and to_adopt(look)
            keep, policy = access_policy(look).keep, keeping_policy(look)
            coming = [day for day in _coming(today) if on and _to_make(look, day)]
            missed = [one.id for one in look.find("inspection", state="due") if on and one.closes_at < now]
            stood = stood_through(look, now) if on else {}
            gone = [one.id for one in look.find("person") if over(one, now)]
            lent = [one.id for one in look.find("emergency_grant") if one.over(now)]
        for one in gone:
            self.hub.note("people.end_audit", {"person": one})
        for one in lent:
            self.hub.note("emergency_grants.end", {"emergency_grant": one})
        if old_plans:
            self.hub.note("checklists.adopt", {})
        for day in coming:
            self.hub.note("inspections.make_tasks", {"first": day.isoformat(), "last": day.isoformat()})
        for line in dict.fromkeys(stood.values()):
            idle = [id_ for id_, what in stood.items() if what == line]
            for start in range(0, len(idle), MOST_AT_ONCE):
                self.hub.note("inspections.stood", {"inspections": idle[start : start + MOST_AT_ONCE], "line": line})
        missed = [one for one in missed if one not in stood]
        for start in range(0, len(missed), MOST_AT_ONCE):
            self.hub.note("inspections.miss", {"inspections": missed[start : start + MOST_AT_ONCE]})
        if self._tidied != today:
            self.hub.store.write(lambda connection: _tidy(connection, now, policy, keep))
            let_go_copies(self.hub.folder.hub, now)
            self._tidied = today


def _tidy(connection: sa.Connection, now: datetime, policy: KeepingPolicy, swipes_for: timedelta) -> None:
    readings.let_go(connection, now, days(policy.reading_days), days(policy.minute_days))
    stops.let_go(connection, now, days(policy.stop_days))
    standings.let_go(connection, now, days(policy.standing_days))
    turned.let_go(connection, now, days(policy.turned_days))
    swipes.let_go(connection, now, swipes_for)
    cards.let_go(connection, now, swipes_for)


def _coming(today: date) -> list[date]:
    """The days whose inspections are made now. Never today's: of what was planned today, nobody was asked before."""
    return [today + timedelta(days=ahead) for ahead in range(1, DAYS_AHEAD + 1)]


def _to_make(look: Records, day: date) -> bool:
    plans = [plan for plan in look.find("inspection_plan") if plan.retired_at is None]
    return any(to_be_made(look, task) for plan in plans for task in asked_for(look, plan, day, day))
