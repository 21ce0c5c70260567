"""What the hub of the demo plant would have noted of its sensors, and their readings of the last hours."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial
from itertools import pairwise

from services.core.crossings import crossings
from services.core.operation import SYSTEM, required
from services.core.sensors import Sensor
from services.core.shape import utc_text
from services.demo.gauges import PROBE, Episode, episodes, moments, months_between, said
from services.demo.life import Happening, Life, things_of
from services.demo.outfit import PROBES
from services.store.facts import fact, set_fact
from services.store.readings import Reading, append

HOURS = timedelta(hours=8)
FIRST_HEARD = timedelta(minutes=30)
AROUND = timedelta(minutes=30)


def happenings(life: Life) -> Iterator[Happening]:
    """Sensors are heard, pass their limits and come back, fall silent and are heard again, within a chapter."""
    for probe in PROBES:
        heard = next(moments(probe, life.founded + FIRST_HEARD, life.until))
        yield _noted(life, "sensors.hear", probe.code, heard, heard)
    for year, month in months_between(life.founded, life.until):
        for one in episodes(life.seed, year, month):
            if one.begins > life.founded + timedelta(days=1):
                yield from _crossed(life, one) if one.top else _silent(life, one)


def _crossed(life: Life, one: Episode) -> Iterator[Happening]:
    probe = PROBE[one.code]
    sensor = required(life.journal.records, Sensor, life.ids[one.code])
    times = list(moments(probe, one.begins, one.ends + AROUND))
    values = [said(life.seed, probe, at, life.until) for at in times]
    heard = [(at, value) for at, value in zip(times, values, strict=True) if value is not None]
    for found in crossings(sensor, heard):
        more = {"value": found.value} | ({"beyond": found.beyond} if found.beyond else {})
        kind = "sensors.cross" if found.beyond else "sensors.clear"
        yield _noted(life, kind, one.code, found.at, found.at, **more)


def _silent(life: Life, one: Episode) -> Iterator[Happening]:
    probe = PROBE[one.code]
    sensor = required(life.journal.records, Sensor, life.ids[one.code])
    last = max(moments(probe, one.begins - AROUND, one.begins - timedelta(seconds=1)))
    yield _noted(life, "sensors.fall_silent", one.code, last + sensor.silent_after, last)
    first = next(pairwise(moments(probe, one.ends - timedelta(seconds=1), one.ends + 2 * AROUND)))
    yield _noted(life, "sensors.hear", one.code, first[1], first[1])


def _noted(life: Life, kind: str, code: str, when: datetime, at: datetime, **more: object) -> Happening:
    args = {"sensor": life.ids[code], "at": utc_text(at), **more}
    return Happening(when, f"{kind} {code}", partial(_do, kind=kind, args=args))


def _do(life: Life, kind: str, args: dict[str, object]) -> None:
    life.do(SYSTEM, kind, **args)


def say(life: Life, people: int) -> None:
    """Keeps the readings of the last hours, and by what the demo goes on (it began with so many people), within a
    chapter."""
    connection = life.journal.connection
    known = (fact(connection, "demo") or {}).get("things", {})  # somebody may have called them otherwise since
    append(connection, list(readings(life.seed, life.ids, life.until - HOURS, life.until, life.until)))
    goes_on = {"seed": life.seed, "until": utc_text(life.until), "people": people}
    set_fact(connection, "demo", {**goes_on, "things": things_of(life.journal.records) | known})


def readings(
    seed: int, ids: dict[str, str], after: datetime, until: datetime, written: datetime, code: str | None = None
) -> Iterator[Reading]:
    """What the sensors of these ids (by code), or one of them, say after a moment and up to another."""
    for probe in PROBES:
        if probe.code in ids and code in (None, probe.code):
            for at in moments(probe, after, until):
                value = said(seed, probe, at, written)
                if value is not None:
                    yield Reading(ids[probe.code], at, value)
