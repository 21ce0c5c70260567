"""The first page in the real window, by keys and mouse: what it says is what the records say, and where it leads."""

from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.models.record_table import RECORD
from desktop.syncing import SyncState
from desktop.views.today import facts as today_facts
from desktop.views.today.line_list import deed_box
from desktop.views.today.page import TodayPage
from services.store.readings import Reading
from tests.desktop.hazards.story import Story
from tests.desktop.noted import noted_by
from tests.desktop.pages import shown

LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
DAYS = timedelta(days=1)


def today(qtbot: QtBot, story: Story) -> Any:
    story.plant.sync()
    page = shown(qtbot, story.plant, "today")
    assert isinstance(page, TodayPage)
    settled(qtbot, page)
    return page


def settled(qtbot: QtBot, page: Any) -> None:
    """What is so now has been asked and is shown."""
    page.look_again()
    qtbot.waitUntil(lambda: page.facts is not None and not page._asking and not page.tasks.busy)


def lines(page: Any) -> list[Any]:
    rows = page.list.model()
    return [rows.index(at, 0).data(RECORD) for at in range(rows.rowCount())]


def figure(page: Any, name: str) -> str:
    return str(page.figures.cards[name].figure.text())


def passed_once(story: Story) -> str:
    """A hazard that waits for the second review, which is 王丽's."""
    hazard = story.reviewable("光幕被遮挡")
    story.do("hazards.approve", "孙丽", hazard=hazard)
    return hazard


def later(story: Story, monkeypatch: pytest.MonkeyPatch, by: timedelta) -> None:
    """The console's clock goes on; records stay as they are."""
    now = story.plant.workbench.now()
    monkeypatch.setattr(story.plant.workbench, "now", lambda: now + by)


def test_a_fresh_console_begins_here_and_control_one_leads_back(qtbot: QtBot, story: Story) -> None:
    window = today(qtbot, story).held_window
    assert window.shown_pages()[0] == "today"
    QTest.keySequence(window, "Ctrl+2")
    assert window.here == "map"
    QTest.keySequence(window, "Ctrl+1")
    assert window.here == "today"


def test_nothing_to_do_is_said(qtbot: QtBot, story: Story) -> None:
    page = today(qtbot, story)
    assert page.content.currentWidget() is page.none
    assert [figure(page, name) for name in ("danger", "mine", "unseen")] == ["0", "0", "0"]
    assert figure(page, "rounds") == "–"
    assert not page.figures.cards["danger"].property("loud")


