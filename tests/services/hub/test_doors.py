"""Devices at doors and the hub: asked page by page and on from where it was, pushed to, locked; whose card is whose."""

import json
import threading
from datetime import timedelta

import pytest

from services.core.cards import bits_of
from services.core.shape import utc_text
from services.hub.doors import State, state_of
from services.store.swipes import between
from tests.services.connectors.terminal import NOT_SUPPORTED, PASSWORD, USER, event, terminal
from tests.services.hub.at_doors import at_doors
from tests.services.hub.calls import Caller, manager, signed_in


@pytest.fixture
def site(plant):
    plant.served.engine.doors.stop()  # each look is asked for
    return at_doors(plant)


@pytest.fixture
def door():
    with terminal() as made:
        yield made


def device(plant, site, door=None, **more):
    given = {"address": door.address, "user": USER} if door else {}
    made = plant.do("door_devices.add", name="配电室门禁", every_s=5, **given, **more).id
    for reader, inward in ((1, True), (2, False)):
        plant.do("door_devices.set_reader", door_device=made, reader_no=reader, zone=site.room, inward=inward)
    if door:
        assert manager(plant).post(f"/api/doors/{made}/password", {"password": PASSWORD}).status_code == 200
    return made


def look(plant, later_s=0):
    plant.served.engine.doors.look(plant.served.hub.now() + timedelta(seconds=later_s))


def kept(plant):
    now = plant.served.hub.now()
    names = {id_: name for name, id_ in plant.people.items()}
    with plant.served.hub.store.look() as found:
        some = between(found.connection, now - timedelta(days=30), now + timedelta(days=1))
    return [(names[one.person], one.inward, one.serial) for one in some]


def state(plant, device):
    with plant.served.hub.store.look() as found:
        return state_of(found.connection, device)


def ago(plant, minutes):
    at = plant.served.hub.now() - timedelta(minutes=minutes)
    return (at + timedelta(hours=8)).strftime("%Y-%m-%dT%H:%M:%S+08:00")


def test_what_a_device_has_seen_is_kept_once_and_asked_for_on_from_there(plant, site, door):
    door.events = [event(n, ago(plant, 60 - n), "1042", cardReaderNo=1 + n % 2) for n in range(5)]
    made = device(plant, site, door)
    look(plant)
    assert kept(plant) == [("赵刚", n % 2 == 0, n) for n in range(5)]
    first = door.asked[0]["startTime"]
    door.events.append(event(5, ago(plant, 1), "2077"))
    asked = len(door.asked)
    look(plant, 6)
    assert len(kept(plant)) == 6
    assert door.asked[asked]["startTime"] > first, "on from its last event"
    assert state(plant, made).serial == 5
    assert state(plant, made).trouble == ""
    asked = len(door.asked)
    look(plant, 7)
    assert len(door.asked) == asked, "not before it is due"


def test_a_lost_event_and_one_of_a_clock_that_jumped_come_with_the_next_day_s_round(plant, site, door):
    made = device(plant, site, door)
    door.events = [event(9, ago(plant, 5), "1042")]
    look(plant)
    door.events.append(event(8, ago(plant, 600), "2077"))
    look(plant, 10)
    assert len(kept(plant)) == 1
    look(plant, 3700)
    assert len(kept(plant)) == 2
    assert state(plant, made).swept_at


def test_one_person_of_many_numbers_is_one_and_an_unknown_card_waits(plant, site, door):
    number = 1234567
    door.events = [
        event(1, ago(plant, 50), "1042"),
        event(2, ago(plant, 40), "01042", cardReaderNo=2),
        event(3, ago(plant, 30), card=f"{number:010}"),
        event(4, ago(plant, 20), card=bits_of(number, 26), cardReaderNo=2),
        event(5, ago(plant, 10), card="9", minor=76),
        event(6, ago(plant, 9)),
        event(7, ago(plant, 8), "1042", doorNo=7),
    ]
    device(plant, site, door)
    look(plant)
    assert [serial for _, _, serial in kept(plant)] == [1, 2]
    boss = manager(plant)
    told = boss.call("GET", "/api/doors").json()
    assert [(one["card"][-4:], one["door_no"]) for one in told["strange"]] == [
        ("", 7),
        (bits_of(number, 26)[-4:], 1),
        ("4567", 1),
    ]
    (one,) = told["devices"]
    assert (one["word"], one["others"], one["other_code"]) == ("heard", 1, 76)
    now = boss.call("GET", "/api/access/now").json()
    assert [len(zone["people"]) for zone in now["zones"] if zone["name"] == "配电室"] == [1], "it is somebody"
    matched = boss.post("/api/cards", {"number": f"{number:010}", "person": plant.people["赵刚"]})
    assert matched.json() == {"matched": 2}
    assert [who for who, _, _ in kept(plant)] == ["赵刚"] * 4
    assert boss.call("GET", f"/api/cards/{plant.people['赵刚']}").json() == {"cards": ["1234567"]}
    plant.do("door_devices.set_reader", door_device=told["devices"][0]["id"], door_no=7, reader_no=0, zone=site.gate)
    look(plant)
    assert len(kept(plant)) == 5
    assert boss.post("/api/cards/drop", {"number": "1234567"}).status_code == 200
    assert boss.post("/api/cards/drop", {"number": "1234567"}).json()["refused"] == "card_wrong"
    for path in ("/api/cards", "/api/cards/drop"):
        assert signed_in(plant, "马超").post(path, {"number": "1", "person": "x"}).status_code == 403


