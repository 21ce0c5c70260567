"""The hub's clock makes inspections ahead and marks the missed ones, once, also when two hubs look at the same time."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from services.core.shape import utc_text
from services.hub.rounds import DAYS_AHEAD, Rounds
from services.store.readings import KEEP_RAW, Reading, append, between
from services.store.tables import entries
from tests.services.hub.living import Living

SHANGHAI = ZoneInfo("Asia/Shanghai")


@pytest.fixture
def today(plant: Living) -> date:
    return plant.served.hub.now().astimezone(SHANGHAI).date()


def planned(plant: Living, today: date) -> str:
    asked = {"name": "日检", "every": "FREQ=DAILY", "since": today.isoformat(), "zones": [plant.zone]}
    made: str = plant.do("inspections.plan", **asked, times=["10:00"]).id
    return made


def at(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), SHANGHAI)


def count_of_entries(plant: Living) -> int:
    with plant.served.hub.store.look() as look:
        return len(look.connection.execute(entries.select()).all())


def test_the_coming_days_are_made_once(plant: Living, today: date) -> None:
    planned(plant, today)
    rounds = Rounds(plant.served.hub)
    rounds.look(at(today, 12))
    made = sorted(one.due_at.astimezone(SHANGHAI).date() for one in plant.all("inspection"))
    assert made == [today + timedelta(days=ahead) for ahead in range(1, DAYS_AHEAD + 1)]
    before = count_of_entries(plant)
    rounds.look(at(today, 13))
    Rounds(plant.served.hub).look(at(today, 13))
    assert count_of_entries(plant) == before
    rounds.look(at(today + timedelta(days=1), 0))
    assert len(plant.all("inspection")) == DAYS_AHEAD + 1


def test_a_plant_without_inspections_makes_and_misses_none_until_it_has_them(plant: Living, today: date) -> None:
    planned(plant, today)
    plant.do("plant.set_modules", modules_off=["inspections"])
    Rounds(plant.served.hub).look(at(today, 12))
    assert plant.all("inspection") == ()
    plant.do("plant.set_modules", modules_off=[])
    Rounds(plant.served.hub).look(at(today, 12))
    assert len(plant.all("inspection")) == DAYS_AHEAD


def test_what_was_not_made_is_missed_when_its_window_has_closed(plant: Living, today: date) -> None:
    planned(plant, today)
    hub = plant.served.hub
    plant.do("inspections.make_tasks", first=today.isoformat(), last=today.isoformat())
    (task,) = plant.all("inspection")
    hub.now = lambda: at(today, 10)
    Rounds(hub).look(hub.now())
    assert plant.record("inspection", task.id).state == "due"
    hub.now = lambda: at(today, 11)
    Rounds(hub).look(hub.now())
    assert plant.record("inspection", task.id).state == "missed"


def test_old_readings_go(plant: Living, today: date) -> None:
    hub = plant.served.hub
    now = hub.now()
    old, young = (Reading("t1", now - age, 1.0) for age in (KEEP_RAW + timedelta(hours=1), timedelta(hours=1)))
    hub.store.write(lambda connection: append(connection, [old, young]))
    Rounds(hub).look(now)
    with hub.store.look() as look:
        found = between(look.connection, "t1", now - 2 * KEEP_RAW, now)
    assert [utc_text(one.at)[:19] for one in found] == [utc_text(young.at)[:19]]


def test_text_items_of_older_plans_become_checklists_once(plant: Living, today: date) -> None:
    asked = {"name": "班检", "every": "FREQ=DAILY", "since": today.isoformat(), "zones": [plant.zone]}
    plan = plant.do("inspections.plan", **asked, checklist="班检表", items=["通道畅通", "灭火器在位"]).id
    Rounds(plant.served.hub).look(at(today, 12))
    (made,) = plant.all("checklist")
    assert (made.name, plant.record("inspection_plan", plan).checklist) == ("班检表", made.id)
    Rounds(plant.served.hub).look(at(today, 13))
    assert len(plant.all("checklist")) == 1


def test_an_auditor_looks_for_thirty_days(plant: Living, today: date) -> None:
    auditor = plant.do("people.add", name="外审", employee_no="A1", roles=["auditor"]).id
    kept = plant.record("person", auditor)
    assert kept.auditor_until is not None
    hub, until = plant.served.hub, kept.auditor_until
    Rounds(hub).look(until - timedelta(seconds=1))
    assert plant.record("person", auditor).roles == ("auditor",)
    hub.now = lambda: until
    Rounds(hub).look(until)
    assert (plant.record("person", auditor).roles, plant.record("person", auditor).auditor_until) == (("worker",), None)
    before = count_of_entries(plant)
    Rounds(hub).look(until)
    assert count_of_entries(plant) == before
