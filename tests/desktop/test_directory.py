"""The plant's people beside WeCom's: compared in a window, ticked, carried out; too many missing are asked about."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QPushButton, QSpinBox
from pytestqt.qtbot import QtBot

from desktop.views.people.directory import DirectoryWindow
from desktop.views.people.page import PeoplePage
from desktop.views.window import Window
from desktop.widgets.choice import Choice
from services.store import secret_box
from tests.desktop.pages import at_work_in_chinese, part, press, shown
from tests.desktop.plants import TestPlant
from tests.services.alerts.providers import OK, Provider, provider

UNITS = [{"id": 1, "name": "厂", "parentid": 0}, {"id": 3, "name": "机加车间", "parentid": 1}]


def user(number: int) -> dict[str, Any]:
    return {"userid": f"u{number}", "name": f"工人{number}", "department": [3], "main_department": 3, "status": 1}


@pytest.fixture
def users() -> list[dict[str, Any]]:
    return [user(number) for number in range(6)]


@pytest.fixture
def wecom(users: list[dict[str, Any]]) -> Iterator[Provider]:
    with provider() as made:
        made.tokens("/cgi-bin/gettoken")
        made.answers["/cgi-bin/department/list"] = [{**OK, "department": UNITS}]
        made.answers["/cgi-bin/user/list"] = [lambda _: {**OK, "userlist": users}]
        yield made


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication, plant: TestPlant) -> Iterator[PeoplePage]:
    with at_work_in_chinese(qtbot, qapp, plant, "people") as window:
        assert isinstance(window, Window)
        found = window.pages["people"]
        assert isinstance(found, PeoplePage)
        yield found


def read(qtbot: QtBot, window: DirectoryWindow) -> None:
    qtbot.waitUntil(lambda: window.bar.isHidden() and window.again.isEnabled())


def carry_out(qtbot: QtBot, window: DirectoryWindow, plant: TestPlant) -> None:
    part(window, QPushButton, "directoryTake").click()
    read(qtbot, window)
    plant.sync()


def test_people_come_from_wecom_and_many_missing_are_asked_about(
    qtbot: QtBot, page: PeoplePage, plant: TestPlant, wecom: Provider, users: list[dict[str, Any]]
) -> None:
    assert not page.directory.isVisibleTo(page), "no messenger is set up"
    plant.run("channels.set", service="wecom", account="ww1", application="1000002", address=wecom.address)
    plant.sync()
    secret_box.keep(plant.served.hub.folder.secrets, "wecom", "app secret")
    assert page.directory.isVisibleTo(page)
    page.directory.click()
    window = page.comparing
    read(qtbot, window)
    assert part(window, QLabel, "directorySaid").text().startswith("7 处变动 · ")
    assert part(window, QPushButton, "directoryTake").text() == "执行 7 处变动"
    window.model.tick({one.id for one in window.model.rows if one.id != "new:u5"})
    carry_out(qtbot, window, plant)
    names = {one.name for one in plant.records("person") if one.here}
    assert {"工人0", "工人4"} <= names
    assert "工人5" not in names
    assert [one.id for one in window.model.rows] == ["new:u5"], "what was not ticked is still proposed"
    del users[:5]
    window.read()
    read(qtbot, window)
    assert window.warning.isVisibleTo(window)
    assert "5 人中的 5 人" in part(window, QLabel, "directoryShrunk").text()
    assert {one.what for one in window.model.chosen()} == {"person_new"}, "nobody's leaving is ticked by itself"
    window.model.tick({one.id for one in window.model.rows})
    assert not part(window, QPushButton, "directoryTake").isEnabled()
    part(window, QCheckBox, "directoryWhole").click()
    carry_out(qtbot, window, plant)
    assert {one.name for one in plant.records("person") if one.name.startswith("工人") and one.here} == {"工人5"}
    assert part(window, QLabel, "directorySaid").text().startswith("两边一致，没有要改的。")
    asked = len(wecom.heard)
    page.deeds["compareDirectory"].trigger()
    read(qtbot, page.comparing)
    assert len(wecom.heard) == asked, "what was read lately is shown, and not asked for again"


def test_why_it_can_not_be_read_is_said_in_plain_words(
    qtbot: QtBot, page: PeoplePage, plant: TestPlant, wecom: Provider
) -> None:
    plant.run("channels.set", service="wecom", account="ww1", application="1000002", address=wecom.address)
    plant.sync()
    wecom.answers["/cgi-bin/department/list"] = [{"errcode": 60011, "errmsg": "no privilege"}]
    page.deeds["compareDirectory"].trigger()
    window = page.comparing
    read(qtbot, window)
    assert "可见范围" in part(window, QLabel, "directorySaid").text()
    assert not part(window, QPushButton, "directoryTake").isEnabled()


def test_it_is_chosen_whose_is_read_each_day_and_taken_back(qtbot: QtBot, plant: TestPlant) -> None:
    settings: Any = shown(qtbot, plant, "settings")
    settings.show_only("access")
    of = part(settings, Choice, "directoryFrom")
    assert of.currentData() == ""
    of.setCurrentIndex(of.findData("dingtalk"))
    part(settings, QLineEdit, "directoryAt").setText("05:30")
    part(settings, QSpinBox, "directoryDoubt").setValue(35)
    press(settings, "saveDirectory")
    made = plant.workbench.plant
    assert made is not None
    assert (made.directory_from, made.directory_at, made.directory_doubt) == ("dingtalk", "05:30", 35)
    plant.workbench.undo()
    QApplication.processEvents()
    assert of.currentData() == ""
