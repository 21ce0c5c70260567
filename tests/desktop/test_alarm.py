"""The red bar, who was told when, channels and ladders in the settings: a real hub, and what a person sees and does."""

import threading
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListWidget, QPushButton

from desktop import words
from desktop.views.alarm_bar import AlarmBar
from desktop.views.alerts.undelivered import Undelivered
from desktop.watching import Watching
from desktop.widgets.choice import Choice
from services.store import secret_box
from services.store.deliveries import claim
from tests.desktop.pages import part, shown, toast_text
from tests.desktop.plants import TestPlant
from tests.desktop.speaking import speaking
from tests.desktop.test_alerts import alert
from tests.services.alerts.providers import OK, WECOM_ROBOT, provider

assert alert


def press(page: Any, name: str) -> None:
    part(page, QPushButton, name).click()


@pytest.fixture
def bar(qtbot: Any, qapp: Any, plant: TestPlant) -> Any:
    """A bar over a watching that is in a hurry."""
    with speaking(qapp, "zh"):
        made = AlarmBar()
        qtbot.addWidget(made)
        watching = Watching(plant.workbench, every_ms=20, limit_s=0.5)
        made.follow(watching)
        yield made
        watching.stop()


def test_while_messages_go_out_there_is_no_bar(qtbot: Any, plant: TestPlant, bar: Any) -> None:
    before = bar.watching.since
    qtbot.waitUntil(lambda: bar.watching.since > before)
    assert bar.isHidden()


def test_a_hub_that_is_gone_is_seen_and_heard_until_somebody_has_heard_it(
    qtbot: Any, plant: TestPlant, bar: Any
) -> None:
    plant.served.stop()
    qtbot.waitUntil(lambda: not bar.isHidden(), timeout=20_000)
    assert "没有回应" in bar.text.text()
    assert bar.sounds
    bar.heard.click()
    assert not bar.sounds
    assert not bar.isHidden(), "it goes only with the trouble"


