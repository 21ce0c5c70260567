"""Geometry against an independent library, on shapes that nobody chose."""

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from shapely.geometry import LineString, Polygon
from shapely.geometry import Point as ShapelyPoint

from services.core import geometry, zones
from services.core.geometry import area, centre, contains, crosses_itself
from services.core.refused import Refused
from services.core.zones import MOST_CORNERS, sound_outline
from tests.makers import SQUARE, refused

GRID = st.integers(-6, 6).map(float)
CORNERS = st.lists(st.tuples(GRID, GRID), min_size=3, max_size=8).map(tuple)
BOW_TIE = ((0.0, 0.0), (4.0, 4.0), (4.0, 0.0), (0.0, 4.0))


def without_repeats(corners):
    return tuple(corner for place, corner in enumerate(corners) if corner != corners[place - 1])


@given(CORNERS)
def test_area_is_that_of_shapely(corners):
    assume(Polygon(corners).is_valid)
    assert math.isclose(area(corners), Polygon(corners).area, abs_tol=1e-9)


@given(CORNERS)
def test_a_sound_outline_is_a_valid_polygon_for_shapely_too(corners):
    by_shapely = Polygon(corners).is_valid and Polygon(corners).area >= geometry.SMALLEST_ZONE_M2
    assert (refused(sound_outline, corners) is None) == by_shapely
    if by_shapely:
        assert Polygon(sound_outline(corners)).equals(Polygon(corners))


@given(CORNERS)
def test_crossing_is_what_shapely_calls_not_simple(corners):
    corners = without_repeats(corners)
    assume(len(corners) >= 4)
    ring = LineString((*corners, corners[0]))
    folds = not ring.is_simple and not crosses_itself(corners)
    assert not folds or Polygon(corners).area < geometry.SMALLEST_ZONE_M2
    assert crosses_itself(corners) <= (not ring.is_simple)


@given(CORNERS, st.tuples(GRID, GRID), st.floats(0.1, 0.9))
def test_contains_is_that_of_shapely_off_the_edge(corners, point, shift):
    assume(Polygon(corners).is_valid)
    point = (point[0] + shift, point[1] + shift / 3)
    assume(Polygon(corners).exterior.distance(ShapelyPoint(point)) > 1e-6)
    assert contains(corners, point) == Polygon(corners).contains(ShapelyPoint(point))


@given(CORNERS)
def test_the_centre_is_that_of_shapely(corners):
    assume(Polygon(corners).is_valid)
    expected = Polygon(corners).centroid
    assert centre(corners) == pytest.approx((expected.x, expected.y), abs=1e-6)


def test_the_centre_of_a_line_is_the_mean_of_its_corners():
    assert centre(((0.0, 0.0), (2.0, 0.0), (4.0, 0.0))) == (2.0, 0.0)


@pytest.mark.parametrize(
    ("corners", "code"),
    [
        ((), "outline_too_few"),
        (SQUARE[:2], "outline_too_few"),
        ((SQUARE[0],) * 5, "outline_too_few"),
        (SQUARE[:2] * 2, "outline_crosses"),
        (BOW_TIE, "outline_crosses"),
        (((0.0, 0.0), (0.5, 0.0), (0.5, 0.5)), "outline_too_small"),
        (tuple((float(i), float(i * i)) for i in range(MOST_CORNERS + 1)), "outline_too_many"),
    ],
)
def test_what_is_no_outline_is_refused(corners, code):
    with pytest.raises(Refused) as caught:
        sound_outline(corners)
    assert caught.value.code == code


def test_a_ring_that_ends_where_it_began_is_sound():
    assert sound_outline((*SQUARE, SQUARE[0])) == SQUARE
    assert sound_outline((SQUARE[0], *SQUARE)) == SQUARE


def test_the_most_corners_are_compared_few_times(monkeypatch):
    """A star of 2,000 corners must not hold up the only writer."""
    count = 0
    real = geometry._touch

    def counted(*ends):
        nonlocal count
        count += 1
        return real(*ends)

    monkeypatch.setattr(geometry, "_touch", counted)
    turn = 2 * math.pi / MOST_CORNERS
    circle = tuple((50 * math.cos(i * turn), 50 * math.sin(i * turn)) for i in range(MOST_CORNERS))
    assert sound_outline(circle) == circle
    assert count < 10 * MOST_CORNERS


def test_the_check_can_fail(monkeypatch):
    monkeypatch.setattr(zones, "crosses_itself", lambda _: False)
    with pytest.raises(AssertionError):
        assert Polygon(sound_outline(((0.0, 0.0), (6.0, 0.0), (6.0, 1.0), (3.0, -3.0), (0.0, 4.0)))).is_valid
