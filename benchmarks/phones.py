"""Two hundred phones at one hub: fifty submissions a second, photos and pages between, as at a change of shifts; the
same submissions at the same moments to a bare FastAPI + SQLite(FULL) insert, in turn.

    python -m benchmarks.phones [SECONDS]

The phones do not wait for each other: a submission's time runs from the moment at which it was due, so that a hub that
falls behind is not excused. Each answer is checked; afterwards the hub's hazards are counted.
"""

import asyncio
import json
import random
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.durable import operation, wait_for
from benchmarks.figures import LoadPlant, out, plant_for_load
from services.core.ids import new_id
from services.demo.scenes import draw
from services.store.database import sqlite_driver
from services.store.folder import PlantFolder

PHONES, A_SECOND, PHOTOS_A_SECOND, PAGES_A_SECOND = 200, 50, 5, 10
ROUNDS, GOAL_MS = 3, 250
KEPT_S = 3.0  # a server closes after five idle seconds
HUB, BARE = 8932, 8931
Times = dict[str, list[float]]


class Phone:
    """One open connection to a server; one request after the other."""

    def __init__(self, port: int, token: str) -> None:
        self.port, self.token = port, token
        self.device, self.n = f"bench-{new_id()}", 0
        self.free = asyncio.Lock()
        self.line: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None
        self.used = 0.0

    async def ask(self, method: str, path: str, body: bytes = b"", kind: str = "application/json") -> bytes:
        """The body of the answer, which must be a good one."""
        reader, writer = await self._line()
        head = (
            f"{method} {path} HTTP/1.1\r\nHost: x\r\nContent-Type: {kind}\r\nAuthorization: Bearer {self.token}\r\n"
            f"Cookie: anhuan={self.token}\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        writer.write(head.encode() + body)
        raw = (await reader.readuntil(b"\r\n\r\n")).lower()
        answer = await reader.readexactly(int(raw.split(b"content-length:")[1].split(b"\r\n")[0]))
        if b" 200 " not in raw.split(b"\r\n")[0]:
            raise RuntimeError(f"{path}: {raw[:60]!r} {answer[:200]!r}")
        return answer

    async def _line(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        """The open connection; another where it was left alone for so long that the server will have closed it."""
        if self.line is None or time.perf_counter() - self.used > KEPT_S:
            if self.line:
                self.line[1].close()
            self.line = await asyncio.open_connection("127.0.0.1", self.port)
        self.used = time.perf_counter()
        return self.line

    async def submit(self, plant: LoadPlant, photo: str) -> None:
        """A report whose photo is at the hub."""
        self.n += 1
        args = {**plant.report(self.n), "photos": [photo]}
        message = {"operations": [operation("hazards.report", lambda _: args)(self.n, self.device)]}
        answer = json.loads(await self.ask("POST", "/api/operations", json.dumps(message, ensure_ascii=False).encode()))
        if answer["answers"][0].get("outcome") != "accepted":
            raise RuntimeError(str(answer)[:300])


class Shift:
    """All phones of one run at one server. `took` has the seconds of each thing, from when it was due."""

    def __init__(self, port: int, plant: LoadPlant, pictures: list[bytes], seed: int) -> None:
        self.plant, self.pictures, self.chance = plant, pictures, random.Random(seed)
        self.alone = port == BARE  # it has neither photos nor pages
        self.phones = [Phone(port, plant.token) for _ in range(PHONES)]
        self.took: Times = defaultdict(list)

    async def run(self, seconds: float) -> Times:
        """Everything at its moment."""
        begun = time.perf_counter()
        await asyncio.gather(*(self._at(begun + after, what) for after, what in self._plan(seconds)))
        return self.took

    def _plan(self, seconds: float) -> list[tuple[float, str]]:
        rates = {"submission": A_SECOND, "photo": PHOTOS_A_SECOND, "page": PAGES_A_SECOND}
        moments = []
        for what, rate in rates.items():
            moment = self.chance.expovariate(rate)
            while moment < seconds:
                moments.append((moment, what))
                moment += self.chance.expovariate(rate)
        return [one for one in moments if one[1] == "submission" or not self.alone]

    async def _at(self, due: float, what: str) -> None:
        phone = self.chance.choice(self.phones)
        await asyncio.sleep(max(0.0, due - time.perf_counter()))
        async with phone.free:
            if what == "page":
                await phone.ask("GET", "/m")
            elif what == "photo":
                picture = self.chance.choice(self.pictures)
                sent = await phone.ask("POST", "/api/blobs/photo", picture, "application/octet-stream")
                await phone.submit(self.plant, json.loads(sent)["sha256"])
            else:
                await phone.submit(self.plant, self.plant.photo)
        self.took[what].append(time.perf_counter() - due)


def at(times: list[float], share: float) -> float:
    """A percentile, in milliseconds."""
    return sorted(times)[min(int(len(times) * share), len(times) - 1)] * 1000


def hazards_at(folder: Path) -> int:
    """How many the hub's file has."""
    with sqlite_driver().connect(str(PlantFolder(folder).database)) as connection:
        return int(connection.execute("SELECT count(*) FROM hazards").fetchone()[0])


def compared(plant: LoadPlant, seconds: float) -> dict[int, list[Times]]:
    """Both servers in turn, a few times."""
    pictures = [draw(scene, "load", "2号冲床", safe=False) for scene in ("press", "oil", "cables", "fork_lift")]
    rounds: dict[int, list[Times]] = {HUB: [], BARE: []}
    for turn in range(ROUNDS):
        for port, found in rounds.items():
            found.append(asyncio.run(Shift(port, plant, pictures, turn).run(seconds)))
    return rounds


def report(rounds: dict[int, list[Times]]) -> bool:
    """Prints what people waited; whether the goal is reached."""
    for what in ("submission", "photo", "page"):
        found = [one[what] for one in rounds[HUB]]
        middle, slow = (median(at(one, share) for one in found) for share in (0.5, 0.99))
        out(f"  hub: {what:11} {sum(map(len, found)):6}  p50 {middle:7.1f} ms  p99 {slow:7.1f} ms")
    ours, bare = (median(at(one["submission"], 0.99) for one in rounds[port]) for port in (HUB, BARE))
    out(f"  bare insert, without photos and pages: p99 {bare:.1f} ms; the hub's is {ours / bare:.1f} times that")
    good = ours <= GOAL_MS
    out(f"  p99 of a submission {ours:.1f} ms (goal {GOAL_MS}){'' if good else ' <- not reached'}")
    return good


def main(seconds: float = 20.0) -> int:
    """Prints the table; 1 where the goal is missed or something is lost."""
    with tempfile.TemporaryDirectory() as place:
        folder: dict[str, Any] = {"hub": Path(place) / "plant", "bare": Path(place) / "bare.db"}
        plant = plant_for_load(folder["hub"])
        commands = {
            HUB: ["services.cli", "hub", "--data", str(folder["hub"]), "--port", str(HUB)],
            BARE: ["benchmarks.bare_server", str(folder["bare"]), str(BARE)],
        }
        servers = [
            subprocess.Popen([sys.executable, "-m", *command], stdout=subprocess.DEVNULL)
            for command in commands.values()
        ]
        try:
            for port in commands:
                wait_for(port)
            rounds = compared(plant, seconds)
        finally:
            for server in servers:
                server.terminate()
                server.wait()
        sent = sum(len(one[what]) for one in rounds[HUB] for what in ("submission", "photo"))
        good, kept = report(rounds), hazards_at(folder["hub"])
        out(f"  {sent} reports sent, {kept} hazards kept{'' if sent == kept else ' <- not the same'}")
        return 0 if good and sent == kept else 1


if __name__ == "__main__":
    sys.exit(main(*map(float, sys.argv[1:])))
