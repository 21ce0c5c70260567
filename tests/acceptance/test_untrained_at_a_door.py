"""A zone asks for a course; somebody without it goes in, by a swipe that an outside system sends to the real hub; a
rule speaks at once without a name, the office sees who it was, and after the course the list is empty."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import requests
from PySide6.QtWidgets import QCheckBox

from desktop.views.training.page import TrainingPage
from services.core.shape import utc_text
from tests.desktop.pages import part, press, shown
from tests.desktop.plants import TestPlant, open_workbench, until

pytestmark = pytest.mark.acceptance
SQUARE = [[0.0, 0.0], [20.0, 0.0], [20.0, 20.0], [0.0, 20.0]]
RULE = {"format": 1, "name": "无证进入", "when": {"kind": "untrained"},
        "then": [{"do": "alert", "level": "high", "to": ["ehs_manager"]}]}  # fmt: skip


@pytest.fixture
def plant(qapp: Any, tmp_path: Path) -> Iterator[TestPlant]:
    made = open_workbench(tmp_path, syncing=True)
    floor = made.run("floors.add", name="一层", width_m=60.0, height_m=40.0)
    made.run("zones.draw", floor=floor, name="配电室", zone_class="A", polygon=SQUARE)
    made.run("people.add", name="马超", employee_no="2077")
    made.run("courses.add", name="配电室安全", stage="special_topic")
    made.run("rules.add", document=json.dumps(RULE), active=True)
    made.sync()
    yield made
    made.close()


def swipe(plant: TestPlant, key: str, way: str) -> None:
    """The door's own system tells the hub."""
    at = utc_text(plant.served.hub.now())
    one = {"time": at, "employee_no": "2077", "zone": "配电室", "direction": way, "device": "A", "serial": f"{way}{at}"}
    with requests.Session() as session:
        session.trust_env = False
        head = {"Authorization": f"Bearer {key}", "Content-Type": "text/json"}
        sent = session.post(
            f"{plant.served.url}/ingest/swipes", data=json.dumps(one).encode(), headers=head, timeout=30
        )
    assert sent.json()["taken"] == 1


def test_who_goes_in_without_the_course_is_told_named_to_the_office_and_taught(qtbot: Any, plant: TestPlant) -> None:
    (course,), (zone,) = plant.records("course"), plant.records("zone")
    page = shown(qtbot, plant, "training")
    assert isinstance(page, TrainingPage)
    press(page, "view-doors")
    until(lambda: page.doors.stack.currentIndex() == 1)
    press(page, "setNeeds")
    press(page, f"needs-{zone.code}")
    part(page, QCheckBox, f"tick-{course.id}").setChecked(True)
    press(page, "trainingSave")
    plant.sync()
    assert plant.opened.client is not None
    key = plant.opened.client.call("POST", "/api/connectors/key", json={})["key"]
    swipe(plant, key, "in")
    until(lambda: plant.hub_records("alert"), 30)
    (alert,) = plant.hub_records("alert")
    assert (alert.zone, alert.level, alert.cleared_at) == (zone.id, "high", None)
    assert "马超" not in alert.key + alert.cause, "no name goes into the journal"
    page.doors.refresh()
    until(lambda: page.doors.table.model.rowCount() == 1)
    (row,) = page.doors.table.model.rows  # type: ignore[attr-defined]
    assert (row.name, row.zone, row.times) == ("马超", "配电室", 1)
    assert "配电室安全" in row.lacks
    swipe(plant, key, "out")
    until(lambda: plant.hub_records("alert")[0].cleared_at, 30)
    (person,) = [one.id for one in plant.records("person") if one.name == "马超"]
    today = plant.served.hub.now().date()
    plant.run("training.record", course=course.id, people=[person], day=today.isoformat())
    plant.sync()
    page.doors.refresh()
    until(lambda: page.doors.table.model.rowCount() == 0)
