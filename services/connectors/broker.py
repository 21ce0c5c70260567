"""The sensors' MQTT broker: one session that lasts, of which every message is acknowledged only when what it said is
durable. What was not acknowledged comes again, to us or to another hub of the share."""

import json
import logging
import queue
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import paho.mqtt.client as mqtt
from paho.mqtt.enums import CallbackAPIVersion
from paho.mqtt.packettypes import PacketTypes
from paho.mqtt.properties import Properties

from services.core.plant import Plant
from services.imports.taking import named

LOG = logging.getLogger(__name__)
MOST_AT_ONCE = 2000
WAIT_S = 0.02  # messages come in bursts
AGAIN_S = 1.0
KEPT_S = 7 * 86_400  # for how long a broker keeps what comes while the hub is away
IN_FLIGHT = 1000
MOST_PAYLOAD = 100_000


@dataclass(frozen=True)
class Settings:
    """Where a broker is, and what is heard there."""

    host: str
    port: int
    tls: bool
    version: str
    user: str | None
    password: str | None
    topic: str
    share: str | None
    client: str

    @classmethod
    def of(cls, plant: Plant, password: str | None, client: str) -> "Settings | None":
        """Those of the plant; None where it has no broker."""
        if not plant.broker_host:
            return None
        return cls(
            plant.broker_host,
            plant.broker_port,
            plant.broker_tls,
            plant.broker_version,
            plant.broker_user,
            password,
            plant.broker_topic,
            plant.broker_share,
            client,
        )

    @property
    def filter(self) -> str:
        """What is subscribed."""
        plain = self.topic.replace("{sensor}", "+")
        return f"$share/{self.share}/{plain}" if self.share else plain

    def sensor(self, topic: str) -> str:
        """The sensor's code in a message's topic."""
        place = self.topic.split("/").index("{sensor}")
        levels = topic.split("/")
        return levels[place] if place < len(levels) else ""


Row = dict[str, Any]
Take = Callable[[Sequence[tuple[int, Row]]], None]


class BrokerClient:
    """Hands rows over by `take`, which returns when they are durable, and acknowledges them then; what it raises is
    logged, and the same rows are handed over again. `state` is what people see."""

    def __init__(self, settings: Settings, take: Take) -> None:
        self.settings, self.take = settings, take
        self.connected, self.trouble = False, ""
        self._came: queue.SimpleQueue[mqtt.MQTTMessage | None] = queue.SimpleQueue()
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="broker", daemon=True)
        self.five = settings.version == "5"
        more: dict[str, Any] = {} if self.five else {"clean_session": False}
        self.client = mqtt.Client(
            CallbackAPIVersion.VERSION2,
            client_id=settings.client,
            protocol=mqtt.MQTTv5 if self.five else mqtt.MQTTv311,
            manual_ack=True,
            **more,
        )
        if settings.user:
            self.client.username_pw_set(settings.user, settings.password)
        if settings.tls:
            self.client.tls_set()
        self.client.on_connect, self.client.on_disconnect = self._on_connect, self._on_disconnect
        self.client.on_message = self._on_message
        self.client.on_subscribe = self._on_subscribe

    def start(self) -> None:
        """Connects, and again whenever the broker is lost."""
        self._thread.start()
        more: dict[str, Any] = {"clean_start": False, "properties": _lasting()} if self.five else {}
        self.client.reconnect_delay_set(1, 30)
        self.client.connect_async(self.settings.host, self.settings.port, keepalive=30, **more)
        self.client.loop_start()

    def stop(self) -> None:
        """Goes; what is not durable comes again when somebody is there."""
        self._stop.set()
        self._came.put(None)
        self._thread.join(timeout=20)
        self.client.disconnect()
        self.client.loop_stop()

    def _on_connect(self, client: mqtt.Client, _: Any, __: Any, reason: Any, ___: Any = None) -> None:
        if reason.is_failure:
            self.connected, self.trouble = False, str(reason)
            return
        client.subscribe(self.settings.filter, qos=1)

    def _on_subscribe(self, _: Any, __: Any, ___: int, reasons: list[Any], ____: Any = None) -> None:
        refused = [str(one) for one in reasons if one.is_failure]
        self.connected, self.trouble = not refused, refused[0] if refused else ""

    def _on_disconnect(self, _: Any, __: Any, ___: Any, reason: Any, ____: Any = None) -> None:
        self.connected, self.trouble = False, str(reason)

    def _on_message(self, _: Any, __: Any, message: mqtt.MQTTMessage) -> None:
        self._came.put(message)

    def _run(self) -> None:
        while not self._stop.is_set():
            batch = self._batch()
            while batch and not self._taken(batch):
                if self._stop.wait(AGAIN_S):
                    return

    def _batch(self) -> list[mqtt.MQTTMessage]:
        first = self._came.get()
        if first is None:
            return []
        self._stop.wait(WAIT_S)
        batch = [first]
        while len(batch) < MOST_AT_ONCE and not self._came.empty():
            more = self._came.get()
            if more is not None:
                batch.append(more)
        return batch

    def _taken(self, batch: list[mqtt.MQTTMessage]) -> bool:
        rows = [
            row for message in batch for row in rows_in(self.settings.sensor(message.topic), bytes(message.payload))
        ]
        try:
            self.take(list(enumerate(rows, start=1)))
        except Exception:
            LOG.exception("readings of the broker could not be kept; they are taken again")
            return False
        for message in batch:  # in the order in which they came, as the protocol wants it
            if message.qos:
                self.client.ack(message.mid, message.qos)
        return True


def rows_in(sensor: str, payload: bytes) -> list[Row]:
    """The readings of a message: a number, an object, or a list of objects. Its topic's sensor holds unless an object
    names one; what can't be read is one row without a value."""
    broken = [{"sensor": sensor, "value": payload[:80].decode("utf-8", "replace")}]
    if len(payload) > MOST_PAYLOAD:
        return broken
    try:
        found = json.loads(payload)
    except (ValueError, RecursionError):
        return broken
    if isinstance(found, list) and found and all(isinstance(one, dict) for one in found):
        return [{"sensor": sensor, **named(one)} for one in found]
    if isinstance(found, dict):
        return [{"sensor": sensor, **named(found)}]
    return [{"sensor": sensor, "value": found}]


def _lasting() -> Properties:
    properties: Any = Properties(PacketTypes.CONNECT)  # type: ignore[no-untyped-call]
    properties.SessionExpiryInterval = KEPT_S
    properties.ReceiveMaximum = IN_FLIGHT
    made: Properties = properties
    return made
