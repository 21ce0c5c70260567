"""Scanned tokens at the hub: only this plant's good ones are taken, and what a scan tells of a label is kept."""

import random
import string
from collections import Counter
from datetime import timedelta

import pytest

from services.core.labels import seal
from services.core.refused import Refused
from services.core.shape import utc_text
from services.hub import signing
from services.hub.hub import utc_now
from services.store.queries.labels import label_rows, old_key_count
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
    "ended",
    "old_key",
    "blank",
    "blank_forged",
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


def worse(chance: random.Random, way: str, good: str, other: str, bad: dict[str, str], secret: bytes) -> str:
    """A token that must not be taken; `secret` is the key before the one that has sealed `good`."""
    code, version, key, mac = good.split(".")
    place = chance.randrange(16)
    letter = chance.choice([one for one in LETTERS if one != mac[place]])
    later = f"{code}.{chance.randint(3, 99)}"
    blank = bad["blank"].rpartition(".")[0]
    made = {
        "forged": f"{code}.{version}.{key}." + "".join(chance.choices(LETTERS, k=16)),
        "flipped": f"{code}.{version}.{key}.{mac[:place]}{letter}{mac[place + 1 :]}",
        "other_plant": f"{code}.{version}.{key}." + seal(chance.randbytes(32), f"{code}.{version}"),
        "other_zone": f"{other}.{version}.{key}.{mac}",
        "other_version": f"{code}.{int(version) + chance.randint(1, 999)}.{key}.{mac}",
        "other_key": f"{code}.{version}.{int(key) + chance.randint(1, 999)}.{mac}",
        "cut": good[: chance.randrange(len(good))],
        "grown": good + chance.choice(LETTERS + "./ \n\u200b%"),
        "look_alike": good.translate(LOOK_ALIKES),
        "old_key": f"{later}.{int(key) - 1}.{seal(secret, later)}",
        "blank_forged": blank + "." + "".join(chance.choices(LETTERS, k=16)),
    }
    return (bad | made)[way]


def test_ten_thousand_wrong_tokens_are_refused(plant, monkeypatch):
    """Forged, of another plant, zone, version or key, cut, grown, with look-alike letters, revoked, ended, sealed anew
    with the key of before, and blanks that hang nowhere."""
    floor = plant.record("zone", plant.zone).floor
    shape = [[20, 0], [30, 0], [30, 8]]
    welding = plant.do("zones.draw", floor=floor, name="焊接车间", zone_class="B", polygon=shape).id
    plant.new_label(welding)
    other = plant.record("zone", welding).code
    hub, soon = plant.served.hub, utc_text(plant.served.hub.now() + timedelta(minutes=30))
    ended = plant.record("label", plant.do("labels.issue", zone=welding, ends_at=soon).id)
    bad = {"revoked": plant.label, "ended": ended.token}
    old = next(one for one in plant.all("label") if one.token == plant.label)
    secret = hub.store.keys.keys[1]
    plant.do("labels.rotate_key")
    plant.new_label(plant.zone)
    plant.do("labels.revoke", label=old.id, reason="磨损")
    plant.do("labels.issue_blanks", count=1)
    bad["blank"] = next(label.token for label in plant.all("label") if label.zone is None)
    good = max((one for one in plant.all("label") if one.zone == plant.zone), key=lambda label: label.version).token
    assert good.split(".")[1:3] == ["2", "2"]
    monkeypatch.setattr(hub, "now", lambda: utc_now() + timedelta(hours=1))
    chance = random.Random(22)
    counts: Counter[tuple[str, str]] = Counter()
    for number in range(10_000):
        way = WAYS[number % len(WAYS)]
        counts[way, outcome(plant, worse(chance, way, good, other, bad, secret))] += 1
    assert outcome(plant, good) == "taken"
    assert {way for way, said in counts if said == "taken"} == set()
    for way, code in (("revoked", "label_revoked"), ("ended", "label_ended"), ("blank", "label_blank")):
        assert {said for one, said in counts if one == way} == {code}
    others = {said for way, said in counts if way not in bad}
    assert others == {"label_foreign", "label_unreadable"}
    assert sum(counts.values()) == 10_000


def test_a_new_key_seals_from_then_on_and_labels_of_the_old_one_stay_good(plant):
    first = plant.label
    hub = plant.served.hub
    before = set(hub.store.keys.keys)
    plant.do("labels.rotate_key")
    second = plant.new_label(plant.zone)
    assert [token.split(".")[2] for token in (first, second)] == ["1", "2"]
    assert {outcome(plant, token) for token in (first, second)} == {"taken"}
    assert set(hub.store.keys.keys) == before | {2}, "the new one was looked for when it was first met"
    with hub.store.look() as look:
        (row,) = (one for one in label_rows(look, hub.now()) if one.id == plant.zone)
        assert old_key_count(look) == sum(one.old_key for one in label_rows(look, hub.now())) == 0
    assert not row.old_key
    plant.do("labels.rotate_key")
    with hub.store.look() as look:
        (row,) = (one for one in label_rows(look, hub.now()) if one.id == plant.zone)
        assert old_key_count(look) == sum(one.old_key for one in label_rows(look, hub.now())) == 1
    assert row.old_key


def test_a_key_whose_operation_is_refused_is_not_there(plant):
    hub = plant.served.hub
    with hub.store.look() as look:
        before = look.find("plant")
    assert hub.do("labels.rotate_key", {}, plant.actor("孙丽")).refused.code == "not_allowed"
    with hub.store.database.reading() as connection:
        hub.store.keys.read(connection)
    assert set(hub.store.keys.keys) == {1}
    assert plant.all("plant") == before


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
        (row,) = (one for one in label_rows(look, plant.served.hub.now()) if one.id == plant.zone)
    assert row.hanging is not None
    assert (row.state, row.hanging.id, row.to_print) == ("hanging", old.id, False)
