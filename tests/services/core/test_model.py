"""No hazard is ever closed without a pair of photos and two different people who may review it, neither of them who
fixed it: random lives of a plant beside a plain account of its rules, and faults that they must show."""

import os
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from services.core import hazard_reports, hazards
from services.core.hazards import Approve, Hazard, State
from services.core.operation import Context, Put
from services.core.people import Person
from tests.makers import AFTER
from tests.services.core.plant_life import SEEN, Plant

RUNS = 5000 if os.environ.get("ANHUAN_FULL") else 400
STEPS = 50
EVERY_DAY = settings(
    max_examples=RUNS,
    stateful_step_count=STEPS,
    derandomize=not os.environ.get("ANHUAN_FULL"),
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)
# What has to come up for the runs to say anything.
TELLING = (
    "hazards.approve",
    *(f"hazards.approve {code}" for code in ("stale", "photo_needed", "fixer_may_not_review", "second_must_differ")),
    *(f"hazards.approve {code}" for code in ("may_not_review", "person_left")),
    "hazards.submit_fix same_photo",
    "hazards.accept",
    "hazards.dispatch",
    "hazards.return",
    "hazards.reject",
    "zones.classify",
    "people.leave",
    "people.set_roles last_manager",
)


def test_the_loop_is_closed_by_the_rules_and_in_no_other_way() -> None:
    SEEN.clear()
    run_state_machine_as_test(Plant, settings=EVERY_DAY)
    assert not [name for name in (*TELLING, "closed", "kept") if not SEEN[name]]


def blind_to(**gone: Any) -> Callable[[Any, Context, Any], list[Any]]:
    """Approve as it would be if it saw other values in some fields of the hazard."""
    real = Approve.decide

    def decide_blind(self: Approve, context: Context, look: Any) -> list[Any]:
        one = look.get("hazard", self.hazard)
        other = {name: value(one) if callable(value) else value for name, value in gone.items()}
        blind = look.copy()
        blind.put("hazard", replace(one, **other))
        return real(self, context, blind)

    return decide_blind


def counted(one: Hazard, zone: Any, reviewer: Person) -> list[Any]:
    return [Put(replace(one, state=State.FIRST_PASSED, first_by=one.first_by or reviewer.id))]


def anyone_else(person: Person, one: Hazard, zone: Any) -> bool:
    return person.here and person.id not in (one.fixed_by, one.first_by)


def any_photos(photos: Any) -> None:
    """None are fine, too."""


def with_all(one: Person) -> Person:
    return replace(one, roles=(*one.roles, *(role for role, _ in one.former)), left_at=None)


FAULTS: dict[str, tuple[Any, str, Any]] = {
    "the fixer may review": (Approve, "decide", lambda: blind_to(fixed_by=None)),
    "one person may review twice": (Approve, "decide", lambda: blind_to(first_by=None)),
    "nobody asks for a photo after": (Approve, "decide", lambda: blind_to(after=lambda one: one.after or (AFTER,))),
    "a fix may come without photos": ((hazards, hazard_reports), "check_photos", lambda: any_photos),
    "anyone may be the second": (hazards, "may_review_second", lambda: anyone_else),
    "what is kept counts as the first": (hazards, "kept_for_another", lambda: counted),
    "what was seen does not matter": (Approve, "premise", lambda: lambda self, look: {}),
    "roles of earlier are forgotten": (Person, "held", lambda: lambda self, at: self),
    "roles of earlier count for ever": (Person, "held", lambda: lambda self, at: with_all(self)),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_would_be_seen(monkeypatch: pytest.MonkeyPatch, fault: str) -> None:
    where, name, instead = FAULTS[fault]
    for place in where if isinstance(where, tuple) else (where,):
        monkeypatch.setattr(place, name, instead())
    seen = settings(EVERY_DAY, max_examples=250, derandomize=True, phases=[Phase.generate], report_multiple_bugs=False)
    with pytest.raises(AssertionError):
        run_state_machine_as_test(Plant, settings=seen)