def test_what_is_overdue_is_red_and_comes_first(qtbot: QtBot, story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    old = story.report("护罩缺失")
    page = today(qtbot, story)
    assert figure(page, "danger") == "0"
    later(story, monkeypatch, 9 * DAYS)
    settled(qtbot, page)
    assert figure(page, "danger") == "1"
    assert page.figures.cards["danger"].property("loud")
    first = lines(page)[0]
    assert (first.record, first.sign, first.head, first.who) == (old, "overdue", "现在有危险", "电气班")
    for name in ("danger", "mine", "unseen"):
        heads = [line.many for line in lines(page) if line.group == name and line.head]
        assert figure(page, name) == str(sum(heads)), "the figure and the list say the same number"
    assert first.clock.startswith("超时")
    QTest.mouseClick(page.figures.cards["danger"], LEFT)
    window = page.held_window
    assert (window.here, window.pages["hazards"].hazards.only) == ("hazards", "overdue")


def test_what_waits_for_me_is_opened_by_enter_by_its_button_and_by_a_double_click(qtbot: QtBot, story: Story) -> None:
    hazard = passed_once(story)
    page = today(qtbot, story)
    window = page.held_window
    (line,) = lines(page)
    assert (line.record, line.who, line.role, line.deed) == (hazard, "我", "终核", "复核")
    assert figure(page, "mine") == "1"
    box = page.list.visualRect(page.list.model().index(0, 0))
    places = {"button": deed_box(box).center(), "words": box.bottomLeft() + QPoint(60, -10)}
    page.list.setCurrentIndex(page.list.model().index(0, 0))
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert (window.here, window.pages["hazards"].table.record().id) == ("hazards", hazard)
    assert window.pages["hazards"].panel.isVisible()
    for how in ("button", "words"):
        window.go("today")
        click = QTest.mouseClick if how == "button" else QTest.mouseDClick
        click(page.list.viewport(), LEFT, PLAIN, places[how])
        assert window.here == "hazards", how


def test_a_change_at_the_hub_is_here_when_it_has_come(qtbot: QtBot, story: Story) -> None:
    page = today(qtbot, story)
    hazard = passed_once(story)
    story.plant.sync()
    qtbot.waitUntil(lambda: [line.record for line in lines(page)] == [hazard])
    story.do("hazards.approve", "王丽", hazard=hazard)
    story.plant.sync()
    qtbot.waitUntil(lambda: lines(page) == [])


def test_a_press_on_the_small_map_leads_to_the_zone(qtbot: QtBot, story: Story) -> None:
    page = today(qtbot, story)
    small = page.plant.map
    QTest.mouseClick(small, LEFT, PLAIN, small.place_of(story.zone).toPoint())
    window = page.held_window
    assert (window.here, window.pages["map"].view.selected) == ("map", story.zone)


def test_the_small_map_by_keys(qtbot: QtBot, story: Story) -> None:
    page = today(qtbot, story)
    page.plant.map.setFocus()
    QTest.keyClick(page.plant.map, Qt.Key.Key_Right)
    QTest.keyClick(page.plant.map, Qt.Key.Key_Return)
    assert page.held_window.pages["map"].view.selected == story.zone


def test_what_waits_with_the_hub_away_is_told(qtbot: QtBot, story: Story) -> None:
    page = today(qtbot, story)
    story.plant.run("teams.add", name="电工班")
    story.plant.workbench.syncing._show(SyncState(hub="unreachable"))
    settled(qtbot, page)
    assert figure(page, "unseen") == "1"
    (line,) = lines(page)
    assert (line.group, line.page) == ("unseen", "journal")
    assert "1" in line.what
    QTest.mouseClick(page.figures.cards["unseen"], LEFT)
    assert page.held_window.here == "journal"


def sensor(story: Story, values: list[float], *, age: timedelta = timedelta(), **limits: float) -> str:
    """One at the hub with a value a minute, the last of them so long ago."""
    told: dict[str, Any] = {
        "code": "T-01",
        "name": "喷漆房温度",
        "quantity": "temperature",
        "unit": "℃",
        "zone": story.zone,
    }
    made = story.do("sensors.add", **told | limits)
    hub = story.plant.served.hub
    last = hub.now() - age
    readings = [Reading(made, last - timedelta(minutes=n), value) for n, value in enumerate(reversed(values))]
    hub.hear(readings)
    noted_by(hub)
    return made


@pytest.mark.parametrize(
    ("values", "age", "group", "danger", "loud"),
    [
        ([20.0 + n for n in range(40)], 0, "danger", "1", False),  # climbs: 59 of 65
        ([20.0 + n for n in range(50)], 0, "danger", "1", True),  # is over
        ([20.0] * 40, 20, "unseen", "0", False),  # is silent
    ],
)
def test_sensors(
    qtbot: QtBot, story: Story, values: list[float], age: int, group: str, danger: str, *, loud: bool
) -> None:
    made = sensor(story, values, age=timedelta(minutes=age), limit_high=65.0)
    page = today(qtbot, story)
    qtbot.waitUntil(lambda: bool(lines(page)))
    (line,) = lines(page)
    assert (line.id, line.group, figure(page, "danger")) == (made, group, danger)
    assert f"{values[-1]:.4g} ℃" in line.what + line.note
    assert "的读数" in line.note, "from when the value is"
    assert bool(page.figures.cards["danger"].property("loud")) is loud


def test_a_calm_sensor_is_not_spoken_of(qtbot: QtBot, story: Story) -> None:
    sensor(story, [20.0] * 40, limit_high=65.0)
    page = today(qtbot, story)
    qtbot.waitUntil(lambda: page.facts is not None and len(page.facts.gauges) == 1)
    assert lines(page) == []


def test_a_planted_fault_in_the_facts_is_caught(qtbot: QtBot, story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(today_facts, "waiting_for", lambda *_: today_facts.NOTHING_MINE)
    with pytest.raises(ValueError, match="unpack"):
        test_what_waits_for_me_is_opened_by_enter_by_its_button_and_by_a_double_click(qtbot, story)
