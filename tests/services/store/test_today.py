"""The figures of the first page, against a plant whose every record is known."""

from datetime import timedelta

import pytest

from services.core import hazards
from services.core.operation import Actor
from services.core.roles import Role
from services.core.routes import Destination
from services.store.queries import today
from services.store.queries.today import in_danger, probes, rounds_today, waiting_for
from tests.makers import AFTER, BEFORE, NOON, sha
from tests.services.store.workshop import Workshop

SYSTEM = Actor(None, frozenset({Role.SYSTEM}))
DAYS = timedelta(days=1)
TIMES = ["08:00", "10:00", "12:30", "18:00", "20:00"]


@pytest.fixture
def place(shop: Workshop):
    return shop.found()


def report(shop, place, photo=BEFORE):
    return shop.do("hazards.report", {"zone": place.zone, "photos": [photo]}, place.worker)


def mine(shop, actor, but=()):
    with shop.store.look() as look:
        found = waiting_for(look, look.get("person", actor.person), shop.now, but)
    return tuple([one.id for one in part] for part in (found.reviews, found.fixes, found.strays, found.rounds))


def danger(shop, later=timedelta()):
    with shop.store.look() as look:
        found = in_danger(look, shop.now + later)
    return [row.id for row in found.hazards], [one.id for one in found.missed]


def planned(shop, place, **given):
    """A plan whose rounds of the third of March are made at ten past nine of its clock."""
    args = {"name": "日检", "every": "FREQ=DAILY", "since": "2026-03-03", "zones": [place.zone], "times": TIMES}
    plan = shop.do("inspections.plan", args | given, place.officer)
    shop.do("inspections.make_tasks", {"first": "2026-03-03", "last": "2026-03-04"}, SYSTEM)
    return sorted(shop.find("inspection", plan=plan), key=lambda one: one.due_at)


def test_a_hazard_waits_for_one_after_the_other(shop: Workshop, place):
    one = report(shop, place)
    assert mine(shop, place.fixer) == ([], [one], [], []), "it went to the team of its zone"
    assert mine(shop, place.worker) == ([], [], [], [])
    shop.do("hazards.submit_fix", {"hazard": one, "photos": [AFTER]}, place.fixer)
    assert mine(shop, place.fixer) == ([], [], [], [])
    assert mine(shop, place.officer)[0] == [one]
    assert mine(shop, place.officer, but={one})[0] == [], "the hub has yet to confirm what was done"
    shop.do("hazards.approve", {"hazard": one}, place.officer)
    assert mine(shop, place.officer)[0] == [], "the second review is somebody else's"
    assert mine(shop, place.boss)[0] == [one]
    shop.do("hazards.approve", {"hazard": one}, place.boss)
    assert mine(shop, place.boss)[0] == []


def test_what_went_to_nobody_waits_for_those_who_may_send_it(shop: Workshop, place, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(hazards, "destination", lambda *_: Destination(None, None, "nobody"))
    one = report(shop, place)
    assert mine(shop, place.fixer)[1] == []
    assert mine(shop, place.officer)[2] == [one]
    assert mine(shop, place.worker)[2] == []
    shop.do("hazards.dispatch", {"hazard": one, "team": place.team}, place.officer)
    assert mine(shop, place.officer)[2] == []


def test_danger_is_what_is_past_its_time_the_longest_first(shop: Workshop, place):
    first = report(shop, place)
    shop.now += timedelta(hours=1)
    second = report(shop, place, sha("another"))
    assert danger(shop) == ([], [])
    assert danger(shop, 9 * DAYS) == ([first, second], [])


def test_a_miss_is_dangerous_until_it_is_made_good(shop: Workshop, place):
    tasks = planned(shop, place)
    shop.now = tasks[0].closes_at + timedelta(minutes=1)
    shop.do("inspections.miss", {"inspections": [tasks[0].id]}, SYSTEM)
    assert danger(shop) == ([], [tasks[0].id])
    shop.now = tasks[1].due_at
    shop.do("inspections.check_in", {"inspection": tasks[1].id}, place.worker)
    assert danger(shop) == ([], [])


def counts(shop, at):
    with shop.store.look() as look:
        found = rounds_today(look, at)
    return (found.done, found.late, found.missed, found.excused, found.open, found.to_come)


def test_the_rounds_of_a_day(shop: Workshop, place):
    tasks = planned(shop, place)
    assert counts(shop, NOON) == (0, 0, 0, 0, 0, 0), "those of tomorrow are not today's"
    begins = NOON + DAYS - timedelta(hours=12)
    assert counts(shop, begins) == (0, 0, 0, 0, 0, 5)
    shop.now = tasks[0].due_at
    shop.do("inspections.check_in", {"inspection": tasks[0].id}, place.worker)
    shop.now = tasks[1].closes_at + timedelta(minutes=5)
    assert counts(shop, shop.now) == (1, 0, 1, 0, 0, 3), "its window has closed, whether or not that is written down"
    shop.do("inspections.check_in", {"inspection": tasks[1].id}, place.worker)
    shop.do("inspections.excuse", {"inspections": [tasks[4].id], "reason": "停线"}, place.officer)
    assert counts(shop, tasks[2].due_at) == (1, 1, 0, 1, 1, 1)


def test_a_planted_fault_in_the_day_is_caught(shop: Workshop, place, monkeypatch: pytest.MonkeyPatch):
    planned(shop, place)
    monkeypatch.setattr(today, "_day", lambda look, now: ("", "9"))
    with pytest.raises(AssertionError):
        assert counts(shop, NOON) == (0, 0, 0, 0, 0, 0)


def test_a_round_waits_for_the_team_whose_it_is_while_its_window_is_open(shop: Workshop, place):
    tasks = planned(shop, place, team=place.team)
    shop.now = tasks[0].opens_at - timedelta(minutes=1)
    assert mine(shop, place.fixer)[3] == []
    shop.now = tasks[0].due_at
    assert mine(shop, place.fixer)[3] == [tasks[0].id]
    assert mine(shop, place.worker)[3] == [], "of another team"
    shop.do("inspections.check_in", {"inspection": tasks[0].id}, place.fixer)
    assert mine(shop, place.fixer)[3] == []


def test_sensors_in_use(shop: Workshop, place):
    told = {"name": "温度", "quantity": "temperature", "unit": "℃", "zone": place.zone}
    one, two = (shop.do("sensors.add", told | {"code": code}, place.officer) for code in ("T-2", "T-1"))
    with shop.store.look() as look:
        assert [probe.sensor.id for probe in probes(look)] == [two, one]
    shop.do("sensors.retire", {"sensor": two}, place.officer)
    with shop.store.look() as look:
        assert [probe.sensor.id for probe in probes(look)] == [one]
