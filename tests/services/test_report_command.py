"""`anhuan report`: a floor on paper by its name, with its edition and north; and its refusals."""

import json
import math
from datetime import UTC, datetime
from pathlib import Path

import pytest

from services.cli import main
from services.core.hazards import State
from services.core.zones import ControlPoint, Floor
from services.reports.plan_facts import north_of
from services.store.database import Database
from services.store.folder import PlantFolder
from services.store.records import Records
from services.store.schema import bring_up
from tests import makers
from tests.services.reports.made import page_texts

SINCE = datetime(2024, 1, 1, tzinfo=UTC)
EAST = tuple(  # x runs to the east, y to the north
    ControlPoint(x=x, y=y, longitude=120.5 + x / 95_100, latitude=31.3 + y / 110_900)
    for x, y in ((0, 0), (60, 0), (60, 40), (0, 40))
)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = PlantFolder(tmp_path_factory.mktemp("plant"))
    folder.make()
    database = Database(folder.database)
    bring_up(database)
    with database.writing() as connection:
        look = Records(connection)
        look.put(makers.plant(name="一厂", founded_at=SINCE))
        look.put(makers.person(since=SINCE))
        below = makers.floor(name="一层", building="一号楼", control_points=EAST, datum="wgs84")
        look.put(below)
        look.put(makers.floor(name="二层", building="一号楼"))
        who = makers.person(since=SINCE, name="周建国", phone="13800001011")
        zone = makers.zone(floor=below.id, name="冲压区", supervisor=who.id, emergency="按下急停，拨打 8110")
        point = makers.risk_point(zone=zone.id, responsible=who.id)
        kept = makers.control_measure(risk_point=point.id)
        undone = makers.control_measure(risk_point=point.id, measure="安全光幕", in_place=False)
        hazards = [
            makers.hazard(zone=zone.id, state=state, description=state) for state in (State.FIXING, State.CLOSED)
        ]
        for one in (who, zone, makers.zone(floor=below.id, name="办公区", code="Z-0001", zone_class="D"), point):
            look.put(one)
        hurt = makers.incident(zone=zone.id, number="SG-20260302-0001", person=who.id, injury="左手食指")
        study = makers.investigation(incident=hurt.id, leader=who.id, conclusion="没有规定")
        for other in (kept, undone, *hazards, hurt, study):
            look.put(other)
    database.close()
    return folder.root


def report(data: Path, *more: str) -> int:
    return main(["report", "--data", str(data), *more])


