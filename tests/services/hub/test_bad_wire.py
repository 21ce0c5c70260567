"""Phones and desks through a wire that cuts, doubles and loses, to a hub that is killed again and again: everyone gets
an answer in the end, each operation counts once, and nothing that somebody was told is missing.

The whole size (five desks, two hundred phones, eight kills) runs with ANHUAN_FULL."""

import os
import random
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pytest
import sqlalchemy as sa

from services.hub.hub import Hub
from services.store import accounts
from services.store.database import Database
from services.store.folder import PlantFolder
from services.store.tables import entries
from services.store.verify import verify
from tests.acceptance.wires import HubProcess
from tests.services.hub.bad_wire import BadWire, Faults
from tests.services.hub.living import Living, living_plant
from tests.services.hub.shift import Desktop, Phone, all_at_once
from tests.services.hub.test_phone import jpeg
from tests.services.sync.desks import records_of

FULL = bool(os.environ.get("ANHUAN_FULL"))
DESKS, PHONES, EACH, KILLS = (5, 200, 10, 8) if FULL else (2, 24, 2, 2)
KILL_AFTER_S = (1.0, 3.0)
pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs a kill that nothing can catch")


@dataclass
class Ground:
    """A plant on disk whose hub may be killed, and who works at it."""

    folder: Path
    zone: str
    label: str
    desks: list[tuple[str, str, str]]  # token, person, zone
    workers: list[str]  # tokens of phones
    phones: list[Phone] = field(default_factory=list)
    desktops: list[Desktop] = field(default_factory=list)


@pytest.fixture
def ground(tmp_path: Path) -> Ground:
    plant = living_plant(tmp_path / "plant")
    try:
        return furnished(plant, tmp_path / "plant")
    finally:
        plant.served.stop()


def furnished(plant: Living, folder: Path) -> Ground:
    """Sessions as signing in gives them, made at once: two hundred passwords would take a minute."""
    hub = plant.served.hub

    def session(person: str) -> str:
        return str(hub.store.write(lambda connection: accounts.open_session(connection, person, None, hub.now())))

    floor = plant.record("zone", plant.zone).floor
    desks = []
    for number in range(DESKS):
        officer = plant.do("people.add", name=f"安全员{number}", roles=["safety_officer"]).id
        plant.grant(officer, "ehs_manager")
        left = 20 + 3 * number
        outline = [[left, 20], [left + 2, 20], [left + 2, 22], [left, 22]]
        zone = plant.do("zones.draw", floor=floor, name=f"库 {number}", zone_class="C", polygon=outline).id
        desks.append((session(officer), officer, zone))
    workers = [session(plant.people["马超"]) for _ in range(PHONES // 2)]
    return Ground(folder, plant.zone, plant.label, desks, workers)


def phone(ground: Ground, wire: BadWire, number: int, hasty: str = "") -> Phone:
    """Every second one is signed in."""
    token = ground.workers[number // 2] if number % 2 else ""
    return Phone(wire.port, ground.label, ground.zone, jpeg(number % 250), token, hasty)


def shift(ground: Ground, wire: BadWire, tmp_path: Path) -> Iterator[Callable[[], None]]:
    """What each of them does."""
    for number in range(PHONES):
        ground.phones.append(phone(ground, wire, number))
        yield partial(ground.phones[-1].reports, EACH)
    for number, (token, person, zone) in enumerate(ground.desks):
        ground.desktops.append(Desktop(wire.url, token, person, tmp_path / f"desk-{number}"))
        yield partial(ground.desktops[-1].works, zone, f"库 {number}", EACH)


def kills(hub: HubProcess, ended: threading.Event) -> None:
    """Ends the hub's process as a power cut would, and starts it again."""
    chance = random.Random(7)
    for _ in range(KILLS):
        if ended.wait(chance.uniform(*KILL_AFTER_S)):
            return
        hub.kill()
        hub.start()


@contextmanager
def left_by(hub: HubProcess, wire: BadWire) -> Iterator[Database]:
    """The database of a hub that is killed at last, opened by another."""
    hub.kill()
    wire.close()
    other = Hub(PlantFolder(hub.data))
    try:
        yield other.store.database
    finally:
        other.close()


def faults(ground: Ground, database: Database) -> list[str]:
    """What is not as everybody was told."""
    found = []
    with database.reading() as connection:
        query = sa.select(entries.c.operation, entries.c.outcome, entries.c.kind)
        rows = [row for row in connection.execute(query) if row.kind in ("hazards.report", "zones.rename")]
        hazards = {row.id: row.number for row in connection.execute(sa.text("SELECT id, number FROM hazards"))}
        found += [f"the journal: {fault}" for fault in verify(connection).faults]
    accepted = [row.operation for row in rows if row.outcome == "accepted"]
    told = {id_: one.number for phone_ in ground.phones for id_, one in phone_.told.items()}
    renamed = {id_ for desk in ground.desktops for id_ in desk.told}
    found += [f"lost: {id_}" for id_ in (told.keys() | renamed) - set(accepted)]
    found += [f"twice in the journal: {id_}" for id_ in set(accepted) if accepted.count(id_) > 1]
    found += [f"nobody was told: {id_}" for id_ in set(accepted) - told.keys() - renamed]
    found += [f"another number: {id_}" for id_, number in told.items() if hazards.get(id_) != number]
    found += ["a number twice"] * (len(hazards) - len(set(hazards.values())))
    return found


def test_everyone_is_answered_and_each_thing_counts_once(ground, tmp_path, capsys):
    hub, ended = HubProcess(ground.folder), threading.Event()
    wire = BadWire(hub.port, Faults(), seed=1)
    killer = threading.Thread(target=kills, args=(hub, ended))
    killer.start()
    try:
        all_at_once([*shift(ground, wire, tmp_path)])
    finally:
        ended.set()
        killer.join()
    wire.faults = Faults(0, 0, 0)
    for desk in ground.desktops:
        desk.sync.once()  # what the others did last
    with capsys.disabled():
        sys.stdout.write(figures(ground, wire) if FULL else "")
    assert sum(len(phone_.told) for phone_ in ground.phones) == PHONES * EACH
    assert min(wire.happened[fate] for fate in ("cut", "doubled", "lost")) > 0
    with left_by(hub, wire) as database:
        assert faults(ground, database) == []
        theirs = records_of(database)
        for desk in ground.desktops:
            mine = records_of(desk.replica.database)
            assert (mine["zone"], mine["hazard"]) == (theirs["zone"], theirs["hazard"])
            desk.replica.close()


def figures(ground: Ground, wire: BadWire) -> str:
    """How long people waited, through all of it."""
    slow = sorted(one.seconds for phone_ in ground.phones for one in phone_.told.values())
    return f"\n{len(slow)} reports, p99 {slow[int(len(slow) * 0.99)]:.1f} s (goal 15), {dict(wire.happened)}\n"


@pytest.mark.parametrize(("hasty", "seen"), [("new id", "nobody was told"), ("silence", "lost")])
def test_a_phone_that_breaks_its_word_is_seen(ground, hasty, seen):
    """Planted: the check would see a report that counts twice, and one that was promised and never came."""
    hub = HubProcess(ground.folder)
    wire = BadWire(hub.port, Faults(cut=0.2, doubled=0.0, lost=0.4), seed=3)
    ground.phones = [phone(ground, wire, 2 * number, hasty) for number in range(8)]
    all_at_once([partial(one.reports, 3) for one in ground.phones])
    with left_by(hub, wire) as database:
        assert any(fault.startswith(seen) for fault in faults(ground, database))
