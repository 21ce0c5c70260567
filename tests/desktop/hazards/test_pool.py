"""Whose a hazard is, changed at the desk: into the open pool, out of it, and from one person to another."""

from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from tests.desktop.hazards.story import Story, page_of
from tests.desktop.hazards.test_merging import press
from tests.desktop.pages import part, toast_text


def test_into_the_pool_and_out_of_it(qtbot: QtBot, story: Story) -> None:
    hazard = story.report("光幕被遮挡")
    page = page_of(qtbot, story.plant)
    assert not page.hazards.chips["pool"].isVisibleTo(page)
    page.show_hazard(hazard)
    press(page, "panelRelease")
    story.plant.sync()
    assert (story.hazard(hazard).state, story.hazard(hazard).team) == ("reported", None)
    assert page.hazards.chips["pool"].text() == "工单池 1"

    taker = page_of(qtbot, story.console("孙丽"))
    part(taker, QPushButton, "chip-pool").click()
    taker.hazards.choose(hazard)
    press(taker, "panelTake")
    story.consoles[0].sync()
    assert (story.hazard(hazard).state, story.hazard(hazard).assignee) == ("fixing", story.people["孙丽"])


def test_all_that_one_person_has_goes_to_another(qtbot: QtBot, story: Story) -> None:
    mine = [story.report("一", 200), story.report("二", 150)]
    for one in mine:
        story.do("hazards.dispatch", hazard=one, person=story.people["赵刚"])
    page = page_of(qtbot, story.plant)
    page.show_hazard(mine[0])
    press(page, "panelHandOver")
    window = page.window()
    assert not part(window, QPushButton, "whomSend").isEnabled()
    who = part(window, QComboBox, "whomToPerson")
    who.setCurrentIndex(who.findData(story.people["马超"]))
    part(window, QLineEdit, "whomReason").setText("休假")
    press(window, "whomSend")
    story.plant.sync()
    assert {story.hazard(one).assignee for one in mine} == {story.people["马超"]}
    assert {story.hazard(one).why for one in mine} == {"handed_over"}


def test_several_are_sent_on_at_once(qtbot: QtBot, story: Story) -> None:
    ids = [story.report("一", 200), story.report("二", 150)]
    page = page_of(qtbot, story.plant)
    page.table.view.selectAll()
    menu = QMenu(page)
    page._menu(page.table.record() or page._rows[0], menu)
    assert [action.text() for action in menu.actions()] == ["转派 2 条隐患…", "2 条隐患放入工单池"]
    menu.actions()[0].trigger()
    window = page.window()
    assert any(one.text() == "已选 2 条隐患。" for one in window.findChildren(QLabel))
    who = part(window, QComboBox, "whomPerson")
    who.setCurrentIndex(who.findData(story.people["孙丽"]))
    press(window, "whomSend")
    assert "已转派 2 条隐患" in toast_text(page)
    story.plant.sync()
    assert {story.hazard(one).assignee for one in ids} == {story.people["孙丽"]}
