"""The dispatcher: by the way that a person has, and by the next one where it fails; nothing lost, and who looks after
channels is told."""

import json
import threading
from datetime import timedelta

import pytest
import sqlalchemy as sa

from services.alerts.bucket import Buckets
from services.alerts.receipt import taken
from services.core.operation import SYSTEM
from services.core.shape import utc_text
from services.hub.answer_seal import token_of
from services.hub.sent_slips import Slips
from services.hub.worker import Worker
from services.store import secret_box
from services.store.deliveries import claim, claim_alike
from services.store.queries.sms_cost import sms_cost
from services.store.tables import deliveries
from tests.services.alerts.providers import (
    BUSY,
    DING_RESULT,
    DING_SEND,
    OK,
    WECOM_ROBOT,
    WECOM_SEND,
    WECOM_TAKEN,
    provider,
    sent_result,
)
from tests.services.hub.test_ruling import HOT, MINUTE, SECOND, Plant

GATEWAY = '{"to": "{to}", "text": "{text}", "key": "{key}"}'


@pytest.fixture
def service():
    with provider() as made:
        made.tokens("/cgi-bin/gettoken")
        made.tokens("/gettoken")
        made.answers["/sms"] = [(200, "ok")]
        yield made


class Sending(Plant):
    """A plant with its dispatcher."""

    worker: Worker


@pytest.fixture
def plant(tmp_path, service):
    made = Sending(tmp_path / "plant")
    made.do("people.set_contact", person=made.people["孙丽"], wecom="sunli", dingtalk="sl", phone="13800000001")
    made.do("people.leave", person=made.people["陈刚"])
    made.worker = Worker(made.hub)
    yield made
    made.worker.stop()
    made.close()


def channel(plant, service, name, **given):
    """A channel of the plant that is at the fake service."""
    known = {"account": "ww1", "application": "7", "address": service.address}
    secret_box.keep(plant.hub.folder.secrets, name, "s3cret")
    plant.do("channels.set", service=name, **{**known, **given})


def gateway(plant, service, **given):
    usual = {"address": f"{service.address}/sms", "template": GATEWAY, "position": 9}
    channel(plant, service, "gateway", **{**usual, **given})


def fired(plant, level="critical"):
    """An alert for 孙丽, the safety officer."""
    then = [{"do": "alert", "level": level, "to": ["safety_officer"]}]
    document = {"format": 1, "name": f"过热 {len(plant.alerts())}", "when": HOT, "then": then}
    rule = plant.do("rules.add", document=json.dumps(document), active=True)
    raised = {"rule": rule, "key": "T-01", "fired_at": plant.now.isoformat(), "cause": "{}", "zone": plant.zone}
    plant.hub.do("alerts.raise", raised, SYSTEM)
    return plant.alerts()[-1]


def rows(plant, message="alert_raised"):
    """(channel, state, error) of each delivery of a message, in the order of their making."""
    query = sa.select(deliveries).where(deliveries.c.message == message).order_by(deliveries.c.made_at, deliveries.c.id)
    with plant.hub.store.database.reading() as connection:
        return [(row.channel, row.state, row.last_error or "") for row in connection.execute(query)]


def told(plant):
    with plant.hub.store.database.reading() as connection:
        return connection.execute(sa.select(deliveries)).all()


def passed(plant, time):
    plant.now += time
    return plant.worker.send_due()


def test_a_person_is_told_once_by_the_first_way_and_it_says_where_to_answer(plant, service):
    plant.do("plant.set_address", address="https://plant.example")
    service.answers[WECOM_SEND] = [WECOM_TAKEN]
    channel(plant, service, "wecom")
    gateway(plant, service)
    alert = fired(plant)
    assert passed(plant, SECOND) == 1
    assert rows(plant) == [("wecom", "sent", "")]
    card = service.at(WECOM_SEND)[0].body["textcard"]
    (row,) = [one for one in told(plant) if one.about == alert.id]
    assert card["url"] == f"https://plant.example/k/{token_of(plant.hub, row.id)}"
    assert alert.number in card["title"]
    assert "过热" in card["description"]
    assert service.at("/sms") == []


