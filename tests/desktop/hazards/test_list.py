"""The list of hazards: what it says, how it is narrowed, and what a row lets whom do."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from desktop.opening import utc_now
from desktop.views.hazards.page import HazardsPage
from desktop.views.hazards.shown import Shown
from tests.desktop.hazards.story import Story, page_of
from tests.desktop.pages import part, toast_text


def cells(page: HazardsPage) -> list[dict[str, str]]:
    model = page.table.sorted
    keys = [column.key for column in page.table.model.columns]
    return [
        {key: str(model.index(row, place).data() or "") for place, key in enumerate(keys)}
        for row in range(model.rowCount(QModelIndex()))
    ]


def named(page: HazardsPage) -> list[str]:
    return [row["what"] for row in cells(page)]


def texts(page: HazardsPage) -> str:
    QApplication.processEvents()  # what has just been added to a layout is shown by an event
    return "\n".join(label.text() for label in page.panel.findChildren(QLabel) if label.isVisibleTo(page.panel))


def press(page: HazardsPage, name: str) -> None:
    made = part(page.window(), QPushButton, name)
    assert made.isEnabled()
    made.click()


def test_a_row_says_what_where_whose_and_how_long(qtbot: QtBot, story: Story, qtmodeltester: Any) -> None:
    story.report("光幕被遮挡")
    page = page_of(qtbot, story.plant)
    qtmodeltester.check(page.table.model)
    [row] = cells(page)
    assert row["what"] == "光幕被遮挡"
    assert row["number"].startswith("YH-")
    assert (row["zone"], row["state"], row["who"], row["reporter"]) == ("冲压车间", "待整改", "电气班", "马超")
    assert row["clock"].startswith("剩 ")
    assert row["reported"].startswith("今天 ")


def test_a_report_without_words_is_called_by_its_category(qtbot: QtBot, story: Story) -> None:
    story.report("")
    assert named(page_of(qtbot, story.plant)) == ["其他"]


def test_a_report_of_this_console_waits_for_its_number(qtbot: QtBot, story: Story) -> None:
    page = page_of(qtbot, story.plant)
    assert page.hazards.content.currentWidget() is page.hazards.empty
    story.plant.run("hazards.report", zone=story.zone, photos=[story.photo(90)], description="漏油")
    assert cells(page)[0]["number"] == "待编号"
    assert cells(page)[0]["state"] == "待派单，待中心确认"
    story.plant.sync()
    assert cells(page)[0]["number"].startswith("YH-")
    assert cells(page)[0]["state"] == "待整改"


def test_the_shortest_clock_stands_first(qtbot: QtBot, story: Story) -> None:
    floor = story.plant.hub_records("floor")[0].id
    strict = story.do(
        "zones.draw", floor=floor, name="热处理", zone_class="A", polygon=[[20, 0], [29, 0], [29, 9]], team=story.team
    )
    story.report("不急")
    story.report("最急", 180, strict)
    assert named(page_of(qtbot, story.plant)) == ["最急", "不急"]


def test_chips_count_and_narrow(qtbot: QtBot, story: Story) -> None:
    story.report("未整改")
    story.reviewable("待复核", 180)
    rejected = story.report("不是问题", 160)
    story.do("hazards.reject", hazard=rejected, reason="本来如此")
    page = page_of(qtbot, story.console("孙丽"))
    chips = [part(page, QPushButton, f"chip-{name}").text() for name in ("mine", "overdue", "open", "closed")]
    assert chips == ["待我复核 1", "超时 0", "未闭环 2", "已办结 1"]
    press(page, "chip-mine")
    assert named(page) == ["待复核"]
    press(page, "chip-closed")
    qtbot.waitUntil(lambda: named(page) == ["不是问题"])
    press(page, "chip-closed")
    qtbot.waitUntil(lambda: sorted(named(page)) == ["不是问题", "待复核", "未整改"])
    press(page, "chip-overdue")
    assert page.hazards.content.currentWidget() is page.hazards.none_left


def test_the_filter_finds_any_text_of_a_row(qtbot: QtBot, story: Story) -> None:
    story.report("光幕被遮挡")
    story.report("漏油", 180)
    page = page_of(qtbot, story.plant)
    page.table.filter.show()
    QTest.keyClicks(part(page, QLineEdit, "hazardTableFilter"), "0002")
    assert named(page) == ["漏油"]


def test_spans_of_days_are_asked_by_the_hubs_clock(qtbot: QtBot, story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    story.report("漏油")
    page = page_of(qtbot, story.plant)
    monkeypatch.setattr("desktop.workbench.utc_now", lambda: utc_now() + timedelta(days=60))
    page.table.filters.fields["reported"].put("today")
    assert named(page) == []
    state = story.plant.workbench.syncing.state
    story.plant.workbench.syncing.state = replace(state, skew=timedelta(days=60))
    page.table.filters.fields["reported"].put("today")
    assert named(page) == ["漏油"]


def test_it_is_said_what_became_of_rows_that_were_saved(qtbot: QtBot, story: Story, tmp_path: Path) -> None:
    story.report("漏油")
    page = page_of(qtbot, story.plant)
    page.table.copying.save_to(str(tmp_path / "rows.csv"))
    assert toast_text(page) == "已保存 1 行。"
    page.table.copying.save_to(str(tmp_path / "nowhere" / "rows.csv"))
    assert toast_text(page).startswith("文件没有写成")


def test_the_panel_says_why_it_went_there_and_what_happened(qtbot: QtBot, story: Story) -> None:
    hazard = story.reviewable("光幕被遮挡")
    page = page_of(qtbot, story.plant)
    page.table.choose(hazard)
    seen = texts(page)
    assert "派单路线：区域所属班组" in seen
    assert "马超 上报，派给 电气班" in seen
    assert "赵刚 提交整改" in seen
    assert "已修好" in seen


def test_dispatching_to_a_person_by_hand(qtbot: QtBot, story: Story) -> None:
    hazard = story.report("光幕被遮挡")
    page = page_of(qtbot, story.plant)
    page.table.choose(hazard)
    assert not part(page, QPushButton, "dispatch").isEnabled()
    team, person = part(page, QComboBox, "dispatchTeam"), part(page, QComboBox, "dispatchPerson")
    team.setCurrentIndex(1)
    team.activated.emit(1)
    at = person.findText("刘洋")
    person.setCurrentIndex(at)
    person.activated.emit(at)
    assert team.currentData() is None
    press(page, "dispatch")
    assert cells(page)[0]["who"] == "刘洋"
    story.plant.sync()
    assert story.hazard(hazard).assignee == story.people["刘洋"]
    assert "王丽 派给 刘洋" in texts(page)


@pytest.mark.parametrize(("name", "may"), [("孙丽", True), ("周敏", False)])
def test_what_is_offered_follows_the_role(qtbot: QtBot, story: Story, name: str, may: bool) -> None:
    hazard = story.report("光幕被遮挡")
    page = page_of(qtbot, story.console(name))
    page.table.choose(hazard)
    assert bool(page.panel.findChildren(QPushButton, "dispatch")) is may
    assert bool(page.panel.findChildren(QPushButton, "panelReject")) is may


def test_a_report_is_rejected_with_a_reason(qtbot: QtBot, story: Story) -> None:
    hazard = story.report("光幕被遮挡")
    page = page_of(qtbot, story.plant)
    page.table.choose(hazard)
    press(page, "panelReject")
    dialog_send = part(page.window(), QPushButton, "reasonSend")
    assert not dialog_send.isEnabled()
    QTest.keyClicks(part(page.window(), QLineEdit, "reasonText"), "as intended")
    press(page, "reasonSend")
    story.plant.sync()
    assert (story.hazard(hazard).state, story.hazard(hazard).reject_reason) == ("rejected", "as intended")


def test_the_menu_of_a_row_offers_what_the_panel_does(qtbot: QtBot, story: Story) -> None:
    story.reviewable("光幕被遮挡")
    page = page_of(qtbot, story.console("孙丽"))
    menu = QMenu(page)
    page._menu(page._rows[0], menu)
    assert [action.text() for action in menu.actions() if not action.isSeparator()][:2] == ["复核", "退回整改…"]
    menu.actions()[0].trigger()
    assert page.stack.currentWidget() is page.desk


def test_a_choice_in_the_panel_outlives_news_about_others(qtbot: QtBot, story: Story) -> None:
    hazard = story.report("光幕被遮挡")
    page = page_of(qtbot, story.plant)
    page.table.choose(hazard)
    team = part(page, QComboBox, "dispatchTeam")
    team.setCurrentIndex(1)
    story.report("别处", 150)
    story.plant.sync()
    assert len(cells(page)) == 2
    assert part(page, QComboBox, "dispatchTeam").currentIndex() == 1


def test_the_thumbnail_comes_when_the_photo_has_come(qtbot: QtBot, story: Story) -> None:
    story.report("光幕被遮挡")
    page = page_of(qtbot, story.plant)
    index = page.table.sorted.index(0, 0)

    def red() -> bool:
        picture = index.data(Qt.ItemDataRole.DecorationRole).pixmap(44, 33).toImage()
        ink = picture.pixelColor(4, 20)
        return bool(ink.red() > 150 and ink.green() < 120)

    qtbot.waitUntil(red)


def test_settled_ones_are_counted_and_read_page_by_page(qtbot: QtBot, story: Story) -> None:
    settled = [story.report(name, 200 - 20 * number) for number, name in enumerate(("一", "二", "三"))]
    for hazard in settled:
        story.do("hazards.reject", hazard=hazard, reason="本来如此")
    story.report("还开着", 120)
    page = page_of(qtbot, story.plant)
    assert part(page, QPushButton, "chip-closed").text() == "已办结 3"
    press(page, "chip-closed")
    qtbot.waitUntil(lambda: named(page) == ["三", "二", "一"])
    page.table.filter.show()
    page.table.filter.setText("二")
    qtbot.waitUntil(lambda: named(page) == ["二"])
    page.show_hazard(settled[0])
    qtbot.waitUntil(lambda: isinstance(one := page.table.record(), Shown) and one.id == settled[0])
    assert page.panel.isVisible()


def test_what_is_settled_here_is_among_the_open_ones_until_the_hub_has_it(qtbot: QtBot, story: Story) -> None:
    hazard = story.report("不是问题")
    page = page_of(qtbot, story.plant)
    story.plant.run("hazards.reject", hazard=hazard, reason="本来如此")
    assert named(page) == ["不是问题"]
    press(page, "chip-closed")
    assert page.hazards.content.currentWidget() is page.hazards.none_left
    story.plant.sync()
    qtbot.waitUntil(lambda: named(page) == ["不是问题"])
    press(page, "chip-open")
    assert named(page) == []
