"""Several hub processes on one PostgreSQL database are one plant: one chain, one turn a device, one answer an
operation; one that is killed takes nothing with it that was answered."""

import json
import random
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from services import cli
from services.core.ids import new_id
from services.core.operation import Operation
from services.core.refused import Refused
from services.photos.folder import PhotoFolder
from services.store.database import Database
from services.store.tables import entries, label_keys
from services.store.verify import verify
from services.sync.client import HubClient, Unreachable
from tests.makers import NOON
from tests.services.hub.several import HubProcess, started
from tests.services.store.second_reading import replayed

DEVICES, EACH = 6, 16
OUTLINE = [[0, 0], [12, 0], [12, 8], [0, 8]]


class Plant:
    """A plant behind several hubs: whom to ask, and what was answered."""

    def __init__(self, root: Path, url: str, hubs: int, fault: str | None = None) -> None:
        self.url = url
        self.hubs = started(root, url, hubs, fault)
        self.answered: dict[str, list[dict[str, Any]]] = {}
        self.stuck: list[str] = []
        self.photo = PhotoFolder(root / "photos").put_bytes(b"a photo")
        computer = {"device": new_id(), "computer": "desk"}
        plant = {"name": "江南精密", "person": "周敏"}
        self.boss = self.client(self.hubs[0]).found(plant, "long enough", computer)["person"]
        floor = self.setup("floors.add", {"name": "一层", "width_m": 60, "height_m": 40}, 1)
        drawn = {"floor": floor, "name": "冲压区", "zone_class": "B", "polygon": OUTLINE, "supervisor": self.boss}
        self.zone = self.setup("zones.draw", drawn, 2)

    def client(self, hub: HubProcess, act_as: str | None = None) -> HubClient:
        """Calls to one of the hubs, with its folder's token."""
        address = hub.address()
        return HubClient(address.url, address.token, act_as)

    def setup(self, kind: str, args: dict[str, Any], n: int, hub: int = 0) -> str:
        one = Operation(new_id(), kind, args, "setup", n, NOON, {})
        (answer,) = self.client(self.hubs[hub], self.boss).push([one], NOON, 0.0, "")["answers"]
        assert answer["outcome"] == "accepted"
        return one.id

    def close(self) -> None:
        for hub in self.hubs:
            hub.kill()

    def work(self, device: str, seed: int, each: int, step: Callable[[bool], None]) -> None:
        """A device's operations, each sent to any hub until one has answered, and now and then to two at once."""
        chance = random.Random(seed)
        clients = [self.client(hub, self.boss) for hub in self.hubs]
        for n in range(1, each + 1):
            one = self.operation(device, n, chance)
            answers: list[dict[str, Any]] = []
            while not answers:
                some = chance.sample(clients, 2 if chance.random() < 0.3 else 1)
                answers = self.send(some, one)
            if "seq" not in answers[0]:
                self.stuck.append(answers[0]["refused"])
                return
            self.answered[one.id] = answers
            step(some == clients[-1:])

    def operation(self, device: str, n: int, chance: random.Random) -> Operation:
        some: list[tuple[str, dict[str, Any]]] = [
            ("zones.rename", {"zone": self.zone, "name": f"{device} {n}"}),
            ("hazards.report", {"zone": self.zone, "photos": [self.photo]}),
            ("zones.rename", {"zone": "none", "name": "x"}),
        ]
        kind, args = chance.choice(some)
        return Operation(new_id(), kind, args, device, n, NOON, {})

    def send(self, clients: Sequence[HubClient], one: Operation) -> list[dict[str, Any]]:
        """What those hubs that are there answer, all asked at once."""

        def answer(client: HubClient) -> list[dict[str, Any]]:
            try:
                return list(client.push([one], NOON, 0.0, "")["answers"])
            except Unreachable:
                return []

        with ThreadPoolExecutor(len(clients)) as threads:
            return [said for answers in threads.map(answer, clients) for said in answers]

    def wrong(self) -> list[str]:
        """What is not as it must be, in words."""
        database = Database(self.url)
        with database.reading() as connection:
            whole = verify(connection).faults
            rows = connection.execute(sa.select(entries).order_by(entries.c.seq)).mappings().all()
            keys = connection.execute(sa.select(label_keys)).all()
        database.close()
        found = [f"the check: {fault}" for fault in whole]
        if [row["seq"] for row in rows] != list(range(1, len(rows) + 1)) or len(keys) != 1:
            found.append("a gap, or two label keys")
        seqs = {row["operation"]: row["seq"] for row in rows}
        for id_, answers in self.answered.items():
            if {answer["seq"] for answer in answers} != {seqs.get(id_)}:
                found.append(f"{id_} was answered {answers} and is {seqs.get(id_)}")
        try:
            replayed([json.loads(row["body"]) for row in rows], {})
        except AssertionError as error:
            found.append(str(error))
        return found + [f"stuck: {code}" for code in self.stuck]

    def run(self, *, kill_after: int | None = None, each: int = EACH) -> None:
        """All devices at once; after so many answers the last hub is killed, just when it has given one."""
        lock, count = threading.Lock(), Counter[str]()

        def step(by_the_last: bool) -> None:
            with lock:
                count["answers"] += 1
                if by_the_last and kill_after and count["answers"] > kill_after and not count["kills"]:
                    count["kills"] += 1
                    self.hubs[-1].kill()

        with ThreadPoolExecutor(DEVICES) as threads:
            list(threads.map(lambda seed: self.work(f"device-{seed}", seed, each, step), range(DEVICES)))


