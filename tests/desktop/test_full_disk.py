"""A console on a disk that is really full says so in words, keeps what it had, and works again when there is room."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from desktop.views.window import Window
from tests.desktop.pages import settings_in
from tests.desktop.plants import TestPlant, open_workbench
from tests.desktop.speaking import speaking
from tests.full_disk import KINDS, Disk, small_disk


@pytest.fixture(params=KINDS)
def disk(request, tmp_path) -> Iterator[Disk]:
    with small_disk(request.param, tmp_path / "disk", "12m") as made:
        yield made


@pytest.fixture
def plant(qapp: Any, disk: Disk) -> Iterator[TestPlant]:
    made = open_workbench(disk.path)
    yield made
    disk.give_room()
    made.close()


@pytest.fixture
def window(plant: TestPlant, qtbot: Any, tmp_path) -> Iterator[Window]:
    """Made after its plant, and gone before it."""
    settings_in(tmp_path)
    made = Window()
    made.show()
    made.work_with(plant.workbench, plant.tasks)
    yield made
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(made, QEvent.Type.DeferredDelete)


def teams_until_full(plant: TestPlant) -> list[str]:
    """What was kept until an operation was refused."""
    kept: list[str] = []
    for count in range(2000):
        local = plant.workbench.run("teams.add", name=f"第{count}班" + "长" * 30)
        if not local.ok:
            return kept
        kept.append(local.id)
    raise AssertionError("the disk never filled")


def test_a_full_disk_is_said_in_words(qapp: Any, disk, plant, window):
    first = plant.run("teams.add", name="先来的班")
    disk.fill()
    kept = {first, *teams_until_full(plant)}
    (told,) = window.findChildren(QLabel, "toastText")
    assert window.toast.isVisible()
    assert told.text().startswith("这台电脑的磁盘已满，这次没有保存")
    assert {one.id for one in plant.records("team")} == kept
    with speaking(qapp, "en"):
        QTest.keySequence(window, "Ctrl+Z")
        assert told.text().startswith("This computer's disk is full and nothing was saved")
    assert {one.id for one in plant.records("team")} == kept
    disk.give_room()
    assert plant.run("teams.add", name="又有地方了") in {one.id for one in plant.records("team")}
    QTest.keySequence(window, "Ctrl+Z")
    assert {one.id for one in plant.records("team")} == kept
