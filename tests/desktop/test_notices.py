"""Notifications: what happened meanwhile is told once, to whom it concerns, opens the thing, and stays read."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from desktop.opening import utc_now
from desktop.syncing import SyncState
from desktop.views.notices import watching
from desktop.views.notices.kept import MOST, read
from desktop.views.notices.notices import FILE, MANY, Notices
from desktop.views.notices.panel import NoticesPanel
from desktop.views.notices.tray import Tray
from desktop.views.notices.watching import concerns
from desktop.views.window import Window
from services.core.operation import SYSTEM
from services.core.roles import Role
from services.core.shape import utc_text
from services.store.queries.finding import HazardClock
from services.store.records import Records
from tests.desktop.pages import at_work_in_chinese
from tests.desktop.plants import TestPlant, open_workbench
from tests.makers import person, sha

CAUSE = json.dumps({"when": {"kind": "open", "for_s": 86_400}, "said": [None], "at": 0, "key": "YH-0"})
SQUARE = ((5.0, 5.0), (15.0, 5.0), (15.0, 15.0), (5.0, 15.0))


@pytest.fixture
def plant(qapp: Any, tmp_path: Path) -> Iterator[TestPlant]:
    made = open_workbench(tmp_path)
    floor = made.run("floors.add", name="一层", width_m=60.0, height_m=40.0)
    made.run("zones.draw", floor=floor, name="冲压车间", zone_class="A", polygon=SQUARE)
    yield made
    made.close()


@pytest.fixture
def window(qtbot: Any, qapp: QApplication, plant: TestPlant) -> Iterator[Window]:
    with at_work_in_chinese(qtbot, qapp, plant, "people") as made:
        look(made)  # what is there when a console first looks is no news
        yield made


def look(window: Window) -> None:
    window.notices._watching.look()


def codes(window: Window) -> list[str]:
    return [one.code for one in window.notices.all_]


def reported(plant: TestPlant, number: int = 1) -> str:
    """Somebody else's report, as it comes from the hub: not by who is signed in here."""
    id_ = plant.run(
        "hazards.report", zone=plant.records("zone")[0].id, photos=[sha(str(number))], description="光栅被遮住"
    )
    with plant.opened.replica.database.writing() as connection:
        records = Records(connection)
        records.put(replace(records.get("hazard", id_), reporter=None))  # type: ignore[type-var]
    return id_


def panel_of(window: Window) -> NoticesPanel:
    QTest.keySequence(window, "Ctrl+Shift+N")
    (found,) = [one for one in window.findChildren(NoticesPanel) if one.isVisible()]
    return found


def test_a_report_is_told_once_and_a_press_opens_it(window: Window, plant: TestPlant) -> None:
    hazard = reported(plant)
    look(window)
    look(window)
    assert codes(window) == ["reported"]
    assert window.notices.unread == 1
    (bell,) = window.findChildren(QPushButton, "statusNotices")
    assert bell.text() == "1"
    panel = panel_of(window)
    (line,) = panel.findChildren(QPushButton, "notice-reported")
    assert line.accessibleName().startswith("冲压车间有新上报：光栅被遮住")
    assert panel.focusWidget() is line
    QTest.keyClick(line, Qt.Key.Key_Space)
    page: Any = window.pages["hazards"]
    assert window.here == "hazards"
    assert page.table.record().id == hazard
    assert page.panel.isVisible()
    assert window.notices.unread == 0
    assert bell.text() == ""


def test_my_own_report_is_no_news_to_me(window: Window, plant: TestPlant) -> None:
    plant.run("hazards.report", zone=plant.records("zone")[0].id, photos=[sha("a")], description="自己看到的")
    look(window)
    assert codes(window) == []


def test_a_clock_that_runs_out_is_told_without_a_change(
    window: Window, plant: TestPlant, monkeypatch: pytest.MonkeyPatch
) -> None:
    reported(plant)
    plant.run("hazards.dispatch", hazard=plant.records("hazard")[0].id, person=plant.opened.replica.fact("me"))
    look(window)
    assert codes(window) == ["reported"]
    later = plant.workbench.now() + timedelta(days=30)
    monkeypatch.setattr(plant.workbench, "now", lambda: later)
    look(window)
    look(window)
    assert codes(window) == ["overdue", "reported"]


def test_many_at_once_are_one_line_that_opens_the_page(window: Window, plant: TestPlant) -> None:
    for number in range(MANY):
        reported(plant, number)
    look(window)
    (one,) = window.notices.all_
    assert (one.code, one.facts, one.page, one.kind) == ("reported_many", {"n": MANY}, "hazards", "")


def test_a_hub_that_is_gone_for_long_is_told_and_so_is_its_return(window: Window, plant: TestPlant) -> None:
    syncing = plant.workbench.syncing
    syncing.state = SyncState(hub="unreachable", since=utc_now())
    look(window)
    assert codes(window) == [], "it may be back in a moment"
    syncing.state = SyncState(hub="unreachable", since=utc_now() - timedelta(seconds=watching.LOST_S + 1))
    look(window)
    look(window)
    assert codes(window) == ["hub_lost"]
    syncing.state = SyncState(hub="in_step", since=utc_now())
    syncing.state_changed.emit()
    assert codes(window) == ["hub_back", "hub_lost"]


