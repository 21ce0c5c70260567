"""The department score on paper and for payroll, and what the shop has cost."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from services.cli import main
from services.core.refused import Refused
from services.reports.score_papers import print_score_board, print_score_certificates, score_facts, write_payroll
from services.store.database import Database
from services.store.folder import PlantFolder
from services.store.records import Records
from services.store.schema import bring_up
from tests import makers
from tests.makers import NOON
from tests.services.reports.made import page_texts

PRESS, PAINT = makers.department(name="冲压车间"), makers.department(name="涂装车间")
CREW = makers.team(name="冲压一班", department=PRESS.id)
FINDER = makers.person(name="马超", employee_no="2077", team=CREW.id)
PAINTER = makers.person(name="=贾诩", employee_no="2078", department=PAINT.id)
NOBODY = makers.person(name="无部门", employee_no="2079")
GLOVES = makers.reward(name="防割手套", sizes=("M", "L"), price=30, cost=12.5)
ORDER = makers.redemption(person=FINDER.id, reward=GLOVES.id, size="M", points=30, course="handed_out")


def frozen(department, **given):
    plain = {"month": "2026-03", "department": department.id, "frozen_at": NOON, "carried": 0.0}
    return makers.department_score(**{**plain, **given})


def move(at, movement, pieces, size="M", **given):
    plain = {"reward": GLOVES.id, "size": size, "at": at, "movement": movement, "pieces": pieces, "cost": 12.5}
    return makers.stock_move(**{**plain, **given})


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> PlantFolder:
    made = PlantFolder(tmp_path_factory.mktemp("plant"))
    made.make()
    database = Database(made.database)
    bring_up(database)
    earned = makers.points_entry(payee=FINDER.id, points=10, at=NOON)
    handed = makers.points_entry(payer=GLOVES.id, payee="budget", points=30, meaning="handed_out", at=NOON,
                                 source_kind="redemption", source=ORDER.id, place=1)  # fmt: skip
    moves = (
        move(NOON - timedelta(days=40), "taken_in", 10),
        move(NOON, "taken_in", 4, cost=13.0),
        move(NOON, "redeemed", -1, redemption=ORDER.id),
        move(NOON, "counted", -2, size="L"),
        move(NOON - timedelta(days=40), "taken_in", 3, size="L"),
        move(NOON + timedelta(days=60), "taken_in", 99),
    )
    scored = (
        frozen(PRESS, on_time=39, late=1, left_open=0, rate=98.75, bonus=1.2),
        frozen(PAINT, on_time=3, late=0, left_open=2, rate=60.0, bonus=0.5),
    )
    records = (makers.plant(name="一厂"), PRESS, PAINT, CREW, FINDER, PAINTER, NOBODY, GLOVES, ORDER)
    with database.writing() as connection:
        for one in (*records, *moves, *scored, earned, handed):
            Records(connection).put(one)
    database.close()
    return made


@pytest.fixture
def look(folder: PlantFolder):
    database = Database(folder.database)
    with database.reading() as connection:
        yield Records(connection)
    database.close()


def test_the_sheet_for_the_board_names_departments_and_no_people(look, tmp_path: Path) -> None:
    facts = score_facts(look, "2026-03", NOON)
    data = print_score_board(facts, "zh")
    assert data == print_score_board(facts, "zh")
    out = tmp_path / "board.pdf"
    out.write_bytes(data)
    [text] = page_texts(out)
    for said in ("2026-03", "冲压车间", "98.8 %", "× 1.2", "涂装车间", "60.0 %"):
        assert said in text
    assert "马超" not in text
    assert print_score_board(score_facts(look, "2026-02", NOON), "en")


def test_a_certificate_is_for_who_has_earned_it_in_a_frozen_month(look, tmp_path: Path) -> None:
    out = tmp_path / "certificate.pdf"
    facts = score_facts(look, "2026-03", NOON)
    out.write_bytes(print_score_certificates(facts, "zh"))
    [text] = page_texts(out)
    assert "冲压车间" in text
    assert "涂装车间" not in text
    with pytest.raises(Refused, match="score_not_frozen"):
        print_score_certificates(score_facts(look, "2026-02", NOON), "zh")
    with pytest.raises(Refused, match="no_score_certificate"):
        print_score_certificates(replace(facts, rows=facts.rows[1:]), "zh")


def test_payroll_has_a_factor_for_each_employee_number(look, tmp_path: Path) -> None:
    facts = score_facts(look, "2026-03", NOON)
    assert write_payroll(tmp_path / "pay.xlsx", look, facts, "zh") == 2
    rows = CalamineWorkbook.from_path(str(tmp_path / "pay.xlsx")).get_sheet_by_index(0).to_python()
    lines = [tuple(row) for row in rows if row[1]]
    assert lines[0][:2] == ("工号", "姓名")
    assert lines[1] == ("2077", "马超", "冲压车间", "冲压一班", "2026-03", 98.8, 1.2, 10)
    write_payroll(tmp_path / "pay.csv", look, facts, "en")
    text = (tmp_path / "pay.csv").read_text("utf-8-sig")
    assert "2077,马超,冲压车间,冲压一班,2026-03,98.8,1.2,10" in text
    assert "'=贾诩" in text
    with pytest.raises(Refused, match="score_not_frozen"):
        write_payroll(tmp_path / "pay.csv", look, score_facts(look, "2026-02", NOON), "zh")


def test_what_the_shop_has_cost_adds_up(folder: PlantFolder, tmp_path: Path) -> None:
    out = tmp_path / "shop.xlsx"
    days = ("--from", "2026-03-01", "--to", "2026-03-31")
    assert main(["report", "shop", "--data", str(folder.root), "--out", str(out), *days]) == 0
    rows = CalamineWorkbook.from_path(str(out)).get_sheet_by_index(0).to_python()
    lines = [tuple(row) for row in rows if row[1] or row[0] == "合计"]
    medium, large, total = lines[1:]
    assert medium[0] == "防割手套 · M"
    assert medium[3:] == (10, 4, 52, 1, 30, 12.5, 0, 0, 13, 162.5)
    assert large[3:] == (3, 0, 0, 0, 0, 0, -2, -25, 1, 12.5)
    assert total[3:] == (13, 4, 52, 1, 30, 12.5, -2, -25, 14, 175)
    assert main(["report", "shop", "--data", str(folder.root), "--out", str(tmp_path / "s.pdf"), *days]) == 0
