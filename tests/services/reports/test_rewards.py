"""The ledger of rewards: who was given points for what, who found it valid, as a workbook and as a PDF."""

from datetime import date
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from services.cli import main
from services.core.hazards import State
from services.core.points_rules import PointsRules
from services.store.database import Database
from services.store.folder import PlantFolder
from services.store.records import Records
from services.store.schema import bring_up
from tests import makers
from tests.services.reports.made import page_texts

DAYS = ("--from", "2026-03-01", "--to", "2026-03-31")


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = PlantFolder(tmp_path_factory.mktemp("plant"))
    folder.make()
    database = Database(folder.database)
    bring_up(database)
    crew = makers.team(name="冲压一班")
    finder, officer = makers.person(name="马超", team=crew.id), makers.person(name="孙丽")
    shown = {"number": "YH-20260302-0001", "description": "护罩缺失", "state": State.CLOSED}
    hazard = makers.hazard(**shown, reporter=finder.id, first_by=officer.id)
    by_hand = makers.adjustment(person=finder.id, points=-4, reason="误判更正", decided_by=officer.id)
    of = {"source_kind": "hazard", "source": hazard.id, "rule": "hazard_general"}
    entries = (
        makers.points_entry(payee=finder.id, points=5, parts=2, **of),
        makers.points_entry(payer=finder.id, payee="budget", points=4, meaning="adjusted", source_kind="adjustment",
                            source=by_hand.id, place=1),
        makers.points_entry(payer=finder.id, payee="a gift", points=1, meaning="reserved", place=2),
    )  # fmt: skip
    with database.writing() as connection:
        for one in (makers.plant(name="一厂"), crew, finder, officer, hazard, by_hand, PointsRules(), *entries):
            Records(connection).put(one)
    database.close()
    return folder.root


def report(data: Path, out: Path, *more: str) -> int:
    return main(["report", "points", "--data", str(data), "--out", str(out), *DAYS, *more])


def test_a_workbook_for_the_authority(data: Path, tmp_path: Path) -> None:
    out = tmp_path / "rewards.xlsx"
    assert report(data, out) == 0
    rows = [tuple(row) for row in CalamineWorkbook.from_path(str(out)).get_sheet_by_index(0).to_python() if row[1]]
    assert rows[0][1:] == ("人员", "班组", "奖励事项", "依据", "核实人", "积分", "折合（元）")
    assert rows[1][1:] == (
        "马超", "冲压一班", "有效一般隐患", "YH-20260302-0001 护罩缺失 · 2 人上报同一隐患，平分积分", "孙丽", 5, 0.5,
    )  # fmt: skip
    assert rows[2][3:] == ("人工调整", "误判更正", "孙丽", -4, -0.4)
    assert len(rows) == 3, "what is only held in reserve is no reward"


def test_the_same_on_paper(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "rewards.pdf"
    assert report(data, out, "--json") == 0
    assert '"rows": 2' in capsys.readouterr().out
    text = page_texts(out)[0]
    assert [word for word in ("内部报告奖励台账", "一厂", "马超", "护罩缺失", "孙丽") if word not in text] == []
    assert date(2026, 3, 2).isoformat() in text


def test_a_period_without_points_says_so(data: Path, tmp_path: Path) -> None:
    out = tmp_path / "none.pdf"
    assert (
        main(["report", "points", "--data", str(data), "--out", str(out), "--from", "2025-03-01", "--to", "2025-03-31"])
        == 0
    )
    assert "期内没有发放积分" in page_texts(out)[0]
