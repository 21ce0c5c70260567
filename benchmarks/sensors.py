"""`python -m benchmarks.sensors [SECONDS]`: what a whole hub takes of one core while 200 sensors report once a second,
each with a limit and a rule 'above 80 for 15 min'. The hub is a process of its own with all its threads; readings come
over HTTP, a second's at a time, durable before the answer. Beside it what the same hub takes while nothing comes."""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import requests

from benchmarks.figures import LoadPlant, out, plant_for_load
from services.core.operation import Actor
from services.core.roles import Role
from services.core.shape import utc_text
from services.hub.hub import Hub
from services.store.folder import HubAddress, PlantFolder

SENSORS, BOUND, FOR_S = 200, 80.0, 900
WARM_S = 15
ALERT = {"do": "alert", "level": "high", "to": ["ehs_manager"]}
TICK_S = 1 / os.sysconf("SC_CLK_TCK")


def furnish(data: Path, plant: LoadPlant, sensors: int = SENSORS, for_s: float = FOR_S) -> None:
    """So many sensors with their limits, and a rule for each."""
    hub = Hub(PlantFolder(data))
    boss = Actor(plant.person, frozenset(Role))
    try:
        for number in range(sensors):
            code = f"T-{number:03d}"
            told = {"code": code, "name": code, "quantity": "temperature", "unit": "℃", "zone": plant.zone}
            hub.do("sensors.add", {**told, "interval_s": 1.0, "limit_high": 90.0}, boss)
            when = {"kind": "sustained", "sensor": code, "above": BOUND, "for_s": for_s}
            document = json.dumps({"format": 1, "name": code, "when": when, "then": [ALERT]})
            answer = hub.do("rules.add", {"document": document, "active": True}, boss)
            if answer.refused:
                raise answer.refused
    finally:
        hub.close()


def cpu_s(pid: int) -> float:
    """What a process has taken so far, in seconds of one core."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) * TICK_S


def share(pid: int, seconds: int, send: bool, session: requests.Session, url: str) -> float:
    """The share of one core that the hub takes over so many seconds."""
    chance, values = random.Random(7), [70.0] * SENSORS
    begun, before = time.monotonic(), cpu_s(pid)
    for second in range(seconds):
        if send:
            at = utc_text(datetime.now(UTC))
            values = [max(50.0, min(95.0, one + chance.uniform(-0.4, 0.4))) for one in values]
            rows = (json.dumps({"t": at, "s": f"T-{n:03d}", "v": round(one, 2)}) for n, one in enumerate(values))
            answer = session.post(f"{url}/ingest/readings", data="\n".join(rows).encode())
            if answer.json()["taken"] != SENSORS:
                raise SystemExit(answer.text)
        time.sleep(max(0.0, begun + second + 1 - time.monotonic()))
    return (cpu_s(pid) - before) / (time.monotonic() - begun)


@contextmanager
def listening(data: Path, token: str) -> Iterator[tuple[HubAddress, requests.Session]]:
    """A hub that is a process of its own, and a connection over which sensors report to it."""
    command = [sys.executable, "-m", "services.cli", "hub", "--data", str(data), "--port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8")
    try:
        assert process.stdout is not None
        process.stdout.readline()
        address = PlantFolder(data).running()
        assert address is not None, "the hub did not start"
        session = requests.Session()
        session.trust_env = False
        session.headers.update({"Authorization": f"Bearer {token}"})
        key = session.post(f"{address.url}/api/connectors/key", json={}).json()["key"]
        session.headers.update({"Authorization": f"Bearer {key}", "Content-Type": "application/x-ndjson"})
        yield address, session
    finally:
        process.terminate()
        process.wait(30)


def main() -> None:
    """Prints what it takes with nothing to do, and with 200 readings a second."""
    parser = argparse.ArgumentParser()
    parser.add_argument("seconds", nargs="?", type=int, default=60)
    seconds = parser.parse_args().seconds
    with tempfile.TemporaryDirectory() as place:
        data = Path(place) / "plant"
        plant = plant_for_load(data)
        furnish(data, plant)
        with listening(data, plant.token) as (address, session):
            share(address.pid, WARM_S, True, session, address.url)
            busy = share(address.pid, seconds, True, session, address.url)
            idle = share(address.pid, WARM_S, False, session, address.url)
    out(f"{SENSORS} sensors at 1 Hz, {SENSORS} rules: {busy:.1%} of one core; nothing to hear: {idle:.1%}")


if __name__ == "__main__":
    main()
