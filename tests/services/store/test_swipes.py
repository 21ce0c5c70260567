"""Swipes at doors: each once, for 90 days, and not of someone who was erased."""

from datetime import timedelta

from services.store.swipes import KEEP, Swipe, append, between, let_go, mark_of
from tests.makers import NOON
from tests.services.store.stories import lived_in
from tests.services.store.workshop import Workshop

HOUR = timedelta(hours=1)


def swipe(person, hours, *, inward=True, serial=""):
    at = NOON + hours * HOUR
    return Swipe(mark_of("MJ-01", serial, at, "z1", person, inward=inward), at, "z1", person, inward)


def kept(shop: Workshop):
    with shop.store.look() as look:
        return between(look.connection, NOON - KEEP, NOON + 2 * KEEP)


def test_each_is_kept_once_in_the_order_of_time(shop: Workshop):
    one, two, out = swipe("p1", 3), swipe("p2", 1), swipe("p1", 3, inward=False)
    assert shop.store.write(lambda connection: append(connection, [one, two, out])) == 3
    assert shop.store.write(lambda connection: append(connection, [two, one, swipe("p3", 2)])) == 1
    assert [found.person for found in kept(shop)] == ["p2", "p3", "p1", "p1"]
    assert {found for found in kept(shop) if found.person == "p1"} == {one, out}


def test_the_locks_own_number_tells_a_swipe_from_others(shop: Workshop):
    first, corrected = swipe("p1", 1, serial="7"), swipe("p1", 2, serial="7")
    assert shop.store.write(lambda connection: append(connection, [first, corrected, swipe("p1", 1, serial="8")])) == 2


def test_they_go_after_ninety_days(shop: Workshop):
    shop.store.write(lambda connection: append(connection, [swipe("p1", 0), swipe("p1", 1)]))
    assert shop.store.write(lambda connection: let_go(connection, NOON + KEEP + HOUR / 2)) == 1
    assert [found.at for found in kept(shop)] == [NOON + HOUR]


def test_those_of_someone_who_is_erased_go_at_once(shop: Workshop):
    place = lived_in(shop)
    gone = next(one for one in shop.find("person") if one.left_at)
    shop.store.write(lambda connection: append(connection, [swipe(gone.id, 0), swipe("p1", 1)]))
    shop.do("people.erase", {"person": gone.id, "reason": "本人要求"}, place.boss)
    assert [found.person for found in kept(shop)] == ["p1"]
