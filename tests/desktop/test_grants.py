"""Roles under settings and on the people page: asked for and agreed to, given in an emergency, and who may do what."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget

from desktop.views.settings.grants_card import GrantsCard
from desktop.views.settings.page import SettingsPage
from desktop.views.settings.rights_window import RightsWindow
from services.core.operation import Actor
from services.core.roles import PEOPLES_ROLES, Role
from tests.desktop.pages import part, shown
from tests.desktop.plants import TestPlant
from tests.desktop.speaking import speaking


@pytest.fixture
def page(qtbot: Any, qapp: QApplication, plant: TestPlant) -> Iterator[SettingsPage]:
    with speaking(qapp, "zh"):
        made = shown(qtbot, plant, "settings")
        assert isinstance(made, SettingsPage)
        made.show_only("access")
        yield made


def press(inside: QWidget, name: str) -> None:
    part(inside, QPushButton, name).click()


def texts(card: GrantsCard) -> str:
    return "\n".join(one.text() for one in card.findChildren(QLabel) if one.objectName().startswith("grant-"))


def person(plant: TestPlant, name: str) -> Any:
    return next(one for one in plant.records("person") if one.name == name)


def test_a_role_that_takes_two_is_asked_for_and_agreed_to(page: SettingsPage, plant: TestPlant) -> None:
    plant.run("people.add", name="吴强", roles=["it_admin"])
    plant.run("people.add", name="孙丽", roles=["safety_officer"])
    plant.sync()
    admin, sun = person(plant, "吴强"), person(plant, "孙丽")
    asked = {"person": sun.id, "roles": ["ehs_manager"], "reason": "副手到任"}
    answer = plant.served.hub.do("grants.ask", asked, Actor(admin.id, frozenset(admin.roles)))
    assert answer.ok
    plant.sync()
    assert "孙丽" in texts(page.grants)
    assert "吴强" in texts(page.grants)
    press(page, f"grants.agree-{answer.id}")
    plant.sync()
    assert Role.EHS_MANAGER in person(plant, "孙丽").roles
    assert page.grants._rows.count() == 0


def test_a_role_is_given_in_an_emergency_and_taken_back(page: SettingsPage, plant: TestPlant) -> None:
    plant.run("people.add", name="赵刚", roles=["team_leader"])
    plant.sync()
    press(page, "giveEmergency")
    part(page, QLineEdit, "emergencyReason").setText("夜间泄漏，值班人员失联")
    press(page, "giveNow")
    plant.sync()
    assert "应急授权" in texts(page.grants)
    assert Role.SAFETY_OFFICER in person(plant, "赵刚").roles
    assert "赵刚" in part(page, QLabel, "security-emergency").text()
    (lent,) = plant.records("emergency_grant")
    press(page, f"emergency_grants.end-{lent.id}")
    plant.sync()
    assert person(plant, "赵刚").roles == (Role.TEAM_LEADER,)


def test_a_plant_sets_who_may_do_what_within_what_duties_leave(page: SettingsPage, plant: TestPlant) -> None:
    window = RightsWindow(plant.workbench, page.toast, page)
    model = window.model
    line = next(number for number, one in enumerate(model.rows) if one.id == "zones.rename")

    def cell(role: Role) -> Any:
        return model.index(line, PEOPLES_ROLES.index(role) + 1)

    off = Qt.CheckState.Unchecked
    ticks = Qt.ItemDataRole.CheckStateRole
    assert not model.setData(cell(Role.EHS_MANAGER), off, ticks)
    assert model.data(cell(Role.AUDITOR), ticks) is None
    assert not window.save.isEnabled()
    assert model.setData(cell(Role.TEAM_LEADER), Qt.CheckState.Checked, ticks)
    assert model.setData(cell(Role.SAFETY_OFFICER), off, ticks)
    assert window.save.text() == "保存 1 项修改"
    window.finder.setText("没有这种操作")
    assert window.found.rowCount() == 0
    window.save.click()
    plant.sync()
    (found,) = plant.records("permission")
    assert (found.kind, found.roles) == ("zones.rename", (Role.TEAM_LEADER, Role.EHS_MANAGER))
