"""Notices what other processes commit to the same plant: looks at the journal's head twice a second.

No LISTEN and NOTIFY: transactions that notify commit one after the other over the whole server, so that plants would
wait for each other, and a connection that broke would miss some.
"""

import logging
import threading
from collections.abc import Callable

from services.core.refused import Refused
from services.store.database import Database
from services.store.journal import head

LOG = logging.getLogger(__name__)
EVERY_S = 0.5


class Growth:
    """Starts at once; `told` hears the new head on this thread, also of what this very process has committed."""

    def __init__(self, database: Database, told: Callable[[int], None]) -> None:
        self.database = database
        self.told = told
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="growth", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Ends the thread."""
        self._stop.set()
        self._thread.join()

    def _run(self) -> None:
        known = -1
        while not self._stop.wait(EVERY_S):
            try:
                known = self._look(known)
            except Refused as refused:
                LOG.info("the journal's head cannot be read now: %s", refused.code)
            except Exception:
                LOG.exception("what was committed could not be told; it goes on")

    def _look(self, known: int) -> int:
        with self.database.reading() as connection:
            seq, _ = head(connection)
        if seq != known:
            self.told(seq)
        return seq
