"""Entries older than this console keeps: how far back it goes, older ones asked for and given up, and the months that
it keeps."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.workbench import Workbench
    from services.store.looking_back import Reach


class LookingBack:
    """The workbench's door to the past. Each change is told as 'entry', and a round of sync follows it; what is
    refused (a full disk) is emitted by the workbench, and nothing was done."""

    def __init__(self, workbench: "Workbench") -> None:
        self._workbench = workbench
        self._replica = workbench.opened.replica

    def reach(self) -> "Reach":
        """How far back the entries here go, and whether older ones are on their way."""
        from services.store.looking_back import reach_of

        found: Reach = self._workbench.ask(reach_of, now=self._replica.clock.wall())
        return found

    def months(self) -> int:
        """How many months of entries this console keeps."""
        return self.reach().months

    def fetch(self, since: datetime, until: datetime | None = None) -> None:
        """Has entries back to a moment fetched, as soon as the hub can be reached; they stay for a week, or until
        another moment."""
        from services.store.looking_back import look_back

        self._do(lambda: look_back(self._replica, since, self._replica.clock.wall(), until))

    def cancel(self) -> None:
        """Fetches no more; what has come stays for now."""
        from services.store.looking_back import stop_looking_back

        self._do(lambda: stop_looking_back(self._replica, self._replica.clock.wall(), "cancelled"))

    def keep(self, months: int) -> None:
        """From now on this console keeps the entries of so many months."""
        self._do(lambda: self._replica.set_facts(keep_months=months))

    def _do(self, work: Callable[[], object]) -> None:
        from services.core.refused import Refused

        if self._workbench.bag is not None:
            self._workbench.refused.emit(Refused("bag_sealed"))
            return
        try:
            work()
        except Refused as refused:
            self._workbench.refused.emit(refused)
            return
        self._workbench.changed.emit(frozenset({"entry"}))
        self._workbench.syncing.soon()
