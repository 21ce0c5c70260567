"""What is known of a photo: the hub's own reading of it stands, and facts are never taken back."""

from datetime import timedelta

import pytest

from services.core.operation import SYSTEM
from services.core.refused import Refused
from services.core.roles import Role
from tests.makers import NOON, Held, person, plant, sha

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
