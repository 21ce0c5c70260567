"""The papers made of blocks: their numbers are those of the records, nobody is named where nobody may be, the same
records give the same bytes, and the workbook has the same rows with typed cells."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from services.core.hazards import State
from services.core.measures import Period
from services.core.report_designs import BLOCK_NAMES
from services.core.roles import Role
from services.reports.block_list import BLOCKS, PAPERS
from services.reports.blocks import asked_for
from services.reports.names import OF_BLOCKS, OF_PERIODS
from services.reports.period_papers import print_paper, write_paper
from services.store.database import Database
from services.store.queries.losses import homes_of, hour_costs, post_losses
from services.store.records import Records
from services.store.schema import bring_up
from services.store.stops import LineStops
from tests import makers
from tests.makers import (
    control_measure,
    equipment,
    fix_plan,
    hazard,
    incident,
    person,
    plant,
    report_design,
    risk_point,
    zone,
)
from tests.services.reports.made import page_texts

YEAR = Period(date(2025, 1, 1), date(2025, 12, 31))
NOW = datetime(2026, 1, 5, tzinfo=UTC)
AT = datetime(2025, 6, 2, tzinfo=UTC)
WORKER = person(Role.WORKER, name="欧阳无忌")
HALL = makers.floor()
PRESS, SAW = (zone(name=name, floor=HALL.id) for name in ("冲压区", "锯切区"))
STOPS = (LineStops("CY-01", 3, 10.0, 1, 2.0), LineStops("L-9", 1, 4.0, 0, 0.0), LineStops("L-ZZ", 1, 7.0, 0, 0.0))
POINT = risk_point(zone=PRESS.id)


@pytest.fixture(scope="module")
def look(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A press shop that stands for ten hours, hurts somebody and is to get a light curtain; a saw with one hazard."""
    database = Database(tmp_path_factory.mktemp("papers") / "plant.db")
    bring_up(database)
    kept = {"state": State.CLOSED, "fixed_at": AT + timedelta(hours=5), "closed_at": AT + timedelta(hours=9),
            "reporter": WORKER.id, "fixed_by": WORKER.id}  # fmt: skip
    major = hazard(zone=PRESS.id, grade="major", description="光幕失效", reported_at=AT, number="YH-20250602-0009")
    with database.writing() as connection:
        records = Records(connection)
        for one in (
            plant(name="一厂", founded_at=datetime(2024, 1, 1, tzinfo=UTC)), WORKER, HALL, PRESS, SAW, POINT, major,
            risk_point(zone=SAW.id, name="锯床", rows=POINT.rows),
            control_measure(risk_point=POINT.id, measure="光电保护", in_place=False, cost=16_800.0, lowers=(4, 0, 0)),
            control_measure(risk_point=POINT.id, measure="机械手", in_place=False, lowers=(0, 1, 0)),
            equipment(code="CY-01", zone=PRESS.id, line="L-9"), 
            equipment(code="JC-01", zone=SAW.id, line="L-9", stop_hour=1500.0),
            hazard(zone=PRESS.id, reported_at=AT, after=(makers.AFTER,), number="YH-20250602-0001", **kept),
            hazard(zone=SAW.id, reported_at=AT, number="YH-20250602-0002", description="=1+1", **kept),
            hazard(zone=SAW.id, reported_at=AT, state=State.REJECTED, number="YH-20250602-0003"),
            incident(zone=PRESS.id, at=AT, days_lost=5),
            fix_plan(id=major.id, hazard=major.id, responsible=WORKER.id, measures="更换光幕", funds=12_345.5),
        ):  # fmt: skip
            records.put(one)
        yield records
    database.close()


def asked(look: Any, lang: str = "zh", stops: Any = STOPS, **other: Any) -> Any:
    return asked_for(look, YEAR, None, NOW, lang, stops=stops, **other)


def text(made: Any) -> str:
    return "".join("".join(page_texts(made.pdf)).split())


def test_a_posts_loss_is_made_of_its_records(look: Any) -> None:
    press, saw = post_losses(look, YEAR, STOPS)
    assert (press.zone.name, press.hours, press.injuries, press.days_lost) == ("冲压区", 14.0, 1, 5)
    assert len(press.hazards) == 2
    assert press.loss == 14 * 800 + 2 * 300 + 20_000 + 5 * 400
    assert press.yearly == press.loss  # 365 days
    assert (saw.hours, saw.loss) == (0.0, 300.0)
    assert press.cost == 16_800
    assert [one.measure for one in press.unpriced] == ["机械手"]
    likely = press.paybacks[1]
    assert likely.saved == pytest.approx(press.yearly * 0.4)
    assert likely.years == pytest.approx(16_800 / likely.saved)
    assert press.after.rank < press.level.rank


