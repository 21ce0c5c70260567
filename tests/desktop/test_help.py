"""Help opens the guide at what one looks at: by its key on a page and in a dialog, and from the navigation."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from desktop.guide import keys, page
from desktop.style.theme import theme
from desktop.views.help.window import HelpWindow
from desktop.views.nav_item import NavItem
from desktop.views.window import Window
from tests.desktop.pages import at_work, settings_in
from tests.desktop.plants import TestPlant, open_workbench
from tests.desktop.speaking import speaking


@pytest.fixture(scope="module")
def plant(qapp: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestPlant]:
    made = open_workbench(tmp_path_factory.mktemp("help"))
    yield made
    made.close()


@pytest.fixture
def window(qtbot: Any, qapp: QApplication, plant: TestPlant, tmp_path: Path) -> Iterator[Window]:
    settings_in(tmp_path)
    with speaking(qapp, "zh"):
        made = at_work(qtbot, plant, "hazards")
        yield made
        made.close()


def asked(window: Window) -> HelpWindow:
    QTest.keySequence(window, "F1")
    return window.everywhere.helping.shown


def test_it_opens_at_the_page_that_is_shown(window: Window) -> None:
    shown = asked(window)
    assert shown.isVisible()
    assert shown.here == ("hazards", "")
    assert "一条隐患的路" in shown.paper.toPlainText()
    assert "{#" not in shown.paper.toPlainText()
    window.go("labels")
    assert asked(window) is shown
    assert shown.here == ("labels", "")


def test_it_opens_at_what_has_the_keys(window: Window, qtbot: Any) -> None:
    window.everywhere.report()
    (dialog,) = window.findChildren(QDialog, "reportDialog")

    def has_the_keys() -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and focus.window() is dialog

    qtbot.waitUntil(has_the_keys)
    QTest.keySequence(dialog, "F1")
    assert window.everywhere.helping.shown.here == ("hazards", "report")
    dialog.reject()


def test_another_window_does_not_take_the_key_of_this_ones_dialogs(
    window: Window, qtbot: Any, plant: TestPlant
) -> None:
    other = at_work(qtbot, plant, "hazards")
    window.activateWindow()
    test_it_opens_at_what_has_the_keys(window, qtbot)
    other.close()


def test_the_navigation_opens_it_and_the_window_takes_it_along(window: Window) -> None:
    (item,) = window.findChildren(NavItem, "navHelp")
    item.click()
    shown = window.everywhere.helping.shown
    assert shown.isVisible()
    window.close()
    assert not shown.isVisible()


def test_back_and_forward_and_links(window: Window) -> None:
    shown = asked(window)
    shown.follow(QUrl("labels.md#blank"))
    assert shown.here == ("labels", "blank")
    shown.follow(QUrl("#worn"))
    assert shown.here == ("labels", "worn")
    shown.back.click()
    assert shown.here == ("labels", "blank")
    shown.back.click()
    assert shown.here == ("hazards", "")
    assert not shown.back.isEnabled()
    shown.forward.click()
    assert shown.here == ("labels", "blank")
    chosen = shown.tree.currentItem()
    assert chosen is not None
    assert chosen.text(0) == page("zh", "labels").title


def test_what_is_searched_is_opened_at_its_heading(window: Window) -> None:
    shown = asked(window)
    shown.field.setText("作废")
    assert shown.left.currentWidget() is shown.found
    assert shown.found.count() > 1
    shown.field.setText("空白标签")
    QTest.keyClick(shown.field, Qt.Key.Key_Return)
    assert shown.here[0] == "labels"
    assert shown.paper.verticalScrollBar().value() > 0
    shown.field.setText("占星")
    assert shown.found.item(0).text() == "指南里没有找到相关内容。"
    shown.field.clear()
    assert shown.left.currentWidget() is shown.tree


def test_each_page_can_be_read_in_both_languages(qtbot: Any, qapp: QApplication, tmp_path: Path) -> None:
    settings_in(tmp_path)
    for lang in ("zh", "en"):
        with speaking(qapp, lang):
            shown = HelpWindow()
            qtbot.addWidget(shown)
            for key in keys():
                shown.lead((key, ""))
                assert page(lang, key).title in shown.paper.toPlainText()


def test_it_speaks_another_language_and_has_other_colours_at_once(window: Window) -> None:
    shown = asked(window)
    window.everywhere.begin_again()
    again = window.everywhere.helping.shown
    assert again is not shown
    assert again.here == ("hazards", "")
    assert again.isVisible()
    theme.changed.emit()
    assert "一条隐患的路" in again.paper.toPlainText()
