"""The monthly report by mail is set in the settings: its day and its readers, and taken back."""

from typing import Any

from pytestqt.qtbot import QtBot

from tests.desktop.hazards.story import Story
from tests.desktop.pages import press, shown


def choose(choice: Any, value: str) -> None:
    choice.setCurrentIndex(choice.findData(value))
    choice.activated.emit(choice.currentIndex())


def test_day_and_readers_are_saved_and_taken_back(story: Story, qtbot: QtBot) -> None:
    story.plant.sync()
    page: Any = shown(qtbot, story.plant, "settings")
    page.show_only("alerts")
    card, lin, zhao = page.report, story.people["刘洋"], story.people["赵刚"]
    choose(card.day, "5")
    choose(card.add, lin)
    choose(card.add, zhao)
    press(card, f"reader-{lin}")  # no, not him
    press(card, "saveReport")
    plant = story.plant.workbench.plant
    assert plant is not None
    assert (plant.report_day, plant.report_to) == (5, (zhao,))
    assert card.add.findData(zhao) < 0, "who is on the list is not offered again"
    story.plant.workbench.undo()
    plant = story.plant.workbench.plant
    assert plant is not None
    assert (plant.report_day, plant.report_to) == (None, ())
    assert card.day.currentData() == ""
