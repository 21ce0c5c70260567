"""What the hub notes of its sensors: on time, late, over a restart; and the past is what was shown then."""

import random
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from services.core.crossings import HOLD
from services.core.operation import Actor
from services.core.sensors import Sensor
from services.core.shape import utc_text
from services.hub.hub import Hub
from services.hub.watch import Watch
from services.store.folder import PlantFolder
from services.store.queries.status import Status, zone_statuses
from services.store.readings import Reading, between
from services.store.tables import entries
from services.store.timeline import Timeline
from services.store.verify import verify
from tests.makers import NOON
from tests.services.hub.living import FOUNDER, SQUARE

MINUTE = timedelta(minutes=1)


class Works:
    """A hub whose clock the test moves, with one zone, and a sensor with a limit of 60."""

    def __init__(self, root: Path) -> None:
        self.now = NOON
        self.hub = Hub(PlantFolder(root), now=lambda: self.now)
        founding = self.hub.do("plant.found", {"name": "江南精密", "person": "周敏"}, FOUNDER)
        assert not founding.refused
        with self.hub.store.look() as look:
            (boss,) = look.find("person")
        self.boss = Actor(boss.id, frozenset(boss.roles))
        floor = self.do("floors.add", name="一层", width_m=60, height_m=40)
        self.zone = self.do("zones.draw", floor=floor, name="喷漆房", zone_class="A", polygon=SQUARE)
        self.do("plant.set_address", address="https://anhuan.example")
        self.do("labels.issue", zone=self.zone)
        told = {"code": "T-01", "name": "喷漆房温度", "quantity": "temperature", "unit": "℃", "zone": self.zone}
        self.sensor = self.do("sensors.add", limit_high=60.0, **told)
        self.watch = Watch(self.hub)

    def do(self, kind: str, **args: Any) -> str:
        answer = self.hub.do(kind, args, self.boss)
        if answer.refused:
            raise answer.refused
        return answer.id

    def hear(self, *said: tuple[datetime, float]) -> None:
        self.hub.hear([Reading(self.sensor, at, value) for at, value in said])

    def look(self) -> None:
        self.watch.look(self.now)

    def restart(self) -> None:
        """Another process watches on; what the one before had in mind is gone."""
        self.hub.heard.clear()
        self.hub.store.writer.committed.remove(self.watch._on_committed)
        self.watch = Watch(self.hub)

    def noted(self) -> Sensor:
        with self.hub.store.look() as look:
            found = look.get("sensor", self.sensor)
        assert isinstance(found, Sensor)
        return found

    def statuses(self) -> Any:
        with self.hub.store.look() as look:
            return zone_statuses(look, self.now)

    def status(self) -> Status:
        (one,) = self.statuses()
        found: Status = one.status
        return found

    def kinds(self) -> list[str]:
        with self.hub.store.look() as look:
            return list(look.connection.execute(sa.select(entries.c.kind).order_by(entries.c.seq)).scalars())


@pytest.fixture
def works(tmp_path: Path) -> Iterator[Works]:
    made = Works(tmp_path)
    yield made
    made.hub.close()


def steady(works: Works, value: float, minutes: int) -> None:
    """It says the same each minute, and each time it is looked at."""
    for _ in range(minutes):
        works.now += MINUTE
        works.hear((works.now, value))
        works.look()


def test_a_zone_is_yellow_while_its_sensor_is_over_its_limit(works: Works) -> None:
    steady(works, 20.0, 2)
    assert (works.status(), works.noted().hearing) == (Status.NORMAL, "heard")
    steady(works, 70.0, 3)
    (one,) = works.statuses()
    assert (one.status, [sensor.id for sensor in one.beyond]) == (Status.PENDING, [works.sensor])
    assert one.since == works.noted().beyond_since == works.now - 2 * MINUTE
    steady(works, 59.9, 1)
    assert works.status() == Status.PENDING, "it hovers about its limit"
    steady(works, 20.0, 1)
    assert works.status() == Status.NORMAL
    assert works.kinds()[-3:] == ["sensors.hear", "sensors.cross", "sensors.clear"]


def test_a_zone_is_unknown_while_its_sensor_is_silent(works: Works) -> None:
    assert works.status() == Status.NORMAL, "one that was never heard says nothing"
    steady(works, 20.0, 2)
    last = works.now
    works.now += 3 * MINUTE
    works.look()
    assert works.status() == Status.NORMAL
    works.now += timedelta(seconds=1)
    works.look()
    (one,) = works.statuses()
    assert (one.status, one.since, one.silent) == (Status.UNKNOWN, last, (works.noted(),))
    steady(works, 20.0, 1)
    assert works.status() == Status.UNKNOWN
    steady(works, 20.0, 1)
    assert works.status() == Status.NORMAL


def test_what_was_over_its_limit_and_fell_silent_still_waits(works: Works) -> None:
    steady(works, 70.0, 1)
    works.now += 9 * MINUTE
    works.look()
    assert (works.status(), works.noted().beyond, works.noted().hearing) == (Status.PENDING, "high", "silent")