def test_a_hub_that_hangs_is_as_good_as_gone(
    qtbot: Any, plant: TestPlant, bar: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It takes the question and never answers, as a process that was stopped does."""
    from services.hub import dispatch

    goes_on = threading.Event()
    monkeypatch.setattr(dispatch, "silent_for", lambda _: 0.0 * goes_on.wait(60))
    qtbot.waitUntil(lambda: bar.watching.trouble == "hub", timeout=20_000)
    goes_on.set()
    qtbot.waitUntil(bar.isHidden, timeout=20_000)


def test_a_dispatcher_that_is_dead_is_seen_and_one_that_lives_again_ends_it(
    qtbot: Any, plant: TestPlant, bar: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from services.hub import dispatch

    plant.served.dispatch.stop()
    hub = plant.served.hub
    hub.store.write(lambda connection: claim(connection, "dead", hub.now()))
    monkeypatch.setattr(dispatch, "DEAD_AFTER_S", -1.0)
    qtbot.waitUntil(lambda: bar.watching.trouble == "dispatch", timeout=20_000)
    assert "发不出去" in bar.text.text()
    monkeypatch.setattr(dispatch, "DEAD_AFTER_S", 3600.0)
    qtbot.waitUntil(bar.isHidden, timeout=20_000)
    assert not bar.sounds


def test_an_alert_says_who_was_told_when_and_what_came_of_it(qtbot: Any, plant: TestPlant, alert: Any) -> None:
    page = shown(qtbot, plant, "alerts")
    page.table.choose(alert.id)
    row = lambda: page.panel.findChild(QLabel, "toldRow")  # noqa: E731
    qtbot.waitUntil(lambda: row() is not None, timeout=20_000)
    assert "王丽" in row().text()
    assert words.say("value.way.email") in row().text()


def test_what_did_not_arrive_has_a_list(qtbot: Any, plant: TestPlant, alert: Any) -> None:
    hub = plant.served.hub
    qtbot.waitUntil(lambda: _dead(hub) > 0, timeout=20_000)  # nobody has an e-mail address
    page = shown(qtbot, plant, "alerts")
    press(page, "showUndelivered")
    dialog = page.window().findChild(Undelivered, "undelivered")
    qtbot.waitUntil(lambda: dialog.findChild(QLabel, "toldRow") is not None, timeout=20_000)
    more = [one.text() for one in dialog.findChildren(QLabel, "toldMore")]
    assert words.say("mail.code.no_address") in more
    dialog.accept()


def _dead(hub: Any) -> int:
    from services.store.queries.told import undelivered

    with hub.store.look() as look:
        return sum(one.state == "dead" for one in undelivered(look))


def test_a_channel_is_set_up_kept_secret_and_tried_out(qtbot: Any, qapp: Any, plant: TestPlant) -> None:
    with speaking(qapp, "zh"), provider() as service:
        service.answers[WECOM_ROBOT] = [
            OK,
            {"errcode": 93000, "errmsg": "invalid webhook url"},
        ]
        page = shown(qtbot, plant, "settings")
        page.show_only("alerts")
        press(page, "setChannel-wecom_robot")
        part(page, QLineEdit, "channelSecret").setText("key-1")
        press(page, "saveChannel")
        folder = plant.served.hub.folder
        qtbot.waitUntil(lambda: secret_box.read(folder.secrets, "wecom_robot") == "key-1", timeout=20_000)
        (made,) = plant.records("channel")
        assert (made.service, made.active, made.least) == ("wecom_robot", True, "warning")
        plant.run("channels.set", service="wecom_robot", address=service.address)
        plant.sync()
        page.refresh()
        press(page, "testChannel-wecom_robot")
        qtbot.waitUntil(lambda: "已被接收" in toast_text(page), timeout=20_000)
        assert service.at(WECOM_ROBOT)[0].query == {"key": "key-1"}
        press(page, "testChannel-wecom_robot")
        qtbot.waitUntil(lambda: "93000" in toast_text(page), timeout=20_000)
        press(page, "setChannel-wecom_robot")
        press(page, "channelOff")
        assert plant.records("channel")[0].active is False


def test_the_keys_by_which_wecom_hands_over_replies_are_made_and_shown_once(
    qtbot: Any, qapp: Any, plant: TestPlant
) -> None:
    with speaking(qapp, "zh"):
        page = shown(qtbot, plant, "settings")
        page.show_only("alerts")
        press(page, "setChannel-wecom")
        assert page.findChild(QPushButton, "makeRepliesKey") is None, "an application that is not there hears nothing"
        plant.run("channels.set", service="wecom", account="ww1", application="7")
        plant.sync()
        page.refresh()
        assert part(page, QLabel, "repliesAddress").text().endswith("/wecom/replies")
        qtbot.waitUntil(lambda: "还没有" in part(page, QLabel, "repliesKeySaid").text(), timeout=20_000)
        press(page, "makeRepliesKey")
        qtbot.waitUntil(lambda: page.findChild(QPushButton, "copyRepliesKey").isVisibleTo(page), timeout=20_000)
        shows = part(page, QLabel, "repliesKey")
        token, key = (said.partition(": ")[2] for said in shows.text().split("\n"))
        assert secret_box.read(plant.served.hub.folder.secrets, "wecom_replies") == f"{token} {key}"
        assert (len(token), len(key), (token + key).isalnum()) == (24, 43, True)


def test_where_dingtalk_brings_replies_is_shown_below_its_settings(qtbot: Any, qapp: Any, plant: TestPlant) -> None:
    plant.run("channels.set", service="dingtalk", account="ding1", application="7")
    plant.sync()
    with speaking(qapp, "zh"):
        page = shown(qtbot, plant, "settings")
        page.show_only("alerts")
        press(page, "setChannel-dingtalk")
        assert part(page, QLabel, "dingtalkReplies").text() == f"{plant.served.url}/dingtalk/replies"


def test_a_ladder_is_put_in_order_by_dragging(qtbot: Any, qapp: Any, plant: TestPlant) -> None:
    with speaking(qapp, "zh"):
        page = shown(qtbot, plant, "settings")
        page.show_only("alerts")
        rungs = part(page, QListWidget, "ladderRungs")
        before = [rungs.item(place).text() for place in range(rungs.count())]
        assert len(before) == 3
        drag(rungs, 2, 0)
        press(page, "saveLadder")
        (ladder,) = plant.records("ladder")
        assert [one.to[0] for one in ladder.rungs] == ["ehs_manager", "department_manager", "safety_officer"]
        assert [one.after_min for one in ladder.rungs] == [10, 20, 30], "who comes when is dragged, the times stay"
        rungs.setCurrentRow(1)
        part(page, QLineEdit, "rungMinutes").selectAll()
        QTest.keyClicks(part(page, QLineEdit, "rungMinutes"), "12")
        rungs.setCurrentRow(2)
        QTest.keyClick(rungs, Qt.Key.Key_Delete)
        choice = part(page, Choice, "rungWhom")
        choice.setCurrentIndex(choice.findData("team"))
        press(page, "addRung")
        press(page, "saveLadder")
        (ladder,) = plant.records("ladder")
        assert [(one.after_min, one.to[0]) for one in ladder.rungs] == [
            (10, "ehs_manager"),
            (12, "department_manager"),
            (27, "team"),
        ]
        part(page, QLineEdit, "ladderRepeat").clear()
        press(page, "saveLadder")
        assert plant.records("ladder")[0].repeat_min == 30, "a critical one never ends in silence"


def drag(rungs: QListWidget, place: int, to: int) -> None:
    """Takes a rung by the mouse and carries it to where another one is."""
    start, end = (rungs.visualItemRect(rungs.item(one)).center() for one in (place, to))
    left, view = Qt.MouseButton.LeftButton, rungs.viewport()
    QTest.mousePress(view, left, Qt.KeyboardModifier.NoModifier, start)
    for share in (0.3, 0.6, 1.0):
        at = start + (end - start) * share
        event = QMouseEvent(
            QEvent.Type.MouseMove,
            QPointF(at),
            view.mapToGlobal(QPointF(at)),
            left,
            left,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(view, event)
    QTest.mouseRelease(view, left, Qt.KeyboardModifier.NoModifier, end)


def test_a_person_is_told_first_as_they_wish(qtbot: Any, qapp: Any, plant: TestPlant) -> None:
    with speaking(qapp, "zh"):
        page = shown(qtbot, plant, "people")
        me = plant.workbench.me
        assert me is not None
        page.show_record("person", me.id)
        choice = part(page, Choice, "toldFirst")
        choice.setCurrentIndex(choice.findData("dingtalk"))
        assert plant.records("person")[0].told_by == ("dingtalk",)
        part(page, QLineEdit, "personDingtalk").setText("wangli")
        press(page, "saveContact")
        assert plant.records("person")[0].dingtalk == "wangli"
        choice = part(page, Choice, "toldFirst")
        assert choice.currentData() == "dingtalk"
        choice.setCurrentIndex(0)
        assert plant.records("person")[0].told_by == ()
