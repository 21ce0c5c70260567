"""What the hub looks after again and again, whatever becomes of a single look: in a thread of its own, or in its turn
among those of other plants."""

import logging
import threading
import time
from collections.abc import Callable

from services.core.refused import Refused
from services.hub.turns import Turn, Turns

LOG = logging.getLogger(__name__)


class Looking:
    """Calls `look` every `every_s` seconds and soon after `wake`, `settle_s` seconds later, as news come in bursts.
    What a look is refused or fails over is logged, and the next one comes."""

    def __init__(self, name: str, look: Callable[[], None], every_s: float, settle_s: float = 0.0) -> None:
        self.name, self._look, self._every_s, self._settle_s = name, look, every_s, settle_s
        self._last_look = time.monotonic()
        self._wake, self._stop = threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._among: Turn | None = None

    def start(self, turns: Turns | None = None) -> None:
        """Begins looking; the first look comes when it is woken, or its time has passed. Among `turns`, where there are
        some to share."""
        if turns is None:
            self._thread.start()
        else:
            self._among = turns.add(self._once, self._every_s)

    def wake(self) -> None:
        """There is something to see."""
        if self._among:
            self._among.soon(self._settle_s)
        self._wake.set()

    def stop(self) -> None:
        """Ends after the look in hand."""
        self._stop.set()
        self._wake.set()
        if self._among:
            self._among.end()
        if self._thread.is_alive():
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
            self._once()

    def _once(self) -> None:
        try:
            self._look()
        except Refused as refused:
            LOG.info("%s: a look waits: %s", self.name, refused.code)
        except Exception:
            LOG.exception("%s: a look failed; the next one comes", self.name)
        self._last_look = time.monotonic()
