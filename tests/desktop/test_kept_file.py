"""What waits on a computer that was shut out is saved into one file, with its pictures, and said to be there."""

import json
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.kept_file import Told, blobs_in, write_kept
from desktop.views.revoked import Revoked
from tests.desktop.hazards.story import jpeg
from tests.desktop.pages import part
from tests.desktop.plants import TestPlant, open_workbench, until
from tests.desktop.speaking import speaking


@pytest.fixture
def plant(qapp: QApplication, tmp_path: Path) -> Any:
    made = open_workbench(tmp_path)
    with speaking(qapp, "zh"):
        yield made
    made.close()


@pytest.fixture
def page(qtbot: QtBot, plant: TestPlant) -> Revoked:
    """A new name waits, a photo that is here, and one that is not."""
    zone = a_zone(plant)
    plant.sync()
    plant.run("plant.rename", name="断网时改的")
    for red, there in ((200, True), (90, False)):
        sha256 = plant.opened.blobs.put_bytes(jpeg(red))
        plant.run("hazards.report", zone=zone, photos=[sha256], description=f"{red} 号")
        if not there:
            plant.opened.blobs.place(sha256).unlink()
    made = Revoked(plant.workbench)
    qtbot.addWidget(made)
    made.show()
    return made


def a_zone(plant: TestPlant) -> str:
    floor = plant.run("floors.add", name="一层", width_m=60.0, height_m=40.0)
    square = ((5.0, 5.0), (20.0, 5.0), (20.0, 20.0), (5.0, 20.0))
    return plant.run("zones.draw", floor=floor, name="仓库", zone_class="B", polygon=square)


def saved(page: Revoked, place: Path) -> str:
    page._on_file(str(place))
    until(lambda: page.save.isEnabled())
    return part(page, QLabel, "revokedSaved").text()


def test_the_file_holds_what_waits_as_text_as_json_and_its_pictures(page: Revoked, tmp_path: Path) -> None:
    place = tmp_path / "kept.zip"
    saved(page, place)
    with ZipFile(place) as archive:
        assert archive.testzip() is None
        text = archive.read("operations.txt").decode("utf-8-sig")
        values = json.loads(archive.read("operations.json"))
        pictures = [name for name in archive.namelist() if name.startswith("pictures/")]
        assert [archive.read(name) for name in pictures] == [jpeg(200)]
    assert pictures[0].endswith(".jpg")
    assert "王丽 把工厂改名为“断网时改的”" in text
    assert "200 号" in text
    assert [one["kind"] for one in values] == ["plant.rename", "hazards.report", "hazards.report"]
    assert values[0]["args"] == {"name": "断网时改的"}
    assert Path(pictures[0]).stem == values[1]["args"]["photos"][0]


def test_it_is_said_what_was_saved_where_and_how_much(page: Revoked, tmp_path: Path) -> None:
    place = tmp_path / "kept.zip"
    assert not page.saved.isVisible()
    said = saved(page, place)
    assert str(place) in said
    assert "3 项工作、1 张图片" in said
    assert "KB" in said
    assert "另有 1 张图片不在本机" in said


def test_what_could_not_be_saved_is_told_and_leaves_nothing(page: Revoked, tmp_path: Path, monkeypatch: Any) -> None:
    page._on_file(str(tmp_path / "no such folder" / "kept.zip"))
    until(lambda: bool(page.problem.text()))
    assert page.problem.text().startswith("没有存成")
    assert not page.saved.isVisible()
    place = tmp_path / "kept.zip"
    place.write_bytes(b"an earlier one")
    monkeypatch.setattr("desktop.kept_file.os.fsync", _full)
    page._on_file(str(place))
    until(lambda: page.save.isEnabled() and "No space" in page.problem.text())
    assert place.read_bytes() == b"an earlier one"
    assert sorted(one.name for one in tmp_path.glob("kept*")) == ["kept.zip"]


def _full(_: int) -> None:
    raise OSError(28, "No space left on device")


def test_a_later_save_takes_the_place_of_what_was_said(page: Revoked, tmp_path: Path) -> None:
    saved(page, tmp_path / "kept.zip")
    page._on_file(str(tmp_path / "nowhere" / "kept.zip"))
    assert not page.saved.isVisible()
    until(lambda: bool(page.problem.text()))


def test_pictures_are_found_whatever_the_operation(tmp_path: Path) -> None:
    one, two = "a" * 64, "b" * 64
    assert blobs_in("hazards.report", {"photos": [one, two], "description": "c" * 64}) == {one, two}
    assert blobs_in("hazards.report", {"photos": ["not a hash"]}) == set()
    assert blobs_in("of.a_later_version", {"photos": [one]}) == set()
    report = Told("报", {"kind": "hazards.report", "args": {"photos": [one]}})
    made = write_kept(tmp_path / "x.zip", "head", [report, report], lambda _: b"\xff\xd8photo")
    assert (made.operations, made.pictures, made.missing) == (2, 1, 0)
    assert made.size == (tmp_path / "x.zip").stat().st_size
