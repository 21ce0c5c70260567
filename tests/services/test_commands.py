"""What the command line answers to wrong uses: one line, the right exit code, and never a traceback."""

import json
from pathlib import Path

import pytest

from services.cli import main
from services.demo.plant import write_demo


@pytest.fixture(scope="module")
def plant(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("plant")
    write_demo(data, seed=1)
    return data


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main([*arguments, "--json"]) == 1
    code: str = json.loads(capsys.readouterr().out)["refused"]
    return code


def test_a_bag_into_a_folder_that_is_not_there_is_refused(
    plant: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    where = str(tmp_path / "none" / "bag.db")
    assert refused(capsys, "audit", "bag", "--data", str(plant), "--out", where) == "no_such_file"


def test_a_plant_in_place_of_a_file_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("mine")
    assert refused(capsys, "demo", "--data", str(file)) == "not_a_folder"
    assert file.read_text() == "mine"


def test_a_file_that_is_no_database_is_told_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("no database at all " * 100)
    assert main(["audit", "verify", str(file), "--lang", "en"]) == 1
    said = capsys.readouterr().out
    assert said.count("\n") == 1
    assert "sqlalche" not in said


def test_a_zone_is_shown_by_the_code_on_its_label(plant: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["show", "zones", "--data", str(plant), "--json"])
    zone = json.loads(capsys.readouterr().out)[0]
    assert main(["show", "zones", zone["code"], "--data", str(plant), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == [zone]


def test_a_condition_on_a_field_that_is_not_there_is_refused(plant: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert refused(capsys, "show", "hazards", "--data", str(plant), "--where", "colour=red") == "unknown_field"


@pytest.mark.parametrize("order", [("--lang", "en", "show", "nothing"), ("show", "nothing", "--lang", "en")])
def test_the_language_stands_before_or_after_the_command(
    order: tuple[str, ...], plant: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*order, "--data", str(plant)]) == 1
    assert "There are no records of kind" in capsys.readouterr().err
