"""A demo plant that is opened on a later day: it has lived on, and shows what it is to show on that day, too."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from services.demo.feeder import feeder_of
from services.demo.gauges import CLIMBING
from services.demo.living_on import lived_on
from services.demo.plant import write_demo
from services.demo.rounds import DUE_TODAY
from services.hub.hub import Hub
from services.store.copies import copy_plant
from services.store.database import Database
from services.store.folder import PlantFolder
from services.store.queries.status import Status, zone_statuses
from services.store.readings import between
from services.store.records import Records
from services.store.verify import verify

DAY = timedelta(days=1)
WRITTEN = datetime(2026, 11, 24, 2, 40, tzinfo=UTC)  # a Tuesday, 10:40 at the plant


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("demo") / "plant"
    write_demo(data, until=WRITTEN)
    return data


@pytest.fixture
def folder(written: Path, tmp_path: Path) -> PlantFolder:
    assert copy_plant(written, tmp_path / "copy")
    return PlantFolder(tmp_path / "copy")


@pytest.fixture(scope="module", params=[1, 4, 9], ids=["the next day", "on Saturday", "nine days later"])
def opened(
    written: Path, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[tuple[Records, datetime, PlantFolder]]:
    folder = PlantFolder(tmp_path_factory.mktemp("later") / "copy")
    assert copy_plant(written, folder.root)
    now = WRITTEN + request.param * DAY - timedelta(minutes=50)
    assert lived_on(folder, now) > 10
    database = Database(folder.database)
    with database.reading() as connection:
        yield Records(connection), now, folder
    database.close()


Opened = tuple[Records, datetime, PlantFolder]


def test_one_zone_is_overdue_others_wait_and_the_rest_is_as_it_should_be(opened: Opened) -> None:
    look, now, _ = opened
    statuses = {one.zone.name: one.status for one in zone_statuses(look, now) if one.status is not Status.UNKNOWN}
    assert [name for name, status in statuses.items() if status is Status.OVERDUE] == ["焊接车间"]
    assert 2 <= list(statuses.values()).count(Status.PENDING) < len(statuses) / 2


def test_two_rounds_are_due_and_none_was_missed(opened: Opened) -> None:
    look, now, _ = opened
    zones = {zone.id: zone.name for zone in look.find("zone")}
    due = [one for one in look.find("inspection", state="due") if one.opens_at <= now]
    assert sorted(zones[one.zone] for one in due) == sorted(DUE_TODAY)
    closed = [one for one in look.find("inspection") if WRITTEN - timedelta(hours=3) < one.closes_at <= now]
    assert {one.state.value for one in closed} == {"done"}


def test_a_sensor_climbs_and_the_others_are_heard(opened: Opened) -> None:
    look, now, folder = opened
    hub = Hub(folder, now=lambda: now)
    try:
        feeder = feeder_of(hub)
        assert feeder is not None
        feeder.say(now)
        (sensor,) = look.find("sensor", code=CLIMBING)
        with hub.store.look() as fresh:
            values = [one.value for one in between(fresh.connection, sensor.id, now - timedelta(hours=1), now)]
    finally:
        hub.close()
    assert sensor.limit_high is not None
    assert values[0] + 5 < values[-1] < sensor.limit_high


def test_its_journal_is_whole_and_a_second_look_on_the_day_adds_nothing(opened: Opened) -> None:
    look, now, folder = opened
    assert verify(look.connection).whole
    assert lived_on(folder, now + timedelta(hours=2)) == 0


def carried_out(folder: PlantFolder, kind: str, called: str, operation: str, **args: str) -> str:
    """What somebody does in the demo with what is called so; its id."""
    hub = Hub(folder, now=lambda: WRITTEN + timedelta(minutes=5))
    try:
        with hub.store.look() as look:
            (found,) = look.find(kind, name=called)
        actor = hub.actor(hub.local_token, "刘洋")
        assert actor is not None
        assert hub.do(operation, {kind: found.id, **args}, actor).refused is None
    finally:
        hub.close()
    return str(found.id)


def test_what_somebody_reported_in_the_demo_is_left_to_them(folder: PlantFolder) -> None:
    hub = Hub(folder, now=lambda: WRITTEN)
    try:
        with hub.store.look() as look:
            zone, photo = look.find("zone")[0], look.find("photo")[0]
        actor = hub.actor(hub.local_token, "王芳")
        assert actor is not None
        args = {"zone": zone.id, "photos": [photo.id], "description": "mine", "category": "other"}
        assert hub.do("hazards.report", args, actor).refused is None
    finally:
        hub.close()
    assert lived_on(folder, WRITTEN + DAY)
    with Database(folder.database).reading() as connection:
        (mine,) = [one for one in Records(connection).find("hazard") if one.description == "mine"]
    assert mine.open
    assert mine.fixed_at is None


def test_it_goes_on_where_somebody_calls_a_zone_and_a_person_otherwise_by_now(folder: PlantFolder) -> None:
    renamed = carried_out(folder, "zone", "配电室", "zones.rename", name="总配电室")
    carried_out(folder, "person", "王芳", "people.set_contact", name="王小芳")
    assert lived_on(folder, WRITTEN + DAY) > 10
    assert lived_on(folder, WRITTEN + 2 * DAY) > 10
    with Database(folder.database).reading() as connection:
        rounds = Records(connection).find("inspection", zone=renamed)
    assert [one for one in rounds if one.at and one.at > WRITTEN + DAY]


def test_its_hub_starts_where_the_story_can_not_go_on(folder: PlantFolder) -> None:
    carried_out(folder, "person", "王芳", "people.leave")
    carried_out(folder, "person", "王芳", "people.erase", reason="asked for")
    with Database(folder.database).reading() as connection:
        before = verify(connection)
    assert lived_on(folder, WRITTEN + DAY) == 0
    with Database(folder.database).reading() as connection:
        assert verify(connection) == before, "nothing of it was kept"


def test_a_plant_of_ones_own_does_not_live_by_itself(folder: PlantFolder, tmp_path: Path) -> None:
    own = PlantFolder(tmp_path / "own")
    Hub(own).close()
    assert lived_on(own, WRITTEN + DAY) == 0
    folder.demo.unlink()  # somebody keeps it as their own
    assert lived_on(folder, WRITTEN + DAY) == 0
