"""What the facts of a photo tell against it as proof."""

from datetime import timedelta

import pytest

from services.core.photo_doubts import doubts
from tests import makers
from tests.makers import NOON, sha

HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("part", "taken", "metres", "expected"),
    [
        ("before", None, None, ()),
        ("before", NOON - HOUR, 0.0, ()),
        ("before", NOON - 25 * HOUR, None, ("old",)),
        ("before", NOON + HOUR / 3, None, ("ahead",)),
        ("before", NOON + HOUR / 12, 99.0, ()),
        ("before", None, 101.0, ("far",)),
        ("after", NOON + HOUR, None, ()),
        ("after", NOON - HOUR, None, ("before_report",)),
        ("after", NOON + 3 * HOUR, 2000.0, ("ahead", "far")),
    ],
)
def test_doubts(part, taken, metres, expected):
    hazard = makers.hazard(reported_at=NOON, fixed_at=NOON + 2 * HOUR, before=(sha("before"),), after=(sha("after"),))
    photo = makers.photo(id=sha(part), taken_at=taken)
    assert doubts(hazard, photo, metres) == expected
