"""What rules do when they fire, besides telling people: in the same commit, once, and of the MES only what it says."""

import json
from contextlib import ExitStack
from datetime import timedelta

import pytest
import sqlalchemy as sa

from services import words
from services.alerts.channels.webhook import signature
from services.alerts.messages import written_message
from services.core.refused import Refused
from services.hub.pausing import Pausing
from services.hub.worker import Worker
from services.store import secret_box
from services.store.rule_states import rule_state
from services.store.tables import counters, deliveries
from services.store.verify import verify
from tests.services.hub.other_systems import other_system
from tests.services.hub.test_ruling import ALERT, HOT, MINUTE, OPEN, SECOND, Plant, report

PAUSE = {"do": "pause", "line": "L1", "mode": "automatic", "after_s": 10, "receipt_s": 60}


@pytest.fixture
def plant(tmp_path):
    made = Plant(tmp_path / "plant")
    yield made
    made.close()


def rule(plant, *then, when=HOT):
    document = {"format": 1, "name": "过热", "when": when, "then": list(then)}
    return plant.do("rules.add", document=json.dumps(document), active=True)


def heated(plant):
    for value in (81, 82, 83):
        plant.after(MINUTE, value)


def found(plant, kind):
    with plant.hub.store.look() as look:
        return list(look.find(kind))


def test_a_hazard_an_inspection_and_a_note_are_made_once_where_it_fired(plant):
    rule(plant, {"do": "hazard", "category": "electrical", "text": "查看温控"}, {"do": "inspection", "within_s": 3600},
         {"do": "note", "text": "温度过高，勿入"})  # fmt: skip
    heated(plant)
    (hazard,), (task,), (zone,) = (found(plant, kind) for kind in ("hazard", "inspection", "zone"))
    assert (hazard.zone, hazard.category, hazard.before) == (plant.zone, "electrical", ())
    assert hazard.description == "查看温控 (过热 · T-01)"
    assert hazard.number
    assert hazard.team == plant.team  # dispatched as any other
    assert (task.zone, task.state, task.closes_at) == (plant.zone, "due", plant.now + timedelta(hours=1))
    assert zone.note == "温度过高，勿入 (过热 · T-01)"
    assert found(plant, "alert") == []
    plant.do("zones.set_note", zone=plant.zone, note="")
    plant.restart()
    plant.after(MINUTE, 84)
    assert [len(found(plant, kind)) for kind in ("hazard", "inspection")] == [1, 1]
    assert found(plant, "zone")[0].note == ""  # not put back by being said again


def test_a_hazard_that_a_rule_made_is_closed_without_a_photo_of_before(plant):
    rule(plant, {"do": "hazard"})
    heated(plant)
    (hazard,) = found(plant, "hazard")
    plant.do("hazards.accept", by=plant.people["修理工"], hazard=hazard.id)
    plant.do("hazards.submit_fix", by=plant.people["修理工"], hazard=hazard.id, photos=[plant.blob(b"after")])
    plant.do("hazards.approve", by=plant.people["孙丽"], hazard=hazard.id)
    plant.do("hazards.approve", by=plant.people["陈刚"], hazard=hazard.id)
    assert found(plant, "hazard")[0].state == "closed"


def test_what_has_no_zone_goes_to_the_zone_that_is_named_or_is_not_made(plant):
    stopped = {"kind": "day"}
    rule(plant, {"do": "note", "text": "x"}, {"do": "hazard", "zone": "冲压区"}, when={"all": [stopped]})
    plant.after(MINUTE)
    assert [one.zone for one in found(plant, "hazard")] == [plant.zone]
    assert found(plant, "zone")[0].note == ""


DAY = {"all": [{"kind": "day"}]}  # of the calendar, and so of no zone


def messages(plant, code):
    """(person, facts) of each message of a code, those that are to be sent."""
    with plant.hub.store.database.reading() as connection:
        query = sa.select(deliveries.c.person, deliveries.c.facts).where(deliveries.c.message == code)
        return [(person, json.loads(facts)) for person, facts in connection.execute(query)]


def test_what_could_not_be_done_stands_on_the_alert_and_in_its_message(plant):
    told = {"do": "alert", "level": "high", "to": ["ehs_manager"]}
    rule(
        plant,
        told,
        {"do": "hazard"},
        {"do": "note", "zone": "旧车间"},
        {"do": "inspection", "zone": "冲压区"},
        when=DAY,
    )
    plant.after(MINUTE)
    (alert,) = plant.alerts()
    lacking = [(one.do, one.lacks, one.zone) for one in alert.undone]
    assert lacking == [("hazard", "no_zone", ""), ("note", "zone_gone", "旧车间")]
    assert [one.zone for one in found(plant, "inspection")] == [plant.zone]
    ((person, facts),) = messages(plant, "alert_raised")
    assert person == plant.boss
    for lang in words.LANGUAGES:
        text = written_message("alert_raised", facts, lang).text
        assert words.say("block.hazard", lang) in text
        assert "旧车间" in text
    assert messages(plant, "deed_undone") == []


