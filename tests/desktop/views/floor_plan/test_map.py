"""The map by hand: mouse and keys on the real page, over a real replica, seen on the hub."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QFrame, QLabel, QLineEdit, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.views.floor_plan.page import MapPage
from desktop.widgets.toast import Toast
from services.core.geometry import area
from services.plans import from_bytes, write_sample
from tests.desktop.plants import TestPlant
from tests.desktop.views.floor_plan.hands import LEFT, PLAIN, choose, click, drag, drawn_zone, edit, part, save, tap


def near(polygon: Any, wanted: Any, within: float = 0.7) -> bool:
    """Whether each wanted corner has one of the polygon's within the reach of snapping."""
    return len(polygon) == len(wanted) and all(
        any(abs(x - a) <= within and abs(y - b) <= within for x, y in polygon) for a, b in wanted
    )


def test_an_empty_plant_says_what_will_be_here(page: MapPage) -> None:
    assert page.objectName() == "mapPage"
    assert page.stack.currentWidget() is page.empty
    click(part(page, QPushButton, "importDrawing"))
    assert part(page, QFileDialog, "drawingDialog")


def test_a_drawing_becomes_a_floor(page: MapPage, plant: TestPlant, floor: str) -> None:
    made = plant.records("floor")[0]
    assert (made.width_m, made.height_m, made.name) == (63.6, 39.6, "hall")
    drawing = from_bytes(plant.workbench.photo(made.drawing) or b"")
    assert drawing.width_m == pytest.approx(63.6)
    plant.sync()
    assert plant.hub_records("floor") == (made,)
    assert plant.served.hub.blobs.has(made.drawing)
    assert plant.served.hub.blobs.has(made.source)


def test_an_import_can_be_taken_back_even_while_editing(page: MapPage, plant: TestPlant, floor: str) -> None:
    edit(page)
    page.editing.undo()
    assert plant.records("floor") == ()
    assert page.stack.currentWidget() is page.empty
    assert not page.editing.on
    assert not page.panel.isVisible()


