"""The forecast of a plant's weeks: which records count, by whose weeks, and where they lead."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from services.core.hazards import State
from services.core.measures import Period
from services.reports.narrative import narrative
from services.reports.report_facts import report_facts
from services.store.database import Database
from services.store.queries.forecast import forecast
from services.store.records import Records
from services.store.schema import bring_up
from tests.makers import hazard, inspection, inspection_plan, person, plant, zone

NOW = datetime(2026, 3, 4, 4, tzinfo=UTC)  # a Wednesday
MONDAY = datetime(2026, 3, 1, 16, tzinfo=UTC)  # the week's first moment in the plant
WEEK = timedelta(weeks=1)
DEEP, QUIET = zone(name="冲压区"), zone(name="锯切区")


@pytest.fixture(scope="module")
def look(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Two hazards a week in one zone for thirty weeks, one of them found to be none; a miss every other week."""
    database = Database(tmp_path_factory.mktemp("forecast") / "plant.db")
    bring_up(database)
    plan = inspection_plan()
    put: list[Any] = [plant(founded_at=MONDAY - 60 * WEEK), DEEP, QUIET, plan, person(since=MONDAY - 60 * WEEK)]
    for week in range(1, 31):
        at = MONDAY - week * WEEK + timedelta(hours=2)
        put += [hazard(zone=DEEP.id, reported_at=at, number=None) for _ in range(2)]
        put.append(hazard(zone=DEEP.id, reported_at=at, number=None, state=State.REJECTED))
        state = "missed" if week % 2 else "done"
        put.append(inspection(plan=plan.id, zone=QUIET.id, due_at=at, opens_at=at, closes_at=at, state=state))
    put.append(hazard(zone=DEEP.id, reported_at=MONDAY, number=None))  # this week is not over
    with database.writing() as connection:
        records = Records(connection)
        for one in put:
            records.put(one)
        yield records
    database.close()


def test_weeks_that_are_over_foretell_those_to_come(look: Any) -> None:
    found = forecast(look, "hazards", NOW)
    assert found is not None
    assert [count for _, count in found.past] == [2] * 16
    assert found.next[0][0] == date(2026, 3, 2)
    assert found.whole.low <= 8 <= found.whole.high
    assert found.whole.mean == pytest.approx(8, abs=0.5)
    deep, quiet = found.zones
    assert (deep.name, deep.before, len(deep.ids)) == ("冲压区", 8, 8)
    assert quiet.before == 0
    assert found.trial is not None
    missed = forecast(look, "missed", NOW)
    assert missed is not None
    assert missed.zones[0].name == "锯切区"
    assert missed.whole.mean == pytest.approx(2, abs=0.6)


def test_too_little_is_no_forecast(look: Any) -> None:
    assert forecast(look, "hazards", MONDAY - 25 * WEEK) is None


def test_the_report_says_it_while_its_period_is_not_long_over(look: Any) -> None:
    month = Period(date(2026, 2, 1), date(2026, 2, 28))
    said = " ".join(narrative(report_facts(look, month, None, NOW), "zh")["stands_out"])
    assert "未来 4 周预计上报隐患 8 条" in said
    assert "朴素预测" in said
    old = Period(date(2025, 8, 1), date(2025, 8, 31))
    assert "未来" not in " ".join(narrative(report_facts(look, old, None, NOW), "zh")["stands_out"])
