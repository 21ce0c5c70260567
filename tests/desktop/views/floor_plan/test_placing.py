"""Equipment, sensors, doors and extinguishers put on the plan by hand, pushed, changed, taken off and retired; each
step goes to the hub and can be taken back."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QPushButton, QToolButton

from desktop.views.floor_plan.page import MapPage
from desktop.views.floor_plan.plan_view import PlanView
from desktop.views.floor_plan.thing_forms import next_code
from desktop.views.floor_plan.things_view import MIME
from services.imports.taking import Intake
from tests.desktop.plants import TestPlant
from tests.desktop.views.floor_plan.hands import LEFT, PLAIN, choose, click, drag, drawn_zone, edit, part, tap

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # of the offscreen platform: a menu opens
WHERE = (6.0, 14.0)


def palette(page: MapPage) -> PlanView:
    view = edit(page)
    click(part(page, QPushButton, "toolPlace"))
    return view


def put(page: MapPage, view: PlanView, name: str, x: float, y: float) -> None:
    click(part(page, QToolButton, f"place-{name}"))
    tap(view, x, y)


def save(page: MapPage, code: str) -> None:
    part(page, QLineEdit, "thingCode").setText(code)
    click(part(page, QPushButton, "saveThing"))


def things(plant: TestPlant, kind: str = "equipment") -> list[tuple[Any, ...]]:
    return [(one.code, one.x, one.y) for one in plant.records(kind) if one.retired_at is None]


def machine(plant: TestPlant, zone: str, **given: Any) -> str:
    args = {"code": "C-01", "name": "一号冲床", "type": "press", "x": WHERE[0], "y": WHERE[1]}
    return plant.run("equipment.add", zone=zone, **args | given)


def test_extinguishers_are_put_one_after_the_other(page: MapPage, plant: TestPlant, floor: str) -> None:
    hall, cage = (
        drawn_zone(plant, floor, left=5.0),
        plant.run(
            "zones.draw",
            floor=floor,
            name="围栏",
            zone_class="A",
            polygon=((6.0, 6.0), (9.0, 6.0), (9.0, 9.0), (6.0, 9.0)),
        ),
    )
    view = palette(page)
    put(page, view, "extinguisher", 7.0, 7.0)
    part(page, QLineEdit, "thingCheckDue").setText("2030-01-31")
    save(page, "MHQ-009")
    first = plant.records("equipment")[0]
    assert (first.type, first.zone, str(first.check_due)) == ("extinguisher", cage, "2030-01-31")
    assert (first.x, first.y) == pytest.approx((7.0, 7.0), abs=0.05)
    tap(view, 13.0, 12.0)  # the next one, without going back to the palette
    assert part(page, QLineEdit, "thingCode").text() == "MHQ-010"
    click(part(page, QPushButton, "saveThing"))
    assert [one.zone for one in plant.records("equipment")] == [cage, hall]
    plant.sync()
    assert [one.code for one in plant.hub_records("equipment")] == ["MHQ-009", "MHQ-010"]
    page.editing.undo()
    plant.sync()
    assert [one.retired_at is None for one in plant.hub_records("equipment")] == [True, False]


def test_a_thing_is_dragged_pushed_by_keys_and_each_is_taken_back(page: MapPage, plant: TestPlant, floor: str) -> None:
    left, right = drawn_zone(plant, floor), drawn_zone(plant, floor, "喷涂车间", 15.0)
    press = machine(plant, left)
    view = edit(page)
    drag(view, WHERE, (18.0, 12.0))
    one = plant.records("equipment")[0]
    assert (one.zone, one.x) == (right, pytest.approx(18.0, abs=0.1))
    assert view.hand.chosen is not None
    assert part(page, QLabel, "thingZone").text().endswith("喷涂车间")
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    moved = plant.records("equipment")[0]
    assert (moved.x - one.x, moved.y - one.y) == pytest.approx((0.1, 1.0))
    plant.sync()
    for _ in range(3):
        page.editing.undo()
        plant.sync()
    assert [(one.id, one.zone, one.x, one.y) for one in plant.hub_records("equipment")] == [(press, left, *WHERE)]


def test_delete_takes_it_off_the_plan_and_it_waits_to_be_put_again(page: MapPage, plant: TestPlant, floor: str) -> None:
    press = machine(plant, drawn_zone(plant, floor))
    view = edit(page)
    tap(view, *WHERE)
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert things(plant) == [("C-01", None, None)]
    put(page, view, press, 10.0, 8.0)
    assert things(plant) == [("C-01", pytest.approx(10.0, abs=0.05), pytest.approx(8.0, abs=0.05))]
    assert not [one for one in page.findChildren(QToolButton, f"place-{press}") if one.isVisible()]
    page.editing.undo()
    page.editing.undo()
    assert things(plant) == [("C-01", *WHERE)]


def test_what_is_said_of_it_is_one_step_each(page: MapPage, plant: TestPlant, floor: str) -> None:
    crew = plant.run("teams.add", name="电工班")
    machine(plant, drawn_zone(plant, floor))
    view = edit(page)
    tap(view, *WHERE)
    name = part(page, QLineEdit, "thingName")
    name.setText("二号冲床")
    name.editingFinished.emit()
    choose(page, "thingTeam", "电工班")
    due = part(page, QLineEdit, "thingCheckDue")
    due.setText("2031-02-01")
    due.editingFinished.emit()
    one = plant.records("equipment")[0]
    assert (one.name, one.team, str(one.check_due)) == ("二号冲床", crew, "2031-02-01")
    page.editing.undo()
    assert plant.records("equipment")[0].check_due is None
    assert plant.records("equipment")[0].team == crew
    hour = part(page, QLineEdit, "thingStopHour")
    hour.setText("1500")
    hour.editingFinished.emit()
    assert plant.records("equipment")[0].stop_hour == 1500.0


def test_a_day_that_is_none_is_refused_and_nothing_is_saved(page: MapPage, plant: TestPlant, floor: str) -> None:
    machine(plant, drawn_zone(plant, floor))
    view, refused = edit(page), list[str]()
    plant.workbench.refused.connect(lambda one: refused.append(one.code))
    tap(view, *WHERE)
    due = part(page, QLineEdit, "thingCheckDue")
    due.setText("31.2.2031")
    due.editingFinished.emit()
    assert refused == ["args_wrong"]
    assert part(page, QLineEdit, "thingCheckDue").text() == ""


def test_a_door_leads_to_the_zone_on_its_other_side(page: MapPage, plant: TestPlant, floor: str) -> None:
    left, right = drawn_zone(plant, floor), drawn_zone(plant, floor, "喷涂车间", 15.0)
    view = palette(page)
    put(page, view, "door", 14.7, 9.0)
    save(page, "MJ-01")
    door = plant.records("door")[0]
    assert (door.zone, door.leads_to) == (left, right)
    page.editing.things.step_back()
    drag(view, (door.x, door.y), (15.4, 9.0))
    door = plant.records("door")[0]
    assert (door.zone, door.leads_to) == (right, left)


def test_a_sensor_has_its_limits_and_its_unit(page: MapPage, plant: TestPlant, floor: str) -> None:
    drawn_zone(plant, floor)
    view = palette(page)
    put(page, view, "temperature", 10.0, 10.0)
    assert part(page, QLineEdit, "thingUnit").text() == "℃"
    part(page, QLineEdit, "thingLimitHigh").setText("60")
    save(page, "CG-01")
    found = plant.records("sensor")[0]
    assert (found.quantity, found.limit_high, found.interval_s) == ("temperature", 60.0, 60.0)
    page.editing.things.step_back()
    tap(view, found.x, found.y)
    high = part(page, QLineEdit, "thingLimitHigh")
    high.setText("55")
    high.editingFinished.emit()
    assert plant.records("sensor")[0].limit_high == 55.0
    click(part(page, QPushButton, "thingRetire"))
    assert plant.records("sensor")[0].retired_at is not None
    page.editing.undo()
    assert plant.records("sensor")[0].retired_at is None


def test_a_sensor_is_calibrated_and_reads_so_from_then_on(page: MapPage, plant: TestPlant, floor: str) -> None:
    zone = drawn_zone(plant, floor)
    told = {"code": "T-01", "name": "温度", "quantity": "temperature", "unit": "℃", "x": 10.0, "y": 10.0}
    plant.run("sensors.add", zone=zone, **told)
    view = edit(page)
    tap(view, 10.0, 10.0)
    typed = {"Factor": "1.5", "Added": "-2", "CalibratedOn": "2026-03-01", "CalibrationDue": "2027-03-01"}
    for name, text in typed.items():
        line = part(page, QLineEdit, f"thing{name}")
        line.setText(text)
        line.editingFinished.emit()
    found = plant.records("sensor")[0]
    assert (found.factor, found.added) == (1.5, -2.0)
    assert (found.calibrated_on, found.calibration_due) == (date(2026, 3, 1), date(2027, 3, 1))
    intake = plant.workbench.ask(Intake)
    taken = intake.take([(1, {"sensor": "T-01", "value": 10})], plant.workbench.now())
    assert [one.value for one in taken.readings] == [13.0]
    due = part(page, QLineEdit, "thingCalibrationDue")
    due.setText("2026-02-01")
    due.editingFinished.emit()
    assert plant.records("sensor")[0].calibration_due == date(2027, 3, 1), "it has to be after the calibration"


def test_it_is_dragged_from_the_palette(page: MapPage, plant: TestPlant, floor: str) -> None:
    drawn_zone(plant, floor)
    view, carried = palette(page), QMimeData()
    carried.setData(MIME, b"equipment:hydrant:")
    at = QPointF(view.to_screen(10, 10))
    kinds = (Qt.DropAction.CopyAction, carried, Qt.MouseButton.LeftButton, PLAIN)
    entered = QDragEnterEvent(at.toPoint(), *kinds)
    view.dragEnterEvent(entered)
    assert entered.isAccepted()
    view.dropEvent(QDropEvent(at, *kinds))
    save(page, "XHS-1")
    assert [one.type for one in plant.records("equipment")] == ["hydrant"]
    other, file = QMimeData(), QDragEnterEvent(at.toPoint(), Qt.DropAction.CopyAction, carried, LEFT, PLAIN)
    other.setText("a file")
    file = QDragEnterEvent(at.toPoint(), Qt.DropAction.CopyAction, other, LEFT, PLAIN)
    view.dragEnterEvent(file)
    assert not file.isAccepted(), "a drawing is for the page"


def test_outside_of_all_zones_it_still_belongs_to_its_own(page: MapPage, plant: TestPlant, floor: str) -> None:
    zone = drawn_zone(plant, floor)
    machine(plant, zone)
    view = edit(page)
    drag(view, WHERE, (30.0, 20.0))
    one = plant.records("equipment")[0]
    assert (one.zone, one.x) == (zone, pytest.approx(30.0, abs=0.1))


def test_without_a_zone_nothing_is_put(page: MapPage, plant: TestPlant, floor: str) -> None:
    view = palette(page)
    put(page, view, "extinguisher", 10.0, 10.0)
    assert view.hand.spot is None
    assert page.editing.things.panel.isVisible()
    assert not page.editing.things.panel.asks_for_new


def test_the_menu_of_a_thing_retires_it(page: MapPage, plant: TestPlant, floor: str) -> None:
    machine(plant, drawn_zone(plant, floor))
    view = edit(page)
    at = view.to_screen(*WHERE)
    view.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, QPoint(300, 300)))
    menu = part(page, QMenu, "thingMenu")
    menu.actions()[1].trigger()
    menu.close()
    assert things(plant) == []
    plant.sync()
    page.editing.undo()
    assert things(plant) == [("C-01", *WHERE)]


def test_esc_gives_back_step_by_step(page: MapPage, plant: TestPlant, floor: str) -> None:
    drawn_zone(plant, floor)
    view = palette(page)
    put(page, view, "extinguisher", 10.0, 10.0)
    panel, hand = page.editing.things.panel, view.hand
    assert panel.asks_for_new
    view.step_back()
    assert (panel.asks_for_new, hand.spot, hand.what is not None) == (False, None, True)
    view.step_back()
    assert (hand.what, view.tool.name) == (None, "arrange")
    assert panel.isVisible()
    view.step_back()
    assert not panel.isVisible()
    assert page.panel.isVisible()


def test_what_is_searched_for_is_found_by_its_word(page: MapPage, plant: TestPlant, floor: str) -> None:
    palette(page)
    word = part(page, QToolButton, "place-extinguisher").text()
    part(page, QLineEdit, "thingSearch").setText(word.upper())
    shown = [
        one.objectName() for one in page.findChildren(QToolButton) if one.isVisible() and "place-" in one.objectName()
    ]
    assert shown == ["place-extinguisher"]


@pytest.mark.parametrize(
    ("taken", "wanted"),
    [((), ""), (("A",), ""), (("MHQ-009", "MHQ-003"), "MHQ-010"), (("X9",), "X10"), (("B-7", "old"), "B-8")],
)
def test_the_code_after_the_highest(taken: tuple[str, ...], wanted: str) -> None:
    assert next_code(taken) == wanted
