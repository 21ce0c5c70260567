"""Two moments side by side, by hand: from the map page, over a real replica."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QDateTime, QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDateTimeEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop.views.floor_plan.compare import Compare
from desktop.views.floor_plan.compare_findings import differences, facts_at
from desktop.views.floor_plan.page import MapPage
from desktop.views.floor_plan.time_travel import Past
from desktop.words import local
from tests.desktop.pages import part, shown
from tests.desktop.plants import TestPlant

LEFT = Qt.MouseButton.LeftButton
HOUR = timedelta(hours=1)


@pytest.fixture
def plant(overdue: TestPlant) -> TestPlant:
    """Beside the zone with the hazard a quiet one."""
    away = [[30, 20], [50, 20], [50, 30], [30, 30]]
    floor = overdue.records("floor")[0].id
    overdue.run("zones.draw", floor=floor, name="仓库", zone_class="C", polygon=away)
    overdue.sync()
    return overdue


@pytest.fixture
def compare(qtbot: QtBot, plant: TestPlant) -> Compare:
    page: MapPage = shown(qtbot, plant, "map")
    plant.held_page = page  # type: ignore[attr-defined]
    QTest.mouseClick(part(page, QPushButton, "timeCompare"), LEFT)
    qtbot.waitUntil(lambda: bool(page.findChildren(Compare)))
    made = page.findChildren(Compare)[-1]
    qtbot.waitUntil(lambda: made.list.count() > 0)
    return made


def lines(made: Compare) -> list[str]:
    return [made.list.item(at).text() for at in range(made.list.count())]


def set_clock(qtbot: QtBot, made: Compare, name: str, hours_ago: float) -> None:
    moment = local(made._workbench.now() - hours_ago * HOUR)
    clock, sign = part(made, QDateTimeEdit, name), made.sign.text()
    clock.setDateTime(QDateTime(moment.year, moment.month, moment.day, moment.hour, moment.minute, 0))
    qtbot.waitUntil(lambda: made.sign.text() != sign)


def test_it_says_what_became_worse_and_nothing_of_what_stayed(qtbot: QtBot, compare: Compare):
    set_clock(qtbot, compare, "compareBeforeClock", 47.5)
    assert lines(compare) == ["冲压区 · To rectify → Overdue"]
    assert compare.before.plan.status_of("冲压区") == "pending"
    assert compare.after.plan.status_of("冲压区") == "overdue"
    set_clock(qtbot, compare, "compareAfterClock", 47)
    assert lines(compare) == ["Nothing differs between these two moments."]
    QTest.mouseClick(part(compare, QPushButton, "compareNow"), LEFT)
    qtbot.waitUntil(lambda: lines(compare) == ["冲压区 · To rectify → Overdue"])


def test_a_day_before_can_be_pressed_and_a_year_before_the_journal_cannot(qtbot: QtBot, compare: Compare):
    assert not part(compare, QPushButton, "compareYear").isEnabled()
    set_clock(qtbot, compare, "compareBeforeClock", 47)
    QTest.mouseClick(part(compare, QPushButton, "compareDay"), LEFT)
    day = compare._workbench.now() - 24 * HOUR
    assert compare.before.moment == day.replace(second=0, microsecond=0)


def test_both_plans_show_the_same_part_whichever_is_moved(qtbot: QtBot, compare: Compare):
    one, other = compare.before.plan, compare.after.plan
    seen = [one.camera]
    for move in (
        lambda: one.zoom(3.0, QPointF(40, 40)),
        lambda: QTest.keyClick(other, Qt.Key.Key_Left),
        lambda: QTest.keyClick(other, Qt.Key.Key_Plus),
        lambda: QTest.keyClick(one, Qt.Key.Key_F),
    ):
        move()
        assert one.camera == other.camera != seen[-1]
        seen.append(one.camera)


def test_a_line_brings_its_zone_into_view_on_both(qtbot: QtBot, compare: Compare):
    set_clock(qtbot, compare, "compareBeforeClock", 47.5)
    before = compare.after.plan.camera
    spot = compare.list.visualItemRect(compare.list.item(0)).center()
    QTest.mouseClick(compare.list.viewport(), LEFT, pos=spot)
    for side in (compare.before, compare.after):
        assert side.plan.selected
        off = side.plan.to_screen(10, 5) - side.plan.rect().center()
        assert QPoint(abs(off.x()), abs(off.y())).manhattanLength() <= 4
    assert compare.after.plan.camera.scale != before.scale


def test_zones_that_came_went_were_reshaped_or_renamed_are_told(qtbot: QtBot, compare: Compare, plant: TestPlant):
    zones = {zone.name: zone for zone in plant.records("zone")}
    floor = zones["仓库"].floor
    plant.run("zones.rename", zone=zones["仓库"].id, name="成品库")
    plant.sync()
    plant.run("zones.draw", floor=floor, name="新区", zone_class="D", polygon=[[30, 0], [40, 0], [40, 9], [30, 9]])
    plant.sync()
    qtbot.waitUntil(lambda: compare._time._timeline is not None and compare._time._task is None)
    timeline = compare._time.timeline
    assert timeline is not None
    seq = next(since for values, since, _ in timeline.states("zone") if values["name"] == "成品库")
    earlier = timeline.moment(seq) - timedelta(microseconds=1)
    now = compare._workbench.now()
    one, other = (facts_at(Past(timeline, at, now), floor) for at in (earlier, now))
    told = {each.name: each.words for each in differences(one, other)}
    assert told["成品库"] == ("renamed, was 仓库",)
    assert told["新区"] == ("new zone, Unknown",)
    back = {each.name: each.words for each in differences(other, one)}
    assert back["新区"] == ("zone no longer there, was Unknown",)


def test_escape_leaves(qtbot: QtBot, compare: Compare):
    page = compare.parent()
    assert page is not None
    QTest.keyClick(compare.list, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not page.findChildren(Compare))
