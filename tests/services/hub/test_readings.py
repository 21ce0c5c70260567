"""Consoles are told what sensors said lately, and still show it, with its age, when the hub is gone."""

import errno
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from services.core.refused import Refused
from services.store.readings import Reading, append
from services.sync.client import HubClient, Unreachable
from services.sync.readings import FILE, fetch, kept
from tests.services.hub.calls import manager, signed_in
from tests.services.hub.living import Living


@pytest.fixture
def sensor(plant: Living) -> str:
    """A spray booth that grows warmer, a degree a minute, until now."""
    told = {"code": "T-01", "name": "喷漆房温度", "quantity": "temperature", "unit": "℃", "zone": plant.zone}
    made: str = plant.do("sensors.add", **told, limit_high=60.0).id
    hub = plant.served.hub
    climb = [Reading(made, hub.now() - timedelta(minutes=90 - n), float(n)) for n in range(91)]
    hub.store.write(lambda connection: append(connection, climb))
    return made


def client_of(plant: Living) -> HubClient:
    return HubClient(plant.url, plant.served.hub.local_token, plant.manager.person)


def test_the_last_hour_comes_and_is_kept(plant: Living, sensor: str, tmp_path: Path) -> None:
    found = fetch(client_of(plant), tmp_path)
    assert found.newest[sensor].value == 90.0
    highs = [one.high for one in found.minutes[sensor]]
    assert highs == [float(n) for n in range(91 - len(highs), 91)]
    assert len(highs) in (59, 60)  # a minute may have begun meanwhile
    assert kept(tmp_path) == found


def test_offline_it_is_as_of_then(plant: Living, sensor: str, tmp_path: Path) -> None:
    client = client_of(plant)
    assert kept(tmp_path) is None
    told = fetch(client, tmp_path)
    plant.served.stop()
    with pytest.raises(Unreachable):
        fetch(client, tmp_path)
    assert kept(tmp_path) == told


def test_a_full_disk_keeps_what_was_there_and_hides_nothing(
    plant: Living, sensor: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = fetch(client_of(plant), tmp_path)

    def full(*_: Any, **__: Any) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    assert fetch(client_of(plant), tmp_path).newest == before.newest
    assert kept(tmp_path) == before


def test_what_is_kept_and_cannot_be_read_is_not_there(tmp_path: Path) -> None:
    for spoilt in ("", "{}", '{"now": "x", "sensors": {}}', '{"now": "2026-03-02T00:00:00Z", "sensors": {"a": {}}}'):
        (tmp_path / FILE).write_text(spoilt)
        assert kept(tmp_path) is None


def test_one_sensor_and_a_longer_stretch(plant: Living, sensor: str) -> None:
    def asked(**query: Any) -> Any:
        return manager(plant).call("GET", "/api/readings", params=query).json()["sensors"]

    assert len(asked(sensor=sensor, minutes=90)[sensor]["minutes"]) in (89, 90)
    assert asked(sensor="another") == {}
    plant.do("sensors.retire", sensor=sensor)
    assert asked() == {}


def test_only_who_may_have_a_copy_is_told(plant: Living, sensor: str) -> None:
    assert signed_in(plant, "马超").call("GET", "/api/readings").json()["refused"] == "not_allowed"
    with pytest.raises(Refused, match="sign_in_needed"):
        HubClient(plant.url).call("GET", "/api/readings")
    assert manager(plant).call("GET", "/api/readings", params={"minutes": 0}).status_code == 422
