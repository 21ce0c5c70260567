"""Figures from records: what counts, what does not, and that both days of a period do."""

from datetime import UTC, date, datetime, timedelta

import pytest

from services.core.hazards import State
from services.core.inspections import InspectionState
from services.core.measures import Period
from services.store.database import Database
from services.store.queries.figures import figures, plan_completion
from services.store.records import Records
from services.store.schema import bring_up
from tests.makers import fresh_id, hazard, incident, inspection, inspection_plan, person, plant

MARCH = Period(date(2026, 3, 1), date(2026, 3, 31))
BEGINS, ENDS = datetime(2026, 2, 28, 16, tzinfo=UTC), datetime(2026, 3, 31, 16, tzinfo=UTC)
FOUNDED = datetime(2025, 4, 1, tzinfo=UTC)
NOW = datetime(2026, 6, 1, tzinfo=UTC)
HOUR = timedelta(hours=1)
SECOND = timedelta(microseconds=1)
STRICT, MILD = inspection_plan(), inspection_plan(name="周检", late_counts=True)


@pytest.fixture
def look(ground):
    database = Database(ground.fresh())
    bring_up(database)
    with database.writing() as connection:
        records = Records(connection)
        for one in (plant(founded_at=FOUNDED), STRICT, MILD):
            records.put(one)
        yield records
    database.close()


def put(look, *records):
    for one in records:
        look.put(one)


def fixed(at, hours, state=State.CLOSED, **given):
    return hazard(reported_at=at - hours * HOUR, fixed_at=at, state=state, number=None, **given)


def test_time_to_fix_is_over_those_fixed_in_the_period(look):
    put(
        look,
        fixed(BEGINS, 10),
        fixed(ENDS - SECOND, 20, State.FIXED),
        fixed(BEGINS + HOUR, 60, State.FIRST_PASSED),
        fixed(BEGINS - SECOND, 1000),
        fixed(ENDS, 1000),
        fixed(BEGINS + HOUR, 1000, State.FIXING),  # returned
        fixed(BEGINS + HOUR, 1000, State.REJECTED),
        hazard(reported_at=BEGINS),
    )
    found = figures(look, MARCH, NOW).time_to_fix
    assert (found.count, found.mean_hours, found.p50_hours) == (3, 30.0, 20.0)
    assert found.p90_hours == pytest.approx(52.0)


def task(state, plan=STRICT, at=BEGINS, **given):
    return inspection(plan=plan.id, due_at=at, opens_at=at, closes_at=at + HOUR, state=InspectionState(state), **given)


def test_completion_is_done_of_all_that_were_not_excused(look):
    put(
        look,
        *(task("done") for _ in range(5)),
        task("done", doubtful="no_label"),
        task("late"),
        task("late", MILD),
        task("missed"),
        task("due"),  # its window has closed
        task("due", at=NOW - timedelta(minutes=30)),  # not in the period
        task("excused", reason="停线"),
        task("excused"),  # its plan no longer asks for it
        task("missed", at=ENDS),
        task("missed", at=BEGINS - SECOND),
    )
    found = figures(look, MARCH, NOW).completion
    assert found.rate == 0.7
    assert (found.due, found.done, found.late, found.late_counted) == (11, 6, 2, 1)
    assert (found.missed, found.excused, found.doubtful) == (2, 1, 1)


def test_what_may_still_be_made_is_not_counted(look):
    at = NOW - timedelta(minutes=30)
    put(look, task("due", at=at), task("done", at=at))
    june = Period(date(2026, 6, 1), date(2026, 6, 1))
    assert plan_completion(look, june, NOW).rate == 1.0
    assert plan_completion(look, june, at + HOUR).rate == 1.0, "made at the very end of its window, it is in time"
    assert plan_completion(look, june, NOW + HOUR).rate == 0.5


def test_injuries_are_those_that_stand(look):
    inside = {"at": BEGINS + HOUR, "days_lost": 3}
    put(
        look,
        incident(**inside),
        incident(**inside),
        incident(**inside, withdrawn_at=NOW),
        incident(**inside, kind="near_miss"),
        incident(at=ENDS),
    )
    found = figures(look, MARCH, NOW).injuries
    assert (found.count, found.months, found.per_month, found.days_lost) == (2, 1.0, 2.0, 6)
    assert (found.low, found.high) == pytest.approx((0.2422, 7.2247), abs=1e-4)


def test_reports_are_a_worker_and_month(look):
    put(
        look,
        *(person(since=FOUNDED) for _ in range(3)),
        person(since=FOUNDED, left_at=ENDS + HOUR),
        person(since=FOUNDED, left_at=BEGINS + HOUR),
        person(since=ENDS),
        *(hazard(reported_at=BEGINS, number=None) for _ in range(6)),
        hazard(reported_at=BEGINS, state=State.REJECTED),
    )
    found = figures(look, MARCH, NOW).reports
    assert (found.count, found.workers, found.per_worker_month) == (6, 4, 1.5)
    old = figures(look, Period(date(2024, 1, 1), date(2024, 12, 31)), NOW).reports
    assert (old.workers, old.workers_at) == (5, FOUNDED + timedelta(days=30))


def test_the_waterfall_is_the_loop_step_by_step(look):
    moments = [BEGINS + hours * HOUR for hours in (0, 1, 3, 7, 15, 31)]
    names = ("reported_at", "dispatched_at", "accepted_at", "fixed_at", "first_at", "closed_at")
    put(
        look,
        hazard(state=State.CLOSED, number=None, **dict(zip(names, moments, strict=True))),
        hazard(state=State.CLOSED, number=None, reported_at=BEGINS, closed_at=BEGINS + HOUR, batch=fresh_id()),
    )
    found = figures(look, MARCH, NOW).waterfall
    assert [(one.name, one.count, one.mean_hours) for one in found] == [
        ("dispatch", 1, 1.0),
        ("accept", 1, 2.0),
        ("fix", 1, 4.0),
        ("first_review", 1, 8.0),
        ("second_review", 1, 16.0),
    ]


def test_where_nothing_was_nothing_is_said(look):
    found = figures(look, MARCH, NOW)
    assert (found.time_to_fix.mean_hours, found.completion.rate, found.reports.per_worker_month) == (None, None, None)
    assert (found.injuries.per_month, found.injuries.low) == (0.0, 0.0)
