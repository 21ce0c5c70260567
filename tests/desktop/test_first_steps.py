"""The first steps in the real window: what the list says is what the records say, and the bar leads on."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desktop.views.first_steps.put_off import keep_put_off, put_off
from desktop.views.first_steps.steps import step_of
from desktop.views.window import Window
from services.imports.people import grid_in
from services.imports.workbook import Book, Grid
from services.store.queries.first_steps import STEPS, FirstSteps, first_steps
from tests.desktop.pages import at_work_in_chinese, part, press, settled
from tests.desktop.plants import TestPlant


def standing(plant: TestPlant) -> FirstSteps:
    found: FirstSteps = plant.workbench.ask(first_steps, me=plant.workbench.me)
    return found


def shown(qtbot: QtBot, window: Window) -> Any:
    page: Any = window.pages["today"]
    page.look_again()
    qtbot.waitUntil(lambda: page.facts is not None and not page._asking)
    settled(page)
    return page.steps


def test_the_list_leads_from_step_to_step(qtbot: QtBot, qapp: QApplication, plant: TestPlant) -> None:
    with at_work_in_chinese(qtbot, qapp, plant, "today") as window:
        card = shown(qtbot, window)
        assert card.isVisible()
        assert standing(plant).next() == "shifts"
        press(card, "stepGo")
        assert window.here == "settings"
        settled(window.pages["settings"])
        assert "第 1 步" in window.step_bar.text.text()
        press(window.pages["settings"], "shifts-three")
        assert [one.starts for one in plant.records("shift")] == ["08:00", "16:00", "00:00"]
        assert "已完成" in window.step_bar.text.text()
        press(window.step_bar, "stepOn")
        assert window.here == "people"
        assert window.focusWidget().objectName() == "openPeople"
        QTest.mouseClick(part(window.step_bar, QPushButton, "stepBack"), Qt.MouseButton.LeftButton)
        assert window.here == "today"
        assert not window.step_bar.isVisible()


def test_what_is_put_off_comes_back_when_it_is_opened(qtbot: QtBot, qapp: QApplication, plant: TestPlant) -> None:
    with at_work_in_chinese(qtbot, qapp, plant, "today") as window:
        card = shown(qtbot, window)
        press(card, "stepLater")
        shown(qtbot, window)
        assert put_off() == {"shifts"}
        assert card.findChild(QPushButton, "stepGo").accessibleName().endswith("人员")
        press(card, "step-shifts")
        assert window.here == "settings"
        keep_put_off(frozenset(STEPS))
        window.go("today")
        assert not shown(qtbot, window).isVisible(), "nothing is left that anybody wants to do"


def test_rules_are_switched_on_by_their_step(qtbot: QtBot, qapp: QApplication, plant: TestPlant) -> None:
    plant.run("plant.set_modules", modules_off=["alerts", "rules", "points"])
    with at_work_in_chinese(qtbot, qapp, plant, "today") as window:
        window.step_bar.begin("rules")
        assert window.here == "rules"
        (now,) = plant.records("plant")
        assert now.modules_off == ("points",)


def test_only_who_sets_the_plant_up_is_led(plant: TestPlant) -> None:
    worker = plant.run("people.add", name="赵刚")
    assert "people" in standing(plant).done
    person = plant.workbench.ask(lambda look: look.get("person", worker))
    assert plant.workbench.ask(first_steps, me=person) is None
    assert plant.workbench.ask(first_steps, me=None) is None


def test_a_module_that_is_off_has_no_step(plant: TestPlant) -> None:
    plant.run("plant.set_modules", modules_off=["inspections"])
    steps = standing(plant).steps
    assert "rounds" not in steps
    assert "rules" in steps, "its step switches it on"


@pytest.mark.parametrize("key", STEPS)
def test_each_step_has_words_and_a_page(key: str) -> None:
    step = step_of(key)
    assert step.title
    assert step.what
    assert step.part


def test_people_stand_in_the_sheet_whose_head_is_known() -> None:
    notes: Grid = [["说明"], ["a"], ["b"], ["c"], ["d"]]
    list_: Grid = [["姓名", "工号"], ["赵刚", 1001.0]]
    assert grid_in(Book("p.xlsx", "", {"说明": notes, "名单": list_})) == list_
