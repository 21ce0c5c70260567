"""A backup made while the plant works is whole; a damaged one changes nothing; a hub that was put back to one gets
again what its consoles had been answered."""

import os
import random
import threading
import zipfile
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from services.core.refused import Refused
from services.hub.hub import Hub
from services.store import backup as backup_module
from services.store.backup import write_backup
from services.store.database import Database
from services.store.folder import PlantFolder
from services.store.restoring import restore_backup
from services.store.tables import entries
from services.store.verify import verify
from tests.makers import NOON
from tests.services.sync.desks import Desk, Office, in_step

DRILLS, HARMS = (50, 400) if os.environ.get("ANHUAN_FULL") else (4, 60)
pytestmark = pytest.mark.sqlite


@pytest.fixture
def office(tmp_path: Path) -> Any:
    made = Office(tmp_path / "office").furnish()
    yield made
    made.close()


def operations(file: Path) -> list[str]:
    database = Database(file)
    try:
        with database.reading() as connection:
            assert verify(connection).whole
            return list(connection.execute(sa.select(entries.c.operation).order_by(entries.c.seq)).scalars())
    finally:
        database.close()


def reopened(office: Office) -> None:
    office.hub = Hub(office.hub.folder, now=lambda: office.now)


def test_a_backup_of_a_plant_at_work_has_all_that_was_answered_before(office: Office, tmp_path: Path) -> None:
    told: list[str] = []
    ended = threading.Event()

    def work() -> None:
        count = 0
        while not ended.is_set():
            count += 1
            told.append(office.do("zones.rename", zone=office.zone, name=f"区{count}"))

    worker = threading.Thread(target=work)
    worker.start()
    try:
        for turn in range(3):
            while len(told) < 20 * (turn + 1):
                ended.wait(0.01)
            before = list(told)
            made = write_backup(office.hub.folder, tmp_path / f"{turn}.backup", NOON)
            done = restore_backup(tmp_path / f"{turn}.backup", PlantFolder(tmp_path / f"back-{turn}"), NOON)
            found = operations(PlantFolder(tmp_path / f"back-{turn}").database)
            assert set(before) <= set(found)
            assert (done.seq, len(found)) == (made.seq, made.entries + 1), "the restore itself is an entry"
    finally:
        ended.set()
        worker.join()


def test_a_backup_without_the_log_would_be_seen(office: Office, tmp_path: Path, monkeypatch: Any) -> None:
    office.do("zones.rename", zone=office.zone, name="最后")

    def copied(place: Path, still: Path) -> None:
        still.write_bytes(place.read_bytes())

    monkeypatch.setattr(backup_module, "_snapshot", copied)
    try:
        made = write_backup(office.hub.folder, tmp_path / "x.backup", NOON).entries
    except Refused:
        made = 0
    with office.hub.store.database.reading() as connection:
        assert made < connection.execute(sa.select(sa.func.count()).select_from(entries)).scalar_one()


def test_a_damaged_backup_is_refused_and_nothing_is_touched(office: Office, tmp_path: Path) -> None:
    good = tmp_path / "good.backup"
    write_backup(office.hub.folder, good, NOON)
    office.close()
    chance, whole = random.Random(4), good.read_bytes()
    before = operations(office.hub.folder.database)
    for number in range(HARMS):
        content = bytearray(whole)
        if number % 3:
            content[chance.randrange(len(content))] ^= chance.randrange(1, 256)
        else:
            content = content[: chance.randrange(len(content))]
        bad = tmp_path / "bad.backup"
        bad.write_bytes(content)
        with pytest.raises(Refused, match="backup_damaged"):
            restore_backup(bad, office.hub.folder, NOON)
    assert operations(office.hub.folder.database) == before
    assert [path.name for path in office.hub.folder.root.iterdir()] == ["hub"]
    reopened(office)


def test_a_later_format_and_a_running_hub_are_refused(office: Office, tmp_path: Path) -> None:
    good = tmp_path / "good.backup"
    write_backup(office.hub.folder, good, NOON)
    with zipfile.ZipFile(good) as archive:
        assert "manifest.json" in archive.namelist(), "an ordinary archive"
    with pytest.raises(Refused, match="hub_runs"):
        restore_backup(good, office.hub.folder, NOON)
    with pytest.raises(Refused, match="no_such_file"):
        restore_backup(tmp_path / "none", PlantFolder(tmp_path / "other"), NOON)
    with pytest.raises(Refused, match="no_plant"):
        write_backup(PlantFolder(tmp_path / "empty"), tmp_path / "e.backup", NOON)


def test_who_was_erased_stays_erased(office: Office, tmp_path: Path) -> None:
    person = office.people["修理工"]
    write_backup(office.hub.folder, tmp_path / "x.backup", NOON)
    office.do("people.leave", person=person)
    office.do("people.erase", person=person, reason="本人要求")
    office.close()
    done = restore_backup(tmp_path / "x.backup", office.hub.folder, NOON)
    assert done.erased == 1
    assert done.aside is not None
    assert done.aside.is_dir()
    reopened(office)
    with office.hub.store.look() as look:
        (found,) = [one for one in look.find("person") if one.id == person]
    assert (found.name, found.erased_at is not None) == ("", True)


@pytest.mark.parametrize("drill", range(DRILLS))
def test_consoles_give_a_restored_hub_again_what_they_had_been_answered(
    office: Office, tmp_path: Path, drill: int
) -> None:
    chance = random.Random(drill)
    desks = [Desk(office, tmp_path / name, office.people[name]) for name in ("孙丽", "陈刚")]
    for desk in desks:
        desk.sync()
    kept = []
    for step in range(30):
        desk = chance.choice(desks)
        if chance.random() < 0.5:
            kept.append(desk.run("zones.rename", zone=office.zone, name=f"{drill}-{step}").id)
        desk.sync()
        if step == 10:
            write_backup(office.hub.folder, tmp_path / "x.backup", NOON)
    office.close()
    epoch = desks[0].replica.fact("epoch")
    restore_backup(tmp_path / "x.backup", office.hub.folder, office.now)
    reopened(office)
    for desk in (*desks, *desks):
        desk.sync()
    assert in_step(office, *desks)
    assert desks[0].replica.fact("epoch") not in (epoch, None)
    with office.hub.store.database.reading() as connection:
        found = list(connection.execute(sa.select(entries.c.operation)).scalars())
        assert verify(connection).whole
    assert [found.count(one) for one in kept] == [1] * len(kept)
    for desk in desks:
        desk.close()


def test_consoles_that_send_nothing_again_would_be_seen(office: Office, tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr("services.store.installing._wait_again", lambda *_: None)
    desk = Desk(office, tmp_path / "desk", office.people["孙丽"])
    desk.sync()
    write_backup(office.hub.folder, tmp_path / "x.backup", NOON)
    lost = desk.run("zones.rename", zone=office.zone, name="之后").id
    desk.sync()
    office.close()
    restore_backup(tmp_path / "x.backup", office.hub.folder, office.now)
    reopened(office)
    desk.sync()
    assert lost not in operations(office.hub.folder.database)
    desk.close()
