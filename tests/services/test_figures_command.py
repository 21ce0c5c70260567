"""`anhuan figures`: as JSON and as people read it, in both languages, with its change and its refusals."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from services.cli import main
from services.core.hazards import State
from services.core.inspections import InspectionState
from services.store.database import Database
from services.store.folder import PlantFolder
from services.store.records import Records
from services.store.schema import bring_up
from tests.makers import hazard, incident, inspection, person, plant

OLD, NEW = datetime(2024, 6, 1, 4, tzinfo=UTC), datetime(2025, 9, 1, 4, tzinfo=UTC)
YEARS = ("--from", "2025-07-01", "--to", "2025-12-31", "--against-from", "2024-01-01", "--against-to", "2024-12-31")


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A plant with one hazard and a hundred inspections in each period, and some injuries."""
    folder = PlantFolder(tmp_path_factory.mktemp("plant"))
    folder.make()
    database = Database(folder.database)
    bring_up(database)
    with database.writing() as connection:
        look = Records(connection)
        look.put(plant(founded_at=OLD))
        look.put(person(since=OLD))
        for at, hours, done, injuries in ((OLD, 52, 61, 28), (NEW, 18, 98, 2)):
            then = datetime.fromtimestamp(at.timestamp() - hours * 3600, UTC)
            look.put(hazard(state=State.CLOSED, number=None, reported_at=then, fixed_at=at))
            for place in range(100):
                state = InspectionState.DONE if place < done else InspectionState.MISSED
                look.put(inspection(due_at=at, opens_at=at, closes_at=at, state=state))
            for _ in range(injuries):
                look.put(incident(at=at))
    database.close()
    return folder.root


def said(capsys: pytest.CaptureFixture[str], data: Path, *arguments: str) -> str:
    assert main(["figures", "--data", str(data), *arguments]) == 0
    return capsys.readouterr().out


def test_the_figures_and_their_change_as_json(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(said(capsys, data, *YEARS, "--json"))
    assert found["period"] == {"from": "2025-07-01", "to": "2025-12-31", "days": 184, "months": 6.0}
    assert found["time_to_fix"]["mean_hours"] == 18.0
    assert found["against"]["plan_completion"]["rate"] == 0.61
    assert found["change"]["time_to_fix"]["relative"] == pytest.approx(18 / 52 - 1)
    assert found["change"]["plan_completion"]["relative"] == pytest.approx(98 / 61 - 1)
    assert found["change"]["plan_completion"]["points"] == pytest.approx(37)
    assert found["change"]["recordable_injuries"]["before"] == pytest.approx(28 / 12)
    assert found["recordable_injuries"]["interval"] == pytest.approx([0.0404, 1.2041], abs=1e-4)


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("zh", ["18.0 小时", "52.0 → 18.0，相对变化 ↓65.4 %", "↑60.7 %（+37.0 个百分点）", "0.33 起", "Garwood 1936"]),
        ("en", ["18.0 h", "52.0 → 18.0, relative change ↓65.4 %", "↑60.7 % (+37.0 points)", "0.33 a month"]),
    ],
)
def test_the_figures_as_people_read_them(
    lang: str, expected: list[str], data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = said(capsys, data, *YEARS, "--lang", lang)
    assert [one for one in expected if one not in text] == []
    assert "{" not in text


def test_without_another_period_there_is_no_change(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "change" not in json.loads(said(capsys, data, *YEARS[:4], "--json"))
    assert "→" not in said(capsys, data, *YEARS[:4], "--lang", "en")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--from", "2025-07-01", "--to", "2025-06-30"), "period_wrong"),
        (YEARS[:6], "period_half"),
    ],
)
def test_a_period_that_is_none_is_refused(
    arguments: tuple[str, ...], code: str, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["figures", "--data", str(data), *arguments, "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["refused"] == code


def test_a_day_that_is_none_is_wrong_use(data: Path) -> None:
    with pytest.raises(SystemExit) as left:
        main(["figures", "--data", str(data), "--from", "yesterday", "--to", "2025-06-30"])
    assert left.value.code == 2
