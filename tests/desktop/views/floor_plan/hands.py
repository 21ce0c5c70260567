"""Hands for the map page: what a test does on the plan with mouse and keys, in metres of the floor."""

from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QWidget

from desktop.views.floor_plan.page import MapPage
from desktop.views.floor_plan.plan_view import PlanView
from tests.desktop.plants import TestPlant, until

LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier


def part(page: QWidget, kind: type, name: str) -> Any:
    """The visible widget of this name, as soon as there is one."""

    def seen() -> list[Any]:
        return [one for one in page.findChildren(kind, name) if one.isVisible()]  # type: ignore[var-annotated]

    until(seen)
    return seen()[0]


def click(widget: QWidget) -> None:
    assert widget.isEnabled()
    QTest.mouseClick(widget, LEFT, PLAIN, widget.rect().center())


def choose(page: QWidget, name: str, text: str) -> None:
    found = part(page, QComboBox, name)
    at = next(row for row in range(found.count()) if text in found.itemText(row))
    found.setCurrentIndex(at)
    found.activated.emit(at)


def drag(view: PlanView, *points: tuple[float, float], keys: Qt.KeyboardModifier = PLAIN) -> None:
    path = [view.to_screen(x, y) for x, y in points]
    QTest.mousePress(view, LEFT, keys, path[0])
    for before, after in pairwise(path):
        for step in range(1, 6):
            QTest.mouseMove(view, before + (after - before) * step / 5)
    QTest.mouseRelease(view, LEFT, keys, path[-1])


def tap(view: PlanView, x: float, y: float) -> None:
    QTest.mouseMove(view, view.to_screen(x, y))
    QTest.mouseClick(view, LEFT, PLAIN, view.to_screen(x, y))


def save(page: MapPage, name: str, zone_class: str = "A") -> None:
    field = part(page, QLineEdit, "zoneName")
    field.setText(name)
    choose(page, "zoneClass", zone_class)
    click(part(page, QPushButton, "saveZone"))


def edit(page: MapPage) -> PlanView:
    click(part(page, QPushButton, "editZones"))
    return page.view


def drawn_zone(plant: TestPlant, floor: str, name: str = "仓库", left: float = 5.0) -> str:
    corners = ((left, 5.0), (left + 10, 5.0), (left + 10, 15.0), (left, 15.0))
    return plant.run("zones.draw", floor=floor, name=name, zone_class="B", polygon=corners)
