"""Modules: what a plant does not use is shown nowhere, for everybody, and comes back as it was."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QPushButton

from desktop.views.nav_item import NavItem
from desktop.views.pages import PAGES
from desktop.views.palette.choices import choices
from desktop.views.window import Window
from services.core.modules import FIRST, MODULES
from tests.desktop.pages import at_work_in_chinese, part
from tests.desktop.plants import TestPlant


@pytest.fixture
def window(qtbot: Any, qapp: QApplication, plant: TestPlant) -> Iterator[Window]:
    with at_work_in_chinese(qtbot, qapp, plant, "settings") as made:
        made.resize(1366, 1200)  # room for all pages
        yield made


def item(window: Window) -> NavItem:
    (found,) = window.findChildren(NavItem, "nav-labels")
    return found


def offered(window: Window) -> set[tuple[str, str]]:
    return {one.row.thing.key for one in choices(window)}


def test_a_page_that_is_off_is_in_no_navigation_key_or_palette(window: Window, plant: TestPlant) -> None:
    assert ("page", "labels") in offered(window)
    assert ("action", "labels/printLabels") in offered(window)
    part(window, QCheckBox, "module-labels").click()
    plant.sync()
    assert plant.hub_records("plant")[0].modules_off == ("labels",)
    assert item(window).isHidden()
    assert not any("labels" in id_ for _, id_ in offered(window))
    window.go("labels")
    assert window.here == "settings"
    shown = window.shown_pages()
    assert shown == [key for key, _ in PAGES if key != "labels"]
    for number, key in enumerate(window.numbered_pages(), 1):
        QTest.keySequence(window, f"Ctrl+{number}")
        assert window.here == key


def test_it_comes_back_by_undo_also_when_it_was_sent(window: Window, plant: TestPlant) -> None:
    part(window, QCheckBox, "module-labels").click()
    plant.sync()
    QTest.keySequence(window, "Ctrl+Z")
    plant.sync()
    assert plant.hub_records("plant")[0].modules_off == ()
    assert "labels" in window.shown_pages()
    assert part(window, QCheckBox, "module-labels").isChecked()


def test_whoever_is_on_a_page_that_goes_is_led_to_another(window: Window, plant: TestPlant) -> None:
    window.go("labels")
    plant.run("plant.set_modules", modules_off=["labels"])
    assert window.here in window.shown_pages()


def test_who_may_not_choose_sees_what_is_chosen(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    page: Any = window.pages["settings"]
    monkeypatch.setattr(page.workbench, "may", lambda kind: False)
    page.modules.follow()
    switch = part(window, QCheckBox, "module-labels")
    assert switch.isChecked()
    assert not switch.isEnabled()


def test_a_plant_that_begins_small_has_hazards_and_inspections_only(window: Window, plant: TestPlant) -> None:
    part(window, QPushButton, "modulesFew").click()
    assert window.shown_pages() == [
        "today", "map", "risk", "labels", "hazards", "dispatch", "conflicts", "inspections", "checklists",
        "people", "journal", "settings",
    ]  # fmt: skip
    assert not part(window, QCheckBox, "module-rules").isEnabled(), "rules need alerts"
    part(window, QCheckBox, "module-alerts").click()
    part(window, QCheckBox, "module-rules").click()
    assert {"alerts", "rules"} <= set(window.shown_pages())
    part(window, QCheckBox, "module-alerts").click()
    assert "rules" not in window.shown_pages()
    part(window, QPushButton, "modulesAll").click()
    assert window.shown_pages() == [key for key, _ in PAGES]


def test_without_inspections_the_first_page_has_no_figure_of_them(qtbot: Any, window: Window, plant: TestPlant) -> None:
    plant.run("plant.set_modules", modules_off=["inspections"])
    window.go("today")
    page: Any = window.pages["today"]
    qtbot.waitUntil(lambda: page.facts is not None and page.figures.cards["rounds"].isHidden())
    assert not page.figures.cards["danger"].isHidden()


def test_settings_have_no_cards_of_what_is_off(window: Window, plant: TestPlant) -> None:
    settings: Any = window.pages["settings"]
    search, nothing = part(window, QLineEdit, "findSetting"), settings.findChild(QLabel, "noSetting")
    for said in (settings.tr("Other ways for alerts"), settings.tr("Weekly drill of alerts")):
        search.setText(said)
        assert nothing.isHidden()
    plant.run("plant.set_modules", modules_off=[one for one in MODULES if one not in FIRST])
    for said in (settings.tr("Other ways for alerts"), settings.tr("Weekly drill of alerts")):
        search.setText(said)
        assert not nothing.isHidden()
    plant.run("plant.set_modules", modules_off=[])
    search.setText(settings.tr("Weekly drill of alerts"))
    assert nothing.isHidden()


def test_there_are_no_papers_of_what_is_off(window: Window, plant: TestPlant) -> None:
    plant.run("plant.set_modules", modules_off=["points", "training"])
    window.go("reports")
    page: Any = window.pages["reports"]
    page.papers.list_papers()
    names = {made.objectName() for made in page.papers.findChildren(QPushButton)}
    assert {"paper-monthly", "paper-contractors"} <= names
    page.papers.choose("contractors")
    plant.run("plant.set_modules", modules_off=["points", "training", "contractors"])
    page.papers.list_papers()
    assert page.papers.chosen == "monthly"
    assert not {"points", "training", "contractors"} & set(page.papers.names)
