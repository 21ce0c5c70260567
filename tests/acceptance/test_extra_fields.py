"""Fields of the plant's own: made at the desk by dragging, asked by a phone in a real browser, changed at the desk; the
old report keeps its form, the panel, the review desk and Excel show both, and the desk fills in what a phone was not
asked."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from desktop.views.checklists.kind_palette import KindButton, carried
from desktop.views.hazards.extra_part import FillDialog
from tests.acceptance.phones import Phone
from tests.acceptance.test_forms import founded, write
from tests.desktop.hazards.story import jpeg
from tests.desktop.pages import part, press, settled, shown
from tests.desktop.plants import TestPlant, until

pytestmark = pytest.mark.acceptance
SHIFT, WIND, WITNESS = "发现班次", "风速", "当时谁在场"


def dragged(page: Any, kind: str, text: str) -> None:
    """A kind is dragged to the end of the items, and gets its text."""
    rows = page.editor.list.rows
    assert rows.dropMimeData(carried(kind), Qt.DropAction.CopyAction, -1, 0, QModelIndex())  # type: ignore[arg-type]
    write(page, "itemText", text)


def made(plant: TestPlant, qtbot: Any) -> Any:
    page = shown(qtbot, plant, "checklists")
    page.deeds["hazardFields"].trigger()
    kinds = [one.kind for one in page.editor.palette_.findChildren(KindButton) if one.isVisible()]
    assert sorted(kinds) == ["choice", "date", "number", "photo", "text"]
    dragged(page, "choice", SHIFT)
    write(page, "choice0", "早班")
    write(page, "choice1", "晚班")
    dragged(page, "number", WIND)
    write(page, "itemHigh", "5")
    write(page, "itemUnit", "m/s")
    press(page, "saveChecklist")
    plant.sync()
    settled(page)
    lines = [one.text() for one in page.panel.findChildren(QLabel, "itemLine") if one.isVisible()]
    assert lines == [f"1. {SHIFT}", f"2. {WIND}"]
    return page


def reported(phone: Phone, plant: TestPlant, token: str, picture: Path) -> list[str]:
    """A report with all that is asked filled in; what was asked."""
    phone.open(f"{plant.served.url}/z/{token}")
    phone.shoot("#camera", picture)
    phone.page.wait_for_selector("#form:not([hidden])")
    asked = [text.partition(". ")[2] for text in phone.page.locator("#extra .text").all_inner_texts()]
    for choice in phone.page.locator("#extra .tile:has(input[value='晚班'])").all():
        choice.tap()
    for figure in phone.page.locator("#extra .figure input").all():
        figure.fill("7.5")
    for words in phone.page.locator("#extra .words").all():
        words.fill("李明")
    phone.tap("#send")
    phone.page.wait_for_selector("#receipt:not([hidden])")
    plant.sync()
    return asked


def texts(page: Any) -> list[str]:
    return [one.text() for one in page.panel.findChildren(QLabel)]


def test_the_desk_asks_the_phone_answers_and_old_reports_keep_their_form(
    plant: TestPlant, phone: Phone, qtbot: Any, tmp_path: Path
) -> None:
    token, _ = founded(plant)
    pictures = [tmp_path / f"{red}.jpg" for red in (40, 120, 200)]
    for picture in pictures:
        picture.write_bytes(jpeg(int(picture.stem)))
    assert reported(phone, plant, token, pictures[0]) == []
    page = made(plant, qtbot)
    assert reported(phone, plant, token, pictures[1]) == [SHIFT, WIND]

    page.deeds["hazardFields"].trigger()
    press(page, "removeItem")
    dragged(page, "text", WITNESS)
    press(page, "saveChecklist")
    plant.sync()
    assert reported(phone, plant, token, pictures[2]) == [WIND, WITNESS]

    none, old, new = sorted(plant.records("hazard"), key=lambda one: one.reported_at)
    assert [[one.item for one in of.extra] for of in (none, old, new)] == [[], [SHIFT, WIND], [WIND, WITNESS]]
    hazards = shown(qtbot, plant, "hazards")
    until(lambda: hazards.table.sorted.rowCount() == 3)
    hazards.table.choose(old.id)
    assert {SHIFT, "晚班", WIND} <= set(texts(hazards))
    assert any(said.startswith("7.5 m/s · ") for said in texts(hazards))
    hazards.open_desk(old.id)
    assert "晚班" in part(hazards, QLabel, "deskExtra").text()
    hazards.close_desk()

    hazards.table.choose(none.id)
    assert hazards.panel.isVisible()
    press(hazards, "panelFill")
    (dialog,) = [one for one in hazards.window().findChildren(FillDialog) if one.isVisible()]
    part(dialog, QLineEdit, "extra2").setText("张三")
    press(dialog, "fillSave")
    (filled,) = [one for one in plant.records("hazard") if one.id == none.id]
    assert [one.note for one in filled.extra] == ["张三"]
    until(lambda: "张三" in texts(hazards))

    hazards.table.view.clearSelection()
    file = tmp_path / "rows.csv"
    hazards.table.copying.save_to(str(file))
    until(file.exists)
    head, *rows = file.read_text("utf-8-sig").splitlines()
    assert head.endswith(f"{WIND} (m/s),{WITNESS},{SHIFT}")
    assert sorted(row.split(",")[-3:] for row in rows) == [["", "张三", ""], ["7.5", "", "晚班"], ["7.5", "李明", ""]]
