"""A drill of alerts is begun by hand and acknowledged, and what came of it is seen; the weekly one is set."""

from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop.views.alerts.drills import Drills, result, status
from desktop.widgets.choice import Choice
from tests.desktop.pages import part, press, shown
from tests.desktop.plants import TestPlant, open_workbench


@pytest.fixture
def plant(qapp: Any, tmp_path: Any) -> Any:
    made = open_workbench(tmp_path)
    yield made
    made.close()


def test_a_drill_is_begun_and_what_came_of_it_is_seen(qtbot: Any, plant: TestPlant) -> None:
    page: Any = shown(qtbot, plant, "alerts")
    press(page, "showDrills")
    (dialog,) = page.window().findChildren(Drills)
    assert dialog.stack.currentIndex() == 1, "none yet, and it says what one is"
    press(dialog, "beginDrill")
    plant.sync()
    QApplication.processEvents()
    (drill,) = plant.records("alert_drill")
    me = plant.workbench.me
    assert me is not None
    assert (drill.person, drill.by) == (me.id, me.id)
    (row,) = [dialog.table.model.record_at(0)]
    assert (row.id, status(row)) == (drill.id, "pending")
    press(page, "drillCame")
    plant.sync()
    QApplication.processEvents()
    row = dialog.table.model.record_at(0)
    assert (row.drill.in_time, status(row)) == (True, "normal")
    assert "1" in result(row)
    assert not page.asked.isVisibleTo(page)


def test_the_weekly_one_is_set_and_taken_back(qtbot: Any, plant: TestPlant) -> None:
    page: Any = shown(qtbot, plant, "settings")
    page.show_only("alerts")
    day, to = part(page, Choice, "drillDay"), part(page, Choice, "drillTo")
    assert day.currentData() == ""
    day.setCurrentIndex(day.findData("2"))
    to.setCurrentIndex(to.findData("ehs_manager"))
    part(page, QLineEdit, "drillAt").setText("09:30")
    press(page, "saveDrill")
    made = plant.workbench.plant
    assert made is not None
    assert (made.drill_day, made.drill_at, made.drill_to) == (2, "09:30", "ehs_manager")
    plant.workbench.undo()
    QApplication.processEvents()
    assert day.currentData() == ""
