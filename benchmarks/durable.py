"""Durable operations through the hub with 32 clients, beside a bare FastAPI + SQLite(FULL) insert per request.

Both servers run on one core, the clients on the other, in turn in one run; the same operations, the same client.
Each answer is checked, and the rows stored are counted afterwards.
"""

import asyncio
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.figures import out, plant_for_load
from services.core.ids import new_id

Make = Callable[[int, str], dict[str, Any]]
CLIENTS, SECONDS, ROUNDS = 32, 3.0, 3


def pinned(core: int) -> Callable[[], None] | None:
    """Ties a child process to a core, where the system can."""
    return (lambda: os.sched_setaffinity(0, {core})) if hasattr(os, "sched_setaffinity") else None


async def client(port: int, head: str, make: Make, end: float, took: list[float]) -> None:
    """One connection that sends one operation after the other until the time is over."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    device, n = f"bench-{new_id()}", 0
    while time.perf_counter() < end:
        n += 1
        body = json.dumps({"operations": [make(n, device)]}, ensure_ascii=False).encode()
        start = time.perf_counter()
        writer.write(f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body)
        raw = await reader.readuntil(b"\r\n\r\n")
        length = int(raw.lower().split(b"content-length:")[1].split(b"\r\n")[0])
        answer = json.loads(await reader.readexactly(length))
        took.append(time.perf_counter() - start)
        if answer.get("answers", [{}])[0].get("outcome") != "accepted":
            raise RuntimeError(str(answer)[:300])
    writer.close()


async def load(port: int, token: str, make: Make) -> list[float]:
    """All clients at once; seconds of each answer."""
    took: list[float] = []
    head = (
        "POST /api/operations HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
        + f"Authorization: Bearer {token}\r\n"
    )
    end = time.perf_counter() + SECONDS
    await asyncio.gather(*(client(port, head, make, end, took) for _ in range(CLIENTS)))
    return took


def operation(kind: str, args: Callable[[int], dict[str, Any]]) -> Make:
    """Makes the n-th operation of a device."""

    def make(n: int, device: str) -> dict[str, Any]:
        stamp = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
        return {"id": new_id(), "kind": kind, "args": args(n), "device": device, "n": n, "made_at": stamp}

    return make


def wait_for(port: int) -> None:
    """Until the server listens."""
    import socket

    for _ in range(400):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise RuntimeError("the server does not listen")


def main() -> int:
    """Prints rates, the ratio and the 99th percentiles."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        plant = plant_for_load(folder / "plant")
        bare = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.bare_server", str(folder / "bare.db"), "8931"], preexec_fn=pinned(0)
        )
        hub = subprocess.Popen(
            [sys.executable, "-m", "services.cli", "hub", "--data", str(folder / "plant"), "--port", "8932"],
            preexec_fn=pinned(0),
            stdout=subprocess.DEVNULL,
        )
        if hasattr(os, "sched_setaffinity"):
            os.sched_setaffinity(0, {1})
        try:
            wait_for(8931)
            wait_for(8932)
            for name, make in (
                ("hazards.report", operation("hazards.report", lambda n: plant.report(n))),
                ("zones.rename", operation("zones.rename", lambda n: {"zone": plant.zone, "name": f"区域 {n}"})),
            ):
                compare(name, plant.token, make)
        finally:
            bare.terminate()
            hub.terminate()
            bare.wait()
            hub.wait()
    return 0


def compare(name: str, token: str, make: Make) -> None:
    """Both servers in turn, three times."""
    rates: dict[int, list[float]] = {8931: [], 8932: []}
    slow: dict[int, list[float]] = {8931: [], 8932: []}
    for _ in range(ROUNDS):
        for port in rates:
            took = sorted(asyncio.run(load(port, token, make)))
            rates[port].append(len(took) / SECONDS)
            slow[port].append(took[int(len(took) * 0.99)] * 1000)
    peer, ours = median(rates[8931]), median(rates[8932])
    out(
        f"{name}: hub {ours:.0f}/s, bare insert {peer:.0f}/s, ratio {ours / peer:.2f} (goal 0.50); "
        f"p99 {median(slow[8932]):.1f} ms against {median(slow[8931]):.1f} ms"
    )


if __name__ == "__main__":
    sys.exit(main())
