"""Readings by MQTT from a real broker, and over HTTP: durable before they are acknowledged, whatever is killed."""

import json
import threading
from contextlib import ExitStack, closing, contextmanager
from datetime import timedelta

import paho.mqtt.client as mqtt
import pytest
from paho.mqtt.enums import CallbackAPIVersion

from services.core.operation import SYSTEM
from services.core.shape import utc_text
from services.hub.sensing import AWAY_AFTER, Sensing
from services.hub.sensing import broker as status_of_broker
from services.store.readings import between
from tests.acceptance.wires import wait_for as until
from tests.services.hub.mosquitto import Mosquitto
from tests.services.hub.test_ruling import MINUTE, SECOND, Plant


@pytest.fixture
def broker(tmp_path):
    made = Mosquitto(tmp_path / "broker").start()
    yield made
    made.stop()


@pytest.fixture
def plant(tmp_path):
    made = Plant(tmp_path / "plant")
    yield made
    made.close()


class Device:
    """A sensor's own client; what it publishes is with the broker when `say` returns."""

    def __init__(self, broker):
        self.client = mqtt.Client(CallbackAPIVersion.VERSION2)
        self.client.connect("127.0.0.1", broker.port)
        self.client.loop_start()

    def say(self, payload, sensor="T-01", qos=1):
        text = payload if isinstance(payload, str | bytes) else json.dumps(payload)
        self.client.publish(f"anhuan/jn/{sensor}", text, qos=qos).wait_for_publish(20)

    def end(self):
        self.client.disconnect()
        self.client.loop_stop()


@pytest.fixture
def device(broker):
    made = Device(broker)
    yield made
    made.end()


@contextmanager
def sensing(plant):
    made = Sensing(plant.hub)
    made.look()
    try:
        until(lambda: made.client and made.client.connected)
        yield made
    finally:
        made.stop_client()


def kept(plant):
    with plant.hub.store.look() as look:
        ends = plant.now + timedelta(days=1)
        return [(one.at, one.value) for one in between(look.connection, plant.sensor, plant.now - MINUTE, ends)]


def joined(plant, broker, **given):
    plant.do("plant.set_broker", broker_host="127.0.0.1", broker_port=broker.port, **given)


@pytest.mark.parametrize("version", ["3.1.1", "5"])
@pytest.mark.parametrize("share", [None, "hubs"])
def test_what_a_broker_brings_is_kept(plant, broker, device, version, share):
    joined(plant, broker, broker_version=version, broker_share=share)
    with sensing(plant):
        device.say({"t": utc_text(plant.now), "v": 21.5})
        first, second = plant.now + SECOND, plant.now + 2 * SECOND
        device.say([{"t": first.timestamp(), "v": "22"}, {"t": utc_text(second), "v": 23}])
        device.say("24.5")  # of now
        until(lambda: len(kept(plant)) == 3)
    assert sorted(value for _, value in kept(plant)) == [22, 23, 24.5]  # the first and the last are of one moment


def test_a_process_that_looks_after_no_sensors_says_how_the_one_that_does_stands(plant, broker, device):
    assert asked_elsewhere(plant) == {"set": False}
    joined(plant, broker)
    assert asked_elsewhere(plant)["away"], "no process does"
    with sensing(plant) as one:
        device.say({"t": utc_text(plant.now), "v": 21.5})
        until(lambda: one.taken == 1)
        one.look()
        told = asked_elsewhere(plant)
        assert told == one.told()
        assert (told["connected"], told["taken"]) == (True, 1)
        plant.now += AWAY_AFTER + SECOND
        assert asked_elsewhere(plant)["away"], "it has not been heard of for long"


def asked_elsewhere(plant):
    """What the page says of a process without the thread."""
    mine, plant.hub.sensing = plant.hub.sensing, None
    try:
        return status_of_broker(plant.hub, SYSTEM)
    finally:
        plant.hub.sensing = mine


