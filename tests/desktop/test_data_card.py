"""Everything is exported from the settings, saved onto this computer, and made into a plant again."""

from pathlib import Path
from typing import Any

from pytestqt.qtbot import QtBot

from services.exports.reading import import_everything
from services.store.folder import PlantFolder
from tests.desktop.hazards.story import Story
from tests.desktop.pages import press, shown, toast_text
from tests.desktop.plants import TestPlant, until


def found(plant: TestPlant, state: str) -> tuple[Any, ...]:
    plant.sync()
    return plant.records("data_export", export_state=state)


def test_it_is_made_for_a_reason_saved_and_removed(story: Story, qtbot: QtBot, tmp_path: Path) -> None:
    plant = story.plant
    plant.sync()
    page: Any = shown(qtbot, plant, "settings")
    page.show_only("data")
    page.data._on_reason("转到其他系统")
    until(lambda: found(plant, "good"), 60)
    page.data.follow()
    [one] = found(plant, "good")
    assert one.export_reason == "转到其他系统"
    out = tmp_path / "out.zip"
    page.data.save(one, str(out))
    until(out.exists, 60)
    made = import_everything(out, PlantFolder(tmp_path / "again"))
    assert made.name == plant.records("plant")[0].name
    until(lambda: page.data._saving is None, 60)
    assert str(out) in toast_text(page)
    kept = plant.served.hub.folder.root / "exports" / one.file
    assert kept.exists()
    press(page.data, f"removeExport-{one.id}")
    until(lambda: found(plant, "gone"), 60)
    until(lambda: not kept.exists(), 60)
