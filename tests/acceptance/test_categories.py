"""A category of the plant's own: made at the desk, chosen by its picture on a phone in a real browser, shown with its
name in list, panel and journal; put away it is offered no more, and what was reported keeps it."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit

from desktop.widgets.categories import category_options
from desktop.widgets.choice import Choice
from tests.acceptance.phones import Phone
from tests.acceptance.test_dead_spot import photo
from tests.acceptance.test_forms import founded
from tests.desktop.pages import part, press, shown
from tests.desktop.plants import TestPlant, until

pytestmark = pytest.mark.acceptance


def tiles(phone: Phone) -> list[str]:
    return [text.strip() for text in phone.page.locator(".tile .face").all_inner_texts()]


def test_the_desk_makes_it_a_phone_reports_under_it(plant: TestPlant, phone: Phone, qtbot: Any, tmp_path: Path) -> None:
    token, _ = founded(plant)
    page = shown(qtbot, plant, "settings")
    page.show_only("hazards")
    press(page, "addCategory")
    part(page, QLineEdit, "categoryZh").setText("高处作业")
    part(page, QLineEdit, "categoryEn").setText("Heights")
    choice = part(page, Choice, "categoryIcon")
    choice.setCurrentIndex(choice.findData("height"))
    press(page, "saveCategory")
    (made,) = plant.records("category")
    assert (made.name_zh, made.name_en, made.icon) == ("高处作业", "Heights", "height")
    press(page, "turnCategory-ppe")  # the plant has no use for it
    plant.sync()

    phone.open(f"{plant.served.url}/z/{token}")
    phone.shoot("#camera", photo(tmp_path / "a.jpg"))
    phone.page.wait_for_selector("#form:not([hidden])")
    assert "高处作业" in tiles(phone)
    assert "劳保" not in tiles(phone)
    phone.tap(f".tile:has([value='{made.id}'])")
    assert phone.page.locator(".phrases:not([hidden])").get_attribute("data-category") == "any"
    phone.tap("#send")
    phone.page.wait_for_selector("#receipt:not([hidden])")
    plant.sync()
    (hazard,) = plant.records("hazard")
    assert hazard.category == made.id

    hazards = shown(qtbot, plant, "hazards")
    table = hazards.table
    until(lambda: table.sorted.rowCount() == 1)
    keys = [one.key for one in table.model.columns]
    assert table.sorted.index(0, keys.index("category")).data() == "高处作业"
    assert table.sorted.index(0, 0).data() == "高处作业", "what nobody has described is called by its category"
    table.view.selectRow(0)
    assert "高处作业" in [one.text() for one in hazards.panel.findChildren(QLabel)]

    plant.run("categories.change", category=made.id, name_zh="登高作业", name_en="", icon="height")
    plant.run("categories.retire", category=made.id)
    plant.sync()
    until(lambda: table.sorted.index(0, keys.index("category")).data() == "登高作业")
    assert made.id not in [code for _, code in category_options(plant.workbench)]
    phone.open(f"{plant.served.url}/z/{token}")
    assert "其他" in tiles(phone)
    assert "登高作业" not in phone.page.content()
    assert plant.records("hazard")[0].category == made.id
