"""The side panel of a zone on the map: its risk, its sensors, its next inspections, and what to do in an emergency."""

import json
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFrame, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.style.theme import theme
from desktop.syncing import SyncState
from desktop.views.floor_plan.page import MapPage
from desktop.views.floor_plan.sensor_chart import SensorChart
from desktop.views.floor_plan.sensor_window import SensorWindow
from desktop.views.floor_plan.time_slider import TimeSlider
from desktop.views.floor_plan.wide_chart import WideChart
from desktop.views.risk.level_tag import LevelTag
from services.core.calendar import day_of
from services.core.operation import Actor
from services.core.roles import Role
from services.hub.ruling import Ruling
from services.store.readings import Reading
from tests.desktop.hazards.story import Story
from tests.desktop.noted import noted_by
from tests.desktop.pages import part, settled, shown

SYSTEM = Actor(None, frozenset({Role.SYSTEM}))
LEFT = Qt.MouseButton.LeftButton


def on_map(qtbot: QtBot, story: Story) -> MapPage:
    """The map with the story's zone chosen."""
    story.plant.sync()
    page = shown(qtbot, story.plant, "map")
    assert isinstance(page, MapPage)
    page.view.pick(story.zone)
    settled(page)
    return page


def texts(page: QWidget, name: str) -> list[str]:
    QApplication.processEvents()  # what has just been added to a layout is shown by an event
    return [one.text() for one in page.findChildren(QLabel, name) if one.isVisible()]


def press(within: QWidget, name: str) -> None:
    QTest.mouseClick(part(within, QPushButton, name), LEFT)


def sensor(story: Story, value: float | None, age: timedelta = timedelta()) -> str:
    """One with a limit of 65 ℃ at the hub; with what it said so long ago, if it ever did."""
    told = {"code": "T-01", "name": "喷漆房温度", "quantity": "temperature", "unit": "℃", "zone": story.zone}
    made = story.do("sensors.add", limit_high=65.0, **told)
    hub = story.plant.served.hub
    if value is not None:
        hub.hear([Reading(made, hub.now() - age, value)])
        noted_by(hub)
    return made


def test_a_zone_of_which_little_is_known_says_what_is_missing(qtbot: QtBot, story: Story) -> None:
    page = on_map(qtbot, story)
    assert texts(page, "noRounds") == ["没有安排巡检。"]
    assert texts(page, "nobodySeen") == ["最近 12 小时无人在此打卡。"]
    assert "无法得知谁在里面" in texts(page, "presenceLimits")[0]
    assert texts(page, "zoneEmergency") == ["尚未填写此处的应急处置措施。"]
    assert texts(page, "zonePhone") == ["尚未填写应急电话"]
    assert not page.findChildren(QLabel, "sensorName")


def test_the_emergency_plan_is_written_from_the_panel_and_taken_back(qtbot: QtBot, story: Story) -> None:
    page = on_map(qtbot, story)
    press(page.panel, "editEmergency")
    dialog = page.findChild(QDialog, "emergencyDialog")
    assert dialog is not None
    QTest.keyClicks(part(dialog, QPlainTextEdit, "emergencyPlan"), "Power off")
    QTest.keyClicks(part(dialog, QLineEdit, "emergencyPhone"), "8119")
    press(dialog, "saveEmergency")
    assert (texts(page, "zoneEmergency"), texts(page, "zonePhone")) == (["Power off"], ["8119"])
    story.plant.sync()
    (zone,) = story.plant.hub_records("zone", id=story.zone)
    assert (zone.emergency, zone.phone) == ("Power off", "8119")
    page.editing.undo()
    assert texts(page, "zonePhone") == ["尚未填写应急电话"]


def test_a_plan_that_is_too_long_is_not_saved_and_not_lost(qtbot: QtBot, story: Story) -> None:
    page = on_map(qtbot, story)
    press(page.panel, "editEmergency")
    dialog = page.findChild(QDialog, "emergencyDialog")
    assert dialog is not None
    plan = part(dialog, QPlainTextEdit, "emergencyPlan")
    plan.setPlainText("断" * 2003)
    assert texts(dialog, "emergencyTooLong") == ["超出 3 个字"]
    assert not part(dialog, QPushButton, "saveEmergency").isEnabled()
    plan.setPlainText("断" * 2000)
    assert texts(dialog, "emergencyTooLong") == []
    press(dialog, "saveEmergency")
    assert texts(page, "zoneEmergency") == ["断" * 2000]


def test_who_is_not_of_the_office_reads_only(qtbot: QtBot, story: Story) -> None:
    story.do("zones.set_emergency", zone=story.zone, emergency="断电", phone="8119")
    person = story.people["赵刚"]
    story.plant.sync()
    story.plant.opened.replica.set_facts(me=person)
    page = on_map(qtbot, story)
    assert texts(page, "zonePhone") == ["8119"]
    assert not [one for one in page.findChildren(QPushButton, "editEmergency") if one.isVisible()]