def test_who_is_erased_takes_their_cards_along(plant, site):
    boss = manager(plant)
    boss.post("/api/cards", {"number": "77", "person": plant.people["马超"]})
    plant.do("people.leave", person=plant.people["马超"])
    plant.do("people.erase", person=plant.people["马超"], reason="离职")
    assert boss.call("GET", "/api/doors").json()["cards"] == 0


def test_a_locked_device_is_left_alone_until_it_says(plant, site, door):
    made = device(plant, site, door)
    door.locked = True
    look(plant)
    away = door.turned_away
    assert state(plant, made).trouble == "locked"
    look(plant, 60)
    told = manager(plant).post(f"/api/doors/{made}/test", {}).json()
    assert (told["ok"], told["code"], door.turned_away) == (False, "locked", away)
    door.locked = False
    look(plant, 901)
    assert state(plant, made).trouble == ""


def test_the_test_says_what_is_wrong(plant, site, door):
    boss, made = manager(plant), device(plant, site, door)

    def said():
        return boss.post(f"/api/doors/{made}/test", {}).json()["code"]

    assert said() == "ok"
    door.raw = (403, NOT_SUPPORTED)
    assert said() == "not_supported"
    plant.do("door_devices.change", door_device=made, name="配电室门禁")
    assert said() == "not_heard"
    assert signed_in(plant, "马超").post(f"/api/doors/{made}/test", {}).status_code == 403


def test_after_a_wrong_password_it_is_left_alone_until_there_is_another(plant, site, door):
    made, boss = device(plant, site, door), manager(plant)
    boss.post(f"/api/doors/{made}/password", {"password": "wrong"})
    look(plant)
    away = door.turned_away
    assert state(plant, made).trouble == "password_wrong"
    look(plant, 60)
    assert door.turned_away == away, "each try is one nearer to being locked out"
    assert boss.post(f"/api/doors/{made}/test", {}).json()["code"] == "password_wrong", "a person may try"
    boss.post(f"/api/doors/{made}/password", {"password": PASSWORD})
    look(plant, 70)
    assert (state(plant, made).trouble, door.let_in) == ("", 1)
    boss.post(f"/api/doors/{made}/password", {"password": "wrong"})
    look(plant, 80)
    away = door.turned_away
    plant.do(
        "door_devices.change", door_device=made, name="配电室门禁", address=door.address, user="another", every_s=5
    )
    look(plant, 90)
    assert door.turned_away > away, "another account is another try"


def test_what_is_pushed_while_it_is_asked_is_neither_lost_nor_undone(plant, site, door):
    made = device(plant, site, door)
    path = manager(plant).post(f"/api/doors/{made}/key", {}).json()["path"]
    door.events = [event(5, ago(plant, 30), "1042")]
    search = door.search

    def pushes_first(condition):
        page = search(condition)
        assert pushed(plant, path, passage(plant, 9, 8, 3)).status_code == 200
        assert pushed(plant, path, b"nonsense").status_code == 409
        return page

    door.search = pushes_first
    look(plant)
    known = state(plant, made)
    assert (known.serial, known.unread, known.lost) == (9, 1, 0), "nothing was lost, as nothing was known before"
    assert known.at > utc_text(plant.served.hub.now() - timedelta(minutes=5)), "it goes on from the newest"
    door.events.append(event(6, ago(plant, 20), "1042"))
    door.search = lambda condition: (pushed(plant, path, passage(plant, 12, 11, 1)), search(condition))[1]
    look(plant, 3700)
    assert state(plant, made).lost == 2, "what was found missing while a day was asked may not be among the answers"
    door.search = search
    door.events += [event(10, ago(plant, 2), "1042"), event(11, ago(plant, 2), "2077")]
    look(plant, 3710)
    assert state(plant, made).lost == 0
    assert sorted(serial for _, _, serial in kept(plant)) == [5, 6, 9, 10, 11, 12]


