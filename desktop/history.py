"""What was done on this console since it was opened, so that it can be taken back and done again, step by step.

What has not been sent is taken back as if it had never been. What the hub has is undone by another operation, which
stands in the journal like any other. Operations that were done as one go back as one, as long as none was sent.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from services.store.queries.journal import EntryRow
    from services.store.replica import Local, Replica

MOST = 100


@dataclass(frozen=True, slots=True)
class Step:
    """What goes back and is done again at once: operations in their order, of which there is at least one."""

    entries: "tuple[EntryRow, ...]"

    @property
    def first(self) -> "EntryRow":
        """What it is called by."""
        return self.entries[0]


class History:
    """`ask` answers queries on the replica."""

    def __init__(self, replica: "Replica", ask: Callable[..., Any]) -> None:
        self._replica, self._ask = replica, ask
        self._done: list[str] = []
        self._undone: list[Step] = []
        self._ways_back: set[str] = set()
        self._as_one: dict[str, tuple[str, ...]] = {}  # by the newest operation of each

    def did(self, *operations: str) -> None:
        """Something new was done, perhaps several operations as one step: what was taken back before can't be done
        again on top of it."""
        self._keep(operations)
        self._undone.clear()

    def _keep(self, operations: Sequence[str]) -> None:
        self._done = [*self._done[-MOST:], operations[-1]]
        if len(operations) > 1:
            self._as_one[operations[-1]] = tuple(operations)

    def next_back(self) -> "Step | None":
        """What `back` would take back; None where there is nothing."""
        from services.store.queries.journal import entry_of

        unsent = self._unsent()
        if unsent is not None or not self._done:
            return unsent
        entry: EntryRow | None = self._ask(entry_of, operation=self._done[-1])
        return Step((entry,)) if entry else None

    def next_again(self) -> "Step | None":
        """What `again` would do again."""
        return self._undone[-1] if self._undone else None

    def back(self) -> "tuple[Local, Step | None]":
        """Takes the newest step back: the outcome, under the step's own id, and what it was. Refused: nothing_to_undo
        and those of `way_back`; a step that can't be taken back is passed over the next time."""
        from services.core.refused import Refused
        from services.store.queries.undo import way_back
        from services.store.replica import Local

        unsent = self._unsent()
        if unsent is not None:
            local = self._replica.take_back(len(unsent.entries))
            if local.refused and len(unsent.entries) > 1:
                local = Local(refused=Refused("undo_on_its_way"))
            return local, self._stepped_back(unsent) if local.ok else None
        try:
            if not self._done:
                raise Refused("nothing_to_undo")
            entry, (kind, args) = self._ask(way_back, operation=self._done[-1])
            if self._done[-1] in self._as_one:
                raise Refused("undo_final", kind=entry.kind)
        except Refused as refused:
            if refused.code not in ("undo_on_its_way", "nothing_to_undo"):
                self._done.pop()
            return Local(refused=refused), None
        local = self._replica.run(kind, args)
        if not local.ok:
            return local, None
        self._ways_back.add(local.id)
        return Local(entry.id, None, local.kinds), self._stepped_back(Step((entry,)))

    def take_again(self) -> "Step | None":
        """What was taken back last, to be issued once more; then `did_again` or `leave` is called with it."""
        return self._undone.pop() if self._undone else None

    def did_again(self, operations: Sequence[str]) -> None:
        """It was issued once more, as these."""
        self._keep(operations)

    def leave(self, step: "Step") -> None:
        """It was refused: it stays to be done again."""
        self._undone.append(step)

    def _stepped_back(self, step: "Step") -> "Step":
        gone = {entry.id for entry in step.entries}
        self._done = [one for one in self._done if one not in gone]
        self._undone.append(step)
        return step

    def _unsent(self) -> "Step | None":
        """The newest step, if nothing of it has been sent; of one that was sent in part, its newest operation. One that
        takes a step back is none: to take that back would be to do the step again."""
        from services.store.pending import undoable
        from services.store.queries.waiting import waiting_here

        newest = self._ask(lambda look: undoable(look.connection))
        if newest is None or newest in self._ways_back:
            return None
        rows: tuple[EntryRow, ...] = self._ask(waiting_here)
        waiting = {one.id: one for one in rows}
        step = self._as_one.get(newest, (newest,))
        wanted = step if all(one in waiting for one in step) else (newest,)
        found = tuple(waiting[one] for one in wanted if one in waiting)
        return Step(found) if found else None
