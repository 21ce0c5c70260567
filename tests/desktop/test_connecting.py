"""WeCom and DingTalk are set up step by step: each step is tried, and says in plain words what is wrong."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop.views.settings.connect_window import ConnectWindow
from desktop.views.window import Window
from services.store import secret_box
from tests.desktop.pages import at_work_in_chinese, part, press
from tests.desktop.plants import TestPlant
from tests.services.alerts.providers import OK, Provider, provider

FROM = "not allow to access from your ip, hint: [17], from ip: 203.0.113.7"


@pytest.fixture
def wecom() -> Iterator[Provider]:
    with provider() as made:
        made.tokens("/cgi-bin/gettoken")
        made.answers["/cgi-bin/agent/get"] = [{"errcode": 60020, "errmsg": FROM}]
        made.answers["/cgi-bin/auth/getuserinfo"] = [{"errcode": 50001, "errmsg": "redirect_url domain not trusted"}]
        made.answers["/cgi-bin/department/list"] = [{"errcode": 60011, "errmsg": "no privilege"}]
        yield made


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, plant: TestPlant) -> Iterator[Window]:
    with at_work_in_chinese(qtbot, qapp, plant, "settings") as made:
        made.pages["settings"].show_only("access")
        yield made


def tried(qtbot: QtBot, window: ConnectWindow, plant: TestPlant, step: str) -> str:
    """What the step says once it has been tried."""
    window.trial.pop(step, None)
    press(window, "tryStep")
    plant.sync()
    qtbot.waitUntil(lambda: step in window.trial)
    return part(window, QLabel, f"wayInStep-{step}").text()


def test_each_step_is_tried_before_the_next(qtbot: QtBot, window: Window, plant: TestPlant, wecom: Provider) -> None:
    page: Any = window.pages["settings"]
    press(window, "setWayIn-wecom")
    steps: ConnectWindow = page.sign_on.connecting
    part(steps, QLineEdit, "connectAddress").setText("http://192.168.1.5:8750")
    assert "https://" in tried(qtbot, steps, plant, "address")
    part(steps, QLineEdit, "connectAddress").setText("https://anhuan.example")
    assert tried(qtbot, steps, plant, "address") == "登录后返回的地址"
    press(steps, "nextStep")
    part(steps, QLineEdit, "channelAccount").setText("ww1")
    part(steps, QLineEdit, "channelApplication").setText("1000002")
    assert "还没有填写 Secret" in tried(qtbot, steps, plant, "secret")
    part(steps, QLineEdit, "connectSecret").setText("app secret")
    assert tried(qtbot, steps, plant, "secret") == "密钥（Secret）"
    assert secret_box.read(plant.served.hub.folder.secrets, "wecom") == "app secret"
    plant.run("channels.set", service="wecom", account="ww1", application="1000002", address=wecom.address)
    plant.sync()
    press(steps, "nextStep")
    assert "企业可信 IP" in tried(qtbot, steps, plant, "reach")
    assert part(steps, QLabel, "wayInIp").text() == "请把 203.0.113.7 加进去。"
    wecom.answers["/cgi-bin/agent/get"] = [{**OK, "name": "安环台"}]
    assert tried(qtbot, steps, plant, "reach") == "平台应答本中心"
    press(steps, "nextStep")
    assert part(steps, QLabel, "connectShown").text() == "anhuan.example"
    assert "可信域名" in tried(qtbot, steps, plant, "right")
    wecom.answers["/cgi-bin/auth/getuserinfo"] = [{"errcode": 40029, "errmsg": "invalid code"}]
    assert tried(qtbot, steps, plant, "right") == "平台会告知登录者身份"
    press(steps, "nextStep")
    assert "可见范围" in tried(qtbot, steps, plant, "directory")
    wecom.answers["/cgi-bin/department/list"] = [
        {**OK, "department": [{"id": 1, "name": "厂"}, {"id": 2, "name": "甲"}]}
    ]
    assert "2 个部门" in tried(qtbot, steps, plant, "directory")
    assert plant.hub_records("way_in") == (), "nobody may sign in by it before it is switched on"
    press(steps, "nextStep")
    press(steps, "tryStep")
    plant.sync()
    (used,) = plant.hub_records("way_in")
    assert (used.provider, used.active) == ("wecom", True)
    assert part(window, QLabel, "wayInState-wecom").text() == "使用中"
    press(steps, "closeConnect")
    press(window, "setWayIn-wecom")
    press(page.sign_on.connecting, "connect-use")
    press(page.sign_on.connecting, "wayInOff")
    assert part(window, QLabel, "wayInState-wecom").text() == "未使用"


def test_a_step_that_stands_on_an_earlier_one_leads_back_to_it(qtbot: QtBot, window: Window, plant: TestPlant) -> None:
    page: Any = window.pages["settings"]
    press(window, "setWayIn-dingtalk")
    steps: ConnectWindow = page.sign_on.connecting
    part(steps, QLineEdit, "connectAddress").setText("https://anhuan.example")
    tried(qtbot, steps, plant, "address")
    press(steps, "connect-right")
    assert part(steps, QLabel, "connectShown").text() == "https://anhuan.example/o/dingtalk/back"
    press(steps, "tryStep")
    qtbot.waitUntil(lambda: "secret" in steps.trial)
    assert "还没有填写" in part(steps, QLabel, "wayInStep-secret").text()
    assert part(steps, QLabel, "connectHead").text() == "应用与 Secret"
    press(steps, "connect-use")
    press(steps, "tryStep")
    plant.sync()
    assert "钉钉" in part(steps, QLabel, "connectRefused").text(), "without an application nobody can sign in by it"
    assert isinstance(part(steps, QPushButton, "tryStep"), QPushButton)