def test_a_terminal_that_is_asked_and_pushes_at_once_is_counted_right(plant, site, door):
    made = device(plant, site, door)
    path = manager(plant).post(f"/api/doors/{made}/key", {}).json()["path"]
    door.at_once = 30
    door.events = [event(n, ago(plant, 59 - n), "1042") for n in range(48)]
    pushes = [passage(plant, n, n - 1, 59 - n) for n in range(48)]

    def push(some):
        for values in some:
            assert pushed(plant, path, values).status_code == 200

    pushing = [threading.Thread(target=push, args=(pushes[n::3],)) for n in range(3)]
    for one in pushing:
        one.start()
    for n in range(6):
        look(plant, 6 * n)
    for one in pushing:
        one.join()
    look(plant, 60)
    known = state(plant, made)
    assert (known.serial, known.lost, known.unread, known.trouble) == (47, 0, 0, "")
    assert sorted(serial for _, _, serial in kept(plant)) == list(range(48))


def passage(plant, serial, front, minutes, **more):
    """An event as it is pushed."""
    inner = {"majorEventType": 5, "subEventType": 75, "doorNo": 1, "cardReaderNo": 1, "serialNo": serial}
    inner |= {"frontSerialNo": front, "employeeNoString": "1042", **more}
    return {"dateTime": ago(plant, minutes), "eventType": "AccessControllerEvent", "AccessControllerEvent": inner}


def pushed(plant, path, values):
    body = values if isinstance(values, bytes) else json.dumps(values).encode()
    return Caller(plant).call("POST", path, data=body)


def test_what_a_device_pushes_is_kept_once_and_what_it_lost_is_known(plant, site):
    made = device(plant, site)
    path = manager(plant).post(f"/api/doors/{made}/key", {}).json()["path"]

    def told(serial, front, **more):
        return passage(plant, serial, front, 3, **more)

    for values in (told(7, 6), told(7, 6), told(8, 7, subEventType=22, employeeNoString=None), told(11, 10)):
        assert pushed(plant, path, values).status_code == 200
    assert {serial for _, _, serial in kept(plant)} == {7, 11}
    assert state(plant, made).lost == 2
    before = state(plant, made)
    assert pushed(plant, path, {"eventType": "heartBeat"}).status_code == 200
    assert state(plant, made).serial == before.serial
    assert Caller(plant).call("POST", path, data=b"nonsense").status_code == 409
    assert state(plant, made).unread == 1
    assert pushed(plant, f"/doors/{made}/wrong", told(12, 11)).status_code == 401
    manager(plant).post(f"/api/doors/{made}/key", {})
    assert pushed(plant, path, told(12, 11)).status_code == 401, "a new key ends the former"
    assert manager(plant).post(f"/api/doors/{made}/test", {}).json()["code"] == "ok"


def test_a_state_of_another_version_is_read(plant, site):
    from services.store.facts import set_fact

    made = device(plant, site)
    plant.served.hub.store.write(lambda connection: set_fact(connection, f"door/{made}", {"serial": 3, "new": 1}))
    assert state(plant, made) == State(serial=3)


def test_swipes_come_over_http_and_a_bad_row_is_kept_and_shown(plant, site):
    key = manager(plant).post("/api/connectors/key", {}).json()["key"]
    at = utc_text(plant.served.hub.now() - timedelta(minutes=5))
    rows = [
        {"time": at, "employee_no": "1042", "zone": "配电室", "direction": "in", "device": "A", "serial": "1"},
        {"time": at, "card": "123", "zone": "配电室", "direction": "in"},
        {"time": at, "employee_no": "1042", "zone": "月球", "direction": "in"},
    ]
    body = "\n".join(json.dumps(row) for row in rows)
    sent = Caller(plant, key).call("POST", "/ingest/swipes", data=body.encode(), headers={"Content-Type": "text/json"})
    assert sent.json()["taken"] == 1
    assert [(one["row"], one["field"]) for one in sent.json()["why"]] == [(2, "card"), (3, "zone")]
    told = manager(plant).call("GET", "/api/doors").json()
    assert [(one["feed"], one["was"]) for one in told["turned"]] == [("swipes", "月球"), ("swipes", "123")]
    assert [one["card"] for one in told["strange"]] == ["123"]
