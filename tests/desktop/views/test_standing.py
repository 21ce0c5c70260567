"""What the status line and its panel say, state by state: calm while all is well, one loud thing otherwise."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QProgressBar, QPushButton, QWidget

from desktop.syncing import SyncState
from desktop.views.bringing import Bringing
from desktop.views.standing import held_up, hub_words, notices, waiting_words
from desktop.views.status_panel import StatusPanel
from desktop.views.window import Window
from services.core.refused import Refused
from services.sync.client import Unreachable
from tests.desktop.pages import opened, part, settings_in
from tests.desktop.plants import TestPlant, open_workbench
from tests.desktop.speaking import speaking

pytestmark = pytest.mark.usefixtures("in_chinese")

NOW = datetime(2026, 11, 26, 6, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
IN_STEP = SyncState("in_step", NOW - 60 * MINUTE)


@pytest.fixture
def in_chinese(qapp: QApplication) -> Iterator[None]:
    with speaking(qapp, "zh"):
        yield


@pytest.fixture(scope="module")
def plant(qapp: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestPlant]:
    made = open_workbench(tmp_path_factory.mktemp("standing"))
    yield made
    made.close()


@pytest.fixture
def window(qtbot: Any, plant: TestPlant, tmp_path: Path) -> Window:
    settings_in(tmp_path)
    return opened(qtbot, plant)


def said(state: SyncState) -> list[tuple[str, str]]:
    return [(one.code, one.text) for one in notices(state, NOW)]


def show(plant: TestPlant, **state: Any) -> None:
    plant.workbench.syncing.state = SyncState()
    plant.workbench.syncing._show(replace(SyncState("in_step"), **state))


def is_loud(window: Window) -> list[str]:
    QApplication.processEvents()
    line = window.findChild(QFrame, "statusLine")
    assert line is not None
    return [one.objectName() for one in line.findChildren(QWidget) if one.property("loud")]


def test_all_is_well_and_nothing_more_is_said() -> None:
    assert hub_words(IN_STEP, NOW) == "中心已同步"
    assert waiting_words(IN_STEP, NOW) == "待发送 0 条"
    assert said(IN_STEP) == []


def test_a_first_copy_says_how_much_of_it_is_here() -> None:
    assert "42 %" in hub_words(replace(IN_STEP, hub="starting", progress=0.421), NOW)


@pytest.mark.parametrize(
    ("hub", "minutes", "too_long"),
    [("in_step", 14, False), ("in_step", 16, True), ("unreachable", 16, False)],
)
def test_what_waits_too_long_is_held_up_only_where_the_hub_could_have_it(
    hub: str, minutes: int, too_long: bool
) -> None:
    state = replace(IN_STEP, hub=hub, waiting=3, oldest=NOW - minutes * MINUTE)
    assert held_up(state, NOW) is too_long
    assert waiting_words(state, NOW).startswith(f"待发送 3 条 · {minutes} 分")
    assert ("迟迟未发出" in waiting_words(state, NOW)) is too_long


def test_ages_and_moments_are_counted_by_the_hubs_clock() -> None:
    """A computer that is three hours ahead has kept its own moments."""
    skew = 180 * MINUTE
    state = replace(IN_STEP, hub="unreachable", skew=skew, since=NOW + skew, waiting=1, oldest=NOW + skew - 5 * MINUTE)
    assert waiting_words(state, NOW) == "待发送 1 条 · 5 分"
    assert hub_words(state, NOW) == hub_words(replace(state, skew=timedelta(), since=NOW), NOW)


@pytest.mark.parametrize(("seconds", "words"), [(120, ""), (-119, ""), (300, "快 5 分"), (-7260, "慢 2 小时 1 分")])
def test_a_clock_that_is_off_says_by_how_much_and_what_holds(seconds: int, words: str) -> None:
    (text,) = [text for _, text in said(replace(IN_STEP, skew=timedelta(seconds=seconds)))] or [""]
    assert words in text
    assert bool(text) is bool(words)
    assert not text or "以中心的时钟为准" in text


@pytest.mark.parametrize(("why", "word"), [("restored", "备份"), ("damaged", "没有丢失")])
def test_a_copy_made_anew_is_told_for_some_minutes(why: str, word: str) -> None:
    fresh = replace(IN_STEP, renewed=why, renewed_at=NOW - 9 * MINUTE)
    assert [(code, word in text) for code, text in said(fresh)] == [(why, True)]
    assert said(replace(fresh, renewed_at=NOW - 11 * MINUTE)) == []


def test_what_stops_syncing_comes_first() -> None:
    state = replace(IN_STEP, trouble="hub_older", skew=10 * MINUTE, renewed="restored", renewed_at=NOW + 10 * MINUTE)
    assert [code for code, _ in said(state)] == ["trouble", "skew", "restored"]


@pytest.mark.parametrize("code", ["foreign_hub", "hub_empty"])
def test_another_hub_at_the_address_is_not_in_step(window: Window, plant: TestPlant, code: str) -> None:
    show(plant)
    plant.workbench.syncing._on_failed(Refused(code))
    state, now = plant.workbench.sync_state, plant.workbench.now()
    assert state.hub == "unreachable"
    assert "连不上中心" in hub_words(state, now)
    assert [one.code for one in notices(state, now)] == ["trouble"]
    assert "请检查中心地址" in next(notices(state, now)).text
    plant.workbench.syncing._on_failed(Unreachable("cut"))
    assert plant.workbench.sync_state.trouble is None
    show(plant)


def test_one_thing_is_loud_at_most(window: Window, plant: TestPlant) -> None:
    show(plant)
    assert is_loud(window) == []
    show(plant, skew=10 * MINUTE)
    assert is_loud(window) == ["statusNotice"]
    show(plant, skew=10 * MINUTE, trouble="hub_older")
    assert is_loud(window) == ["statusNotice"]
    show(plant)
    assert is_loud(window) == []


def test_a_press_on_the_hub_shows_what_waits_and_escape_closes_it(window: Window, plant: TestPlant) -> None:
    plant.run("teams.add", name="机修组")
    part(window, QPushButton, "statusDetails").click()
    panel = part(window, StatusPanel, "statusPanel")
    assert [one.text() for one in panel.findChildren(QLabel, "waitingSentence")] == ["王丽 新增了班组“机修组”"]
    assert plant.workbench.opened.url in part(panel, QLabel, "statusSince").text()
    plant.sync()
    QApplication.processEvents()
    assert not [one for one in panel.findChildren(QLabel, "waitingSentence") if one.isVisible()]
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    assert not panel.isVisible()


def test_a_press_elsewhere_closes_the_panel(window: Window) -> None:
    part(window, QPushButton, "statusDetails").click()
    panel = part(window, StatusPanel, "statusPanel")
    QTest.mouseClick(panel, Qt.MouseButton.LeftButton)
    assert panel.isVisible()
    QTest.mouseClick(window.stack, Qt.MouseButton.LeftButton)
    assert not panel.isVisible()


def test_the_panel_leads_to_the_journal(window: Window, plant: TestPlant) -> None:
    plant.run("teams.add", name="电工组")
    part(window, QPushButton, "statusDetails").click()
    part(window, QPushButton, "waitingInJournal").click()
    assert window.here == "journal"


def test_the_waiting_page_shows_how_much_of_the_plant_is_here(qtbot: Any, plant: TestPlant) -> None:
    page = Bringing("正在打开工厂…")
    qtbot.addWidget(page)
    page.follow(plant.workbench)
    show(plant, hub="starting", progress=0.25)
    bar, share = page.findChild(QProgressBar), page.findChild(QLabel, "bringingShare")
    assert bar is not None and share is not None  # noqa: PT018 - for mypy
    assert (bar.value() / bar.maximum(), share.text(), bar.isHidden()) == (0.25, "25 %", False)
    show(plant, hub="unreachable", since=plant.workbench.now())
    assert bar.isHidden()
    assert "连不上中心" in share.text()
