"""The checklists page on a real plant: made, taken, edited by drag and keys, taken back, never lost."""

from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton

from desktop.views.checklists.item_list import PLACE_MIME
from desktop.views.checklists.kind_palette import KindButton, carried
from desktop.views.checklists.page import ChecklistsPage
from desktop.widgets.choice import Choice
from tests.desktop.pages import part, press, shown, toast_text
from tests.desktop.plants import TestPlant

SQUARE = [[0.0, 0.0], [20.0, 0.0], [20.0, 20.0], [0.0, 20.0]]


@pytest.fixture
def page(qtbot: Any, plant: TestPlant, qtmodeltester: Any) -> ChecklistsPage:
    made = shown(qtbot, plant, "checklists")
    assert isinstance(made, ChecklistsPage)
    qtmodeltester.check(made.table.model)
    qtmodeltester.check(made.editor.list.rows)
    return made


def write(page: ChecklistsPage, name: str, text: str) -> None:
    """Letter by letter, as an input method gives them: keys of a test have only those of English."""
    for letters in range(1, len(text) + 1):
        field = part(page, QLineEdit, name)
        field.setText(text[:letters])
        field.textEdited.emit(field.text())


def drop(page: ChecklistsPage, data: QMimeData, row: int) -> None:
    """What the list's model gets when something is let go before this row."""
    assert page.editor.list.rows.dropMimeData(data, Qt.DropAction.MoveAction, row, 0, QModelIndex())


def texts(page: ChecklistsPage) -> list[str]:
    return [item.text for item in page.editor.list.rows.items]


def begun(page: ChecklistsPage, *items: str) -> None:
    """A new checklist with items of pass or fail."""
    page.add()
    write(page, "checklistName", "冲压点检")
    for item in items:
        QTest.mouseClick(part(page, KindButton, "kind-pass_fail"), Qt.MouseButton.LeftButton)
        write(page, "itemText", item)


def test_a_checklist_is_made_from_the_palette_and_saved(page: ChecklistsPage, plant: TestPlant) -> None:
    begun(page, "光幕有效")
    drop(page, carried("number"), 0)
    write(page, "itemText", "气压")
    write(page, "itemLow", "0.4")
    write(page, "itemHigh", "0.6")
    write(page, "itemUnit", "MPa")
    QTest.mouseClick(part(page, QCheckBox, "itemRequired"), Qt.MouseButton.LeftButton)
    assert page.editor.preview.page.items == page.editor.list.rows.items
    press(page, "saveChecklist")
    (made,) = plant.records("checklist")
    (form,) = plant.records("checklist_version", checklist=made.id)
    assert made.name == "冲压点检"
    assert [(item.text, item.kind, item.required) for item in form.items] == [
        ("气压", "number", False),
        ("光幕有效", "pass_fail", True),
    ]
    assert (form.items[0].low, form.items[0].high, form.items[0].unit) == (0.4, 0.6, "MPa")
    assert page.panel.row is not None
    assert page.panel.row.id == made.id


