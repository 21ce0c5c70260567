"""The review desk where there is no hub: all photos of the queue are here, and every key does what it says."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from services.hub.serve import Served
from services.store.folder import PlantFolder
from tests.desktop.hazards.story import Story, page_of
from tests.desktop.hazards.test_desk import key, looked_at, state
from tests.desktop.pages import part, settled

Key = Qt.Key
MANY = 9


def test_a_whole_queue_is_worked_through_with_the_hub_down(qtbot: QtBot, story: Story) -> None:
    hazards = [story.reviewable(f"隐患{number}", 250 - 15 * number) for number in range(MANY)]
    console = story.console("孙丽")
    page = page_of(qtbot, console)
    QTest.keyClick(page.table.view, Key.Key_R)

    def all_here() -> bool:
        console.workbench.tell_brought()
        return part(page, QLabel, "photosReady").text() == f"照片已备 {MANY}/{MANY}"

    qtbot.waitUntil(all_here, timeout=20_000)
    settled(page)
    served = story.plant.served
    data, port = story.plant.folder / "plant", int(served.url.rpartition(":")[2])
    served.stop()

    title = part(page, QLabel, "deskTitle")
    looked_at(qtbot, page)
    key(page, Key.Key_A)
    assert title.text() == "隐患1"
    key(page, Key.Key_U)
    assert title.text() == "隐患0"
    assert state(page).startswith("待初核")
    looked_at(qtbot, page)
    key(page, Key.Key_A)
    key(page, Key.Key_J)
    key(page, Key.Key_K)
    assert title.text() == "隐患1"
    looked_at(qtbot, page)
    key(page, Key.Key_R)
    part(page.window(), QRadioButton, "reason1").click()
    part(page.window(), QPushButton, "reasonSend").click()
    page.window().activateWindow()
    qtbot.waitUntil(page.window().isActiveWindow)
    for number in range(2, MANY):
        assert title.text() == f"隐患{number}"
        looked_at(qtbot, page)
        key(page, Key.Key_A)
    assert page.desk.queue.rows.rowCount() == 0

    again = story.plant.served = Served(PlantFolder(data), port=port)
    again.start()
    console.sync()
    assert [story.hazard(one).state for one in hazards] == ["first_passed", "fixing", *["first_passed"] * (MANY - 2)]
    assert story.hazard(hazards[1]).return_reason == "照片不是上报的位置"
