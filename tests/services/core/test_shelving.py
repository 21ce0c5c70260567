"""Shelving: who may, for how long, of what; and that it ends."""

from dataclasses import replace
from datetime import timedelta

import pytest

from services.core.operation import inverse
from services.core.refused import Refused
from services.core.roles import Role
from services.core.shape import utc_text
from services.core.shelving import shelved_by
from tests.makers import NOON, Held, fresh_id, person, plant, rule

BOSS, OFFICER, OTHER = person(Role.EHS_MANAGER), person(Role.SAFETY_OFFICER), person(Role.SAFETY_OFFICER)
WORKER = person()
HOUR = timedelta(hours=1)
PLAIN = rule()
CRITICAL = rule(name="紧急", document=PLAIN.document.replace('"do":"alert"', '"do":"alert","level":"critical"'))
SILENT = rule(name="无告警", document=PLAIN.document.replace('"do":"alert"', '"do":"hazard"'))


@pytest.fixture
def held() -> Held:
    return Held(plant(), BOSS, OFFICER, OTHER, WORKER, PLAIN, CRITICAL, SILENT)


def given(of=PLAIN, after=HOUR, **more):
    return {"rule": of.id, "shelve_reason": "maintenance", "until_at": utc_text(NOON + after), **more}


def test_it_covers_one_thing_or_all_of_them_until_its_end(held):
    held.do("shelvings.add", given(key="T-01"), OFFICER)
    assert shelved_by(held, PLAIN, "T-01", NOON) is not None
    assert shelved_by(held, PLAIN, "T-02", NOON) is None
    whole = held.do("shelvings.add", given(after=2 * HOUR), OFFICER)
    assert shelved_by(held, PLAIN, "T-02", NOON) == whole
    assert shelved_by(held, PLAIN, "T-01", NOON) == whole, "the one that holds longest"
    assert shelved_by(held, CRITICAL, "T-01", NOON) is None
    assert shelved_by(held, PLAIN, "T-01", NOON + 2 * HOUR) is None


def test_it_is_undone_by_being_ended(held):
    made = held.do("shelvings.add", given(), OFFICER)
    way = inverse("shelvings.add", given(), made.id, [])
    assert way == ("shelvings.end", {"shelving": made.id})
    held.do(*way, OFFICER)
    assert shelved_by(held, PLAIN, "", NOON) is None
    with pytest.raises(Refused, match="shelving_over"):
        held.do(*way, OFFICER)


def test_what_is_critical_is_told_until_a_second_person_agrees(held):
    made = held.do("shelvings.add", given(CRITICAL), OFFICER)
    assert shelved_by(held, CRITICAL, "T-01", NOON) is None
    assert [(one.message, one.people) for one in held.told] == [("shelving_asked", (BOSS.id,))]
    for who in (OFFICER, OTHER, WORKER):
        with pytest.raises(Refused, match="not_allowed" if who is WORKER else "shelving_second"):
            held.do("shelvings.agree", {"shelving": made.id}, who)
    agreed = held.do("shelvings.agree", {"shelving": made.id}, BOSS)
    assert (agreed.agreed_by, shelved_by(held, CRITICAL, "T-01", NOON)) == (BOSS.id, agreed)
    with pytest.raises(Refused, match="shelving_needs_none"):
        held.do("shelvings.agree", {"shelving": made.id}, OTHER)
    way = inverse("shelvings.agree", {"shelving": made.id}, fresh_id(), [])
    assert way == ("shelvings.end", {"shelving": made.id})
    held.do(*way, OFFICER)
    assert shelved_by(held, CRITICAL, "T-01", NOON) is None


def test_nobody_agrees_with_themselves_or_too_late_or_for_nothing(held):
    mine = held.do("shelvings.add", given(CRITICAL), BOSS)
    with pytest.raises(Refused, match="shelving_second"):
        held.do("shelvings.agree", {"shelving": mine.id}, BOSS)
    held.do("shelvings.end", {"shelving": mine.id}, OFFICER)
    with pytest.raises(Refused, match="shelving_over"):
        held.do("shelvings.agree", {"shelving": mine.id}, OFFICER)
    plain = held.do("shelvings.add", given(), OFFICER)
    with pytest.raises(Refused, match="shelving_needs_none"):
        held.do("shelvings.agree", {"shelving": plain.id}, BOSS)


def test_a_rule_that_becomes_critical_is_told_again_until_a_second_person_agrees(held):
    made = held.do("shelvings.add", given(), OFFICER)
    assert shelved_by(held, replace(PLAIN, document=CRITICAL.document), "", NOON) is None
    assert shelved_by(held, PLAIN, "", NOON) == made


@pytest.mark.parametrize(
    ("args", "who", "code"),
    [
        (given(), WORKER, "not_allowed"),
        (given(SILENT), BOSS, "shelve_untold"),
        (given(after=timedelta()), BOSS, "shelve_end_wrong"),
        (given(after=timedelta(days=32)), BOSS, "shelve_end_wrong"),
        (given(shelve_reason="weather"), BOSS, "args_wrong"),
    ],
)
def test_what_is_refused(held, args, who, code):
    with pytest.raises(Refused, match=code):
        held.do("shelvings.add", args, who)


def test_the_same_is_not_shelved_twice(held):
    held.do("shelvings.add", given(), OFFICER)
    with pytest.raises(Refused, match="shelved_already"):
        held.do("shelvings.add", given(), OFFICER)