def test_items_are_moved_by_drag_and_by_keys_and_each_step_is_taken_back(page: ChecklistsPage) -> None:
    begun(page, "甲", "乙", "丙")
    data = QMimeData()
    data.setData(PLACE_MIME, b"0")
    drop(page, data, 3)
    assert texts(page) == ["乙", "丙", "甲"]
    QTest.keyClick(page.editor.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert texts(page) == ["乙", "甲", "丙"]
    QTest.keyClick(page.editor.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert texts(page) == ["乙", "丙", "甲"]
    press(page, "undoItem")
    press(page, "undoItem")
    press(page, "undoItem")
    assert texts(page) == ["甲", "乙", "丙"]
    press(page, "redoItem")
    assert texts(page) == ["乙", "丙", "甲"]
    press(page, "removeItem")
    assert len(texts(page)) == 2
    press(page, "undoItem")
    assert texts(page) == ["乙", "丙", "甲"]


def test_what_is_typed_in_one_go_is_one_step(page: ChecklistsPage) -> None:
    begun(page, "急停按钮有效")
    press(page, "undoItem")
    assert texts(page) == [""]


def test_a_choice_says_which_answers_are_a_fail(page: ChecklistsPage, plant: TestPlant) -> None:
    begun(page)
    QTest.mouseClick(part(page, KindButton, "kind-choice"), Qt.MouseButton.LeftButton)
    write(page, "itemText", "通道")
    write(page, "choice0", "畅通")
    write(page, "choice1", "堵塞")
    QTest.mouseClick(part(page, QCheckBox, "bad1"), Qt.MouseButton.LeftButton)
    hazard = part(page, Choice, "itemHazard")
    hazard.setCurrentIndex(hazard.findData("storage"))
    hazard.activated.emit(hazard.currentIndex())
    press(page, "addChoice")
    press(page, "saveChecklist")
    (form,) = plant.records("checklist_version")
    assert (form.items[0].choices, form.items[0].bad, form.items[0].hazard) == (("畅通", "堵塞"), ("堵塞",), "storage")


def test_what_lacks_a_text_is_not_saved_and_shown(page: ChecklistsPage, plant: TestPlant) -> None:
    begun(page, "甲", "")
    page.editor.list.setCurrentIndex(page.editor.list.rows.index(0))
    press(page, "saveChecklist")
    assert "2" in toast_text(page)
    assert page.editor.list.place == 1
    assert plant.records("checklist") == ()


def test_a_ready_one_is_taken_twice_and_edited_into_a_new_version(page: ChecklistsPage, plant: TestPlant) -> None:
    for _ in range(2):
        page.show_ready()
        press(page, "take-press")
    one, other = sorted(plant.records("checklist"), key=lambda made: len(made.name))
    assert other.name.startswith(one.name)
    assert (one.source, other.source) == ("press", "press")
    page.edit(one.id)
    write(page, "itemText", "光幕三处遮挡都停机")
    press(page, "saveChecklist")
    versions = plant.records("checklist_version", checklist=one.id)
    assert sorted(form.number for form in versions) == [1, 2]
    assert "光幕三处遮挡都停机" in part(page, QLabel, "change2").text()
    press(page, "show1")
    assert "光幕三处遮挡都停机" not in [said.text() for said in page.panel.findChildren(QLabel, "itemLine")]
    press(page, "goBack")
    assert max(form.number for form in plant.records("checklist_version", checklist=one.id)) == 3


def test_what_was_not_saved_is_there_again_in_another_window(
    page: ChecklistsPage, plant: TestPlant, qtbot: Any
) -> None:
    page.show_ready()
    press(page, "take-lathe")
    (made,) = plant.records("checklist")
    page.edit(made.id)
    write(page, "itemText", "改了一半")
    page.held_window.close()  # type: ignore[attr-defined]
    again = shown(qtbot, plant, "checklists")
    assert "改了一半" not in str(plant.records("checklist_version"))
    assert again.table.model.rows[0].unsaved
    again.edit(made.id)
    assert texts(again)[0] == "改了一半"
    press(again, "discardChecklist")
    again.edit(made.id)
    assert texts(again)[0] != "改了一半"


def test_a_new_one_that_was_begun_is_offered_again(page: ChecklistsPage, plant: TestPlant) -> None:
    begun(page, "甲")
    press(page, "leaveEditor")
    press(page, "continueNew")
    assert texts(page) == ["甲"]


def test_one_in_use_says_so_and_is_not_retired(page: ChecklistsPage, plant: TestPlant) -> None:
    page.show_ready()
    press(page, "take-crane")
    (made,) = plant.records("checklist")
    floor = plant.run("floors.add", name="一层", width_m=60.0, height_m=40.0)
    zone = plant.run("zones.draw", floor=floor, name="吊装区", zone_class="A", polygon=SQUARE)
    plan = {"name": "行车日检", "every": "FREQ=DAILY", "since": "2026-01-05"}
    plant.run("inspections.plan", **plan, zones=[zone], checklist=made.id)
    page._on_made(made.id)
    assert "行车日检" in part(page, QLabel, "checklistPlans").text()
    assert not part(page, QPushButton, "retireChecklist").isEnabled()
    page.edit(made.id)
    assert "行车日检" in part(page, QLabel, "checklistNote").text()


def test_a_later_version_made_meanwhile_is_told(page: ChecklistsPage, plant: TestPlant) -> None:
    page.show_ready()
    press(page, "take-fire")
    (made,) = plant.records("checklist")
    page.edit(made.id)
    write(page, "itemText", "我的改动")
    press(page, "leaveEditor")
    (form,) = plant.records("checklist_version")
    items = [{"key": item.key, "text": item.text} for item in form.items[:3]]
    plant.run("checklists.revise", checklist=made.id, items=items)
    page.edit(made.id)
    assert "2" in part(page, QLabel, "checklistNote").text()
    press(page, "saveChecklist")
    assert max(one.number for one in plant.records("checklist_version")) == 3


def test_rows_are_pasted_from_excel_as_one_step(page: ChecklistsPage) -> None:
    begun(page, "甲")
    QGuiApplication.clipboard().setText("项目\t下限\t上限\t单位\n气压\t0.4\t0.6\tMPa\n光幕有效\t\t\t\n")
    press(page, "pasteItems")
    assert texts(page) == ["甲", "气压", "光幕有效"]
    assert page.editor.list.rows.items[1].high == 0.6
    press(page, "undoItem")
    assert texts(page) == ["甲"]
    QGuiApplication.clipboard().setText("")
    press(page, "pasteItems")
    assert texts(page) == ["甲"]
    page.edit_hazard_fields()
    QGuiApplication.clipboard().setText("天气\n谁在场\n")
    press(page, "pasteItems")
    assert [item.kind for item in page.editor.list.rows.items] == ["text", "text"]