def test_whoever_the_messenger_does_not_know_is_told_by_the_next_way_at_once(plant, service):
    service.answers[WECOM_SEND] = [{**WECOM_TAKEN, "invaliduser": "sunli"}]
    channel(plant, service, "wecom")
    gateway(plant, service)
    fired(plant)
    passed(plant, SECOND)
    assert [one[:2] for one in rows(plant)] == [("wecom", "dead"), ("gateway", "sent")]
    assert service.at("/sms")[0].body["to"] == "13800000001"
    (heard,) = rows(plant, "channel_failed")
    assert heard[0] == "email", "whoever looks after channels is told"
    assert len(service.at(WECOM_SEND)) == 1


def test_a_service_that_is_down_does_not_keep_anybody_waiting(plant, service):
    """It is tried again and again, and after three quarters of a minute the next way is tried as well."""
    service.answers[WECOM_SEND] = [(502, "")]
    channel(plant, service, "wecom")
    gateway(plant, service)
    fired(plant)
    for _ in range(12):
        passed(plant, 5 * SECOND)
    assert [one[:2] for one in rows(plant)] == [("wecom", "waiting"), ("gateway", "sent")]
    service.answers[WECOM_SEND] = [WECOM_TAKEN]
    passed(plant, 10 * MINUTE)
    assert [one[:2] for one in rows(plant)] == [("wecom", "sent"), ("gateway", "sent")]
    assert len(service.at("/sms")) == 1


def test_what_is_wrong_with_a_channel_is_told_once_an_hour(plant, service):
    service.answers[WECOM_SEND] = [{"errcode": 60020, "errmsg": "not allow to access from your ip"}]
    channel(plant, service, "wecom")
    for _ in range(3):
        fired(plant)
    passed(plant, SECOND)
    assert [("60020" in one[2], one[1]) for one in rows(plant)] == [(True, "dead")] * 3
    assert len(rows(plant, "channel_failed")) == 1


def test_accepted_and_not_delivered_goes_on_to_the_next_way(plant, service):
    service.answers[DING_SEND] = [{**OK, "task_id": 7}]
    service.answers[DING_RESULT] = [sent_result(), sent_result(forbidden=["sl"])]
    channel(plant, service, "dingtalk")
    gateway(plant, service)
    fired(plant)
    passed(plant, SECOND)
    assert rows(plant) == [("dingtalk", "waiting", "accepted")]
    passed(plant, 10 * SECOND)
    assert rows(plant) == [("dingtalk", "waiting", "accepted")], "DingTalk does not say yet"
    passed(plant, 20 * SECOND)
    assert [one[:2] for one in rows(plant)] == [("dingtalk", "dead"), ("gateway", "sent")]
    assert len(service.at(DING_SEND)) == 1, "it is asked after, not sent again"


def test_one_that_died_after_sending_sends_again_with_the_same_key(plant, service):
    gateway(plant, service)
    fired(plant)
    with plant.hub.store.database.writing() as connection:
        (lost,) = claim(connection, "killed", plant.now)
    assert passed(plant, SECOND) == 0, "whoever holds it may still be sending"
    passed(plant, MINUTE)
    assert [one.body["key"] for one in service.at("/sms")] == [lost.id]
    assert rows(plant) == [("gateway", "sent", "")]


def test_what_was_taken_just_before_the_kill_is_not_sent_again(plant, service):
    """The slip knows of it, also where another dispatcher looks first."""
    gateway(plant, service)
    fired(plant)
    with plant.hub.store.database.writing() as connection:
        (held,) = claim(connection, "killed", plant.now)
    Slips(plant.hub.folder.slips).note(held, taken("P-1"))
    plant.hub.folder.slips.open("ab").write(b'["half a li')
    next_one = Worker(plant.hub)
    next_one.recall()
    next_one.stop()
    next_one.stop()
    passed(plant, MINUTE)
    assert rows(plant) == [("gateway", "sent", "")]
    assert service.at("/sms") == []
    assert plant.hub.folder.slips.read_bytes() == b""


