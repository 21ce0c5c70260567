"""Two reports of the same: proposed in the list and the panel, compared, merged, shown as such, parted again."""

import io

from PIL import Image
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.models.record_table import RECORD
from tests.desktop.hazards.story import Story, page_of
from tests.desktop.pages import part, settled, toast_text


def oily(story: Story) -> str:
    """A photo that looks like none of the story's."""
    file = io.BytesIO()
    Image.effect_noise((400, 300), 90).save(file, "JPEG")
    client = story.plant.opened.client
    assert client is not None
    return str(client.call("POST", "/api/blobs/photo", data=file.getvalue())["sha256"])


def press(within: QWidget, name: str) -> None:
    part(within, QPushButton, name).click()


def test_a_second_report_is_proposed_merged_and_parted(qtbot: QtBot, story: Story) -> None:
    first = story.report("2号冲床光幕被胶带遮挡", 200)
    second = story.report("2号冲床光幕被遮挡", 120)
    other = story.do("hazards.report", "马超", zone=story.zone, photos=[oily(story)], description="地面有油")
    page = page_of(qtbot, story.plant)
    settled(page)
    assert {id_: one.id for id_, one in page.twins.of.items()} == {second: first}
    number = story.hazard(first).number
    column = [one.key for one in page.table.model.columns].index("twin")
    rows = [page.table.model.index(row, column) for row in range(3)]
    said = {row.data(RECORD).id: row.data() for row in rows}
    assert said == {first: "", second: f"≈ {number}", other: ""}

    page.show_hazard(second)
    assert number in part(page, QLabel, "panelTwin").text()
    press(page, "panelMerge")
    dialog = page.window()
    choice = part(dialog, QComboBox, "mergeOther")
    assert [choice.itemData(at) for at in range(choice.count())] == [first, other]
    assert "疑似相同" in choice.itemText(0)
    assert "疑似相同" not in choice.itemText(1)
    assert part(dialog, QRadioButton, "stays0").isChecked(), "the older one"
    press(dialog, "mergeSend")
    assert "已合并" in toast_text(page)
    story.plant.sync()
    assert (story.hazard(second).state, story.hazard(second).merged_into) == ("merged", first)

    settled(page)
    assert page.twins.of == {}
    page.show_hazard(first)
    assert part(page, QLabel, "panelReports").text() == "同一隐患的其他上报"
    page.show_hazard(second)
    settled(page)
    qtbot.waitUntil(lambda: bool(page.panel.findChildren(QLabel, "panelInto")))
    assert number in part(page, QLabel, "panelInto").text()
    press(page, "panelPart")
    story.plant.sync()
    assert (story.hazard(second).state, story.hazard(second).merged_into) == ("assigned", None)


def test_the_younger_one_may_stay_and_what_is_fixed_does(qtbot: QtBot, story: Story) -> None:
    first = story.report("光幕被遮挡", 200)
    second = story.reviewable("光幕被遮挡了", 150)
    page = page_of(qtbot, story.plant)
    page.show_hazard(first)
    press(page, "panelSame")
    window = page.window()
    assert not part(window, QRadioButton, "stays0").isEnabled(), "what is fixed can't end in another"
    assert part(window, QRadioButton, "stays1").isChecked()
    press(window, "mergeSend")
    story.plant.sync()
    assert story.hazard(first).merged_into == second


def test_a_merge_is_undone(qtbot: QtBot, story: Story) -> None:
    first, second = story.report("光幕被遮挡", 200), story.report("光幕被遮挡", 150)
    page = page_of(qtbot, story.plant)
    page.show_hazard(second)
    press(page, "panelSame")
    press(page.window(), "mergeSend")
    page.take_back()
    story.plant.sync()
    assert [story.hazard(one).state for one in (first, second)] == ["assigned", "assigned"]


def test_alone_in_its_zone(qtbot: QtBot, story: Story) -> None:
    hazard = story.report("光幕被遮挡")
    page = page_of(qtbot, story.plant)
    page.show_hazard(hazard)
    press(page, "panelSame")
    assert "没有其他未闭环" in toast_text(page)


def test_two_that_are_not_the_same_are_proposed_no_more(qtbot: QtBot, story: Story) -> None:
    first, second = story.report("光幕被遮挡", 200), story.report("光幕被遮挡", 150)
    page = page_of(qtbot, story.plant)
    settled(page)
    assert second in page.twins.of
    page.show_hazard(second)
    press(page, "panelDiffer")
    settled(page)
    assert page.twins.of == {}
    story.plant.sync()
    settled(page)
    assert (story.hazard(second).not_same, page.twins.of) == ((first,), {})
    page.show_hazard(second)
    number = story.hazard(first).number
    assert any(number in one.text() for one in page.panel.findChildren(QLabel)), "the history names the other"
    page.take_back()
    settled(page)
    assert second in page.twins.of


def test_the_history_says_into_which_it_was_merged(qtbot: QtBot, story: Story) -> None:
    first, second = story.report("光幕被遮挡", 200), story.report("光幕被遮挡", 150)
    story.do("hazards.merge", "王丽", hazard=second, into=first)
    story.plant.sync()
    page = page_of(qtbot, story.plant)
    page.show_hazard(second)
    number = story.hazard(first).number
    settled(page)

    def told() -> bool:
        return any(number in one.text() and "王丽" in one.text() for one in page.panel.findChildren(QLabel))

    qtbot.waitUntil(told)
