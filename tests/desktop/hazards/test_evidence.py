"""What is known of the photos on the desk: when and where they were taken, and where an old one is used again."""

from datetime import timedelta
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.views.hazards.photo_search import PhotoSearch
from services.core.operation import SYSTEM
from services.core.shape import utc_text
from tests.desktop.hazards.story import Story, jpeg, page_of
from tests.desktop.pages import part, settled


def noted(story: Story, sha: str, looks: str, **facts: object) -> None:
    """What the hub has read of a photo."""
    answer = story.plant.served.hub.do("photos.note", {"photo": sha, "fingerprint": looks, **facts}, SYSTEM)
    assert answer.refused is None


def test_a_photo_of_an_old_hazard_as_proof_is_told_and_leads_there(qtbot: QtBot, story: Story) -> None:
    old = story.report("老隐患", 200)
    story.fix(old, 30)
    used = story.hazard(old).after[0]
    story.do("hazards.approve", "孙丽", hazard=old)
    story.do("hazards.approve", "王丽", hazard=old)
    again = story.report("光幕被遮挡", 150)
    story.do("hazards.submit_fix", "赵刚", hazard=again, photos=[used])
    page = page_of(qtbot, story.console("孙丽"))
    QTest.keyClick(page.table.view, Qt.Key.Key_R)
    settled(page)
    assert "完全相同" in part(page, QLabel, "likenessText").text()
    assert "老隐患" in part(page, QLabel, "likenessText").text()
    part(page, QPushButton, "likenessOpen").click()
    assert part(page, QLabel, "deskTitle").text() == "老隐患"
    QTest.keyClick(page.desk.pair, Qt.Key.Key_J)
    assert part(page, QLabel, "deskTitle").text() == "光幕被遮挡"


def test_photos_of_their_own_say_when_they_were_taken_and_what_is_wrong(qtbot: QtBot, story: Story) -> None:
    hazard = story.reviewable("光幕被遮挡")
    one = story.hazard(hazard)
    noted(story, one.before[0], "0" * 16, taken_at=utc_text(one.reported_at - timedelta(minutes=3)))
    page = page_of(qtbot, story.console("孙丽"))
    QTest.keyClick(page.table.view, Qt.Key.Key_R)
    settled(page)
    assert "上报前 3 分" in part(page, QLabel, "factsBefore").text()
    assert part(page, QLabel, "factsAfter").text() == "照片未带拍摄时间和位置"
    assert not page.desk.evidence.likeness.isVisibleTo(page)
    noted(story, one.after[0], "f" * 16, taken_at=utc_text(one.reported_at - timedelta(days=40)))
    story.consoles[0].sync()
    settled(page)
    assert "上报前 40 天" in part(page, QLabel, "factsAfter").text()
    assert "早于上报" in part(page, QLabel, "doubtsAfter").text()


def test_any_photo_is_found_among_all(qtbot: QtBot, story: Story, tmp_path: Path) -> None:
    hazard = story.report("光幕被遮挡", 200)
    file = tmp_path / "a.jpg"
    file.write_bytes(jpeg(200))
    page = page_of(qtbot, story.console("孙丽"))
    page.find_photo()
    dialog = part(page.window(), PhotoSearch, "photoSearch")
    dialog.tray.take(mime(file))
    qtbot.waitUntil(lambda: dialog.table.record() is not None)
    assert part(dialog, QLabel, "photoSearchTold").text() == "有 1 张照片与它相似。"
    dialog.table.book.save_to(str(tmp_path / "alike.xlsx"))
    qtbot.waitUntil(lambda: dialog.table.book.waiting is None)
    assert (tmp_path / "alike.xlsx").exists()
    assert "1 行" in part(dialog, QLabel, "photoSearchTableSaid").text()
    part(dialog, QPushButton, "photoSearchOpen").click()
    assert page.desk.current == hazard
    assert part(page, QLabel, "deskTitle").text() == "光幕被遮挡"
    page.window().activateWindow()
    qtbot.waitUntil(page.window().isActiveWindow)
    QTest.keyClick(page.desk.pair, Qt.Key.Key_F)
    again = part(page.window(), PhotoSearch, "photoSearch")
    qtbot.waitUntil(lambda: again.table.record() is not None)


def test_a_photo_that_is_nowhere_is_said_to_be(qtbot: QtBot, story: Story, tmp_path: Path) -> None:
    story.report("光幕被遮挡", 200)
    file = tmp_path / "other.jpg"
    Image.effect_noise((400, 300), 90).save(file)
    page = page_of(qtbot, story.console("孙丽"))
    page.find_photo()
    dialog = part(page.window(), PhotoSearch, "photoSearch")
    dialog.tray.take(mime(file))
    qtbot.waitUntil(lambda: part(dialog, QLabel, "photoSearchTold").text() == "全厂没有与它相似的照片。")
    assert not part(dialog, QPushButton, "photoSearchOpen").isEnabled()


def mime(file: Path) -> QMimeData:
    made = QMimeData()
    made.setUrls([QUrl.fromLocalFile(str(file))])
    return made
