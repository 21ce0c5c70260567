"""Who had the ball and for how long; and that every leg can be seen."""

from datetime import timedelta
from typing import Any

import pytest

from desktop.views.hazards.legs import LEAST, Leg, legs_of, widths
from services.core.hazards import State
from services.store.queries.hazards import HazardRow
from services.store.queries.status import clock_of
from tests.makers import NOON, hazard, zone

HOUR = timedelta(hours=1)


def row(**given: Any) -> HazardRow:
    made = hazard(**given)
    return HazardRow(made, zone(), None, None, None, None, None, None, clock_of(made), False, False)


def kinds(legs: tuple[Leg, ...]) -> list[tuple[str, float]]:
    return [(leg.kind, leg.span / HOUR) for leg in legs]


def test_from_the_report_to_the_clock() -> None:
    one = row(state=State.ASSIGNED, due_at=NOON + 24 * HOUR)
    assert kinds(legs_of(one, NOON + 5 * HOUR)) == [("wait", 5), ("left", 19)]


def test_in_first_review_the_second_is_still_to_come() -> None:
    one = row(
        state=State.FIXED,
        accepted_at=NOON + HOUR,
        fixed_at=NOON + 6 * HOUR,
        review_due_at=NOON + 14 * HOUR,
        due_at=NOON + 9 * HOUR,
    )
    legs = legs_of(one, NOON + 8 * HOUR)
    assert kinds(legs) == [("wait", 1), ("fix", 5), ("first", 2), ("left", 6), ("next", 0)]
    assert [leg.kind for leg in legs if leg.now] == ["first"]


def test_past_its_clock_the_rest_is_over() -> None:
    one = row(state=State.FIXING, accepted_at=NOON + HOUR, due_at=NOON + 3 * HOUR)
    assert kinds(legs_of(one, NOON + 8 * HOUR)) == [("wait", 1), ("fix", 2), ("over", 5)]


def test_what_was_never_taken_on_was_being_fixed_all_the_time() -> None:
    at = NOON + 4 * HOUR
    one = row(state=State.FIXED, accepted_at=at, fixed_at=at, review_due_at=NOON + 9 * HOUR)
    assert kinds(legs_of(one, NOON + 5 * HOUR))[:2] == [("fix", 4), ("first", 1)]


def test_after_a_return_the_ball_is_back_with_the_fixer() -> None:
    one = row(state=State.FIXING, accepted_at=NOON + HOUR, fixed_at=NOON + 4 * HOUR, due_at=NOON + 24 * HOUR)
    assert kinds(legs_of(one, NOON + 6 * HOUR)) == [("wait", 1), ("fix", 5), ("left", 18)]


def test_closed_nothing_runs_any_more() -> None:
    one = row(
        state=State.CLOSED,
        accepted_at=NOON + HOUR,
        fixed_at=NOON + 2 * HOUR,
        first_at=NOON + 3 * HOUR,
        closed_at=NOON + 5 * HOUR,
    )
    legs = legs_of(one, NOON + 99 * HOUR)
    assert kinds(legs) == [("wait", 1), ("fix", 1), ("first", 1), ("second", 2)]
    assert not any(leg.now for leg in legs)


@pytest.mark.parametrize("hours", [0.01, 1, 400])
def test_widths_fill_the_line_and_none_is_too_narrow(hours: float) -> None:
    legs = (
        Leg("wait", NOON, NOON + hours * HOUR),
        Leg("fix", NOON, NOON + HOUR),
        Leg("first", NOON, NOON + 2 * HOUR, now=True),
        Leg("left", NOON, NOON + 900 * HOUR),
        Leg("next", NOON, NOON),
    )
    found = widths(legs, 1014)
    assert sum(found) == pytest.approx(1014)
    assert all(width >= LEAST[leg.kind] - 1e-6 for leg, width in zip(legs, found, strict=True))
