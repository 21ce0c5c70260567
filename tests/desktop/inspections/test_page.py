"""The inspections page on a real plant: a plan is made by hand, its inspections stand on the board and in the month,
are entered, excused, asked for again and taken back."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDateTimeEdit, QLabel, QLineEdit, QListWidget, QPushButton

from desktop.views.inspections.page import InspectionsPage
from desktop.views.inspections.round_dialog import RoundDialog
from desktop.widgets.choice import Choice
from desktop.widgets.moment import shown_moment
from services.core.calendar import day_of
from services.core.operation import Actor
from services.core.roles import Role
from tests.desktop.pages import part, press, shown, toast_text
from tests.desktop.plants import TestPlant, open_workbench, until

SQUARE = [[0.0, 0.0], [20.0, 0.0], [20.0, 20.0], [0.0, 20.0]]


@pytest.fixture
def plant(qapp: Any, tmp_path: Path) -> Iterator[TestPlant]:
    made = open_workbench(tmp_path)
    floor = made.run("floors.add", name="一层", width_m=90.0, height_m=40.0)
    for number, name in enumerate(("冲压车间", "喷漆房", "装配车间")):
        moved = [[x + 30.0 * (2 - number), y] for x, y in SQUARE]
        made.run("zones.draw", floor=floor, name=name, zone_class="A", polygon=moved)
    yield made
    made.close()


@pytest.fixture
def page(qtbot: Any, plant: TestPlant, qtmodeltester: Any) -> InspectionsPage:
    made = shown(qtbot, plant, "inspections")
    assert isinstance(made, InspectionsPage)
    qtmodeltester.check(made.board.table.model)
    qtmodeltester.check(made.matrix.model)
    return made


def tick(page: InspectionsPage, *names: str) -> None:
    zones = part(page, QListWidget, "planZones")
    for number in range(zones.count()):
        item = zones.item(number)
        item.setCheckState(Qt.CheckState.Checked if item.text() in names else Qt.CheckState.Unchecked)


def daily(page: InspectionsPage, plant: TestPlant) -> Any:
    """A plan for two zones at any time of the day, made by hand, and its inspections of today."""
    press(page, "addFirstPlan")
    part(page, QLineEdit, "planName").setText("日检")
    tick(page, "冲压车间", "喷漆房")
    press(page, "planSave")
    (plan,) = plant.records("inspection_plan")
    tasks(plant)
    page.show_view("board")
    return plan


def tasks(plant: TestPlant) -> None:
    """The hub makes the inspections, as it does each day."""
    plant.sync()
    today = plant.workbench.ask(day_of, moment=plant.workbench.now())
    system = Actor(None, frozenset({Role.SYSTEM}))
    span = {"first": today.isoformat(), "last": today.isoformat()}
    answer = plant.served.hub.do("inspections.make_tasks", span, system)
    assert not answer.refused
    plant.sync()


def states(plant: TestPlant) -> list[str]:
    return sorted(one.state for one in plant.records("inspection"))


def test_an_empty_page_offers_the_first_plan(page: InspectionsPage, plant: TestPlant) -> None:
    assert page.stack.currentIndex() == 1
    press(page, "addFirstPlan")
    press(page, "planSave")
    assert plant.records("inspection_plan") == ()
    assert "计划名称" in toast_text(page)


def test_a_plan_made_by_hand_stands_on_the_board_and_is_taken_back(page: InspectionsPage, plant: TestPlant) -> None:
    plan = daily(page, plant)
    assert (plan.every, len(plan.zones), plan.order) == ("FREQ=DAILY", 2, plan.zones)
    assert [one.standing for one in page.board.rows] == ["open", "open"]
    plant.workbench.undo()
    assert plant.records("inspection_plan")[0].retired_at is not None


def test_one_is_entered_for_somebody_and_is_doubtful_until_asked_again(page: InspectionsPage, plant: TestPlant) -> None:
    daily(page, plant)
    page.board.table.choose(page.board.rows[0].id)
    press(page, "inspectionEnter")
    press(page, "inspectionSave")
    assert states(plant) == ["done", "due"]
    assert "代录" in part(page, QLabel, "inspectionDoubt").text()
    press(page, "inspectionAgain")
    assert states(plant) == ["due", "due"]


def test_one_is_excused_only_with_a_reason_and_that_is_taken_back(page: InspectionsPage, plant: TestPlant) -> None:
    daily(page, plant)
    page.board.table.choose(page.board.rows[0].id)
    press(page, "inspectionExcuse")
    press(page, "inspectionSave")
    assert states(plant) == ["due", "due"]
    part(page, QLineEdit, "excuseReason").setText("停产检修")
    press(page, "inspectionSave")
    assert states(plant) == ["due", "excused"]
    (excused,) = plant.records("inspection", state="excused")
    assert (excused.reason, excused.excused) == ("停产检修", "stop")
    plant.workbench.undo()
    assert states(plant) == ["due", "due"]


def test_a_count_narrows_the_board(page: InspectionsPage, plant: TestPlant) -> None:
    daily(page, plant)
    plant.run("inspections.excuse", inspections=[page.board.rows[0].id], reason="放假", cause="holiday")
    press(page, "count-excused")
    assert [one.standing for one in page.board.table.model.rows] == ["excused"]  # type: ignore[attr-defined]
    press(page, "count-all")
    assert len(page.board.table.model.rows) == 2  # type: ignore[attr-defined]


def test_a_press_on_a_day_of_the_month_opens_its_records(page: InspectionsPage, plant: TestPlant) -> None:
    plan = daily(page, plant)
    plant.run("inspections.plan", name="另一个", every="FREQ=DAILY", since="2026-01-01", zones=plan.zones)
    tasks(plant)
    press(page, "view-month")
    model = page.matrix.model
    today = plant.workbench.ask(day_of, moment=plant.workbench.now())
    column = next(number for number in range(1, model.columnCount()) if model.day_at(number) == today)
    row = [one.id for one in model.plans].index(plan.id)
    assert model.index(row, column).data() == "0/2"
    page.matrix.view.clicked.emit(model.index(row, column))
    assert {one.task.plan for one in page.board.table.model.rows} == {plan.id}  # type: ignore[attr-defined]


def test_a_day_becomes_a_make_up_workday_and_is_one_no_more_by_undo(page: InspectionsPage, plant: TestPlant) -> None:
    daily(page, plant)
    press(page, "view-month")
    model = page.matrix.model
    free = next(one.day for one in model.days if not one.works)
    menu = page.matrix.menu_of(free)
    deed = menu.findChild(QAction, "day-work")
    assert deed is not None
    deed.trigger()
    assert next(one for one in page.matrix.model.days if one.day == free).works
    plant.workbench.undo()
    assert not next(one for one in page.matrix.model.days if one.day == free).works


def test_zones_are_put_into_a_short_order_that_is_kept(page: InspectionsPage, plant: TestPlant) -> None:
    press(page, "addFirstPlan")
    part(page, QLineEdit, "planName").setText("一圈")
    tick(page, "冲压车间", "喷漆房", "装配车间")
    press(page, "planShortest")
    press(page, "planSave")
    (plan,) = plant.records("inspection_plan")
    names = {one.id: one.name for one in plant.records("zone")}
    assert [names[one] for one in plan.order][1] == "喷漆房", "the one between the others is walked between them"


def test_a_plan_is_changed_and_retired_in_its_panel(page: InspectionsPage, plant: TestPlant) -> None:
    plan = daily(page, plant)
    page.show_record("inspection_plan", plan.id)
    part(page, QLineEdit, "planTimes").setText("08:00, 14:00")
    press(page, "planSave")
    assert plant.records("inspection_plan")[0].times == ("08:00", "14:00")
    press(page, "plan-retire")
    assert plant.records("inspection_plan")[0].retired_at is not None


def test_what_somebody_found_is_entered_with_its_time_and_its_answers(page: InspectionsPage, plant: TestPlant) -> None:
    items = [
        {"key": "guard", "text": "护罩完好", "kind": "pass_fail"},
        {"key": "air", "text": "气压", "kind": "number", "low": 0.4, "high": 0.6, "unit": "MPa"},
        {"key": "oil", "text": "油位", "kind": "choice", "choices": ["正常", "偏低"], "bad": ["偏低"]},
        {"key": "sign", "text": "签名", "kind": "signature"},
    ]
    checklist = plant.run("checklists.make", name="冲床点检", items=items)
    plan = daily(page, plant)
    plant.run("inspections.change_plan", plan=plan.id, checklist=checklist)
    page.board.table.choose(page.board.rows[0].id)
    press(page, "inspectionEnter")
    press(page, "inspectionSave")
    assert "护罩完好" in toast_text(page), "each item needs its answer"
    begun = plant.records("inspection")[0].opens_at
    part(page, QDateTimeEdit, "enterAt").setDateTime(shown_moment(begun))
    choose(page, "answer1", "pass")
    part(page, QLineEdit, "answer2").setText("0.9")
    part(page, QLineEdit, "answer2Note").setText("调压阀失灵")
    choose(page, "answer3", "正常")
    press(page, "inspectionSave")
    (made,) = plant.records("inspection", state="done")
    assert made.at == begun.replace(second=0, microsecond=0)
    said = [(one.key, one.outcome, one.value, one.choice, one.note) for one in made.results]
    assert said == [
        ("guard", "pass", None, "", ""),
        ("air", "fail", 0.9, "", "调压阀失灵"),
        ("oil", "pass", None, "正常", ""),
        ("sign", "not_applicable", None, "", ""),
    ]
    assert "0.9 MPa" in " ".join(one.text() for one in page.panel.findChildren(QLabel, "answerSaid"))


def choose(page: InspectionsPage, name: str, value: str) -> None:
    choice = part(page, Choice, name)
    choice.setCurrentIndex(choice.findData(value))


def test_a_round_is_drawn_on_the_plan_by_hand(page: InspectionsPage, plant: TestPlant) -> None:
    ids = {one.name: one.id for one in plant.records("zone")}
    press(page, "addFirstPlan")
    part(page, QLineEdit, "planName").setText("一圈")
    tick(page, "冲压车间")
    press(page, "planRound")
    dialog = page.findChild(RoundDialog)
    assert dialog is not None
    plan = dialog.plan
    until(lambda: plan.width() > 300)
    middle = {
        name: plan.to_screen(10.0 + 30.0 * (2 - at), 14.0) for at, name in enumerate(("冲压车间", "喷漆房", "装配车间"))
    }
    for name in ("装配车间", "喷漆房"):
        QTest.mouseClick(plan, Qt.MouseButton.LeftButton, pos=middle[name])
    assert [one.name for one in dialog.stops] == ["冲压车间", "装配车间", "喷漆房"]
    far = dialog.says.text()
    at = {one.name: plan.to_screen(*one.spot.at) for one in dialog.stops}
    QTest.mousePress(plan, Qt.MouseButton.LeftButton, pos=at["喷漆房"])
    QTest.mouseMove(plan, at["装配车间"])
    QTest.mouseRelease(plan, Qt.MouseButton.LeftButton, pos=at["装配车间"])
    assert [one.name for one in dialog.stops] == ["冲压车间", "喷漆房", "装配车间"]
    assert dialog.says.text() != far
    dialog.list.model().moveRow(QModelIndex(), 0, QModelIndex(), 3)
    until(lambda: dialog.stops[-1].name == "冲压车间")
    dialog.propose()
    assert dialog.stops[1].name == "喷漆房"
    QTest.mouseClick(part(dialog, QPushButton, "roundUse"), Qt.MouseButton.LeftButton)
    press(page, "planSave")
    (made,) = plant.records("inspection_plan")
    assert (set(made.zones), made.order[1]) == (set(ids.values()), ids["喷漆房"])


def test_a_round_that_was_moved_in_the_list_is_drawn_and_kept_so(page: InspectionsPage, plant: TestPlant) -> None:
    daily(page, plant)
    (made,) = plant.records("inspection_plan")
    machine = plant.run("equipment.add", code="MH-1", name="灭火器", type="extinguisher", zone=made.zones[0])
    plant.run("inspections.change_plan", plan=made.id, equipment=[machine])  # which the order does not name
    plant.sync()
    (made,) = plant.records("inspection_plan")
    page.plan_panel.show_plan(made)
    zones = part(page, QListWidget, "planZones")
    zones.insertItem(0, zones.takeItem(1))
    press(page, "planRound")
    dialog = page.findChild(RoundDialog)
    assert dialog is not None
    turned = [made.zones[1], made.zones[0], machine]
    assert [one.spot.id for one in dialog.stops] == turned
    dialog.reject()
    press(page, "planSave")
    (kept,) = plant.records("inspection_plan")
    assert (list(kept.order), kept.equipment) == (turned, (machine,))
