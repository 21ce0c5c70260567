"""What people see: a zone's status and why, the queue of hazards, the journal's rows."""

from datetime import timedelta
from typing import Any

import pytest

from services.core.hazards import State
from services.store.queries.hazards import hazard_rows, waiting_for_review, work_of
from services.store.queries.journal import entry_rows
from services.store.queries.people import floor_rows, person_rows, team_rows, zone_rows
from services.store.queries.status import Status, open_count, open_hazards, zone_statuses
from tests.makers import AFTER, BEFORE, sha
from tests.services.store.workshop import Workshop

DAYS = timedelta(days=1)


@pytest.fixture
def place(shop: Workshop):
    return shop.found()


def status(shop, later=timedelta()):
    with shop.store.look() as look:
        (one,) = zone_statuses(look, shop.now + later)
    return one


def report(shop, place, photo=BEFORE):
    return shop.do("hazards.report", {"zone": place.zone, "photos": [photo]}, place.worker)


@pytest.mark.parametrize("later", [timedelta(), 400 * DAYS])
def test_open_hazards_are_counted_as_they_are_listed(shop: Workshop, place, later):
    for photo in (BEFORE, sha("another")):
        report(shop, place, photo)
    with shop.store.look() as look:
        found, now = open_hazards(look), shop.now + later
        assert open_count(look, now) == (len(found), any(one.overdue(now) for one in found))
        assert len(found) == 2


def test_a_zones_colours_from_the_first_label_to_the_closed_hazard(shop: Workshop, place):
    assert (status(shop).status, status(shop).since) == (Status.UNKNOWN, None)
    shop.do("plant.set_address", {"address": "anhuan.example"}, place.boss)
    label = shop.do("labels.issue", {"zone": place.zone}, place.officer)
    assert status(shop).status == Status.NORMAL
    shop.do("labels.revoke", {"label": label, "reason": "x"}, place.officer)
    assert status(shop).status == Status.UNKNOWN
    one = report(shop, place)
    pending = status(shop)
    assert (pending.status, pending.overdue, [hazard.id for hazard in pending.hazards]) == (Status.PENDING, 0, [one])
    assert pending.since == pending.hazards[0].reported_at
    due = pending.hazards[0].due_at
    late = status(shop, 3 * DAYS)
    assert (late.status, late.overdue, late.since) == (Status.OVERDUE, 1, due)
    shop.now += 3 * DAYS
    shop.do("hazards.submit_fix", {"hazard": one, "photos": [AFTER]}, place.fixer)
    assert status(shop).status == Status.PENDING, "waiting for review, whose clock is fresh"
    assert status(shop, 2 * DAYS).status == Status.OVERDUE
    shop.do("hazards.approve", {"hazard": one}, place.officer)
    shop.do("hazards.approve", {"hazard": one}, place.boss)
    assert (status(shop).status, status(shop).hazards) == (Status.NORMAL, ())


def test_a_rejected_report_leaves_the_zone_known_and_normal(shop: Workshop, place):
    one = report(shop, place)
    shop.do("hazards.reject", {"hazard": one, "reason": "x"}, place.officer)
    assert status(shop).status == Status.NORMAL


def test_retired_zones_have_no_status(shop: Workshop, place):
    shop.do("zones.retire", {"zone": place.zone}, place.officer)
    with shop.store.look() as look:
        assert zone_statuses(look, shop.now) == ()
        assert zone_rows(look) == ()


def test_the_queue_is_by_urgency_and_knows_what_is_mine(shop: Workshop, place):
    first, second, third = (report(shop, place, sha(str(count))) for count in range(3))
    shop.do("hazards.reject", {"hazard": third, "reason": "x"}, place.officer)
    shop.do("hazards.submit_fix", {"hazard": second, "photos": [AFTER]}, place.fixer)
    with shop.store.look() as look:
        rows = hazard_rows(look, shop.now, place.officer.person, also=(third, first))
        assert [row.id for row in rows] == [second, first, third]
        assert [row.mine for row in rows] == [True, False, False]
        assert (rows[0].zone.name, rows[0].team and rows[0].team.name, rows[2].clock) == ("冲压区", "机修班", None)
        assert rows[0].fixer is not None
        assert [row.id for row in hazard_rows(look, shop.now)] == [second, first]
        assert not any(row.mine for row in hazard_rows(look, shop.now, place.fixer.person))
        fixer = someone(look, place.fixer.person)
        assert [one.id for one in work_of(look, fixer)] == [first]
        assert [one.id for one in waiting_for_review(look, fixer)] == [second]


def someone(look, id_) -> Any:
    return look.get("person", id_)


def test_work_taken_on_by_one_is_no_longer_the_others(shop: Workshop, place):
    mate = shop.do("people.add", {"name": "同事", "roles": ["fixer"], "team": place.team}, place.boss)
    one = report(shop, place)
    shop.do("hazards.accept", {"hazard": one}, place.fixer)
    with shop.store.look() as look:
        assert [work.id for work in work_of(look, someone(look, place.fixer.person))] == [one]
        assert work_of(look, someone(look, mate)) == ()
    assert shop.get("hazard", one).state == State.FIXING


def test_the_journal_reads_newest_first_and_names_things(shop: Workshop, place):
    one = report(shop, place)
    shop.issue("coffee.make", {"for": "x"}, place.officer)
    with shop.store.look() as look:
        rows = entry_rows(look)
        assert [row.seq for row in rows] == list(range(len(rows), 0, -1))
        assert (rows[0].refused, rows[0].kind) == ("unknown_kind", "coffee.make")
        assert (rows[1].about, rows[1].author and rows[1].author.name) == ("YH-20260302-0001", "马超")
        assert [row.seq for row in entry_rows(look, 2, before=5)] == [4, 3]
        assert {row.kind for row in entry_rows(look, kind="people.add")} == {"people.add"}
        assert [row.id for row in entry_rows(look, record=one)] == [one]


def test_lists_leave_out_who_has_gone(shop: Workshop, place):
    shop.do("people.leave", {"person": place.worker.person}, place.boss)
    with shop.store.look() as look:
        assert place.worker.person not in {row.id for row in person_rows(look)}
        assert place.worker.person in {row.id for row in person_rows(look, with_gone=True)}
        assert [team.name for team in team_rows(look)] == ["机修班"]
        assert [floor.name for floor in floor_rows(look)] == ["一层"]
        (row,) = zone_rows(look, place.floor)
        assert (row.zone.id, row.team and row.team.id, row.supervisor, row.label) == (
            place.zone,
            place.team,
            None,
            None,
        )
