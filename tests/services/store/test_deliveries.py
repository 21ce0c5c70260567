"""The outbox: claimed by one, closed only by who still holds it, never lost."""

from datetime import timedelta

import sqlalchemy as sa

from services.core.operation import Tell
from services.store.deliveries import (
    DEAD,
    LEASE_SECONDS,
    SENT,
    WAITING,
    claim,
    deliver,
    lives_elsewhere,
    next_due,
    settle,
)
from services.store.records import Records
from services.store.tables import deliveries
from tests.makers import BEFORE
from tests.services.store.workshop import Workshop

LEASE = timedelta(seconds=LEASE_SECONDS)


def outbox(shop: Workshop):
    place = shop.found()
    shop.do("hazards.report", {"zone": place.zone, "photos": [BEFORE]}, place.worker)
    return shop.rows(sa.select(deliveries))


def claimed(shop, owner, now):
    return shop.store.write(lambda connection: claim(connection, owner, now))


def settled(shop, one, **given):
    return shop.store.write(lambda connection: settle(connection, one, now=shop.now, **given))


def test_two_do_not_claim_the_same_until_the_lease_is_over(shop: Workshop):
    rows = outbox(shop)
    first = claimed(shop, "one", shop.now)
    assert {one.id for one in first} == {row["id"] for row in rows}
    assert claimed(shop, "two", shop.now) == []
    again = claimed(shop, "two", shop.now + LEASE + timedelta(seconds=1))
    assert [(one.fence, one.attempts) for one in again] == [(2, 2)] * len(rows)


def test_only_who_holds_it_closes_it(shop: Workshop):
    outbox(shop)
    first = claimed(shop, "one", shop.now)[0]
    later = shop.now + LEASE * 2
    second = next(one for one in claimed(shop, "two", later) if one.id == first.id)
    assert shop.store.write(lambda c: settle(c, first, state=SENT, now=later)) is False
    assert shop.store.write(lambda c: settle(c, second, state=SENT, now=later)) is True
    row = next(row for row in shop.rows(sa.select(deliveries)) if row["id"] == first.id)
    assert (row["state"], row["owner"], row["closed_at"] is not None) == (SENT, None, True)


def test_what_failed_waits_for_its_next_time(shop: Workshop):
    outbox(shop)
    for one in claimed(shop, "one", shop.now):
        settled(shop, one, state=WAITING, next_at=shop.now + timedelta(minutes=5), error="x")
    assert claimed(shop, "one", shop.now + timedelta(minutes=4)) == []
    with shop.store.database.reading() as connection:
        assert next_due(connection) == shop.now + timedelta(minutes=5)
    assert len(claimed(shop, "one", shop.now + timedelta(minutes=5))) == 2


def test_the_dead_are_kept_and_not_tried(shop: Workshop):
    rows = outbox(shop)
    for one in claimed(shop, "one", shop.now):
        settled(shop, one, state=DEAD, error="550 no such user")
    assert claimed(shop, "one", shop.now + timedelta(days=1)) == []
    assert [row["last_error"] for row in shop.rows(sa.select(deliveries))] == ["550 no such user"] * len(rows)


def test_one_cause_says_two_things_in_two_messages_and_the_same_thing_once(shop: Workshop):
    place = shop.found()
    facts = ({"number": "YH-1"}, {"number": "YH-2"}, {"number": "YH-2"})
    told = [Tell((place.worker.person or "",), "hazard_closed", "h", one) for one in facts]
    shop.store.write(lambda connection: deliver(Records(connection), 7, shop.now, told))
    first, second = claimed(shop, "one", shop.now)
    assert {first.facts["number"], second.facts["number"]} == {"YH-1", "YH-2"}
    settled(shop, second, state=DEAD, error="550 no such user")
    with shop.store.database.reading() as connection:
        assert not lives_elsewhere(connection, first)  # of the other thing nothing is known by this
