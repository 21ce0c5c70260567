"""The console process that a test kills: it works on its copy without end, lays down what the hub has, and tells each
operation as soon as a person would have been told."""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from services.store import replica as replica_module
from services.store.replica import Clock, Replica
from tests.services.store.workshop import OUTLINE


def work_without_end(path: Path, told: Connection, zone: str, page: list[Any], early: bool) -> None:
    """Renames and reshapes a zone, undoes now and then, and lays down entries between. `early` plants the fault that
    the test must see: people are told before anything is on the disk."""
    if early:
        replica_module.Replica._issue = told_too_early(told)  # type: ignore[method-assign]
    replica = Replica(path, Clock(lambda: datetime.now(UTC), time.monotonic, "boot"))
    for count in range(1_000_000):
        kind = "zones.rename" if count % 2 else "zones.reshape"
        args = {"zone": zone, "name": f"区域{count}"} if count % 2 else {"zone": zone, "polygon": OUTLINE}
        made = replica.run(kind, args)
        told.send_bytes(f"did {made.id}".encode())
        if count % 7 == 6:
            told.send_bytes(f"undoing {made.id}".encode())
            told.send_bytes(f"undid {replica.take_back().id}".encode())
        if count % 5 == 4 and page:
            replica.lay_down(page[:3], {})
            del page[:3]


def told_too_early(told: Connection) -> Callable[..., Any]:
    real = replica_module.Replica._issue

    def issue(self: Any, kind: str, args: Any, id_: Any, *, here: bool) -> Any:
        from services.core.ids import new_id

        chosen = id_ or new_id()
        told.send_bytes(f"did {chosen}".encode())
        return real(self, kind, args, chosen, here=here)

    return issue
