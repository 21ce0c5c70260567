"""Devices at doors on a connection that stays open: heard at once, tried again, left alone while locked."""

from collections.abc import Iterator
from typing import Any

import pytest

from services.hub.door_streams import DoorStreams
from tests.acceptance.wires import wait_for as until
from tests.services.connectors.terminal import Terminal, event, terminal
from tests.services.hub.at_doors import AtDoors, at_doors
from tests.services.hub.test_doors import ago, device, kept, state


@pytest.fixture
def site(plant: Any) -> AtDoors:
    plant.served.engine.doors.stop()
    plant.served.engine.door_streams.stop()
    return at_doors(plant)


@pytest.fixture
def door() -> Iterator[Terminal]:
    with terminal() as made:
        yield made


@pytest.fixture
def streams(plant: Any) -> Iterator[DoorStreams]:
    made = DoorStreams(plant.served.hub, plant.served.engine.doors)
    yield made
    made.stop()


def passage(plant: Any, serial: int, minutes: float) -> dict[str, Any]:
    """An event as it is pushed."""
    seen = event(serial, ago(plant, minutes), card="", employee="")
    number = next(one.employee_no for one in plant.all("person") if one.employee_no)
    told = {
        "majorEventType": 5,
        "subEventType": 1,
        **{one: seen[one] for one in ("doorNo", "cardReaderNo", "serialNo")},
    }
    wrapped = {"dateTime": seen["time"], "eventType": "AccessControllerEvent"}
    return {**wrapped, "AccessControllerEvent": {**told, "employeeNoString": number}}


def test_what_it_says_is_a_swipe_at_once_and_a_broken_connection_is_begun_anew(
    plant: Any, site: AtDoors, door: Terminal, streams: DoorStreams, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("services.hub.door_streams.FIRST_REST_S", 0.01)
    made = device(plant, site, door, stream=True)
    streams.look()
    door.says(passage(plant, 7, 2))
    until(lambda: [one[2] for one in kept(plant)] == [7])
    door.says({"eventType": "heartBeat"}, length=False)
    door.says(b"\xff\xd8picture", "image/jpeg")
    door.breaks_off()
    door.says(passage(plant, 8, 1))
    until(lambda: [one[2] for one in kept(plant)] == [7, 8])
    assert door.listeners == 2
    assert state(plant, made).trouble == "", "a connection that ends is no trouble"


def test_a_locked_one_is_left_alone_and_one_that_is_not_wanted_is_let_go(
    plant: Any, site: AtDoors, door: Terminal, streams: DoorStreams
) -> None:
    made = device(plant, site, door, stream=True)
    door.locked = True
    streams.look()
    until(lambda: bool(state(plant, made).wait_until))
    turned_away = door.turned_away
    assert state(plant, made).trouble == "locked"
    streams.look()
    (listener,) = streams.listeners.values()
    assert listener._left_alone() > 800, "it said for how long"
    assert door.turned_away == turned_away, "asking again would lock it for longer"
    plant.do("door_devices.retire", door_device=made)
    streams.look()
    assert not streams.listeners
