"""The time slider by hand: mouse and keys on the real map page, over a real replica."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QDateTime, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDateTimeEdit, QFrame, QLabel, QPushButton, QWidget
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


def test_a_stretch_of_a_long_past_is_dragged_to_the_minute(qtbot: QtBot, page: MapPage):
    slider, chooser = part(page, TimeSlider, "timeSlider"), part(page, QComboBox, "timeStretch")
    chooser.setCurrentIndex(chooser.findData(2 * 60))
    chooser.activated.emit(chooser.currentIndex())
    last = slider.maximum()
    assert slider.ends == (last - 120, last)
    for back in (31, 90, 17):
        QTest.mouseClick(slider, LEFT, pos=QPoint(slider.place(last - back), slider.height() // 2))
        assert slider.value() == last - back
    in_past(qtbot, page)
    QTest.keyClick(slider, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert slider.ends[0] <= slider.value() <= slider.ends[1]
    assert slider.ends[1] - slider.ends[0] == 120
    QTest.mousePress(slider, LEFT, pos=QPoint(20, 10))
    before = slider.ends[0]
    for _ in range(3):
        QTest.mouseMove(slider, QPoint(-30, 10))
        QTest.mouseMove(slider, QPoint(-31, 10))
    QTest.mouseRelease(slider, LEFT, pos=QPoint(-31, 10))
    assert slider.value() == slider.ends[0] < before


def test_the_wheel_shows_less_about_the_moment_under_the_mouse_and_all_again(qtbot: QtBot, page: MapPage):
    slider = part(page, TimeSlider, "timeSlider")
    at = QPointF(slider.width() / 3, 10.0)
    minute = slider.minute(at.x())
    slider.setValue(minute)  # else the present, which is always to be seen, holds the stretch at the end
    for _ in range(3):
        turn_wheel(slider, at, 120)
    assert slider.stretch is not None
    assert slider.stretch < (slider.maximum() - slider.minimum()) / 4
    chooser = part(page, QComboBox, "timeStretch")
    assert chooser.currentData() is None, "none of the stretches that are offered"
    assert abs(slider.minute(at.x()) - minute) <= slider.stretch / 20
    assert slider.ends[0] <= slider.value() <= slider.ends[1]
    for _ in range(4):
        turn_wheel(slider, at, -120)
    assert slider.ends == (slider.minimum(), slider.maximum())
    assert chooser.currentData() == 0


def test_a_day_of_the_past_is_not_called_today(qtbot: QtBot, page: MapPage):
    slider = part(page, TimeSlider, "timeSlider")
    slider.setValue(slider.minimum() + 5)
    in_past(qtbot, page)
    (zone,) = shows(page).zones
    page.view.pick(zone)
    reported = local(page.workbench.now() - 48 * HOUR)
    qtbot.waitUntil(lambda: any(f"{reported:%m-%d}" in one.text() for one in page.panel.findChildren(QLabel)))
    assert not [one.text() for one in page.panel.findChildren(QLabel) if "今天" in one.text()]


def test_a_crowd_of_marks_becomes_bars_of_which_each_kind_has_its_lane(page: MapPage):
    slider = part(page, TimeSlider, "timeSlider")
    last = slider.maximum()
    crowd = [(last - 60 - n % 7, "reported") for n in range(500)] + [(last - 60, "closed"), (0, "overdue")]
    slider.set_marks(crowd)
    found = slider.bars()
    assert sum(found.values()) == len(crowd)
    assert len(found) <= 3 + 7
    assert max(found.values()) >= 500 / 7
    slider.grab()


def turn_wheel(widget: QWidget, at: QPointF, by: int) -> None:
    plain, none = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.NoButton
    turned, phase = QPoint(0, by), Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(at, widget.mapToGlobal(at), QPoint(), turned, none, plain, phase, False)
    QApplication.sendEvent(widget, event)
