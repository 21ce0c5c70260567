"""Whether a console's copy is the hub's: sums of records compared, buckets that differ put right, the file looked
through now and then."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from services.core.refused import Refused
from services.store.digests import Digests, differing, total
from services.store.looking_back import let_go
from services.store.replica import Replica
from services.store.upkeep import look_through, mend, sums_here
from services.sync.client import HubClient

MOST_MENDED = 64  # buckets; where more differ, a new copy is quicker
LOOK_EVERY = timedelta(hours=1)


class Comparing:
    """Remembers between rounds what has been read. Used by one thread at a time."""

    def __init__(self, client: HubClient, replica: Replica) -> None:
        self.client = client
        self.replica = replica
        self.digests = Digests()
        self._looked: datetime | None = None
        self._renewed: datetime | None = None

    def made_anew(self, why: str) -> None:
        """The copy has just come from the hub."""
        self.digests = Digests()
        self._looked = self.replica.clock.wall()
        if why == "damaged":
            self._renewed = self._looked

    def due(self) -> bool:
        """Once at the start and once an hour: is the file whole, and does every single record count?"""
        now = self.replica.clock.wall()
        return self._looked is None or not timedelta(0) <= now - self._looked < LOOK_EVERY

    def look(self) -> list[str]:
        """Reads all of it; as `compare`. Raises Refused: store_damaged, chain_broken."""
        self._looked = self.replica.clock.wall()
        look_through(self.replica)
        self.digests.forget()
        let_go(self.replica, self._looked)
        return self.compare(self._theirs())

    def compare(self, theirs: str | Mapping[str, Any]) -> list[str]:
        """Compares with the hub's total, or with all of its sums; the kinds of the buckets that were put right.
        Raises Refused: store_damaged, where buckets won't do; copy_differs, where a new copy has not helped."""
        cursor, sums = sums_here(self.replica, self.digests)
        if (total(sums) == theirs) if isinstance(theirs, str) else _same(cursor, sums, theirs):
            return []
        mended = self._mended()
        if mended is not None and self._equal():
            return mended
        if self._renewed is not None and self.replica.clock.wall() - self._renewed < LOOK_EVERY:
            raise Refused("copy_differs")
        raise Refused("store_damaged", what="sums")

    def _theirs(self) -> Mapping[str, Any]:
        found: Mapping[str, Any] = self.client.call("GET", "/api/sums")
        return found

    def _equal(self) -> bool:
        self.digests.forget()
        return _same(*sums_here(self.replica, self.digests), self._theirs())

    def _mended(self) -> list[str] | None:
        """Fetches the buckets that differ; None where that will not do."""
        self.digests.forget()
        cursor, sums = sums_here(self.replica, self.digests)
        theirs = self._theirs()
        wrong = differing(sums, theirs["sums"]) if theirs["seq"] == cursor else []
        if len(wrong) > MOST_MENDED:
            return None
        kinds = []
        for kind, bucket in wrong:
            right = self.client.call("GET", f"/api/records/{kind}/{bucket}")
            if mend(self.replica, kind, bucket, right["records"], right["seq"]):
                kinds.append(kind)
        return kinds


def _same(cursor: int, sums: dict[str, list[int]], theirs: Mapping[str, Any]) -> bool:
    """Whether the sums are the hub's; also where the hub is elsewhere by now, and the next round compares."""
    return bool(theirs["seq"] != cursor or not differing(sums, theirs["sums"]))
