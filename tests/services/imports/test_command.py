"""`anhuan import ledger` and `take-back`: shown before anything is done, in both languages, and taken back as one."""

import json
from pathlib import Path
from typing import Any

import pytest

from services.cli import main
from services.store.folder import PlantFolder
from tests.services.imports.books import HEADS, ROW, book, furnished
from tests.services.store.workshop import Workshop

BAD = [cell if head != "隐患部位" else "月球" for head, cell in zip(HEADS, ROW, strict=True)]
ODD = [cell if head != "发现日期" else "2024/3/5" for head, cell in zip(HEADS, ROW, strict=True)]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A plant on a folder, whose hub does not run."""
    folder = PlantFolder(tmp_path / "plant")
    folder.make()
    shop = Workshop(folder.database)
    furnished(shop)
    shop.close()
    return folder.root


def run(capsys: pytest.CaptureFixture[str], data: Path, *arguments: str, code: int = 0) -> str:
    assert main([*arguments, "--data", str(data)]) == code
    return capsys.readouterr().out


def shown(capsys: pytest.CaptureFixture[str], data: Path, kind: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run(capsys, data, "show", kind, "--json"))
    return found


def test_a_dry_run_shows_everything_and_changes_nothing(data: Path, tmp_path: Path, capsys) -> None:
    file = str(book(tmp_path / "隐患台账.xlsx", HEADS, ODD, BAD))
    found = json.loads(run(capsys, data, "import", "ledger", file, "--dry-run", "--json", code=1))
    assert (found["register"], found["rows"], found["fresh"], found["batch"]) == ("hazards", 2, 1, None)
    assert found["kept_back"][0]["cells"]["隐患部位"] == "月球"
    assert found["repaired"][0]["repairs"][-1]["code"] in ("spelled", "other")
    assert shown(capsys, data, "hazards") == shown(capsys, data, "imports") == []


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        (
            "zh",
            ["隐患台账", "发现日期 → 上报时间", "“2024/3/5”读作 2024-03-05 00:00", "第 3 行未导入", "没有做任何更改"],
        ),
        ("en", ["Hazard ledger", "Row 2, Reported", "Row 3 was kept back", "Nothing was changed"]),
    ],
)
def test_people_read_it_in_their_language(lang: str, expected: list[str], data: Path, tmp_path: Path, capsys) -> None:
    file = str(book(tmp_path / "a.xlsx", HEADS, ODD, BAD))
    text = run(capsys, data, "import", "ledger", file, "--dry-run", "--lang", lang, code=1)
    assert [one for one in expected if one not in text] == []
    assert "{" not in text


def test_it_comes_in_and_is_taken_back(data: Path, tmp_path: Path, capsys) -> None:
    file = str(book(tmp_path / "a.xlsx", HEADS, ODD))
    batch = json.loads(run(capsys, data, "import", "ledger", file, "--json"))["batch"]
    (hazard,) = shown(capsys, data, "hazards")
    assert (hazard["old_number"], hazard["state"], hazard["batch"]) == ("24-01", "closed", batch)
    again = json.loads(run(capsys, data, "import", "ledger", file, "--json", code=1))
    assert again["refused"] == "imported_before"
    run(capsys, data, "import", "take-back", batch, "--reason", "选错了文件")
    assert shown(capsys, data, "hazards")[0]["state"] == "rejected"
    gone = json.loads(run(capsys, data, "import", "take-back", batch, "--reason", "再次", "--json", code=1))
    assert gone["refused"] == "import_taken_back"


def test_a_map_is_remembered(data: Path, tmp_path: Path, capsys) -> None:
    heads = tmp_path / "map.json"
    heads.write_text('{"在哪里": "zone", "哪一天": "reported_at"}', encoding="utf-8")
    first = str(book(tmp_path / "a.xlsx", ["在哪里", "哪一天"], ["冲压区", "2024-03-05"]))
    second = str(book(tmp_path / "b.xlsx", ["在哪里", "哪一天"], ["冲压区", "2024-03-06"]))
    assert "workbook_without_head" in run(capsys, data, "import", "ledger", first, "--json", code=1)
    run(capsys, data, "import", "ledger", first, "--map", str(heads), "--register", "hazards")
    run(capsys, data, "import", "ledger", second, "--register", "hazards")
    assert len(shown(capsys, data, "hazards")) == 2


@pytest.mark.parametrize("text", ["", "[]", '{"a": "colour"}', '{"a": 1}'])
def test_a_map_that_is_none_is_refused(text: str, data: Path, tmp_path: Path, capsys) -> None:
    heads, file = tmp_path / "map.json", str(book(tmp_path / "a.xlsx", HEADS, ODD))
    heads.write_text(text, encoding="utf-8")
    told = run(capsys, data, "import", "ledger", file, "--map", str(heads), "--json", code=1)
    assert json.loads(told)["refused"] == "map_wrong"
