"""`python -m benchmarks.rules_http [TICKS]`: rules over HTTP, one run, same input, same firings.

Ticks of 200 readings, each sensor with 'above 80 for 9 s', go over one connection to Node-RED, which keeps nothing, and
to a whole hub, which answers when they are on the disk; when the hub's alerts were on the disk is read from its
journal afterwards. Then, in real time, how long after the ideal moment an alert is there, beside Prometheus at 1 s.
"""

import argparse
import json
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import requests

from benchmarks.figures import LoadPlant, out, plant_for_load
from benchmarks.peers import rules_live
from benchmarks.peers.bring import node_red, prometheus
from benchmarks.rules import SENSORS, Fired, Stream, stream
from benchmarks.sensors import furnish, listening
from services.core.moments import milliseconds
from services.hub.hub import Hub
from services.store.folder import PlantFolder

TICK_MS, LEAD_S, SERIES, HOLDS_S = 30, 2.0, 8, 5.0


@dataclass
class Served:
    """A hub that is a process of its own, with a connection to it."""

    data: Path
    plant: LoadPlant
    session: requests.Session
    url: str

    def post(self, rows: list[tuple[int, str, float]]) -> None:
        """Readings as (moment in ms, sensor, value); returns when they are durable."""
        lines = "\n".join(json.dumps({"t": at, "s": sensor, "v": value}) for at, sensor, value in rows)
        answer = self.session.post(f"{self.url}/ingest/readings", data=lines.encode())
        if answer.json().get("taken") != len(rows):
            raise SystemExit(answer.text)


@contextmanager
def served(data: Path, for_s: float, sensors: int) -> Iterator[Served]:
    """With so many sensors and a rule for each."""
    plant = plant_for_load(data)
    furnish(data, plant, sensors, for_s)
    with listening(data, plant.token) as (address, session):
        time.sleep(LEAD_S)
        yield Served(data, plant, session, address.url)
        time.sleep(LEAD_S)


def raised(data: Path) -> list[tuple[str, int, int]]:
    """The alerts of a hub that has ended: sensor, when it fired and when it was kept, in ms."""
    hub = Hub(PlantFolder(data))
    try:
        with hub.store.look() as look:
            alerts = look.find("alert")
        return [(one.key, milliseconds(one.fired_at), milliseconds(one.raised_at)) for one in alerts]
    finally:
        hub.close()


def ours(data: Path, series: Stream, ticks: int) -> tuple[Fired, float, float]:
    """Firings by tick, seconds for all ticks, and the median delay of an alert after its tick was sent, in ms."""
    sent: list[float] = []
    with served(data, rules_live.FOR_MS / 1000, SENSORS) as hub:
        first = round(time.time() * 1000)
        begun = time.perf_counter()
        for tick in range(ticks):
            sent.append(time.time() * 1000)
            hub.post([(first + tick * TICK_MS, f"T-{n:03d}", series[f"T-{n:03d}"][tick]) for n in range(SENSORS)])
        took = time.perf_counter() - begun
    found = [(key, (fired - first) // TICK_MS, kept) for key, fired, kept in raised(data)]
    delays = [kept - sent[tick] for _, tick, kept in found]
    return sorted((key, tick) for key, tick, _ in found), took, median(delays) if delays else 0.0


def theirs(script: Path, room: Path, series: Stream, ticks: int) -> tuple[Fired, float, float]:
    """The same of Node-RED; the delay is that of the answer which names an alert."""
    fired: Fired = []
    delays: list[float] = []
    with rules_live.node_red(script, room) as address, requests.Session() as session:
        session.trust_env = False
        begun = time.perf_counter()
        for tick in range(ticks):
            rows = [{"s": n, "t": tick * TICK_MS, "v": series[f"T-{n:03d}"][tick]} for n in range(SENSORS)]
            at = time.perf_counter()
            alerts = session.post(address, json=rows, timeout=60).json()["alerts"]
            delays += [1000 * (time.perf_counter() - at)] if alerts else []
            fired += [(f"T-{n:03d}", t // TICK_MS) for n, t in alerts]
        took = time.perf_counter() - begun
    return sorted(fired), took, median(delays) if delays else 0.0


def wanted(series: Stream, ticks: int) -> Fired:
    """By the words of the rule: the first tick that lies so long after the run began."""
    need, found = rules_live.FOR_MS // TICK_MS, []
    for sensor, values in series.items():
        run = 0
        for tick, value in enumerate(values[:ticks]):
            run = run + 1 if value > 80 else 0
            if run == need + 1:
                found.append((sensor, tick))
    return sorted(found)


def delay_of_ours(data: Path) -> list[float]:
    """How many ms after the ideal moment each alert was kept; readings come once a second, and at the crossing."""
    with served(data, HOLDS_S, SERIES) as hub:
        crossing = [time.time() + 1 + 0.37 * n for n in range(SERIES)]
        moments = sorted((at + second, n) for n, at in enumerate(crossing) for second in range(-1, int(HOLDS_S) + 1))
        for at, n in moments:
            time.sleep(max(0.0, at - time.time()))
            hub.post([(round(at * 1000), f"T-{n:03d}", 90.0 if at >= crossing[n] else 60.0)])
    return [kept - fired for _, fired, kept in raised(data)]


def delay_of_prometheus(program: Path, room: Path) -> list[float]:
    """The same of Prometheus, asked fifty times a second."""
    begins = time.time() + 8
    crossing = [begins + 0.37 * n for n in range(SERIES)]
    seen: dict[int, float] = {}
    with rules_live.prometheus(program, room, crossing) as address:
        while len(seen) < SERIES and time.time() < begins + 30:
            for n in rules_live.firing(address) - seen.keys():
                seen[n] = 1000 * (time.time() - crossing[n] - HOLDS_S)
            time.sleep(0.02)
    return list(seen.values())


def main() -> None:
    """Prints a line for each, and the ratios."""
    parser = argparse.ArgumentParser()
    parser.add_argument("ticks", nargs="?", type=int, default=600)
    ticks = parser.parse_args().ticks
    series = stream(ticks)
    expected = wanted(series, ticks)
    with tempfile.TemporaryDirectory() as place:
        rooms = [Path(place) / name for name in ("ours", "node-red", "delay", "prometheus")]
        for one in rooms[1::2]:
            one.mkdir()
        fired, took, delay = ours(rooms[0], series, ticks)
        if fired != expected:
            raise SystemExit(f"the hub says something else: {len(fired)} firings, not {len(expected)}")
        rate = SENSORS * ticks / took
        out(f"hub: {rate:,.0f} readings a second, durable before the answer; an alert is kept {delay:.0f} ms after")
        if script := node_red():
            fired, took, delay = theirs(script, rooms[1], series, ticks)
            same = "the same firings" if fired == expected else "OTHER FIRINGS"
            peer = SENSORS * ticks / took
            out(f"Node-RED: {peer:,.0f} a second, kept nowhere, {same}; an alert is in the answer after {delay:.1f} ms")
            out(f"hub / Node-RED: {rate / peer:.2f}")
        mine = delay_of_ours(rooms[2])
        out(f"hub: an alert is kept {median(mine):.0f} ms after the ideal moment ({min(mine):.0f} to {max(mine):.0f})")
        if program := prometheus():
            them = delay_of_prometheus(program, rooms[3])
            out(f"Prometheus, 1 s / 1 s: seen {median(them):.0f} ms after ({min(them):.0f} to {max(them):.0f})")
            out(f"hub / Prometheus: 1 / {median(them) / median(mine):.0f}")


if __name__ == "__main__":
    main()
