"""The time slider by hand: mouse and keys on the real map page, over a real replica."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QDateTime, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDateTimeEdit, QFrame, QPushButton
from pytestqt.qtbot import QtBot

from desktop.views.floor_plan.facts import MapFacts
from desktop.views.floor_plan.page import MapPage
from desktop.views.floor_plan.time_slider import TimeSlider
from desktop.words import local
from tests.desktop.pages import part, shown
from tests.desktop.plants import TestPlant

LEFT = Qt.MouseButton.LeftButton
HOUR = timedelta(hours=1)


@pytest.fixture
def page(qtbot: QtBot, overdue: TestPlant) -> MapPage:
    made: MapPage = shown(qtbot, overdue, "map")
    return made


def in_past(qtbot: QtBot, page: MapPage) -> None:
    qtbot.waitUntil(lambda: page.time.away and part(page, QFrame, "timePast").isVisible())


def shows(page: MapPage) -> MapFacts:
    assert page._facts is not None
    return page._facts


def colour(page: MapPage) -> str:
    (status,) = [status for status, count in shows(page).counts("live").items() if count]
    return status


def test_a_click_on_the_slider_shows_the_past_and_now_brings_the_present_back(qtbot: QtBot, page: MapPage):
    slider = part(page, TimeSlider, "timeSlider")
    assert colour(page) == "overdue"
    QTest.mouseClick(slider, LEFT, pos=QPoint(slider.width() // 6, slider.height() // 2))
    in_past(qtbot, page)
    assert colour(page) == "pending", "its time had not passed yet"
    assert not page.edit_button.isEnabled()
    assert not page.import_button.isVisible()
    assert "overdue" in {what for _, what in slider.marks}
    QTest.mouseClick(part(page, QPushButton, "timeBack"), LEFT)
    qtbot.waitUntil(lambda: not page.time.away and colour(page) == "overdue")
    assert page.edit_button.isEnabled()


def test_keys_go_by_a_minute_an_hour_and_a_day(qtbot: QtBot, page: MapPage):
    slider = part(page, TimeSlider, "timeSlider")
    slider.setFocus()
    last = slider.maximum()
    for keys, minutes in ((Qt.KeyboardModifier.NoModifier, 1), (Qt.KeyboardModifier.ControlModifier, 60)):
        QTest.keyClick(slider, Qt.Key.Key_Left, keys)
        last -= minutes
        assert slider.value() == last
    QTest.keyClick(slider, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert slider.value() == last - 1440
    in_past(qtbot, page)
    assert shows(page).now == page.time.bar.wanted


def test_a_moment_can_be_typed_and_played_until_the_present(qtbot: QtBot, page: MapPage):
    clock = part(page, QDateTimeEdit, "timeClock")
    moment = local(page.workbench.now() - HOUR)
    clock.setDateTime(QDateTime(moment.year, moment.month, moment.day, moment.hour, moment.minute, 0))
    in_past(qtbot, page)
    assert local(shows(page).now).replace(second=0) == moment.replace(second=0, microsecond=0)
    page.time.bar.speed.setCurrentIndex(4)
    QTest.mouseClick(part(page, QPushButton, "timePlay"), LEFT)
    qtbot.waitUntil(lambda: not page.time.away)
    assert not page.time.bar.play.isChecked()


def test_editing_ends_where_the_past_begins(qtbot: QtBot, page: MapPage):
    QTest.mouseClick(page.edit_button, LEFT)
    assert page.editing.on
    QTest.keyClick(part(page, TimeSlider, "timeSlider"), Qt.Key.Key_Left)
    in_past(qtbot, page)
    assert not page.editing.on
