"""What becomes of labels on the wall: posted, worn, replaced; and the replacements that somebody has to see to."""

from datetime import timedelta

import pytest

from services.core.label_life import open_replacement
from services.core.operation import SYSTEM
from services.core.refused import Refused
from services.core.roles import Role
from tests.makers import NOON, Held, label, person, plant, zone

OFFICER = person(Role.SAFETY_OFFICER)
LEADER = person(Role.TEAM_LEADER)
WORKER = person()
PRESS = zone(supervisor=WORKER.id)


def held_with(*labels):
    return Held(plant(), PRESS, *labels)


def version(number, **given):
    return label(zone=PRESS.id, version=number, **{"printed_at": NOON} | given)


def scan(held, one):
    held.do("labels.scanned", {"label": one.id}, SYSTEM)
    return open_replacement(held, PRESS.id)


def now(held, one):
    return held.get("label", one.id)


def test_the_first_scan_says_that_it_hangs_there():
    one = version(1)
    held = held_with(one)
    assert scan(held, one) is None
    posted = now(held, one).posted_at
    assert posted == NOON
    scan(held, one)
    assert now(held, one).posted_at == posted
    assert now(held, one).life(NOON) == "posted"


def test_an_old_label_opens_a_replacement_and_the_new_one_closes_it():
    old, new = version(1, posted_at=NOON), version(2)
    held = held_with(old, new)
    task = scan(held, old)
    assert (task.label, task.why, task.opened_by) == (old.id, "old", None)
    assert now(held, old).seen_at == NOON
    assert scan(held, new) is None
    closed = held.get("label_replacement", task.id)
    assert (closed.closed_at, closed.closed_by) == (NOON + timedelta(minutes=1), None)
    assert now(held, old).life(NOON) == "replaced"


def test_an_old_label_is_as_good_as_new_until_the_new_one_is_printed():
    old, new = version(1), version(2, printed_at=None)
    held = held_with(old, new)
    assert scan(held, old) is None
    assert (now(held, old).posted_at, now(held, old).seen_at) == (NOON, None)


def test_it_is_told_once_a_day():
    old, new = version(1), version(2)
    held = held_with(old, new)
    scan(held, old)
    held.now = NOON + timedelta(hours=23)
    assert held.decide("labels.scanned", {"label": old.id}, SYSTEM) == []
    held.now = NOON + timedelta(hours=24)
    scan(held, old)
    assert now(held, old).seen_at == NOON + timedelta(hours=24)
    assert len(held.find("label_replacement")) == 1


def test_two_that_both_hang_do_not_fill_the_journal():
    old, new = version(1), version(2)
    held = held_with(old, new)
    for _ in range(20):
        scan(held, old)
        scan(held, new)
    assert len(held.find("label_replacement")) == 1


@pytest.mark.parametrize(("given", "why"), [({"revoked_at": NOON}, "revoked"), ({"ends_at": NOON}, "ended")])
def test_one_that_is_good_no_more_opens_a_replacement_too(given, why):
    one = version(1, **given)
    held = held_with(one)
    assert scan(held, one).why == why


def test_a_person_closes_it_with_a_word_and_what_hangs_all_the_same_opens_it_again():
    old, new = version(1), version(2)
    held = held_with(old, new)
    task = scan(held, old)
    for somebody in (person(), person(Role.AUDITOR)):
        with pytest.raises(Refused, match="not_allowed"):
            held.do("label_replacements.close", {"label_replacement": task.id, "word": "已换"}, somebody)
    closed = held.do("label_replacements.close", {"label_replacement": task.id, "word": "已换"}, WORKER)
    assert (closed.closed_by, closed.word) == (WORKER.id, "已换")
    with pytest.raises(Refused, match="replacement_closed"):
        held.do("label_replacements.close", {"label_replacement": task.id, "word": "已换"}, LEADER)
    again = scan(held, old)
    assert again is not None
    assert again.id != task.id


def test_a_worn_label_stays_good_until_a_new_one_hangs():
    one = version(1, posted_at=NOON)
    held = held_with(one)
    with pytest.raises(Refused, match="not_allowed"):
        held.do("labels.worn", {"label": one.id, "reason": "撕裂"}, person())
    task = held.do("labels.worn", {"label": one.id, "reason": "撕裂"}, WORKER)
    assert (task.why, task.word, task.opened_by) == ("worn", "撕裂", WORKER.id)
    assert now(held, one).life(NOON) == "worn"
    assert scan(held, one) == task, "the worn one itself says nothing new"
    new = version(2)
    held.add(new)
    assert scan(held, new) is None
    assert now(held, one).life(NOON) == "replaced"


def test_a_label_that_is_not_worn_after_all_is_as_it_was():
    one = version(1, posted_at=NOON)
    held = held_with(one)
    task = held.do("labels.worn", {"label": one.id, "reason": "撕裂"}, OFFICER)
    held.do("label_replacements.close", {"label_replacement": task.id, "word": "擦干净了"}, OFFICER)
    assert now(held, one).life(NOON) == "posted"


def test_what_is_worn_twice_is_one_replacement():
    one = version(1)
    held = held_with(one)
    for word in ("撕裂", "褪色"):
        held.do("labels.worn", {"label": one.id, "reason": word}, OFFICER)
    assert len(held.find("label_replacement")) == 1


def test_only_the_hub_says_that_a_label_was_scanned():
    one = version(1)
    with pytest.raises(Refused, match="not_allowed"):
        held_with(one).do("labels.scanned", {"label": one.id}, OFFICER)


@pytest.mark.parametrize(
    ("given", "life"),
    [
        ({"printed_at": None}, "issued"),
        ({}, "printed"),
        ({"posted_at": NOON}, "posted"),
        ({"posted_at": NOON, "worn_at": NOON}, "worn"),
        ({"posted_at": NOON, "worn_at": NOON, "replaced_at": NOON}, "replaced"),
        ({"posted_at": NOON, "ends_at": NOON}, "ended"),
        ({"replaced_at": NOON, "revoked_at": NOON}, "revoked"),
    ],
)
def test_how_far_a_label_is_on_its_way(given, life):
    assert version(1, **given).life(NOON) == life
