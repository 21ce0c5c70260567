"""The link in a message: it answers its alert for its person by a press, for a day and once; and a drill begins each
week, goes out, is answered by its link, or the EHS manager hears that it was not."""

import json
from datetime import timedelta

import pytest
import sqlalchemy as sa
from starlette.testclient import TestClient

from services.core.operation import SYSTEM
from services.hub.answer_seal import token_of
from services.hub.app import make_app
from services.hub.drilling import Drilling
from services.store.tables import deliveries
from tests.services.hub.test_dispatch import fired, gateway, passed, plant, service
from tests.services.hub.test_ruling import HOT, MINUTE, SECOND

assert plant
assert service
CAUSE = json.dumps({"when": HOT, "said": [None], "at": 0, "key": "T-02"})
LINKED = '{"to": "{to}", "text": "{text}", "link": "{link}"}'


@pytest.fixture
def browser(plant):
    plant.do("plant.set_address", address="https://plant.example")
    with TestClient(make_app(plant.hub), follow_redirects=False) as made:
        yield made


def link(plant, service):
    """What stands in the last message."""
    passed(plant, SECOND)
    address, _, path = service.at("/sms")[-1].body["link"].rpartition("/k/")
    assert address == "https://plant.example"
    return f"/k/{path}"


@pytest.fixture
def alert(plant, service, browser):
    gateway(plant, service, template=LINKED)
    rule = fired(plant).rule
    raised = {"rule": rule, "key": "T-02", "fired_at": plant.now.isoformat(), "cause": CAUSE, "zone": plant.zone}
    plant.hub.do("alerts.raise", raised, SYSTEM)
    (made,) = [one for one in plant.alerts() if one.key == "T-02"]
    with plant.hub.store.database.writing() as connection:
        connection.execute(sa.delete(deliveries).where(deliveries.c.about != made.id))
    return made


def answered(plant):
    return [one.acknowledged_by for one in plant.alerts() if one.key == "T-02"]


def test_it_answers_by_a_press_and_not_by_being_opened(plant, service, browser, alert):
    path = link(plant, service)
    for _ in range(2):
        shown = browser.get(path)
        assert shown.status_code == 200
        assert alert.number in shown.text
        assert 'method="post"' in shown.text
        assert "孙丽" in shown.text
    assert answered(plant) == [None]
    assert browser.post(path).status_code == 303
    assert answered(plant) == [plant.people["孙丽"]]
    after = browser.get(path)
    assert 'method="post"' not in after.text
    assert browser.post(path).status_code == 303, "pressed twice, it stays as it is"
    assert answered(plant) == [plant.people["孙丽"]]


def test_it_answers_once_also_where_the_alert_comes_back(plant, service, browser, alert):
    path = link(plant, service)
    browser.post(path)
    plant.hub.do("alerts.withdraw", {"alert": alert.id}, SYSTEM)
    again = {"rule": alert.rule, "key": alert.key, "fired_at": alert.fired_at.isoformat(), "cause": CAUSE}
    plant.hub.do("alerts.raise", {**again, "zone": plant.zone}, SYSTEM)
    assert answered(plant) == [None]
    browser.post(path)
    assert answered(plant) == [None]


@pytest.mark.parametrize("spoiled", ["seal", "message", "empty", "letters"])
def test_any_other_link_answers_nothing(plant, service, browser, alert, spoiled):
    path = link(plant, service)
    head, _, seal = path.rpartition(".")
    last = "A" if seal[-1] != "A" else "E"
    other = {"seal": f"{head}.{seal[:-1]}{last}", "message": f"/k/{'0' * 32}.{seal}", "empty": f"{head}.",
             "letters": f"{head}.%E5%AE%89"}[spoiled]  # fmt: skip
    assert browser.get(other).status_code == 409
    assert browser.post(other).status_code == 409
    assert answered(plant) == [None]


def test_a_day_later_it_answers_no_more(plant, service, browser, alert):
    path = link(plant, service)
    plant.now += timedelta(hours=24)
    assert browser.post(path).status_code == 409
    assert answered(plant) == [None]


def test_who_has_left_answers_nothing(plant, service, browser, alert):
    path = link(plant, service)
    plant.do("people.leave", person=plant.people["孙丽"])
    assert browser.post(path).status_code == 409
    assert answered(plant) == [None]


def test_a_message_about_something_else_gives_no_such_right(plant, browser, alert):
    with plant.hub.store.database.writing() as connection:
        connection.execute(sa.update(deliveries).values(message="hazard_reported"))
        id_ = connection.execute(sa.select(deliveries.c.id)).scalar()
    assert browser.post(f"/k/{token_of(plant.hub, id_)}").status_code == 409


def drills(plant):
    with plant.hub.store.look() as look:
        return look.find("alert_drill")


@pytest.fixture
def weekly(plant):
    """Monday is near: 2 March 2026 is one, and the test's clock stands at noon of the plant's day."""
    there = plant.now.astimezone(plant.now.tzinfo) + timedelta(hours=8)
    plant.do("plant.set_drill", drill_day=there.weekday(), drill_at=there.strftime("%H:%M"))


def test_a_drill_goes_out_each_week_and_is_answered_by_its_link(plant, service, browser, weekly):
    gateway(plant, service, template=LINKED)
    drilling, begun = Drilling(plant.hub), plant.now
    for _ in range(3):
        drilling.look(plant.now)
        plant.now += SECOND
    (drill,) = drills(plant)
    assert drill.person == plant.people["孙丽"]
    path = link(plant, service)
    assert "演练" in service.at("/sms")[-1].body["text"]
    assert 'method="post"' in browser.get(path).text
    assert browser.post(path).status_code == 303
    (drill,) = drills(plant)
    assert drill.in_time
    plant.now = begun + timedelta(days=7)
    drilling.look(plant.now)
    assert len(drills(plant)) == 2


def test_a_drill_that_nobody_answers_is_told(plant, service, weekly):
    drilling = Drilling(plant.hub)
    drilling.look(plant.now)
    plant.now += 31 * MINUTE
    for _ in range(2):
        drilling.look(plant.now)
    with plant.hub.store.database.reading() as connection:
        query = sa.select(deliveries.c.person).where(deliveries.c.message == "drill_unanswered")
        assert list(connection.execute(query).scalars()) == [plant.boss]
    assert drills(plant)[0].closed_at is not None
