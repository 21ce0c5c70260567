"""Incidents: what happened, and what may be said of whom it happened to."""

from datetime import timedelta

import pytest

from services.core.roles import Role
from tests.makers import NOON, Held, incident, person, plant, refused, zone

OFFICER, HURT = person(Role.SAFETY_OFFICER), person(name="李四")
PRESS = zone()
CASE = {"kind": "recordable_injury", "at": "2026-03-01T02:00:00Z", "zone": PRESS.id, "description": "换模时手指被夹"}


@pytest.fixture
def held():
    return Held(plant(), OFFICER, HURT, PRESS)


def test_an_injury_is_recorded_with_who_recorded_it(held):
    made = held.do("incidents.record", CASE | {"person": HURT.id, "injury": "左手食指", "days_lost": 12}, OFFICER)
    assert (made.person, made.injury, made.days_lost, made.reported_by) == (HURT.id, "左手食指", 12, OFFICER.id)


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"injury": "左手"}, "injury_needs_person"),
        ({"person": "nobody"}, "no_such_record"),
        ({"zone": "nowhere"}, "no_such_record"),
        ({"at": (NOON + timedelta(hours=1)).isoformat()}, "in_the_future"),
        ({"batch": "none"}, "no_such_record"),
        ({"kind": "disaster"}, "args_wrong"),
        ({"days_lost": -1}, "args_wrong"),
    ],
)
def test_what_cannot_have_been_is_refused(held, given, code):
    assert refused(held.do, "incidents.record", CASE | given, OFFICER) == code


def test_a_correction_says_everything_again(held):
    made = held.do("incidents.record", CASE | {"person": HURT.id, "injury": "左手"}, OFFICER)
    corrected = held.do("incidents.correct", CASE | {"incident": made.id, "kind": "first_aid"}, OFFICER)
    assert (corrected.kind, corrected.person, corrected.injury) == ("first_aid", None, "")
    assert corrected.recorded_at == made.recorded_at


def test_what_is_withdrawn_is_left_as_it_is(held):
    made = held.do("incidents.record", CASE, OFFICER)
    assert held.do("incidents.withdraw", {"incident": made.id, "reason": "重复登记"}, OFFICER).withdrawn_at is not None
    assert refused(held.do, "incidents.correct", CASE | {"incident": made.id}, OFFICER) == "incident_withdrawn"


def test_an_erasure_takes_the_injury_with_it(held):
    gone = person(name="王五", left_at=NOON)
    case, other = incident(person=gone.id, injury="右脚"), incident(person=HURT.id, injury="左手")
    held.add(gone, case, other)
    held.do("people.erase", {"person": gone.id, "reason": "本人要求"}, person(Role.EHS_MANAGER))
    assert held.get("incident", case.id).injury == ""
    assert held.get("incident", case.id).description == case.description
    assert held.get("incident", other.id).injury == "左手"
    again = CASE | {"person": gone.id}
    assert refused(held.do, "incidents.record", again, OFFICER) == "person_erased"
