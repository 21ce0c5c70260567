"""Undo and redo in the real window: named, also of what the hub has, and said plainly where there is no way back."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from desktop.views.window import Window
from services.store.queries import undo
from tests.desktop.pages import at_work_in_chinese, part, toast_text
from tests.desktop.plants import TestPlant, open_workbench

SQUARE = ((5.0, 5.0), (15.0, 5.0), (15.0, 15.0), (5.0, 15.0))


@pytest.fixture
def plant(qapp: Any, tmp_path: Path) -> Iterator[TestPlant]:
    made = open_workbench(tmp_path)
    floor = made.run("floors.add", name="一层", width_m=60.0, height_m=40.0)
    made.run("zones.draw", floor=floor, name="冲压车间", zone_class="B", polygon=SQUARE)
    made.sync()
    yield made
    made.close()


@pytest.fixture
def window(qtbot: Any, qapp: QApplication, plant: TestPlant) -> Iterator[Window]:
    with at_work_in_chinese(qtbot, qapp, plant, "people") as made:
        yield made


def names(plant: TestPlant) -> list[str]:
    return [one.name for one in plant.records("zone")]


def rename(plant: TestPlant, name: str) -> str:
    return plant.run("zones.rename", zone=plant.records("zone")[0].id, name=name)


def test_what_is_unsent_is_taken_back_by_name_and_done_again(window: Window, plant: TestPlant) -> None:
    rename(plant, "新冲压")
    QTest.keySequence(window, "Ctrl+Z")
    assert toast_text(window) == "已撤回：把区域改名为“新冲压”"
    assert names(plant) == ["冲压车间"]
    assert plant.opened.replica.waiting() == []
    QTest.keySequence(window, "Ctrl+Y")
    assert toast_text(window) == "已重做：把区域改名为“新冲压”"
    assert names(plant) == ["新冲压"]
    QTest.keySequence(window, "Ctrl+Z")
    part(window, QPushButton, "toastAction").click()
    assert names(plant) == ["新冲压"], "the toast offers it, too"
    QTest.keySequence(window, "Ctrl+Z")
    QTest.keySequence(window, "Ctrl+Shift+Z")
    assert names(plant) == ["新冲压"]


def test_what_the_hub_has_is_undone_by_another_operation(window: Window, plant: TestPlant) -> None:
    rename(plant, "新冲压")
    plant.sync()
    QTest.keySequence(window, "Ctrl+Z")
    assert toast_text(window) == "已撤回：把区域改名为“新冲压”"
    assert [one.kind for one in plant.opened.replica.waiting()] == ["zones.rename"]
    plant.sync()
    assert [one.name for one in plant.hub_records("zone")] == ["冲压车间"]
    QTest.keySequence(window, "Ctrl+Y")
    plant.sync()
    assert [one.name for one in plant.hub_records("zone")] == ["新冲压"]


def test_several_steps_go_back_in_their_order(window: Window, plant: TestPlant) -> None:
    zone = plant.records("zone")[0].id
    rename(plant, "甲")
    plant.run("zones.classify", zone=zone, zone_class="A")
    plant.sync()
    rename(plant, "乙")
    seen = []
    for _ in range(3):
        QTest.keySequence(window, "Ctrl+Z")
        plant.sync()
        one = plant.hub_records("zone")[0]
        seen.append((one.name, one.zone_class))
    assert seen == [("甲", "A"), ("甲", "B"), ("冲压车间", "B")]


def test_several_steps_that_the_hub_has_go_back_at_once_without_waiting_for_it(
    window: Window, plant: TestPlant
) -> None:
    zone = plant.records("zone")[0].id
    rename(plant, "甲")
    plant.run("zones.classify", zone=zone, zone_class="A")
    rename(plant, "乙")
    plant.sync()
    seen = []
    for _ in range(3):
        QTest.keySequence(window, "Ctrl+Z")
        one = plant.records("zone")[0]
        seen.append((one.name, one.zone_class))
    assert seen == [("甲", "A"), ("甲", "B"), ("冲压车间", "B")]
    QTest.keySequence(window, "Ctrl+Y")
    assert plant.records("zone")[0].name == "甲"
    plant.sync()
    assert (plant.hub_records("zone")[0].name, plant.hub_records("zone")[0].zone_class) == ("甲", "B")


def test_what_somebody_touched_since_is_left_alone(window: Window, plant: TestPlant) -> None:
    rename(plant, "新冲压")
    plant.sync()
    touch(plant)
    QTest.keySequence(window, "Ctrl+Z")
    assert names(plant) == ["别人改的"]
    assert "又被改过" in toast_text(window)


def test_a_way_back_that_overwrites_others_is_noticed(
    window: Window, plant: TestPlant, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(undo, "_touched", lambda *_: False)
    rename(plant, "新冲压")
    plant.sync()
    touch(plant)
    QTest.keySequence(window, "Ctrl+Z")
    assert names(plant) != ["别人改的"]


def touch(plant: TestPlant) -> None:
    """Somebody else renames it; nobody of this console did, so its own steps end with the one before."""
    local = plant.opened.replica.run("zones.rename", {"zone": plant.records("zone")[0].id, "name": "别人改的"})
    assert local.ok
    plant.sync()


def test_what_nothing_restores_is_said_with_what_to_do_and_passed_over(window: Window, plant: TestPlant) -> None:
    rename(plant, "新冲压")
    plant.run("teams.add", name="机修组")
    plant.sync()
    QTest.keySequence(window, "Ctrl+Z")
    assert "不能撤回" in toast_text(window)
    assert "班组" in toast_text(window)
    assert len(plant.records("team")) == 1
    QTest.keySequence(window, "Ctrl+Z")
    assert toast_text(window) == "已撤回：把区域改名为“新冲压”"


def test_with_nothing_to_undo_or_redo_it_says_so(window: Window, plant: TestPlant) -> None:
    plant.workbench.history._done.clear()
    QTest.keySequence(window, "Ctrl+Z")
    assert "没有可以撤销" in toast_text(window)
    QTest.keySequence(window, "Ctrl+Y")
    assert "没有可以重做" in toast_text(window)


def test_something_new_ends_what_could_be_done_again(window: Window, plant: TestPlant) -> None:
    rename(plant, "甲")
    QTest.keySequence(window, "Ctrl+Z")
    rename(plant, "乙")
    QTest.keySequence(window, "Ctrl+Y")
    assert "没有可以重做" in toast_text(window)
    assert names(plant) == ["乙"]


def test_several_that_were_done_as_one_are_done_again_as_one(window: Window, plant: TestPlant, qtbot: Any) -> None:
    done: list[Any] = []
    plant.workbench.run_all([("teams.add", {"name": name}) for name in ("甲班", "乙班", "丙班")], done.append)
    qtbot.waitUntil(lambda: bool(done))
    for _ in range(2):
        QTest.keySequence(window, "Ctrl+Z")
        assert plant.records("team") == ()
        QTest.keySequence(window, "Ctrl+Y")
        QTest.keySequence(window, "Ctrl+Y")  # while it is being done there is nothing more to do again
        qtbot.waitUntil(lambda: len(plant.records("team")) == 3 and not plant.tasks.busy)
        assert {one.name for one in plant.records("team")} == {"甲班", "乙班", "丙班"}


def test_the_palette_names_what_undo_would_do(window: Window, plant: TestPlant) -> None:
    assert window.everywhere.name_undo() == {"redo"}
    rename(plant, "新冲压")
    window.everywhere.name_undo()
    assert window.everywhere.deeds["undo"].text() == "撤销：把区域改名为“新冲压”"
