"""The safety report: the same facts give the same bytes, sentences stand on their numbers, ledgers have their rows."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from services.core.alert_drills import AlertDrill
from services.core.hazards import State
from services.core.measures import Period
from services.reports.ledgers import ledger_facts, parts_of, print_ledger, sheet_of
from services.reports.narrative import narrative
from services.reports.report_facts import last_month, report_facts, stretch_before, year_before
from services.reports.safety_report import gaps_of, print_report
from services.reports.table_book import write_table
from services.store.database import Database
from services.store.queries.figures import figures
from services.store.records import Records
from services.store.schema import bring_up
from tests.makers import hazard, incident, inspection, inspection_plan, person, plant, zone
from tests.services.reports.made import page_texts

BEFORE, AFTER = Period(date(2024, 1, 1), date(2024, 12, 31)), Period(date(2025, 7, 1), date(2025, 12, 31))
NOW = datetime(2026, 2, 1, tzinfo=UTC)
SINCE = datetime(2023, 1, 1, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture(scope="module")
def look(tmp_path_factory):
    """A plant whose records give 52 and 18 h, 61 and 98 %, 28 and 2 injuries."""
    database = Database(tmp_path_factory.mktemp("report") / "plant.db")
    bring_up(database)
    with database.writing() as connection:
        records = Records(connection)
        place, plan = zone(name="冲压区"), inspection_plan()
        put = [plant(name="一厂", founded_at=SINCE), person(since=SINCE), place, plan]
        for first, hours, hurt, done in (
            (datetime(2024, 3, 4, tzinfo=UTC), 52, 28, 61),
            (datetime(2025, 8, 4, tzinfo=UTC), 18, 2, 98),
        ):
            put += [
                hazard(
                    zone=place.id,
                    state=State.CLOSED,
                    number=None,
                    description="护罩松动",
                    reported_at=first + n * HOUR,
                    fixed_at=first + (n + hours) * HOUR,
                )
                for n in range(12)
            ]
            put += [incident(kind="recordable_injury", at=first + n * HOUR) for n in range(hurt)]
            put += [
                inspection(plan=plan.id, zone=place.id, due_at=first, opens_at=first, closes_at=first + HOUR,
                           state="done" if n < done else "missed")
                for n in range(100)
            ]  # fmt: skip
        for one in put:
            records.put(one)
        yield records
    database.close()


def test_the_figures_of_the_report_are_those_of_the_records(look):
    facts = report_facts(look, AFTER, BEFORE, NOW)
    assert facts.figures == figures(look, AFTER, NOW)
    said = narrative(facts, "zh")["changed"]
    assert "18.0 小时，对比期 52.0 小时，相对变化 ↓65.4 %" in said[0]
    assert "98.0 %，对比期 61.0 %，相对变化 ↑60.7 %（+37.0 个百分点" in said[1]
    assert "0.33 起，对比期 2.33 起，相对变化 ↓85.7 %（共 2 起，95 % 区间 0.04–1.20" in said[2]
    assert "可以认为确有变化" in said[-1]


def test_few_injuries_are_not_called_a_change(look):
    half = Period(date(2025, 7, 1), date(2025, 9, 30))
    said = narrative(report_facts(look, half, Period(date(2025, 10, 1), date(2025, 12, 31)), NOW), "en")["changed"]
    assert "too few to call it a change" in said[-1]


def test_the_same_facts_are_the_same_bytes_and_all_of_it_is_on_the_pages(look):
    facts = report_facts(look, AFTER, BEFORE, NOW)
    made = print_report(facts, "zh")
    assert print_report(facts, "zh").pdf == made.pdf
    text = "".join("".join(page_texts(made.pdf)).split())
    for sentences in narrative(facts, "zh").values():
        for one in sentences:
            assert "".join(one.split()) in text
    assert "口径与说明" in text
    assert "编制" in text


def test_a_month_is_compared_with_the_month_before_and_days_with_as_many_days():
    assert last_month(date(2026, 1, 15)) == Period(date(2025, 12, 1), date(2025, 12, 31))
    assert stretch_before(Period(date(2026, 3, 1), date(2026, 3, 31))) == Period(date(2026, 2, 1), date(2026, 2, 28))
    assert stretch_before(Period(date(2026, 1, 1), date(2026, 3, 31))) == Period(date(2025, 10, 1), date(2025, 12, 31))
    assert stretch_before(Period(date(2026, 3, 3), date(2026, 3, 9))) == Period(date(2026, 2, 24), date(2026, 3, 2))
    assert [year_before(date(2026, month, 9)) for month in (1, 11, 12)] == [
        date(2025, 2, 1), date(2025, 12, 1), date(2026, 1, 1)
    ]  # fmt: skip


def test_ledgers_have_a_row_for_each_record_on_paper_and_in_excel(look, tmp_path):
    facts = ledger_facts(look, "hazards", AFTER, NOW, "zh")
    assert write_table(tmp_path / "h.xlsx", sheet_of(facts, "zh"), parts_of(facts), lambda _: None) == 12
    rows = CalamineWorkbook.from_path(str(tmp_path / "h.xlsx")).get_sheet_by_index(0).to_python()
    assert rows[2][:3] == ["编号", "上报时间", "区域"]
    assert rows[3][1] == datetime(2025, 8, 4, 8)  # noqa: DTZ001 - by the plant's clock
    text = "".join(page_texts(print_ledger(facts, "zh").pdf))
    assert text.count("护罩松动") == 12
    rounds = ledger_facts(look, "inspections", AFTER, NOW, "en")
    assert [row[3] for row in rounds.rows].count("Missed") == 2
    assert len(rounds.rows) == 100


def test_a_period_without_anything_says_so(look):
    nothing = ledger_facts(look, "inspections", Period(date(2026, 1, 1), date(2026, 1, 2)), NOW, "zh")
    assert "期内没有应做的巡检" in "".join(page_texts(print_ledger(nothing, "zh").pdf))


def test_whether_alerts_reach_people_is_told_by_the_drills(tmp_path):
    database = Database(tmp_path / "plant.db")
    bring_up(database)
    with database.writing() as connection:
        records = Records(connection)
        for one in (plant(name="一厂", founded_at=SINCE), person(since=SINCE)):
            records.put(one)
        assert "没有做告警演练" in "".join(gaps_of(report_facts(records, AFTER, None, NOW), "zh"))
        made = datetime(2025, 8, 5, 2, tzinfo=UTC)
        told: dict[str, Any] = {"person": "a", "closed_at": made + timedelta(minutes=30)}
        records.put(AlertDrill(id="1", made_at=made, acknowledged_at=made + timedelta(minutes=4), **told))
        records.put(AlertDrill(id="2", made_at=datetime(2024, 8, 5, 2, tzinfo=UTC), **told))
        first = narrative(report_facts(records, AFTER, None, NOW), "zh")
        assert "告警演练 1 次，都在 30 分钟内有人确认，最慢 4.0 分钟。" in first["stands_out"]
        records.put(AlertDrill(id="3", made_at=made, **told))
        records.put(AlertDrill(id="4", made_at=made, closed_at=made))
        two = narrative(report_facts(records, AFTER, None, NOW), "en")
        assert "Drills of alerts: 3 made, 1 answered within 30 minutes." in two["stands_out"]
        assert sum("not answered in time" in said or "nobody on duty" in said for said in two["to_decide"]) == 2
        records.put(replace(records.find("plant")[0], modules_off=("alerts",)))
        assert "告警" not in "".join(gaps_of(report_facts(records, BEFORE, None, NOW), "zh"))
