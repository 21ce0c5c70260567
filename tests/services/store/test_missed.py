"""A missed inspection turns its zone red until somebody has been there; what was missed on paper does not."""

from datetime import timedelta

import pytest

from services.core.operation import Actor
from services.core.roles import Role
from services.core.shape import utc_text
from services.store.queries.status import Status, unmade, zone_statuses
from tests.makers import NOON, sha
from tests.services.store.workshop import Workshop

SYSTEM = Actor(None, frozenset({Role.SYSTEM}))
SLOTS = ("2026-03-03", "2026-03-04", "2026-03-05")


@pytest.fixture
def place(shop: Workshop):
    return shop.found()


def planned(shop, place, **given):
    args = {"name": "日检", "every": "FREQ=DAILY", "since": SLOTS[0], "zones": [place.zone], "times": ["10:00"]}
    plan = shop.do("inspections.plan", args | given, place.officer)
    shop.do("inspections.make_tasks", {"first": SLOTS[0], "last": SLOTS[-1]}, SYSTEM)
    return plan, sorted(shop.find("inspection", plan=plan), key=lambda one: one.due_at)


def status(shop):
    with shop.store.look() as look:
        (one,) = zone_statuses(look, shop.now)
    return one


def missing(shop, *tasks):
    shop.now = max(task.closes_at for task in tasks) + timedelta(minutes=1)
    shop.do("inspections.miss", {"inspections": [task.id for task in tasks]}, SYSTEM)


def test_a_plan_is_enough_to_know_of_a_zone(shop: Workshop, place):
    assert status(shop).status == Status.UNKNOWN
    planned(shop, place)
    assert status(shop).status == Status.NORMAL


def test_a_miss_is_red_until_it_is_made_good(shop: Workshop, place):
    _, (first, second, third) = planned(shop, place)
    missing(shop, first, second)
    red = status(shop)
    assert (red.status, red.since, red.overdue) == (Status.OVERDUE, first.closes_at, 0)
    assert [one.id for one in red.missed] == [first.id, second.id]
    shop.now = third.due_at
    shop.do("inspections.check_in", {"inspection": third.id}, place.worker)
    assert status(shop).status == Status.NORMAL


def test_a_check_in_at_another_place_makes_nothing_good(shop: Workshop, place):
    machine = {"code": "CY-01", "name": "1 号冲床", "type": "press", "zone": place.zone}
    press = shop.do("equipment.add", machine, place.officer)
    _, tasks = planned(shop, place, equipment=[press])
    missing(shop, *[one for one in tasks if one.due_at < NOON + timedelta(days=1)])
    shop.now = tasks[2].due_at
    check = next(one for one in tasks[2:4] if one.equipment == press)
    shop.do("inspections.check_in", {"inspection": check.id}, place.worker)
    with shop.store.look() as look:
        assert [one.equipment for one in unmade(look)] == [None]


def test_an_excuse_takes_it_away_and_a_retired_plan_asks_for_nothing(shop: Workshop, place):
    plan, (first, second, _) = planned(shop, place)
    missing(shop, first, second)
    shop.do("inspections.excuse", {"inspections": [first.id], "reason": "停线"}, place.officer)
    assert [one.id for one in status(shop).missed] == [second.id]
    shop.do("inspections.retire_plan", {"plan": plan}, place.officer)
    assert status(shop).missed == ()


def test_what_was_missed_on_paper_is_history(shop: Workshop, place):
    plan, _ = planned(shop, place)
    batch = {"register": "inspections", "file": "巡检登记.xlsx", "sha256": sha("file"), "rows": 1}
    due = NOON - timedelta(days=30)
    row = {"row": 2, "plan": plan, "zone": place.zone, "due_at": utc_text(due), "state": "missed"}
    row["closes_at"] = utc_text(due + timedelta(hours=1))
    rows = {"batch": shop.do("imports.begin", batch, place.officer), "rows": [row]}
    shop.do("inspections.import_rows", rows, place.officer)
    assert status(shop).status == Status.NORMAL
    assert shop.verify().whole
