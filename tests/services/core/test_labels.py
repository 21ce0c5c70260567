"""Labels: which tokens are good, and that no other is."""

import random
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.core.labels import accepted_label, address_of, living_label, read_token, seal
from services.core.refused import Refused
from services.core.roles import Role
from tests.makers import NOON, Held, inspection, label, person, plant, refused, zone

OFFICER = person(Role.SAFETY_OFFICER)
PRESS = zone()
SECRET = b"k" * 32
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def issued(version=1, **given):
    return label(zone=PRESS.id, version=version, mac=seal(SECRET, f"{PRESS.code}.{version}"), **given)


def test_a_token_is_read_back_from_its_address():
    one = issued()
    text = address_of("https://anhuan.example", one)
    token = read_token(text.rsplit("/", 1)[1])
    assert (token.code, token.version, token.key, token.mac) == (one.code, one.version, one.key, one.mac)
    assert accepted_label(Held(PRESS, one), token, NOON) == one
    assert seal(SECRET, token.sealed) == token.mac


GOOD = issued().token
BAD = [
    "",
    GOOD[:-1],
    GOOD + "A",
    GOOD + "\n",
    " " + GOOD,
    GOOD.lower(),
    GOOD.replace("-", "", 1),
    GOOD.replace(".1.", ".0.", 1),
    GOOD.replace(".1.", ".01.", 1),
    GOOD.replace(".1.", ".-1.", 1),
    GOOD.replace(".1.", ".\u0661.", 1),
    GOOD.replace(".1.", ".9999999.", 1),
    GOOD.replace("Z", "\uff3a", 1),
    GOOD[:-1] + "=",
    GOOD[:-1] + "+",
    GOOD[:-1] + "\u00e9",
    GOOD + "/../../etc",
    "Z-4X8B.1.1." + "\ud800" * 16,
    "\x00" * 40,
]


@pytest.mark.parametrize("text", BAD, ids=[f"{text!r:.40}" for text in BAD])
def test_what_is_no_token(text):
    with pytest.raises(Refused, match="label_unreadable"):
        read_token(text)


@given(st.text(max_size=60))
def test_any_text_is_a_token_or_unreadable(text):
    assert refused(read_token, text) in (None, "label_unreadable")


def test_forged_tokens_are_foreign():
    """10,000 of them: other letters, other versions, other keys, swapped zones."""
    one, other = issued(), zone(code="Z-2345")
    held, chance = Held(PRESS, one, other), random.Random(7)
    for _ in range(10_000):
        mac = "".join(chance.choices(LETTERS, k=16))
        code = chance.choice([PRESS.code, other.code, "Z-ZZZZ"])
        text = f"{code}.{chance.randint(1, 3)}.{chance.randint(1, 3)}.{chance.choice([mac, one.mac])}"
        if text == one.token:
            continue
        with pytest.raises(Refused, match="label_foreign"):
            accepted_label(held, read_token(text), NOON)


def test_revoked_and_retired_labels_say_so():
    with pytest.raises(Refused, match="label_revoked"):
        accepted_label(Held(PRESS, issued(revoked_at=NOON)), read_token(GOOD), NOON)
    gone = zone(id=PRESS.id, retired_at=NOON)
    with pytest.raises(Refused, match="zone_retired"):
        accepted_label(Held(gone, issued()), read_token(GOOD), NOON)


def test_versions_count_up_and_the_newest_good_one_is_shown():
    held = Held(plant(), PRESS)
    first = held.do("labels.issue", {"zone": PRESS.id}, OFFICER)
    second = held.do("labels.issue", {"zone": PRESS.id}, OFFICER)
    assert (first.version, second.version) == (1, 2)
    assert living_label(held, PRESS.id) == second
    revoked = held.do("labels.revoke", {"label": second.id, "reason": "磨损"}, OFFICER)
    assert revoked.revoked_at is not None
    assert living_label(held, PRESS.id) == first
    assert held.do("labels.issue", {"zone": PRESS.id}, OFFICER).version == 3