def test_of_a_rule_that_sends_no_alert_the_ehs_manager_hears_what_was_not_done(plant):
    rule(plant, {"do": "hazard"}, when=DAY)
    plant.after(MINUTE)
    assert (found(plant, "hazard"), plant.alerts()) == ([], [])
    ((person, facts),) = messages(plant, "deed_undone")
    assert person == plant.boss
    for lang in words.LANGUAGES:
        made = written_message("deed_undone", facts, lang)
        assert "过热" in made.subject
        assert words.say("rule.undone.no_zone", lang, deed=words.say("block.hazard", lang)) in made.text


def test_where_all_is_done_nothing_is_said_to_be_undone(plant):
    rule(plant, ALERT, {"do": "hazard"})
    heated(plant)
    assert plant.alerts()[0].undone == ()
    assert all("undone" not in facts for _, facts in messages(plant, "alert_raised"))
    assert messages(plant, "deed_undone") == []


def test_a_rule_opens_hazards_of_the_plants_own_categories(plant):
    own = plant.do("categories.add", name_zh="高处作业", name_en="Heights", icon="height")
    made = rule(plant, {"do": "hazard", "category": own})
    heated(plant)
    assert [one.category for one in found(plant, "hazard")] == [own]
    wrong = {"format": 1, "name": "别的", "when": HOT, "then": [{"do": "hazard", "category": "weather"}]}
    for kind, args in (("rules.add", {}), ("rules.change", {"rule": made})):
        with pytest.raises(Refused, match="no_such_category"):
            plant.do(kind, document=json.dumps(wrong), **args)


def test_alert_checkpoint_and_deliveries_are_one_commit(plant):
    """Where the last write of the commit fails, nothing of it is there; the next look does it all."""
    rule_ = rule(plant, ALERT, {"do": "webhook", "url": "http://127.0.0.1:9/x"})
    for value in (81, 82):
        plant.after(MINUTE, value)
    with plant.hub.store.database.reading() as connection:
        before = rule_state(connection, rule_)
    plant.hub.store.write(
        lambda connection: connection.exec_driver_sql(
            "CREATE TRIGGER no_state BEFORE INSERT ON rule_states BEGIN SELECT RAISE(ABORT, 'no'); END"
        )
    )
    with pytest.raises(sa.exc.IntegrityError):
        plant.after(MINUTE, 83)
    with plant.hub.store.database.reading() as connection:
        assert rule_state(connection, rule_) == before
        assert connection.execute(sa.select(sa.func.count()).select_from(deliveries)).scalar() == 0
    assert plant.alerts() == []
    plant.hub.store.write(lambda connection: connection.exec_driver_sql("DROP TRIGGER no_state"))
    plant.restart()
    plant.after(SECOND)
    assert len(plant.alerts()) == 1
    with plant.hub.store.database.reading() as connection:
        assert sorted(connection.execute(sa.select(deliveries.c.channel)).scalars()) == ["email", "webhook"]


def test_alerts_of_a_rule_that_is_switched_off_are_closed_with_a_word_and_stand_again_with_it(plant):
    rule_ = rule(plant, ALERT, when=OPEN)
    report(plant)
    plant.after(timedelta(hours=25))
    assert plant.alerts()[0].stands
    plant.do("rules.switch", rule=rule_, active=False)
    (closed,) = plant.alerts()
    assert (closed.cleared_at, closed.ended) == (plant.now, "rule_off")
    plant.after(MINUTE)
    assert not plant.alerts()[0].stands
    plant.do("rules.switch", rule=rule_, active=True)
    plant.after(MINUTE)
    (again,) = plant.alerts()
    assert again.stands
    assert again.number == closed.number


def test_another_condition_closes_what_the_former_said(plant):
    rule_ = rule(plant, ALERT)
    heated(plant)
    other = {"format": 1, "name": "过热", "when": {**HOT, "above": 95}, "then": [ALERT]}
    plant.do("rules.change", rule=rule_, document=json.dumps(other))
    assert plant.alerts()[0].ended == "rule_changed"


def sent(plant, worker):
    plant.hub.store.write(lambda connection: connection.execute(sa.update(deliveries).values(lease_until=None)))
    worker.send_due()
    with plant.hub.store.database.reading() as connection:
        query = sa.select(deliveries.c.state, deliveries.c.attempts, deliveries.c.last_error)
        return connection.execute(query.where(deliveries.c.channel == "webhook")).one()


