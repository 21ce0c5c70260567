"""Watches the plant for what a person should know: alerts, new reports, clocks that ran out, conflicts, a hub out of
reach."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from desktop.views.notices.notices import Notices
    from desktop.workbench import Workbench
    from services.core.people import Person
    from services.store.queries.finding import HazardClock

EVERY_MS, AFTER_CHANGE_MS = 30_000, 500
LOST_S = 60  # a hub that is back sooner is no news


class Watching(QObject):
    """Looks after every change and every now and then: a clock runs out without a change."""

    def __init__(self, workbench: "Workbench", notices: "Notices") -> None:
        super().__init__(notices)
        self._workbench, self._notices = workbench, notices
        self._lost = False
        self._soon = QTimer(self, singleShot=True, interval=AFTER_CHANGE_MS)
        self._soon.timeout.connect(self.look)
        self._every = QTimer(self, interval=EVERY_MS)
        self._every.timeout.connect(self.look)
        self._every.start()
        workbench.changed.connect(self._on_changed)
        workbench.sync_changed.connect(self._on_sync)

    def look(self) -> None:
        """What is new since the last time, told once; nothing is while there is no plant or nobody is signed in."""
        me = self._workbench.me
        if me is None or self._workbench.plant is None:
            return
        self._hub()
        self._alerts(me)
        self._conflicts()
        self._hazards(me)

    def _on_changed(self, kinds: frozenset[str]) -> None:
        if kinds & {"alert", "alert_drill", "hazard", "conflict", "plant"} and not self._soon.isActive():
            self._soon.start()

    def _on_sync(self) -> None:
        if self._lost:
            self._hub()

    def _hub(self) -> None:
        from services.core.shape import utc_text

        state, now = self._workbench.sync_state, self._workbench.now()
        since = state.away_since
        if since is not None and not self._lost and (now - since).total_seconds() >= LOST_S:
            self._lost = True
            self._notices.add("hub_lost", {"since": utc_text(since), "n": state.waiting})
        elif self._lost and state.hub == "in_step":
            self._lost = False
            self._notices.add("hub_back", {"n": state.waiting})

    def _alerts(self, me: "Person") -> None:
        """Those that wait for my answer, and a drill that does."""
        from services.store.queries.alert_drills import drill_for
        from services.store.queries.alerts import unanswered

        there = {one.id: one for one in self._workbench.ask(unanswered, person=me)}
        fresh = self._notices.fresh("alert", set(there))
        found: list[tuple[str, dict[str, Any]]] = [
            (
                id_,
                {
                    "rule": there[id_].rule.name if there[id_].rule else "",
                    "about": there[id_].alert.key,
                    "level": there[id_].alert.level,
                },
            )
            for id_ in sorted(fresh)
        ]
        self._notices.add_all("alert", found, "alerts", "alert")
        drill = self._workbench.ask(drill_for, person=me.id)
        if self._notices.fresh("drill", {drill.id} if drill else set()):
            self._notices.add("drill", {}, "alerts")

    def _conflicts(self) -> None:
        from services.store.queries.conflicts import conflicts_of

        there = {one.id: one for one in self._workbench.ask(conflicts_of)}
        fresh = self._notices.fresh("conflict", set(there))
        found: list[tuple[str, dict[str, Any]]] = [(id_, {"kind": there[id_].row.kind}) for id_ in sorted(fresh)]
        self._notices.add_all("conflict", found, "conflicts", "conflict")

    def _hazards(self, me: "Person") -> None:
        from services.core.shape import utc_text
        from services.store.queries.finding import hazard_clocks

        mine = {one.id: one for one in self._workbench.ask(hazard_clocks) if concerns(me, one)}
        now = utc_text(self._workbench.now())
        late = {id_ for id_, one in mine.items() if one.due is not None and one.due < now}
        reported = {id_ for id_ in self._notices.fresh("hazard", set(mine)) if mine[id_].reporter != me.id}
        self._tell("reported", (mine[id_] for id_ in sorted(reported)))
        self._tell("overdue", (mine[id_] for id_ in sorted(self._notices.fresh("overdue", late))))

    def _tell(self, code: str, hazards: "Iterable[HazardClock]") -> None:
        found = [
            (one.id, {"zone": one.zone, "description": one.description, "category": one.category}) for one in hazards
        ]
        self._notices.add_all(code, found, "hazards", "hazard")


def concerns(me: "Person", one: "HazardClock") -> bool:
    """Whether a person should know of this hazard: the office of all, others of what is theirs."""
    from services.core.roles import OFFICE

    theirs = me.id in (one.assignee, one.supervisor) or (one.team is not None and one.team == me.team)
    return theirs or not OFFICE.isdisjoint(me.roles)
