"""More open hazards than are held: the chips count all of them, and the list reads them page by page."""

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.models.record_table import RECORD
from desktop.views.hazards import shown
from desktop.views.hazards.page import HazardsPage
from tests.desktop.hazards.story import Story, page_of
from tests.desktop.pages import part, settled


def listed(page: HazardsPage) -> list[str]:
    settled(page)
    model = page.table.sorted
    return [model.index(row, 0).data(RECORD).hazard.description for row in range(model.rowCount())]


def test_open_ones_are_paged_where_they_are_many(qtbot: QtBot, story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shown, "MOST_HELD", 2)
    first, _, third = (story.report(name, 200 - 30 * at) for at, name in enumerate(("一", "二", "三")))
    story.reviewable("四", 240)
    story.do("hazards.release", hazard=third)
    page = page_of(qtbot, story.console("孙丽"))
    qtbot.waitUntil(lambda: sorted(listed(page)) == ["一", "三", "二", "四"])
    assert page.table is page.hazards.paged
    chips = {name: chip.text() for name, chip in page.hazards.chips.items()}
    assert chips == {
        "mine": "待我复核 1",
        "overdue": "超时 0",
        "pool": "工单池 1",
        "open": "未闭环 4",
        "closed": "已办结 0",
    }
    part(page, QPushButton, "chip-pool").click()
    qtbot.waitUntil(lambda: listed(page) == ["三"])
    part(page, QPushButton, "chip-mine").click()
    assert listed(page) == ["四"]
    assert page.table is page.hazards.held
    page.show_hazard(first)
    qtbot.waitUntil(lambda: getattr(page.table.record(), "id", "") == first)
