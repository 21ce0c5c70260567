"""All that the drawing suggests, taken from a list by hand, and taken back together."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.views.floor_plan.page import MapPage
from desktop.views.floor_plan.suggestions_dialog import SuggestionsDialog
from tests.desktop.pages import toast_text
from tests.desktop.plants import TestPlant
from tests.desktop.views.floor_plan.hands import LEFT, choose, click, drag, edit, part, save


def suggested(page: MapPage, qtbot: QtBot) -> SuggestionsDialog:
    click(part(page, QPushButton, "toolSuggestions"))
    qtbot.waitUntil(lambda: bool(page.view.suggestions))
    click(part(page, QPushButton, "takeAll"))
    found: SuggestionsDialog = part(page, SuggestionsDialog, "suggestionsDialog")
    return found


def test_all_are_taken_but_the_unticked_under_the_names_that_stand_there_and_go_back_together(
    page: MapPage, plant: TestPlant, floor: str, qtbot: QtBot
) -> None:
    edit(page)
    dialog = suggested(page, qtbot)
    table, many = dialog.table, len(page.view.suggestions)
    first = table.item(0, 0)
    assert first is not None
    left_out = first.text()
    first.setCheckState(Qt.CheckState.Unchecked)
    second = table.item(1, 0)
    assert second is not None
    second.setText("改名的房间")
    choose(dialog, "suggestionsClass", "B")
    click(part(dialog, QPushButton, "takeSuggestions"))
    qtbot.waitUntil(lambda: len(plant.records("zone")) == many - 1)
    zones = plant.records("zone")
    assert {one.zone_class for one in zones} == {"B"}
    names = {one.name for one in zones}
    assert "改名的房间" in names
    assert left_out not in names
    qtbot.waitUntil(lambda: len(page.view.suggestions) == 1)
    qtbot.waitUntil(lambda: bool(page.toast.isVisible()))
    QTest.mouseClick(part(page.toast, QPushButton, "toastAction"), LEFT)
    qtbot.waitUntil(lambda: not [one for one in plant.records("zone") if one.retired_at is None])
    qtbot.waitUntil(lambda: len(page.view.suggestions) == many)


def test_where_all_are_taken_already_it_is_said(page: MapPage, plant: TestPlant, floor: str, qtbot: QtBot) -> None:
    edit(page)
    dialog = suggested(page, qtbot)
    many = len(page.view.suggestions)
    click(part(dialog, QPushButton, "takeSuggestions"))
    qtbot.waitUntil(lambda: len(plant.records("zone")) == many and not page.view.suggestions)
    click(part(page, QPushButton, "toolSuggestions"))
    click(part(page, QPushButton, "toolSuggestions"))
    qtbot.waitUntil(lambda: "already" in toast_text(page))
    assert not page.view.suggestions


def test_what_lies_on_a_zone_stays_a_suggestion_and_a_name_that_is_taken_gets_a_number(
    page: MapPage, plant: TestPlant, floor: str, qtbot: QtBot
) -> None:
    view = edit(page)
    page.editing.take("rectangle")
    drag(view, (2, 2), (3, 3))
    click(part(page, QPushButton, "toolSuggestions"))
    qtbot.waitUntil(lambda: bool(view.suggestions))
    name = view.suggestions[0].name
    save(page, name)
    click(part(page, QPushButton, "takeAll"))
    dialog = part(page, SuggestionsDialog, "suggestionsDialog")
    assert f"{name} 2" in {one.name for one in dialog.ticked()}
    assert name not in {one.name for one in dialog.ticked()}
    for at in range(dialog.table.rowCount()):
        item = dialog.table.item(at, 0)
        assert item is not None
        item.setCheckState(Qt.CheckState.Unchecked)
    assert not dialog.take.isEnabled()
    click(part(dialog, QPushButton, "suggestionsCancel"))
    assert len(plant.records("zone")) == 1


def test_what_is_wanted_before_the_drawing_has_come_is_found_once_it_has(
    page: MapPage, plant: TestPlant, floor: str, qtbot: QtBot
) -> None:
    edit(page)
    suggesting = page.editing.suggesting
    facts, loaded = suggesting._facts, suggesting._loaded
    assert facts is not None
    suggesting.show(facts, None)
    click(part(page, QPushButton, "toolSuggestions"))
    qtbot.waitUntil(lambda: not plant.tasks.busy)
    assert not page.view.suggestions
    suggesting.show(facts, loaded)
    qtbot.waitUntil(lambda: bool(page.view.suggestions))
