"""How far from its zone a photo was taken."""

import pytest

from services.core.georeference import Flat, to_gcj02
from services.core.photo_place import metres_from
from services.core.zones import ControlPoint
from tests.makers import floor, photo, zone

FLAT = Flat(121.1, 31.4)
SQUARE = ((10.0, 10.0), (30.0, 10.0), (30.0, 20.0), (10.0, 20.0))


def lying(scale=1.0, datum="wgs84"):
    """A floor whose corner lies at FLAT, its x axis to the east; a metre of the plan is `scale` on the earth."""
    points = []
    for x, y in ((0, 0), (60, 0), (60, 40), (0, 40)):
        there = FLAT.degrees(x * scale, y * scale)
        longitude, latitude = to_gcj02(*there) if datum == "gcj02" else there
        points.append(ControlPoint(x=x, y=y, longitude=longitude, latitude=latitude))
    return floor(control_points=tuple(points), datum=datum)


def taken(x, y):
    longitude, latitude = FLAT.degrees(x, y)
    return photo(longitude=longitude, latitude=latitude)


@pytest.mark.parametrize("datum", ["wgs84", "gcj02"])
@pytest.mark.parametrize(("x", "y", "metres"), [(20, 15, 0), (50, 15, 20), (20, 4, 6), (33, 24, 5)])
def test_metres_from_the_zone(x, y, metres, datum):
    assert metres_from(zone(polygon=SQUARE), lying(datum=datum), taken(x, y)) == pytest.approx(metres, abs=0.05)


def test_metres_are_those_of_the_earth():
    assert metres_from(zone(polygon=SQUARE), lying(2.0), taken(100, 30)) == pytest.approx(40, abs=0.1)


def test_nothing_is_said_where_nothing_is_known():
    assert metres_from(zone(polygon=SQUARE), floor(), taken(20, 15)) is None
    assert metres_from(zone(polygon=SQUARE), lying(), photo()) is None