def test_a_webhook_is_signed_tried_again_and_kept(plant):
    secret_box.keep(plant.hub.folder.secrets, "webhook", "s3cret")
    with other_system((503, b""), (200, b"ok")) as system:
        rule(plant, ALERT, {"do": "webhook", "url": f"{system.address}/hook"})
        heated(plant)
        worker = Worker(plant.hub)
        assert sent(plant, worker)[:2] == ("waiting", 1)
        plant.now += MINUTE
        assert sent(plant, worker)[:2] == ("sent", 2)
        (_, path, first, body), (_, _, second, _) = system.heard
    said = json.loads(body)
    assert path == "/hook"
    assert (said["event"], said["key"], said["rule"], said["plant"]) == ("alert_raised", "T-01", "过热", "江南精密")
    assert first["x-anhuan-delivery"] == second["x-anhuan-delivery"] == said["delivery"]
    assert first["x-anhuan-signature"] == "sha256=" + signature("s3cret", first["x-anhuan-time"], body)


@pytest.mark.parametrize(("answer", "kept"), [((404, b""), "HTTP 404"), (None, "unreachable")])
def test_a_webhook_that_fails_for_good_is_kept_with_its_reason(plant, answer, kept):
    with other_system(answer or (200, b"")) as system:
        address = system.address
        if answer is None:
            address = "http://127.0.0.1:9"
        rule(plant, {"do": "webhook", "url": f"{address}/hook"})
        heated(plant)
        worker = Worker(plant.hub)
        state, tries = "waiting", 0
        while state == "waiting" and tries < 50:  # what has no other way is tried for a day
            state, tries, error = sent(plant, worker)
            plant.now += timedelta(hours=1)
    assert state == "dead"
    assert kept in error


class Mes:
    """A plant with a rule that pauses, its MES, and the thread that asks it, one look at a time."""

    def __init__(self, plant, address, **pause):
        self.plant = plant
        if address:
            plant.do("plant.set_mes", mes_url=address)
        rule(plant, ALERT, {**PAUSE, **pause})
        self.pausing = Pausing(plant.hub)
        heated(plant)

    def after(self, seconds):
        self.plant.now += timedelta(seconds=seconds)
        self.pausing.look(self.plant.now)
        return self.pause

    @property
    def pause(self):
        (one,) = found(self.plant, "pause")
        return one

    def told(self):
        with self.plant.hub.store.database.reading() as connection:
            query = sa.select(deliveries.c.message).where(deliveries.c.message.like("pause%"))
            return sorted(connection.execute(query).scalars())


ACCEPTED = (202, {"id": "{id}", "state": "accepted"})
PAUSED = (200, {"id": "{id}", "state": "paused", "receipt": "R-17"})
REFUSED = (200, {"id": "{id}", "state": "refused", "reason": "首件未完成"})


def test_it_waits_its_time_asks_once_and_is_paused_by_the_receipt(plant):
    with other_system(ACCEPTED, ACCEPTED, PAUSED) as system:
        mes = Mes(plant, system.address)
        assert mes.after(9).step == "counting"
        assert system.heard == []
        assert mes.after(1).step == "requested"
        assert mes.after(1).step == "requested"
        done = mes.after(1)
        assert (done.step, done.receipt, done.answered_at) == ("confirmed", "R-17", plant.now)
        assert [one[0] for one in system.heard] == ["POST", "GET", "GET"]
        asked = json.loads(system.heard[0][3])
    assert (asked["id"], asked["line"]) == (done.id, "L1")
    assert mes.told() == []


@pytest.mark.parametrize(
    ("answers", "step", "trouble"),
    [
        ([REFUSED], "refused", ""),
        ([(409, {"reason": "已锁定"})], "refused", ""),
        ([(404, b"no such line")], "refused", ""),
        ([(200, {"id": "{id}", "state": "paused"})], "unanswered", "bad_answer"),
        ([(200, {"id": "another", "state": "paused", "receipt": "R"})], "unanswered", "bad_answer"),
        ([(200, {"id": "{id}", "state": "paused", "receipt": "  "})], "unanswered", "bad_answer"),
        ([(200, b"<html>paused</html>")], "unanswered", "bad_answer"),
        ([(200, b"[]")], "unanswered", "bad_answer"),
        ([(500, b"")], "unanswered", "bad_answer"),
        ([(302, b"")], "unanswered", "bad_answer"),
        ([ACCEPTED], "unanswered", "no_answer"),
        ([(503, b""), PAUSED], "confirmed", ""),
        ([ACCEPTED, (404, b""), PAUSED], "confirmed", ""),
        ([ACCEPTED, REFUSED], "refused", ""),
    ],
)
def test_every_answer_of_a_mes(plant, answers, step, trouble):
    with other_system(*answers) as system:
        mes = Mes(plant, system.address)
        for _ in range(5):
            mes.after(20)
    assert (mes.pause.step, mes.pause.trouble) == (step, trouble)
    wanted = {"refused": ["pause_refused"], "unanswered": ["pause_unanswered"], "confirmed": []}[step]
    assert mes.told() == wanted
    assert (mes.pause.receipt != "") is (step == "confirmed")


