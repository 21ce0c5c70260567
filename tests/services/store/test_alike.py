"""Photos that look alike are found whatever the number of others; two reports of the same thing are proposed."""

import random

import pytest

from services.core.hazard_twins import MOST_APART, words_shared
from services.store.database import Database
from services.store.queries.photos import (
    alike,
    likenesses,
    open_twins,
    photo_facts,
    twins,
    unnoted,
)
from services.store.records import Records
from services.store.schema import bring_up
from tests import makers
from tests.makers import sha

CHANCE = random.Random(3)


@pytest.fixture
def look(ground):
    made = Database(ground.fresh())
    bring_up(made)
    with made.writing() as connection:
        yield Records(connection)
    made.close()


def turned(looks: int, bits: int) -> str:
    """The fingerprint with so many bits turned."""
    for bit in CHANCE.sample(range(64), bits):
        looks ^= 1 << bit
    return f"{looks:016x}"


def test_all_are_found_that_a_look_at_each_would_find(look):
    looks = CHANCE.getrandbits(64)
    mine = makers.photo(id=sha("mine"), fingerprint=f"{looks:016x}", also=(turned(looks, 20),))
    others = [
        makers.photo(id=sha(f"{at}"), fingerprint=turned(CHANCE.choice([looks, int(mine.also[0], 16)]), at % 13))
        for at in range(400)
    ]
    for one in (mine, *others):
        look.put(one)
    asked = [int(one, 16) for one in (mine.fingerprint, *mine.also)]
    each = {one.id: min((int(one.fingerprint, 16) ^ a).bit_count() for a in asked) for one in others}
    expected = {id_: bits for id_, bits in each.items() if bits <= MOST_APART}
    assert alike(look, mine) == expected
    assert 100 < len(expected) < 350


def placed(look, **given):
    one = makers.hazard(**given)
    look.put(one)
    return one


def shown(look, one, part, sha_, looks, **given):
    look.put(makers.photo(id=sha_, fingerprint=looks, hazard=one.id, part=part, **given))


def test_an_old_photo_used_again_is_told_with_its_hazard(look):
    looks = CHANCE.getrandbits(64)
    zone = makers.fresh_id()
    old = placed(look, zone=zone, before=(sha("old"),))
    new = placed(look, zone=zone, before=(sha("new"),), after=(sha("proof"),), fixed_by="x")
    shown(look, old, "before", sha("old"), f"{looks:016x}")
    shown(look, new, "before", sha("new"), turned(looks, 30))
    shown(look, new, "after", sha("proof"), turned(looks, 4))
    (found,) = likenesses(look, new.id)
    assert (found.of, found.photo.id, found.hazard.id, found.bits) == (sha("proof"), sha("old"), old.id, 4)
    assert [one.hazard.id for one in likenesses(look, old.id)] == [new.id]


def test_the_very_same_photo_and_ones_own_before_photo(look):
    looks = CHANCE.getrandbits(64)
    first = placed(look, before=(sha("a"),))
    again = placed(look, before=(sha("a"),), after=(sha("b"),))
    own = placed(look, before=(sha("c"),), after=(sha("d"),))
    shown(look, first, "before", sha("a"), f"{looks:016x}")
    shown(look, own, "before", sha("c"), turned(~looks & (1 << 64) - 1, 0))
    shown(look, own, "after", sha("d"), turned(~looks & (1 << 64) - 1, 2))
    assert [(one.hazard.id, one.bits) for one in likenesses(look, again.id)] == [(first.id, 0)]
    assert [(one.of, one.hazard.id, one.bits) for one in likenesses(look, own.id)] == [(sha("d"), own.id, 2)]


def test_like_words_and_like_photos_of_one_zone_are_twins(look):
    looks, zone = CHANCE.getrandbits(64), makers.fresh_id()
    mine = placed(look, zone=zone, description="3 号冲床护罩缺失", before=(sha("m"),))
    like = placed(look, zone=zone, description="冲床 3 号 护罩 没有了", before=(sha("l"),))
    said = placed(look, zone=zone, description="3号冲床护罩缺失!", before=(sha("s"),))
    placed(look, zone=zone, description="地面有油", before=(sha("o"),))
    placed(look, zone=makers.fresh_id(), description="3 号冲床护罩缺失", before=(sha("e"),))
    placed(look, zone=zone, description="3 号冲床护罩缺失", state="rejected", before=(sha("r"),))
    for one, bits in ((mine, 0), (like, 5)):
        shown(look, one, "before", one.before[0], turned(looks, bits))
    found = twins(look, mine.id)
    assert [(one.hazard.id, one.bits) for one in found] == [(like.id, 5), (said.id, None)]


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        ("护罩缺失", "护罩缺失", 1, 1),
        ("护罩缺失", "地面油污", 0, 0),
        ("", "", 0, 0),
        ("消火栓被挡", "消火栓前被挡住", 0.5, 0.9),
    ],
)
def test_words_shared(one, other, least, most):
    assert least <= words_shared(one, other) <= most


def test_what_was_there_before_is_noted_hazard_by_hazard(look):
    ones = [placed(look, before=(sha(f"b{at}"),)) for at in range(5)]
    look.put(makers.photo(id=sha("b1")))
    after, wanted = unnoted(look, "", 3)
    assert (after, [one.hazard for one in wanted]) == (ones[2].id, [ones[0].id, ones[2].id])
    after, wanted = unnoted(look, after, 3)
    assert (after, [(one.sha, one.part) for one in wanted]) == (
        ones[4].id,
        [(sha("b3"), "before"), (sha("b4"), "before")],
    )
    assert unnoted(look, after, 3) == ("", ())
    assert set(photo_facts(look, [sha("b1"), sha("b2")])) == {sha("b1")}


def test_all_second_reports_of_a_plant_at_once(look):
    looks, zone = CHANCE.getrandbits(64), makers.fresh_id()
    first, second, ended, elsewhere = (
        placed(look, zone=zone, before=(sha("1"),), description="甲"),
        placed(look, zone=zone, before=(sha("2"),), description="乙"),
        placed(look, zone=zone, before=(sha("3"),), description="丙", state="rejected"),
        placed(look, before=(sha("4"),), description="丁"),
    )
    for one in (first, second, ended, elsewhere):
        shown(look, one, "before", one.before[0], turned(looks, 1))
    assert open_twins(look) == {second.id: first}
