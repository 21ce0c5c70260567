"""What the sensors of the demo plant have said in the last hours; one of them climbs towards its limit."""

import math
import random
from collections.abc import Iterator
from datetime import timedelta

from services.demo.life import Life
from services.demo.outfit import PROBES, Probe
from services.store.readings import Reading, append

HOURS = 8
CLIMBING, SINCE = "TE-KY02", timedelta(minutes=75)
NEAR = 0.97  # of its limit is where it has come to


def say(life: Life) -> None:
    """Keeps the readings of the last hours, within a chapter."""
    append(life.journal.connection, [one for probe in PROBES for one in _said(life, probe)])


def _said(life: Life, probe: Probe) -> Iterator[Reading]:
    chance = random.Random(f"{life.seed} readings {probe.code}")
    count = round(HOURS * 3600 / probe.seconds)
    swing, phase = 0.035 * probe.usual, chance.uniform(0, 6.28)
    for step in range(count, 0, -1):
        at = life.until - timedelta(seconds=step * probe.seconds)
        value = probe.usual + swing * math.sin(phase + step * probe.seconds / 2700) + chance.gauss(0, swing / 4)
        if probe.code == CLIMBING and probe.high:
            risen = max(0.0, 1 - (life.until - at) / SINCE)
            value += (NEAR * probe.high - value) * risen**1.5
        yield Reading(life.ids[probe.code], at, round(value, 3))
