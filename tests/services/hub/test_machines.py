"""Agents and the hub: stops are kept once, on from where it was, after a restart and after a loss; a stop makes one
inspection of its line's zone; a line that stands excuses its inspections."""

import json
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from services.core.shape import utc_moment, utc_text
from services.hub.machines import Machines, state_of
from services.hub.rounds import Rounds
from services.hub.ruling import Ruling
from services.rules.templates import new_rule
from services.store import stops
from services.store.stops import Stop
from tests.services.connectors.agent import fake_agent
from tests.services.hub.calls import Caller, manager

SHANGHAI = ZoneInfo("Asia/Shanghai")


@pytest.fixture
def agent():
    with fake_agent() as made:
        yield made


@pytest.fixture
def watch(plant, agent):
    plant.served.engine.machines.stop()
    made = plant.do("machine_agents.add", name="加工单元", address=agent.address, every_s=5).id
    plant.do("machine_agents.set_line", machine_agent=made, machine="CNC-1", line="L1")
    watch = Machines(plant.served.hub)

    def look(later_s=0):
        watch.look(plant.served.hub.now() + timedelta(seconds=later_s))
        return state_of_(plant, made)

    return look


def state_of_(plant, agent):
    with plant.served.hub.store.look() as look:
        return state_of(look.connection, agent)


def kept(plant):
    now = plant.served.hub.now()
    with plant.served.hub.store.look() as look:
        some = stops.between(look.connection, now - timedelta(days=9), now)
    return [(one.line, one.ended is not None, one.planned, one.reason) for one in some]


def ago(plant, minutes):
    return utc_text(plant.served.hub.now() - timedelta(minutes=minutes))


def test_stops_are_kept_once_through_restarts_and_losses(plant, agent, watch):
    agent.say("CNC-1", "availability", "AVAILABLE", ago(plant, 90))
    agent.say("CNC-1", "execution", "ACTIVE", ago(plant, 80))
    assert watch().machines["CNC-1"].standing == "running"
    agent.say("CNC-1", "execution", "INTERRUPTED", ago(plant, 60))
    watch(6)
    assert kept(plant) == [("L1", False, False, "INTERRUPTED")]
    asked = len(agent.asked)
    watch(12)
    assert agent.asked[asked:] == ["/sample"], "on from what was asked last"
    agent.restart()
    state = watch(18)
    assert (state.restarts, state.lost) == (1, 0)
    assert kept(plant) == [("L1", False, False, "INTERRUPTED")]
    agent.say("CNC-1", "execution", "ACTIVE", ago(plant, 30))
    agent.say("CNC-1", "execution", "UNAVAILABLE", ago(plant, 29))
    agent.first = agent.next - 1  # the word that it ran again has run out of the buffer
    state = watch(24)
    assert state.lost == 1
    assert state.machines["CNC-1"].standing == "unknown"
    assert kept(plant) == [("L1", False, False, "INTERRUPTED")], "nobody knows whether it runs"
    agent.say("CNC-1", "execution", "ACTIVE", ago(plant, 10))
    watch(30)
    assert kept(plant) == [("L1", True, False, "INTERRUPTED")]
    told = manager(plant).call("GET", "/api/machines").json()
    assert (told["agents"][0]["word"], told["agents"][0]["lost"], told["agents"][0]["restarts"]) == ("heard", 1, 1)
    assert [one["line"] for one in told["stops"]] == ["L1"]


def test_an_agent_that_is_not_there_says_so_and_the_test_names_its_machines(plant, agent, watch):
    agent.say("CNC-1", "execution", "ACTIVE", ago(plant, 5))
    (one,) = plant.all("machine_agent")
    assert manager(plant).post(f"/api/machines/{one.id}/test", {}).json()["machines"] == ["CNC-1"]
    agent.raw = b"<html/>"
    assert watch().trouble == "no_agent"
    assert manager(plant).post(f"/api/machines/{one.id}/test", {}).json()["code"] == "no_agent"
    agent.raw = None
    assert watch(6).trouble == ""


def standing(plant, began, ended=None, *, planned=False, stop="S1", line="L1"):
    now = plant.served.hub.now()
    one = Stop(stop, line, began, now, ended, planned)
    plant.served.hub.store.write(lambda connection: stops.append(connection, [one]))


