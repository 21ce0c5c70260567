"""By which ways somebody is told, who is on duty, and who is told next."""

from datetime import timedelta

import pytest

from services.core.channels import ways
from services.core.duty import on_duty
from services.core.ladders import due_after, ladder_of
from services.core.operation import SYSTEM
from services.core.refused import Refused
from services.core.roles import Role
from services.core.shape import utc_text
from services.core.shifts import Rota, Shift
from tests.makers import NOON, Held, absence, channel, ladder, person, plant, rule, team

MINUTE = timedelta(minutes=1)
BOSS, IT = person(Role.EHS_MANAGER, email="b@x.cn"), person(Role.IT_ADMIN)
OFFICER = person(Role.SAFETY_OFFICER, phone="13800000001", wecom="sun", email="s@x.cn")
ALERT = {"key": "T-01", "fired_at": utc_text(NOON), "cause": "{}"}


def chans():
    return (
        channel(service="sms_aliyun", position=2),
        channel(service="wecom", position=1),
        channel(service="dingtalk", position=0),
        channel(service="gateway", active=False),
        channel(service="wecom_robot"),
    )


def held(*more):
    return Held(plant(), BOSS, IT, OFFICER, *more)


def test_the_ways_of_a_person_are_those_that_the_plant_uses_and_that_reach_them():
    look = held(*chans())
    assert ways(look, OFFICER.id, 0) == ("wecom", "sms_aliyun", "email")
    assert ways(look, OFFICER.id, 2) == ("wecom", "email"), "an SMS costs money"
    assert ways(look, IT.id, 0) == ("email",), "somebody without any address waits in sight"


def test_a_person_says_which_way_comes_first_and_none_is_left_out():
    look = held(*chans())
    look.do("people.tell_by", {"person": OFFICER.id, "told_by": ["email", "dingtalk"]}, OFFICER)
    assert ways(look, OFFICER.id, 0) == ("email", "wecom", "sms_aliyun")
    with pytest.raises(Refused, match="not_allowed"):
        look.do("people.tell_by", {"person": BOSS.id, "told_by": []}, person())


@pytest.mark.parametrize(
    ("args", "code"),
    [
        ({"service": "wecom", "account": "ww1"}, "channel_incomplete"),
        ({"service": "gateway", "address": "not an address"}, "address_wrong"),
        ({"service": "gateway"}, "channel_incomplete"),
        (
            {"service": "sms_aliyun", "account": "k", "sign": "s", "template": "t", "variables": ["link"]},
            "variable_unknown",
        ),
    ],
)
def test_a_channel_that_could_not_send_is_refused(args, code):
    with pytest.raises(Refused, match=code):
        held().do("channels.set", args, BOSS)
    assert held().do("channels.set", {**args, "variables": [], "address": "", "active": False}, BOSS)


def test_there_is_one_channel_for_a_service():
    look = held()
    for corp in ("ww1", "ww2"):
        look.do("channels.set", {"service": "wecom", "account": corp, "application": "1"}, BOSS)
    assert [one.account for one in look.find("channel")] == ["ww2"]


@pytest.mark.parametrize(
    ("args", "code"),
    [
        ({"level": "critical", "rungs": [], "repeat_min": 30}, "ladder_must_repeat"),
        ({"level": "critical", "rungs": [{"after_min": 5, "to": ["ehs_manager"]}]}, "ladder_must_repeat"),
        ({"level": "high", "rungs": [{"after_min": 5, "to": []}]}, "rung_empty"),
        ({"level": "high", "rungs": [{"after_min": 5, "to": ["team"]}] * 2}, "rungs_not_rising"),
    ],
)
def test_a_ladder_that_could_end_in_silence_is_refused(args, code):
    with pytest.raises(Refused, match=code):
        held().do("ladders.set", args, BOSS)


def test_a_plants_own_ladder_is_climbed():
    look = held(rule())
    assert ladder_of(look, "high").repeat_min == 60
    rungs = [{"after_min": 1, "to": ["safety_officer"]}, {"after_min": 3, "to": ["ehs_manager"]}]
    made = look.do("ladders.set", {"level": "high", "rungs": rungs, "repeat_min": 5}, BOSS)
    assert ladder_of(look, "high") == made
    whens = [due_after(made, step, NOON, NOON + 3 * MINUTE) for step in (0, 1, 2)]
    assert whens == [NOON + 3 * MINUTE, NOON + 3 * MINUTE, NOON + 8 * MINUTE]


