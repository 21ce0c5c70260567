"""What is known of a photo: the hub's own reading of it stands, and facts are never taken back."""

from datetime import timedelta

import pytest

from services.core.operation import SYSTEM, inverse
from services.core.photo_releases import released
from services.core.refused import Refused
from services.core.roles import Role
from tests.makers import NOON, Held, hazard, person, plant, sha

OFFICER, WORKER = person(Role.SAFETY_OFFICER), person()
ONE = sha("one photo")
TAKEN = (NOON - timedelta(hours=1)).isoformat()


def noted(held, by, **given):
    held.do("photos.note", {"photo": ONE, "fingerprint": "0f" * 8, **given}, by)
    return held.get("photo", ONE)


def test_the_hubs_reading_stands_and_the_files_facts_stay():
    held = Held(plant(), OFFICER)
    first = noted(held, OFFICER, taken_at=TAKEN, latitude=31.4, longitude=121.1, also=["00" * 8])
    assert (first.fingerprint, first.also, first.latitude) == ("0f" * 8, ("00" * 8,), 31.4)
    own = noted(held, SYSTEM, fingerprint="1e" * 8)
    assert (own.fingerprint, own.taken_at, own.latitude) == ("1e" * 8, first.taken_at, 31.4)
    later = noted(held, OFFICER, fingerprint="33" * 8, taken_at=NOON.isoformat(), latitude=1.0, longitude=1.0)
    assert later == own


@pytest.mark.parametrize("given", [{"fingerprint": "xyz"}, {"fingerprint": "g" * 16}, {"also": ["0" * 16] * 13}])
def test_what_is_no_fingerprint_is_refused(given):
    held = Held(plant(), OFFICER)
    with pytest.raises(Refused, match="args_wrong"):
        noted(held, OFFICER, **given)
    assert held.get("photo", ONE) is None


def test_a_worker_says_nothing_of_photos():
    with pytest.raises(Refused, match="not_allowed"):
        noted(Held(plant(), WORKER), WORKER)


def test_photos_go_to_outsiders_once_somebody_has_looked_for_faces_and_later_ones_do_not():
    one = hazard(before=(ONE,), after=(sha("after"),))
    held = Held(plant(), OFFICER, one)
    assert released(held, one.id) == frozenset()
    out = {"hazard": one.id, "photos": [ONE]}
    held.do("photo_releases.set", out, OFFICER)
    assert released(held, one.id) == {ONE}, "the other one has not been looked at"
    assert inverse("photo_releases.set", out, "x", [{"kind": "photo_release", "before": None, "after": {}}]) == (
        "photo_releases.set", {"hazard": one.id, "photos": []},
    )  # fmt: skip
    held.do("photo_releases.set", {"hazard": one.id}, OFFICER)
    assert released(held, one.id) == frozenset()
    with pytest.raises(Refused, match="photos_of_another"):
        held.do("photo_releases.set", {"hazard": one.id, "photos": [sha("strange")]}, OFFICER)
    with pytest.raises(Refused, match="not_allowed"):
        held.do("photo_releases.set", out, WORKER)
