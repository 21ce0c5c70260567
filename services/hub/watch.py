"""The thread that watches over sensors: it notes as operations of the system when one passes a limit, comes back, falls
silent or is heard again. What it goes by are readings that are kept and the records: nothing is lost with it."""

import threading
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

from services.core.crossings import Crossing, crossings, judged_from, look_back, silence
from services.core.ids import id_from
from services.core.sensors import Sensor
from services.core.shape import utc_text
from services.hub.hub import Hub
from services.hub.looking import Looking
from services.store.journal import Answer, head
from services.store.readings import Reading, between, last_moments, newest_before
from services.store.records import Records

EVERY_S = 5.0
A_MOMENT = timedelta(milliseconds=1)  # as exactly as readings are kept
TO_SETTLE_S = 0.2  # readings come in bursts
EARLIEST = datetime.min.replace(tzinfo=UTC)
Deed = Literal["sensors.cross", "sensors.clear", "sensors.fall_silent", "sensors.hear"]


class Watch(Looking):
    """Looks when readings have come and every few seconds. Of a sensor that was heard lately and reads within its
    limits nothing new can be said: then the store is not asked."""

    def __init__(self, hub: Hub) -> None:
        super().__init__("watch", lambda: self.look(hub.now()), EVERY_S, TO_SETTLE_S)
        self.hub = hub
        self._since = hub.now()
        self._came: list[Reading] = []  # what has not been looked at
        self._newest: dict[str, datetime] = {}  # by sensor, as far as this hub has heard it
        self._looked: dict[str, datetime | None] = {}  # those looked at before, with since when they had which limits
        self._used: tuple[int, list[Sensor]] = (-1, [])  # the sensors in use, as of an entry
        self._lock = threading.Lock()
        hub.heard.append(self._on_readings)
        hub.store.writer.committed.append(self._on_committed)

    def _on_readings(self, readings: Sequence[Reading]) -> None:
        with self._lock:
            self._came += readings
        self.wake()

    def _on_committed(self, answers: Sequence[Answer]) -> None:
        """Other limits make something else of the readings that are there."""
        if any("sensor" in answer.kinds for answer in answers):
            self.wake()

    def look(self, now: datetime) -> None:
        """One look: what the readings that have come make of their sensors, and which sensors are not heard."""
        news = self._news(now)
        looked, self._looked = self._looked, {}  # all anew, if this look fails
        with self.hub.store.look() as look:
            used = self._sensors(look)
            found = []
            for sensor in used:
                new, known = news.get(sensor.id, []), looked.get(sensor.id, now) == sensor.limits_since
                if not known or not self._calm(sensor, new, now):
                    first = min((one.at for one in new), default=None)
                    found += [(sensor, deed) for deed in self._deeds(look, sensor, first, now, known=known)]
        for sensor, (kind, args) in found:
            # the same crossing is one operation, whoever notes it, however often
            self.hub.note(kind, {"sensor": sensor.id, **args}, id_from(kind, sensor.id, args["at"]))
        self._looked = {one.id: one.limits_since for one in used}

    def _news(self, now: datetime) -> dict[str, list[Reading]]:
        """What has come since the last look, by sensor."""
        with self._lock:
            came, self._came = self._came, []
        found: dict[str, list[Reading]] = {}
        for one in came:
            found.setdefault(one.sensor, []).append(one)
            if one.at <= now and one.at > self._newest.get(one.sensor, EARLIEST):
                self._newest[one.sensor] = one.at
        return found

    def _sensors(self, look: Records) -> list[Sensor]:
        seq = head(look.connection)[0]
        if seq != self._used[0]:
            self._used = seq, [one for one in look.find("sensor") if one.retired_at is None]
        return self._used[1]

    def _calm(self, sensor: Sensor, new: list[Reading], now: datetime) -> bool:
        """Whether it is as it was noted, by what this hub has heard. Of one that is silent another hub on the same
        database may have heard."""
        newest = self._newest.get(sensor.id)
        if new and (sensor.hearing != "heard" or sensor.beyond or any(sensor.over(one.value) for one in new)):
            return False
        if newest is None or sensor.hearing == "silent":
            return not new and self.hub.store.database.is_sqlite
        return now - max(newest, self._since) <= sensor.silent_after

    def _deeds(
        self, look: Records, sensor: Sensor, new: datetime | None, now: datetime, *, known: bool
    ) -> Iterator[tuple[Deed, dict[str, Any]]]:
        last = last_moments(look.connection, sensor.id, now, 2)
        if last:
            self._newest[sensor.id] = last[0]
        changed = silence(sensor, last, now, self._since)
        if changed is False:
            yield "sensors.hear", {"at": utc_text(last[0])}
        for one in [] if known and new is None else _crossings(look, sensor, new if known else None, now):
            read = {"value": one.value, "at": utc_text(one.at)}
            yield ("sensors.cross", {"beyond": one.beyond, **read}) if one.beyond else ("sensors.clear", read)
        if changed:
            yield "sensors.fall_silent", {"at": utc_text(last[0])}


def _crossings(look: Records, sensor: Sensor, new: datetime | None, now: datetime) -> list[Crossing]:
    """What the readings since `new` make of a sensor, or all that can tell something new."""
    begins = judged_from(sensor, now)
    if new is not None:
        begins = max(begins, new - look_back(sensor))
    first, end = begins + A_MOMENT, now + A_MOMENT
    points = [(one.at, one.value) for one in between(look.connection, sensor.id, first, end)]
    if begins == sensor.limits_since:
        points = [*_standing(look, sensor, begins), *points]
    return crossings(sensor, points)


def _standing(look: Records, sensor: Sensor, at: datetime) -> Iterator[tuple[datetime, float]]:
    """The value that a sensor had when its limits became what they are, as if it had been read then."""
    found = newest_before(look.connection, sensor.id, at)
    if found is not None and at - found.at <= sensor.silent_after:
        yield at, found.value
