"""Dispatchers that are killed at any moment: no message is lost, and few come twice. The whole size runs with
ANHUAN_FULL: ten thousand alerts and two hundred kills."""

import json
import multiprocessing
import os
import random
import signal
import time
from collections import Counter

import pytest
import sqlalchemy as sa

from services.core.operation import SYSTEM
from services.hub.worker import AT_ONCE, PACE_S
from services.store.database import Database
from services.store.deliveries import LEASE_SECONDS, SENT
from services.store.folder import PlantFolder
from services.store.tables import deliveries
from tests.services.alerts.providers import provider
from tests.services.hub.sender_process import send_without_end
from tests.services.hub.test_dispatch import GATEWAY
from tests.services.hub.test_ruling import HOT
from tests.services.sync.desks import Office

FULL = bool(os.environ.get("ANHUAN_FULL"))
ALERTS, KILLS = (10_000, 200) if FULL else (60, 3)
PATIENCE_S = 600 if FULL else 90
pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs a kill that nothing can catch")


@pytest.fixture
def service():
    with provider() as made:
        made.answers["/sms"] = [(200, "ok")]
        yield made


def alerted(root, service, database):
    """A plant whose officer has many alerts to hear of, and no hub."""
    folder = PlantFolder(root)
    folder.make()
    if database:
        folder.settle(database)
    office = Office(root).furnish()
    office.do("people.leave", person=office.people["陈刚"])
    office.do("people.set_contact", person=office.people["孙丽"], phone="13800000001")
    office.do("channels.set", service="gateway", address=f"{service.address}/sms", template=GATEWAY, per_minute=6000)
    then = [{"do": "alert", "level": "critical", "to": ["safety_officer"]}]
    document = {"format": 1, "name": "过热", "when": HOT, "then": then}
    rule = office.do("rules.add", document=json.dumps(document), active=True)
    for number in range(ALERTS):
        args = {"rule": rule, "key": f"T-{number}", "fired_at": office.now.isoformat(), "cause": "{}"}
        assert office.hub.do("alerts.raise", args, SYSTEM).ok
    with office.hub.store.database.reading() as connection:
        query = sa.select(deliveries.c.id).where(deliveries.c.message == "alert_raised")
        ids = set(connection.execute(query).scalars())
    office.close()
    assert len(ids) == ALERTS
    return ids


class Senders:
    """So many dispatchers at once, each a process of its own with a folder of its own where the database is shared."""

    def __init__(self, root, database, many):
        self.forks = multiprocessing.get_context("forkserver")
        self.forks.set_forkserver_preload(["tests.services.hub.sender_process"])
        self.root, self.database = root, database
        self.passed = self.forks.RawValue("d", 0.0)  # without a lock, which a killed one might hold
        self.running = {number: self.started(number) for number in range(many)}

    def started(self, number):
        ours, theirs = self.forks.Pipe(duplex=False)
        root = self.root.with_name(f"sender-{number}") if self.database else self.root
        PlantFolder(root).make()
        args = (root, self.database, self.passed, theirs)
        process = self.forks.Process(target=send_without_end, args=args, daemon=True)
        process.start()
        assert ours.recv() == "at work"
        return process

    def kill(self, number):
        os.kill(self.running[number].pid, signal.SIGKILL)
        self.running[number].join()

    def killed_and_begun_again(self, number):
        self.kill(number)
        self.running[number] = self.started(number)


def heard(service):
    return [one.body["key"] for one in tuple(service.heard)]


def until(seen):
    ends = time.monotonic() + PATIENCE_S
    while not seen():
        assert time.monotonic() < ends, "waited in vain"
        time.sleep(0.01)


@pytest.mark.parametrize("many", [pytest.param(1, id="sqlite"), pytest.param(3, id="postgresql")])
def test_no_alert_is_lost_by_dispatchers_that_are_killed(tmp_path, service, request, many):
    database = request.getfixturevalue("postgres").url("killed_senders") if many > 1 else None
    ids = alerted(tmp_path / "plant", service, database)
    senders = Senders(tmp_path / "plant", database, many)
    for kill in range(KILLS):
        until(lambda some=(kill + 1) * ALERTS // (2 * KILLS + 2): len(set(heard(service))) >= some)
        time.sleep(random.uniform(0, 2 * PACE_S))  # at any moment, and not just when a message has been taken
        senders.killed_and_begun_again(kill % many)
    for number in range(many):
        senders.kill(number)
    senders.passed.value += 2 * LEASE_SECONDS  # what the killed ones held is free
    for number in range(many):
        senders.running[number] = senders.started(number)  # they look at once
    until(lambda: set(heard(service)) >= ids)
    until(lambda: settled(database or tmp_path / "plant" / "hub" / "plant.db") >= ALERTS)
    for number in range(many):
        senders.kill(number)
    times = Counter(heard(service))
    doubled = sum(times.values()) - ALERTS
    assert set(times) == ids, "nobody is told what was not said"
    print(f"{ALERTS} alerts, {KILLS} kills, {many} dispatchers: {doubled} doubled, {max(times.values())} at most")
    assert doubled <= (ALERTS // 100 if FULL else (KILLS + many) * AT_ONCE)
    assert max(times.values()) <= 3


def settled(place):
    """How many are sent, by what stands in the database."""
    database = Database(place)
    try:
        with database.reading() as connection:
            query = sa.select(sa.func.count()).where(deliveries.c.message == "alert_raised", deliveries.c.state == SENT)
            return int(connection.execute(query).scalar() or 0)
    finally:
        database.close()
