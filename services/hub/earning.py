"""Follows the journal and gives the points that were earned. How far it has come stands in the store and moves in the
same commit as what it gives: killed, it goes on from there, and nothing is lost or given twice."""

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa

from services.core.ids import id_from
from services.core.operation import SYSTEM, Context
from services.core.points import MOST_SOURCES, Settle, Source, budget_of
from services.core.points_rules import SOURCES, points_on
from services.hub.hub import Deed, Hub
from services.hub.looking import Looking
from services.store.facts import fact, set_fact
from services.store.journal import Answer, head
from services.store.queries.points_due import A_LOOK, touched_since
from services.store.records import Records

EVERY_S = 30.0
TO_SETTLE_S = 0.05
REACHED = "points_reached"


class Earning(Looking):
    """Looks when something that can earn has changed, and twice a minute."""

    def __init__(self, hub: Hub) -> None:
        super().__init__("earning", lambda: self.look(hub.now()), EVERY_S, TO_SETTLE_S)
        self.hub = hub
        self._reached = 0  # what needs nothing is not noted each time: after a restart some is looked at again
        hub.store.writer.committed.append(self._on_committed)

    def _on_committed(self, answers: Sequence[Answer]) -> None:
        if any(answer.kinds & (SOURCES.keys() | {"plant"}) for answer in answers):
            self.wake()

    def look(self, now: datetime) -> None:
        """One look: everything up to the journal's end, a stretch of entries a commit."""
        while self._stretch(now):
            pass

    def _stretch(self, now: datetime) -> bool:
        """One commit; whether there is more."""
        with self.hub.store.look() as look:
            if not look.find("plant"):
                return False
            last, budget = head(look.connection)[0], budget_of(look)
            on, resting = points_on(look), budget is None or budget.resting
            kept = int(fact(look.connection, REACHED) or 0)
            reached = max(kept, self._reached)
            upto = last if resting else min(last, reached + A_LOOK)
            deeds = [] if resting else due(look, reached, upto, now)
        if on and resting:
            deeds = [Deed("points.begin", {})]
        elif not on and not resting:
            deeds = [*deeds, Deed("points.rest", {})] if upto == last else deeds
        if deeds or upto - kept >= A_LOOK:
            self.hub.note_together(deeds, lambda connection: _reach(connection, upto))
        self._reached = upto
        return upto < last


def _reach(connection: sa.Connection, upto: int) -> None:
    set_fact(connection, REACHED, upto)


def due(look: Records, reached: int, upto: int, now: datetime) -> list[Deed]:
    """That the records are settled whose points are not what they should be; by an id of what made it so, so that two
    hubs on one database say it once."""
    context, found = Context("", now, SYSTEM, "hub"), list[tuple[Source, int]]()
    for (kind, id_), seq in sorted(touched_since(look, reached, upto).items(), key=lambda one: (one[1], one[0])):
        one, source = look.get(kind, id_), Source(kind=kind, id=id_)
        concerns = one is not None and (SOURCES[kind](look, one) or look.find("earning", source=id_))
        if concerns and Settle(sources=(source,)).decide(context, look):
            found.append((source, seq))
    parts = [found[at : at + MOST_SOURCES] for at in range(0, len(found), MOST_SOURCES)]
    return [_settled(part) for part in parts]


def _settled(found: list[tuple[Source, int]]) -> Deed:
    args = {"sources": [{"kind": one.kind, "id": one.id} for one, _ in found]}
    return Deed("points.settle", args, id_from("points.settle", *(f"{one.id} {seq}" for one, seq in found)))
