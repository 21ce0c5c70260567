"""Pages of the console on a real plant, for tests: the page in its window, and hands for it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from desktop.views.page import Page
from desktop.views.window import Window
from tests.desktop.plants import TestPlant, until
from tests.desktop.speaking import speaking

W = TypeVar("W", bound=QWidget)


def settings_in(folder: Path) -> None:
    """What a window remembers goes into a test's own folder."""
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder))


def opened(qtbot: Any, plant: TestPlant) -> Window:
    """The real window on a plant."""
    window = Window()
    qtbot.addWidget(window)
    window.show()
    window.work_with(plant.workbench, plant.tasks)
    return window


def at_work(qtbot: Any, plant: TestPlant, key: str) -> Window:
    """The real window with the page of this key, and what is typed goes there."""
    window = opened(qtbot, plant)
    window.go(key)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


@contextmanager
def at_work_in_chinese(qtbot: Any, qapp: QApplication, plant: TestPlant, key: str) -> Iterator[Window]:
    """The same on a plant of the test's own, and what it says is Chinese."""
    settings_in(plant.folder)
    with speaking(qapp, "zh"):
        yield at_work(qtbot, plant, key)


def shown(qtbot: Any, plant: TestPlant, key: str) -> Any:
    """The page of this key, visible in the real window, which lives as long as the page is held."""
    settings_in(plant.folder)
    window = opened(qtbot, plant)
    window.go(key)
    page = window.pages[key]
    assert isinstance(page, Page)
    page.held_window = window  # type: ignore[attr-defined]
    return page


def settled(page: Page) -> None:
    """Lets what the page has asked for in tasks come."""
    QApplication.processEvents()
    until(lambda: not page.tasks.busy)


def part(within: QWidget, cls: type[W], name: str) -> W:
    """The widget of this name that has not been thrown away."""
    QApplication.processEvents()  # what has just been added to a layout is shown by an event
    found = [one for one in within.findChildren(cls, name) if one.isVisibleTo(within)]
    if len(found) != 1:
        pytest.fail(f"{len(found)} visible widgets are called {name}")
    return found[0]


def press(within: QWidget, name: str) -> None:
    """Presses the button of this name with the mouse."""
    QTest.mouseClick(part(within, QPushButton, name), Qt.MouseButton.LeftButton)


def toast_text(page: QWidget) -> str:
    """What the window's toast says."""
    QApplication.processEvents()
    text = page.window().findChild(QWidget, "toastText")
    return str(text.text()) if text is not None else ""  # type: ignore[attr-defined]
