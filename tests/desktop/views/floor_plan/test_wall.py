"""The map on a wall, by keys: it opens over the map, walks through the floors by itself, and follows what changes."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.views.floor_plan.page import MapPage
from desktop.views.floor_plan.wall import PACE_S, Wall
from desktop.views.floor_plan.wall_words import SMALL
from tests.desktop.pages import shown
from tests.desktop.plants import TestPlant

OUTLINE = [[0, 0], [20, 0], [20, 10], [0, 10]]


@pytest.fixture
def floors(plant: TestPlant) -> dict[str, str]:
    """Two floors with a zone each, and one without."""
    found = {}
    for name in ("East", "West", "Bare"):
        found[name] = plant.run("floors.add", name=name, width_m=40.0, height_m=30.0)
        if name != "Bare":
            plant.run("zones.draw", floor=found[name], name=f"{name} press", zone_class="B", polygon=OUTLINE)
    return found


@pytest.fixture
def page(qtbot: QtBot, plant: TestPlant, floors: dict[str, str]) -> MapPage:
    made: MapPage = shown(qtbot, plant, "map")
    made.show_record("zone", zone_named(plant, "East press").id)
    return made


@pytest.fixture
def wall(qtbot: QtBot, page: MapPage) -> Wall:
    return opened(qtbot, page)


def opened(qtbot: QtBot, page: MapPage) -> Wall:
    page.window().activateWindow()
    page.view.setFocus()
    qtbot.waitUntil(page.view.hasFocus)
    QTest.keyClick(page.view, Qt.Key.Key_F11)
    qtbot.waitUntil(lambda: bool(page.findChildren(Wall)))
    made = page.findChildren(Wall)[-1]
    qtbot.waitUntil(made.isVisible)
    return made


def told(wall: Wall, name: str) -> str:
    found: Any = wall.findChild(QLabel, name)
    return str(found.text())


def zone_named(plant: TestPlant, name: str) -> Any:
    return plant.records("zone", name=name)[0]


def urgent(wall: Wall) -> list[str]:
    return [one.text() for one in wall.urgent.findChildren(QLabel) if one.isVisible() and one.text()]


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_F11])
def test_it_fills_the_screen_and_a_key_leaves(qtbot: QtBot, page: MapPage, wall: Wall, key: Qt.Key) -> None:
    assert wall.isFullScreen()
    assert told(wall, "wallFloor") == "East"
    QTest.keyClick(wall, key)
    qtbot.waitUntil(lambda: not page.findChildren(Wall))


def test_the_mouse_leaves_it_too_and_is_not_to_be_seen_while_it_rests(qtbot: QtBot, page: MapPage, wall: Wall) -> None:
    assert (wall.leave.isVisible(), wall.cursor().shape()) == (False, Qt.CursorShape.BlankCursor)
    QTest.mouseMove(wall.windowHandle(), wall.rect().center())
    qtbot.waitUntil(wall.leave.isVisible)
    assert wall.cursor().shape() != Qt.CursorShape.BlankCursor
    wall._still.timeout.emit()
    assert (wall.leave.isVisible(), wall.cursor().shape()) == (False, Qt.CursorShape.BlankCursor)
    QTest.mouseMove(wall.windowHandle(), wall.rect().center() / 2)
    qtbot.waitUntil(wall.leave.isVisible)
    QTest.mouseClick(wall.leave, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not page.findChildren(Wall))


def test_floors_with_zones_come_one_after_the_other_by_themselves(wall: Wall) -> None:
    seen = []
    for _ in range(3):
        seen.append(told(wall, "wallFloor"))
        for _ in range(PACE_S):
            wall.beat()
    assert seen == ["East", "West", "East"]


def test_arrows_choose_floor_and_pace_and_the_pace_is_remembered(qtbot: QtBot, page: MapPage, wall: Wall) -> None:
    QTest.keyClick(wall, Qt.Key.Key_Right)
    assert told(wall, "wallFloor") == "West"
    QTest.keyClick(wall, Qt.Key.Key_Down)
    assert wall.pace == 10
    for _ in range(9):
        QTest.keyClick(wall, Qt.Key.Key_Up)
    assert wall.pace == 0
    for _ in range(500):
        wall.beat()
    assert told(wall, "wallFloor") == "West"
    QTest.keyClick(wall, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not page.findChildren(Wall))
    assert opened(qtbot, page).pace == 0


def test_a_report_is_seen_without_a_hand(qtbot: QtBot, plant: TestPlant, wall: Wall) -> None:
    assert "East press" not in urgent(wall)
    zone = zone_named(plant, "East press").id
    plant.run("hazards.report", zone=zone, photos=("0" * 64,), description="Exit blocked")
    qtbot.waitUntil(lambda: "East press" in urgent(wall))
    assert told(wall, "wall-pending") == "1"


def test_old_news_is_said_and_nothing_is_called_urgent(qtbot: QtBot, plant: TestPlant, wall: Wall) -> None:
    zone = zone_named(plant, "East press").id
    plant.run("hazards.report", zone=zone, photos=("0" * 64,), description="Exit blocked")
    qtbot.waitUntil(lambda: "East press" in urgent(wall))
    away: Any = wall.findChild(QLabel, "wallAway")
    assert not away.isVisible()
    bench = plant.workbench
    since = bench.now() - timedelta(hours=2)
    bench.syncing.state = replace(bench.sync_state, hub="unreachable", since=since)
    bench.syncing.state_changed.emit()
    qtbot.waitUntil(away.isVisible)
    assert urgent(wall) == []
    assert told(wall, "wall-unknown") == "1"


def test_no_letter_is_smaller_than_three_hundredths_of_the_screen(wall: Wall) -> None:
    least = wall.height() * 0.03
    letters = [one for one in wall.findChildren(QLabel) if one.isVisible() and one.text()]
    assert len(letters) >= 9
    assert all(one.fontInfo().pixelSize() >= least for one in letters)
    assert wall.plan.letter == wall.height() * SMALL >= least
