"""What looks odd in how points were earned: every scheme is blocked or seen, and honest people are seldom troubled."""

from datetime import timedelta

import pytest

from services.core.doubt_rules import DoubtRules
from services.core.hazards import State
from services.core.inspections import InspectionState
from services.core.operation import SYSTEM
from services.core.points_patterns import Suspicion, suspicions
from services.core.points_rings import at_least
from services.core.points_rules import of_hazard, of_inspection
from services.core.roles import Role
from tests.makers import NOON, Held, hazard, inspection, person, plant
from tests.services.core.points_schemes import Facts, Scheme, honest, passed, schemes

RULES = DoubtRules()
FINDER, MATE, OFFICER = person(), person(), person(Role.SAFETY_OFFICER)
DOUBTS = ("no_label", "other_place", "old_label", "far_off", "too_fast", "by_hand")


def seen(facts: Facts, rules: DoubtRules = RULES) -> list[Suspicion]:
    return suspicions(facts.hazards, facts.looks, facts.arrivals, facts.undone, rules, facts.owners)


@pytest.mark.parametrize("scheme", list(schemes()), ids=lambda scheme: scheme.name)
def test_a_scheme_is_put_before_a_person_with_who_and_what(scheme: Scheme) -> None:
    found = seen(scheme.facts)
    assert found
    assert set(scheme.people) <= {person for one in found for person in one.people}
    assert all(one.about and one.key for one in found)
    assert found == seen(scheme.facts)


def test_what_is_blocked_at_once_earns_nothing() -> None:
    held = Held(plant(), FINDER, MATE, OFFICER)
    mine = hazard(reporter=FINDER.id, state=State.FIRST_PASSED, first_by=FINDER.id, first_at=NOON)
    ours = passed(MATE.id, FINDER.id)
    held.add(mine, ours, hazard(reporter=FINDER.id, state=State.MERGED, merged_into=ours.id))
    assert of_hazard(held, mine) == of_hazard(held, ours) == []
    for doubt in DOUBTS:
        one = inspection(state=InspectionState.DONE, by=FINDER.id, at=NOON, doubtful=doubt)
        assert of_inspection(held, one) == []
    late = inspection(state=InspectionState.LATE, by=FINDER.id, at=NOON)
    assert of_inspection(held, late) == []


def test_honest_people_are_seldom_troubled() -> None:
    facts = honest(20_000)
    found = seen(facts)
    flagged = {id_ for one in found for id_ in one.about[:1] if one.kind == "hazard"}
    checks = {id_ for one in found for id_ in one.about if one.kind == "inspection"}
    assert len(flagged) <= 0.02 * len(facts.hazards), len(flagged)
    assert len(checks) <= 0.02 * len(facts.arrivals), len(checks)
    assert not [one for one in found if one.why in ("ring", "reversal")]
    print(f"{len(flagged)} of {len(facts.hazards)} hazards, {len(checks)} of {len(facts.arrivals)} check-ins")


def test_a_supervisor_who_reviews_everything_makes_no_ring() -> None:
    zones = [passed(f"w{number % 6}", "boss", reported_at=NOON + timedelta(hours=number)) for number in range(60)]
    back = [passed("boss", "w1", reported_at=NOON + timedelta(hours=number)) for number in range(6)]
    assert [one.why for one in seen(Facts(hazards=[*zones, *back]))] != ["ring"]


def test_what_was_merged_rejected_or_found_to_differ_is_not_told_of() -> None:
    one = passed(FINDER.id, OFFICER.id, description="光幕失效")
    other = passed(FINDER.id, OFFICER.id, description="光幕失效", reported_at=NOON + timedelta(minutes=3))
    assert [each.why for each in seen(Facts(hazards=[one, other]))][-1:] == ["split"]
    for state in (State.MERGED, State.REJECTED):
        gone = passed(FINDER.id, OFFICER.id, description="光幕失效", state=state, before=())
        assert seen(Facts(hazards=[one, gone])) == []
    apart = passed(FINDER.id, OFFICER.id, description="光幕失效", not_same=(one.id,), before=())
    assert seen(Facts(hazards=[one, apart])) == []


def test_the_tail_of_the_binomial_is_right() -> None:
    assert at_least(5, 5, 0.5) == pytest.approx(1 / 32)
    assert at_least(2, 3, 0.25) == pytest.approx(10 / 64)
    assert at_least(0, 4, 0.3) == pytest.approx(1)
    assert (at_least(1, 4, 0.0), at_least(4, 4, 1.0)) == (0.0, 1.0)
    assert at_least(900, 5000, 0.2) > 0.99


def test_it_is_the_system_that_raises_and_once_only() -> None:
    held = Held(plant(), FINDER, OFFICER)
    given = {
        "doubt": "d",
        "why": "ring",
        "kind": "hazard",
        "about": ["h"],
        "people": [FINDER.id],
        "figure": 100,
        "limit": 80,
    }
    one = held.do("points_doubts.raise", given, SYSTEM)
    assert (one.standing, one.figure) == ("open", 100)
    assert held.do("points_doubts.raise", given, SYSTEM) is None