def test_a_crossing_that_arrives_late_is_seen_from_its_arrival_on(works: Works) -> None:
    steady(works, 20.0, 5)
    before = works.now
    works.now += MINUTE
    late = works.now
    works.now += 10 * MINUTE
    works.hear((works.now, 20.0))
    works.look()
    shown = works.statuses()
    works.now += MINUTE
    works.hear((late, 70.0), (late + MINUTE, 71.0), (late + 2 * MINUTE, 20.0))
    works.look()
    assert works.kinds()[-2:] == ["sensors.cross", "sensors.clear"]
    assert works.noted().beyond_since == late + 2 * MINUTE
    timeline = Timeline()
    assert timeline.extend(works.hub.store.database)
    assert timeline.ask(late + MINUTE, zone_statuses, now=late + MINUTE) == timeline.ask(
        before, zone_statuses, now=before
    )
    assert timeline.ask(works.now - MINUTE, zone_statuses, now=works.now - MINUTE) == shown


def test_a_restart_loses_no_crossing_and_makes_none_silent(works: Works) -> None:
    steady(works, 20.0, 2)
    works.now += MINUTE
    works.hear((works.now, 70.0))  # and the hub is killed before it has looked
    works.now += 20 * MINUTE
    works.restart()
    works.look()
    assert (works.noted().beyond, works.noted().hearing) == ("high", "heard")
    works.look()
    works.restart()
    works.look()
    assert works.kinds().count("sensors.cross") == 1
    works.now += 3 * MINUTE + timedelta(seconds=1)
    works.look()
    assert works.noted().hearing == "silent"


def test_other_limits_make_something_else_of_the_value_that_stands(works: Works) -> None:
    steady(works, 50.0, 2)
    works.do("sensors.set_limits", sensor=works.sensor, limit_high=45.0)
    works.look()
    assert works.noted().beyond == "high"
    assert works.noted().beyond_since == works.noted().limits_since
    works.now += timedelta(seconds=1)
    works.do("sensors.set_limits", sensor=works.sensor, limit_high=70.0)
    works.look()
    assert works.noted().beyond == ""


def test_what_two_hubs_see_is_noted_once(works: Works) -> None:
    other = Watch(works.hub)
    works.now += MINUTE
    works.hear((works.now, 70.0))
    works.look()
    other.look(works.now)
    assert works.kinds()[-2:] == ["sensors.hear", "sensors.cross"]


def test_a_look_that_fails_is_made_good_by_the_next(works: Works, monkeypatch: pytest.MonkeyPatch) -> None:
    steady(works, 20.0, 1)
    works.now += MINUTE
    works.hear((works.now, 70.0))
    with monkeypatch.context() as broken:
        broken.setattr(works.hub, "do", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            works.look()
    works.look()
    assert works.noted().beyond == "high"


def test_what_is_to_come_is_not_heard_yet(works: Works) -> None:
    works.hear((works.now + MINUTE, 70.0))
    works.look()
    assert (works.noted().beyond, works.noted().hearing) == ("", "never")


@pytest.mark.parametrize("seed", range(4))
def test_the_past_is_what_was_shown_whatever_came_when(works: Works, seed: int) -> None:
    chance = random.Random(seed)
    kept: list[tuple[datetime, Any]] = []
    held_back: list[tuple[datetime, float]] = []
    for _ in range(100):
        works.now += timedelta(seconds=chance.choice((20, 60, 60, 60, 200)))
        value = chance.choice((20.0, 59.5, 59.5, 61.0, 61.0, 80.0))
        if chance.random() < 0.15:
            held_back.append((works.now, value))
        elif chance.random() < 0.9:
            works.hear((works.now, value), *held_back)
            held_back.clear()
        if chance.random() < 0.05:
            works.do("sensors.set_limits", sensor=works.sensor, limit_high=chance.choice((60.0, 75.0)))
        if chance.random() < 0.1:
            works.restart()
        works.look()
        agrees(works)
        kept.append((works.now, works.statuses()))
    timeline = Timeline()
    assert timeline.extend(works.hub.store.database)
    for moment, shown in kept:
        assert timeline.ask(moment, zone_statuses, now=moment) == shown
    assert {shown[0].status for _, shown in kept} > {Status.NORMAL, Status.PENDING}
    with works.hub.store.look() as look:
        assert verify(look.connection).whole


def agrees(works: Works) -> None:
    """What is noted fits the readings: over while the newest is, and back by the rule at the latest."""
    one, now = works.noted(), works.now
    since = max(moment for moment in (one.limits_since, one.beyond_since) if moment is not None)
    with works.hub.store.look() as look:
        said = between(look.connection, works.sensor, since, now + MINUTE)
    if not said:
        return
    if not one.beyond:
        assert not one.over(said[-1].value), utc_text(now)
    else:
        last = [each for each in said if now - each.at <= HOLD + one.silent_after]
        run = [each.at for each in last if all(not one.over(later.value) for later in last if later.at >= each.at)]
        near = run and all(later - at <= one.silent_after for at, later in pairwise(run))
        assert not (near and run[-1] - run[0] >= HOLD), utc_text(now)
