"""A computer joins by a code, as a line or as a picture; one that is lost is shut out and keeps what was done on it."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QBuffer
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.opening import join_hub, open_plant, pair_hub
from desktop.tasks import Tasks
from desktop.views.first_run import FirstRun
from desktop.views.page import Page
from desktop.views.revoked import Revoked
from desktop.views.settings.devices_card import DevicesCard
from desktop.views.settings.pairing_dialog import PairingDialog
from desktop.views.window import Window
from desktop.widgets.toast import Toast
from desktop.workbench import Workbench
from services.core.refused import Refused
from services.hub import signing
from services.sync.pairing import pairing_line, read_line, read_picture
from tests.desktop.hazards.story import Story, story_of
from tests.desktop.pages import part
from tests.desktop.plants import TestPlant, open_workbench, until


@pytest.fixture
def story(qtbot: QtBot, tmp_path: Path) -> Any:
    plant = open_workbench(tmp_path)
    made = story_of(plant)
    plant.sync()
    yield made
    for console in made.consoles:
        console.workbench.close()
    plant.close()


def code_for(story: Story, name: str) -> str:
    return signing.make_pairing(story.plant.served.hub, story.actor("王丽"), story.people[name])


def joined(story: Story, folder: Path, code: str) -> TestPlant:
    """A console on a computer of its own, paired by a code, after its first sync."""
    served = story.plant.served
    opened = open_plant(folder, served.url)
    pair_hub(opened, served.url, code)
    tasks = Tasks()
    workbench = Workbench(opened, tasks)
    workbench.syncing.stop()
    made = TestPlant(folder, served, opened, tasks, workbench, False)
    made.sync()
    story.consoles.append(made)
    return made


def revoke(story: Story, console: TestPlant) -> None:
    story.do("devices.revoke", device=str(console.opened.replica.fact("device")), reason="丢失")


def state_of(console: TestPlant) -> str:
    """What the console finds when it turns to its hub."""
    try:
        console.sync()
    except Refused as refused:
        console.workbench.syncing._on_failed(refused)
    return console.workbench.sync_state.hub


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("http://10.0.0.5:8750/pair#ABCD-EFGH", ""),
        ("  http://10.0.0.5:8750/pair#abcdefgh ", ""),
        ("10.0.0.5:8750 ABCD-EFGH", ""),
        ("ABCD-EFGH", "10.0.0.5:8750"),
        ("ABCDEFGH", "http://10.0.0.5:8750"),
    ],
)
def test_a_pairing_line_is_read_however_it_is_written(text: str, address: str) -> None:
    assert read_line(text, address) == ("http://10.0.0.5:8750", "ABCDEFGH")


@pytest.mark.parametrize("text", ["", "#", "http://10.0.0.5:8750/pair", "http://10.0.0.5#ABC", "ABCDEFGH", "#ABCDEFGH"])
def test_what_is_no_pairing_line_is_told(text: str) -> None:
    with pytest.raises(Refused, match="pairing_line_wrong"):
        read_line(text)


def test_the_code_on_the_screen_is_read_from_a_picture_of_it(qtbot: QtBot, story: Story) -> None:
    me = story.plant.workbench.me
    assert me is not None
    over = window(qtbot)
    dialog = PairingDialog(story.plant.workbench, [me], over)
    dialog.show()
    part(dialog, QPushButton, "makePairing").click()
    until(lambda: bool(dialog.code.text()))
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    dialog.picture.grab().save(buffer, "PNG")
    text = read_picture(bytes(buffer.data().data()))
    assert text == dialog.line.text() == pairing_line("https://anhuan.example", dialog.code.text().replace("-", ""))
    with pytest.raises(Refused, match="no_code_in_picture"):
        read_picture(b"no picture")


def test_a_computer_is_paired_once_by_a_code(qtbot: QtBot, story: Story, tmp_path: Path) -> None:
    code = code_for(story, "孙丽")
    hers = joined(story, tmp_path / "hers", code)
    assert hers.workbench.me is not None
    assert hers.workbench.me.name == "孙丽"
    (device,) = [one for one in story.plant.hub_records("device") if one.person == story.people["孙丽"]]
    assert device.id == hers.opened.replica.fact("device")
    for wrong in (code, "AAAABBBB"):
        other = open_plant(tmp_path / wrong, story.plant.served.url)
        with pytest.raises(Refused, match="pairing_wrong"):
            pair_hub(other, story.plant.served.url, wrong)
        other.close()


def test_someone_without_a_console_role_gets_no_copy(qtbot: QtBot, story: Story, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="not_allowed"):
        code_for(story, "马超")
    opened = open_plant(tmp_path / "his", story.plant.served.url)
    code = signing.make_code(story.plant.served.hub, story.actor("王丽"), story.people["马超"])
    with pytest.raises(Refused, match="not_allowed"):
        join_hub(opened, story.plant.served.url, "2077", code)
    opened.close()


def test_the_first_page_takes_a_line(qtbot: QtBot) -> None:
    page = FirstRun(sign_in_at="")
    page.stack.setCurrentIndex(2)
    qtbot.addWidget(page)
    page.show()
    asked: list[Any] = []
    page.pair.connect(lambda *values: asked.append(values))
    part(page, QLineEdit, "pairingLine").setText("http://10.0.0.5:8750/pair#ABCD-EFGH")
    part(page, QPushButton, "joinHub").click()
    assert asked == [("http://10.0.0.5:8750", "ABCDEFGH")]
    page.tell("")
    part(page, QLineEdit, "pairingLine").setText("nonsense")
    part(page, QPushButton, "joinHub").click()
    assert page.problem.text()


def test_a_computer_that_was_shut_out_keeps_its_work_and_comes_back(qtbot: QtBot, story: Story, tmp_path: Path) -> None:
    hers = joined(story, tmp_path / "hers", code_for(story, "孙丽"))
    kept = hers.run("zones.rename", zone=story.zone, name="断网时改的")
    revoke(story, hers)
    assert state_of(hers) == "revoked"
    page = Revoked(hers.workbench)
    qtbot.addWidget(page)
    page.show()
    assert "1" in part(page, QLabel, "revokedKept").text()
    page.code.setText("wrong-code")
    page.pair.click()
    until(lambda: bool(page.problem.text()))
    before = hers.opened.replica.fact("device")
    page.code.setText(code_for(story, "孙丽"))
    with qtbot.waitSignal(page.paired):
        page.pair.click()
    assert hers.opened.replica.fact("device") != before
    hers.following = None
    hers.sync()
    assert hers.opened.replica.waiting() == []
    assert [zone.name for zone in story.plant.hub_records("zone")] == ["断网时改的"]
    assert kept in [one.id for one in hers.workbench.ask(_entries)]


def test_nothing_of_the_plant_is_shown_or_taken_back_where_it_was_shut_out(
    qtbot: QtBot, story: Story, tmp_path: Path
) -> None:
    hers = joined(story, tmp_path / "hers", code_for(story, "孙丽"))
    over = Window()
    qtbot.addWidget(over)
    over.work_with(hers.workbench, hers.tasks)
    over.show()
    hers.run("zones.rename", zone=story.zone, name="断网时改的")
    revoke(story, hers)
    assert state_of(hers) == "revoked"
    for tempt in (lambda: over.go("people"), over.everywhere.deeds["undo"].trigger, over._build_again):
        tempt()
        assert isinstance(over.stack.currentWidget(), Revoked)
        assert len(hers.opened.replica.waiting()) == 1
    pair_hub(hers.opened, story.plant.served.url, code_for(story, "孙丽"))
    hers.following = None
    hers.sync()
    assert isinstance(over.stack.currentWidget(), Page)
    over.close()


def test_what_fails_for_the_sign_in_before_does_not_shut_out_again(qtbot: QtBot, story: Story, tmp_path: Path) -> None:
    hers = joined(story, tmp_path / "hers", code_for(story, "孙丽"))
    syncing = hers.workbench.syncing
    assert hers.opened.client is not None
    syncing._with(hers.opened.client)
    pair_hub(hers.opened, story.plant.served.url, code_for(story, "孙丽"))
    syncing._on_failed(Refused("device_revoked"))
    assert syncing.state.hub == "in_step"
    syncing._with(hers.opened.client)
    syncing._on_failed(Refused("device_revoked"))
    assert syncing.state.hub == "revoked", "and what fails for the present one does"
    syncing.stop()


def test_a_computer_becomes_another_one_wholly_or_not_at_all(
    qtbot: QtBot, story: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hers = joined(story, tmp_path / "hers", code_for(story, "孙丽"))
    replica = hers.opened.replica
    hers.run("zones.rename", zone=story.zone, name="断网时改的")
    before = (replica.fact("device"), replica.waiting())

    def full(_: object) -> None:
        raise OSError("no space left")

    with monkeypatch.context() as broken:
        broken.setattr(replica.log, "rewrite", full)
        with pytest.raises(OSError, match="no space"):
            replica.number_again(1, "another")
    assert (replica.fact("device"), replica.waiting()) == before
    replica.number_again(1, "another")
    assert [(one.device, one.n) for one in replica.waiting()] == [("another", 1)]


def _entries(look: Any) -> Any:
    from services.store.queries.journal import entry_rows

    return entry_rows(look)


def test_the_card_shows_whose_computers_there_are_and_shuts_one_out(qtbot: QtBot, story: Story, tmp_path: Path) -> None:
    hers = joined(story, tmp_path / "hers", code_for(story, "孙丽"))
    device = str(hers.opened.replica.fact("device"))
    story.plant.sync()
    card = DevicesCard(story.plant.workbench, Toast(window(qtbot)))
    qtbot.addWidget(card)
    card.show()
    card.follow()
    assert "孙丽" in "".join(one.text() for one in part(card, QWidget, f"device-{device}").findChildren(QLabel))
    mine = str(story.plant.opened.replica.fact("device"))
    assert card.findChild(QPushButton, f"revoke-{mine}") is None, "nobody shuts out the computer they sit at"
    part(card, QPushButton, f"revoke-{device}").click()
    part(card, QPushButton, "reasonSend")
    card._on_reason("笔记本丢失")
    story.plant.sync()
    card.follow()
    assert "笔记本丢失" in "".join(one.text() for one in part(card, QWidget, f"device-{device}").findChildren(QLabel))
    assert state_of(hers) == "revoked"


def window(qtbot: QtBot) -> Any:
    made = QWidget()
    qtbot.addWidget(made)
    return made
