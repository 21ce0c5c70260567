"""A group: 1, 10, 30 and 100 plants of 380 people on one PostgreSQL server, served by two hub processes.

    python -m benchmarks.hundred_plants [PLANTS …]

At each size everybody's share of a working day's traffic comes for a while: reports, phone pages and a console that
follows, half a request a second and plant, whoever waits for whom. A request's time runs from the moment at which it
was due. Beside it, what the hubs cost: processor, memory, and how long the canary of each plant takes from the outbox
through the dispatcher.
"""

import asyncio
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from benchmarks.figures import out
from benchmarks.phones import Phone
from services.core.ids import new_id
from services.core.operation import Actor, Operation
from services.core.roles import Role
from services.core.shape import utc_moment
from services.hub.hub import Hub
from services.photos.folder import PhotoFolder
from services.store import accounts, schema
from services.store.folder import PlantFolder
from services.store.group import Group, GroupPlant
from services.store.journal import Request, next_turn
from services.store.postgresql import make_schema
from services.store.shared import SharedServer
from services.store.tables import deliveries, metadata
from tests.postgres import Server

SIZES, PEOPLE, A_PLANT_A_SECOND = (1, 10, 30, 100), 380, 0.5
SECONDS, SETTLE_S = 20.0, 4.0
PORTS = (8941, 8942)
SHARES = (("page", 0.6), ("label", 0.2), ("report", 0.15), ("changes", 0.05))
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass
class Place:
    """What a plant's people need to be at work."""

    key: str
    token: str
    zone: str
    label: str
    photo: str


def laid(database: Any) -> None:
    """A new schema's tables at once, as its migrations would leave them."""
    with database.engine.begin() as connection:
        make_schema(connection)
        metadata.create_all(connection)
        connection.exec_driver_sql("CREATE TABLE alembic_version (version_num VARCHAR(32) PRIMARY KEY)")
        connection.exec_driver_sql(f"INSERT INTO alembic_version VALUES ('{schema.HEAD}')")


def grown(group: Group, root: Path, photos: Path, number: int) -> Place:
    """One more plant of 380 people, with a zone and its label."""
    key = f"p{number}"
    plant = GroupPlant(key, f"试验厂 {number}", None, datetime.now(UTC).isoformat())
    hub = Hub(
        PlantFolder(root / key), database=group.url(plant), server=group.server, photos=str(photos), photos_of=key
    )
    try:
        place = furnished(hub, key)
    finally:
        hub.close()
    group.add(plant)
    return place


def furnished(hub: Hub, key: str) -> Place:
    """Its first person, everybody else in a few commits, one floor with one zone, and a session."""
    founder = Actor(None, frozenset({Role.FOUNDER}))
    hub.do("plant.found", {"name": key, "person": "王芳"}, founder)
    with hub.store.look() as look:
        boss = look.find("person")[0].id
        n = next_turn(look.connection, "hub")
    manager, now = Actor(boss, frozenset({Role.EHS_MANAGER, Role.IT_ADMIN})), hub.now()
    waiting = []
    for at in range(PEOPLE - 1):
        args = {"name": f"员工{at}", "employee_no": f"{at}", "roles": ["worker"]}
        one = Operation(new_id(), "people.add", args, "hub", n + at, now)
        waiting.append(hub.store.submit(Request(one, manager, now, now)))
    for one_answer in waiting:
        assert one_answer.result().refused is None
    hub.do("plant.set_address", {"address": "https://hub.example/at/" + key}, manager)
    floor = hub.do("floors.add", {"name": "一层", "width_m": 60, "height_m": 40}, manager).id
    square = [[0, 0], [12, 0], [12, 8], [0, 8]]
    zone = hub.do("zones.draw", {"floor": floor, "name": "冲压", "zone_class": "A", "polygon": square}, manager).id
    issued = hub.do("labels.issue", {"zone": zone}, manager).id
    token = hub.store.write(lambda connection: accounts.open_session(connection, boss, None, hub.now()))
    with hub.store.look() as look:
        label = look.get("label", issued)
    assert label is not None
    return Place(key, token, zone, label.token, PhotoFolder(hub.blobs.path).put_bytes(b"a photo"))


class Traffic:
    """What comes to all plants for a while, over a few kept connections a process."""

    def __init__(self, places: list[Place]) -> None:
        self.places, self.chance = places, random.Random(len(places))
        self.times: list[float] = []
        self.phones = {(one.key, port): Phone(port, one.token) for one in places for port in PORTS}
        self.lines = asyncio.Semaphore(200)

    async def run(self, seconds: float, a_second: float) -> None:
        began, due, going = time.perf_counter(), 0.0, set[asyncio.Task[None]]()
        while due < seconds:
            await asyncio.sleep(max(0.0, began + due - time.perf_counter()))
            task = asyncio.create_task(self.one(began + due))
            going.add(task)
            task.add_done_callback(going.discard)
            due += self.chance.expovariate(a_second)
        await asyncio.gather(*going)

    async def one(self, due: float) -> None:
        """One request; its time runs from when it was due."""
        place, port = self.chance.choice(self.places), self.chance.choice(PORTS)
        what = self.chance.choices([name for name, _ in SHARES], [share for _, share in SHARES])[0]
        phone = self.phones[place.key, port]
        async with self.lines, phone.free:
            at = f"/at/{place.key}"
            if what == "report":
                await phone.ask("POST", f"{at}/api/operations", self.report(place, phone))
            elif what == "changes":
                await phone.ask("GET", f"{at}/api/changes?after=0&most=100")
            else:
                await phone.ask("GET", f"{at}/m" if what == "page" else f"{at}/z/{place.label}")
        self.times.append(time.perf_counter() - due)

    def report(self, place: Place, phone: Phone) -> bytes:
        phone.n += 1
        args = {"zone": place.zone, "photos": [place.photo], "description": f"护罩松动 {phone.n}"}
        one = {"id": new_id(), "kind": "hazards.report", "args": args, "device": phone.device, "n": phone.n}
        return json.dumps({"operations": [one | {"made_at": "2026-11-01T00:00:00.000000Z"}]}).encode()


