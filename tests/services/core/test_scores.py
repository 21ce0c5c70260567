"""The department score: what was due in a month, closed in time, late or not; frozen, and corrected in the next."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from services.core.hazards import State
from services.core.roles import Role
from services.core.scores import Counted, ScoreRules, before, is_month, rate_of
from tests.makers import NOON, Held, department, hazard, person, plant, refused, team

WORKS, STORES = department(), department(name="仓储部")
CREW, OTHERS = team(department=WORKS.id), team(name="仓储班", department=STORES.id)
BOSS, OFFICER = person(Role.EHS_MANAGER), person(Role.SAFETY_OFFICER)
DUE = datetime(2026, 3, 10, tzinfo=UTC)
APRIL = datetime(2026, 4, 2, tzinfo=UTC)


@pytest.fixture
def held() -> Held:
    made = Held(plant(), WORKS, STORES, CREW, OTHERS, BOSS, OFFICER)
    made.now = APRIL
    return made


def due(fixed_after_h=-1.0, state=State.CLOSED, crew=CREW, at=DUE, **given):
    fixed = at + timedelta(hours=fixed_after_h)
    return hazard(team=crew.id, due_at=at, state=state, fixed_at=fixed, closed_at=fixed, **given)


def frozen(held, month="2026-03"):
    held.do("department_scores.freeze", {"month": month}, BOSS)
    return {one.department: one for one in held.find("department_score", month=month)}


def test_in_time_late_and_open_are_weighed(held):
    still = due(state=State.FIXING)
    held.add(due(), due(), due(5.0), still, due(state=State.REJECTED), due(state=State.MERGED), due(crew=OTHERS))
    found = frozen(held)
    works, stores = found[WORKS.id], found[STORES.id]
    assert works.counted == Counted(on_time=2, late=1, left_open=1)
    assert (works.rate, works.bonus) == (62.5, 0.5)
    assert (stores.rate, stores.bonus) == (100.0, 1.2)


def test_a_month_goes_by_the_plants_clock(held):
    late_evening = datetime(2026, 2, 28, 17, tzinfo=UTC)  # the first of March in Shanghai
    held.add(due(at=late_evening), due(at=late_evening - timedelta(hours=2)))
    assert frozen(held)[WORKS.id].counted.due == 1


def test_a_hazard_is_of_who_has_it(held):
    someone = person(department=STORES.id)
    held.add(someone, hazard(assignee=someone.id, due_at=DUE, state=State.FIXING), hazard(due_at=DUE))
    found = frozen(held)
    assert (found[STORES.id].left_open, found[WORKS.id].counted.due) == (1, 0)
    assert (found[WORKS.id].rate, found[WORKS.id].bonus) == (None, None)


def test_frozen_it_stays_and_corrections_count_in_the_next_month(held):
    one = due(state=State.FIXING)
    held.add(one, due())
    assert frozen(held)[WORKS.id].rate == 50.0
    held.add(replace(due(30 * 24.0), id=one.id))  # closed late after all
    april = DUE + timedelta(days=31)
    held.add(due(at=april), due(state=State.FIXING, at=april))
    assert refused(held.do, "department_scores.freeze", {"month": "2026-03"}, BOSS) == "month_frozen"
    assert [one.rate for one in held.find("department_score", department=WORKS.id)] == [50.0]
    held.now = APRIL + timedelta(days=31)
    now = frozen(held, "2026-04")[WORKS.id]
    assert (now.carried, now.rate) == (0.5, 75.0)


@pytest.mark.parametrize(
    ("month", "who", "code"),
    [
        ("2026-04", BOSS, "month_not_over"),
        ("2026-13", BOSS, "month_wrong"),
        ("2026-3", BOSS, "month_wrong"),
        ("2026-03", OFFICER, "not_allowed"),
    ],
)
def test_what_can_not_be_frozen(held, month, who, code):
    assert refused(held.do, "department_scores.freeze", {"month": month}, who) == code


def test_bands_and_weights_are_the_plants(held):
    rules = ScoreRules()
    assert [rules.bonus(rate) for rate in (100, 95, 94.9, 85, 84.9, 70, 69.9, 0)] == [
        1.2,
        1.2,
        1,
        1,
        0.8,
        0.8,
        0.5,
        0.5,
    ]
    assert rate_of(Counted(on_time=1), rules, carried=5) == 100
    assert rate_of(Counted(left_open=2), rules, carried=-1) == 0
    held.do("score_rules.set", {"late": 0.0, "best_from": 99}, BOSS)
    held.add(due(), due(5.0))
    assert frozen(held)[WORKS.id].rate == 50.0
    assert refused(held.do, "score_rules.set", {"fair_from": 90}, BOSS) == "bands_wrong"


def test_months():
    assert (before("2026-01"), before("2026-12")) == ("2025-12", "2026-11")
    assert [is_month(text) for text in ("2026-01", "2026-1", "2026-00", "x", "")] == [True, False, False, False, False]


def test_no_month_is_frozen_before_it_began(held):
    held.now = NOON
    assert refused(held.do, "department_scores.freeze", {"month": "2026-05"}, BOSS) == "month_not_over"