def test_what_was_accepted_just_before_the_kill_is_asked_after(plant, service):
    service.answers[DING_RESULT] = [sent_result(read=["sl"])]
    channel(plant, service, "dingtalk")
    fired(plant)
    with plant.hub.store.database.writing() as connection:
        (held,) = claim(connection, "killed", plant.now)
    plant.worker.slips.note(held, taken("7", unsure=True))
    plant.worker.recall()
    passed(plant, SECOND)
    assert rows(plant) == [("dingtalk", "sent", "")]
    assert service.at(DING_SEND) == []


def test_a_slip_of_an_older_claim_says_nothing(plant, service):
    gateway(plant, service)
    fired(plant)
    with plant.hub.store.database.writing() as connection:
        (held,) = claim(connection, "killed", plant.now)
        claim(connection, "another", plant.now + MINUTE)
    plant.worker.slips.note(held, taken("P-1"))
    plant.worker.recall()
    assert rows(plant) == [("gateway", "waiting", "")]


def test_a_robot_tells_its_group_from_its_level_on(plant, service):
    service.answers[WECOM_ROBOT] = [OK]
    channel(plant, service, "wecom_robot", least="critical")
    fired(plant, "high")
    passed(plant, SECOND)
    assert service.at(WECOM_ROBOT) == []
    channel(plant, service, "wecom_robot", least="high")
    fired(plant, "high")
    passed(plant, SECOND)
    assert len(service.at(WECOM_ROBOT)) == 1


def test_a_full_channel_keeps_its_last_quarter_for_what_is_critical(plant, service):
    gateway(plant, service, per_minute=4)
    plant.do("people.tell_by", person=plant.people["孙丽"], told_by=["gateway"])
    for _ in range(4):
        fired(plant, "high")
    passed(plant, SECOND)
    waiting = [one for one in rows(plant) if one[0] == "gateway" and one[1] == "waiting"]
    assert len(service.at("/sms")) == 3
    assert [one[2] for one in waiting] == ["too_many_here"]
    fired(plant, "critical")
    passed(plant, SECOND)
    assert len(service.at("/sms")) == 4


def test_an_outage_of_half_an_hour_loses_nothing_and_the_most_urgent_comes_first(plant, service):
    """There is no other way: it is tried until it goes, and whoever looks after channels hears of it meanwhile."""
    plant.do("people.set_contact", person=plant.people["孙丽"], wecom="sunli")
    service.answers[WECOM_SEND] = [(502, ""), (500, ""), (429, ""), BUSY]
    channel(plant, service, "wecom")
    for level in ("info", "warning", "high", "critical"):
        fired(plant, level)
    with plant.hub.store.database.writing() as connection:
        connection.execute(sa.update(deliveries).values(rest="[]"))
    for _ in range(60):
        passed(plant, 30 * SECOND)
    assert {one[:2] for one in rows(plant)} == {("wecom", "waiting")}
    assert rows(plant, "channel_failed")
    before = len(service.at(WECOM_SEND))
    service.answers[WECOM_SEND] = [WECOM_TAKEN]
    for _ in range(12):
        passed(plant, 30 * SECOND)
    assert rows(plant) == [("wecom", "sent", "")] * 4
    assert len(service.at(WECOM_SEND)) == before + 4, "once each"


