"""People pasted from Excel in the real window with a real hub: looked at, mended, added and changed as one step, taken
back as one; what can't be taken is copied out again."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from desktop.syncing import SyncState
from desktop.views.people.paste import PasteWindow
from desktop.views.window import Window
from desktop.widgets.choice import Choice
from desktop.widgets.table import Table
from tests.acceptance.test_ledgers import cell, choose, click_cell, press, text
from tests.desktop.pages import at_work_in_chinese, part, toast_text
from tests.desktop.plants import TestPlant, open_workbench, until

pytestmark = pytest.mark.acceptance
ROWS = (
    "姓名\t工号\t部门\t班组\t手机号\t邮箱\t角色\r\n"
    '马岱\t2078\t"生产\r\n部"\t机修\t13912345678\tmd@a.cn\t员工、整改人\r\n'
    '"关""小""平\r\n"\t2079\t生产部\t机修\t\t\t\r\n'
    "\t1001\t\t机修班\t8127\t\t员工、班组长\r\n"
    "赵云\t1001\t\t\t\t\t\r\n"
    "周仓\t2080\t\t\t\t没有邮箱\t\r\n"
)


@pytest.fixture
def plant(qapp: Any, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[TestPlant]:
    made = open_workbench(tmp_path, syncing=getattr(request, "param", True))
    made.run("departments.add", name="生产部")
    made.run("teams.add", name="机修班")
    made.run("people.add", name="赵云", employee_no="1001", phone="8126")
    made.sync()
    yield made
    made.close()


@pytest.fixture
def window(qtbot: Any, qapp: QApplication, plant: TestPlant) -> Iterator[Window]:
    with at_work_in_chinese(qtbot, qapp, plant, "people") as made:
        yield made


def copied(text: str) -> None:
    """As Excel puts it there, beside its other forms."""
    data = QMimeData()
    data.setText(text)
    data.setHtml("<table><tr><td>…</td></tr></table>")
    QGuiApplication.clipboard().setMimeData(data)


def table_of(window: Window) -> Table:
    page: Any = window.pages["people"]
    assert isinstance(page.table, Table)
    return page.table


def keys(window: Window, sequence: str) -> None:
    """Typed into the table, once no dialog is before the window any more."""
    window.activateWindow()
    until(window.isActiveWindow)
    view = table_of(window).view
    view.setFocus()
    QTest.keySequence(view, sequence)


def pasted(window: Window, text: str) -> PasteWindow:
    copied(text)
    keys(window, "Ctrl+V")
    return looked(window)


def looked(window: Window) -> PasteWindow:
    found = next(one for one in window.findChildren(PasteWindow) if one.isVisible())
    until(lambda: settled(found))
    return found


def settled(found: PasteWindow) -> bool:
    return found._found is not None and found._taking is None and not found.said.text()


def standing(found: PasteWindow) -> dict[int, str]:
    return {int(one.id): one.standing for one in found.lines._rows}


class Shown:
    """What the hands for a ledger's preview ask of its window."""

    def __init__(self, found: PasteWindow) -> None:
        self.looking = found.lines


def names(plant: TestPlant, hub: bool = False) -> set[str]:
    return {one.name for one in (plant.hub_records if hub else plant.records)("person")}


