"""A backup is taken in one step, of a plant that is whole, and by one process at a time into one file."""

import threading
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from services.core.refused import Refused
from services.store import backup as backup_module
from services.store.backup import write_backup
from services.store.backup_file import alone, sound_archive
from services.store.database import sqlite_driver
from tests.services.store.putting_back import back_up
from tests.services.sync.desks import Office

pytestmark = pytest.mark.sqlite


def test_a_plant_that_is_not_whole_is_not_backed_up_and_the_last_backup_stays(office: Office, tmp_path: Path) -> None:
    file = back_up(office, tmp_path / "x.backup")
    before = file.read_bytes()
    with office.hub.store.database.writing() as connection:
        connection.execute(sa.text("UPDATE zones SET name = '改过的'"))
    with pytest.raises(Refused, match="backup_not_whole"):
        write_backup(office.hub.folder, file, office.now)
    assert file.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["x.backup"]


def test_the_snapshot_is_taken_in_one_step(monkeypatch: Any, tmp_path: Path, office: Office) -> None:
    asked: list[int] = []
    driver = sqlite_driver()

    class Told(driver.Connection):  # type: ignore[name-defined]
        def backup(self, target: Any, *, pages: int = -1, **given: Any) -> None:
            asked.append(pages)
            super().backup(target, pages=pages, **given)

    real = driver.connect
    monkeypatch.setattr(driver, "connect", lambda *args, **given: real(*args, **{"factory": Told, **given}))
    back_up(office, tmp_path / "x.backup")
    assert asked == [-1]


class Halfway:
    """A backup into a file that stands still in the middle of it until `go_on`."""

    def __init__(self, office: Office, file: Path) -> None:
        self.halfway, self.ended = threading.Event(), threading.Event()
        self.error: BaseException | None = None
        self.office, self.file = office, file
        self.thread = threading.Thread(target=self._run)
        self.thread.start()
        assert self.halfway.wait(30)

    def _run(self) -> None:
        try:
            write_backup(self.office.hub.folder, self.file, self.office.now, self._told)
        except BaseException as error:  # noqa: BLE001 - handed over to the test
            self.error = error

    def _told(self, _: float) -> None:
        self.halfway.set()
        self.ended.wait(30)

    def go_on(self) -> None:
        self.ended.set()
        self.thread.join(30)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.is_file())


def test_a_second_backup_into_the_same_file_is_refused_and_the_first_is_whole(office: Office, tmp_path: Path) -> None:
    file = tmp_path / "x.backup"
    first = Halfway(office, file)
    with pytest.raises(Refused, match="backup_runs"):
        write_backup(office.hub.folder, file, office.now)
    back_up(office, tmp_path / "y.backup")
    first.go_on()
    assert first.error is None
    with sound_archive(file) as (_, manifest):
        assert manifest.seq > 0
    back_up(office, file)
    assert names(tmp_path) == ["x.backup", "y.backup"]


def test_two_that_knew_nothing_of_each_other_would_be_seen(office: Office, tmp_path: Path, monkeypatch: Any) -> None:
    """The planted fault: no lock."""
    monkeypatch.setattr(backup_module, "alone", lambda _: nullcontext())
    first = Halfway(office, tmp_path / "x.backup")
    write_backup(office.hub.folder, tmp_path / "x.backup", office.now)
    first.go_on()
    assert first.error is not None


def test_a_lock_that_a_dead_backup_has_left_stops_nobody(office: Office, tmp_path: Path) -> None:
    file = tmp_path / "x.backup"
    for ending in (".lock", ".snapshot", ".new"):
        file.with_name(file.name + ending).write_bytes(b"left behind")
    back_up(office, file)
    assert names(tmp_path) == ["x.backup"]


def test_whoever_comes_as_the_lock_goes_has_a_lock_of_this_name(tmp_path: Path) -> None:
    """Many take turns; none is ever inside together with another."""
    file, inside, most = tmp_path / "x.backup", [0], [0]
    told = threading.Lock()

    def work() -> None:
        done = 0
        while done < 40:
            try:
                with alone(file):
                    with told:
                        inside[0] += 1
                        most[0] = max(most[0], inside[0])
                    with told:
                        inside[0] -= 1
                done += 1
            except Refused:
                continue

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert (most[0], names(tmp_path)) == (1, [])
