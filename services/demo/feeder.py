"""The sensors of a demo plant go on while its hub runs: what they say comes in by the same door as real readings."""

import logging
import threading
from datetime import datetime
from typing import Any

from services.core.crossings import LATEST
from services.core.shape import utc_moment
from services.demo.sensing import readings
from services.hub.hub import Hub
from services.store.facts import fact
from services.store.readings import Reading, last_moments

LOG = logging.getLogger(__name__)
EVERY_S = 5.0


class Feeder:
    """Starts with `start`, says what is to be said every few seconds, ends with `stop`. What was not said while no hub
    ran is said first, as far as it still tells anything."""

    def __init__(self, hub: Hub, told: dict[str, Any]) -> None:
        self.hub = hub
        self.seed, self.written = int(told["seed"]), utc_moment(told["until"])
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="feeder", daemon=True)

    def start(self) -> None:
        """Begins to say."""
        self._thread.start()

    def stop(self) -> None:
        """Ends after what is being said."""
        self._stop.set()
        self._thread.join(timeout=20)

    def _run(self) -> None:
        while not self._stop.is_set():
            try:
                self.say(self.hub.now())
            except Exception:
                LOG.exception("the demo's sensors could not be heard; they try again")
            self._stop.wait(EVERY_S)

    def say(self, now: datetime) -> int:
        """Says what has not been said up to now; how many readings."""
        with self.hub.store.look() as look:
            ids = {one.code: one.id for one in look.find("sensor") if one.retired_at is None}
            last = {code: last_moments(look.connection, id_, now, 1) for code, id_ in ids.items()}
        found: list[Reading] = []
        for code, heard in last.items():
            after = max(heard[0] if heard else self.written, now - LATEST)
            found += readings(self.seed, ids, after, now, self.written, code)
        return self.hub.hear(found) if found else 0


def feeder_of(hub: Hub) -> Feeder | None:
    """The feeder of a plant that was written as a demo and is kept as one; none for any other."""
    with hub.store.look() as look:
        told = fact(look.connection, "demo")
    return Feeder(hub, told) if told and hub.folder.demo.exists() else None
