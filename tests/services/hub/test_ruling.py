"""Rules at work in the hub: what they say becomes alerts, once each, whatever is killed and however late it comes."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from services.core.moments import milliseconds
from services.core.operation import SYSTEM, Actor
from services.core.people import pseudonym
from services.core.refused import Refused
from services.core.roles import Role
from services.core.rule_document import rule_from
from services.hub.hub import Hub
from services.hub.ruling import Ruling
from services.rules.back_test import back_test
from services.rules.events import Reading as HeardReading
from services.rules.running import Place
from services.store.folder import PlantFolder
from services.store.pseudonyms import pseudonym_key
from services.store.queries.rule_events import plant_names, was_away
from services.store.readings import Reading
from services.store.swipes import Swipe, append, mark_of
from services.store.tables import deliveries
from tests.makers import NOON
from tests.services.sync.desks import Office

ALERT = {"do": "alert", "level": "high", "to": ["supervisor"], "cc": ["ehs_manager"]}
HOT = {"kind": "sustained", "sensor": "T-01", "above": 80, "for_s": 120, "max_gap_s": 90}
OPEN = {"kind": "open", "for_s": 86_400}
ALONE = {"kind": "alone", "times": 2, "days": 7, "begins": "00:00", "ends": "23:59", "together_s": 30}
MINUTE, SECOND = timedelta(minutes=1), timedelta(seconds=1)


class Plant(Office):
    """An office whose hub runs rules, at the moment that the test says it is."""

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self.root = root
        self.furnish()
        self.sensor = self.do(
            "sensors.add",
            code="T-01",
            name="喷漆房温度",
            quantity="temperature",
            unit="℃",
            zone=self.zone,
            interval_s=30,
        )
        self.ruling = Ruling(self.hub)

    def rule(self, when, **given):
        document = {"format": 1, "name": given.pop("name", "规则"), "when": when, "then": [ALERT]}
        return self.do("rules.add", document=json.dumps(document), active=given.pop("active", True))

    def after(self, passed, *values):
        """So much later, with readings of that moment (or of (seconds ago, value))."""
        self.now += passed
        many = [one if isinstance(one, tuple) else (0, one) for one in values]
        readings = [Reading(self.sensor, self.now - ago * SECOND, float(value)) for ago, value in many]
        self.hub.hear(readings)
        self.ruling.look(self.now)

    def swipe(self, *people, inward=True):
        """These people pass the zone's door now."""
        at, zone = self.now, self.zone
        found = [Swipe(mark_of("", "", at, zone, one, inward=inward), at, zone, one, inward) for one in people]
        self.hub.store.write(lambda connection: append(connection, found))

    def stay(self, *people):
        """They are in the zone for ten minutes."""
        for inward in (True, False):
            self.swipe(*people, inward=inward)
            self.after(10 * MINUTE)

    def alerts(self):
        with self.hub.store.look() as look:
            return sorted(look.find("alert"), key=lambda one: one.raised_at)

    def told(self):
        with self.hub.store.database.reading() as connection:
            query = sa.select(deliveries.c.person).where(deliveries.c.message == "alert_raised")
            return list(connection.execute(query).scalars())

    def restart(self):
        """The process ends without a word, and another begins."""
        self.hub.close()
        self.hub = Hub(PlantFolder(self.root), now=lambda: self.now)
        self.ruling = Ruling(self.hub)


@pytest.fixture
def plant(tmp_path):
    made = Plant(tmp_path / "plant")
    yield made
    made.close()


def report(plant):
    return plant.do("hazards.report", zone=plant.zone, photos=[plant.blob(b"a photo")], category="guarding")