def test_a_floor_comes_as_a_pdf(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "map.pdf"
    how = ("--of", "一号楼 一层", "--paper", "A3", "--one-to", "200", "--json")
    assert report(data, "four-colour-map", "--out", str(out), *how) == 0
    assert json.loads(capsys.readouterr().out) == {"file": str(out), "paper": "A3", "scale": 200, "pages": 1}
    text = page_texts(out)[0]
    wanted = ("一厂", "冲压区", "安全风险四色图", "较大风险", "早于本机保存的记录", "北")
    assert [word for word in wanted if word not in text] == []


def test_the_language_is_that_of_the_reader(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "plan.pdf"
    assert report(data, "plan", "--out", str(out), "--of", "一层", "--lang", "en") == 0
    assert capsys.readouterr().out == f"Printed to {out}: A4, 1:400, 1 pages.\n"


@pytest.mark.parametrize(
    ("more", "code"),
    [
        (("--of", "一层", "--one-to", "50"), "plan_sheet.too_large"),
        (("--of", "九层"), "no_such_record"),
        ((), "plan_sheet.floor_not_said"),
    ],
)
def test_what_cannot_be_printed_is_refused_and_leaves_no_file(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], more: tuple[str, ...], code: str
) -> None:
    out = tmp_path / "plan.pdf"
    assert report(data, "plan", "--out", str(out), "--json", *more) == 1
    assert json.loads(capsys.readouterr().out)["refused"] == code
    assert not out.exists()


def told(pdf: Path) -> list[str]:
    return [text.replace("\r\n", "") for text in page_texts(pdf)]


@pytest.mark.parametrize(
    ("name", "there", "absent"),
    [
        (
            "notice-board",
            ("冲压区", "办公区", "冲床上下料", "手进入模区", "双手按钮", "按下急停", "周建国"),
            ("安全光幕",),
        ),
        ("risk-list", ("冲床上下料", "252", "较大风险", "审核"), ("办公区",)),
        ("measure-list", ("双手按钮", "安全光幕", "工程技术", "周建国"), ("办公区",)),
        ("hazard-list", ("fixing", "整改中"), ("closed",)),
    ],
)
def test_boards_and_lists_say_what_is_recorded(
    data: Path, tmp_path: Path, name: str, there: tuple[str, ...], absent: tuple[str, ...]
) -> None:
    out = tmp_path / "list.pdf"
    assert report(data, name, "--out", str(out), "--of", "一层") == 0
    (text,) = told(out)
    assert [word for word in there if word not in text] == []
    assert [word for word in absent if word in text] == []


def test_every_zone_has_a_card_with_its_own_level_the_worst_first(data: Path, tmp_path: Path) -> None:
    out = tmp_path / "cards.pdf"
    assert report(data, "notice-cards", "--out", str(out), "--of", "一层", "--lang", "en") == 0
    pressing, office = told(out)
    assert [word for word in ("冲压区", "双手按钮", "按下急停", "13800001011") if word not in pressing] == []
    assert "Low risk" in office
    assert "No risk point assessed" in office


@pytest.mark.parametrize("name", ["notice-board", "notice-cards", "risk-list", "measure-list", "hazard-list"])
def test_an_empty_floor_says_so_on_one_page(data: Path, tmp_path: Path, name: str) -> None:
    out = tmp_path / "empty.pdf"
    assert report(data, name, "--out", str(out), "--of", "二层") == 0
    (text,) = told(out)
    assert "本层" in text


def test_a_name_that_is_no_pdf_is_refused(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert report(data, "plan", "--out", str(tmp_path / "plan.dwg"), "--json") == 1
    assert json.loads(capsys.readouterr().out)["refused"] == "plan_sheet.not_pdf"


def turned(degrees: float, *, mirrored: bool = False) -> Floor:
    """A floor whose y axis points so many degrees to the east of north."""
    cos, sin, side = math.cos(math.radians(degrees)), math.sin(math.radians(degrees)), -1 if mirrored else 1
    points = []
    for x, y in ((0.0, 0.0), (60.0, 0.0), (60.0, 40.0), (0.0, 40.0)):
        east, north = side * x * cos + y * sin, -side * x * sin + y * cos
        points.append(ControlPoint(x=x, y=y, longitude=120.5 + east / 95_166, latitude=31.3 + north / 110_870))
    return makers.floor(control_points=tuple(points), datum="wgs84")


@pytest.mark.parametrize("degrees", [0, 30, 90, 200])
@pytest.mark.parametrize("mirrored", [False, True])
def test_north_points_where_the_control_points_say(degrees: float, mirrored: bool) -> None:
    x, y = north_of(turned(degrees, mirrored=mirrored)) or (0, 0)
    away = math.radians(degrees)
    wanted = ((1 if mirrored else -1) * math.sin(away), math.cos(away))
    assert (x, y) == pytest.approx(wanted, abs=0.01)


def test_north_is_left_out_where_nobody_said_it() -> None:
    assert north_of(makers.floor()) is None


def test_the_report_of_an_incident_by_its_number_without_what_is_personal(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "a.pdf"
    assert report(data, "incident", "--of", "SG-20260302-0001", "--out", str(out)) == 0
    told = "".join(page_texts(out.read_bytes()))
    assert "SG-20260302-0001" in told
    assert "没有规定" in told
    assert "左手食指" not in told
    assert report(data, "incident", "--of", "SG-1", "--out", str(out)) == 1
    assert "SG-1" in capsys.readouterr().err


def test_the_notice_of_a_hazard_is_found_by_its_number_and_always_the_same(data, tmp_path, capsys):
    database = Database(PlantFolder(data).database)
    with database.writing() as connection:
        look = Records(connection)
        zone = look.find("zone")[0]
        one = makers.hazard(zone=zone.id, number="YH-20260302-0009", description="防护罩缺失", grade="major")
        look.put(one)
    database.close()
    out, again = tmp_path / "a.pdf", tmp_path / "b.pdf"
    for file in (out, again):
        assert report(data, "hazard-notice", "--of", "YH-20260302-0009", "--out", str(file)) == 0
    text = "".join(page_texts(out.read_bytes()))
    assert "隐患整改通知单" in text
    assert "防护罩缺失" in text
    assert "五落实" in text, "a major hazard's requirements are missed"
    assert out.read_bytes() == again.read_bytes()
    assert report(data, "hazard-notice", "--of", "YH-1", "--out", str(out), "--json") == 1
    assert "no_such_hazard" in capsys.readouterr().out


def test_the_department_score_of_a_month_is_written_by_command(data, tmp_path, capsys):
    board = tmp_path / "board.pdf"
    assert report(data, "score-board", "--of", "2026-03", "--out", str(board)) == 0
    assert "2026-03" in "".join(page_texts(board.read_bytes()))
    capsys.readouterr()
    assert report(data, "score-board", "--out", str(board), "--json") == 0, "the last month that is over"
    assert json.loads(capsys.readouterr().out)["month"] < f"{datetime.now(UTC):%Y-%m}"
    for name, file in (("payroll", "a.xlsx"), ("score-certificates", "a.pdf")):
        assert report(data, name, "--of", "2026-03", "--out", str(tmp_path / file), "--json") == 1
        assert "score_not_frozen" in capsys.readouterr().out, "pay rests on what is frozen"
    assert report(data, "payroll", "--of", "2026-03", "--out", str(tmp_path / "a.pdf"), "--json") == 1
    assert "report.wrong_form" in capsys.readouterr().out
    assert report(data, "score-board", "--of", "March", "--out", str(board), "--json") == 1
    assert "month_wrong" in capsys.readouterr().out
