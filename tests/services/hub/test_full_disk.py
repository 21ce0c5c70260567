"""A real hub as a process on a disk that is really full: it answers everything, refuses what it cannot keep in plain
words, and goes on when there is room."""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests
import sqlalchemy as sa

from services.store import secret_box
from services.store.database import Database
from services.store.folder import PlantFolder
from services.store.tables import entries
from tests.full_disk import KINDS, Disk, MountedDisk, small_disk
from tests.services.hub.hub_process import HubProcess
from tests.services.hub.living import Living, living_plant
from tests.services.store.workshop import checked_file


@pytest.fixture(scope="module")
def plant(tmp_path_factory: pytest.TempPathFactory) -> Living:
    made = living_plant(tmp_path_factory.mktemp("full") / "plant")
    made.served.stop()
    return made


@pytest.fixture(params=KINDS)
def disk(request, tmp_path) -> Iterator[Disk]:
    with small_disk(request.param, tmp_path / "disk") as made:
        yield made


@pytest.fixture
def hub(disk: Disk, plant: Living) -> Iterator[HubProcess]:
    root = disk.path / "plant"
    shutil.copytree(plant.served.hub.folder.root, root)
    made = HubProcess(root, plant.manager.person or "")
    yield made
    made.stop()


def rename(hub: HubProcess, plant: Living, count: int) -> tuple[int, dict]:
    return hub.issue("zones.rename", zone=plant.zone, name=f"第{count}次" + "长" * 40)


def filled(hub: HubProcess, plant: Living) -> tuple[set[str], set[str]]:
    """What was answered until six operations were refused for want of room, and those."""
    answered: set[str] = set()
    refused: set[str] = set()
    for count in range(200):
        status, answer = rename(hub, plant, count)
        assert status == 200
        if "seq" in answer:
            answered.add(answer["sent"])
        else:
            assert (answer["refused"], answer["facts"]) == ("disk_full", {})
            refused.add(answer["sent"])
        if len(refused) == 6:
            return answered, refused
    raise AssertionError("the disk never filled")


def turned_away(hub: HubProcess, plant: Living) -> dict:
    """What a phone is told that opens a label; a visit takes less room than a rename, so that a few may still fit."""
    for _ in range(200):
        visit = hub.call("POST", "/api/visit", json={"label": plant.label})
        if visit.status_code != 200:
            assert visit.status_code == 507
            return visit.json()
    raise AssertionError("every visit found room")


def operations(root: Path) -> set[str]:
    database = Database(PlantFolder(root).database)
    with database.reading() as connection:
        found = set(connection.execute(sa.select(entries.c.operation)).scalars())
    database.close()
    return found


def test_a_hub_on_a_full_disk_says_so_and_goes_on_when_there_is_room(disk, hub, plant):
    disk.fill(hub.pid)
    answered, refused = filled(hub, plant)
    assert hub.call("GET", "/health").status_code == 200
    assert hub.call("GET", "/api/hello").status_code == 200
    assert turned_away(hub, plant) == {"refused": "disk_full", "facts": {}}
    disk.give_room(hub.pid)
    status, answer = rename(hub, plant, 1000)
    assert (status, answer["outcome"]) == (200, "accepted")
    answered.add(answer["sent"])
    hub.stop()
    there = operations(disk.path / "plant")
    assert answered <= there
    assert there.isdisjoint(refused)
    assert checked_file(PlantFolder(disk.path / "plant").database).whole


def test_photos_and_copies_need_room_too_and_leave_nothing_over(disk, hub, plant):
    folder = PlantFolder(disk.path / "plant").hub
    assert hub.call("GET", "/api/replica").status_code == 200  # what all copies are made from is there
    auditor = hub.issue("people.add", name="审计", roles=["auditor"])[1]["id"]
    disk.fill(hub.pid, most=10_000)
    before = large(folder)
    assert put(hub, os.urandom(250_000)).status_code == 507
    hub.session.headers["X-Anhuan-As"] = auditor
    answer = hub.call("GET", "/api/replica")
    assert (answer.status_code, answer.json()["refused"]) == (507, "disk_full")
    assert large(folder) == before
    disk.give_room(hub.pid)
    assert hub.call("GET", "/api/replica").status_code == 200
    hub.session.headers["X-Anhuan-As"] = hub.person
    assert put(hub, b"a drawing").json()["complete"]


def test_a_secret_that_finds_no_room_takes_no_other_with_it(disk, hub, plant):
    assert hub.call("POST", "/api/secrets/mail", json={"password": "first"}).status_code == 200
    disk.fill(hub.pid, most=5)
    answer = hub.call("POST", "/api/secrets/mail", json={"password": "x" * 100})
    assert (answer.status_code, answer.json()["refused"]) == (507, "disk_full")
    assert secret_box.read(PlantFolder(disk.path / "plant").secrets, "mail") == "first"
    disk.give_room(hub.pid)
    assert hub.call("POST", "/api/secrets/mail", json={"password": "second"}).status_code == 200
    assert secret_box.read(PlantFolder(disk.path / "plant").secrets, "mail") == "second"


def test_a_hub_that_finds_no_room_to_start_says_so_and_forgets_no_port(disk, hub, plant):
    port = (PlantFolder(disk.path / "plant").hub / "port").read_text()
    hub.stop()
    disk.fill()
    command = [sys.executable, "-m", "services.cli", "hub", "--data", str(disk.path / "plant"), "--lang", "en"]
    limit = None if isinstance(disk, MountedDisk) else cramped
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, preexec_fn=limit, check=False)
    disk.give_room()
    assert done.returncode != 0
    assert "The hub's disk is full" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert (PlantFolder(disk.path / "plant").hub / "port").read_text() == port


def cramped() -> None:
    """A process that can write next to nothing."""
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (5, 5))


def large(folder: Path) -> list[str]:
    """The names of the files that hold something, but for those of the database."""
    return sorted(
        one.name for one in folder.rglob("*") if one.is_file() and one.stat().st_size and "plant.db" not in one.name
    )


def put(hub: HubProcess, data: bytes) -> requests.Response:
    given = {"what": "drawing", "offset": 0, "total": len(data)}
    return hub.call("PUT", f"/api/blobs/{hashlib.sha256(data).hexdigest()}", data=data, params=given)
