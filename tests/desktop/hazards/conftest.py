"""A plant's story for every test here, and the consoles it opens, closed at the end."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import strings
from tests.desktop.hazards.story import Story, story_of
from tests.desktop.plants import open_workbench


@pytest.fixture
def story(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Story]:
    strings.install(qapp, "zh")
    plant = open_workbench(tmp_path)
    made = story_of(plant)
    yield made
    for console in made.consoles:
        console.workbench.close()
    plant.close()
