"""The demo plant: whole by its own journal, the same from the same seed, alive at every hour of the day."""

import hashlib
import io
import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import sqlalchemy as sa
from PIL import Image
from shapely import Point, Polygon, box

from services.core.hazards import Hazard, State
from services.core.people import present
from services.core.record import KINDS
from services.core.refused import Refused
from services.demo.cast import PLACES, WITH_PASSWORD
from services.demo.gauges import CLIMBING
from services.demo.plant import write_demo
from services.demo.rounds import DUE_TODAY, TICKING
from services.hub.hub import Hub
from services.hub.signing import sign_in
from services.photos.folder import PhotoFolder
from services.store.database import Database
from services.store.folder import PlantFolder
from services.store.queries.status import Status, zone_statuses
from services.store.readings import between
from services.store.records import Records
from services.store.tables import deliveries, entries
from services.store.verify import verify

DAY = datetime(2026, 11, 24, tzinfo=UTC) - timedelta(hours=8)  # midnight at the plant
MORNING, NIGHT = DAY + timedelta(hours=10, minutes=40), DAY + timedelta(hours=23, minutes=59)


class Written(NamedTuple):
    folder: PlantFolder
    accounts: list[tuple[str, str]]


@pytest.fixture(scope="module")
def morning(tmp_path_factory: pytest.TempPathFactory) -> Written:
    data = tmp_path_factory.mktemp("morning")
    return Written(PlantFolder(data), write_demo(data, seed=7, until=MORNING))


@pytest.fixture(scope="module")
def night(tmp_path_factory: pytest.TempPathFactory) -> Written:
    data = tmp_path_factory.mktemp("night")
    return Written(PlantFolder(data), write_demo(data, seed=7, until=NIGHT))


@pytest.fixture
def connection(night: Written) -> Iterator[sa.Connection]:
    with reading(night) as found:
        yield found


def reading(plant: Written) -> Any:
    database = Database(plant.folder.database)
    return database.reading()


def journal(connection: sa.Connection) -> list[tuple[str, dict[str, Any]]]:
    rows = connection.execute(sa.select(entries.c.hash, entries.c.body).order_by(entries.c.seq)).all()
    return [(row.hash, json.loads(row.body)) for row in rows]


def test_the_journal_is_whole_and_nothing_was_refused(connection: sa.Connection) -> None:
    verdict = verify(connection)
    assert verdict.whole, verdict.faults
    assert not [body for _, body in journal(connection) if "refused" in body]


def test_nothing_happened_after_the_moment_it_was_written_until(morning: Written) -> None:
    with reading(morning) as connection:
        moments = [datetime.fromisoformat(body["at"]) for _, body in journal(connection)]
    assert moments == sorted(moments)
    assert timedelta(0) < MORNING - moments[-1] < timedelta(hours=2)
    assert timedelta(days=29) < MORNING - moments[0] < timedelta(days=32)


def test_the_morning_is_the_beginning_of_the_night_to_the_last_bit(morning: Written, night: Written) -> None:
    with reading(morning) as early, reading(night) as late:
        hashes_early = [hash_ for hash_, _ in journal(early)]
        hashes_late = [hash_ for hash_, _ in journal(late)]
    assert len(hashes_early) < len(hashes_late)
    assert hashes_late[: len(hashes_early)] == hashes_early
    assert morning.accounts == night.accounts


def test_zones_lie_within_their_floor_and_beside_each_other(connection: sa.Connection) -> None:
    look = Records(connection)
    floors = look.find("floor")
    assert [floor.name for floor in floors] == ["一层", "二层"]
    assert len(look.find("zone")) == len(PLACES)
    for floor in floors:
        zones = [Polygon(zone.polygon) for zone in look.find("zone", floor=floor.id)]
        assert all(box(0, 0, floor.width_m, floor.height_m).covers(zone) for zone in zones)
        for place, one in enumerate(zones):
            for other in zones[place + 1 :]:
                assert one.intersection(other).area <= 0.05 * min(one.area, other.area)


def test_every_zone_has_someone_a_team_and_a_label(connection: sa.Connection) -> None:
    look = Records(connection)
    for zone in look.find("zone"):
        assert present(look, zone.supervisor)
        assert look.get("team", zone.team)
        (label,) = look.find("label", zone=zone.id)
        assert label.printed_at
    assert {zone.zone_class for zone in look.find("zone")} == set("ABCD")


@pytest.mark.parametrize("hour", [0.1, 4, 8, 10.7, 13.5, 14, 15.4, 17, 18.5, 21, 23.9])
def test_at_every_hour_all_states_are_there_and_one_zone_is_overdue(connection: sa.Connection, hour: float) -> None:
    """REPORTED is passed through at once: every hazard has somewhere to go; nothing was reported twice."""
    moment = DAY + timedelta(hours=hour)
    hazards: dict[str, Hazard] = {}
    for _, body in journal(connection):
        for change in body["changes"]:
            if change["kind"] == "hazard" and datetime.fromisoformat(body["at"]) <= moment:
                hazards[change["id"]] = KINDS["hazard"].read(change["after"])
    assert {hazard.state for hazard in hazards.values()} == set(State) - {State.REPORTED, State.MERGED}
    assert len([hazard for hazard in hazards.values() if hazard.state is State.FIXED]) >= 2
    assert any(hazard.returned for hazard in hazards.values() if hazard.state is State.FIXING)
    names = {zone.id: zone.name for zone in Records(connection).find("zone")}
    assert {names[hazard.zone] for hazard in hazards.values() if hazard.overdue(moment)} == {"焊接车间"}


