"""A backup made while the plant works is whole; a hub that was put back to one gets again what its consoles had been
answered."""

import os
import random
import threading
import time
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from services.core.refused import Refused
from services.store import backup as backup_module
from services.store.backup import write_backup
from services.store.database import Database
from services.store.folder import PlantFolder
from services.store.restoring import restore_backup
from services.store.tables import entries
from services.store.verify import verify
from tests.makers import NOON
from tests.services.store.putting_back import restored
from tests.services.sync.desks import Desk, Office, in_step

DRILLS = 50 if os.environ.get("ANHUAN_FULL") else 4
pytestmark = pytest.mark.sqlite


def operations(file: Path) -> list[str]:
    database = Database(file)
    try:
        with database.reading() as connection:
            assert verify(connection).whole
            return list(connection.execute(sa.select(entries.c.operation).order_by(entries.c.seq)).scalars())
    finally:
        database.close()


class Work:
    """A thread that renames a zone and reports hazards, each with a photo of its own, until it ends."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self.told: list[str] = []
        self.photos: list[str] = []
        self.slowest = 0.0  # seconds that an answer took
        self.ended = threading.Event()
        self.thread = threading.Thread(target=self.run)

    def __enter__(self) -> "Work":
        self.thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.ended.set()
        self.thread.join()

    def run(self) -> None:
        count = 0
        while not self.ended.is_set():
            count += 1
            photo = self.office.blob(f"photo {count}".encode())
            self.do("zones.rename", name=f"区{count}")
            self.do("hazards.report", photos=[photo])
            self.photos.append(photo)

    def do(self, kind: str, **args: Any) -> None:
        began = time.perf_counter()
        self.told.append(self.office.do(kind, zone=self.office.zone, **args))
        self.slowest = max(self.slowest, time.perf_counter() - began)

    def until(self, count: int) -> None:
        while len(self.told) < count:
            assert self.thread.is_alive(), "it has failed, and would be waited for in vain"
            self.ended.wait(0.01)


def test_a_backup_of_a_plant_at_work_has_all_that_was_answered_before(office: Office, tmp_path: Path) -> None:
    stalls, copies = [], []
    with Work(office) as work:
        for turn in range(3):
            work.until(20 * (turn + 1))
            before, photos, work.slowest = list(work.told), set(work.photos), 0.0
            file, back = tmp_path / f"{turn}.backup", PlantFolder(tmp_path / f"back-{turn}")
            made = write_backup(office.hub.folder, file, NOON)
            work.until(len(work.told) + 1)  # the one under way, too
            stalls.append(work.slowest)
            done = restore_backup(file, back, NOON)
            found = operations(back.database)
            assert set(before) <= set(found)
            assert photos <= {path.name for path in back.blobs.rglob("*") if path.is_file()}
            assert (done.seq, len(found), made.missing) == (made.seq, made.entries + 1, ()), "the restore is an entry"
            copies.append(found[:-1])
    lived = operations(office.hub.folder.database)
    assert [lived[: len(copy)] for copy in copies] == copies, "a copy is the beginning of what was lived"
    print("the slowest answer during each backup:", [f"{stall * 1000:.0f} ms" for stall in stalls])


def test_blobs_that_are_taken_before_the_records_would_be_seen(
    office: Office, tmp_path: Path, monkeypatch: Any
) -> None:
    """The wrong order: what is reported in between names a photo that was not yet there."""
    real, early = Path.glob, list(office.hub.folder.blobs.glob("*/*/*"))
    monkeypatch.setattr(Path, "glob", lambda self, what: early if what.endswith("/*") else real(self, what))
    photo = office.blob(b"in between")
    office.do("hazards.report", zone=office.zone, photos=[photo])
    assert write_backup(office.hub.folder, tmp_path / "x.backup", NOON).missing == (photo,)


@pytest.mark.skipif(os.name != "posix", reason="rights of files are otherwise there")
def test_nobody_else_reads_a_backup_while_it_is_made(office: Office, tmp_path: Path) -> None:
    office.blob(b"a photo")
    seen = {}

    def look(_: float) -> None:
        seen.update({path.name: path.stat().st_mode & 0o077 for path in tmp_path.iterdir() if path.is_file()})

    write_backup(office.hub.folder, tmp_path / "x.backup", NOON, look)
    look(1)
    assert seen.keys() >= {"x.backup", "x.backup.new", "x.backup.snapshot"}
    assert set(seen.values()) == {0}


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


def test_a_running_hub_and_a_plant_that_is_not_there_are_refused(office: Office, tmp_path: Path) -> None:
    good = tmp_path / "good.backup"
    write_backup(office.hub.folder, good, NOON)
    with pytest.raises(Refused, match="hub_runs"):
        restore_backup(good, office.hub.folder, NOON)
    with pytest.raises(Refused, match="no_such_file"):
        restore_backup(tmp_path / "none", PlantFolder(tmp_path / "other"), NOON)
    assert not (tmp_path / "other").exists()
    with pytest.raises(Refused, match="no_plant"):
        write_backup(PlantFolder(tmp_path / "empty"), tmp_path / "e.backup", NOON)


def test_a_folder_that_cannot_be_made_is_told_as_that(office: Office, tmp_path: Path, monkeypatch: Any) -> None:
    write_backup(office.hub.folder, tmp_path / "x.backup", NOON)
    real, new = Path.mkdir, tmp_path / "new"

    def mkdir(path: Path, *args: Any, **given: Any) -> None:
        if path.is_relative_to(new):
            raise PermissionError(13, "Permission denied", str(path))
        real(path, *args, **given)

    monkeypatch.setattr(Path, "mkdir", mkdir)
    with pytest.raises(PermissionError):
        restore_backup(tmp_path / "x.backup", PlantFolder(new), NOON)


def test_who_was_erased_stays_erased(office: Office, tmp_path: Path) -> None:
    person = office.people["修理工"]
    write_backup(office.hub.folder, tmp_path / "x.backup", NOON)
    office.do("people.leave", person=person)
    office.do("people.erase", person=person, reason="本人要求")
    done = restored(office, tmp_path / "x.backup")
    assert done.erased == 1
    assert done.aside is not None
    assert done.aside.is_dir()
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
    epoch = desks[0].replica.fact("epoch")
    restored(office, tmp_path / "x.backup")
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
    restored(office, tmp_path / "x.backup")
    desk.sync()
    assert lost not in operations(office.hub.folder.database)
    desk.close()
