"""Work of one person waits on a computer where another has signed in: who must come is said, by name."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from desktop.syncing import SyncState
from desktop.views.standing import notices
from desktop.views.status_panel import StatusPanel
from desktop.views.window import Window
from services.core.refused import Refused
from tests.desktop.pages import opened, part, settings_in
from tests.desktop.plants import TestPlant, open_workbench
from tests.desktop.speaking import speaking


@pytest.fixture
def plant(qapp: QApplication, tmp_path: Path) -> Iterator[TestPlant]:
    made = open_workbench(tmp_path)
    with speaking(qapp, "zh"):
        yield made
    made.close()


@pytest.fixture
def window(qtbot: Any, plant: TestPlant, tmp_path: Path) -> Window:
    settings_in(tmp_path)
    return opened(qtbot, plant)


def another_signs_in(plant: TestPlant) -> str:
    """王丽's work waits; 李强 sits down at her computer."""
    other = plant.run("people.add", name="李强", roles=["safety_officer"])
    plant.sync()
    me = str(plant.opened.replica.fact("me"))
    plant.run("plant.rename", name="二厂")
    plant.opened.replica.set_facts(me=other)
    return me


def test_the_panel_names_whose_work_waits_and_lists_it(window: Window, plant: TestPlant) -> None:
    me = another_signs_in(plant)
    plant.sync()
    assert plant.workbench.sync_state.trouble == "waits_for_author"
    part(window, QPushButton, "statusDetails").click()
    panel = part(window, StatusPanel, "statusPanel")
    said = part(panel, QLabel, "notice-trouble").text()
    assert said.startswith("王丽在这台电脑上做的工作还没有发送")
    assert "{" not in said
    assert [one.text() for one in panel.findChildren(QLabel, "waitingSentence")] == ["王丽 把工厂改名为“二厂”"]
    plant.opened.replica.set_facts(me=me)
    plant.sync()
    assert plant.workbench.sync_state.trouble is None
    assert plant.workbench.sync_state.facts == {}
    assert [one.name for one in plant.hub_records("plant")] == ["二厂"]


def test_what_a_refusal_is_about_reaches_the_sentence(plant: TestPlant) -> None:
    syncing = plant.workbench.syncing
    syncing._on_failed(Refused("waits_for_author", person="1", name="孙丽"))
    (notice,) = notices(syncing.state, plant.workbench.now())
    assert "孙丽" in notice.text
    told: list[SyncState] = []
    plant.workbench.sync_changed.connect(lambda: told.append(syncing.state))
    syncing._on_failed(Refused("waits_for_author", person="1", name="孙丽"))
    assert told == [], "the same again is no news"
    syncing._on_failed(Refused("waits_for_author", person="2", name="陈刚"))
    assert "陈刚" in next(notices(syncing.state, plant.workbench.now())).text
    assert len(told) == 1


def test_a_state_without_its_facts_would_be_seen(plant: TestPlant) -> None:
    (notice,) = notices(SyncState("in_step", trouble="waits_for_author"), plant.workbench.now())
    assert "{name}" in notice.text