def test_the_next_inspections_stand_with_who_makes_them(qtbot: QtBot, story: Story) -> None:
    daily: dict[str, Any] = {"every": "FREQ=DAILY", "since": "2020-01-01", "times": ["10:00"]}
    story.do("inspections.plan", name="班前检查", zones=[story.zone], team=story.team, **daily)
    hub = story.plant.served.hub
    with hub.store.look() as look:
        today = day_of(look, hub.now())
    last = today + timedelta(days=5)
    story.do("inspections.make_tasks", first=today.isoformat(), last=last.isoformat())
    page = on_map(qtbot, story)
    assert texts(page, "roundName") == ["班前检查"] * 3, "six are planned, the next three are said"
    assert texts(page, "roundWho") == ["电气班"] * 3
    assert texts(page, "noRounds") == []


def test_who_checked_in_lately_is_seen_and_who_is_doubtful_is_not(qtbot: QtBot, story: Story) -> None:
    story.do("labels.issue", zone=story.zone)
    (label,) = story.plant.hub_records("label")
    story.do("inspections.extra", by="赵刚", zone=story.zone, label=label.id)
    story.do("inspections.extra", zone=story.zone)
    page = on_map(qtbot, story)
    assert texts(page, "seenName") == ["赵刚"], "without the label 王丽 may have been anywhere"
    assert "打卡" in texts(page, "seenAt")[0]
    assert texts(page, "nobodySeen") == []


def test_an_inspection_that_was_missed_stands_among_what_makes_it_red(qtbot: QtBot, story: Story) -> None:
    daily: dict[str, Any] = {"every": "FREQ=DAILY", "since": "2020-01-01", "times": ["10:00"]}
    story.do("inspections.plan", name="班前检查", zones=[story.zone], team=story.team, **daily)
    hub = story.plant.served.hub
    with hub.store.look() as look:
        day = (day_of(look, hub.now()) - timedelta(days=3)).isoformat()
    story.do("inspections.make_tasks", first=day, last=day)
    (task,) = story.plant.hub_records("inspection")
    hub.do("inspections.miss", {"inspections": [task.id]}, SYSTEM)
    page = on_map(qtbot, story)
    said = [one.text() for one in part(page.panel, QFrame, "missedCard").findChildren(QLabel)]
    assert "班前检查" in said
    assert any(one.startswith("巡检漏检") for one in said)


def test_a_risk_point_gives_the_level_and_leads_to_its_page(qtbot: QtBot, story: Story) -> None:
    rows = [{"scores": [6, 6, 7]}]
    made = story.do("risks.add", zone=story.zone, name="上下料", method="lec", rows=rows)
    page = on_map(qtbot, story)
    tag = part(page.panel, LevelTag, "pointLevel")
    assert tag.text.endswith("252")
    assert tag.text.startswith(texts(page, "zoneRisk")[0])
    window: Any = page.held_window  # type: ignore[attr-defined]
    press(page.panel, "riskPoint")
    assert (window.here, window.pages["risk"].table.record().id) == ("risk", made)


@pytest.mark.parametrize(
    ("value", "age", "said"),
    [(70.0, 0, "起高于上限 65 ℃"), (20.0, 0, "在限值内"), (20.0, 20, "起无读数"), (None, 0, "从未有读数")],
)
def test_what_a_sensor_says(qtbot: QtBot, story: Story, value: float | None, age: int, said: str) -> None:
    sensor(story, value, timedelta(minutes=age))
    page = on_map(qtbot, story)
    qtbot.waitUntil(lambda: any(said in one for one in texts(page, "sensorState")))
    assert texts(page, "sensorCalibration") == []
    wanted = [] if value is None else [f"{value:.4g} ℃"]
    qtbot.waitUntil(lambda: texts(page, "sensorValue") == wanted)


def test_while_the_hub_is_away_that_is_said(qtbot: QtBot, story: Story) -> None:
    sensor(story, 20.0)
    page = on_map(qtbot, story)
    qtbot.waitUntil(lambda: texts(page, "sensorValue") == ["20 ℃"])
    story.plant.workbench.syncing._show(SyncState(hub="unreachable"))
    qtbot.waitUntil(lambda: any("连不上中心" in one for one in texts(page, "sensorsAway")))
    qtbot.waitUntil(lambda: texts(page, "sensorValue") == ["20 ℃"])  # what it said last stays, with its age


def words_of(page: MapPage, story: Story) -> str:
    """What the plan says of the story's zone."""
    assert page._facts is not None
    return next(one.words for one in page._facts.map_zones("live") if one.id == story.zone)


def test_a_sensor_beyond_its_limit_stands_among_what_makes_it_yellow(qtbot: QtBot, story: Story) -> None:
    sensor(story, 70.0)
    page = on_map(qtbot, story)
    said = [one.text() for one in part(page.panel, QFrame, "sensorCard").findChildren(QLabel)]
    assert "喷漆房温度" in said
    assert any("高于上限 65 ℃" in one for one in said)
    assert words_of(page, story) == "传感器超限"
    assert texts(page, "zoneTurn") == ["没有传感器超限后转绿。"]