def test_a_hazard_that_is_open_for_a_day(plant):
    plant.rule(OPEN)
    hazard = report(plant)
    plant.after(timedelta(hours=24))
    assert plant.alerts() == []
    plant.after(SECOND)
    (alert,) = plant.alerts()
    with plant.hub.store.look() as look:
        number = look.get("hazard", hazard).number
    assert (alert.key, alert.zone, alert.level) == (number, plant.zone, "high")
    assert alert.number.startswith("GJ-")
    assert alert.fired_at == NOON + timedelta(hours=24)
    assert plant.told() == list(alert.told) == [plant.boss]
    plant.after(MINUTE)
    assert plant.alerts() == [alert]
    plant.do("hazards.reject", hazard=hazard, reason="重复")
    plant.after(MINUTE)
    assert plant.alerts()[0].cleared_at is not None
    assert len(plant.told()) == 1


def test_what_is_open_too_long_when_a_rule_begins_is_told_at_once_and_what_was_closed_is_not(plant):
    gone, there = report(plant), report(plant)
    plant.now += timedelta(hours=30)
    plant.do("hazards.reject", hazard=gone, reason="重复")
    plant.rule(OPEN)
    plant.after(SECOND)
    with plant.hub.store.look() as look:
        assert [alert.key for alert in plant.alerts()] == [look.get("hazard", there).number]


def test_a_sensor_above_its_bound(plant):
    plant.rule(HOT)
    for value in (81, 82, 83):
        plant.after(MINUTE, value)
    (alert,) = plant.alerts()
    assert (alert.key, alert.zone, alert.fired_at) == ("T-01", plant.zone, plant.now)
    assert json.loads(alert.cause)["said"][0]["facts"]["value"] == 83
    plant.after(MINUTE, 70)
    assert plant.alerts()[0].cleared_at == plant.now


def test_a_plant_without_rules_is_told_nothing_until_it_has_them(plant):
    plant.rule(OPEN)
    report(plant)
    plant.do("plant.set_modules", modules_off=["alerts"])
    plant.after(timedelta(hours=25))
    assert plant.alerts() == []
    plant.do("plant.set_modules", modules_off=[])
    plant.after(SECOND)
    assert len(plant.alerts()) == 1, "it is open too long still"


def test_someone_is_alone_again_and_again(plant):
    plant.rule({**ALONE, "zone": plant.zone})
    plant.after(SECOND)
    plant.stay(plant.boss)
    plant.stay(plant.boss, "somebody else")
    assert plant.alerts() == []
    plant.stay(plant.boss)
    (alert,) = plant.alerts()
    with plant.hub.store.look() as look:
        assert alert.key.endswith(pseudonym(plant.boss, pseudonym_key(look.connection)))
    assert pseudonym(plant.boss, b"") not in alert.key
    assert alert.zone == plant.zone


def test_stays_before_the_rule_began_count(plant):
    plant.stay(plant.boss)
    plant.rule({**ALONE, "zone": plant.zone})
    plant.after(SECOND)
    assert plant.alerts() == []
    plant.restart()
    plant.stay(plant.boss)
    assert len(plant.alerts()) == 1


def test_a_late_reading_withdraws_what_was_said_without_it(plant):
    plant.rule(HOT)
    for value in (81, 82, 83):
        plant.after(MINUTE, value)
    plant.after(SECOND, (31, 60))
    assert plant.alerts()[0].withdrawn_at == plant.now


def test_what_was_withdrawn_and_is_true_after_all_stands_again_under_its_number_and_is_told_again(plant):
    plant.rule(HOT)
    for value in (81, 82, 83):
        plant.after(MINUTE, value)
    (first,) = plant.alerts()
    plant.after(SECOND, (31, 60))
    assert not plant.alerts()[0].stands
    plant.after(SECOND, (32, 82))  # the same moment read again: the low value was wrong
    (again,) = plant.alerts()
    assert again.stands
    assert (again.id, again.number) == (first.id, first.number)
    assert plant.told() == [*first.told] * 2


def test_a_reading_that_goes_back_to_what_it_was_is_heard(plant):
    plant.rule(HOT)
    for value in (81, 82, 83):
        plant.after(MINUTE, value)
    plant.after(SECOND, (61, 60))
    assert not plant.alerts()[0].stands
    plant.after(SECOND, (62, 82))
    assert plant.alerts()[0].stands
    plant.after(SECOND, (63, 60))
    assert not plant.alerts()[0].stands