def test_a_machine_of_its_own_cost_is_reckoned_by_that_and_named(look: Any) -> None:
    machines = [equipment(code="B", line="L", stop_hour=9.0), equipment(code="A", line="L")]
    assert hour_costs(machines) == {"L": None, "A": None, "B": 9.0}, "a line costs what its first machine costs"
    stops = (*STOPS, LineStops("JC-01", 1, 2.0, 0, 0.0))
    press, saw = post_losses(look, YEAR, stops)
    assert (press.stood, saw.stood, saw.loss) == (14 * 800, 2 * 1500, 2 * 1500 + 300)
    said = text(print_paper("annual-equipment", asked(look, stops=stops))[0])
    assert "单独设定停机单价的设备1台（元/小时）：JC-011,500；其余按本厂单价800元计" in said
    assert "3,000" in said


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", OF_PERIODS)
def test_every_paper_of_a_period_is_the_same_bytes_again(look: Any, name: Any, lang: str) -> None:
    made = print_paper(name, asked(look, lang))[0]
    assert made.pdf.startswith(b"%PDF")
    assert print_paper(name, asked(look, lang))[0].pdf == made.pdf
    assert "paper." not in text(made)


def test_a_line_counts_once_and_a_machines_own_code_is_its_own() -> None:
    machines = [equipment(code="B", zone="z2", line="L"), equipment(code="A", zone="z1", line="L")]
    assert homes_of(machines) == {"L": "z1", "A": "z1", "B": "z2"}
    assert homes_of([*machines, equipment(code="L", zone="z3")])["L"] == "z3"


def test_the_assessment_says_what_it_proposes_and_what_it_lacks(look: Any) -> None:
    said = text(print_paper("annual-equipment", asked(look))[0])
    assert "建议优先投入2个岗位：冲压区" in said
    assert "16,800元" in said
    assert "L-ZZ" in said  # stood, but belongs to no machine
    assert "单价为程序给出的起始假设" in said
    blind = text(print_paper("annual-equipment", asked(look, "en", None))[0])
    assert "".join(["this", "report", "is", "without", "them"]) in blind


def test_the_customers_pack_names_nobody(look: Any) -> None:
    made = text(print_paper("customer", asked(look))[0])
    assert WORKER.name not in made
    assert "YH-20250602-0001" in made  # the one that has both photos
    assert "照片未核对人脸，未附" in made, "nobody has said that they show no face"


def test_the_list_of_major_hazards_has_the_five_requirements(look: Any) -> None:
    made = text(print_paper("major-hazards", asked(look))[0])
    for told in ("YH-20250602-0009", "责任落实", WORKER.name, "更换光幕", "12,345.50"):
        assert told in made


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_block_can_be_made_and_the_same_records_are_the_same_bytes(look: Any, lang: str) -> None:
    assert set(BLOCKS) == set(BLOCK_NAMES)
    assert set(PAPERS) == set(OF_BLOCKS)
    design = report_design(name="全部", blocks=BLOCK_NAMES)
    made = print_paper(design, asked(look, lang))[0]
    assert print_paper(design, asked(look, lang))[0].pdf == made.pdf
    assert made.pages > 5
    assert "paper." not in text(made)


def test_only_the_chosen_zones_are_told_of(look: Any) -> None:
    both = report_design(blocks=("open", "zones"))
    assert "锯切区" in text(print_paper(both, asked(look))[0])
    made = text(print_paper(both, asked(look, zones=frozenset({PRESS.id})))[0])
    assert "冲压区" in made
    assert "锯切区" not in made


def test_the_workbook_has_a_sheet_for_every_table_and_chart(look: Any, tmp_path: Any) -> None:
    write_paper("annual-equipment", asked(look), tmp_path / "a.xlsx")
    book = CalamineWorkbook.from_path(str(tmp_path / "a.xlsx"))
    assert len(set(book.sheet_names)) == len(book.sheet_names) >= 7
    posts = next(rows for name in book.sheet_names if len((rows := book.get_sheet_by_name(name).to_python())[2]) == 10)
    assert posts[3][0] == "冲压区"
    assert posts[3][3] == 14.0
    write_paper("annual-equipment", asked(look), tmp_path / "b.xlsx")
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    write_paper("monthly", asked(look), tmp_path / "m.xlsx")
    names = CalamineWorkbook.from_path(str(tmp_path / "m.xlsx")).sheet_names
    assert len(names) >= 14