def test_work_that_took_a_while_stays_among_them(window: Window) -> None:
    window.toast.bad("导入失败", keep="map")
    window.toast.good("已保存")
    assert [(one.code, one.page, one.facts["text"]) for one in window.notices.all_] == [("failed", "map", "导入失败")]


@pytest.mark.parametrize("elsewhere", [False, True])
def test_an_import_that_failed_stays_among_them(window: Window, qtbot: Any, tmp_path: Path, *, elsewhere: bool) -> None:
    (tmp_path / "hall.dxf").write_bytes(b"no drawing")
    page: Any = window.page("map")
    page.import_file(str(tmp_path / "hall.dxf"))
    if elsewhere:
        window.go("people")
    qtbot.waitUntil(lambda: codes(window) == ["failed"])
    assert window.notices.all_[0].facts["text"].startswith("hall.dxf：")
    assert window.toast.isVisible() is elsewhere, "the page says it by itself to whoever looks on"
    window.go("people")
    window.show_notices()
    (line,) = window.findChildren(QPushButton, "notice-failed")
    QTest.mouseClick(line, Qt.MouseButton.LeftButton)
    assert window.here == "map"
    assert page.stack.currentWidget() is page.flow


def test_they_are_kept_with_what_was_read_and_what_was_told(window: Window, plant: TestPlant) -> None:
    reported(plant)
    look(window)
    window.toast.good("已导入", keep="map")
    window.notices.read(window.notices.all_[0].id)
    again = Notices(plant.workbench, window.toast, window)
    assert [(one.code, one.read) for one in again.all_] == [("done", True), ("reported", False)]
    again._watching.look()
    assert len(again.all_) == 2, "told before"


def test_a_file_that_cannot_be_read_is_begun_anew(plant: TestPlant) -> None:
    path = plant.opened.folder / FILE
    path.write_text("{half", "utf-8")
    assert read(path).notices == []
    path.write_text('{"notices": [{"x": 1}], "known": {}}', "utf-8")
    assert read(path).notices == []


def test_there_are_never_more_than_can_be_kept(window: Window) -> None:
    for number in range(MOST + 5):
        window.notices.add("done", {"text": str(number)})
    assert len(window.notices.all_) == MOST
    assert window.notices.all_[0].facts["text"] == str(MOST + 4)


def test_nothing_new_is_said_and_all_can_be_marked_as_read(window: Window) -> None:
    panel = panel_of(window)
    assert panel.findChildren(QLabel, "noticesNothingHead")[0].isVisible()
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    window.notices.add("done", {"text": "一"})
    window.notices.add("done", {"text": "二"})
    panel = panel_of(window)
    panel.findChildren(QPushButton, "readAll")[0].click()
    assert window.notices.unread == 0


@pytest.mark.parametrize(
    ("roles", "mine", "told"),
    [((Role.EHS_MANAGER,), False, True), ((Role.WORKER,), False, False), ((Role.WORKER,), True, True)],
)
def test_the_office_hears_of_all_and_others_of_what_is_theirs(roles: tuple[Role, ...], mine: bool, told: bool) -> None:
    me = person(*roles, team="t" if mine else None)
    one = HazardClock("h", None, "", "other", "assigned", "冲压车间", None, None, "t", None, None)
    assert concerns(me, one) is told


class Picture(QObject):
    """An icon in a tray that notes what it was to say: a screen without a tray has none."""

    messageClicked, activated = Signal(), Signal(object)  # noqa: N815

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.tip, self.there = "", False

    def show(self) -> None:
        self.there = True

    def hide(self) -> None:
        self.there = False

    def setToolTip(self, text: str) -> None:
        self.tip = text

    def showMessage(self, _: str, text: str, *__: object) -> None:
        self.said.append(text)


def raised(plant: TestPlant, many: int = 1) -> None:
    document = {
        "format": 1,
        "name": "隐患超时",
        "when": {"kind": "open", "for_s": 86_400},
        "then": [{"do": "alert", "level": "critical", "to": ["ehs_manager"]}],
    }
    rule = plant.run("rules.add", document=json.dumps(document), active=False)
    plant.sync()
    for number in range(many):
        args = {"rule": rule, "key": f"YH-{number}", "fired_at": utc_text(plant.workbench.now()), "cause": CAUSE}
        assert plant.served.hub.do("alerts.raise", args, SYSTEM).ok
    plant.sync()


def test_a_new_alert_is_told_in_the_tray_and_a_press_opens_it(window: Window, plant: TestPlant) -> None:
    picture = Picture()
    tray = Tray(window, window.notices, picture)  # type: ignore[arg-type]
    assert picture.there
    raised(plant)
    look(window)
    look(window)
    (alert,) = plant.records("alert")
    assert codes(window) == ["alert"]
    assert picture.said == ["告警（紧急）等您确认：隐患超时 · YH-0"]
    assert "1" in picture.tip
    picture.messageClicked.emit()
    page: Any = window.pages["alerts"]
    assert (window.here, page.table.record().id) == ("alerts", alert.id)
    assert window.notices.unread == 0
    window.closing.emit()
    assert not picture.there
    tray.deleteLater()


def test_many_alerts_at_once_are_one_notification_and_an_answered_one_is_none(window: Window, plant: TestPlant) -> None:
    raised(plant, MANY)
    look(window)
    assert codes(window) == ["alert_many"]
    for one in plant.records("alert"):
        plant.run("alerts.acknowledge", alert=one.id)
    look(window)
    assert codes(window) == ["alert_many"]
