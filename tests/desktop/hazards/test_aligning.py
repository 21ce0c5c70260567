"""The difference of two photos at the desk: two places clicked in both, then the picture, in the background."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.views.hazards.page import HazardsPage
from tests.desktop.hazards.story import Story
from tests.desktop.hazards.test_desk import key, open_desk
from tests.desktop.pages import part


def click(page: HazardsPage, x: float, y: float) -> None:
    pair = page.desk.pair
    at = QPoint(round(pair.width() * x), round(pair.height() * y))
    QTest.mouseClick(pair, Qt.MouseButton.LeftButton, pos=at)


def says(page: HazardsPage) -> str:
    return part(page, QLabel, "aligningSays").text()


def test_two_places_in_both_photos_make_the_difference(qtbot: QtBot, story: Story) -> None:
    story.reviewable("光幕被遮挡")
    page = open_desk(qtbot, story.console("孙丽"))
    assert not page.desk.findChildren(QLabel, "aligningSays")[0].isVisibleTo(page)
    key(page, Qt.Key.Key_4)
    assert "整改前照片上点一处" in says(page)
    click(page, 0.7, 0.5)
    assert "整改前照片上点一处" in says(page), "it is not that photo's turn"
    click(page, 0.2, 0.5)
    assert "整改后照片上点同一位置" in says(page)
    click(page, 0.7, 0.5)
    assert "第二处，离第一处远些" in says(page)
    click(page, 0.4, 0.5)
    click(page, 0.9, 0.5)
    qtbot.waitUntil(lambda: page.desk.pair.found is not None)
    assert "有颜色处为差异" in says(page)
    part(page, QPushButton, "aligningAnew").click()
    assert page.desk.pair.found is None
    part(page, QPushButton, "aligningPlain").click()
    qtbot.waitUntil(lambda: page.desk.pair.found is not None)
    key(page, Qt.Key.Key_1)
    assert page.desk.pair.mode == "side"


def test_both_photos_turn_together(qtbot: QtBot, story: Story) -> None:
    story.reviewable("光幕被遮挡")
    page = open_desk(qtbot, story.console("孙丽"))
    before = [image.size() for image in page.desk.pair.images() or ()]
    key(page, Qt.Key.Key_T)
    after = [image.size() for image in page.desk.pair.images() or ()]
    assert after == [size.transposed() for size in before]
    assert len(after) == 2
