"""Somebody's absence at the desk: recorded with a deputy, what lies with them handed on in one step, ended early."""

from typing import Any

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from desktop.views.people.page import PeoplePage
from desktop.widgets.choice import Choice
from tests.desktop.pages import part, press, shown, toast_text
from tests.desktop.plants import TestPlant

SQUARE = [[0.0, 0.0], [20.0, 0.0], [20.0, 20.0], [0.0, 20.0]]


@pytest.fixture
def people(plant: TestPlant) -> dict[str, str]:
    """A fixer with a hazard and somebody who can stand in, by name."""
    floor = plant.run("floors.add", name="一层", width_m=60.0, height_m=40.0)
    zone = plant.run("zones.draw", floor=floor, name="冲压车间", zone_class="B", polygon=SQUARE)
    ids = {name: plant.run("people.add", name=name, roles=["fixer"]) for name in ("赵刚", "马超")}
    hazard = plant.run("hazards.report", zone=zone, photos=["a" * 64], description="护罩松动")
    plant.run("hazards.dispatch", hazard=hazard, person=ids["赵刚"])
    return ids


@pytest.fixture
def page(qtbot: Any, plant: TestPlant, people: dict[str, str]) -> PeoplePage:
    made = shown(qtbot, plant, "people")
    assert isinstance(made, PeoplePage)
    made.show_record("person", people["赵刚"])
    return made


def record(page: PeoplePage, deputy: str, last: str = "") -> None:
    press(page, "absenceAsk")
    choice = part(page, Choice, "absenceDeputy")
    choice.setCurrentIndex(choice.findText(deputy))
    if last:
        part(page, QLineEdit, "absenceLast").setText(last)
    press(page, "absenceSave")


def test_an_absence_is_recorded_with_a_deputy_and_taken_back(page: PeoplePage, plant: TestPlant, people: Any) -> None:
    record(page, "马超")
    (absence,) = plant.records("absence")
    assert (absence.person, absence.deputy, absence.first) == (people["赵刚"], people["马超"], absence.last)
    assert "马超" in part(page, QLabel, "absenceDeputy1").text()
    assert "1" in page.count.text().split(" · ")[-1]
    plant.workbench.undo()
    assert not [one for one in plant.records("absence") if one.ended_at is None]


def test_what_lies_with_the_absent_goes_to_the_deputy_in_one_step(
    page: PeoplePage, plant: TestPlant, people: Any
) -> None:
    record(page, "马超")
    assert "1" in part(page, QLabel, "absenceLeft").text()
    press(page, "absenceHand")
    assert plant.records("hazard")[0].assignee == people["马超"]
    assert not part_visible(page, "absenceHand")


def part_visible(page: PeoplePage, name: str) -> bool:
    return any(one.isVisibleTo(page) for one in page.findChildren(QPushButton, name))


def test_back_sooner_it_has_ended(page: PeoplePage, plant: TestPlant) -> None:
    record(page, "马超")
    plant.sync()
    press(page, "absenceEnd1")
    assert plant.records("absence")[0].ended_at is not None
    assert not part_visible(page, "absenceEnd1")
    assert "赵刚" in toast_text(page)


def test_a_last_day_before_the_first_is_refused_in_words(page: PeoplePage, plant: TestPlant) -> None:
    record(page, "马超", "2020-01-01")
    assert plant.records("absence") == ()
    assert "天" in toast_text(page)


def test_the_form_of_an_absence_is_brought_into_view(qtbot: Any, page: PeoplePage, people: dict[str, str]) -> None:
    page.resize(1100, 560)
    page.show_record("person", people["赵刚"])
    part(page, QPushButton, "absenceAsk").click()
    save = part(page, QPushButton, "absenceSave")
    qtbot.waitUntil(lambda: not save.visibleRegion().isEmpty())
    assert save.visibleRegion().boundingRect() == save.rect()
