"""The settings page on a real plant and hub: what is saved is saved, what is switched is switched at once."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton

from desktop.language import language
from desktop.opening import open_plant, sign_out
from desktop.style.theme import theme
from desktop.syncing import SyncState
from desktop.views.settings.page import SettingsPage
from desktop.views.window import Window
from desktop.widgets.choice import Choice
from services.core.refused import Refused
from services.store import secret_box
from services.sync.client import HubClient
from tests.desktop.pages import part, shown, toast_text
from tests.desktop.plants import TestPlant
from tests.desktop.speaking import speaking


@pytest.fixture
def page(qtbot: Any, qapp: QApplication, plant: TestPlant) -> Iterator[SettingsPage]:
    """What a test chooses of language and colours ends with it."""
    with speaking(qapp, "zh"):
        made = shown(qtbot, plant, "settings")
        assert isinstance(made, SettingsPage)
        yield made
    theme.apply("light")


def press(page: SettingsPage, name: str) -> None:
    part(page, QPushButton, name).click()


def write(page: SettingsPage, name: str, text: str) -> None:
    part(page, QLineEdit, name).setText(text)


def test_the_plant_is_renamed(page: SettingsPage, plant: TestPlant) -> None:
    write(page, "plantName", "二厂")
    press(page, "savePlantName")
    assert plant.records("plant")[0].name == "二厂"
    write(page, "plantName", "")
    press(page, "savePlantName")
    assert plant.records("plant")[0].name == "二厂"
    assert toast_text(page)


def test_times_are_saved_by_class(page: SettingsPage, plant: TestPlant) -> None:
    page.show_only("hazards")
    write(page, "fixHoursA", "12.5")
    write(page, "reviewHoursD", "4")
    press(page, "saveHours")
    saved = plant.records("plant")[0]
    assert saved.fix_hours == (12.5, 48.0, 72.0, 120.0)
    assert saved.review_hours == (8.0, 24.0, 24.0, 4.0)


def test_times_are_saved_by_category_and_an_empty_field_leaves_it_to_the_zone(
    page: SettingsPage, plant: TestPlant
) -> None:
    page.show_only("hazards")
    write(page, "hours-fire", "8")
    write(page, "hours-electrical", "12.5")
    press(page, "saveCategoryHours")
    saved = plant.records("plant")[0].category_hours
    assert {one.category: one.hours for one in saved} == {"fire": 8.0, "electrical": 12.5}
    write(page, "hours-fire", "")
    press(page, "saveCategoryHours")
    assert [one.category for one in plant.records("plant")[0].category_hours] == ["electrical"]
    write(page, "hours-fire", "0")
    press(page, "saveCategoryHours")
    assert "消防" in toast_text(page)
    assert [one.category for one in plant.records("plant")[0].category_hours] == ["electrical"]


def test_the_time_for_the_plan_of_a_major_hazard_is_saved(page: SettingsPage, plant: TestPlant) -> None:
    page.show_only("hazards")
    write(page, "planHours", "6.5")
    press(page, "savePlanHours")
    assert plant.records("plant")[0].plan_hours == 6.5
    assert part(page, QLineEdit, "planHours").text() == "6.5"


def test_the_address_is_saved_and_shown(page: SettingsPage, plant: TestPlant) -> None:
    write(page, "plantAddress", "safety.example.com")
    press(page, "saveAddress")
    assert plant.records("plant")[0].address == "https://safety.example.com"
    assert part(page, QLineEdit, "plantAddress").text() == "https://safety.example.com"


def test_an_address_that_is_none_is_refused_in_words(page: SettingsPage, plant: TestPlant) -> None:
    write(page, "plantAddress", "https://a/b c")
    press(page, "saveAddress")
    assert plant.records("plant")[0].address is None
    assert "没有更改" in toast_text(page)


def test_the_mail_server_is_saved_and_its_password_goes_to_the_hub(
    page: SettingsPage, plant: TestPlant, qtbot: Any
) -> None:
    page.show_only("alerts")
    write(page, "mailHost", "mail.example.com")
    write(page, "mailPort", "587")
    write(page, "mailSender", "anhuan@example.com")
    write(page, "mailPassword", "a secret")
    choice = part(page, Choice, "mailSecurity")
    choice.setCurrentIndex(choice.findData("starttls"))
    press(page, "saveMail")
    qtbot.waitUntil(lambda: part(page, QLineEdit, "mailPassword").text() == "")
    saved = plant.records("plant")[0]
    assert (saved.mail_host, saved.mail_port, saved.mail_security) == ("mail.example.com", 587, "starttls")
    assert secret_box.read(plant.served.hub.folder.secrets, "mail") == "a secret"


def test_the_theme_is_applied_at_once_and_kept(page: SettingsPage) -> None:
    press(page, "theme-dark")
    assert theme.name == "dark"
    assert QSettings().value("theme") == "dark"


def test_the_language_is_applied_at_once_to_the_whole_window(page: SettingsPage, qtbot: Any) -> None:
    window = page.window()
    assert isinstance(window, Window)
    press(page, "language-en")
    qtbot.waitUntil(lambda: "settings" in window.pages and window.pages["settings"] is not page)
    assert language.name == "en"
    assert "Settings" in [one.text() for one in window.pages["settings"].findChildren(QLabel)]
    assert window.navigation._items["map"].text() == "Map"


def test_a_missing_keyring_is_told(page: SettingsPage) -> None:
    """The tests run with a keyring that keeps nothing."""
    assert part(page, QLabel, "keyringWarning").text()


def test_signing_out_ends_the_session_and_the_next_start_asks(plant: TestPlant) -> None:
    client = plant.opened.client
    assert isinstance(client, HubClient)
    sign_out(plant.opened)
    assert plant.opened.client is None
    again = open_plant(plant.folder / "plant", plant.served.url)
    assert again.founded
    assert again.client is None
    again.replica.close()


def test_signing_out_waits_for_what_is_not_sent(page: SettingsPage, plant: TestPlant) -> None:
    plant.run("plant.rename", name="三厂")
    plant.workbench.syncing._show(SyncState(hub="in_step"))
    assert not part(page, QPushButton, "signOut").isEnabled()
    plant.sync()
    assert part(page, QPushButton, "signOut").isEnabled()


def test_the_months_kept_are_chosen_and_said_in_the_journal(page: SettingsPage, plant: TestPlant) -> None:
    choice = part(page, Choice, "keepMonths")
    assert choice.currentData() == "13"
    place = choice.findData("24")
    choice.setCurrentIndex(place)
    choice.activated.emit(place)
    assert plant.workbench.past.months() == 24
    assert plant.opened.replica.fact("keep_months") == 24
    page.console.follow()
    assert choice.currentData() == "24"


def test_how_long_the_phones_form_takes_and_which_field_costs_most(
    page: SettingsPage, plant: TestPlant, qtbot: Any
) -> None:
    page.show_only("access")
    fields = {"photo": 4_000, "line": 9_000, "receipt": 20_000}
    taken = {"form": "report", "sent": True, "last": "receipt", "total_ms": 33_000, "fields": fields}
    left = {"form": "report", "sent": False, "last": "open", "total_ms": 4_000, "fields": {}}
    for one in (taken, left):
        HubClient(plant.served.url).call("POST", "/api/form-times", json=one)
    press(page, "showFormTimes")
    qtbot.waitUntil(lambda: page.form_times.findChild(QLabel, "formDearest") is not None)
    assert part(page, QLabel, "formCounts").text() == "已提交 1 次，中途放弃 1 次"
    assert part(page, QLabel, "formLeftAt").text() == "最常在此放弃：刚打开"
    assert part(page, QLabel, "formDearest").text() == "最费时间的一项：自己写"
    assert "33.0" in part(page, QLabel, "formWhole").text()


def test_a_new_key_for_labels_is_taken_with_two_presses(page: SettingsPage, plant: TestPlant) -> None:
    floor = plant.run("floors.add", name="一层", width_m=60.0, height_m=40.0)
    zone = plant.run("zones.draw", floor=floor, name="冲压", zone_class="A", polygon=((0, 0), (5, 0), (5, 5)))
    plant.run("plant.set_address", address="https://anhuan.example.com")
    plant.opened.replica.enqueue("labels.issue", {"zone": zone})
    plant.sync()
    assert "1" in part(page, QLabel, "labelKey").text()
    assert page.label_key.warning.isHidden()
    press(page, "renewLabelKey")
    assert part(page, QLabel, "labelKeySure").text()
    press(page, "keepLabelKey")
    assert page.label_key.warning.isHidden()
    press(page, "renewLabelKey")
    assert part(page, QLabel, "labelKeySure").text()
    assert plant.hub_records("plant")[0].label_key == 1
    press(page, "renewLabelKey")
    plant.sync()
    assert plant.hub_records("plant")[0].label_key == 2
    said = part(page, QLabel, "labelKey").text()
    assert "2" in said
    assert "1" in said, "one label carries the older key"
    assert toast_text(page)


def test_without_the_hub_there_is_no_new_key(page: SettingsPage, plant: TestPlant) -> None:
    plant.workbench.syncing._show(SyncState(hub="unreachable"))
    press(page, "renewLabelKey")
    press(page, "renewLabelKey")
    assert toast_text(page)
    assert plant.hub_records("plant")[0].label_key == 1


def test_the_broker_and_the_mes_are_saved_and_their_secrets_go_to_the_hub(
    page: SettingsPage, plant: TestPlant, qtbot: Any
) -> None:
    page.show_only("machines")
    for name, text in (("brokerHost", "mqtt.plant"), ("brokerPort", "8883"), ("brokerPassword", "geheim"),
                       ("brokerTopic", "works/{sensor}/value"), ("mesUrl", "http://mes.plant/api"),
                       ("mesPassword", "token")):  # fmt: skip
        write(page, name, text)
    press(page, "saveBroker")
    qtbot.waitUntil(lambda: part(page, QLineEdit, "brokerPassword").text() == "")
    press(page, "saveMes")
    qtbot.waitUntil(lambda: part(page, QLineEdit, "mesPassword").text() == "")
    saved = plant.records("plant")[0]
    assert (saved.broker_host, saved.broker_port, saved.broker_topic) == ("mqtt.plant", 8883, "works/{sensor}/value")
    assert saved.mes_url == "http://mes.plant/api"
    secrets = plant.served.hub.folder.secrets
    assert [secret_box.read(secrets, name) for name in ("broker", "mes")] == ["geheim", "token"]


def test_a_topic_without_a_place_for_the_sensor_is_refused(page: SettingsPage, plant: TestPlant) -> None:
    page.show_only("machines")
    write(page, "brokerHost", "mqtt.plant")
    write(page, "brokerTopic", "works/value")
    press(page, "saveBroker")
    assert plant.records("plant")[0].broker_host is None
    assert "{sensor}" in toast_text(page)


def test_a_key_for_readings_is_made_shown_once_and_ends_the_former(
    page: SettingsPage, plant: TestPlant, qtbot: Any
) -> None:
    page.show_only("machines")
    said, key = part(page, QLabel, "connectorsKeySaid"), page.connectors.key
    qtbot.waitUntil(lambda: bool(said.text()))
    keys: list[str] = []
    for presses in (1, 2):
        for _ in range(presses):
            press(page, "makeConnectorsKey")
        qtbot.waitUntil(lambda: key.text() not in ("", *keys))
        keys.append(key.text())
    press(page, "copyConnectorsKey")
    assert QApplication.clipboard().text() == keys[1]
    assert part(page, QLabel, "connectorsAddress").text().endswith("/ingest/readings")
    client = HubClient(plant.served.url, keys[0])
    with pytest.raises(Refused) as refusal:
        client.call("POST", "/ingest/readings", json={"sensor": "T-01", "value": 1})
    assert refusal.value.code == "key_wrong"
    taken = HubClient(plant.served.url, keys[1]).call("POST", "/ingest/readings", json={"sensor": "T-01", "value": 1})
    assert (taken["taken"], taken["turned"]) == (0, 1), "the key is known; the sensor is not"
    told = said.text()
    key.setText("")
    page.connectors.follow()
    qtbot.waitUntil(lambda: said.text() != told)


def test_a_subject_is_found_by_what_its_cards_say(page: SettingsPage) -> None:
    subjects = page.sections
    write(page, "findSetting", "阿里云短信")
    shown = [key for place, key in enumerate(subjects.subjects) if not subjects.list.item(place).isHidden()]
    assert shown == ["alerts"]
    assert subjects.list.currentRow() == subjects.subjects.index("alerts")
    write(page, "findSetting", "没有这样的设置")
    assert not part(page, QLabel, "noSetting").isHidden()
    write(page, "findSetting", "")
    assert all(not subjects.list.item(place).isHidden() for place in range(subjects.list.count()))
    page.show_only("machines")
    assert subjects.stack.currentIndex() == subjects.subjects.index("machines")


def test_a_subject_is_made_when_it_is_first_shown(page: SettingsPage) -> None:
    stack, subjects = page.sections.stack, page.sections.subjects
    made = [key for at, key in enumerate(subjects) if (area := stack.widget(at)) and area.findChildren(QLabel)]
    assert made == ["plant"], "so many cards would let the page open late"
    page.deeds["backUpNow"].trigger()
    assert stack.currentIndex() == subjects.index("data")
    assert part(page, QLabel, "backupLast").isVisibleTo(page)