def test_its_values_are_drawn_live_with_the_bounds_of_rules_and_what_they_said(qtbot: QtBot, story: Story) -> None:
    made, hub = sensor(story, 20.0, timedelta(minutes=3)), story.plant.served.hub
    when = {"kind": "sustained", "sensor": "T-01", "above": 40}
    rule = {"format": 1, "name": "喷漆房过热", "when": when, "then": [{"do": "alert", "level": "high", "to": ["team"]}]}
    story.do("rules.add", document=json.dumps(rule), active=True)
    ruling = Ruling(hub)
    ruling.look(hub.now())
    page = on_map(qtbot, story)
    chart = part(page.panel, SensorChart, "sensorChart")
    qtbot.waitUntil(lambda: chart.course is not None and [value for _, value in chart.course.values] == [20.0])
    assert (chart.levels, chart.spoken) == ([40.0, 65.0], ())
    hub.hear([Reading(made, hub.now(), 50.0)])
    qtbot.waitUntil(lambda: chart.course is not None and len(chart.course.values) == 2)
    assert "50 ℃" in chart.toolTip()
    assert not _pixels(chart, "overdue")
    ruling.look(hub.now())
    story.plant.sync()
    qtbot.waitUntil(lambda: bool(part(page.panel, SensorChart, "sensorChart").spoken))
    chart = part(page.panel, SensorChart, "sensorChart")
    assert chart.spoken[0].rule == "喷漆房过热"
    assert chart.course is not None, "what is known is drawn until the hub has answered"
    assert _pixels(chart, "overdue"), "the word of the rule is a band"


def test_a_click_opens_them_large_to_be_zoomed_moved_and_read(qtbot: QtBot, story: Story) -> None:
    made, hub = sensor(story, 20.0, timedelta(minutes=3)), story.plant.served.hub
    hub.hear([Reading(made, hub.now() - timedelta(hours=5), 33.0), Reading(made, hub.now(), 50.0)])
    page = on_map(qtbot, story)
    small = part(page.panel, SensorChart, "sensorChart")
    qtbot.mouseClick(small, Qt.MouseButton.LeftButton)
    window = part(page.window(), SensorWindow, "sensorWindow")
    chart = part(window, WideChart, "wideChart")
    qtbot.waitUntil(lambda: [value for _, value in chart.plot.values] == [20.0, 50.0])
    assert "20 ℃" in part(window, QLabel, "sensorWindowSaid").text()
    read = chart.read_at(chart.plot.x_of(chart.plot.values[0][0], chart.room))
    assert read is not None
    assert read[1] == 20.0
    assert chart.reading_words(read).endswith("· 20 ℃")
    assert chart.read_at(chart.room.left()) is None, "nothing was read there"
    press(window, "sensorLast480")
    qtbot.waitUntil(lambda: [value for _, value in chart.plot.values] == [33.0, 20.0, 50.0])
    assert "按每分钟的高低值" in part(window, QLabel, "sensorWindowSaid").text()
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert chart.shown.ends is not None, "it follows the present no more"
    qtbot.waitUntil(lambda: [value for _, value in chart.plot.values] == [33.0])
    press(window, "sensorNow")
    qtbot.waitUntil(lambda: len(chart.plot.values) == 3)
    window.reject()


def _pixels(chart: SensorChart, colour: str) -> int:
    """How many pixels of the band above the values have a colour."""
    picture = chart.grab().toImage()
    return sum(picture.pixelColor(x, 2) == theme.colour(colour) for x in range(picture.width()))


def test_a_silent_sensor_makes_it_grey(qtbot: QtBot, story: Story) -> None:
    sensor(story, 20.0, timedelta(minutes=20))
    page = on_map(qtbot, story)
    said = [one.text() for one in part(page.panel, QFrame, "sensorCard").findChildren(QLabel)]
    assert any("起无读数" in one for one in said)
    assert words_of(page, story) == "未知 · 传感器无读数"
    assert texts(page, "zoneTurn") == ["传感器恢复读数后即可判断。"]


def test_the_past_has_sensors_as_they_were_and_no_values(
    qtbot: QtBot, story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    sensor(story, 70.0)
    story.plant.sync()
    now = story.plant.workbench.now()
    monkeypatch.setattr(story.plant.workbench, "now", lambda: now + timedelta(minutes=10))
    page = on_map(qtbot, story)
    qtbot.waitUntil(lambda: texts(page, "sensorName") == ["喷漆房温度"])
    QTest.keyClick(part(page, TimeSlider, "timeSlider"), Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: page.time.away and page._facts is not None and not page._facts.present)
    assert texts(page, "sensorName") == ["喷漆房温度"]
    assert texts(page, "sensorValue") == []
    assert "起高于上限 65 ℃" in texts(page, "sensorState")[0]
    assert not [one for one in page.findChildren(QPushButton, "editEmergency") if one.isVisible()]
