"""`python -m benchmarks.rules [SECONDS]`: 'above 80 for 15 min' over 200 sensors at 1 Hz, one stream, the same firings:
the back-test, and its condition alone over plain numbers, beside bytewax and Rust's CEL, in turn; and what the live
engine takes of one core. Hub, store and network are not in it."""

import argparse
import json
import random
import subprocess
import time
from collections.abc import Callable
from functools import partial
from itertools import groupby
from pathlib import Path
from zoneinfo import ZoneInfo

from benchmarks.figures import out
from benchmarks.peers.bring import rule_engines
from benchmarks.peers.plant import KEPT
from services.core.rule_document import Rule, rule_from
from services.rules.back_test import back_test
from services.rules.events import Reading
from services.rules.live import Live
from services.rules.running import Place, ready
from services.rules.sustained import SustainedRun

SENSORS, BOUND, FOR_S = 200, 80.0, 900
LENGTHS = (5, 60, 300, 899, 900, 901, 1500, 2400)
PLACE = Place(ZoneInfo("Asia/Shanghai"), lambda _: 60.0)
PEERS = Path(__file__).parent / "peers" / "rule_engines.py"
Fired = list[tuple[str, int]]  # sensor and second
Stream = dict[str, list[float]]  # a sensor's value in each second


def stream(seconds: int) -> Stream:
    """Calm values with stretches over the bound of many lengths, some of them with a dip of one reading."""
    chance = random.Random(7)
    found: Stream = {}
    for number in range(SENSORS):
        values = [round(chance.uniform(55, 75), 2) for _ in range(seconds)]
        at = chance.randrange(1200)
        while at < seconds:
            long = chance.choice(LENGTHS)
            for second in range(at, min(at + long, seconds)):
                values[second] = 85.0
            if long > 400 and chance.random() < 0.3 and at + long // 2 < seconds:
                values[at + long // 2] = 79.0
            at += long + chance.randrange(30, 1500)
        found[f"T-{number:03d}"] = values
    return found


def expected(series: Stream) -> Fired:
    """The firings, reckoned by whole runs over the bound."""
    found: Fired = []
    for sensor, values in series.items():
        at = 0
        for over, run in groupby(values, key=lambda value: value > BOUND):
            long = len(list(run))
            if over and long > FOR_S:
                found.append((sensor, at + FOR_S))
            at += long
    return sorted(found)


def rule(sensor: str) -> Rule:
    """The rule of one sensor."""
    return rule_from(
        {"format": 1, "name": sensor, "when": {"kind": "sustained", "sensor": sensor, "above": BOUND, "for_s": FOR_S}}
    )


def tested(series: Stream) -> tuple[Fired, float]:
    """The back-test of every sensor's rule over its own readings; readings and rules are made beforehand."""
    given = [(rule(sensor), [Reading(1000 * at, sensor, one) for at, one in enumerate(values)])
             for sensor, values in series.items()]  # fmt: skip
    begun = time.perf_counter()
    firings = [one for what, events in given for one in back_test(what, events, PLACE, 0, events[-1].at)]
    took = time.perf_counter() - begun
    return sorted((one.key, one.at // 1000) for one in firings if one.event == "fired"), took


def alone(series: Stream) -> tuple[Fired, float]:
    """The condition itself, over moments and values as a store or a file gives them."""
    given = [(ready(rule(sensor), PLACE)[0], [(1000 * at, one) for at, one in enumerate(values)])
             for sensor, values in series.items()]  # fmt: skip
    begun = time.perf_counter()
    said = []
    for leaf, readings in given:
        assert isinstance(leaf, SustainedRun)
        said += leaf.hear_all(leaf.fixed, leaf.begin(leaf.fixed, 0), readings)[1]
    took = time.perf_counter() - begun
    return sorted((one.key, one.at // 1000) for one in said if one.truth), took


def lived(series: Stream) -> tuple[Fired, float]:
    """The live engine, second by second; CPU seconds."""
    engines = {sensor: Live(rule(sensor), PLACE, 0) for sensor in series}
    length = len(next(iter(series.values())))
    fired: Fired = []
    begun = time.process_time()
    for second in range(length):
        for sensor, engine in engines.items():
            for one in engine.take((Reading(1000 * second, sensor, series[sensor][second]),), 1000 * second):
                if one.firing.event == "fired":
                    fired.append((one.firing.key, one.firing.at // 1000))
    return sorted(fired), time.process_time() - begun


def peer(python: str, name: str, given: Path) -> tuple[Fired, float]:
    """A peer over the same stream, in its own environment."""
    answer = subprocess.run([python, str(PEERS), name, str(given)], capture_output=True, text=True, check=True)
    found = json.loads(answer.stdout.strip().splitlines()[-1])
    return sorted((sensor, at) for sensor, at in found["fired"]), found["s"]


def main() -> None:
    """Prints one line for each engine."""
    parser = argparse.ArgumentParser()
    parser.add_argument("seconds", nargs="?", type=int, default=3600)
    args = parser.parse_args()
    series = stream(args.seconds)
    events, wanted = SENSORS * args.seconds, expected(series)
    ways: dict[str, Callable[[], tuple[Fired, float]]] = {
        "condition": partial(alone, series),
        "back-test": partial(tested, series),
    }
    python = rule_engines()
    if python is not None:
        given = KEPT / "rules-stream.json"
        given.write_text(json.dumps(series), encoding="utf-8")
        ways |= {name: partial(peer, str(python), name, given) for name in ("bytewax", "cel")}
    best: dict[str, float] = {}
    for _ in range(3):
        for name, way in ways.items():
            fired, took = way()
            if fired != wanted:
                raise SystemExit(f"{name} says something else: {len(fired)} firings, not {len(wanted)}")
            best[name] = min(best.get(name, took), took)
    for name, took in best.items():
        ratios = ", ".join(f"{took / best[ours]:.1f} × {ours}" for ours in ("condition", "back-test"))
        out(f"{name}: {events / took:,.0f} readings a second, {len(wanted)} firings; takes {ratios}")
    fired, cpu = lived(series)
    if fired != wanted:
        raise SystemExit("the live engine says something else")
    out(f"live, {SENSORS} sensors at 1 Hz, each with a rule: {cpu / args.seconds:.2%} of one core, the same firings")


if __name__ == "__main__":
    main()
