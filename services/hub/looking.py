"""A thread of the hub that looks after something again and again, whatever becomes of a single look."""

import logging
import threading
import time
from collections.abc import Callable

from services.core.refused import Refused

LOG = logging.getLogger(__name__)


class Looking:
    """Calls `look` every `every_s` seconds and soon after `wake`, `settle_s` seconds later, as news come in bursts.
    What a look is refused or fails over is logged, and the next one comes."""

    def __init__(self, name: str, look: Callable[[], None], every_s: float, settle_s: float = 0.0) -> None:
        self.name, self._look, self._every_s, self._settle_s = name, look, every_s, settle_s
        self._last_look = time.monotonic()
        self._wake, self._stop = threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)

    def start(self) -> None:
        """Begins looking; the first look comes when it is woken, or its time has passed."""
        self._thread.start()

    def wake(self) -> None:
        """There is something to see."""
        self._wake.set()

    def stop(self) -> None:
        """Ends after the look in hand."""
        self._stop.set()
        self._wake.set()
        self._thread.join(timeout=20)

    def rests_for(self) -> float:
        """For how many seconds it has not looked; a look that hangs counts too."""
        return time.monotonic() - self._last_look

    def _run(self) -> None:
        while not self._stop.is_set():
            self._wake.wait(self._every_s)
            self._stop.wait(self._settle_s)
            self._wake.clear()
            if self._stop.is_set():
                return
            try:
                self._look()
            except Refused as refused:
                LOG.info("%s: a look waits: %s", self.name, refused.code)
            except Exception:
                LOG.exception("%s: a look failed; the next one comes", self.name)
            self._last_look = time.monotonic()