def test_a_rule_that_is_switched_off_says_nothing_and_begins_anew(plant):
    rule = plant.rule(HOT, active=False)
    for value in (81, 82, 83):
        plant.after(MINUTE, value)
    assert plant.alerts() == []
    plant.do("rules.switch", rule=rule, active=True)
    plant.after(MINUTE, 84)
    assert plant.alerts() == []
    plant.after(MINUTE, 84)
    plant.after(MINUTE, 84)
    assert len(plant.alerts()) == 1


def test_a_rule_with_another_bound_begins_anew(plant):
    rule = plant.rule(HOT)
    plant.after(MINUTE, 81)
    document = {"format": 1, "name": "规则", "when": {**HOT, "above": 81.5}, "then": [ALERT]}
    plant.do("rules.change", rule=rule, document=json.dumps(document))
    for value in (82, 82):
        plant.after(MINUTE, value)
    assert plant.alerts() == []
    plant.after(MINUTE, 82)
    assert len(plant.alerts()) == 1


def test_two_hubs_that_run_the_same_rule_raise_one_alert(plant):
    plant.rule(HOT)
    other = Ruling(plant.hub)
    for value in (81, 82, 83):
        plant.after(MINUTE, value)
        other.look(plant.now)
    assert len(plant.alerts()) == len(plant.told()) == 1


def test_whom_it_went_to_acknowledges_once(plant):
    plant.rule(HOT)
    for value in (81, 82, 83):
        plant.after(MINUTE, value)
    alert = plant.alerts()[0].id
    with pytest.raises(Refused, match="alert_not_yours"):
        plant.do("alerts.acknowledge", by=plant.people["修理工"], alert=alert)
    plant.do("alerts.acknowledge", by=plant.people["孙丽"], alert=alert, note="已停机")
    assert plant.alerts()[0].acknowledged_by == plant.people["孙丽"]
    with pytest.raises(Refused, match="acknowledged_already"):
        plant.do("alerts.acknowledge", alert=alert)


def test_only_the_hub_raises_alerts(plant):
    args = {"rule": plant.rule(HOT), "key": "T-01", "fired_at": "2026-03-02T04:00:00Z", "cause": "{}"}
    manager = Actor(plant.boss, frozenset({Role.EHS_MANAGER}))
    assert plant.hub.do("alerts.raise", args, manager).refused.code == "not_allowed"
    assert plant.hub.do("alerts.raise", args, SYSTEM).ok


def test_a_hub_that_is_killed_as_often_as_it_hears_something_forgets_nothing(plant):
    plant.rule(HOT)
    plant.ruling.look(plant.now)
    for value in (81, *[82] * 17):
        plant.restart()
        plant.after(8 * SECOND, value)
    (alert,) = plant.alerts()
    assert alert.fired_at == NOON + 128 * SECOND


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.lists(st.tuples(st.integers(5, 100), st.integers(76, 84)), min_size=5, max_size=25), st.sets(st.integers(0, 24))
)
def test_killed_again_and_again_it_alerts_as_a_back_test_says(tmp_path_factory, steps, killed_at):
    plant = Plant(tmp_path_factory.mktemp("plant") / "plant")
    try:
        plant.rule(HOT)
        plant.ruling.look(plant.now)
        began, heard = plant.now, []
        for turn, (passed, value) in enumerate(steps):
            if turn in killed_at:
                plant.restart()
            plant.after(passed * SECOND, value)
            heard.append(HeardReading(milliseconds(plant.now), "T-01", float(value)))
        with plant.hub.store.look() as look:
            names = plant_names(look)
        rule = rule_from({"format": 1, "name": "规则", "when": HOT})
        place = Place(names.zone, lambda code: names.gaps[code])
        firings = back_test(rule, heard, place, milliseconds(began), milliseconds(plant.now))
        assert [milliseconds(one.fired_at) for one in plant.alerts()] == [
            one.at for one in firings if one.event == "fired"
        ]
        assert [milliseconds(one.cleared_at) for one in plant.alerts() if one.cleared_at] == [
            one.at for one in firings if one.event == "cleared"
        ]
        assert len(plant.told()) == len(plant.alerts())
    finally:
        plant.close()


