"""The window comes back where it was, by the monitors that are there, and never where nobody sees it."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRect, QSettings
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop.views import monitors
from tests.desktop.pages import settings_in


@pytest.fixture(autouse=True)
def _settings(qapp: Any, tmp_path: Path) -> None:
    settings_in(tmp_path)


def left(qtbot: Any, place: QRect) -> None:
    """A window stood here when it was closed."""
    window = QWidget()
    qtbot.addWidget(window)
    window.setGeometry(place)
    monitors.keep(window)


def opened(qtbot: Any) -> QRect:
    window = QWidget()
    qtbot.addWidget(window)
    monitors.recall(window)
    return window.geometry()


def test_the_place_is_kept(qtbot: Any) -> None:
    place = QRect(0, 25, 800, 700)
    left(qtbot, place)
    assert opened(qtbot) == place


def test_a_window_of_a_monitor_that_is_gone_comes_back_to_be_seen(qtbot: Any) -> None:
    left(qtbot, QRect(4000, 300, 1900, 1000))
    there = QGuiApplication.primaryScreen().availableGeometry()
    seen = opened(qtbot).intersected(there)
    assert seen.width() >= 80
    assert seen.height() >= 80


def test_each_set_of_monitors_has_a_place_of_its_own(qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    at_home, docked = QRect(0, 25, 800, 640), QRect(0, 25, 800, 690)
    left(qtbot, at_home)
    with monkeypatch.context() as patch:
        patch.setattr(monitors, "_here", lambda: "window/monitors/dock")
        left(qtbot, docked)
        assert opened(qtbot) == docked
    assert opened(qtbot) == at_home
    QSettings().remove("window/monitors")
    assert opened(qtbot) == docked, "on monitors never seen before it is as it was last"


def test_no_larger_than_the_monitor_must_it_be(qtbot: Any) -> None:
    """1366×768 at 150 % has room for 911×512 only; here the monitor is 800 wide."""
    window = QWidget()
    qtbot.addWidget(window)
    monitors.recall(window)
    assert window.minimumWidth() <= QGuiApplication.primaryScreen().availableSize().width()