@pytest.mark.parametrize(("address", "trouble"), [("http://127.0.0.1:9", "unreachable"), (None, "no_mes")])
def test_a_mes_that_is_not_there_is_a_person_s_matter(plant, address, trouble):
    mes = Mes(plant, address)
    mes.after(10)
    assert mes.after(59).step == "requested"
    assert (mes.after(1).step, mes.pause.trouble) == ("unanswered", trouble)
    assert mes.told() == ["pause_unanswered"]


def test_a_hub_that_is_killed_asks_again_under_the_same_id(plant):
    with ExitStack() as stack:
        system = stack.enter_context(other_system(ACCEPTED, PAUSED))
        mes = Mes(plant, system.address)
        mes.after(10)
        plant.restart()
        mes.pausing = Pausing(plant.hub)
        assert mes.after(1).step == "confirmed"
        assert {json.loads(body)["id"] for _, _, _, body in system.heard} == {mes.pause.id}


def test_asked_first_nothing_is_sent_until_a_person_agrees(plant):
    with other_system(PAUSED) as system:
        mes = Mes(plant, system.address, mode="ask")
        assert mes.after(600).step == "asked"
        assert system.heard == []
        plant.do("pauses.agree", by=plant.people["孙丽"], pause=mes.pause.id)
        assert (mes.after(0).step, mes.pause.by) == ("confirmed", plant.people["孙丽"])
        with pytest.raises(Refused, match="pause_decided"):
            plant.do("pauses.decline", pause=mes.pause.id)


def test_declined_nothing_is_ever_sent(plant):
    with other_system(PAUSED) as system:
        mes = Mes(plant, system.address)
        plant.do("pauses.decline", pause=mes.pause.id, reason="在换模")
        assert mes.after(60).step == "declined"
        assert system.heard == []


def test_what_has_cleared_before_its_time_is_let_go(plant):
    with other_system(PAUSED) as system:
        mes = Mes(plant, system.address, after_s=300)
        plant.after(MINUTE, 70)
        assert mes.after(600).step == "let_go"
        assert system.heard == []


def test_a_simulated_pause_says_that_it_is_one(plant):
    with other_system(PAUSED) as system:
        mes = Mes(plant, system.address, mode="simulate")
        assert mes.after(600).step == "simulated"
        assert system.heard == []


def test_after_its_time_it_is_asked_about_and_sent_no_more(plant):
    nothing = (404, b"")
    with other_system(ACCEPTED, ACCEPTED, ACCEPTED, nothing, PAUSED) as system:
        mes = Mes(plant, system.address)
        mes.after(10)
        mes.after(30)
        assert mes.after(30).step == "unanswered"
        assert mes.after(30).step == "unanswered"
        assert mes.after(30).step == "confirmed"
        assert [one[0] for one in system.heard] == ["POST", "GET", "GET", "GET", "GET"]
    assert mes.told() == ["pause_confirmed", "pause_unanswered"]


def test_an_hour_after_its_time_nobody_asks_any_more(plant):
    with other_system(ACCEPTED) as system:
        mes = Mes(plant, system.address)
        mes.after(10)
        mes.after(60)
        asked = len(system.heard)
        mes.after(3601)
        assert len(system.heard) == asked
    assert mes.pause.step == "unanswered"


def test_a_receipt_that_comes_late_is_told(plant):
    mes = Mes(plant, None)
    mes.after(10)
    mes.after(60)
    plant.hub.note("pauses.answer", {"pause": mes.pause.id, "paused": True, "receipt": "R-9"})
    assert mes.pause.step == "confirmed"
    assert mes.told() == ["pause_confirmed", "pause_unanswered"]
    plant.hub.note("pauses.answer", {"pause": mes.pause.id, "paused": True})
    assert mes.pause.receipt == "R-9"


def test_the_numbers_of_alerts_are_among_what_is_verified(plant):
    rule(plant, ALERT)
    heated(plant)
    with plant.hub.store.database.reading() as connection:
        assert connection.execute(sa.select(counters).where(counters.c.series.startswith("alert-"))).all()
        assert verify(connection).faults == ()
    with plant.hub.store.database.writing() as connection:
        connection.execute(sa.update(counters).values(value=counters.c.value + 1))
    with plant.hub.store.database.reading() as connection:
        assert {one.what.split("-")[0] for one in verify(connection).faults} == {"counters alert"}
