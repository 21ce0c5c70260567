"""The hub makes backups by itself: on time, on demand, tried and let go; what fails is told. Each is one that a plant
can be put back to."""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from services.hub.backing import AT_FIRST, Backing
from services.hub.hub import Hub
from services.store.folder import PlantFolder
from services.store.restoring import restore_backup
from services.store.tables import deliveries
from tests.services.hub.test_ruling import Plant

DAY = timedelta(days=1)


@pytest.fixture(scope="module")
def plant(tmp_path_factory):
    made = Plant(tmp_path_factory.mktemp("backing") / "plant")
    yield made
    made.close()


@pytest.fixture
def backing(plant):
    made = Backing(plant.hub)
    yield made
    plant.hub.store.writer.committed.remove(made._on_committed)


def all_backups(plant):
    with plant.hub.store.look() as look:
        return sorted(look.find("backup"), key=lambda one: one.begun_at)


def told(plant):
    with plant.hub.store.look() as look:
        return set(look.connection.execute(sa.select(deliveries.c.message)).scalars())


def test_from_the_night_to_a_plant_put_back(plant, backing, tmp_path):
    backing.look(plant.hub.now() + AT_FIRST / 2)
    assert all_backups(plant) == []  # it was founded today
    plant.now = later = plant.now + 2 * DAY
    backing.look(later)
    [one] = all_backups(plant)
    assert (one.backup_state, one.trial, one.trouble) == ("good", "good", "")
    assert one.bytes == (backing.folder() / one.file).stat().st_size
    assert not list(plant.hub.folder.root.glob("trial*"))
    backing.look(later)
    assert len(all_backups(plant)) == 1
    restored = restore_backup(backing.folder() / one.file, PlantFolder(tmp_path / "back"), later)
    assert restored.seq == one.upto
    _nothing_goes_on(PlantFolder(tmp_path / "back"), one.id)


def _nothing_goes_on(folder, backup):
    """The backup that a plant was put back to was being made when it was written: it is not made again."""
    hub = Hub(folder)
    try:
        with hub.store.look() as look:
            assert [one.id for one in look.find("backup", backup_state="wanted")] == [backup]
        Backing(hub).look(hub.now())
        with hub.store.look() as look:
            assert [one.id for one in look.find("backup", backup_state="cancelled")] == [backup]
    finally:
        hub.close()


def test_a_folder_that_cannot_be_written_is_told_and_then_it_works_again(plant, backing, tmp_path):
    plant.now += timedelta(minutes=1)
    (tmp_path / "file").write_text("no folder")
    plant.do("backup_plans.set", folder=str(tmp_path / "file" / "in"), keep_days=1, keep_weeks=0, keep_months=0)
    plant.do("backups.ask")
    backing.look(plant.hub.now())
    assert all_backups(plant)[-1].trouble == "backup_folder"
    assert "backup_failed" in told(plant)
    plant.do("backup_plans.set", folder=str(tmp_path / "nas"), keep_days=1, keep_weeks=0, keep_months=0)
    for _ in range(2):
        plant.now += timedelta(minutes=1)
        plant.do("backups.ask")
        backing.look(plant.hub.now())
    made = all_backups(plant)
    assert [one.backup_state for one in made[-2:]] == ["gone", "good"]
    assert [one.name for one in (tmp_path / "nas").iterdir()] == [made[-1].file]


def test_one_that_is_cancelled_leaves_nothing(plant, backing, tmp_path):
    plant.now += timedelta(minutes=1)
    plant.do("backup_plans.set", folder=str(tmp_path))
    one = plant.do("backups.ask")
    wanted = backing._still_wanted

    def cancel(backup):
        if wanted(backup):
            plant.do("backups.cancel", backup=one)
        return wanted(backup)

    backing._still_wanted = cancel
    backing.look(plant.hub.now())
    assert all_backups(plant)[-1].backup_state == "cancelled"
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_one_does_not_pass_a_trial(plant, backing, tmp_path):
    plant.now += timedelta(minutes=1)
    plant.do("backup_plans.set", folder=str(tmp_path))
    one = plant.do("backups.ask")
    backing.look(plant.hub.now())
    file = next(tmp_path.glob("*.zip"))
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)
    plant.do("backups.try_out", backup=one)
    backing.look(plant.hub.now())
    assert all_backups(plant)[-1].trial_trouble == "backup_damaged"
    assert "backup_trial_failed" in told(plant)


def test_the_demo_is_backed_up_and_tried_only_when_somebody_asks(plant, backing, tmp_path):
    plant.now += DAY
    plant.do("backup_plans.set", folder=str(tmp_path))
    before = len(all_backups(plant))
    backing._rested = plant.now
    plant.hub.folder.demo.touch()
    try:
        backing.look(plant.now)
        assert len(all_backups(plant)) == before
        one = plant.do("backups.ask")
        backing.look(plant.now)
        assert all_backups(plant)[-1].trial == "none"
        plant.do("backups.try_out", backup=one)
        backing.look(plant.now)
        assert all_backups(plant)[-1].trial == "good"
    finally:
        plant.hub.folder.demo.unlink()


def test_without_one_for_too_long_people_are_told_once_a_day(plant, backing, monkeypatch):
    monkeypatch.setattr(backing, "_make_wanted", lambda: None)
    monkeypatch.setattr("services.hub.backing.is_due", lambda look, now: None)
    backing._rested = plant.hub.now()
    backing.look(plant.hub.now() + 3 * DAY)
    backing.look(plant.hub.now() + 3 * DAY)
    with plant.hub.store.look() as look:
        assert look.find("backup_plan")[0].old_since is not None
    assert "backup_old" in told(plant)
