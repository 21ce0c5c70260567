"""The thread that keeps the connection to the sensors' broker as the plant has set it, and what people see of it."""

from collections import deque
from collections.abc import Sequence
from datetime import datetime, timedelta
from hashlib import sha256
from socket import gethostname
from typing import Any

from fastapi import APIRouter

from services.connectors.broker import BrokerClient, Row, Settings
from services.core.shape import utc_moment, utc_text
from services.hub.api import TheHub
from services.hub.following import Follower
from services.hub.hub import Hub
from services.hub.looking import Looking
from services.imports.taking import Intake
from services.store import secret_box
from services.store.facts import fact, set_fact
from services.store.journal import Answer

routes = APIRouter()
EVERY_S = 5.0
LATELY = 20
FACT = "broker"
BEAT_EVERY, AWAY_AFTER = timedelta(seconds=30), timedelta(seconds=90)


class Sensing(Looking):
    """Looks every five seconds and when the plant or a sensor has changed."""

    def __init__(self, hub: Hub) -> None:
        super().__init__("sensing", self.look, EVERY_S)
        self.hub = hub
        self.client: BrokerClient | None = None
        self.taken, self.last = 0, ""
        self.turned: deque[dict[str, str]] = deque(maxlen=LATELY)
        self._intake: Intake | None = None
        self._kept: dict[str, Any] = {}
        self._kept_at: datetime | None = None
        self.name = f"anhuan-{sha256(_who(hub).encode()).hexdigest()[:16]}"
        hub.sensing = self
        hub.store.writer.committed.append(self._on_committed)

    def _on_committed(self, answers: Sequence[Answer]) -> None:
        kinds = frozenset[str]().union(*(answer.kinds for answer in answers))
        if kinds & {"plant", "sensor"}:
            self._intake = None
            self.wake()

    def look(self) -> None:
        """The connection as the plant has set it now."""
        with self.hub.store.look() as look:
            plant = next(iter(look.find("plant")), None)
            if not self.hub.store.database.is_sqlite:  # another hub may have changed a sensor
                self._intake = Intake(look)
        password = secret_box.read(self.hub.folder.secrets, "broker")
        wanted = Settings.of(plant, password, self.name) if plant else None
        if self.client and self.client.settings != wanted:
            self.stop_client()
        if wanted and self.client is None:
            self.client = BrokerClient(wanted, self._take)
            self.client.start()
        self._keep(self.hub.now())

    def told(self) -> dict[str, Any]:
        """Whether the broker is reached, what came lately, and what could not be taken."""
        client = self.client
        if client is None:
            return {"set": False}
        return {
            "set": True,
            "connected": client.connected,
            "trouble": client.trouble,
            "taken": self.taken,
            "last": self.last,
            "turned": list(self.turned),
        }

    def _keep(self, now: datetime) -> None:
        """For the other processes of this hub, which do not look after sensors."""
        told = self.told()
        lately = self._kept_at is not None and timedelta() <= now - self._kept_at < BEAT_EVERY
        if told == self._kept and (lately or not told["set"]):  # where there is no broker there is nothing to beat for
            return
        self._kept, self._kept_at = told, now
        self.hub.store.write(lambda connection: set_fact(connection, FACT, {**told, "at": utc_text(now)}))

    def stop(self) -> None:
        """Ends, the connection first."""
        super().stop()
        self.stop_client()

    def stop_client(self) -> None:
        """Leaves the broker."""
        if self.client:
            self.client.stop()
            self.client = None

    def _take(self, rows: Sequence[tuple[int, Row]]) -> None:
        now: datetime = self.hub.now()
        taken = self._known().take(rows, now)
        if taken.readings:
            self.hub.hear(taken.readings)
            self.taken, self.last = self.taken + len(taken.readings), utc_text(now)
        by_number = dict(rows)
        for one in taken.turned:
            sensor = str(by_number[one.row].get("sensor", ""))[:60]
            self.turned.append({"at": utc_text(now), "sensor": sensor, "code": one.code, "was": one.was})

    def _known(self) -> Intake:
        intake = self._intake
        if intake is None:
            with self.hub.store.look() as look:
                self._intake = intake = Intake(look)
        return intake


def _who(hub: Hub) -> str:
    """Whose messages the broker keeps while nobody takes them: this hub's; where a plant has always one process of
    several that looks after it, the plant's, so that the next one gets what came in between."""
    if not hub.store.schema:
        return f"{gethostname()}{hub.folder.hub.resolve()}"
    with hub.store.look() as look:
        return str(fact(look.connection, "hub_id"))


@routes.get("/api/broker")
def broker(hub: TheHub, _: Follower) -> dict[str, Any]:
    """Whether the broker is reached, what came lately, and the last messages that could not be taken, with why; by the
    word of the process that looks after the sensors. `away`: none does."""
    sensing: Sensing | None = hub.sensing
    if sensing is not None:
        return sensing.told()
    with hub.store.look() as look:
        plant = next(iter(look.find("plant")), None)
        kept = fact(look.connection, FACT)
    if plant is None or plant.broker_host is None:
        return {"set": False}
    if not kept or not kept["set"] or hub.now() - utc_moment(kept["at"]) > AWAY_AFTER:
        return {"set": True, "connected": False, "trouble": "", "away": True, "taken": 0, "last": "", "turned": []}
    return {name: value for name, value in kept.items() if name != "at"}
