"""The review desk: two people, two consoles, one pair of photos; what each may press, and what it says meanwhile."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from desktop.views.hazards.extra_part import FillDialog
from desktop.views.hazards.page import HazardsPage
from tests.desktop.hazards.story import Story, page_of
from tests.desktop.pages import part, press, toast_text
from tests.desktop.plants import TestPlant

Key = Qt.Key


def open_desk(qtbot: QtBot, console: TestPlant) -> HazardsPage:
    """The desk by its key, with the photos of what is on it on the screen."""
    page = page_of(qtbot, console)
    QTest.keyClick(page.table.view, Key.Key_R)
    assert page.stack.currentWidget() is page.desk
    looked_at(qtbot, page)
    return page


def looked_at(qtbot: QtBot, page: HazardsPage) -> None:
    def seen() -> bool:
        page.desk.pair.repaint()
        return page.desk.pair.all_seen

    qtbot.waitUntil(seen)


def key(page: HazardsPage, which: Qt.Key) -> None:
    QTest.keyClick(page.desk.pair, which)


def state(page: HazardsPage) -> str:
    return part(page, QLabel, "deskState").text()


def says(page: HazardsPage) -> str:
    return part(page, QLabel, "decisionSays").text()


def enabled(page: HazardsPage, name: str) -> bool:
    return part(page, QPushButton, name).isEnabled()


def test_two_people_close_a_hazard(qtbot: QtBot, story: Story) -> None:
    hazard = story.reviewable("光幕被遮挡")
    first = open_desk(qtbot, story.console("孙丽"))
    assert part(first, QPushButton, "approve").text() == "通过初核"
    assert "王丽" in says(first)
    assert "整改人赵刚不能复核自己" in says(first)
    key(first, Key.Key_A)
    assert state(first) == "我已通过，待中心确认"
    assert not enabled(first, "approve")
    assert story.hazard(hazard).state == "fixed"
    story.consoles[0].sync()
    assert story.hazard(hazard).state == "first_passed"
    assert state(first).startswith("待终核")
    assert not enabled(first, "approve"), "who did the first review may not do the second"

    second = open_desk(qtbot, story.plant)
    assert part(second, QPushButton, "approve").text() == "通过终核"
    assert "初核人孙丽、整改人赵刚不能做终核" in says(second)
    part(second, QPushButton, "approve").click()
    assert state(second) == "我已通过，待中心确认"
    assert [one.status for one in second._rows] == ["pending"]
    story.plant.sync()
    assert story.hazard(hazard).state == "closed"
    assert state(second) == "已闭环"


def test_what_is_filled_in_here_is_no_approval(qtbot: QtBot, story: Story) -> None:
    story.do(
        "checklists.make", name="附加字段", items=[{"key": "w", "text": "谁在场", "kind": "text"}], purpose="hazard"
    )
    hazard = story.reviewable("光幕被遮挡")
    page = open_desk(qtbot, story.console("孙丽"))
    page.close_desk()
    page.table.choose(hazard)
    press(page, "panelFill")
    dialog = page.window().findChild(FillDialog)
    assert dialog is not None
    press(dialog, "fillSave")
    assert "谁在场" in part(dialog, QLabel, "fillTrouble").text()
    part(dialog, QLineEdit, "extra1").setText("李明")
    press(dialog, "fillSave")
    page.open_desk(hazard)
    looked_at(qtbot, page)
    assert state(page).startswith("待初核")
    assert "李明" in part(page, QLabel, "deskExtra").text()
    press(page, "approve")
    assert state(page) == "我已通过，待中心确认"
    story.consoles[0].sync()
    assert (story.hazard(hazard).state, story.hazard(hazard).extra[0].note) == ("first_passed", "李明")


def test_nothing_is_approved_before_all_photos_were_on_the_screen(qtbot: QtBot, story: Story) -> None:
    hazard = story.report("光幕被遮挡")
    afters = [story.photo(20), story.photo(40)]
    story.do("hazards.submit_fix", "赵刚", hazard=hazard, photos=afters)
    page = page_of(qtbot, story.console("孙丽"))
    QTest.keyClick(page.table.view, Key.Key_R)
    assert page.desk.pair.seen() == (0, 3), "the photos have not come yet"
    assert not enabled(page, "approve")

    def two() -> bool:
        page.desk.pair.repaint()
        return page.desk.pair.seen() == (2, 3)

    qtbot.waitUntil(two)
    assert not enabled(page, "approve")
    assert part(page, QLabel, "seenText").text() == "已看 2/3 张"
    key(page, Key.Key_Right)
    looked_at(qtbot, page)
    assert enabled(page, "approve")


def test_who_fixed_it_may_not_review_it(qtbot: QtBot, story: Story) -> None:
    story.do("people.set_roles", person=story.people["赵刚"], roles=["fixer", "safety_officer"])
    hazard = story.reviewable("光幕被遮挡")
    page = page_of(qtbot, story.console("赵刚"))
    assert not enabled(page, "openReview")
    page.open_desk(hazard)
    looked_at(qtbot, page)
    assert not enabled(page, "approve")
    assert not enabled(page, "returnFix")
    assert "赵刚" in says(page)


def test_an_approval_is_taken_back_until_it_is_sent(qtbot: QtBot, story: Story) -> None:
    hazard = story.reviewable("光幕被遮挡")
    page = open_desk(qtbot, story.console("孙丽"))
    assert not enabled(page, "undoReview")
    key(page, Key.Key_A)
    key(page, Key.Key_U)
    assert state(page).startswith("待初核")
    key(page, Key.Key_A)
    story.consoles[0].sync()
    assert story.hazard(hazard).state == "first_passed"
    assert not enabled(page, "undoReview")


def test_the_next_comes_after_an_approval_and_keys_walk_the_queue(qtbot: QtBot, story: Story) -> None:
    for number, name in enumerate(("一", "二", "三")):
        story.reviewable(name, 200 - 20 * number)
    page = open_desk(qtbot, story.console("孙丽"))
    title = part(page, QLabel, "deskTitle")
    assert title.text() == "一"
    assert not enabled(page, "previousItem")
    key(page, Key.Key_J)
    assert title.text() == "二"
    looked_at(qtbot, page)
    key(page, Key.Key_A)
    assert title.text() == "三"
    assert page.desk.queue.rows.rowCount() == 2
    assert not enabled(page, "nextItem")
    key(page, Key.Key_K)
    assert title.text() == "一"
    key(page, Key.Key_Escape)
    assert page.stack.currentWidget() is page.list


def test_what_is_taken_back_is_on_the_desk_again(qtbot: QtBot, story: Story) -> None:
    story.reviewable("一")
    story.reviewable("二", 180)
    console = story.console("孙丽")
    page = open_desk(qtbot, console)
    console.run("hazards.report", zone=story.zone, photos=[story.photo(90)], description="另一件事")
    assert not enabled(page, "undoReview"), "not a decision of this desk"
    key(page, Key.Key_A)
    assert part(page, QLabel, "deskTitle").text() == "二"
    key(page, Key.Key_U)
    assert part(page, QLabel, "deskTitle").text() == "一"
    assert len(console.records("hazard")) == 3


def test_a_fix_is_returned_with_a_reason_of_the_list(qtbot: QtBot, story: Story) -> None:
    hazard = story.reviewable("光幕被遮挡")
    page = open_desk(qtbot, story.console("孙丽"))
    key(page, Key.Key_R)
    part(page.window(), QRadioButton, "reason0").click()
    part(page.window(), QPushButton, "reasonSend").click()
    assert state(page) == "我已退回，待中心确认"
    story.consoles[0].sync()
    assert (story.hazard(hazard).state, story.hazard(hazard).return_reason) == ("fixing", "隐患仍然存在")


def test_other_photos_since_one_looked_are_told_and_looked_at_anew(qtbot: QtBot, story: Story) -> None:
    hazard = story.reviewable("光幕被遮挡")
    page = open_desk(qtbot, story.console("孙丽"))
    story.do("hazards.return", "刘洋", hazard=hazard, reason="没修好")
    story.fix(hazard, 60)
    story.consoles[0].sync()
    assert page.desk.pair.seen()[0] == 0
    assert not page.desk.bar.approve.isEnabled()
    assert part(page, QLabel, "deskTrouble").text() == "您看过之后照片换了，请再看一遍。"
    looked_at(qtbot, page)
    assert enabled(page, "approve")


def test_an_approval_of_photos_that_were_replaced_is_refused_and_said(qtbot: QtBot, story: Story) -> None:
    hazard = story.reviewable("光幕被遮挡")
    page = open_desk(qtbot, story.console("孙丽"))
    story.do("hazards.return", "刘洋", hazard=hazard, reason="没修好")
    story.fix(hazard, 60)
    key(page, Key.Key_A)
    story.consoles[0].sync()
    assert story.hazard(hazard).state == "fixed"
    assert "照片换过了" in toast_text(page)
    assert part(page, QLabel, "deskTrouble").isVisibleTo(page)
    assert page._rows[0].stale
    looked_at(qtbot, page)
    key(page, Key.Key_A)
    story.consoles[0].sync()
    assert story.hazard(hazard).state == "first_passed"


def test_modes_by_key(qtbot: QtBot, story: Story) -> None:
    story.reviewable("光幕被遮挡")
    page = open_desk(qtbot, story.console("孙丽"))
    modes: list[str] = []
    page.desk.pair.mode_changed.connect(modes.append)
    for which in (Key.Key_2, Key.Key_3, Key.Key_1):
        key(page, which)
    assert modes == ["wipe", "blink", "side"]


def test_figures_of_the_day_count_what_the_hub_has_confirmed(qtbot: QtBot, story: Story) -> None:
    story.reviewable("一")
    story.reviewable("二", 180)
    page = open_desk(qtbot, story.console("孙丽"))
    key(page, Key.Key_A)
    assert part(page, QLabel, "reviewedToday").text().startswith("0 ")
    story.consoles[0].sync()
    assert part(page, QLabel, "reviewedToday").text().startswith("1 ")