def test_what_came_while_the_hub_was_away_comes_when_it_is_back(plant, broker, device):
    joined(plant, broker)
    with sensing(plant):
        device.say({"t": utc_text(plant.now), "v": 1})
        until(lambda: len(kept(plant)) == 1)
    device.say({"t": utc_text(plant.now + SECOND), "v": 2})
    plant.restart()
    with sensing(plant):
        until(lambda: len(kept(plant)) == 2)


def test_what_could_not_be_kept_is_not_acknowledged_and_comes_again(plant, broker, device, monkeypatch):
    joined(plant, broker)
    asked = threading.Event()

    def full(readings):
        asked.set()
        raise OSError("no space left on device")

    with sensing(plant) as first:
        monkeypatch.setattr(plant.hub, "hear", full)
        device.say({"t": utc_text(plant.now), "v": 7})
        assert asked.wait(20)
        first.client.client.loop_stop()  # killed between hearing it and keeping it
    monkeypatch.undo()
    assert kept(plant) == []
    plant.restart()
    with sensing(plant):
        until(lambda: [value for _, value in kept(plant)] == [7])


def test_a_broker_that_was_away_is_found_again(plant, broker, device):
    joined(plant, broker)
    with sensing(plant) as one:
        broker.stop()
        until(lambda: not one.client.connected)
        broker.start()
        until(lambda: one.client.connected)
        device.client.reconnect()
        device.say({"t": utc_text(plant.now), "v": 5})
        until(lambda: len(kept(plant)) == 1)


def test_two_hubs_of_a_share_get_each_message_once_between_them(tmp_path, broker, device):
    with ExitStack() as stack:
        plants = [stack.enter_context(closing(Plant(tmp_path / name))) for name in ("one", "two")]
        for plant in plants:
            joined(plant, broker, broker_share="hubs")
            stack.enter_context(sensing(plant))
        for second in range(40):
            device.say({"t": utc_text(plants[0].now + second * SECOND), "v": second})
        until(lambda: sum(len(kept(plant)) for plant in plants) == 40)
        assert all(kept(plant) for plant in plants)


def test_what_can_not_be_taken_is_acknowledged_and_shown_with_its_reason(plant, broker, device):
    joined(plant, broker)
    with sensing(plant) as one:
        device.say({"v": 1}, sensor="T-99")
        device.say(b"\xff\xfe")
        device.say({"v": None})
        device.say({"v": 1, "u": "furlong"})
        device.say({"t": utc_text(plant.now + timedelta(hours=1)), "v": 1})
        device.say({"t": utc_text(plant.now), "v": 68, "u": "°F"})
        until(lambda: len(kept(plant)) == 1)
        said = [(each["sensor"], each["code"]) for each in one.turned]
    assert said == [
        ("T-99", "sensor_unknown"),
        ("T-01", "unreadable"),
        ("T-01", "unreadable"),
        ("T-01", "unit_unknown"),
        ("T-01", "in_the_future"),
    ]
    assert kept(plant)[0][1] == pytest.approx(20)


def test_calibration_holds_from_when_it_is_set(plant, broker, device):
    joined(plant, broker)
    with sensing(plant):
        device.say({"t": utc_text(plant.now), "v": 10})
        until(lambda: len(kept(plant)) == 1)
        plant.do("sensors.calibrate", sensor=plant.sensor, factor=1.1, added=-0.5)
        device.say({"t": utc_text(plant.now + SECOND), "v": 10})
        until(lambda: len(kept(plant)) == 2)
    assert [value for _, value in kept(plant)] == [10, pytest.approx(10.5)]


def test_another_broker_is_followed_as_soon_as_it_is_set(plant, broker, tmp_path):
    other = Mosquitto(tmp_path / "other").start()
    device = Device(other)
    try:
        joined(plant, broker)
        with sensing(plant) as one:
            joined(plant, other)
            one.look()
            until(lambda: one.client.connected)
            device.say({"t": utc_text(plant.now), "v": 3})
            until(lambda: len(kept(plant)) == 1)
            plant.do("plant.set_broker")
            one.look()
            assert one.client is None
    finally:
        device.end()
        other.stop()
