"""The incidents page on a real plant: a first report is classified, investigated, acted on, concluded and printed."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QPlainTextEdit

from desktop.views.incidents.codes_dialog import CodesDialog
from desktop.views.incidents.page import IncidentsPage
from desktop.widgets.choice import Choice
from services.reports.incident_sheet import print_incident
from services.store.queries.incidents import incident_called
from tests.desktop.pages import part, press, shown
from tests.desktop.plants import TestPlant, open_workbench

SQUARE = [[0.0, 0.0], [20.0, 0.0], [20.0, 20.0], [0.0, 20.0]]


@pytest.fixture
def plant(qapp: Any, tmp_path: Path) -> Iterator[TestPlant]:
    made = open_workbench(tmp_path)
    floor = made.run("floors.add", name="一层", width_m=60.0, height_m=40.0)
    made.run("zones.draw", floor=floor, name="冲压车间", zone_class="A", polygon=SQUARE)
    yield made
    made.close()


@pytest.fixture
def page(qtbot: Any, plant: TestPlant, qtmodeltester: Any) -> IncidentsPage:
    made = shown(qtbot, plant, "incidents")
    assert isinstance(made, IncidentsPage)
    qtmodeltester.check(made.table.model)
    return made


def choose(within: Any, name: str, value: str) -> None:
    choice = part(within, Choice, name)
    choice.setCurrentIndex(choice.findData(value))


def write(within: Any, name: str, text: str) -> None:
    part(within, QLineEdit, name).setText(text)


def test_an_incident_is_recorded_counted_and_taken_back(page: IncidentsPage, plant: TestPlant) -> None:
    assert page.stack.currentIndex() == 1
    press(page, "recordIncident")
    choose(page, "incidentKind", "recordable_injury")
    choose(page, "incidentZone", plant.records("zone")[0].id)
    part(page, QPlainTextEdit, "incidentDescription").setPlainText("换模时手指被夹")
    write(page, "incidentDaysLost", "12")
    press(page, "incidentRecord")
    (made,) = plant.records("incident")
    assert page.panel.shown is not None
    assert (made.days_lost, page.panel.shown.stage) == (12, "investigate")
    assert "12" in page.count.text()
    assert page.panel.shown.code is not None
    assert page.panel.shown.code.code == "20"
    plant.workbench.undo()
    assert plant.records("incident") == ()


def test_a_first_report_is_investigated_to_its_end(page: IncidentsPage, plant: TestPlant, tmp_path: Path) -> None:
    (zone,) = plant.records("zone")
    told = {"zone": zone.id, "kind": "first_aid", "description": "吊带滑脱碰到肩", "injury": "左肩挫伤"}
    me = plant.workbench.me
    assert me is not None
    id_ = plant.run("incidents.report", **told, person=me.id)
    plant.sync()
    page.table.choose(id_)
    assert page.panel.shown is not None
    assert page.panel.shown.stage == "classify"
    press(page, "incidentClassify")
    choose(page, "investigationLeader", me.id)
    press(page, "investigationOpen")
    press(page, "investigate")
    desk = page.panel.desk
    assert isinstance(desk, QDialog)
    write(desk, "why1", "吊带磨损")
    press(desk, "saveWhys")
    choose(desk, "causeBranch", "material")
    write(desk, "causeText", "吊带没有报废标准")
    part(desk, QCheckBox, "causeRoot").setChecked(True)
    press(desk, "addCause")
    write(desk, "actionText", "制定吊索具报废标准并张贴")
    press(desk, "addAction")
    assert desk.grab().width() > 0
    press(desk, "conclude")
    assert plant.records("investigation")[0].concluded_at is None, "nothing is concluded without words"
    write(desk, "conclusion", "缺少报废标准")
    press(desk, "conclude")
    (study,) = plant.records("investigation")
    assert (study.whys, study.causes[0].root, study.conclusion) == (("吊带磨损",), True, "缺少报废标准")
    plant.sync()
    assert page.panel.shown.stage == "act"
    (hazard,) = plant.records("hazard", incident=id_)
    assert hazard.number is not None
    page.print_to(id_, str(tmp_path / "a.pdf"))
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")
    row = plant.workbench.ask(incident_called, number=plant.records("incident")[0].number)
    assert plant.workbench.plant is not None
    masked = print_incident(row, plant.workbench.plant, plant.workbench.now(), "en")
    assert masked.startswith(b"%PDF")


def test_codes_of_an_edition_are_kept(page: IncidentsPage, plant: TestPlant) -> None:
    press(page, "accidentCodes")
    (dialog,) = page.window().findChildren(CodesDialog)
    choose(dialog, "codesEdition", "GB 6441-2025")
    write(dialog, "codesSince", "2026-13-01")
    write(dialog, "code-machinery", "0103")
    write(dialog, "name-machinery", "机械伤害")
    press(dialog, "codesSave")
    assert plant.records("accident_edition") == ()
    write(dialog, "codesSince", "2026-07-01")
    press(dialog, "codesSave")
    (kept,) = plant.records("accident_edition")
    assert (kept.edition, kept.certain, [one.code for one in kept.codes]) == ("GB 6441-2025", False, ["0103"])
