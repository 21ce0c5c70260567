"""The demo plant's sensors: their history, and how they live on while its hub runs."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from services.demo.feeder import Feeder, feeder_of
from services.demo.gauges import CLIMBING, PROBE, SEASONS, episodes, moments, said
from services.demo.life import SHANGHAI
from services.demo.plant import write_demo
from services.hub.hub import Hub
from services.hub.watch import Watch
from services.store.copies import copy_plant
from services.store.folder import PlantFolder
from services.store.queries.status import Status, zone_statuses
from services.store.readings import between, last_moments

WRITTEN = datetime(2026, 3, 2, 11, 0, tzinfo=SHANGHAI)
MINUTE = timedelta(minutes=1)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> PlantFolder:
    data = tmp_path_factory.mktemp("demo") / "plant"
    write_demo(data, until=WRITTEN, months=1)
    return PlantFolder(data)


class Opened:
    """The plant's hub at a moment after it was written."""

    def __init__(self, folder: PlantFolder, now: datetime) -> None:
        self.now = now
        self.hub = Hub(folder, now=lambda: self.now)
        feeder = feeder_of(self.hub)
        assert isinstance(feeder, Feeder)
        self.feeder, self.watch = feeder, Watch(self.hub)

    def lives(self, until: datetime, step: timedelta) -> None:
        while self.now < until:
            self.now += step
            self.feeder.say(self.now)
            self.watch.look(self.now)

    def sensors(self) -> dict[str, Any]:
        with self.hub.store.look() as look:
            return {one.code: one for one in look.find("sensor")}


def test_it_lives_on_and_one_sensor_passes_its_limit_and_comes_back(folder: PlantFolder, tmp_path: Path) -> None:
    one = Opened(copied(folder, tmp_path), WRITTEN + MINUTE)
    try:
        one.lives(WRITTEN + 25 * MINUTE, MINUTE)
        sensors = one.sensors()
        assert {each.hearing for each in sensors.values()} == {"heard"}
        assert sensors[CLIMBING].beyond == "high"
        with one.hub.store.look() as look:
            yellow = {each.zone.id for each in zone_statuses(look, one.now) if each.beyond}
            heard = [last_moments(look.connection, each.id, one.now, 1)[0] for each in sensors.values()]
        assert yellow == {sensors[CLIMBING].zone}
        assert all(one.now - at < 6 * MINUTE for at in heard)
        one.lives(WRITTEN + 60 * MINUTE, MINUTE)
        assert one.sensors()[CLIMBING].beyond == ""
    finally:
        one.hub.close()


def test_opened_the_next_morning_all_of_them_are_heard(folder: PlantFolder, tmp_path: Path) -> None:
    one = Opened(copied(folder, tmp_path), WRITTEN + timedelta(hours=21))
    try:
        assert one.feeder.say(one.now) > 12_000
        one.watch.look(one.now)
        assert {each.hearing for each in one.sensors().values()} == {"heard"}
        with one.hub.store.look() as look:
            assert Status.UNKNOWN not in {each.status for each in zone_statuses(look, one.now)}
        assert one.feeder.say(one.now) == 0
    finally:
        one.hub.close()


def test_the_series_has_no_seam_where_it_was_written(folder: PlantFolder, tmp_path: Path) -> None:
    one = Opened(copied(folder, tmp_path), WRITTEN + 30 * MINUTE)
    try:
        one.feeder.say(one.now)
        sensor = one.sensors()["VOC-PT01"]
        with one.hub.store.look() as look:
            found = between(look.connection, sensor.id, WRITTEN - 30 * MINUTE, WRITTEN + 30 * MINUTE)
        expected = moments(PROBE["VOC-PT01"], WRITTEN - 30 * MINUTE - MINUTE / 60, WRITTEN + 30 * MINUTE)
        assert [each.at for each in found] == list(expected)
        assert [each.value for each in found] == [said(1, PROBE["VOC-PT01"], each.at, WRITTEN) for each in found]
    finally:
        one.hub.close()


def test_a_plant_of_ones_own_is_not_fed_nor_what_is_kept_as_one(folder: PlantFolder, tmp_path: Path) -> None:
    own = Hub(PlantFolder(tmp_path / "own"))
    try:
        assert feeder_of(own) is None
    finally:
        own.close()
    lost = copied(folder, tmp_path)
    lost.demo.unlink()
    taken = Hub(lost)
    try:
        assert feeder_of(taken) is None
    finally:
        taken.close()


def test_every_month_has_a_few_crossings_in_their_season() -> None:
    for month in range(1, 13):
        some = [one for one in episodes(1, 2025, month) if one.top]
        assert 4 <= len(some) <= 7
        assert all(month in SEASONS[one.code] for one in some)
        assert episodes(1, 2025, month) != episodes(2, 2025, month)


def copied(folder: PlantFolder, tmp_path: Path) -> PlantFolder:
    target = tmp_path / "copy"
    assert copy_plant(folder.root, target)
    return PlantFolder(target)
