"""Blank labels: issued without a zone, bound once where they hang, by those who see to labels there."""

import pytest

from services.core.label_life import open_replacement
from services.core.labels import accepted_label, living_label, read_token
from services.core.operation import SYSTEM, Put
from services.core.refused import Refused
from services.core.roles import Role
from tests.makers import NOON, Held, label, person, plant, refused, zone

OFFICER = person(Role.SAFETY_OFFICER)
LEADER = person(Role.TEAM_LEADER)
PRESS, STORE = zone(), zone(code="Z-2345", name="成品仓库")


def blanks(held, count=1):
    """Some of them, printed."""
    changes = held.decide("labels.issue_blanks", {"count": count}, OFFICER)
    made = [change.record for change in changes if isinstance(change, Put)]
    held.add(*made)
    held.do("labels.printed", {"labels": [one.id for one in made], "template": "L7163"}, OFFICER)
    return [held.get("label", one.id) for one in made]


def now(held, one):
    found = held.get("label", one.id)
    assert found is not None
    return found


def bind(held, one, to, by=LEADER, **given):
    return held.do("labels.bind", {"token": one.token, "zone": to.id}, by, **given)


def test_each_has_a_code_and_a_seal_of_its_own():
    made = blanks(Held(plant(), PRESS), 500)
    assert len({one.code for one in made}) == len({one.mac for one in made}) == 500
    assert {read_token(one.token).code for one in made} == {one.code for one in made}
    assert all(one.zone is None for one in made)


def test_an_unbound_one_opens_nothing():
    held = Held(plant(), PRESS)
    (one,) = blanks(held)
    with pytest.raises(Refused, match="label_blank"):
        accepted_label(held, read_token(one.token), NOON)


@pytest.mark.parametrize("side", ["hub", "console"])
def test_a_bound_one_is_its_zones_newest_label_and_hangs_there(side):
    held = Held(plant(), PRESS, label(zone=PRESS.id, version=4, printed_at=NOON))
    (one,) = blanks(held)
    bound = bind(held, one, PRESS, side=side)
    assert (bound.zone, bound.number, bound.token) == (PRESS.id, 5, one.token)
    assert bound.posted_at == bound.bound_at
    assert living_label(held, PRESS.id) == bound
    assert accepted_label(held, read_token(one.token), NOON) == bound
    assert held.do("labels.issue", {"zone": PRESS.id}, OFFICER).version == 6


def test_the_label_that_hung_there_is_replaced_and_what_was_to_be_replaced_is_done():
    old, newer = label(zone=PRESS.id, printed_at=NOON), label(zone=PRESS.id, version=2, printed_at=NOON)
    held = Held(plant(), PRESS, old, newer)
    (one,) = blanks(held)
    held.do("labels.scanned", {"label": old.id}, SYSTEM)
    assert open_replacement(held, PRESS.id) is not None
    bind(held, one, PRESS)
    assert open_replacement(held, PRESS.id) is None
    assert {now(held, each).life(NOON) for each in (old, newer)} == {"replaced"}


def test_one_is_bound_once():
    held = Held(plant(), PRESS, STORE)
    (one,) = blanks(held)
    bind(held, one, PRESS)
    with pytest.raises(Refused) as caught:
        bind(held, one, STORE, OFFICER)
    assert (caught.value.code, caught.value.facts) == ("label_bound", {"zone": PRESS.name})
    assert now(held, one).zone == PRESS.id


def test_a_zones_own_label_is_none_to_bind():
    own = label(zone=PRESS.id)
    assert refused(bind, Held(plant(), PRESS, STORE, own), own, STORE) == "label_bound"


def test_a_lost_one_is_revoked_and_not_bound():
    held = Held(plant(), PRESS)
    (one,) = blanks(held)
    held.do("labels.revoke", {"label": one.id, "reason": "丢失"}, OFFICER)
    assert refused(bind, held, one, PRESS) == "label_revoked"
    assert refused(accepted_label, held, read_token(one.token), NOON) == "label_revoked"


@pytest.mark.parametrize("turn", [lambda mac: mac[::-1], lambda mac: "A" * 16, lambda mac: mac[:-1]])
def test_forged_ones_are_refused(turn):
    held = Held(plant(), PRESS)
    (one,) = blanks(held)
    token = f"{one.code}.1.1.{turn(one.mac)}"
    said = refused(held.do, "labels.bind", {"token": token, "zone": PRESS.id}, LEADER)
    assert said in ("label_foreign", "label_unreadable")
    assert now(held, one).zone is None


def test_who_may_bind():
    own = person()
    cares = zone(supervisor=own.id)
    for who, where, code in (
        (OFFICER, PRESS, None),
        (LEADER, PRESS, None),
        (own, cares, None),
        (own, PRESS, "not_allowed"),
        (person(), PRESS, "not_allowed"),
        (person(Role.AUDITOR), PRESS, "not_allowed"),
    ):
        held = Held(plant(), PRESS, cares)
        (one,) = blanks(held)
        assert refused(bind, held, one, where, who) == code


def test_retired_zones_take_none_and_nothing_is_issued_without_an_address():
    held = Held(plant(), zone(id=PRESS.id, retired_at=NOON))
    (one,) = blanks(held)
    assert refused(bind, held, one, PRESS) == "zone_retired"
    assert refused(Held(plant(address=None)).do, "labels.issue_blanks", {"count": 1}, OFFICER) == "no_address"
    for count in (0, 501):
        assert refused(Held(plant()).do, "labels.issue_blanks", {"count": count}, OFFICER) is not None
