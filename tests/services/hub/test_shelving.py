"""What fires while it is shelved is kept and told to nobody; at the end what still stands is told, once, by itself."""

import json
from datetime import timedelta

import pytest

from services.core.shape import utc_text
from tests.services.hub.test_ruling import ALERT, HOT, MINUTE, Plant

HAZARD = {"do": "hazard"}


@pytest.fixture
def plant(tmp_path):
    made = Plant(tmp_path / "plant")
    yield made
    made.close()


def hot_rule(plant):
    document = {"format": 1, "name": "过热", "when": HOT, "then": [ALERT, HAZARD]}
    return plant.do("rules.add", document=json.dumps(document), active=True)


def shelved(plant, rule, minutes=30, **more):
    until = utc_text(plant.now + timedelta(minutes=minutes))
    return plant.do("shelvings.add", rule=rule, shelve_reason="maintenance", until_at=until, **more)


def heated(plant):
    for value in (81, 82, 83):
        plant.after(MINUTE, value)


def hazards(plant):
    with plant.hub.store.look() as look:
        return list(look.find("hazard"))


def settled(plant):
    with plant.hub.store.look() as look:
        return [one.settled_at is not None for one in look.find("shelving")]


@pytest.mark.parametrize("key", ["", "T-01"])
def test_what_still_stands_at_the_end_is_told_then_and_once(plant, key):
    rule = hot_rule(plant)
    shelving = shelved(plant, rule, **({"key": key} if key else {}))
    heated(plant)
    (alert,) = plant.alerts()
    assert (alert.shelved, alert.quiet, alert.told, alert.waits) == (shelving, True, (), False)
    assert (plant.told(), hazards(plant)) == ([], [])
    for _ in range(26):
        plant.after(MINUTE, 84)
    assert (plant.told(), settled(plant)) == ([], [False])
    plant.after(MINUTE, 84)
    (alert,) = plant.alerts()
    assert plant.now - alert.raised_at == timedelta(minutes=27)
    assert (alert.quiet, alert.waits, alert.shelved) == (False, True, shelving)
    assert plant.told() == list(alert.told) == [plant.boss]
    assert len(hazards(plant)) == 1
    assert settled(plant) == [True]
    plant.restart()
    plant.after(MINUTE, 84)
    assert (len(plant.told()), len(hazards(plant))) == (1, 1)


def test_the_end_passes_while_the_hub_is_down(plant):
    rule = hot_rule(plant)
    shelved(plant, rule)
    heated(plant)
    plant.restart()
    plant.now += timedelta(minutes=40)
    plant.ruling.look(plant.now)
    assert plant.told() == [plant.boss]


def test_what_is_over_before_the_end_stays_untold_and_the_next_one_is_told(plant):
    rule = hot_rule(plant)
    shelved(plant, rule, minutes=10)
    heated(plant)
    plant.after(MINUTE, 70)
    assert plant.alerts()[0].cleared_at is not None
    for _ in range(10):
        plant.after(MINUTE, 70)
    assert plant.told() == []
    assert settled(plant) == [True]
    heated(plant)
    assert [one.quiet for one in plant.alerts()] == [True, False]
    assert plant.told() == [plant.boss]


def test_another_thing_is_told_meanwhile(plant):
    rule = hot_rule(plant)
    shelved(plant, rule, key="T-02")
    heated(plant)
    assert plant.told() == [plant.boss]
    assert plant.alerts()[0].shelved is None


def test_ended_by_hand_it_is_told_at_the_next_look(plant):
    rule = hot_rule(plant)
    shelving = shelved(plant, rule)
    heated(plant)
    plant.do("shelvings.end", shelving=shelving)
    plant.after(MINUTE, 84)
    assert plant.told() == [plant.boss]


def test_where_another_shelving_covers_it_still_it_stays_quiet_until_that_ends(plant):
    rule = hot_rule(plant)
    longer = shelved(plant, rule, minutes=60, key="T-01")
    first = shelved(plant, rule, minutes=90)
    heated(plant)
    assert plant.alerts()[0].shelved == first
    plant.do("shelvings.end", shelving=first)
    plant.after(MINUTE, 84)
    (alert,) = plant.alerts()
    assert (alert.shelved, alert.quiet, plant.told()) == (longer, True, [])
    plant.do("shelvings.end", shelving=longer)
    plant.after(MINUTE, 84)
    assert plant.told() == [plant.boss]


def test_switched_off_meanwhile_nothing_is_told_at_the_end(plant):
    rule = hot_rule(plant)
    shelved(plant, rule)
    heated(plant)
    plant.do("rules.switch", rule=rule, active=False)
    plant.rule({**HOT, "above": 500}, name="另一条")
    plant.after(timedelta(minutes=40), 84)
    assert plant.told() == []
    assert settled(plant) == [True]


def test_something_critical_is_told_until_a_second_person_agrees(plant):
    document = {"format": 1, "name": "过热", "when": HOT, "then": [{**ALERT, "level": "critical"}]}
    rule = plant.do("rules.add", document=json.dumps(document), active=True)
    shelving = shelved(plant, rule, minutes=300)
    heated(plant)
    assert plant.told() == [plant.boss]
    plant.do("shelvings.agree", by=plant.people["孙丽"], shelving=shelving)
    plant.after(MINUTE, 70)
    heated(plant)
    assert [one.quiet for one in plant.alerts()] == [False, True]
    assert plant.told() == [plant.boss]
