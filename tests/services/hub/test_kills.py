"""A hub that is killed again and again, at any point of its rules' work, has in the end said what a back-test says:
1,000 times in the long campaign, a few times in each run."""

import random
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from services.core.moments import milliseconds, moment_of
from services.core.rule_document import rule_from
from services.rules.back_test import back_test
from services.rules.events import Event, Reading, StopBegan, StopEnded
from services.rules.spells import spells_of
from services.store import readings, stops
from services.store.queries.rule_events import plant_names
from services.store.stops import Stop
from tests.services.hub.test_ruling import HOT, SECOND, Plant

STANDS = {"kind": "stopped", "for_s": 90}


class Killed(BaseException):
    """The process ends here."""


def kill_in(plant: Plant, chance: random.Random) -> None:
    """The next commit of the rules is the last thing that this process tries, or does."""
    hub: Any = plant.hub
    commit, before = hub.note_together, chance.random() < 0.5

    def last(*given: Any) -> None:
        if before:
            raise Killed
        commit(*given)
        raise Killed

    hub.note_together = last


class Campaign:
    """Readings that hover about a bound, some of them late, and stops of two lines; the hub is killed meanwhile."""

    def __init__(self, plant: Plant, seed: int) -> None:
        self.plant, self.chance = plant, random.Random(seed)
        self.began, self.kills, self.high = plant.now, 0, False
        self.lines: dict[str, Stop] = {}
        for name, when in (("热", HOT), ("停", STANDS)):
            plant.rule(when, name=name)
        plant.ruling.look(plant.now)

    def step(self) -> None:
        """Some seconds pass, something is said and durable; the hub looks, or is killed before, in or after it."""
        plant, chance = self.plant, self.chance
        plant.now += chance.randrange(5, 80) * SECOND
        self.high = self.high if chance.random() < 0.8 else not self.high
        late = chance.choice((0, 0, 0, 0, 20, 60, 100)) * SECOND
        at = moment_of(milliseconds(max(self.began + SECOND, plant.now - late)))
        value = chance.uniform(80.5, 84) if self.high else chance.uniform(70, 79.5)
        plant.hub.store.write(lambda it: readings.append(it, [readings.Reading(plant.sensor, at, value)]))
        plant.hub.heard[0]([readings.Reading(plant.sensor, at, value)])
        if chance.random() < 0.2:
            self._stop(chance.choice(("L1", "L2")))
        if chance.random() < 0.6:
            self.kills += 1
            kill_in(plant, chance)
        try:
            plant.ruling.look(plant.now)
        except Killed:
            plant.restart()
        else:
            if plant.hub.note_together.__name__ == "last":  # nothing was to be committed
                plant.restart()

    def _stop(self, line: str) -> None:
        now, known = self.plant.now, self.lines.pop(line, None)
        told = Stop(f"S{milliseconds(now)}{line}", line, now, now)
        if known is None:
            self.lines[line] = told
        else:
            told = Stop(known.stop, line, known.began, now, now)
        self.plant.hub.store.write(lambda connection: stops.append(connection, [told]))

    def expected(self, when: dict[str, Any]) -> list[tuple[str, int, int | None]]:
        """What a back-test says of all that is kept."""
        plant = self.plant
        with plant.hub.store.look() as look:
            names = plant_names(look)
            events: list[Event] = [
                Reading(milliseconds(one.at), "T-01", one.value)
                for one in readings.between(look.connection, plant.sensor, self.began, plant.now + SECOND)
            ]
            for one in stops.between(look.connection, self.began, plant.now):
                events.append(StopBegan(milliseconds(one.began), one.stop, one.line))
                events += [StopEnded(milliseconds(one.ended), one.stop, one.line)] if one.ended else []
        rule = rule_from({"format": 1, "name": "规则", "when": when})
        firings = back_test(rule, events, names.place(), milliseconds(self.began), milliseconds(plant.now))
        return [(one.key, one.at, one.until) for one in spells_of(firings)]

    def said(self) -> list[tuple[str, int, int | None]]:
        """What stands of the alerts."""
        kept = [one for one in self.plant.alerts() if one.withdrawn_at is None]
        found = [(one.key, milliseconds(one.fired_at), one.cleared_at and milliseconds(one.cleared_at)) for one in kept]
        return sorted(found, key=lambda one: (one[1], one[0]))


@pytest.fixture
def plant(tmp_path: Path) -> Iterator[Plant]:
    made = Plant(tmp_path / "plant")
    yield made
    made.close()


def test_a_late_reading_that_moves_a_firing_takes_its_clearing_along(plant: Plant) -> None:
    """Also where it has cleared already: what stands in the end has ended when the value was back."""
    plant.rule({"kind": "sustained", "sensor": "T-01", "above": 80})
    for value in (70, 85, 70):
        plant.after(20 * SECOND, value)
    plant.after(SECOND, (31, 84))
    (alert,) = [one for one in plant.alerts() if one.withdrawn_at is None]
    assert plant.now - alert.fired_at == 31 * SECOND
    assert alert.cleared_at is not None
    assert plant.now - alert.cleared_at == SECOND


@pytest.mark.parametrize("kills", [25, pytest.param(1000, marks=pytest.mark.full)])
def test_killed_at_any_point_it_says_what_a_back_test_says(plant: Plant, kills: int) -> None:
    campaign = Campaign(plant, seed=kills)
    while campaign.kills < kills:
        campaign.step()
    plant.now += timedelta(seconds=1)
    plant.ruling.look(plant.now)
    wanted = sorted(campaign.expected(HOT) + campaign.expected(STANDS), key=lambda one: (one[1], one[0]))
    assert wanted, "nothing happened"
    assert campaign.said() == wanted
