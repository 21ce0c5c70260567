"""A major hazard at the desk: graded, its five requirements written down in one form, and nothing approved before."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.views.hazards.page import HazardsPage
from tests.desktop.hazards.story import Story, page_of
from tests.desktop.hazards.test_desk import enabled, looked_at
from tests.desktop.pages import part

TEXTS = {"planMeasures": "更换光幕", "planEmergency": "停机、断电、撤人", "planInterim": "挂牌停用"}


def press(within: QWidget, name: str) -> None:
    part(within, QPushButton, name).click()


def lacks(page: HazardsPage) -> str:
    return part(page.window(), QLabel, "planLacks").text()


def write_plan(page: HazardsPage, responsible: str) -> None:
    """Fills the form in, which names what it lacks until nothing is lacking."""
    window = page.window()
    assert lacks(page) == "还缺：责任人、整改措施、整改资金（元）、应急预案、临时管控措施"
    who = part(window, QComboBox, "planResponsible")
    who.setCurrentIndex(who.findData(responsible))
    for name, text in TEXTS.items():
        part(window, QPlainTextEdit, name).setPlainText(text)
    assert lacks(page) == "还缺：整改资金（元）"
    assert not part(window, QPushButton, "planWrite").isEnabled()
    part(window, QLineEdit, "planFunds").setText("12000")
    assert lacks(page) == ""
    press(window, "planWrite")


def test_graded_planned_and_shown(qtbot: QtBot, story: Story) -> None:
    hazard = story.report("光幕被遮挡")
    page = page_of(qtbot, story.plant)
    page.show_hazard(hazard)
    press(page, "panelGrade")
    part(page.window(), QRadioButton, "reason0").click()
    press(page.window(), "reasonSend")
    assert "还缺" in part(page, QLabel, "planLacking").text()
    story.plant.sync()
    assert "缺五落实" in part(page, QLabel, "panelState").text()
    press(page, "panelPlan")
    write_plan(page, story.people["孙丽"])
    assert part(page, QLabel, "plan-funds").text() == "12,000"
    assert part(page, QLabel, "plan-responsible").text() == "孙丽"
    story.plant.sync()
    kept = story.plant.hub_records("fix_plan")
    assert [(one.hazard, one.measures) for one in kept] == [(hazard, "更换光幕")]
    assert story.hazard(hazard).due_at == kept[0].due_at
    press(page, "panelPlan")
    assert part(page.window(), QPlainTextEdit, "planMeasures").toPlainText() == "更换光幕", "what was written is there"


def test_it_is_not_approved_before_its_plan_is_written(qtbot: QtBot, story: Story) -> None:
    hazard = story.reviewable("光幕被遮挡")
    story.do("hazards.grade", "孙丽", hazard=hazard, grade="major", reason="判定标准")
    page = page_of(qtbot, story.console("孙丽"))
    QTest.keyClick(page.table.view, Qt.Key.Key_R)
    looked_at(qtbot, page)
    assert "还缺" in part(page, QLabel, "deskLacks").text()
    assert not enabled(page, "approve")
    press(page, "deskPlan")
    write_plan(page, story.people["孙丽"])
    story.consoles[0].sync()
    looked_at(qtbot, page)
    assert enabled(page, "approve")
    press(page, "approve")
    story.consoles[0].sync()
    assert story.hazard(hazard).state == "first_passed"
