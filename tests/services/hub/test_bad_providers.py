"""Providers that misbehave as they do: errors, refusals, hangs, connections that end after the message was taken,
tokens that die, and half an hour in which nothing works. By the plant's clock; a round is drawn from a seed that it
names.

ANHUAN_FULL: forty rounds, with providers that take the question and never answer."""

import os
import random
import time
from collections import defaultdict
from datetime import timedelta

import pytest
import sqlalchemy as sa

from services.alerts.channels import wire
from services.alerts.receipt import taken
from services.core.shape import utc_moment
from services.hub.worker import Worker
from services.store.tables import deliveries
from tests.services.alerts.providers import BUSY, EXPIRED, WECOM_SEND, WECOM_TAKEN
from tests.services.hub.test_dispatch import channel, fired, gateway, passed, plant, rows, service
from tests.services.hub.test_ruling import MINUTE, SECOND

assert plant
assert service
FULL = bool(os.environ.get("ANHUAN_FULL"))
SEEDS = range(40) if FULL else range(1)
FALLBACK = timedelta(seconds=60)
STEP, LAST = 5 * SECOND, 100 * MINUTE
OUTAGE = (20 * MINUTE, 50 * MINUTE)
NOT_ALLOWED = {"errcode": 60020, "errmsg": "not allow to access from your ip"}
STRANGER = {**WECOM_TAKEN, "invaliduser": "sunli"}
LEVELS = ("info", "warning", "high", "critical")


class Moods:
    """What the services do: each answer is drawn, until the hour from which all is well. A message counts as taken
    where the service took it, whether or not the sender could hear that."""

    def __init__(self, plant, service, seed: int) -> None:
        self.plant, self.chance = plant, random.Random(seed)
        self.began = plant.now
        self.taken: dict[str, list[str]] = defaultdict(list)
        service.answers[WECOM_SEND] = [lambda heard: self.answer(heard, WECOM_TAKEN)]
        service.answers["/sms"] = [lambda heard: self.answer(heard, (200, "ok"))]

    @property
    def out(self) -> bool:
        return OUTAGE[0] <= self.plant.now - self.began < OUTAGE[1]

    def answer(self, heard, good):
        if self.out:
            return (502, "")
        kinds = ["good"] * 3
        if self.plant.now - self.began < OUTAGE[1]:
            kinds += ["error", "many", "reset", *(["hangs"] if FULL else [])]
            kinds += ["busy", "dead", "refused", "stranger"] if good is WECOM_TAKEN else []
        kind = self.chance.choice(kinds)
        if kind in ("good", "reset"):
            self.taken[heard.path].append(str(heard.body))
        return getattr(self, kind)(good)

    def good(self, good):
        return good

    def error(self, _):
        return (500, "<html>oops</html>")

    def many(self, _):
        return (429, "")

    def busy(self, _):
        return BUSY

    def dead(self, _):
        return EXPIRED

    def refused(self, _):
        return NOT_ALLOWED

    def stranger(self, _):
        return STRANGER

    def hangs(self, _):
        time.sleep(wire.STEP_S * 3)
        return (200, "")

    def reset(self, _):
        raise ConnectionResetError  # the message was taken, and nothing is said of it


def campaign(plant, service, seed: int) -> tuple[Moods, list]:
    """Alerts of all levels over an hour, through a messenger first and a gateway next; the alerts."""
    moods = Moods(plant, service, seed)
    channel(plant, service, "wecom", per_minute=6000)
    gateway(plant, service, per_minute=6000)
    begins = sorted(moods.chance.uniform(0, 55) * 60 for _ in range(40 if FULL else 12))
    alerts = []
    while plant.now - moods.began < LAST:
        while begins and plant.now - moods.began >= begins[0] * SECOND:
            begins.pop(0)
            alerts.append(fired(plant, moods.chance.choice(LEVELS)))
        passed(plant, STEP if _soon(plant) else MINUTE)
    return moods, alerts


def _soon(plant) -> bool:
    """Whether anything is due before the next minute is over."""
    with plant.hub.store.database.reading() as connection:
        due = connection.execute(sa.select(sa.func.min(deliveries.c.next_at)).where(deliveries.c.state == "waiting"))
        found = due.scalar()
    return found is not None and utc_moment(found) < plant.now + MINUTE


def told(plant):
    with plant.hub.store.database.reading() as connection:
        columns = deliveries.c
        asked = sa.select(deliveries).where(columns.message == "alert_raised").order_by(columns.made_at, columns.id)
        return connection.execute(asked).all()


def faults(plant, moods: Moods, alerts: list) -> list[str]:
    """What went wrong: a lost alert, a next way that came too late, a refusal that was forgotten. One that is not
    urgent has no way that costs money, and is not lost where it is kept as undelivered and those who look after
    channels know of it."""
    found, reported = [], rows(plant, "channel_failed")
    for alert in alerts:
        mine = [one for one in told(plant) if one.about == alert.id]
        heard = [path for path, bodies in moods.taken.items() if any(alert.number in one for one in bodies)]
        urgent = alert.level in LEVELS[2:]
        arrived = heard and any(one.state == "sent" for one in mine)
        if not arrived and (urgent or not (reported and all(one.state == "dead" for one in mine))):
            found.append(f"{alert.number} is lost: {[(one.channel, one.state, one.last_error) for one in mine]}")
        if urgent:
            found += [f"{alert.number}: {one.last_error} is followed by nothing" for one in _alone(mine)]
            found += _late(alert, mine)
    return found


def _alone(mine):
    """What a service refused, and that was no last way, without another message after it."""
    gone = [one for one in mine if one.state == "dead" and one.channel == "wecom"]
    return [one for one in gone if len(mine) == 1]


def _late(alert, mine):
    first, *others = mine
    return [
        f"{alert.number}: the next way came after {utc_moment(one.made_at) - utc_moment(first.made_at)}"
        for one in others
        if utc_moment(one.made_at) - utc_moment(first.made_at) > FALLBACK + STEP
    ]


@pytest.mark.parametrize("seed", SEEDS)
def test_whatever_providers_do_no_alert_is_lost_and_the_next_way_is_not_late(plant, service, seed, monkeypatch):
    monkeypatch.setattr(wire, "STEP_S", 0.3)
    moods, alerts = campaign(plant, service, seed)
    assert faults(plant, moods, alerts) == [], f"seed {seed}"
    assert {one.state for one in told(plant)} <= {"sent", "dead"}, f"seed {seed}"
    refused = [one for one in told(plant) if "60020" in (one.last_error or "")]
    assert all(one.state == "dead" for one in refused), "what is refused is kept where it is seen"


def _anything_is_good(self, delivery, receipt, usual=Worker._settle):
    usual(self, delivery, taken("x"))


PLANTED = {
    "what fails is forgotten": ("_soon", lambda *_: None),
    "the next way is not tried": ("_impatient", lambda *_: False),
    "any answer is good": ("_settle", _anything_is_good),
}


@pytest.mark.parametrize("fault", PLANTED if FULL else ["any answer is good"])
def test_a_dispatcher_that_is_at_fault_is_found_out(plant, service, fault, monkeypatch):
    monkeypatch.setattr(wire, "STEP_S", 0.3)
    name, wrong = PLANTED[fault]
    monkeypatch.setattr(Worker, name, wrong)
    moods, alerts = campaign(plant, service, 1)
    assert faults(plant, moods, alerts) != []
