"""Readings over HTTP: with the connectors' key, as JSON lines or CSV, durable with the answer."""

import json
from datetime import timedelta

import pytest

from services.core.shape import utc_text
from services.store.readings import between, minutes_between
from tests.services.hub.calls import Caller, manager


@pytest.fixture
def sensor(plant):
    told = {"code": "T-01", "name": "温度", "quantity": "temperature", "unit": "℃", "zone": plant.zone}
    return plant.do("sensors.add", **told).id


@pytest.fixture
def key(plant):
    return manager(plant).post("/api/connectors/key", {}).json()["key"]


def send(plant, key, body, kind="application/x-ndjson"):
    text = body.encode() if isinstance(body, str) else body
    return Caller(plant, key).call("POST", "/ingest/readings", data=text, headers={"Content-Type": kind})


def kept(plant, sensor):
    now = plant.served.hub.now()
    with plant.served.hub.store.look() as look:
        found = between(look.connection, sensor, now - timedelta(days=2), now + timedelta(days=1))
        return [one.value for one in found]


def lines(*rows):
    return "\n".join(json.dumps(row) for row in rows)


def test_json_lines_are_kept_and_rolled_up_and_each_row_that_is_not_says_why(plant, sensor, key):
    now = plant.served.hub.now().replace(second=0, microsecond=0) - timedelta(minutes=5)
    rows = [{"time": utc_text(now + timedelta(seconds=n)), "sensor": "T-01", "value": n} for n in range(10)]
    answer = send(plant, key, lines(*rows, {"s": "T-09", "v": 1}, {"s": "T-01"}) + "\n{nonsense")
    assert answer.status_code == 200
    assert answer.json()["taken"] == 10
    assert [(one["row"], one["code"]) for one in answer.json()["why"]] == [
        (11, "sensor_unknown"),
        (12, "unreadable"),
        (13, "sensor_unknown"),
    ]
    with plant.served.hub.store.look() as look:
        (minute,) = minutes_between(look.connection, sensor, now, now + timedelta(minutes=1))
    assert (minute.low, minute.high, minute.mean, minute.count) == (0, 9, 4.5, 10)


@pytest.mark.parametrize("coding", ["utf-8-sig", "gb18030"])
def test_a_table_is_read_with_its_headings_and_by_the_plant_s_clock(plant, sensor, key, coding):
    now = plant.served.hub.now() - timedelta(minutes=5)
    local = (now + timedelta(hours=8)).strftime("%Y-%m-%d %H:%M:%S")
    body = f"采集时间;测点;读数;单位\n{local};T-01;50;℉\nwhen;T-01;1;\n".encode(coding)
    answer = send(plant, key, body, "text/csv").json()
    assert (answer["taken"], [one["code"] for one in answer["why"]]) == (1, ["unreadable"])
    assert kept(plant, sensor) == [pytest.approx(10)]


def test_sent_twice_it_is_there_once(plant, sensor, key):
    row = lines({"t": utc_text(plant.served.hub.now()), "s": "T-01", "v": 5})
    assert [send(plant, key, row).json()["taken"] for _ in range(2)] == [1, 1]
    assert kept(plant, sensor) == [5]


def test_without_the_key_or_with_a_former_one_nothing_is_taken(plant, sensor, key):
    row = lines({"s": "T-01", "v": 5})
    other = manager(plant).post("/api/connectors/key", {}).json()["key"]
    for wrong in (None, "x" * 43, key):
        answer = send(plant, wrong, row)
        assert (answer.status_code, answer.json()["refused"]) == (401, "key_wrong")
    assert send(plant, other, row).json()["taken"] == 1


@pytest.mark.parametrize(("body", "code"), [(b"a;b\n1;2\n", "feed_without_head"), (b"", "feed_without_head")])
def test_a_table_that_is_none_is_refused(plant, key, body, code):
    answer = send(plant, key, body, "text/csv")
    assert (answer.status_code, answer.json()["refused"]) == (409, code)
