"""Scanned tokens at the hub: only this plant's good ones are taken, and what a scan tells of a label is kept."""

import random
import string
from collections import Counter

import pytest

from services.core.labels import seal
from services.core.refused import Refused
from services.hub import signing
from services.store.queries.labels import label_rows
from tests.services.hub.calls import Caller

LETTERS = string.ascii_letters + string.digits + "-_"
LOOK_ALIKES = str.maketrans("ZabcoeXx0123456789", "ΖаЬсоеХх０１２３４５６７８９")
WAYS = (
    "forged",
    "flipped",
    "other_plant",
    "other_zone",
    "other_version",
    "other_key",
    "cut",
    "grown",
    "look_alike",
    "revoked",
)


def outcome(plant, token: str) -> str:
    try:
        signing.zone_of_label(plant.served.hub, token)
    except Refused as refused:
        return refused.code
    return "taken"


def scan(plant) -> int:
    """A phone opens the label; the status of the page."""
    return Caller(plant).call("GET", f"/z/{plant.label}").status_code


def worse(chance: random.Random, way: str, good: str, revoked: str, other: str) -> str:
    """A token that must not be taken."""
    code, version, key, mac = good.split(".")
    place = chance.randrange(16)
    letter = chance.choice([one for one in LETTERS if one != mac[place]])
    return {
        "forged": f"{code}.{version}.{key}." + "".join(chance.choices(LETTERS, k=16)),
        "flipped": f"{code}.{version}.{key}.{mac[:place]}{letter}{mac[place + 1 :]}",
        "other_plant": f"{code}.{version}.{key}." + seal(chance.randbytes(32), f"{code}.{version}"),
        "other_zone": f"{other}.{version}.{key}.{mac}",
        "other_version": f"{code}.{int(version) + chance.randint(1, 999)}.{key}.{mac}",
        "other_key": f"{code}.{version}.{int(key) + chance.randint(1, 999)}.{mac}",
        "cut": good[: chance.randrange(len(good))],
        "grown": good + chance.choice(LETTERS + "./ \n\u200b%"),
        "look_alike": good.translate(LOOK_ALIKES),
        "revoked": revoked,
    }[way]


def test_ten_thousand_wrong_tokens_are_refused(plant):
    floor = plant.record("zone", plant.zone).floor
    shape = [[20, 0], [30, 0], [30, 8]]
    welding = plant.do("zones.draw", floor=floor, name="焊接车间", zone_class="B", polygon=shape).id
    plant.new_label(welding)
    other = plant.record("zone", welding).code
    revoked = plant.label
    old = plant.all("label")[0]
    plant.new_label(plant.zone)
    plant.do("labels.revoke", label=old.id, reason="磨损")
    good = max(plant.all("label"), key=lambda label: label.version).token  # the second of its zone
    chance = random.Random(22)
    counts: Counter[tuple[str, str]] = Counter()
    for number in range(10_000):
        way = WAYS[number % len(WAYS)]
        counts[way, outcome(plant, worse(chance, way, good, revoked, other))] += 1
    assert outcome(plant, good) == "taken"
    assert {way for way, said in counts if said == "taken"} == set()
    assert {said for way, said in counts if way == "revoked"} == {"label_revoked"}
    assert {said for _, said in counts} == {"label_foreign", "label_unreadable", "label_revoked"}
    assert sum(counts.values()) == 10_000


def test_the_first_scan_says_that_a_label_hangs_there(plant):
    label = plant.all("label")[0]
    plant.do("labels.printed", labels=[label.id], template="L7163")
    assert plant.record("label", label.id).posted_at is None
    for _ in range(3):
        assert scan(plant) == 200
    posted = plant.record("label", label.id).posted_at
    assert posted is not None
    assert plant.record("label", label.id).seen_at is None


@pytest.mark.parametrize("revoked", [True, False])
def test_an_old_label_that_is_scanned_still_hangs_and_is_listed(plant, revoked):
    old = plant.all("label")[0]
    plant.do("labels.printed", labels=[old.id], template="L7163")
    plant.new_label(plant.zone)
    new = max(plant.all("label"), key=lambda label: label.version)
    scan(plant)
    assert plant.record("label", old.id).seen_at is None, "the newer one was not printed yet"
    plant.do("labels.printed", labels=[new.id], template="L7163")
    if revoked:
        plant.do("labels.revoke", label=old.id, reason="磨损")
    assert scan(plant) == (410 if revoked else 200)
    first = plant.record("label", old.id).seen_at
    assert first is not None
    scan(plant)
    assert plant.record("label", old.id).seen_at == first, "not told of again at every scan"
    with plant.served.hub.store.look() as look:
        (row,) = (one for one in label_rows(look) if one.id == plant.zone)
    assert row.hanging is not None
    assert (row.state, row.hanging.id, row.to_print) == ("hanging", old.id, False)