def test_people_are_pasted_looked_at_mended_and_taken_over(window: Window, plant: TestPlant) -> None:
    found = pasted(window, ROWS)
    assert standing(found) == {2: "kept", 3: "kept", 4: "changes", 5: "kept", 6: "kept"}
    assert names(plant) == {"王丽", "赵云"}, "nothing is done before it is said so"
    click_cell(Shown(found), 4, "phone")  # type: ignore[arg-type]
    assert text(found, "cellRemark") == "原为“8126”，将改为“8127”"
    assert cell(Shown(found), 4, "phone") == "8127（原 8126）"  # type: ignore[arg-type]
    click_cell(Shown(found), 4, "roles")  # type: ignore[arg-type]
    assert text(found, "cellRemark") == "原为“员工”，将改为“员工、班组长”"
    click_cell(Shown(found), 5, "employee_no")  # type: ignore[arg-type]
    assert text(found, "cellRemark") == "第 4 行已有同一工号"

    click_cell(Shown(found), 2, "department")  # type: ignore[arg-type]
    choose(part(found, Choice, "mendTo"), "生产部")
    press(found, "mendCell")
    click_cell(Shown(found), 2, "team")  # type: ignore[arg-type]
    press(found, "suggest0")  # in all cells that say so
    until(lambda: settled(found) and standing(found)[3] == "new")
    assert standing(found) == {2: "new", 3: "new", 4: "changes", 5: "kept", 6: "kept"}

    press(found, "takePasted")
    until(lambda: settled(found) and standing(found)[2] == "here")
    assert toast_text(window) == "已添加 2 人 · 已修改 1 人"
    assert standing(found) == {2: "here", 3: "here", 4: "here", 5: "kept", 6: "kept"}
    assert found.isVisible(), "what was not taken is still there"
    plant.sync()
    people = {one.employee_no: one for one in plant.hub_records("person")}
    (team,), (department,) = plant.hub_records("team"), plant.hub_records("department")
    assert people["2078"].name == "马岱"
    assert (people["2078"].team, people["2078"].department, people["2078"].phone, people["2078"].email) == (
        team.id, department.id, "13912345678", "md@a.cn",
    )  # fmt: skip
    assert people["2079"].name == '关"小"平'
    assert set(people["2078"].roles) == {"worker", "fixer"}
    assert (people["1001"].name, people["1001"].team, people["1001"].phone) == ("赵云", team.id, "8127")
    assert set(people["1001"].roles) == {"worker", "team_leader"}

    press(found, "copyKept")
    kept = QGuiApplication.clipboard().text()
    assert kept.startswith("未导入的原因\t姓名\t工号")
    assert [line.split("\t")[1] for line in kept.splitlines()[1:]] == ["赵云", "周仓"]
    found.reject()
    again = pasted(window, kept.replace("没有邮箱", "zc@a.cn"))
    assert standing(again) == {2: "here", 3: "new"}
    press(again, "takePasted")
    until(lambda: not again.isVisible())
    plant.sync()
    assert "周仓" in names(plant, hub=True)


@pytest.mark.parametrize("plant", [False], indirect=True)
def test_what_was_taken_over_is_taken_back_and_done_again_as_one(window: Window, plant: TestPlant) -> None:
    found = pasted(window, "甲\t3001\t\r\n乙\t3002\t\r\n\t1001\t13800008127\r\n")
    assert standing(found) == {1: "new", 2: "new", 3: "changes"}, "without a head the columns are told by their cells"
    press(found, "takePasted")
    until(lambda: toast_text(window).startswith("已添加 2 人"))
    until(lambda: not found.isVisible())
    assert names(plant) == {"王丽", "赵云", "甲", "乙"}
    keys(window, "Ctrl+Z")
    assert "以及一起做的 2 项" in toast_text(window)
    assert names(plant) == {"王丽", "赵云"}
    assert [one.phone for one in plant.records("person") if one.employee_no == "1001"] == ["8126"]
    assert plant.opened.replica.waiting() == []
    keys(window, "Ctrl+Y")
    until(lambda: toast_text(window).startswith("已重做"))
    assert names(plant) == {"王丽", "赵云", "甲", "乙"}
    plant.sync()
    assert names(plant, hub=True) == {"王丽", "赵云", "甲", "乙"}
    keys(window, "Ctrl+Z")
    assert "不能撤回" in toast_text(window), "what the hub has stays"


@pytest.mark.parametrize("plant", [False], indirect=True)
def test_without_the_hub_people_come_and_roles_wait_in_the_window(window: Window, plant: TestPlant) -> None:
    plant.workbench.syncing._show(SyncState(hub="unreachable"))
    found = pasted(window, "姓名\t工号\t角色\r\n甲\t3001\t员工\r\n\t1001\t整改人\r\n")
    press(found, "takePasted")
    until(lambda: settled(found) and standing(found)[2] == "here")
    assert "联网" in toast_text(window)
    assert standing(found) == {2: "here", 3: "changes"}
    assert "甲" in names(plant)
    found.reject()


def test_what_is_no_table_is_said_and_a_field_keeps_its_own_paste(window: Window, plant: TestPlant) -> None:
    table = table_of(window)
    copied("一句话")
    keys(window, "Ctrl+V")
    assert "剪贴板里没有表格内容" in toast_text(window)
    copied("甲\t3001\r\n")
    table.filter.setFocus()
    QTest.keySequence(table.filter, "Ctrl+V")
    assert not [one for one in window.findChildren(PasteWindow) if one.isVisible()]
    assert table.filter.text()


def test_the_menu_of_the_table_offers_it(window: Window, plant: TestPlant) -> None:
    copied("甲\t3001\r\n乙\t3002\r\n")
    table = table_of(window)
    table.view.customContextMenuRequested.emit(QPoint(5, table.view.viewport().height() - 3))
    menu = next(one for one in table.findChildren(QMenu) if one.isVisible())
    next(one for one in menu.actions() if one.objectName() == "pastePeople").trigger()
    menu.close()
    found = looked(window)
    assert standing(found) == {1: "new", 2: "new"}
    found.reject()