def test_the_map_has_three_colours(morning: Written) -> None:
    with reading(morning) as connection:
        seen = {each.status for each in zone_statuses(Records(connection), MORNING)}
    assert seen == {Status.NORMAL, Status.PENDING, Status.OVERDUE}


def test_two_inspections_are_due_and_a_sensor_climbs(morning: Written) -> None:
    with reading(morning) as connection:
        look = Records(connection)
        zones = {zone.id: zone.name for zone in look.find("zone")}
        due = [one for one in look.find("inspection", state="due") if one.opens_at <= MORNING <= one.closes_at]
        assert {zones[one.zone] for one in due} == set(DUE_TODAY)
        assert len(due) == 2
        (sensor,) = look.find("sensor", code=CLIMBING)
        hours = [between(connection, sensor.id, MORNING - timedelta(hours=n), MORNING) for n in (4, 1)]
    before, last = [sum(one.value for one in some) / len(some) for some in hours]
    newest = hours[0][-1].value
    assert before < last < newest < (sensor.limit_high or 0)
    assert newest > 0.93 * (sensor.limit_high or 0)


def test_someone_was_alone_at_night_and_a_team_ticks_what_it_cannot_have_seen(morning: Written) -> None:
    with reading(morning) as connection:
        look = Records(connection)
        zones = {zone.id: zone for zone in look.find("zone")}
        alone = [one for one in look.find("incident") if one.kind == "near_miss" and "一人" in one.description]
        assert [zones[one.zone].name for one in alone] == ["配电室"]
        team = next(one for one in look.find("team") if one.name == TICKING)
        theirs = {person.id for person in look.find("person", team=team.id)}
        made = sorted(one.at for one in look.find("inspection") if one.by in theirs and one.at)
    quick = [later - earlier for earlier, later in pairwise(made) if later - earlier < timedelta(minutes=1)]
    assert len(quick) > 20


def test_photos_can_be_seen_and_before_is_not_after(night: Written, connection: sa.Connection) -> None:
    blobs = PhotoFolder(night.folder.blobs)
    pairs = 0
    for hazard in Records(connection).find("hazard"):
        for name in (*hazard.before, *hazard.after):
            data = blobs.get(name)
            assert data
            assert hashlib.sha256(data).hexdigest() == name
            picture = Image.open(io.BytesIO(data))
            picture.load()
            assert picture.format == "JPEG"
            assert picture.size in ((1280, 960), (560, 420))
        assert hazard.before or hazard.incident
        assert not set(hazard.before) & set(hazard.after)
        pairs += bool(hazard.after)
    assert pairs >= 8


def test_the_outbox_is_empty_and_no_path_of_this_machine_is_kept(night: Written, connection: sa.Connection) -> None:
    states = set(connection.execute(sa.select(deliveries.c.state)).scalars())
    assert states == {"sent"}
    found = [file for file in night.folder.root.rglob("*") if file.is_file()]
    assert not [file for file in found if str(night.folder.root).encode() in file.read_bytes()]
    assert {file.relative_to(night.folder.root).parts[0] for file in found} == {"hub"}


def test_those_named_can_sign_in(morning: Written) -> None:
    hub = Hub(morning.folder, now=lambda: MORNING)
    try:
        for login, password in morning.accounts:
            assert sign_in(hub, login, password)["token"]
        with pytest.raises(Refused, match="sign_in_wrong"):
            sign_in(hub, morning.accounts[0][0], morning.accounts[1][1])
    finally:
        hub.close()
    assert len(morning.accounts) == len(WITH_PASSWORD)


@pytest.mark.parametrize("half", ["hub", "console"])
def test_a_plant_that_is_there_stays_as_it_is(tmp_path: Path, half: str) -> None:
    (tmp_path / half).mkdir()
    (tmp_path / half / "plant.db").write_bytes(b"mine")
    with pytest.raises(Refused, match="plant_exists"):
        write_demo(tmp_path)
    assert [file.name for file in tmp_path.rglob("*") if file.is_file()] == ["plant.db"]
    assert (tmp_path / half / "plant.db").read_bytes() == b"mine"


def test_what_fails_half_way_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError("no room")

    monkeypatch.setattr(PhotoFolder, "put_bytes", full)
    with pytest.raises(OSError, match="no room"):
        write_demo(tmp_path, until=MORNING)
    assert list(tmp_path.iterdir()) == []


def test_extinguishers_hang_in_their_rooms_and_one_is_late(connection: sa.Connection) -> None:
    look = Records(connection)
    found = [one for one in look.find("equipment") if one.type in ("extinguisher", "hydrant")]
    assert len(found) > len(PLACES)
    zones = {zone.id: zone for zone in look.find("zone")}
    for one in found:
        assert Polygon(zones[one.zone].polygon).covers(Point(one.x, one.y))
    today = NIGHT.astimezone(UTC).date()
    assert [zones[one.zone].name for one in found if one.check_due < today] == ["化学品库"]
