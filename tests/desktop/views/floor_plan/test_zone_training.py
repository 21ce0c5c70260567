"""What a zone asks for, in its panel: who went in without it is asked for when somebody wants to know."""

from collections.abc import Callable
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from desktop.views.floor_plan.zone_training import ZoneTraining
from services.core.refused import Refused
from services.core.training_gaps import Need

NEED = Need("trade", "electrician_low")
LACK = {"of": "trade", "what": "electrician_low", "how": "missing"}
UNFIT = {
    "person": "a",
    "name": "何军",
    "group": "电气班",
    "zone": "z",
    "zone_name": "配电室",
    "times": 2,
    "last": "2026-11-24T06:00:00.000Z",
    "lacks": [LACK],
}


class Asked:
    """What was asked of the hub, and how it answers."""

    def __init__(self) -> None:
        self.paths: list[str] = []
        self.answer: Callable[[Callable[[Any], None], Callable[[Refused], None]], None] = lambda told, _: told(
            {"people": [UNFIT]}
        )

    def __call__(self, path: str, told: Callable[[Any], None], failed: Callable[[Refused], None]) -> None:
        self.paths.append(path)
        self.answer(told, failed)


@pytest.fixture
def asked() -> Asked:
    return Asked()


def made(qtbot: Any, asked: Asked, needs: tuple[Need, ...], *, may_edit: bool = True) -> ZoneTraining:
    def ask(_: object, zone: str) -> Any:
        return True, needs, {NEED: NEED.what}, ()

    facts: Any = SimpleNamespace(today=datetime(2026, 11, 25, tzinfo=UTC), ask=ask, ask_hub=asked, may_edit=may_edit)
    found = ZoneTraining(facts, "z")
    qtbot.addWidget(found)
    return found


def press(part: ZoneTraining) -> None:
    (who,) = part.findChildren(QPushButton, "zoneWithout")
    who.click()


def shown(part: ZoneTraining) -> dict[str, str]:
    return {one.objectName(): one.text() for one in part.findChildren(QLabel) if one.text()}


def test_names_are_asked_for_only_on_wish(qapp: Any, qtbot: Any, asked: Asked) -> None:
    part = made(qtbot, asked, (NEED,))
    assert asked.paths == []
    press(part)
    assert asked.paths == ["/api/training/doors?days=28&zone=z"]
    assert "wentWithout" in shown(part)
    assert "何军" in [one.text() for one in part.findChildren(QLabel)]


def test_a_hub_that_does_not_answer_is_said(qapp: Any, qtbot: Any, asked: Asked) -> None:
    asked.answer = lambda _, failed: failed(Refused("hub_unreachable"))
    part = made(qtbot, asked, (NEED,))
    press(part)
    assert "wentWithoutFault" in shown(part)


def test_where_nothing_is_asked_for_nobody_is_looked_for(qapp: Any, qtbot: Any, asked: Asked) -> None:
    assert made(qtbot, asked, ()).findChild(QPushButton, "zoneWithout") is None
    assert made(qtbot, asked, (NEED,), may_edit=False).findChild(QPushButton, "zoneWithout") is None