def night_crew():
    """A team that works from ten in the evening until six; noon in UTC is eight in the evening there."""
    crew, shift = team(name="夜班组"), Shift(id="night", name="夜班", starts="22:00", ends="06:00")
    rota = Rota(id="r", team=crew.id, first_day=NOON.date() - timedelta(days=3), pattern=("night",))
    return crew, shift, rota


def test_who_has_a_rota_is_on_duty_while_on_shift():
    crew, shift, rota = night_crew()
    worker = person(Role.SAFETY_OFFICER, team=crew.id)
    look = held(crew, shift, rota, worker)
    starts = NOON.replace(hour=14, minute=0)
    assert on_duty(look, worker.id, starts - MINUTE) is None
    assert on_duty(look, worker.id, starts) == worker.id
    assert on_duty(look, BOSS.id, NOON) == BOSS.id, "whoever has no rota is on call"


def test_whoever_is_away_is_stood_in_for():
    gone = absence(person=OFFICER.id, first=NOON.date(), last=NOON.date(), deputy=BOSS.id)
    assert on_duty(held(gone), OFFICER.id, NOON) == BOSS.id
    alone = absence(person=OFFICER.id, first=NOON.date(), last=NOON.date(), deputy=None)
    assert on_duty(held(alone), OFFICER.id, NOON) is None


def climbing(look, told="safety_officer", level="critical"):
    """An alert of a rule that tells this role."""
    plain = rule()
    document = plain.document.replace('"do":"alert"', f'"do":"alert","level":"{level}","to":["{told}"]')
    look.add(rule(id=plain.id, document=document))
    look.now = NOON
    return look.do("alerts.raise", {"rule": plain.id, **ALERT}, SYSTEM)


def step(look, number, after):
    look.now = NOON + after
    look.do("alerts.escalate", {"alert": look.find("alert")[0].id, "step": number}, SYSTEM)
    return look.find("alert")[0]


@pytest.mark.parametrize("twice", [1, 2])
def test_steps_are_climbed_until_a_person_answers(twice):
    rungs = ladder(level="critical")
    look = held(rungs)
    first = climbing(look)
    assert (first.told, first.step, first.next_step_at) == ((OFFICER.id,), 0, NOON + 10 * MINUTE)
    for _ in range(twice):
        second = step(look, 1, 10 * MINUTE)
    assert (second.step, second.next_step_at) == (1, NOON + 20 * MINUTE)
    top = step(look, 2, 20 * MINUTE)
    assert (top.told, top.next_step_at) == ((OFFICER.id, BOSS.id), NOON + 50 * MINUTE)
    again = step(look, 3, 50 * MINUTE)
    assert (again.step, again.next_step_at) == (3, NOON + 80 * MINUTE), "and never ends by itself"
    answered = look.do("alerts.acknowledge", {"alert": again.id}, BOSS)
    assert answered.next_step_at is None
    step(look, 4, 80 * MINUTE)
    assert look.find("alert")[0].step == 3


def test_a_rung_of_which_nobody_is_on_duty_is_passed_over_at_once():
    crew, shift, rota = night_crew()
    asleep = person(Role.DEPARTMENT_MANAGER, team=crew.id)
    look = held(crew, shift, rota, asleep)
    first = climbing(look, told="department_manager")
    assert (first.told, first.next_step_at) == ((asleep.id,), NOON), "who is told is off, so the next is told now"
    up = step(look, 1, timedelta())
    assert (up.step, up.told) == (2, (asleep.id, OFFICER.id))


def test_nobody_on_duty_at_all_is_no_silence():
    crew, shift, rota = night_crew()
    boss = person(Role.EHS_MANAGER, team=crew.id)
    look = Held(plant(), boss, crew, shift, rota)
    climbing(look, told="ehs_manager")
    up = step(look, 1, timedelta())
    assert (up.step, up.told) == (3, (boss.id,))
    assert up.next_step_at == NOON + 30 * MINUTE
