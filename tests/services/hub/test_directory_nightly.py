"""The directory that is read each day: kept in the store for every process, told to those who look after people, and
nothing is changed by it."""

import json
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import sqlalchemy as sa

from services.hub.directory_nightly import DirectoryNightly
from services.hub.directory_reading import DEAD_AFTER, FACT, KEPT_FOR, begin_reading, drop_old, kept_reading
from services.store.facts import fact
from services.store.tables import deliveries
from tests.services.alerts.providers import Provider
from tests.services.hub.living import Living
from tests.services.hub.test_directory import Desk, member, place, there, wecom

__all__ = ["place", "there", "wecom"]
Users = dict[str, list[dict[str, Any]]]


@pytest.fixture
def six(place: Living) -> datetime:
    """One minute after six by the plant's clock, tomorrow."""
    now = place.served.hub.now().astimezone(ZoneInfo("Asia/Shanghai"))
    return now.replace(hour=6, minute=1, second=0) + timedelta(days=1)


def chosen(plant: Living) -> None:
    plant.do("plant.set_directory", directory_from="wecom", directory_at="06:00")


def look(plant: Living, now: datetime) -> None:
    DirectoryNightly(plant.served.hub).look(now)


def told(plant: Living) -> list[tuple[str, dict[str, Any]]]:
    """What the manager was told of the directory, in order."""
    query = sa.select(deliveries.c.message, deliveries.c.facts).where(deliveries.c.message.like("directory_%"))
    with plant.served.hub.store.look() as look:
        rows = look.connection.execute(query.order_by(deliveries.c.made_at)).all()
    return [(message, json.loads(facts)) for message, facts in rows]


@pytest.mark.usefixtures("there")
def test_it_is_read_once_a_day_and_kept_for_every_process(place: Living, wecom: Provider, six: datetime) -> None:
    before = len(place.all("person"))
    look(place, six)
    assert told(place) == [], "nobody has asked for it"
    chosen(place)
    look(place, six - timedelta(minutes=2))
    assert told(place) == [], "its time has not come"
    look(place, six)
    ((message, facts),) = told(place)
    assert (message, facts["missing"]) == ("directory_changes", 0)
    assert len(place.all("person")) == before, "nothing changes by it"
    found = Desk(place).ask("GET", "/api/directory")[1]
    assert (found["reading"], found["provider"], len(found["steps"])) == (False, "wecom", facts["changes"])
    asked = len(wecom.heard)
    look(place, six + timedelta(minutes=1))
    assert len(wecom.heard) == asked, "once a day"
    look(place, six + timedelta(days=1))
    assert len(wecom.heard) > asked
    assert len(told(place)) <= 2, "the same is told once in a week"


def test_many_missing_are_asked_about_and_nobody_leaves(place: Living, there: Users, six: datetime) -> None:
    desk = Desk(place)
    there["31"] = [member(f"u{number}", f"工人{number}", 31) for number in range(20)]
    desk.carry_out([step["key"] for step in desk.read()["steps"]])
    there["31"] = there["31"][:2]
    chosen(place)
    look(place, six)
    ((message, facts),) = told(place)
    assert (message, facts["missing"], facts["known"]) == ("directory_shrunk", 18, 21)
    assert all(one.here for one in place.all("person"))
    keys = [step["key"] for step in desk.ask("GET", "/api/directory")[1]["steps"]]
    assert desk.carry_out(keys)[1]["refused"] == "directory_shrunk"


@pytest.mark.usefixtures("there")
def test_what_could_not_be_read_is_told_with_its_reason(place: Living, wecom: Provider, six: datetime) -> None:
    chosen(place)
    wecom.answers["/cgi-bin/department/list"] = [{"errcode": 60020, "errmsg": "not allow ip"}]
    look(place, six)
    place.do("plant.set_directory", directory_from="dingtalk", directory_at="06:00")
    place.do("channels.set", service="dingtalk", account="", address="https://robot.example/hook", active=False)
    look(place, six + timedelta(days=1))
    assert [(message, facts["why_unread"]) for message, facts in told(place)] == [
        ("directory_unread", "ip_not_listed"),
        ("directory_unread", "not_set"),
    ]


@pytest.mark.usefixtures("there")
def test_whoever_ends_in_the_middle_of_it_holds_up_nobody(place: Living) -> None:
    hub = place.served.hub
    began = begin_reading(hub, "wecom", hub.now()).began_at
    assert Desk(place).ask("GET", "/api/directory")[1]["reading"] is True
    with hub.store.look() as seen:
        assert kept_reading(seen.connection, began + DEAD_AFTER - timedelta(seconds=1))
        assert kept_reading(seen.connection, began + DEAD_AFTER) is None


@pytest.mark.usefixtures("there")
def test_it_is_dropped_after_some_days(place: Living) -> None:
    hub = place.served.hub
    Desk(place).read()
    for passed, kept in ((KEPT_FOR - timedelta(minutes=1), True), (KEPT_FOR, False)):
        drop_old(hub, hub.now() + passed)
        with hub.store.look() as seen:
            assert bool(fact(seen.connection, FACT)["found"]) is kept
