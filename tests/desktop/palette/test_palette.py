"""The palette in the real window, by keys alone: what it finds, opens, does and remembers."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop.views.palette.field import SearchField
from desktop.views.palette.palette import Palette
from desktop.views.rules.page import RulesPage
from desktop.views.window import Window
from tests.desktop.pages import at_work, settings_in
from tests.desktop.plants import TestPlant, open_workbench, until
from tests.desktop.speaking import speaking

SQUARE = ((5.0, 5.0), (15.0, 5.0), (15.0, 15.0), (5.0, 15.0))


@pytest.fixture(scope="module")
def plant(qapp: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestPlant]:
    made = open_workbench(tmp_path_factory.mktemp("palette"))
    floor = made.run("floors.add", name="一层", width_m=60.0, height_m=40.0)
    team = made.run("teams.add", name="机修组")
    made.run("zones.draw", floor=floor, name="冲压车间", zone_class="A", polygon=SQUARE)
    made.run("people.add", name="单丽", roles=["worker"], team=team, employee_no="HD7")
    yield made
    made.close()


@pytest.fixture
def window(qtbot: Any, qapp: QApplication, plant: TestPlant, tmp_path: Path) -> Iterator[Window]:
    settings_in(tmp_path)
    with speaking(qapp, "zh"):
        made = at_work(qtbot, plant, "people")
        made.everywhere.index.soon()
        qtbot.waitUntil(lambda: made.everywhere.index.ready)
        yield made
        qtbot.waitUntil(lambda: not plant.tasks.busy)


def open_palette(window: Window) -> Palette:
    QTest.keySequence(window, "Ctrl+K")
    (found,) = [one for one in window.findChildren(Palette) if one.isVisible()]
    return found


def type_in(window: Window, text: str) -> Palette:
    palette = open_palette(window)
    palette.field.setText(text)
    return palette


def titles(palette: Palette) -> list[str]:
    return [row.thing.title for row in palette.model.rows]


def press(palette: Palette, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(palette.field, key)
    QApplication.processEvents()


def test_a_zone_by_its_initials_is_opened_on_the_map_with_its_panel(window: Window, plant: TestPlant) -> None:
    palette = type_in(window, "cycj")
    assert titles(palette) == ["冲压车间"]
    press(palette, Qt.Key.Key_Return)
    assert not palette.isVisible()
    assert window.here == "map"
    page: Any = window.pages["map"]
    assert page.view.selected == plant.records("zone")[0].id
    assert page.panel.isVisible()


def test_a_person_by_pinyin_or_number_is_opened_with_the_panel(window: Window) -> None:
    for query in ("shanli", "hd7"):
        window.go("map")
        press(type_in(window, query), Qt.Key.Key_Return)
        page: Any = window.pages["people"]
        assert window.here == "people"
        assert page.panel.isVisible()
        assert page.panel.person.person.name == "单丽"


def test_a_page_by_its_name_and_an_action_of_another_page(window: Window) -> None:
    press(type_in(window, "设置"), Qt.Key.Key_Return)
    assert window.here == "settings"
    palette = type_in(window, "tianjiarenyuan")
    row = palette.model.rows[0]
    assert (row.thing.kind, row.keys) == ("action", ("Ctrl+N",))
    press(palette, Qt.Key.Key_Return)
    assert window.here == "people"
    assert window.pages["people"].findChildren(QWidget, "savePerson")


def test_keys_walk_through_the_rows_and_escape_gives_the_keys_back(window: Window) -> None:
    page: Any = window.pages["people"]
    before = page.table.view
    before.setFocus()
    palette = open_palette(window)
    assert palette.view.currentIndex().row() == 0
    press(palette, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert palette.view.currentIndex().row() == 2
    assert palette.model.rows[2].said == palette.field.accessibleDescription()
    press(palette, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert palette.view.currentIndex().row() == len(palette.model.rows) - 1, "round at the top"
    press(palette, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert window.focusWidget() is before


def test_nothing_found_says_so(window: Window) -> None:
    palette = type_in(window, "xyzzy")
    assert palette.model.rows == ()
    (told,) = window.findChildren(QLabel, "paletteNothing")
    assert told.isVisible()
    assert "xyzzy" in told.text()
    press(palette, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_what_was_chosen_stands_first_when_nothing_is_typed(window: Window) -> None:
    press(type_in(window, "冲压"), Qt.Key.Key_Return)
    assert titles(open_palette(window))[0] == "冲压车间"


def test_what_changes_is_found_anew(window: Window, plant: TestPlant, qtbot: Any) -> None:
    zone = plant.records("zone")[0]
    plant.run("zones.rename", zone=zone.id, name="喷涂车间")
    palette = open_palette(window)
    palette.field.setText("ptcj")
    qtbot.waitUntil(lambda: titles(palette)[:1] == ["喷涂车间"])
    palette.field.setText("cycj")
    assert titles(palette) == []
    plant.run("zones.rename", zone=zone.id, name="冲压车间")


def test_what_may_not_be_done_is_not_offered(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    window.go("map")
    assert "添加人员" in titles(type_in(window, "添加人员"))
    open_palette_shut(window)
    monkeypatch.setattr(window, "may", lambda action: action.operation != "people.add")
    assert "添加人员" not in titles(type_in(window, "添加人员"))


def test_a_press_into_the_head_of_a_page_opens_it_and_a_press_elsewhere_shuts_it(window: Window) -> None:
    (field,) = [one for one in window.findChildren(SearchField) if one.isVisible()]
    QTest.mouseClick(field, Qt.MouseButton.LeftButton)
    (palette,) = [one for one in window.findChildren(Palette) if one.isVisible()]
    QTest.mouseClick(window.status, Qt.MouseButton.LeftButton)
    assert not palette.isVisible()


def open_palette_shut(window: Window) -> None:
    for one in window.findChildren(Palette):
        one.shut()


def test_all_labels_of_a_building_are_found_to_be_printed(window: Window, plant: TestPlant) -> None:
    plant.run("floors.add", name="二层", building="二号厂房", width_m=60.0, height_m=40.0)
    window.everywhere.index.soon()
    palette = open_palette(window)
    QTest.qWait(0)
    palette.field.setText("标签 二号")
    window.everywhere.index.changed.connect(lambda: palette.search(palette.field.text()))

    def found() -> bool:
        return "打印二号厂房的标签" in titles(palette)

    until(found)


def test_a_rule_said_in_one_line_is_begun_at_once(window: Window, plant: TestPlant) -> None:
    (zone,) = plant.workbench.ask(lambda look: look.find("zone"))
    plant.run("sensors.add", name="空压机温度", code="TE-01", quantity="temperature", unit="℃", zone=zone.id)
    palette = type_in(window, "TE-01 高于 90 持续 15 分钟")
    assert titles(palette)[0] == "新建规则：TE-01 高于 90 持续 15 分钟"
    press(palette, Qt.Key.Key_Return)
    page = window.pages["rules"]
    assert isinstance(page, RulesPage)
    assert page.parts.currentWidget() is page.editor
    assert titles(type_in(window, "二号厂房")) != ["新建规则：二号厂房"]
