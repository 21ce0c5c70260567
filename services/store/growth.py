"""Notices what other processes commit to the same plant: looks at the journal's head twice a second.

No LISTEN and NOTIFY: transactions that notify commit one after the other over the whole server, so that plants would
wait for each other, and a connection that broke would miss some.
"""

import logging
import threading
from collections.abc import Callable, Mapping

from services.core.refused import Refused

LOG = logging.getLogger(__name__)
EVERY_S = 0.5


class Growth:
    """Starts at once. `heads` gives the heads of all journals that are followed, by name; `told` hears the name and the
    new head on this thread, also of what this very process has committed."""

    def __init__(self, heads: Callable[[], Mapping[str, int]], told: Callable[[str, int], None]) -> None:
        self.heads, self.told = heads, told
        self._known: dict[str, int] = {}
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="growth", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Ends the thread."""
        self._stop.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._stop.wait(EVERY_S):
            try:
                self._look()
            except Refused as refused:
                LOG.info("the journal's head cannot be read now: %s", refused.code)
            except Exception:
                LOG.exception("what was committed could not be told; it goes on")

    def _look(self) -> None:
        for name, seq in self.heads().items():
            if seq != self._known.get(name, -1):
                self.told(name, seq)
                self._known[name] = seq