def test_the_unit_can_be_another_and_absurd_sizes_are_told(page: MapPage, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "hall.dxf"
    write_sample(file)
    page.import_file(str(file))
    qtbot.waitUntil(lambda: bool(page.flow.panel.isVisible()))
    assert "63.60 × 39.60" in part(page, QLabel, "planSize").text()
    choose(page, "unitChooser", "inch")
    qtbot.waitUntil(lambda: "1,615" in part(page, QLabel, "planSize").text())
    choose(page, "unitChooser", "ft")
    qtbot.waitUntil(lambda: "19,385" in part(page, QLabel, "planSize").text())
    assert "mm" in part(page, QLabel, "planWarning").text()
    assert page.flow.panel.values()["name"] == "hall"


@pytest.mark.parametrize(
    ("name", "content"), [("a.dxf", b""), ("b.dxf", b"\xff\xd8\xff\xe0 no drawing"), ("c.dwg", b"AC1032\0\0\0")]
)
def test_a_file_that_is_no_drawing_is_refused_in_a_sentence(
    page: MapPage, qtbot: QtBot, tmp_path: Path, name: str, content: bytes
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    drop(page, file)
    qtbot.waitUntil(lambda: any(one.isVisible() for one in page.findChildren(QLabel, "importRefused")))
    said = part(page, QLabel, "importRefused").text()
    assert len(said) > 10
    assert not said.startswith("refused.")
    click(part(page, QPushButton, "closeImport"))
    assert page.stack.currentWidget() is page.empty


def drop(page: MapPage, file: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    at = QPointF(100, 100)
    page.dropEvent(QDropEvent(at, Qt.DropAction.CopyAction, data, LEFT, PLAIN))


def test_a_rectangle_becomes_a_zone_here_and_on_the_hub(page: MapPage, plant: TestPlant, floor: str) -> None:
    chen = plant.run("people.add", name="陈志强", roles=("team_leader",), phone="8126")
    team = plant.run("teams.add", name="机修班")
    view = edit(page)
    click(part(page, QPushButton, "toolRectangle"))
    drag(view, (6.0, 6.0), (12.0, 11.0))
    assert part(page, QLineEdit, "zoneName").hasFocus()
    choose(page, "zoneSupervisor", "陈志强")
    choose(page, "zoneTeam", "机修班")
    save(page, "仓库", "B")
    zone = plant.records("zone")[0]
    assert (zone.name, zone.zone_class) == ("仓库", "B")
    assert near(zone.polygon, ((6, 6), (12, 6), (12, 11), (6, 11)))
    assert all(value == round(value, 3) for corner in zone.polygon for value in corner)
    assert (zone.supervisor, zone.team) == (chen, team)
    assert view.status_of("仓库") == "unknown"
    plant.sync()
    assert plant.hub_records("zone") == (zone,)


def test_corners_snap_to_those_of_the_drawing(page: MapPage, plant: TestPlant, floor: str) -> None:
    view = edit(page)
    QTest.keyClick(view, Qt.Key.Key_R)
    view.zoom(3.0, QPointF(view.to_screen(37.6, 15.1)))
    off = QPoint(2, -2)
    start, end = view.to_screen(33.2, 11.2) + off, view.to_screen(42.0, 19.0) + off
    QTest.mousePress(view, LEFT, PLAIN, start)
    QTest.mouseMove(view, (start + end) / 2)
    QTest.mouseMove(view, end)
    QTest.mouseRelease(view, LEFT, PLAIN, end)
    save(page, "配电室")
    assert set(plant.records("zone")[0].polygon) == {(33.2, 11.2), (42.0, 11.2), (42.0, 19.0), (33.2, 19.0)}


def test_a_polygon_by_clicks_with_a_corner_taken_back(page: MapPage, plant: TestPlant, floor: str) -> None:
    view = edit(page)
    click(part(page, QPushButton, "toolPolygon"))
    for corner in ((6, 6), (14, 6), (14, 12), (30, 30)):
        tap(view, *corner)
    QTest.keyClick(view, Qt.Key.Key_Backspace)
    tap(view, 6, 12)
    QTest.keyClick(view, Qt.Key.Key_Return)
    save(page, "仓库")
    assert near(plant.records("zone")[0].polygon, ((6, 6), (14, 6), (14, 12), (6, 12)))


def test_a_double_click_closes_a_polygon_and_escape_gives_it_up(page: MapPage, plant: TestPlant, floor: str) -> None:
    view = edit(page)
    click(part(page, QPushButton, "toolPolygon"))
    for corner in ((6, 6), (14, 6)):
        tap(view, *corner)
    tap(view, 14, 12)
    QTest.mouseDClick(view, LEFT, PLAIN, view.to_screen(14, 12))
    assert view.draft is not None
    assert len(view.draft) == 3
    QTest.keyClick(part(page, QLineEdit, "zoneName"), Qt.Key.Key_Escape)
    assert view.draft is None
    assert plant.records("zone") == ()


def test_a_polygon_that_crosses_itself_is_refused_and_can_be_mended(
    page: MapPage, plant: TestPlant, floor: str
) -> None:
    view = edit(page)
    view.set_tool("polygon")
    for corner in ((6, 6), (14, 12), (14, 6), (6, 12)):
        tap(view, *corner)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert view.draft is None
    assert page.toast.isVisible()
    QTest.keyClick(view, Qt.Key.Key_Backspace)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert view.draft is not None
    assert len(view.draft) == 3


def test_escape_steps_back_one_thing_at_a_time(page: MapPage, floor: str) -> None:
    view = edit(page)
    view.set_tool("rectangle")
    drag(view, (6, 6), (12, 11))
    assert view.draft is not None
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.draft is None
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.tool.name == "arrange"


def test_a_corner_is_dragged_and_the_change_is_undone(page: MapPage, plant: TestPlant, floor: str) -> None:
    zone = drawn_zone(plant, floor)
    view = edit(page)
    tap(view, 10, 10)
    drag(view, (15.0, 15.0), (24.6, 20.9))
    shape = plant.records("zone")[0].polygon
    assert near(shape, ((5, 5), (15, 5), (24.6, 20.9), (5, 15)))
    assert shape != ((5.0, 5.0), (15.0, 5.0), (15.0, 15.0), (5.0, 15.0))
    page.editing.undo()
    assert plant.records("zone")[0].polygon == ((5.0, 5.0), (15.0, 5.0), (15.0, 15.0), (5.0, 15.0))
    assert plant.records("zone")[0].id == zone


def test_a_change_that_was_sent_is_undone_by_another(page: MapPage, plant: TestPlant, floor: str) -> None:
    drawn_zone(plant, floor)
    view = edit(page)
    tap(view, 10, 10)
    drag(view, (10, 10), (14, 12))
    moved = plant.records("zone")[0].polygon
    plant.sync()
    assert plant.hub_records("zone")[0].polygon == moved
    assert page.edits.undo()
    plant.sync()
    assert plant.hub_records("zone")[0].polygon[0] == (5.0, 5.0)


def test_an_edge_gets_a_corner_and_delete_takes_it_away(page: MapPage, plant: TestPlant, floor: str) -> None:
    drawn_zone(plant, floor)
    view = edit(page)
    tap(view, 10, 10)
    drag(view, (10, 15), (10, 17.6))
    assert len(plant.records("zone")[0].polygon) == 5
    assert area(plant.records("zone")[0].polygon) == pytest.approx(113, abs=4)
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert plant.records("zone")[0].polygon == ((5.0, 5.0), (15.0, 5.0), (15.0, 15.0), (5.0, 15.0))


def test_fields_of_a_zone_are_changed_one_by_one(page: MapPage, plant: TestPlant, floor: str) -> None:
    drawn_zone(plant, floor)
    other = drawn_zone(plant, floor, "喷涂车间", 30.0)
    view = edit(page)
    tap(view, 10, 10)
    choose(page, "zoneClass", "A")
    field = part(page, QLineEdit, "zoneName")
    field.setFocus()
    field.selectAll()
    field.insert("大仓库")
    QTest.keyClick(field, Qt.Key.Key_Return)
    zone = next(one for one in plant.records("zone") if one.id != other)
    assert (zone.name, zone.zone_class) == ("大仓库", "A")
    field.selectAll()
    field.insert("喷涂车间")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert view.status_of("大仓库") == "unknown"
    assert field.text() == "大仓库"


@pytest.mark.qt_log_ignore("This plugin does not support")  # of the offscreen platform, when a menu opens
def test_a_zone_is_retired_after_a_question(page: MapPage, plant: TestPlant, floor: str, qtbot: QtBot) -> None:
    drawn_zone(plant, floor)
    view = edit(page)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, view.to_screen(10, 10), QPoint(300, 300))
    view.contextMenuEvent(event)
    part(page, QMenu, "zoneMenu").actions()[-1].trigger()
    part(page, QFrame, "retireQuestion")
    click(part(page, QPushButton, "retireKeep"))
    assert plant.records("zone")[0].retired_at is None
    qtbot.waitUntil(lambda: page.findChild(QFrame, "retireQuestion") is None)
    click(part(page, QPushButton, "retireZone"))
    click(part(page, QPushButton, "retireYes"))
    assert plant.records("zone")[0].retired_at is not None
    assert view.status_of("仓库") == ""


def test_rooms_of_the_drawing_are_taken_by_a_click(page: MapPage, plant: TestPlant, floor: str, qtbot: QtBot) -> None:
    view = edit(page)
    click(part(page, QPushButton, "toolSuggestions"))
    qtbot.waitUntil(lambda: len(view.suggestions) == 13)
    tap(view, 10, 8)
    assert part(page, QLineEdit, "zoneName").text() == "仓库"
    click(part(page, QPushButton, "saveZone"))
    assert plant.records("zone")[0].polygon == ((3.4, 3.4), (17.0, 3.4), (17.0, 19.0), (3.4, 19.0))
    assert len(view.suggestions) == 12


def test_a_report_turns_the_zone_yellow_and_the_panel_says_why(page: MapPage, plant: TestPlant, floor: str) -> None:
    zone = drawn_zone(plant, floor)
    plant.run("hazards.report", zone=zone, photos=("0" * 64,), description="双手按钮可单手启动")
    assert page.view.status_of(zone) == "pending"
    tap(page.view, 10, 10)
    card = part(page, QWidget, "hazardCard")
    assert any("双手按钮" in one.text() for one in card.findChildren(QLabel))
    assert "1" in part(page, QPushButton, "chip-pending").text()
    click(part(page, QPushButton, "chip-pending"))
    assert page.view.picture.highlight == "pending"


def test_the_colours_say_the_risk_and_what_is_chosen_is_kept(
    page: MapPage, plant: TestPlant, floor: str, qtbot: QtBot
) -> None:
    zone, store = drawn_zone(plant, floor), drawn_zone(plant, floor, "喷涂车间", 30.0)
    plant.run("zones.classify", zone=store, zone_class="D")
    plant.run("hazards.report", zone=zone, photos=("0" * 64,), description="双手按钮可单手启动")
    live = ground(page, 6, 6)
    page.view.set_highlight("pending")
    page.view.setFocus()
    QTest.keyClick(page, Qt.Key.Key_L)
    assert (page.colouring.by, page.view.picture.highlight) == ("risk", None)
    assert [part(page, QPushButton, f"chip-{level}").text().split()[-1] for level in ("orange", "blue")] == ["1", "1"]
    assert not page.chips.findChildren(QPushButton, "chip-pending")[0].isVisible()
    risk, other = ground(page, 6, 6), ground(page, 31, 6)
    assert len(risk) == 1, "a plain colour"
    assert all(red > blue for red, _, blue in risk), "orange"
    assert all(red < blue for red, _, blue in other), "blue"
    click(part(page, QPushButton, "chip-blue"))
    assert ground(page, 6, 6) != risk
    assert ground(page, 31, 6) == other
    click(part(page, QWidget, "colourBoth"))
    assert part(page, QPushButton, "chip-pending").isVisible()
    assert len(ground(page, 6, 6)) > 1, "what waits is hatched"
    again = MapPage(plant.workbench, plant.tasks, Toast(page))
    assert again.colouring.by == "both"
    click(part(page, QWidget, "colourLive"))
    assert ground(page, 6, 6) == live


def ground(page: MapPage, x_m: float, y_m: float) -> set[tuple[int, int, int]]:
    """The colours of a small patch of the plan as it is painted: red, green and blue."""
    image, at = page.view.grab().toImage(), page.view.to_screen(x_m, y_m)
    pixels = [image.pixelColor(at.x() + dx, at.y() + dy) for dx in range(9) for dy in range(9)]
    return {(one.red(), one.green(), one.blue()) for one in pixels}


def test_tab_walks_through_zones_and_enter_opens(page: MapPage, plant: TestPlant, floor: str) -> None:
    drawn_zone(plant, floor)
    drawn_zone(plant, floor, "喷涂车间", 30.0)
    view = page.view
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Tab)
    QTest.keyClick(view, Qt.Key.Key_Tab)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert page.panel.title.text() == "喷涂车间"
    assert "喷涂车间" in view.accessibleDescription()
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert not page.panel.isVisible()


def test_zoom_keeps_the_point_under_the_mouse_and_fit_shows_all(page: MapPage, floor: str) -> None:
    view = page.view
    about = QPointF(view.to_screen(20, 10))
    view.zoom(3.0, about)
    assert view.to_metres(about) == pytest.approx((20, 10), abs=0.1)
    drag(view, (20, 10), (25, 10))
    assert view.to_metres(about)[0] == pytest.approx(15, abs=0.3)
    QTest.keyClick(view, Qt.Key.Key_F)
    assert view.rect().contains(view.to_screen(0, 0))
    assert view.rect().contains(view.to_screen(63.6, 39.6))


def test_who_may_not_edit_sees_no_tools(page: MapPage, plant: TestPlant, floor: str) -> None:
    drawn_zone(plant, floor)
    plant.sync()
    worker = plant.run("people.add", name="李建国", roles=("worker",))
    plant.opened.replica.set_facts(me=worker)
    page.look_again()
    assert not page.edit_button.isVisible()
    assert not page.import_button.isVisible()


def test_a_floor_drawn_on_one_console_is_seen_on_another(
    page: MapPage, plant: TestPlant, floor: str, qtbot: QtBot, tmp_path: Path
) -> None:
    plant.sync()
    drawing = plant.records("floor")[0].drawing
    plant.opened.blobs.place(drawing).unlink()
    other = MapPage(plant.workbench, plant.tasks, page.toast)
    qtbot.addWidget(other)
    other.resize(900, 600)
    other.show()
    assert other.view.picture.underlay is None
    qtbot.waitUntil(lambda: other.view.picture.underlay is not None)
