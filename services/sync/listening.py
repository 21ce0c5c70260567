"""Listens to the hub's notices in a thread of its own, so that a change made elsewhere is here at once."""

import logging
import threading
from collections.abc import Callable

from services.core.refused import Refused
from services.sync.client import HubClient, Unreachable

LOG = logging.getLogger(__name__)
REST_S = (1.0, 2.0, 5.0, 15.0)  # after a stream that ended; the last again and again


class Listener:
    """Calls `heard` from its own thread whenever the hub says that its journal has grown, and when it says no more.
    `listening` while a stream stands; without one a console has to ask by itself."""

    def __init__(self, client: HubClient, heard: Callable[[], None]) -> None:
        self.client = client
        self.heard = heard
        self.listening = False
        self._end = threading.Event()
        self._thread = threading.Thread(target=self._run, name="listener", daemon=True)

    def start(self) -> None:
        """Begins to listen, and begins again whenever the stream ends."""
        self._thread.start()

    def stop(self) -> None:
        """Nothing is heard any more; the thread ends with the stream's next line."""
        self._end.set()

    def _run(self) -> None:
        tries = 0
        while not self._end.wait(REST_S[min(tries, len(REST_S) - 1)] if tries else 0):
            tries += 1
            try:
                for line in self.client.listen():
                    if self._end.is_set():
                        return
                    tries = 0
                    self.listening = True
                    if line.startswith("data:"):
                        self.heard()
            except (Unreachable, Refused) as error:
                LOG.info("the notices have ended: %s", error)
            finally:
                was, self.listening = self.listening, False
            if was and not self._end.is_set():
                self.heard()  # whether the hub is still there is to be found out at once
