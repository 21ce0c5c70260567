"""The window on a real plant: keys, rail, what it remembers, refusals told, and other words at once."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from desktop import strings
from desktop.opening import join_hub, open_plant
from desktop.style.theme import theme
from desktop.style.tokens import NAV_RAIL, NAV_WIDE
from desktop.syncing import SyncState
from desktop.views.first_run import FirstRun
from desktop.views.nav_item import NavItem, initials
from desktop.views.pages import PAGES, UNDER, page_class, page_title, used
from desktop.views.window import NARROW, Window
from desktop.workbench import Workbench
from services.core.refused import Refused
from tests.desktop.pages import opened, settings_in
from tests.desktop.plants import PASSWORD, TestPlant, open_workbench
from tests.desktop.speaking import speaking


@pytest.fixture(scope="module")
def plant(qapp: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestPlant]:
    made = open_workbench(tmp_path_factory.mktemp("window"))
    yield made
    made.close()


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path) -> None:
    settings_in(tmp_path)


@pytest.fixture
def window(qtbot: Any, plant: TestPlant) -> Window:
    return opened(qtbot, plant)


def item(window: Window, key: str) -> NavItem:
    (found,) = window.findChildren(NavItem, f"nav-{key}")
    return found


def shown_text(window: Window, name: str) -> str:
    (found,) = window.findChildren(QLabel, name)
    return found.text()


@pytest.mark.parametrize(("key", "place"), PAGES)
def test_every_page_is_built_when_first_wanted_and_only_once(window: Window, key: str, place: str) -> None:
    window.go(key)
    first = window.pages[key]
    assert isinstance(first, page_class(place))
    assert window.stack.currentWidget() is first
    assert item(window, key).isChecked()
    window.go("map")
    window.go(key)
    assert window.pages[key] is first


def test_pages_are_reached_by_number_and_by_press(window: Window) -> None:
    number = 1 + window.numbered_pages().index("hazards")
    QTest.keySequence(window, f"Ctrl+{number}")
    assert window.here == "hazards"
    QTest.mouseClick(item(window, "journal"), Qt.MouseButton.LeftButton)
    assert window.here == "journal"


def test_focus_goes_into_the_page_that_was_asked_for(window: Window) -> None:
    item(window, "people").setFocus()
    QTest.keyClick(item(window, "people"), Qt.Key.Key_Space)
    focus = window.focusWidget()
    assert focus is not None
    assert focus is window.pages["people"] or window.pages["people"].isAncestorOf(focus)


def test_the_rail_is_for_narrow_windows_unless_somebody_chose(window: Window, qtbot: Any, plant: TestPlant) -> None:
    window.resize(NARROW - 100, 768)
    assert window.navigation.width() == NAV_RAIL
    window.resize(NARROW, 900)
    assert window.navigation.width() == NAV_WIDE
    (fold,) = window.findChildren(NavItem, "navFold")
    fold.click()
    assert window.navigation.width() == NAV_RAIL
    window.resize(NARROW + 10, 900)
    assert window.navigation.width() == NAV_RAIL
    assert item(window, "map").toolTip() == page_title("map"), "the name stays as a tooltip"
    again = opened(qtbot, plant)
    again.resize(NARROW, 900)
    assert again.navigation.width() == NAV_RAIL


def test_size_and_page_are_remembered(window: Window, qtbot: Any, plant: TestPlant) -> None:
    window.resize(800, 690)  # Qt keeps a window on its screen, which is small here
    window.go("people")
    window.close()
    again = opened(qtbot, plant)
    assert (again.width(), again.height(), again.here) == (800, 690, "people")


def test_the_other_pages_are_imported_while_nobody_waits(
    window: Window, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    there, threads = {"today"}, set[int]()

    def bring(keys: list[str]) -> None:
        there.update(keys)
        threads.add(threading.get_ident())

    monkeypatch.setattr("desktop.views.window.is_in", lambda key: key in there)
    monkeypatch.setattr("desktop.views.window.bring_in", bring)
    window._ahead.start(0)
    qtbot.waitUntil(lambda: there >= set(window.shown_pages()))
    assert threads == {threading.get_ident()}, "classes of Qt are made on its own thread"


def test_a_page_that_is_no_more_is_not_missed(qtbot: Any, plant: TestPlant) -> None:
    QSettings().setValue("window/page", "astrology")
    assert opened(qtbot, plant).here == "today"


def test_a_refusal_is_told_as_words(window: Window, plant: TestPlant) -> None:
    plant.workbench.refused.emit(Refused("needs_hub"))
    assert window.toast.isVisible()
    text = shown_text(window, "toastText")
    assert text
    assert "needs_hub" not in text


def test_control_z_takes_the_last_change_back(window: Window, plant: TestPlant) -> None:
    team = plant.run("teams.add", name="机修组")
    QTest.keySequence(window, "Ctrl+Z")
    assert team not in [one.id for one in plant.records("team")]
    assert window.toast.isVisible()


def test_the_status_line_counts_what_waits(window: Window, plant: TestPlant) -> None:
    with speaking(QApplication.instance(), "en"):  # type: ignore[arg-type]
        plant.run("teams.add", name="机修组")
        plant.workbench.syncing._show(SyncState(hub="unreachable"))
        assert "unreachable" in shown_text(window, "statusHub")
        assert "1 waiting" in shown_text(window, "statusWaiting")


def test_other_words_as_soon_as_no_task_runs(window: Window, qapp: QApplication, qtbot: Any) -> None:
    with speaking(qapp, "en"):
        window.go("people")
        qtbot.waitUntil(lambda: item(window, "map").text() == "Map")
        strings.install(qapp, "zh")
        qtbot.waitUntil(lambda: item(window, "map").text() == "地图")
        titles = [one.text() for one in window.pages["people"].findChildren(QLabel) if one.property("look") == "title"]
        assert titles == ["人员"]


def test_until_the_first_sync_the_window_says_that_it_waits(qtbot: Any, plant: TestPlant) -> None:
    data = plant.folder / "second"
    console = open_plant(data, plant.served.url)
    join_hub(console, plant.served.url, "王丽", PASSWORD)
    second = replace(plant, opened=console, workbench=Workbench(console, plant.tasks), following=None)
    try:
        window = opened(qtbot, second)
        assert window.stack.currentWidget() is window.waiting
        second.sync()
        assert window.here == "today"
    finally:
        console.close()


def test_the_first_page_goes_with_the_password_that_was_typed(qtbot: Any, plant: TestPlant) -> None:
    window = Window()
    qtbot.addWidget(window)
    first = FirstRun()
    window.show_alone(first)
    window.show()
    assert not window.navigation.isVisible()
    with qtbot.waitSignal(first.destroyed):
        window.work_with(plant.workbench, plant.tasks)
    assert window.navigation.isVisible()
    assert not window.findChildren(QWidget, "firstRun")


def test_the_round_with_initials() -> None:
    assert initials("王丽") == "王"
    assert initials("Wang Li") == "WL"
    assert initials("Li") == "L"
    assert initials("  ") == ""


def test_other_colours_in_icons_too(window: Window, qapp: QApplication, qtbot: Any) -> None:
    theme.apply("light")
    window.go("people")
    old = window.pages["people"]
    (light,) = window.findChildren(QPushButton, "addPerson")
    before = light.icon().pixmap(16).toImage()
    try:
        theme.apply("dark")
        qtbot.waitUntil(lambda: window.pages["people"] is not old)  # as soon as no task runs
        qapp.sendPostedEvents(None, 52)  # DeferredDelete
        (dark,) = window.findChildren(QPushButton, "addPerson")
        assert dark.icon().pixmap(16).toImage() != before
    finally:
        theme.apply("light")


def visible(window: Window) -> list[str]:
    return [key for key, _ in PAGES if not item(window, key).isHidden()]


def test_a_low_window_shows_the_pages_under_another_only_where_one_is(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.resize(NARROW, 1100)
    window.go("today")
    assert visible(window) == window.shown_pages()
    window.resize(NARROW, 640)
    assert visible(window) == [key for key in window.shown_pages() if key not in UNDER]
    window.go("labels")
    assert {"risk", "labels"} <= set(visible(window))
    window.go("people")
    assert "labels" not in visible(window)
    monkeypatch.setattr(Workbench, "sync_state", SyncState(conflicts=2))
    window.navigation._count_conflicts()
    assert "conflicts" in visible(window), "somebody has to decide"


def test_with_a_page_go_those_under_it() -> None:
    assert "rules" not in used(("alerts",))
    assert "alerts" in used(("rules",))
