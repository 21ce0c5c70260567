"""A plant, and a plant's story, for every test that wants one; the consoles are closed at the end. And no test leaves
its language to the next."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import strings
from desktop.language import language
from tests.desktop.hazards.story import Story, story_of
from tests.desktop.plants import TestPlant, open_workbench
from tests.desktop.speaking import speaking

MANY = 60


@pytest.fixture(autouse=True)
def same_language_afterwards() -> Iterator[None]:
    """Else what a test sees would hang on which ones ran before it in the same process."""
    before = language.name, list(strings._installed)
    yield
    assert (language.name, strings._installed) == before, "the test has left a language behind"


@pytest.fixture(autouse=True)
def nothing_left_over() -> Iterator[None]:
    """What a test has let go is gone before the next: thousands of widgets else wait for a loop of events or for
    Python's garbage, and each sheet of style dresses them all."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if len(QApplication.topLevelWidgets()) > MANY:
        gc.collect()


@pytest.fixture
def plant(qapp: QApplication, tmp_path: Path) -> Iterator[TestPlant]:
    """A plant just founded, on its first console; nothing of it works on when the test has ended."""
    made = open_workbench(tmp_path)
    yield made
    made.tasks.wait()
    made.close()


@pytest.fixture
def story(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Story]:
    with speaking(qapp, "zh"):
        plant = open_workbench(tmp_path)
        made = story_of(plant)
        yield made
        for console in made.consoles:
            console.workbench.close()
        plant.close()
