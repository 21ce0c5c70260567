"""Signing in by accounts elsewhere: set up and tried out in the settings; a console by the system's browser."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import requests
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop.browser_sign_on import BrowserSignOn
from desktop.opening import open_plant
from desktop.tasks import Tasks
from desktop.views.first_run import FirstRun
from desktop.views.window import Window
from services.core.refused import Refused
from services.core.roles import Role
from services.store import secret_box
from tests.desktop.pages import at_work_in_chinese, part
from tests.desktop.plants import TestPlant
from tests.services.alerts.providers import OK, Provider, provider


@pytest.fixture(scope="module")
def wecom() -> Iterator[Provider]:
    with provider() as made:
        made.tokens("/cgi-bin/gettoken")
        made.answers["/cgi-bin/auth/getuserinfo"] = [{**OK, "userid": "wangli"}]
        yield made


def set_up(plant: TestPlant, wecom: Provider, address: str) -> None:
    plant.run("plant.set_address", address=address)
    plant.run("channels.set", service="wecom", account="ww1", application="1000002", address=wecom.address)
    secret_box.keep(plant.served.hub.folder.secrets, "wecom", "app secret")


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, plant: TestPlant) -> Iterator[Window]:
    with at_work_in_chinese(qtbot, qapp, plant, "settings") as made:
        made.pages["settings"].show_only("access")
        yield made


def test_wecom_is_tried_out_again_when_it_is_in_use(
    qtbot: QtBot, window: Window, plant: TestPlant, wecom: Provider
) -> None:
    set_up(plant, wecom, "https://anhuan.example")
    plant.run("ways_in.set", provider="wecom")
    plant.sync()
    assert part(window, QLabel, "wayInState-wecom").text() == "使用中"
    wecom.answers["/cgi-bin/agent/get"] = [{"errcode": 60020, "errmsg": "not allow to access from your ip"}]
    part(window, QPushButton, "testWayIn-wecom").click()
    qtbot.waitUntil(lambda: bool(window.findChildren(QLabel, "wayInStep-reach")))
    assert "可信 IP" in part(window, QLabel, "wayInStep-reach").text()


def test_an_openid_provider_needs_its_address(window: Window, plant: TestPlant) -> None:
    plant.run("plant.set_address", address="https://anhuan.example")
    part(window, QPushButton, "setWayIn-oidc").click()
    assert part(window, QLabel, "wayInBack").text() == "https://anhuan.example/o/oidc/back"
    part(window, QPushButton, "saveWayIn").click()
    assert plant.records("way_in") == ()
    part(window, QLineEdit, "way_inIssuer").setText("https://sso.example/realms/plant")
    part(window, QLineEdit, "way_inClient").setText("anhuan")
    part(window, QLineEdit, "wayInSecret").setText("very secret")
    part(window, QPushButton, "saveWayIn").click()
    plant.sync()
    (made,) = plant.hub_records("way_in")
    assert (made.issuer, made.client, made.active) == ("https://sso.example/realms/plant", "anhuan", True)


class Console:
    """A computer that has not joined yet, on its first page."""

    def __init__(self, qtbot: QtBot, folder: Path, url: str) -> None:
        self.opened, self.tasks, self.page = open_plant(folder, url), Tasks(), FirstRun()
        qtbot.addWidget(self.page)
        self.signing = BrowserSignOn(self.opened, self.tasks, url, self.page)
        self.signing._timer.setInterval(20)
        self.seen: list[Any] = []
        self.signing.shown.connect(lambda at, _: self.seen.append(at))
        self.signing.shown.connect(lambda _, text: self.page.compare(text))
        self.signing.came.connect(lambda: self.seen.append("in"))
        self.signing.failed.connect(self.seen.append)

    def close(self) -> None:
        self.signing.stop()
        self.tasks.wait()
        self.opened.close()


def test_a_console_comes_in_by_the_browser(qtbot: QtBot, plant: TestPlant, wecom: Provider, tmp_path: Path) -> None:
    url = plant.served.url
    set_up(plant, wecom, url)
    plant.run("ways_in.set", provider="wecom")
    boss = next(one for one in plant.records("person") if Role.EHS_MANAGER in one.roles)
    plant.run("people.set_contact", person=boss.id, wecom="WangLi")
    plant.sync()
    console = Console(qtbot, tmp_path / "hers", url)
    console.signing.start()
    qtbot.waitUntil(lambda: bool(console.seen))
    browser = requests.Session()
    begun = browser.get(console.seen[0], allow_redirects=False, timeout=20)
    begun = browser.get(url + begun.headers["location"], allow_redirects=False, timeout=20)
    state = begun.headers["location"].split("state=")[1].split("&")[0]
    asked = browser.get(f"{url}/o/wecom/back?state={state}&code=c", timeout=20).text
    assert console.page.characters.text() in asked
    assert console.page.characters.isVisibleTo(console.page)
    assert console.opened.replica.fact("me") is None
    browser.post(f"{url}/o/waiting", timeout=20)
    qtbot.waitUntil(lambda: "in" in console.seen)
    assert console.opened.replica.fact("me") == boss.id
    assert console.opened.client is not None
    console.close()


def test_a_hub_without_such_a_way_says_so(qtbot: QtBot, plant: TestPlant, tmp_path: Path) -> None:
    console = Console(qtbot, tmp_path / "his", plant.served.url)
    console.signing.start()
    qtbot.waitUntil(lambda: bool(console.seen))
    assert isinstance(console.seen[0], Refused)
    assert console.seen[0].code == "sign_on_not_set"
    console.close()


def test_how_safely_the_plant_is_set_up_is_said_and_led_to(window: Window, plant: TestPlant) -> None:
    assert "只有一名 EHS 经理" in part(window, QLabel, "security-managers").text()
    plant.run("people.add", name="副手", phone="13800000001", roles=["ehs_manager"])
    plant.run("plant.set_address", address="https://anhuan.example")
    plant.sync()
    assert part(window, QLabel, "security-managers").text().startswith("有 2 名")
    part(window, QPushButton, "mend-parted").click()
    assert window.here == "people"