def test_printed_is_noted_on_each():
    held = Held(plant(), PRESS, issued(), issued(2))
    ids = [one.id for one in held.find("label")]
    held.do("labels.printed", {"labels": ids, "template": "a4"}, OFFICER)
    assert [one.printed_at for one in held.find("label")] == [NOON, NOON]


def test_a_check_in_shows_that_the_label_hangs_where_it_belongs():
    here, there = issued(), label(zone="elsewhere")
    task = inspection(zone=PRESS.id)
    held = Held(plant(), PRESS, here, there, task, inspection(zone=PRESS.id))
    for one, found in zip(held.find("inspection"), (here, there), strict=True):
        held.do("inspections.check_in", {"inspection": one.id, "label": found.id}, OFFICER)
    assert [one.posted_at for one in held.find("label", zone=PRESS.id)] == [NOON]
    assert [one.posted_at for one in held.find("label", zone="elsewhere")] == [None]


@pytest.mark.parametrize(
    ("kind", "args", "code"),
    [
        ("labels.issue", {"zone": "none"}, "no_such_record"),
        ("labels.revoke", {"label": "none", "reason": "x"}, "no_such_record"),
        ("labels.printed", {"labels": ["none"], "template": "a4"}, "no_such_record"),
    ],
)
def test_refusals(kind, args, code):
    with pytest.raises(Refused) as caught:
        Held(plant(), PRESS).do(kind, args, OFFICER)
    assert caught.value.code == code


def test_no_label_without_an_address_and_none_twice_revoked():
    with pytest.raises(Refused, match="no_address"):
        Held(plant(address=None), PRESS).do("labels.issue", {"zone": PRESS.id}, OFFICER)
    one = issued(revoked_at=NOON)
    with pytest.raises(Refused, match="label_revoked"):
        Held(plant(), PRESS, one).do("labels.revoke", {"label": one.id, "reason": "x"}, OFFICER)


def test_a_label_can_have_an_end():
    held = Held(plant(), PRESS)
    end = NOON + timedelta(days=30)
    one = held.do("labels.issue", {"zone": PRESS.id, "ends_at": end.isoformat()}, OFFICER)
    assert accepted_label(held, read_token(one.token), end - timedelta(seconds=1)) == one
    with pytest.raises(Refused, match="label_ended"):
        accepted_label(held, read_token(one.token), end)
    longer = held.do("labels.limit", {"label": one.id}, OFFICER)
    assert (longer.ends_at, longer.token) == (None, one.token)
    assert accepted_label(held, read_token(one.token), end) == longer
    for kind, args in (("labels.issue", {"zone": PRESS.id}), ("labels.limit", {"label": one.id})):
        with pytest.raises(Refused, match="label_end_past"):
            held.do(kind, {**args, "ends_at": NOON.isoformat()}, OFFICER)


def test_a_new_key_seals_what_is_issued_from_then_on_and_old_labels_stay_good():
    held = Held(plant(), PRESS)
    old = held.do("labels.issue", {"zone": PRESS.id}, OFFICER)
    assert held.do("labels.rotate_key", {}, person(Role.IT_ADMIN)).label_key == 2
    new = held.do("labels.issue", {"zone": PRESS.id}, OFFICER)
    assert (old.key, new.key) == (1, 2)
    for one in (old, new):
        assert accepted_label(held, read_token(one.token), NOON) == one
    with pytest.raises(Refused, match="label_foreign"):
        accepted_label(held, read_token(old.token.replace(".1.1.", ".1.2.")), NOON)


@pytest.mark.parametrize("role", [Role.SAFETY_OFFICER, Role.WORKER, Role.AUDITOR])
def test_only_administrators_change_the_key_and_only_the_hub_does(role):
    with pytest.raises(Refused, match="not_allowed"):
        Held(plant(), PRESS).do("labels.rotate_key", {}, person(role))
    with pytest.raises(Refused, match="needs_hub"):
        Held(plant(), PRESS).do("labels.rotate_key", {}, person(Role.EHS_MANAGER), side="console")
