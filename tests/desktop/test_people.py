"""The people page on a real plant: people come, get roles and codes, leave, and are erased."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QPushButton

from desktop.syncing import SyncState
from desktop.views.people.page import PeoplePage
from desktop.widgets import unconfirmed
from desktop.widgets.choice import Choice
from services.sync.client import HubClient
from tests.desktop.pages import part, shown, toast_text
from tests.desktop.plants import TestPlant


@pytest.fixture
def page(qtbot: Any, plant: TestPlant, qtmodeltester: Any) -> PeoplePage:
    made = shown(qtbot, plant, "people")
    assert isinstance(made, PeoplePage)
    qtmodeltester.check(made.table.model)
    return made


def press(page: PeoplePage, name: str) -> None:
    made = part(page, QPushButton, name)
    assert made.isEnabled()
    made.click()


def write(page: PeoplePage, name: str, text: str) -> None:
    part(page, QLineEdit, name).setText(text)


def names(page: PeoplePage) -> list[str]:
    model = page.table.sorted
    found = [str(model.index(row, 0).data(Qt.ItemDataRole.DisplayRole)) for row in range(model.rowCount())]
    return [text.partition(" · ")[0] for text in found]  # what follows is said in test_unconfirmed


def test_a_person_is_added_with_team_and_roles(page: PeoplePage, plant: TestPlant) -> None:
    team = plant.run("teams.add", name="机修组")
    press(page, "addPerson")
    write(page, "personName", "陈志强")
    write(page, "personEmployeeNo", "3412")
    choice = part(page, Choice, "personTeam")
    choice.setCurrentIndex(choice.findData(team))
    part(page, QCheckBox, "role-fixer").setChecked(True)
    press(page, "savePerson")
    added = next(one for one in plant.records("person") if one.name == "陈志强")
    assert (added.employee_no, added.team, sorted(added.roles)) == ("3412", team, ["fixer", "worker"])
    assert names(page) == ["陈志强", "王丽"]
    assert page.panel.title.text() == "陈志强"


def test_a_person_without_a_name_is_not_added(page: PeoplePage, plant: TestPlant) -> None:
    press(page, "addPerson")
    press(page, "savePerson")
    assert len(plant.records("person")) == 1
    assert "姓名" in toast_text(page)


def test_a_taken_number_is_refused_in_words_and_the_form_keeps_what_was_typed(
    page: PeoplePage, plant: TestPlant
) -> None:
    plant.run("people.add", name="甲", employee_no="7")
    press(page, "addPerson")
    write(page, "personName", "乙")
    write(page, "personEmployeeNo", "7")
    press(page, "savePerson")
    assert "工号" in toast_text(page)
    assert part(page, QLineEdit, "personName").text() == "乙"


def test_a_team_is_added(page: PeoplePage, plant: TestPlant) -> None:
    press(page, "addTeam")
    write(page, "teamName", "电工组")
    press(page, "saveTeam")
    assert [team.name for team in plant.records("team")] == ["电工组"]
    assert not page.panel.isVisible()


def test_only_what_was_changed_is_sent(page: PeoplePage, plant: TestPlant) -> None:
    person = plant.run("people.add", name="陈志强", phone="8126")
    page.table.choose(person)
    write(page, "personPhone", "8127")
    press(page, "saveContact")
    assert plant.records("person")[-1].phone == "8127"
    waiting = plant.opened.replica.waiting()
    assert [(one.kind, dict(one.args)) for one in waiting][-1] == (
        "people.set_contact",
        {"person": person, "phone": "8127"},
    )


def test_roles_are_given_by_the_hub(page: PeoplePage, plant: TestPlant) -> None:
    person = plant.run("people.add", name="孙梅")
    plant.sync()
    page.table.choose(person)
    part(page, QCheckBox, "role-safety_officer").setChecked(True)
    press(page, "saveRoles")
    plant.sync()
    assert sorted(plant.records("person")[-1].roles) == ["safety_officer", "worker"]


def test_without_the_hub_roles_are_refused_in_words(page: PeoplePage, plant: TestPlant) -> None:
    person = plant.run("people.add", name="孙梅")
    plant.workbench.syncing._show(SyncState(hub="unreachable"))
    page.table.choose(person)
    press(page, "saveRoles")
    assert "联网" in toast_text(page)


def test_a_code_is_shown_once_and_signs_in(page: PeoplePage, plant: TestPlant, qtbot: Any) -> None:
    person = plant.run("people.add", name="孙梅", employee_no="2031", roles=["safety_officer"])
    plant.sync()
    page.table.choose(person)
    press(page, "makeCode")
    shown_code = page.panel._signing.code
    qtbot.waitUntil(lambda: bool(shown_code.text()))
    assert HubClient(plant.served.url).sign_in("2031", shown_code.text())["person"] == person
    page.table.choose(plant.records("person")[0].id)
    page.table.choose(person)
    assert not page.panel._signing.card.isVisible()


def test_a_password_is_set(page: PeoplePage, plant: TestPlant, qtbot: Any) -> None:
    person = plant.run("people.add", name="孙梅", employee_no="2031", roles=["safety_officer"])
    plant.sync()
    page.table.choose(person)
    write(page, "newPassword", "short")
    press(page, "savePassword")
    write(page, "newPassword", "a long password")
    press(page, "savePassword")
    qtbot.waitUntil(lambda: part(page, QLineEdit, "newPassword").text() == "")
    assert HubClient(plant.served.url).sign_in("2031", "a long password")["person"] == person


def test_who_leaves_hands_on_what_they_answer_for(page: PeoplePage, plant: TestPlant) -> None:
    person, heir = (plant.run("people.add", name=name) for name in ("何军", "陈志强"))
    team = plant.run("teams.add", name="机修组", leader=person)
    plant.sync()
    page.table.choose(person)
    press(page, "personLeft")
    choice = part(page, Choice, "heir")
    choice.setCurrentIndex(choice.findData(heir))
    press(page, "confirmLeave")
    plant.sync()
    assert next(one for one in plant.records("team") if one.id == team).leader == heir
    assert not next(one for one in plant.records("person") if one.id == person).here


def test_a_card_is_withdrawn(page: PeoplePage, plant: TestPlant, qtbot: Any) -> None:
    person = plant.run("people.add", name="何军")
    plant.sync()
    assert plant.opened.client is not None
    plant.opened.client.call("POST", "/api/cards", json={"number": "12345678", "person": person})
    page.table.choose(person)
    press(page, "showCards")
    qtbot.waitUntil(lambda: page.panel.findChild(QPushButton, "dropCard-12345678") is not None, timeout=20_000)
    press(page, "dropCard-12345678")
    qtbot.waitUntil(lambda: page.panel.findChild(QLabel, "noCards") is not None, timeout=20_000)


def test_leaving_and_erasing_ask_first(page: PeoplePage, plant: TestPlant) -> None:
    person = plant.run("people.add", name="何军", phone="8155")
    plant.sync()
    page.gone.setChecked(True)
    page.table.choose(person)
    press(page, "personLeft")
    press(page, "confirmCancel")
    press(page, "personLeft")
    press(page, "confirmLeave")
    plant.sync()
    assert not plant.records("person")[-1].here
    press(page, "erasePerson")
    press(page, "confirmErase")
    assert any("何军" in name for name in names(page))
    write(page, "eraseReason", "本人要求")
    press(page, "confirmErase")
    plant.sync()
    assert plant.records("person")[-1].name == ""
    assert plant.hub_records("person")[-1].phone in (None, "")


def test_a_copy_has_plain_values(page: PeoplePage, plant: TestPlant) -> None:
    team = plant.run("teams.add", name="机修组")
    added = plant.run("people.add", name="陈志强", employee_no="3412", team=team)
    page.table.choose(added)
    row = page.table.view.currentIndex().row()
    assert unconfirmed.word() in str(page.table.sorted.index(row, 0).data(Qt.ItemDataRole.DisplayRole))
    page.table.copying.copy()
    head, copied = QApplication.clipboard().text().split("\n")
    cells = dict(zip(head.split("\t"), copied.split("\t"), strict=True))
    assert (cells["姓名"], cells["班组"]) == ("陈志强", "机修组")
