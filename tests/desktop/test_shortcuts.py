"""The page of shortcuts is made from what the program does: nothing twice, nothing that does nothing, on paper too."""

from collections import Counter
from collections.abc import Iterator
from operator import attrgetter
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTextBrowser

from desktop.views.action import Action
from desktop.views.pages import PAGES, page_of
from desktop.views.shortcuts import ShortcutsDialog
from desktop.views.window import Window
from tests.desktop.pages import at_work, settings_in
from tests.desktop.plants import TestPlant, open_workbench
from tests.desktop.speaking import speaking


@pytest.fixture(scope="module")
def plant(qapp: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestPlant]:
    made = open_workbench(tmp_path_factory.mktemp("shortcuts"))
    yield made
    made.close()


@pytest.fixture
def window(qtbot: Any, qapp: QApplication, plant: TestPlant, tmp_path: Path) -> Iterator[Window]:
    settings_in(tmp_path)
    with speaking(qapp, "zh"):
        yield at_work(qtbot, plant, "people")


def opened(window: Window, keys: str = "Ctrl+/") -> ShortcutsDialog:
    QTest.keySequence(window, keys)
    (found,) = window.findChildren(ShortcutsDialog)
    return found


@pytest.mark.parametrize("keys", ["?", "Ctrl+/"])
def test_a_key_brings_it_with_every_action_that_has_one(window: Window, keys: str) -> None:
    text = opened(window, keys).findChildren(QTextBrowser)[0].toPlainText()
    for action in (*window.everywhere.offers(), *(one for key, _ in PAGES for one in page_of(key).offers())):
        if action.keys:
            assert action.title in text
            assert action.shown_keys[0] in text


def test_it_can_be_searched(window: Window) -> None:
    dialog = opened(window)
    (field,) = dialog.findChildren(QLineEdit, "shortcutsFilter")
    (text,) = dialog.findChildren(QTextBrowser)
    field.setText("撤销 ctrl+z")
    assert "Ctrl+Z" in text.toPlainText()
    assert "F5" not in text.toPlainText()
    field.setText("占星")
    assert text.toPlainText() == "没有这样的快捷键。"


def test_it_can_be_printed(window: Window, tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "keys.pdf"))
    opened(window).print_to(printer)
    assert (tmp_path / "keys.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "keys.pdf").stat().st_size > 5000


def test_it_goes_when_it_is_closed(window: Window, qtbot: Any) -> None:
    dialog = opened(window)
    with qtbot.waitSignal(dialog.destroyed):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)


@pytest.mark.parametrize("key", [key for key, _ in PAGES])
def test_what_a_page_offers_can_be_done_and_its_keys_are_not_taken(window: Window, key: str) -> None:
    window.go(key)
    page = window.pages[key]
    for action in page.offers():
        if action.run:
            assert callable(attrgetter(action.run)(page)), action.name
            assert isinstance(page.deeds[action.name], QAction)
    assert doubled((*window.everywhere.offers(), *page.offers())) == []


def test_a_key_that_stands_twice_is_seen() -> None:
    one = Action(name="one", title="一", run="x", keys="R", part="list")
    other = Action(name="other", title="二", run="x", keys="R", part="list")
    assert doubled((one, other)) == [("list", "R")]


def doubled(actions: tuple[Action, ...]) -> list[tuple[str, str]]:
    """Keys that two actions would hear in the same part; one of a part is heard beside those of everywhere."""
    found = Counter((action.part, key) for action in actions if action.run for key in action.keys.split())
    everywhere = {key for (part, key) in found if not part}
    twice = [place for place, times in found.items() if times > 1]
    return twice + [(part, key) for part, key in found if part and key in everywhere]


def test_what_has_a_role_is_out_of_reach_without_it(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    page = window.pages["people"]
    assert page.deeds["addPerson"].isEnabled()
    monkeypatch.setattr(window._workbench, "may", lambda kind: kind != "people.add")
    page._allow()
    assert not page.deeds["addPerson"].isEnabled()
    assert page.deeds["addTeam"].isEnabled()