QUIET = {"kind": "silent", "sensor": "T-01", "for_s": 300}


def test_while_the_hub_was_away_no_silence_is_counted(plant):
    plant.rule(QUIET)
    plant.after(MINUTE, 20)
    plant.now += timedelta(hours=2)
    plant.restart()
    plant.ruling.look(plant.now)
    plant.after(4 * MINUTE)
    assert plant.alerts() == []
    plant.after(3 * MINUTE + SECOND)
    (alert,) = plant.alerts()
    assert alert.fired_at == NOON + timedelta(minutes=6, hours=2)  # five minutes after it listened again
    with plant.hub.store.look() as look:
        away, back = was_away(look)
    assert (back.at - away.at) // 1000 == 2 * 3600


def test_what_it_could_not_say_is_said_at_the_next_look(plant, monkeypatch):
    plant.rule(HOT)
    for value in (81, 82):
        plant.after(MINUTE, value)
    monkeypatch.setattr(plant.hub, "note_together", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        plant.after(MINUTE, 83)
    monkeypatch.undo()
    plant.after(SECOND)
    assert len(plant.alerts()) == 1


def test_other_hours_of_a_shift_hold_without_a_new_beginning(plant):
    shift = plant.do("shifts.add", name="早班", starts="08:00", ends="16:00")
    plant.rule({"all": [HOT, {"kind": "shift", "shift": "早班"}]})
    plant.after(MINUTE, 81)
    plant.do("shifts.set_hours", shift=shift, starts="07:00", ends="16:00")
    for value in (82, 83):
        plant.after(MINUTE, value)
    assert len(plant.alerts()) == 1  # the run over the bound began before


def test_who_goes_in_without_what_the_zone_asks_for_is_told_until_they_are_out(plant):
    boss, other = plant.boss, plant.do("people.add", name="马超", employee_no="2077")
    plant.do("zone_needs.set", zone=plant.zone, trades=["electrician_low"])
    plant.do("certificates.add", person=boss, trade="electrician_low", number="T1")
    plant.rule({"kind": "untrained"})
    plant.after(SECOND)
    plant.swipe(boss, other)
    plant.after(MINUTE)
    (alert,) = plant.alerts()
    with plant.hub.store.look() as look:
        name = look.get("zone", plant.zone).name
        assert alert.key == f"{name}/{pseudonym(other, pseudonym_key(look.connection))}", (
            "no name goes into the journal"
        )
    assert (alert.zone, alert.cleared_at) == (plant.zone, None)
    assert "electrician_low" in alert.cause
    plant.restart()
    plant.swipe(other, inward=False)
    plant.after(MINUTE)
    (cleared,) = plant.alerts()
    assert cleared.cleared_at is not None
    plant.do("certificates.add", person=other, trade="electrician_low", number="T2")
    plant.swipe(other)
    plant.after(MINUTE)
    assert len(plant.alerts()) == 1


def test_a_contractors_person_without_induction_is_told_in_any_zone_and_is_let_go_after_half_a_day(plant):
    who = plant.do("people.add", name="何勇", employee_no="9001", roles=["contractor"])
    firm = plant.do("contractors.add", name="华安检修")
    plant.do("contractor_people.link", person=who, contractor=firm)
    plant.rule({"kind": "untrained"})
    plant.after(SECOND)
    plant.swipe(who)
    plant.after(MINUTE)
    assert [json.loads(one.cause)["said"][0]["facts"]["lacks"] for one in plant.alerts()] == [["induction:"]]
    plant.after(timedelta(hours=12))
    assert plant.alerts()[0].cleared_at is not None
