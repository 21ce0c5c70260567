"""What the sensors of the demo plant say, as a function of the seed and of time: before the plant was written, for its
history, and afterwards, while its hub runs. One of them climbs towards its limit and passes it a little later, again
and again."""

import math
import random
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import cache
from typing import NamedTuple

from services.core.moments import EPOCH
from services.demo.life import SHANGHAI
from services.demo.outfit import PROBES, Probe

CLIMBING, CYCLE, SINCE = "TE-KY02", 150.0, 75.0  # minutes
NEAR, ABOVE = 0.97, 1.04  # of its limit is where it has come to when the plant is written, and where it gets
RISES, FALLS = timedelta(minutes=25), timedelta(minutes=20)
PROBE = {probe.code: probe for probe in PROBES}
DAYS = range(1, 29)
# which sensors pass their limits in which months, and which stop talking now and then
SEASONS = {
    "VOC-PT01": range(1, 13),
    "CO-HJ01": range(1, 13),
    "DU-MX01": range(1, 13),
    "TE-CH01": range(4, 11),
    "FT-TQ01": (1, 5, 9),
    "HE-PD01": (6, 7),
    "TE-BY01": (7, 8),
    "TE-DA01": (7, 8),
}
TIRED = ("GT-HX01", "PT-KY01")


class Episode(NamedTuple):
    """A sensor rises for a while to `top` of its limit (or falls so far below it), or is silent, where that is 0."""

    code: str
    begins: datetime
    ends: datetime
    top: float


@cache
def episodes(seed: int, year: int, month: int) -> tuple[Episode, ...]:
    """Those that begin in a month, each on a day of its own."""
    chance = random.Random(f"{seed} sensors {year}-{month}")
    codes = [code for code, months in SEASONS.items() if month in months]
    found = []
    for day in sorted(chance.sample(DAYS, chance.randint(4, 7))):
        begins = datetime(year, month, day, chance.randint(8, 15), chance.randrange(60), tzinfo=SHANGHAI)
        lasts = timedelta(minutes=chance.randint(55, 130))
        found.append(Episode(chance.choice(codes), begins, begins + lasts, round(chance.uniform(1.03, 1.2), 3)))
    if chance.random() < 0.4:
        begins = datetime(year, month, chance.choice(DAYS), chance.randrange(24), 13, tzinfo=SHANGHAI)
        lasts = timedelta(hours=chance.randint(2, 30))
        found.append(Episode(chance.choice(TIRED), begins, begins + lasts, 0.0))
    return tuple(found)


def moments(probe: Probe, after: datetime, until: datetime) -> Iterator[datetime]:
    """When a sensor reports, after a moment and up to another; at fixed seconds, so that the series has no seam."""
    offset = sum(probe.code.encode()) % probe.seconds
    step = math.floor(((after - EPOCH).total_seconds() - offset) / probe.seconds) + 1
    while (at := EPOCH + timedelta(seconds=step * probe.seconds + offset)) <= until:
        yield at
        step += 1


def said(seed: int, probe: Probe, at: datetime, written: datetime) -> float | None:
    """What a sensor says at a moment; None while it is silent. One climbs until `written`, when the plant was."""
    chance = random.Random(f"{seed} {probe.code} {at.timestamp():.0f}")
    swing, phase = 0.035 * probe.usual, random.Random(f"{seed} {probe.code}").uniform(0, 6.28)
    value = probe.usual + swing * math.sin(phase + at.timestamp() / 2700) + chance.gauss(0, swing / 4)
    if probe.code == CLIMBING and probe.high:
        weight, share = _climbed((at - written) / timedelta(minutes=1) + SINCE)
        value += (share * probe.high - value) * weight
    for one in _around(seed, at):
        if one.code == probe.code and one.begins <= at < one.ends:
            if not one.top:
                return None
            value += (_top(probe, one) - value) * _weight(one, at)
    return round(value, 3)


def _around(seed: int, at: datetime) -> Iterator[Episode]:
    """The episodes that may be going on at a moment; none reaches from one month into the next but one."""
    here = at.astimezone(SHANGHAI)
    before = here - timedelta(days=2)
    for year, month in {(here.year, here.month), (before.year, before.month)}:
        yield from episodes(seed, year, month)


def _top(probe: Probe, one: Episode) -> float:
    return probe.high * one.top if probe.high is not None else (probe.low or 0.0) * (2 - one.top)


def _weight(one: Episode, at: datetime) -> float:
    """How much of the way up it is, from 0 to 1."""
    return min(1.0, (at - one.begins) / RISES, (one.ends - at) / FALLS)


def _climbed(minutes: float) -> tuple[float, float]:
    """How far the climbing sensor is so long after it began: how much of the way, and to which share of its limit."""
    if minutes < 0:
        return 0.0, NEAR
    minutes %= CYCLE
    if minutes <= SINCE:
        return (minutes / SINCE) ** 1.5, NEAR
    share = min(ABOVE, NEAR + (ABOVE - NEAR) * (minutes - SINCE) / 15)
    return max(0.0, min(1.0, (125 - minutes) / 20)), share


def months_between(first: datetime, last: datetime) -> Iterator[tuple[int, int]]:
    """Year and month of all that lie between two moments."""
    begins, ends = first.astimezone(SHANGHAI), last.astimezone(SHANGHAI)
    for place in range(begins.year * 12 + begins.month - 1, ends.year * 12 + ends.month):
        yield place // 12, place % 12 + 1


assert {*SEASONS, *TIRED, CLIMBING} <= set(PROBE)
