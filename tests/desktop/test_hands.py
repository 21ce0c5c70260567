"""Every page by the keys alone: Tab goes through all that can be worked and comes back, what has the keys can be seen
in both themes, and whoever hears the program is told what each thing is called. And what the menu of a table offers."""

from collections.abc import Iterable, Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QScrollArea,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.style.theme import theme
from desktop.views.pages import PAGES
from desktop.views.window import Window
from desktop.widgets.spoken import SpokenCells, nameless, reachable
from tests.desktop.pages import at_work_in_chinese, settled
from tests.desktop.plants import TestPlant, open_workbench

MOST = 200
AROUND = 3


@pytest.fixture(scope="module")
def plant(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestPlant]:
    made = open_workbench(tmp_path_factory.mktemp("hands"))
    made.run("teams.add", name="机修班")
    yield made
    made.close()


@pytest.fixture(scope="module")
def window(qapp: QApplication, plant: TestPlant, request: pytest.FixtureRequest) -> Iterator[Window]:
    with at_work_in_chinese(QtBot(request), qapp, plant, "today") as made:
        yield made
        made.close()


def shown(window: Window, key: str) -> QWidget:
    window.go(key)
    settled(window.pages[key])
    return window.pages[key]


def by_tab() -> list[QWidget]:
    """What has the keys, one after the other, until one of them has them again."""
    found: list[QWidget] = []
    for _ in range(MOST):
        here = QApplication.focusWidget()
        if here is None or here in found:
            return found
        found.append(here)
        QTest.keyClick(here, Qt.Key.Key_Tab)
    raise AssertionError("Tab does not come back")


def picture(window: Window, of: QWidget) -> bytes:
    place = QRect(of.mapTo(window, QPoint(0, 0)), of.size()).adjusted(-AROUND, -AROUND, AROUND, AROUND)
    return bytes(window.grab(place.intersected(window.rect())).toImage().constBits())


def bring(one: QWidget) -> None:
    """Scrolls to where it can be seen."""
    above = one.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(one)
        above = above.parentWidget()


def unseen(window: Window, one: QWidget) -> bool:
    """Whether it looks the same with the keys as without them."""
    bring(one)
    one.setFocus(Qt.FocusReason.TabFocusReason)
    if QApplication.focusWidget() is not one:
        return False
    seen = picture(window, one)
    one.clearFocus()
    QApplication.processEvents()
    return picture(window, one) == seen


def said(one: QWidget) -> str:
    above = one.parentWidget()
    return f"{type(one).__name__} {one.objectName()} in {above.objectName() if above else 'nothing'}"


@pytest.mark.parametrize("key", [key for key, _ in PAGES])
def test_a_page_by_the_keys_alone(window: Window, key: str) -> None:
    page = shown(window, key)
    assert [said(one) for one in nameless(page)] == []
    walked = [*by_tab(), *by_tab()]  # the first time, a row that got the keys has opened its panel
    left = [one for one in reachable(page) if one not in walked and one.focusProxy() not in walked]
    assert [said(one) for one in left] == [], "Tab does not come there"


@pytest.mark.parametrize("tint", ["light", "dark"])
def test_what_has_the_keys_can_be_seen(window: Window, tint: str) -> None:
    before = theme.name
    theme.apply(tint)
    found = [said(one) for key, _ in PAGES for one in kinds(reachable(shown(window, key))) if unseen(window, one)]
    theme.apply(before)
    assert found == []


def kinds(all_: Iterable[QWidget]) -> Iterator[QWidget]:
    """One of each look, as a page may have a hundred fields alike."""
    looks = set()
    for one in all_:
        look = (type(one).__name__, one.property("look"), one.property("checked"), one.property("place"))
        if look not in looks:
            looks.add(look)
            yield one


def test_what_has_no_name_and_what_looks_alike_is_found(qtbot: QtBot, window: Window) -> None:
    part = QWidget(window)
    field = QWidget()  # paints nothing of its own, whatever the style says of others
    field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    layout = QVBoxLayout(part)
    layout.addWidget(QLabel("…"))
    layout.addWidget(field)
    part.resize(300, 200)
    part.show()
    assert list(nameless(part)) == [field]
    assert unseen(window, field)
    field.setAccessibleName("a name")
    assert list(nameless(part)) == []
    part.deleteLater()


def menu_of(window: Window) -> dict[str, QAction]:
    """What the menu of the people's table offers for what is chosen."""
    table = window.pages["people"].table  # type: ignore[attr-defined]
    for earlier in table.findChildren(QMenu):
        earlier.close()
    index = table.view.model().index(0, 0)
    table.view.customContextMenuRequested.emit(table.view.visualRect(index).center())
    QApplication.processEvents()
    (menu,) = [one for one in table.findChildren(QMenu) if one.isVisible()]
    return {one.text(): one for one in menu.actions()}


def test_the_menu_copies_a_cell_and_rows_without_their_head(window: Window) -> None:
    page = shown(window, "people")
    view = page.table.view  # type: ignore[attr-defined]
    view.selectAll()
    view.setCurrentIndex(view.model().index(0, 0))
    deeds = menu_of(window)
    deeds["复制此单元格"].trigger()
    assert QGuiApplication.clipboard().text() == "王丽"
    deeds["复制所选行（不含表头）"].trigger()
    assert QGuiApplication.clipboard().text().startswith("王丽\t")


def test_several_people_get_a_team_at_once_and_it_is_taken_back_at_once(window: Window, plant: TestPlant) -> None:
    for name in ("赵刚", "李安"):
        plant.run("people.add", name=name)
    page = shown(window, "people")
    page.refresh()  # type: ignore[attr-defined]
    page.table.view.selectAll()  # type: ignore[attr-defined]
    (team,) = plant.records("team")
    teams = menu_of(window)["设置 3 人的班组"].menu()
    assert isinstance(teams, QMenu)
    teams.actions()[0].trigger()
    assert [one.team for one in plant.records("person")] == [team.id] * 3
    plant.workbench.undo()
    assert [one.team for one in plant.records("person")] == [None] * 3


def test_a_cell_that_is_typed_into_is_called_by_its_columns_head(qtbot: QtBot, window: Window) -> None:
    table = QTableWidget(1, 2, window)
    table.setHorizontalHeaderLabels(["X", "Longitude, latitude"])
    place = QTableWidgetItem("120.6, 31.3")
    table.setItem(0, 1, place)
    table.setAccessibleName("Control points")
    table.setItemDelegate(SpokenCells(table))
    table.resize(300, 200)
    table.show()
    table.editItem(place)
    assert [one.accessibleName() for one in table.findChildren(QLineEdit)] == ["Longitude, latitude"]
    assert list(nameless(table)) == []
    table.deleteLater()
