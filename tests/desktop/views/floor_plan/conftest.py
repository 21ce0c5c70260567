"""The map page alone in a window, with a floor from the project's own drawing; and a plant whose map has a past."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.views.floor_plan.page import MapPage
from desktop.widgets.toast import Toast
from services.plans import write_sample
from tests.desktop.hazards.story import Story
from tests.desktop.plants import TestPlant
from tests.desktop.views.floor_plan.hands import click, part

OUTLINE = [[0, 0], [20, 0], [20, 10], [0, 10]]


@pytest.fixture
def page(qtbot: QtBot, plant: TestPlant) -> MapPage:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1166, 740)
    made = MapPage(plant.workbench, plant.tasks, Toast(window))
    made.setParent(window)
    made.resize(window.size())
    window.show()
    return made


@pytest.fixture
def floor(page: MapPage, plant: TestPlant, qtbot: QtBot, tmp_path: Path) -> str:
    """The project's own drawing imported through the page."""
    file = tmp_path / "hall.dxf"
    write_sample(file)
    page.import_file(str(file))
    qtbot.waitUntil(lambda: bool(page.flow.panel.isVisible()))
    click(part(page, QPushButton, "useAsFloor"))
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.view)
    qtbot.waitUntil(lambda: page.view.picture.underlay is not None)
    return str(plant.records("floor")[0].id)


@pytest.fixture
def overdue(plant: TestPlant, monkeypatch: pytest.MonkeyPatch) -> TestPlant:
    """A zone with a hazard in it, closed by nobody; looked at two days later, when its time has passed."""
    floor = plant.run("floors.add", name="一层", width_m=60, height_m=40)
    zone = plant.run("zones.draw", floor=floor, name="冲压区", zone_class="B", polygon=OUTLINE)
    plant.run("hazards.report", zone=zone, photos=[Story(plant).photo(200)])
    plant.sync()
    assert plant.hub_records("hazard")[0].due_at
    started = plant.workbench.now()
    monkeypatch.setattr(plant.workbench, "now", lambda: started + timedelta(hours=48))
    return plant
