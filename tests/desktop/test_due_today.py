"""What the first page says of alerts, approvals and drills that wait for whoever is signed in: one row each, which
leads there; and not to somebody whom it does not concern."""

import json
from datetime import timedelta
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desktop.views.today.facts import gather
from desktop.views.today.line import Line
from desktop.views.today.lines import lines_of
from services.core.operation import SYSTEM, Actor
from services.core.roles import Role
from services.core.shape import utc_text
from services.store.queries.due_today import due_today
from tests.desktop.pages import settled, shown
from tests.desktop.plants import TestPlant, until

OPEN = {"kind": "open", "for_s": 86_400}
ALERT = {"do": "alert", "level": "high", "to": ["ehs_manager"]}


def raised(plant: TestPlant, *keys: str) -> None:
    document = {"format": 1, "name": "隐患超时", "when": OPEN, "then": [ALERT]}
    rule = plant.run("rules.add", document=json.dumps(document))
    plant.sync()
    for age, key in enumerate(keys):
        at = utc_text(plant.workbench.now() - timedelta(minutes=age))
        args = {"rule": rule, "key": key, "fired_at": at, "cause": "{}"}
        assert plant.served.hub.do("alerts.raise", args, SYSTEM).ok
    plant.sync()


def lines(plant: TestPlant) -> dict[str, Line]:
    bench, me = plant.workbench, plant.workbench.me
    facts = bench.ask(
        gather, now=bench.now(), me=me.id if me else None, state=bench.sync_state, unconfirmed=(), hour=None
    )
    return {line.id: line for line in lines_of(facts)}


def test_alerts_that_wait_are_one_row_that_leads_there(qtbot: QtBot, plant: TestPlant) -> None:
    raised(plant, "YH-1", "YH-2")
    line = lines(plant)["alerts"]
    assert line.page == "alerts"
    assert not line.record, "there are two: the page shows both"
    page: Any = shown(qtbot, plant, "today")
    settled(page)
    page.list.opened.emit(line)
    assert page.held_window.here == "alerts"
    for one in plant.records("alert"):
        plant.run("alerts.acknowledge", alert=one.id)
    assert "alerts" not in lines(plant)


def test_what_another_has_proposed_waits_for_the_one_who_decides(plant: TestPlant) -> None:
    worker = plant.run("people.add", name="马超")
    officer = plant.run("people.add", name="孙丽", roles=["safety_officer"])
    plant.sync()
    until(lambda: bool(plant.hub_records("points_account")))
    for by, role in ((officer, Role.SAFETY_OFFICER), (plant.workbench.me.id, Role.EHS_MANAGER)):  # type: ignore[union-attr]
        args = {"person": worker, "points": 20, "reason": "主动停机避险"}
        answer = plant.served.hub.do("adjustments.propose", args, Actor(by, frozenset({role})))
        assert answer.ok, answer.refused
    plant.sync()
    line = lines(plant)["by_hand"]
    assert (line.page, line.part) == ("points", "by_hand")
    assert "1" in line.what, "what I have proposed myself is not mine to decide"
    other = plant.workbench.ask(lambda look: look.get("person", officer))
    assert plant.workbench.ask(due_today, me=other, now=plant.workbench.now()).by_hand == ()


def test_a_drill_that_is_near_or_past_its_day_and_not_one_far_off(plant: TestPlant) -> None:
    now = plant.workbench.now()
    leader = plant.workbench.me
    assert leader is not None
    for days in (-1, 3, 30):
        at, steps = utc_text(now + timedelta(days=days)), [{"text": "疏散", "who": "班组长", "minutes": 5.0}]
        plant.run("drills.plan", manner="tabletop", name=f"演练 {days}", planned_at=at, steps=steps)
    found = plant.workbench.ask(due_today, me=leader, now=now).drills
    assert [one.drill.planned_at < now for one in found] == [True, False]
    assert "2" in lines(plant)["drills_ahead"].what


@pytest.mark.parametrize("module", ["alerts", "points", "training"])
def test_a_module_that_is_off_asks_for_nothing(plant: TestPlant, module: str) -> None:
    plant.run("plant.set_modules", modules_off=["alerts", "rules"] if module == "alerts" else [module])
    found = plant.workbench.ask(due_today, me=plant.workbench.me, now=plant.workbench.now())
    assert (found.alerts, found.orders, found.gaps) == ((), (), ())