@pytest.fixture
def plants(tmp_path: Path, postgres: Any) -> Iterator[Callable[..., Plant]]:
    made: list[Plant] = []

    def plant(name: str, hubs: int, fault: str | None = None) -> Plant:
        made.append(Plant(tmp_path, postgres.url(name), hubs, fault))
        return made[-1]

    yield plant
    for one in made:
        one.close()


def test_three_hubs_are_one_plant_and_a_killed_one_takes_nothing_with_it(plants):
    plant = plants("three", 3)
    with pytest.raises(Refused, match="plant_exists"):
        found_again(plant, plant.hubs[1])
    with ThreadPoolExecutor(3) as threads:
        assert list(threads.map(lambda hub: codes(plant, hub), plant.hubs)) == [8] * 3, "the hub's own turn is one"
    with heard_at(plant, plant.hubs[1]) as seqs:
        plant.run(kill_after=DEVICES * EACH // 3)
        last = max(answer["seq"] for answers in plant.answered.values() for answer in answers)
        while next(seqs) < last:
            pass
    assert len(plant.answered) == DEVICES * EACH
    assert plant.wrong() == []
    for hub in plant.hubs[:2]:
        hub.end()
    data = str(plant.hubs[0].folder.root)
    rename = json.dumps({"zone": plant.zone, "name": "新名"})
    assert cli.main(["do", "zones.rename", rename, "--data", data, "--as", "周敏"]) == 0, "its folder knows where it is"
    assert cli.main(["audit", "verify", data]) == 0


def found_again(plant: Plant, hub: HubProcess) -> None:
    computer = {"device": new_id(), "computer": "x"}
    plant.client(hub).found({"name": "二", "person": "二"}, "long enough", computer)


def codes(plant: Plant, hub: HubProcess) -> int:
    """Asks for eight one-time codes, each an operation of the hub's own device; how many there were."""
    client, asked = plant.client(hub, plant.boss), {"person": plant.boss}
    return len({client.call("POST", "/api/accounts/code", json=asked)["code"] for _ in range(8)})


@contextmanager
def heard_at(plant: Plant, hub: HubProcess) -> Iterator[Iterator[int]]:
    """What a hub's notices say, also of what the others commit."""
    lines = plant.client(hub, plant.boss).listen()
    assert next(lines).startswith(":")
    yield (int(line[6:]) for line in lines if line.startswith("data: "))


def test_answers_that_come_too_early_would_be_seen(plants):
    plant = plants("too_early", 2, "too-early")
    plant.run(kill_after=DEVICES, each=4)
    assert plant.wrong()


def test_a_hub_that_trusts_its_memory_would_be_seen(plants):
    """The one that drew the zone names it anew, when the other one has done so and it has not heard of it."""
    plant = plants("memory", 2, "memory")
    for n, hub in ((3, 1), (4, 0)):
        plant.setup("zones.rename", {"zone": plant.zone, "name": f"{n}"}, n, hub)
    assert plant.wrong()