def test_an_unplanned_stop_of_ten_minutes_makes_one_inspection_of_its_line_s_zone(plant):
    plant.served.engine.ruling.stop()
    plant.do("equipment.add", code="CY-02", name="2号冲床", type="press", zone=plant.zone, line="L1")
    rule = new_rule("stop-makes-inspection", {}, "停机复工检查")
    plant.do("rules.add", document=json.dumps(rule_json(rule)), active=True)
    ruling = Ruling(plant.served.hub)
    began = plant.served.hub.now()

    def look(minutes):
        plant.served.hub.now = lambda: began + timedelta(minutes=minutes)
        ruling.look(plant.served.hub.now())
        return [(one.zone, one.plan) for one in plant.all("inspection")]

    look(0)
    standing(plant, began, planned=True, stop="P")
    standing(plant, began)
    assert look(9) == []
    assert look(11) == [(plant.zone, "")]
    standing(plant, began)
    standing(plant, began, began + timedelta(minutes=30))
    assert look(31) == [(plant.zone, "")], "once, however often it is told"


def rule_json(rule):
    from services.core.alert_rules import plainly

    found = plainly(rule)
    return json.loads(found) if isinstance(found, str) else found


def test_a_line_that_stands_excuses_its_inspections(plant):
    hub = plant.served.hub
    plant.served.engine.rounds.stop()
    machine = plant.do("equipment.add", code="CY-02", name="2号冲床", type="press", zone=plant.zone, line="L1").id
    today = hub.now().astimezone(SHANGHAI).date()
    asked = {"every": "FREQ=DAILY", "since": today.isoformat(), "times": ["10:00"]}
    plant.do("inspections.plan", name="区域日检", zones=[plant.zone], **asked)
    plant.do("inspections.plan", name="设备点检", equipment=[machine], **asked)
    plant.do("inspections.make_tasks", first=today.isoformat(), last=today.isoformat())
    opens = min(one.opens_at for one in plant.all("inspection"))
    closes = max(one.closes_at for one in plant.all("inspection"))

    def states(at):
        hub.now = lambda: at
        Rounds(hub).look(at)
        return [(one.state, one.excused, one.reason) for one in plant.all("inspection") if one.closes_at <= closes]

    noon = datetime.combine(today, time(12), SHANGHAI)
    standing(plant, opens - timedelta(hours=9), opens + timedelta(minutes=10), stop="night")
    assert states(noon) == [("missed", "", "")] * 2, "it ran for a part of the window"
    standing(plant, opens + timedelta(minutes=10), stop="day")  # told only now, over midnight and into the day
    assert states(noon + timedelta(minutes=1)) == [("excused", "stop", "L1")] * 2
    plant.do("equipment.add", code="CY-03", name="3号冲床", type="press", zone=plant.zone)
    assert states(noon + timedelta(minutes=2)) == [("excused", "stop", "L1")] * 2


def test_stops_over_http_with_bad_rows_kept(plant):
    key = manager(plant).post("/api/connectors/key", {}).json()["key"]
    now = plant.served.hub.now()
    began, later = utc_text(now - timedelta(hours=30)), utc_text(now - timedelta(hours=1))
    rows = [
        {"stop_id": "A", "line_code": "L1", "start_time": began, "reason_code": "E7", "reason_text": "缺料"},
        {"stop_id": "A", "line_code": "L1", "start_time": began, "end_time": later, "updated_at": later},
        {"stop_id": "A", "line_code": "L1", "start_time": began, "end_time": later, "updated_at": later},
        {"stop_id": "B", "line_code": "L1", "start_time": later, "end_time": began},
        {"stop_id": "C", "start_time": later},
    ]
    body = "\n".join(json.dumps(row) for row in rows)
    sent = Caller(plant, key).call("POST", "/ingest/stops", data=body.encode(), headers={"Content-Type": "text/json"})
    assert [(one["row"], one["code"]) for one in sent.json()["why"]] == [(4, "backwards"), (5, "missing")]
    assert [one[:2] for one in kept(plant)] == [("L1", False)], "a word without its time is of now, and the last"
    turned = manager(plant).call("GET", "/api/doors").json()["turned"]
    assert [one["feed"] for one in turned] == ["stops", "stops"]
    assert utc_moment(turned[0]["came"])
