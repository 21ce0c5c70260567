"""The hub's own clock: makes the inspections of the coming days, marks those missed whose window has closed, and lets
old readings go. What it issues are operations like any other, so that two hubs on one database do no harm."""

import logging
import threading
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from services.core.calendar import day_of
from services.core.checklists import to_adopt
from services.core.inspections import MOST_AT_ONCE, asked_for, to_be_made
from services.core.operation import SYSTEM
from services.core.refused import Refused
from services.hub.hub import Hub
from services.store.readings import let_go
from services.store.records import Records

LOG = logging.getLogger(__name__)
EVERY_S = 30.0
DAYS_AHEAD = 3


class Rounds:
    """Starts with `start`, looks twice a minute, ends with `stop`. `chores` are done before each look."""

    def __init__(self, hub: Hub, chores: Sequence[Callable[[], None]] = ()) -> None:
        self.hub, self.chores = hub, chores
        self._tidied: date | None = None
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="rounds", daemon=True)

    def start(self) -> None:
        """Begins looking."""
        self._thread.start()

    def stop(self) -> None:
        """Ends after the look in hand."""
        self._stop.set()
        self._thread.join(timeout=20)

    def _run(self) -> None:
        while not self._stop.wait(EVERY_S):
            try:
                for chore in self.chores:
                    chore()
                self.look(self.hub.now())
            except Refused as refused:
                LOG.info("the rounds wait: %s", refused.code)
            except Exception:
                LOG.exception("a look of the rounds failed; the next one comes")

    def look(self, now: datetime) -> None:
        """One look: what is to be made, what was missed, what may go."""
        with self.hub.store.look() as look:
            if not look.find("plant"):
                return
            today, old_plans = day_of(look, now), to_adopt(look)
            coming = [day for day in _coming(today) if _to_make(look, day)]
            missed = [one.id for one in look.find("inspection", state="due") if one.closes_at < now]
        if old_plans:
            self._do("checklists.adopt", {})
        for day in coming:
            self._do("inspections.make_tasks", {"first": day.isoformat(), "last": day.isoformat()})
        for start in range(0, len(missed), MOST_AT_ONCE):
            self._do("inspections.miss", {"inspections": missed[start : start + MOST_AT_ONCE]})
        if self._tidied != today:
            self.hub.store.write(lambda connection: let_go(connection, now))
            self._tidied = today

    def _do(self, kind: str, args: Mapping[str, Any]) -> None:
        answer = self.hub.do(kind, dict(args), SYSTEM)
        if answer.refused:
            LOG.warning("%s was refused: %s %s", kind, answer.refused.code, answer.refused.facts)


def _coming(today: date) -> list[date]:
    """The days whose inspections are made now. Never today's: of what was planned today, nobody was asked before."""
    return [today + timedelta(days=ahead) for ahead in range(1, DAYS_AHEAD + 1)]


def _to_make(look: Records, day: date) -> bool:
    plans = [plan for plan in look.find("inspection_plan") if plan.retired_at is None]
    return any(to_be_made(look, task) for plan in plans for task in asked_for(look, plan, day, day))
