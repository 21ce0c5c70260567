"""Take with me: what is chosen is fetched round by round, goes on after a break, can be given up, and is there on the
road; what must ask the hub says so."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from desktop import taking_along
from desktop.views.along.dialog import AlongDialog
from desktop.views.window import Window
from services.store.along import Along, along_of, blobs_along
from services.sync.round import MOST_BLOBS
from tests.desktop.hazards.story import Story
from tests.desktop.pages import settings_in
from tests.desktop.plants import TestPlant, until

MANY = MOST_BLOBS + 2


@pytest.fixture
def laptop(story: Story) -> TestPlant:
    """A console of somebody who will leave; hazards are closed, so that their photos have not come by themselves."""
    story.plant.sync()
    for at in range(MANY):
        hazard = story.report(f"隐患 {at}", 100 + at * 10)
        story.do("hazards.reject", hazard=hazard, reason="不是隐患")
    return story.console("孙丽")


def dialog_on(qtbot: Any, laptop: TestPlant, folder: Path) -> AlongDialog:
    settings_in(folder)
    window = Window()
    qtbot.addWidget(window)
    window.show()
    window.work_with(laptop.workbench, laptop.tasks)
    window.everywhere.take_along()
    dialog = next(one for one in window.findChildren(AlongDialog) if one.isVisible())
    dialog.held_window = window  # type: ignore[attr-defined]
    until(lambda: dialog.size_said.text())
    return dialog


def here(laptop: TestPlant) -> int:
    along = taking_along.taken(laptop.workbench)
    assert along is not None
    return taking_along.baggage(laptop.workbench, along).here


def test_what_is_chosen_comes_round_by_round_and_is_there_on_the_road(
    qtbot: Any, laptop: TestPlant, tmp_path: Path
) -> None:
    dialog = dialog_on(qtbot, laptop, tmp_path)
    assert f"共 {MANY} 张照片和图纸，已有 0 张" in dialog.size_said.text()
    dialog.fetch.click()
    laptop.sync()
    assert here(laptop) == MOST_BLOBS
    laptop.following = None  # the program ends; another one goes on
    laptop.sync()
    assert here(laptop) == MANY
    dialog.look()
    until(lambda: "可以出发" in dialog.state.text())
    assert "全部在本机" in dialog.size_said.text()
    assert not dialog.fetch.isEnabled()

    laptop.opened.client = None
    along = taking_along.taken(laptop.workbench)
    assert along is not None
    for sha256 in laptop.workbench.ask(blobs_along, along=along):
        assert laptop.workbench.photo(sha256) is not None
    refused: list[str] = []
    laptop.workbench.syncing.state = laptop.workbench.syncing.state.__class__("unreachable")
    laptop.workbench.send("people.add", lambda answer: refused.append(answer.code if answer else ""), name="新人")
    assert refused == ["needs_hub"]


def test_it_can_be_given_up_and_what_has_come_stays(qtbot: Any, laptop: TestPlant, tmp_path: Path) -> None:
    dialog = dialog_on(qtbot, laptop, tmp_path)
    dialog.fetch.click()
    laptop.sync()
    along = taking_along.taken(laptop.workbench)
    assert along is not None
    dialog.look()
    until(lambda: dialog.stop.isVisible())
    dialog.stop.click()
    laptop.sync()
    assert taking_along.taken(laptop.workbench) is None
    assert taking_along.baggage(laptop.workbench, along).here == MOST_BLOBS


def test_only_the_floors_that_are_ticked(qtbot: Any, story: Story, laptop: TestPlant, tmp_path: Path) -> None:
    story.do("floors.add", name="二层", building="一号楼", width_m=60, height_m=40)
    laptop.sync()
    dialog = dialog_on(qtbot, laptop, tmp_path)
    item = next(dialog.floors.item(at) for at in range(2) if "二层" in dialog.floors.item(at).text())
    item.setCheckState(Qt.CheckState.Checked)
    until(lambda: dialog.size_said.text().startswith("共 0 张"))


def test_it_ends_by_itself(laptop: TestPlant) -> None:
    now = laptop.opened.replica.clock.wall()
    along = Along(frozenset(), now - timedelta(days=30), now + timedelta(days=2))
    taking_along.take(laptop.workbench, along)
    assert laptop.workbench.ask(along_of, now=now + timedelta(days=1)) == along
    assert laptop.workbench.ask(along_of, now=now + timedelta(days=3)) is None