def test_of_two_ways_that_fail_for_the_last_time_at_once_one_goes_on(plant, service, monkeypatch):
    """Neither has written yet that it gives up when the other is about to."""
    both, usual = threading.Barrier(2), plant.hub.note_together

    def together(*given):
        both.wait(20)
        usual(*given)

    monkeypatch.setattr(plant.hub, "note_together", together)
    service.answers[WECOM_SEND] = service.answers["/sms"] = [(502, "")]
    channel(plant, service, "wecom")
    gateway(plant, service)
    fired(plant)
    passed(plant, SECOND)
    passed(plant, MINUTE)
    with plant.hub.store.database.writing() as connection:
        alike = deliveries.c.message == "alert_raised"
        connection.execute(sa.update(deliveries).where(alike).values(attempts=5, next_at=utc_text(plant.now)))
    assert [one[:2] for one in rows(plant)] == [("wecom", "waiting"), ("gateway", "waiting")]
    plant.worker.send_due()
    assert sorted(one[1] for one in rows(plant)) == ["dead", "waiting"]


def test_of_several_that_are_due_the_most_urgent_goes_first(plant, service):
    gateway(plant, service)
    for level in ("high", "critical", "high"):
        fired(plant, level)
    plant.now += SECOND
    with plant.hub.store.database.writing() as connection:
        order = [one.facts["level"] for _ in range(3) for one in claim(connection, "w", plant.now, 1)]
    assert order == ["critical", "high", "high"]


def test_what_is_not_urgent_and_found_no_room_comes_as_one_message(plant, service):
    service.answers[WECOM_SEND] = [WECOM_TAKEN]
    channel(plant, service, "wecom", per_minute=4)
    for _ in range(8):
        fired(plant, "warning")
    passed(plant, SECOND)
    assert len(service.at(WECOM_SEND)) == 3, "the last quarter is kept for what is critical"
    assert {one[2] for one in rows(plant) if one[1] == "waiting"} == {"too_many_here"}
    fired(plant, "critical")
    passed(plant, SECOND)
    assert len(service.at(WECOM_SEND)) == 4
    plant.worker.buckets = Buckets()
    fired(plant, "high")
    urgent = next(one for one in told(plant) if one.urgency == 1)
    with plant.hub.store.database.writing() as connection:
        connection.execute(sa.update(deliveries).where(deliveries.c.id == urgent.id).values(last_error="too_many_here"))
        like = claim(connection, "w", plant.now + MINUTE, 20)[-1]
        taken_too = claim_alike(connection, "w", plant.now + 2 * MINUTE, like, "too_many_here")
        assert {one.urgency for one in taken_too} == {2}, "what is urgent waits for none of the others"
        connection.execute(sa.update(deliveries).values(lease_until=None))
        connection.execute(sa.delete(deliveries).where(deliveries.c.id == urgent.id))
    plant.now += MINUTE
    assert plant.worker.send_due(1) == 1
    assert [one[:2] for one in rows(plant)] == [("wecom", "sent")] * 9
    (last,) = service.at(WECOM_SEND)[4:]
    said = last.body["text"]["content"]
    assert said.startswith("5 条通知")
    assert said.count("过热") == 5


def test_what_costs_money_is_only_for_what_is_urgent(plant, service):
    gateway(plant, service)
    fired(plant, "warning")
    assert [one[0] for one in rows(plant)] == ["email"]


def test_what_sms_cost_is_counted_by_month_from_what_went_out(plant, service):
    gateway(plant, service, price=0.05)
    then = plant.now
    for _ in range(3):
        fired(plant)
    passed(plant, SECOND)
    service.answers["/sms"] = [(400, "")]
    fired(plant)
    passed(plant, SECOND)
    with plant.hub.store.look() as look:
        (one,) = sms_cost(look, then)
        plant.now = then + timedelta(days=31)
        assert sms_cost(look, plant.now) == (one,), "a month ago"
        assert sms_cost(look, then + timedelta(days=100)) == ()
    assert (one.month, one.way, one.messages, one.segments >= 3) == ("2026-03", "gateway", 3, True)
    assert one.yuan == round(0.05 * one.segments, 2)


def test_a_busy_answer_is_not_the_end(plant, service):
    service.answers[WECOM_SEND] = [BUSY, WECOM_TAKEN]
    channel(plant, service, "wecom")
    fired(plant)
    passed(plant, SECOND)
    passed(plant, timedelta(seconds=10))
    assert rows(plant) == [("wecom", "sent", "")]
