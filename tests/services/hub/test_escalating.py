"""Nobody answers: someone higher is told, whatever is restarted, and whatever the messages came to."""

import os
import random

import pytest
import sqlalchemy as sa

from services.core.ladders import ladder_of
from services.core.operation import SYSTEM
from services.hub.escalating import Escalating
from services.hub.hub import Hub
from services.hub.worker import Worker
from services.store.folder import PlantFolder
from services.store.tables import deliveries
from tests.services.hub.test_dispatch import fired
from tests.services.hub.test_ruling import MINUTE, SECOND, Plant

ALERTS = 2000 if os.environ.get("ANHUAN_FULL") else 40


class Climbing(Plant):
    """A plant with what looks after its ladders."""

    escalating: Escalating


@pytest.fixture
def plant(tmp_path):
    made = Climbing(tmp_path / "plant")
    made.escalating = Escalating(made.hub)
    yield made
    made.close()


def looked(plant, passed):
    plant.now += passed
    plant.escalating.look(plant.now)


def steps(plant):
    """(person, step) of each message that says that it went up."""
    query = sa.select(deliveries.c.person, deliveries.c.facts).where(deliveries.c.message == "alert_escalated")
    with plant.hub.store.database.reading() as connection:
        return [(row.person, row.facts) for row in connection.execute(query.order_by(deliveries.c.seq))]


def reopened(plant):
    """The hub ends without a word, and another begins."""
    plant.hub.close()
    plant.hub = Hub(PlantFolder(plant.root), now=lambda: plant.now)
    plant.escalating = Escalating(plant.hub)


def test_the_next_is_told_once_when_it_is_time_and_nobody_after_an_answer(plant):
    alert = fired(plant)
    ladder = ladder_of_critical(plant)
    looked(plant, 9 * MINUTE)
    assert steps(plant) == []
    looked(plant, MINUTE)
    reopened(plant)
    looked(plant, SECOND)
    first = {person for person, _ in steps(plant)}
    assert plant.alerts()[0].step >= 1
    assert len(steps(plant)) == len(first), "once each"
    plant.do("alerts.acknowledge", alert=alert.id, note="已停机")
    for _ in ladder.rungs:
        looked(plant, 30 * MINUTE)
    assert {person for person, _ in steps(plant)} == first


def ladder_of_critical(plant):
    with plant.hub.store.look() as look:
        return ladder_of(look, "critical")


def test_it_goes_up_at_once_where_none_of_the_messages_can_arrive(plant):
    """Nobody has an address that anything can be sent to."""
    fired(plant)
    worker = Worker(plant.hub)
    worker.send_due()
    looked(plant, SECOND)
    assert plant.alerts()[0].step >= 1
    worker.stop()


def test_two_hubs_that_look_at_once_tell_once(plant):
    fired(plant)
    plant.now += 10 * MINUTE
    for _ in range(2):
        Escalating(plant.hub).look(plant.now)
    people = [person for person, _ in steps(plant)]
    assert len(people) == len(set(people))


@pytest.mark.parametrize("seed", [7])
def test_every_critical_alert_is_answered_or_at_the_top_whatever_happens(plant, seed):
    """Random answers, absences and restarts: no step is late, and none is lost."""
    chance = random.Random(seed)
    top = len(ladder_of_critical(plant).rungs)
    rule = fired(plant).rule
    answered: set[str] = set()
    for number in range(ALERTS - 1):
        args = {"rule": rule, "key": f"T-{number}", "fired_at": plant.now.isoformat(), "cause": "{}"}
        plant.hub.do("alerts.raise", args, SYSTEM)
    today = plant.now.date().isoformat()
    plant.do("absences.add", person=plant.people["孙丽"], first=today, last=today)
    for _ in range(14):
        looked(plant, 5 * MINUTE)
        late = [one for one in plant.alerts() if one.next_step_at and one.next_step_at < plant.now - 5 * SECOND]
        assert late == []
        for one in plant.alerts():
            if one.waits and chance.random() < 0.05:
                plant.do("alerts.acknowledge", alert=one.id)
                answered.add(one.id)
        if chance.random() < 0.2:
            reopened(plant)
    for one in plant.alerts():
        assert one.id in answered or (one.step >= top and one.next_step_at is not None), one
    assert 0 < len(answered) < ALERTS
