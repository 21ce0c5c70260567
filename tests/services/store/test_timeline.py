"""The past is what the live map showed: the answers kept while a plant was worked with equal those asked for later."""

from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from services.core.operation import Actor
from services.store.queries.past import marks
from services.store.queries.people import floor_rows, zone_row
from services.store.queries.status import open_hazards, zone_statuses
from services.store.tables import RECORDS, entries, touched
from services.store.timeline import PAGE, Timeline
from tests.makers import AFTER, BEFORE
from tests.services.store.test_history import STEPS, History
from tests.services.store.workshop import Workshop

HOURS = timedelta(hours=1)


class Watched(History):
    """A history whose live map is looked at after every step; some operations arrive hours after they were made."""

    def step(self, kind: str, who: int, what: int, also: bool) -> None:
        name, args = self.attempt(kind, what, also)
        person = self.shop.get("person", self.people[who % len(self.people)])
        by = Actor(person.id, frozenset(person.roles) if person.here else frozenset())
        self.shop.now += who * 7 * HOURS
        request = self.shop.request(name, args, by, device="history")
        self.shop.submit(replace(request, at=request.at - what * HOURS if also else request.at)).result(30)

    def live(self):
        with self.shop.store.look() as look:
            return seen(look, now=self.shop.now)


def seen(look, now):
    """All that the live map asks: floors, statuses with their records, and the row of each zone."""
    found = zone_statuses(look, now)
    return floor_rows(look), found, [zone_row(look, one.zone.id) for one in found]


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS, early=st.integers(0, 20))
def test_the_past_equals_what_the_live_map_showed(ground, steps, early):
    history = Watched(ground)
    history.shop.now += 24 * HOURS  # after all that its people came from
    timeline = Timeline()
    kept = []
    try:
        for at, step in enumerate(steps):
            history.step(*step)
            kept.append((history.shop.now, history.live()))
            history.shop.now += 13 * HOURS
            kept.append((history.shop.now, history.live()))
            if at == early:
                assert timeline.extend(history.shop.store.database), "what comes later is added to it"
        assert timeline.extend(history.shop.store.database)
        for moment, shown in [*kept, *reversed(kept)]:
            assert timeline.ask(moment, seen, now=moment) == shown
        last, _ = kept[-1]
        for kind in RECORDS:
            assert timeline.ask(last, lambda look, of=kind: look.find(of)) == history.shop.find(kind)
    finally:
        history.close()


@pytest.fixture
def place(shop: Workshop):
    return shop.found()


def report(shop, place, **more):
    return shop.do("hazards.report", {"zone": place.zone, "photos": [BEFORE], **more}, place.worker)


def extended(shop: Workshop) -> Timeline:
    made = Timeline()
    assert made.extend(shop.store.database)
    return made


def test_what_arrived_late_is_seen_from_its_arrival_on(shop: Workshop, place):
    args = {"zone": place.zone, "photos": [BEFORE]}
    request = shop.request("hazards.report", args, place.worker)
    received = shop.now + 5 * HOURS
    shop.submit(replace(request, received=received)).result(30)
    timeline = extended(shop)
    assert timeline.ask(received - timedelta(seconds=1), open_hazards) == ()
    assert [one.reported_at for one in timeline.ask(received, open_hazards)] == [request.at]


def test_a_console_that_has_no_older_entries_knows_what_stood_before_them(shop: Workshop, place):
    first = report(shop, place)
    begins = shop.rows(sa.select(sa.func.max(entries.c.seq).label("seq")))[0]["seq"]
    shop.now += HOURS
    moment = shop.now
    with shop.store.look() as look:
        shown = seen(look, now=moment)
    shop.do("hazards.submit_fix", {"hazard": first, "photos": [AFTER]}, place.fixer)
    shop.do("zones.classify", {"zone": place.zone, "zone_class": "A"}, place.boss)
    for table in (entries, touched):
        shop.spoil(f"DELETE FROM {table.name} WHERE seq < :seq", seq=begins)
    timeline = extended(shop)
    assert timeline.ask(moment, seen, now=moment) == shown
    assert timeline.begins is not None
    assert timeline.begins < moment


def test_names_that_were_erased_are_in_no_past(shop: Workshop, place):
    shop.now += HOURS
    before = shop.now
    timeline = extended(shop)
    names = lambda: {one.name for one in timeline.ask(before, lambda look: look.find("person"))}  # noqa: E731
    assert "马超" in names()
    shop.do("people.leave", {"person": place.worker.person}, place.boss)
    shop.do("people.erase", {"person": place.worker.person, "reason": "x"}, place.boss)
    assert timeline.extend(shop.store.database)
    assert "马超" not in names()
    assert "孙丽" in names()


def test_it_can_be_ended_between_two_pages(shop: Workshop, place):
    for _ in range(PAGE):
        report(shop, place)
    timeline = Timeline()
    assert not timeline.extend(shop.store.database, lambda share: share > 1)
    shares: list[float] = []

    def hear(share: float) -> bool:
        shares.append(share)
        return True

    assert timeline.extend(shop.store.database, hear)
    assert shares == sorted(shares)
    assert shares[-1] == 1
    assert len(timeline.ask(shop.now, open_hazards)) == PAGE


def test_marks_say_when_a_hazard_came_ran_over_its_time_and_went(shop: Workshop, place):
    one = report(shop, place)
    came, due = shop.now, shop.get("hazard", one).due_at
    shop.now = due + HOURS
    shop.do("hazards.reject", {"hazard": one, "reason": "x"}, place.officer)
    timeline = extended(shop)
    assert [(mark.what, mark.at) for mark in marks(timeline, shop.now)] == [
        ("reported", came),
        ("overdue", due),
        ("closed", shop.now),
    ]
