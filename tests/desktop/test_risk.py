"""The risk page on a real plant: points are added and assessed by mouse and keys, and what would move the colour."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QDoubleSpinBox, QLabel, QLineEdit, QSlider, QSpinBox

from desktop.views.risk.bounds_dialog import BoundsDialog
from desktop.views.risk.level_tag import LevelTag
from desktop.views.risk.page import RiskPage
from desktop.views.risk.scoring import Matrix
from desktop.widgets.choice import Choice
from tests.desktop.pages import part, press, shown, toast_text
from tests.desktop.plants import TestPlant, open_workbench

SQUARE = [[0.0, 0.0], [20.0, 0.0], [20.0, 20.0], [0.0, 20.0]]


@pytest.fixture
def plant(qapp: Any, tmp_path: Path) -> Iterator[TestPlant]:
    made = open_workbench(tmp_path)
    floor = made.run("floors.add", name="一层", width_m=60.0, height_m=40.0)
    made.run("zones.draw", floor=floor, name="冲压车间", zone_class="A", polygon=SQUARE)
    yield made
    made.close()


@pytest.fixture
def page(qtbot: Any, plant: TestPlant, qtmodeltester: Any) -> RiskPage:
    made = shown(qtbot, plant, "risk")
    assert isinstance(made, RiskPage)
    qtmodeltester.check(made.table.model)
    return made


def write(page: RiskPage, name: str, text: str) -> None:
    part(page, QLineEdit, name).setText(text)


def choose(page: RiskPage, name: str, value: str) -> None:
    choice = part(page, Choice, name)
    choice.setCurrentIndex(choice.findData(value))
    choice.activated.emit(choice.currentIndex())


def tag(page: RiskPage, name: str) -> str:
    return part(page, LevelTag, name).level


def point(page: RiskPage, plant: TestPlant) -> Any:
    """Adds 6 × 6 × 7 = 252 by hand."""
    press(page, "addRisk")
    write(page, "riskName", "上下料")
    choose(page, "riskLikelihood1", "6")
    choose(page, "riskExposure1", "6")
    choose(page, "riskConsequence1", "7")
    assert tag(page, "riskFormLevel") == "orange"
    press(page, "riskSave")
    return plant.records("risk_point")[0]


def measure(page: RiskPage, text: str, steps: int, *, in_place: bool = True) -> None:
    press(page, "measureAdd")
    write(page, "measureText", text)
    part(page, QSpinBox, "measureLowersLikelihood").setValue(steps)
    part(page, QCheckBox, "measureInPlace").setChecked(in_place)
    press(page, "measureSave")


def test_an_empty_page_says_what_comes_here(page: RiskPage) -> None:
    assert page.stack.currentIndex() == 1


def test_a_point_is_added_by_lec_and_taken_back(page: RiskPage, plant: TestPlant) -> None:
    made = point(page, plant)
    assert (made.name, made.rows[0].scores) == ("上下料", (6.0, 6.0, 7.0))
    assert (tag(page, "riskInherent"), page.stack.currentIndex()) == ("orange", 0)
    plant.workbench.undo()
    assert plant.records("risk_point") == ()
    assert page.stack.currentIndex() == 1


def test_without_a_name_nothing_is_added_and_what_is_missing_is_said(page: RiskPage, plant: TestPlant) -> None:
    press(page, "addRisk")
    press(page, "riskSave")
    assert plant.records("risk_point") == ()
    assert "风险点名称" in toast_text(page)


def test_the_matrix_is_clicked_and_moved_by_keys(page: RiskPage, plant: TestPlant) -> None:
    press(page, "addRisk")
    write(page, "riskName", "噪声")
    choose(page, "riskMethod", "ls")
    matrix = part(page, Matrix, "riskMatrix")
    QTest.mouseClick(matrix, Qt.MouseButton.LeftButton, pos=matrix.cell(4, 5).center().toPoint())
    assert matrix.scores == (4, 5)
    QTest.keyClick(matrix, Qt.Key.Key_Down)
    QTest.keyClick(matrix, Qt.Key.Key_Left)
    press(page, "riskSave")
    assert plant.records("risk_point")[0].rows[0].scores == (3.0, 4.0)


def test_steps_of_a_job_are_added_and_removed(page: RiskPage, plant: TestPlant) -> None:
    press(page, "addRisk")
    write(page, "riskName", "吊运")
    choose(page, "riskMethod", "jha")
    write(page, "riskWhat1", "挂钩")
    for _ in range(2):
        press(page, "riskAddRow")
    write(page, "riskWhat3", "落放")
    press(page, "riskRemoveRow2")
    press(page, "riskSave")
    assert [row.what for row in plant.records("risk_point")[0].rows] == ["挂钩", "落放"]


def test_what_if_shows_which_measure_moves_the_colour_and_keeps_nothing(page: RiskPage, plant: TestPlant) -> None:
    point(page, plant)
    measure(page, "双手按钮", 1)  # 3 × 6 × 7 = 126
    measure(page, "光电保护", 1, in_place=False)  # 1 × 6 × 7 = 42
    assert (tag(page, "riskResidual"), tag(page, "riskWhatIf")) == ("yellow", "yellow")
    effect = part(page, QLabel, "riskEffect2")
    assert "42" in effect.text()
    assert effect.property("loud")
    part(page, QCheckBox, "riskTick2").click()
    assert tag(page, "riskWhatIf") == "blue"
    part(page, QSlider, "riskSliderConsequence").setValue(5)  # 1 × 6 × 100
    assert tag(page, "riskWhatIf") == "red"
    assert tag(page, "riskResidual") == "yellow"
    assert [one.in_place for one in plant.records("control_measure")] == [True, False]


def test_a_measure_is_changed_and_removed(page: RiskPage, plant: TestPlant) -> None:
    point(page, plant)
    measure(page, "双手按钮", 1)
    press(page, "measureChange1")
    part(page, QSpinBox, "measureLowersLikelihood").setValue(2)
    press(page, "measureSave")
    assert plant.records("control_measure")[0].lowers == (2, 0, 0)
    press(page, "measureRemove1")
    assert tag(page, "riskResidual") == "orange"


def test_its_name_who_answers_for_it_and_the_day_of_review_are_changed(page: RiskPage, plant: TestPlant) -> None:
    point(page, plant)
    (me,) = plant.records("person")
    press(page, "riskDetails")
    write(page, "riskName", "上料")
    write(page, "riskReviewOn", "31.3.2027")
    choose(page, "riskResponsible", me.id)
    press(page, "riskSave")
    assert plant.records("risk_point")[0].name == "上下料", "what is no day is refused, and what was typed stays"
    write(page, "riskReviewOn", "2027-03-31")
    press(page, "riskSave")
    (made,) = plant.records("risk_point")
    assert (made.name, made.responsible, made.review_on) == ("上料", me.id, date(2027, 3, 31))
    assert part(page, QLabel, "review_onSaid").text() == "2027-03-31"
    assert part(page, QLabel, "responsibleSaid").text() == me.name
    press(page, "riskDetails")
    write(page, "riskReviewOn", "")
    press(page, "riskSave")
    assert plant.records("risk_point")[0].review_on is None


def test_the_classical_words_for_a_d_of_lec_are_said(page: RiskPage, plant: TestPlant) -> None:
    point(page, plant)
    assert part(page, QLabel, "riskBand").text() == "D 252 · 高度危险，需立即整改"


def test_a_level_is_set_directly_only_with_reason_and_source(page: RiskPage, plant: TestPlant) -> None:
    point(page, plant)
    press(page, "riskDesignate")
    choose(page, "riskLevel", "red")
    press(page, "riskSave")
    assert plant.records("risk_point")[0].designated is None
    write(page, "riskReason", "易燃")
    write(page, "riskSource", "制度")
    press(page, "riskSave")
    assert tag(page, "riskResidual") == "red"


def test_the_class_that_is_proposed_is_taken_with_one_click(page: RiskPage, plant: TestPlant) -> None:
    point(page, plant)
    zone = plant.records("zone")[0]
    assert zone.zone_class == "A"
    press(page, f"accept-{zone.code}")
    assert plant.records("zone")[0].zone_class == "B"
    assert not page.proposals.isVisible()


def test_the_bounds_of_the_levels_are_the_plants_own(page: RiskPage, plant: TestPlant) -> None:
    point(page, plant)  # 252, orange by the usual bounds
    press(page, "riskBounds")
    dialog = part(page, BoundsDialog, "boundsDialog")
    assert dialog.meaning.text().splitlines()[:2] == ["重大风险: D > 320", "较大风险: 160 ≤ D ≤ 320"]
    assert dialog.moved.text()[:2] == "0 "
    part(page, QDoubleSpinBox, "boundsOrange").setValue(400)
    assert not dialog.save.isEnabled(), "the bounds must fall"
    part(page, QDoubleSpinBox, "boundsOrange").setValue(160)
    part(page, QDoubleSpinBox, "boundsRed").setValue(252)
    assert dialog.moved.text()[:2] == "0 ", "252 lies at the bound, not above it"
    part(page, QCheckBox, "boundsRedOver").setChecked(False)
    assert dialog.meaning.text().splitlines()[0] == "重大风险: D ≥ 252"
    assert dialog.moved.text()[:2] == "1 "
    press(page, "boundsSave")
    assert [(one.scale, one.red, one.red_over) for one in plant.records("risk_scale")] == [("lec", 252.0, False)]
    assert tag(page, "riskResidual") == "red"
    press(page, "riskBounds")
    press(page, "boundsUsual")
    assert part(page, QDoubleSpinBox, "boundsRed").value() == 320
    press(page, "boundsCancel")
    assert len(plant.records("risk_scale")) == 1