def cpu_s(pid: int) -> float:
    """Processor seconds of a process and its threads so far."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def memory_mb(pid: int) -> float:
    """Its resident memory."""
    line = next(one for one in Path(f"/proc/{pid}/status").read_text().splitlines() if one.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def of_server(pid: int) -> list[int]:
    """The database server's processes."""
    found = [pid]
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            text = stat.read_text()
        except OSError:
            continue
        if int(text.rpartition(")")[2].split()[1]) == pid:
            found.append(int(text.split()[0]))
    return found


def canaries(group: Group) -> list[float]:
    """For each plant how many seconds its last canary took from the outbox through the dispatcher."""
    found = []
    for plant in group.plants():
        with group.server.engine(plant.schema).connect() as connection:
            row = connection.execute(sa.select(deliveries.c.made_at, deliveries.c.closed_at)).first()
        if row and row.closed_at:
            found.append(max(0.0, (utc_moment(row.closed_at) - utc_moment(row.made_at)).total_seconds()))
    return sorted(found)


def share(values: list[float], part: float) -> float:
    """The value below which this part of them lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))] if ordered else 0.0


def started(root: Path, url: str, photos: Path) -> list[subprocess.Popen[str]]:
    """The hub's processes."""
    made = []
    for port in PORTS:
        where = ["--data", str(root / f"hub-{port}"), "--database", url, "--port", str(port), "--photos", str(photos)]
        command = [sys.executable, "-m", "services.cli", "hub", *where]
        made.append(subprocess.Popen(command, stdout=subprocess.PIPE, text=True))
    for one in made:
        assert one.stdout is not None
        one.stdout.readline()
    return made


async def measured(group: Group, hubs: list[subprocess.Popen[str]], server: Server, places: list[Place]) -> str:
    """One line of the table."""
    while sum(len(parts) for parts in [group.holders()]) < 2 * len(places):
        await asyncio.sleep(0.5)
    await Traffic(places).run(SETTLE_S + len(places) / 10, max(2.0, len(places) / 4))  # every plant is open then
    idle, began = cpu_all(hubs, server), time.perf_counter()
    await asyncio.sleep(6)
    at_rest = [
        (now - then) / (time.perf_counter() - began) for now, then in zip(cpu_all(hubs, server), idle, strict=True)
    ]
    traffic, before, began = Traffic(places), cpu_all(hubs, server), time.perf_counter()
    await traffic.run(SECONDS, A_PLANT_A_SECOND * len(places))
    took = time.perf_counter() - began
    busy = [(now - then) / took for now, then in zip(cpu_all(hubs, server), before, strict=True)]
    told = canaries(group)
    cells = (
        f"{len(places)}", f"{len(traffic.times) / took:.1f}",
        f"{1000 * share(traffic.times, 0.5):.0f}", f"{1000 * share(traffic.times, 0.99):.0f}",
        f"{100 * at_rest[0]:.0f}", f"{100 * at_rest[1]:.0f}", f"{100 * busy[0]:.0f}", f"{100 * busy[1]:.0f}",
        f"{max(memory_mb(one.pid) for one in hubs):.0f}",
        f"{sum(1 for _ in of_server(server.process.pid)) - 1}",
        f"{share(told, 0.5):.2f}", f"{share(told, 1.0):.2f}",
    )  # fmt: skip
    return "| " + " | ".join(cells) + " |"


def cpu_all(hubs: list[subprocess.Popen[str]], server: Server) -> list[float]:
    """Processor seconds of all hub processes, and of the database server's."""
    gone = Path(f"/proc/{server.process.pid}/stat").read_text().rpartition(")")[2].split()[13:15]  # ended connections
    database = sum(map(cpu_s, of_server(server.process.pid))) + sum(map(int, gone)) / TICKS
    return [sum(cpu_s(one.pid) for one in hubs), database]


COLUMNS = (
    "plants", "requests/s", "p50 ms", "p99 ms", "hubs at rest %", "database at rest %", "hubs %", "database %",
    "memory of a hub MB", "connections", "canary p50 s", "canary most s",
)  # fmt: skip
HEAD = f"| {' | '.join(COLUMNS)} |\n{'|---' * len(COLUMNS)}|"


def main(sizes: tuple[int, ...]) -> None:
    vars(schema)["_upgrade"] = laid
    accounts.ARGON2.update(time_cost=1, memory_cost=64)
    server = Server()
    hubs: list[subprocess.Popen[str]] = []
    try:
        with tempfile.TemporaryDirectory() as folder:
            root, photos = Path(folder), Path(folder) / "photos"
            group = Group(SharedServer(server.url()))
            group._make()
            places: list[Place] = []
            out(HEAD)
            for size in sizes:
                while len(places) < size:
                    places.append(grown(group, root / "adding", photos, len(places)))
                hubs = hubs or started(root, server.url(), photos)
                out(asyncio.run(measured(group, hubs, server, places)))
    finally:
        for one in hubs:
            one.kill()
        server.remove()


if __name__ == "__main__":
    main(tuple(int(word) for word in sys.argv[1:]) or SIZES)
