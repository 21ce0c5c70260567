"""Many at once: everyone is answered, nothing twice, numbers without gaps, one chain."""

import json
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from services.hub import blobs
from services.photos import clean
from services.store.verify import verify
from tests.services.hub.calls import Caller, signed_in
from tests.services.hub.living import living_plant
from tests.services.hub.test_phone import jpeg

PHONES, EACH = 16, 5


@pytest.fixture(scope="module")
def plant(tmp_path_factory):
    made = living_plant(tmp_path_factory.mktemp("hub") / "plant")
    yield made
    made.served.stop()


@pytest.fixture(scope="module")
def token(plant):
    return signed_in(plant, "马超").session.headers["Authorization"].split()[1]


def report(plant):
    photo = plant.served.hub.blobs.put_bytes(b"a photo")
    return {"zone": plant.zone, "photos": [photo]}


def numbers(plant):
    return sorted(int(hazard.number.rsplit("-")[-1]) for hazard in plant.all("hazard"))


def whole(plant):
    with plant.served.hub.store.database.reading() as connection:
        return verify(connection).faults


def test_a_shift_change(plant, token):
    """Every phone sends its reports one after the other, and each message twice, as a bad network does."""
    args, before = report(plant), len(numbers(plant))

    def phone(_):
        caller, given = Caller(plant, token), []
        for _ in range(EACH):
            message = {"operations": [caller.operation("hazards.report", args)]}
            answers = [caller.post("/api/operations", message).json()["answers"] for _ in range(2)]
            assert answers[0] == answers[1]
            given += answers[0][0]["given"].values()
            caller.n += 1
        return given

    with ThreadPoolExecutor(PHONES) as pool:
        given = [number for some in pool.map(phone, range(PHONES)) for number in some]
    assert len(set(given)) == PHONES * EACH
    assert numbers(plant) == list(range(1, before + PHONES * EACH + 1))
    assert whole(plant) == ()


def test_one_message_from_many_sides_at_once_is_one_report(plant, token):
    caller, before = Caller(plant, token), numbers(plant)
    message = {"operations": [caller.operation("hazards.report", report(plant))]}

    def send(_):
        return json.dumps(Caller(plant, token).post("/api/operations", message).json()["answers"])

    with ThreadPoolExecutor(8) as pool:
        answers = set(pool.map(send, range(8)))
    assert len(answers) == 1
    assert len(numbers(plant)) == len(before) + 1
    assert whole(plant) == ()


def test_a_report_does_not_wait_behind_the_photos_of_a_whole_shift(plant, token, monkeypatch):
    """More photos than the hub has threads for answers are held up; what needs no photo is answered all the same."""
    go = threading.Event()
    held_up = clean
    monkeypatch.setattr(blobs, "clean", lambda data, **how: go.wait(60) and held_up(data, **how))

    def send(number):
        return Caller(plant, token).call("POST", "/api/blobs/photo", data=jpeg(number)).status_code

    with ThreadPoolExecutor(60) as pool:
        photos = [pool.submit(send, number) for number in range(60)]
        try:
            while not all(photo.running() for photo in photos):
                time.sleep(0.01)
            time.sleep(1)  # they are on their way
            answer = Caller(plant, token).issue("hazards.report", report(plant))
        finally:
            go.set()
        assert answer["outcome"] == "accepted"
        assert [photo.result() for photo in photos] == [200] * 60
