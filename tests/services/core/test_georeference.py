"""Plans on the earth: published pairs of the two datums, fits with their doubts, fixes on and off the plan."""

import math
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from services.core.georeference import Flat, fitted, in_rectangle_of_china, placed, to_gcj02, to_wgs84, zones_at
from services.core.refused import Refused
from services.core.zones import ControlPoint
from tests.makers import SQUARE, floor

# latitude and longitude in WGS-84, the same in GCJ-02, and how far apart, as published
PAIRS = [
    (31.1774276, 121.5272106, 31.17530398364597, 121.531541859215, 474.9),
    (22.543847, 113.912316, 22.540796131694766, 113.9171764808363, 603.5),
    (39.911954, 116.377817, 39.91334545536069, 116.38404722455657, 553.4),
]
# a drawing of an office with its control points, in mm, whose true scale is 6 % off
OFFICE = [
    (12397.7774, 11723.7745, -2.9787554, 56.4618564),
    (12397.7774, 27443.9360, -2.9789933, 56.4618060),
    (63084.8731, 11723.7745, -2.9790204, 56.4622558),
    (63084.8731, 27443.9360, -2.9792483, 56.4622088),
]
SUZHOU = Flat(120.6, 31.3)


def points(rows=OFFICE, unit=0.001):
    return tuple(ControlPoint(x=x * unit, y=y * unit, longitude=e, latitude=n) for x, y, e, n in rows)


def on_earth(turn_deg=20.0, scale=1.0, mirror=1, corners=((0, 0), (60, 0), (60, 40), (0, 40))):
    """Control points of a plan that lies in Suzhou, turned, stretched or mirrored."""
    c, s = math.cos(math.radians(turn_deg)) * scale, math.sin(math.radians(turn_deg)) * scale
    spots = ((x, y, *SUZHOU.degrees(c * x - s * y * mirror, s * x + c * y * mirror)) for x, y in corners)
    return points(spots, 1.0)


@pytest.mark.parametrize(("lat", "lon", "shifted_lat", "shifted_lon", "metres"), PAIRS)
def test_the_published_pairs(lat, lon, shifted_lat, shifted_lon, metres):
    there = to_gcj02(lon, lat)
    assert there == pytest.approx((shifted_lon, shifted_lat), abs=1e-10)
    assert math.hypot(*Flat(lon, lat).metres(*there)) == pytest.approx(metres, rel=0.005)
    assert math.hypot(*Flat(lon, lat).metres(*to_wgs84(*there))) < 0.001


@given(st.floats(73, 135), st.floats(18, 54))
def test_there_and_back_is_less_than_a_millimetre(lon, lat):
    assert math.hypot(*Flat(lon, lat).metres(*to_wgs84(*to_gcj02(lon, lat)))) < 0.001


def test_the_fit_of_the_office():
    fit = fitted(points())
    assert fit.residuals == pytest.approx([0.181] * 4, abs=0.001)
    assert fit.plan(-2.97900435, 56.46203175) == pytest.approx((37.7413, 19.5839), abs=0.001)
    assert fit.plan(-2.9791480789, 56.4620910782) == pytest.approx((47.6883, 25.8413), abs=0.001)
    assert fit.scale == pytest.approx(0.93967, abs=0.0005)
    assert fit.rotation_deg == pytest.approx(109.828, abs=0.05)
    assert fit.doubts() == ("scale",)


@given(st.floats(-180, 180), st.floats(0.5, 2), st.sampled_from([1, -1]), st.floats(0, 60), st.floats(0, 40))
def test_a_plan_that_was_turned_and_stretched_is_found_again(turn, scale, mirror, x, y):
    fit = fitted(on_earth(turn, scale, mirror))
    assert fit.worst < 1e-6
    assert fit.scale == pytest.approx(scale, rel=1e-5)
    assert math.remainder(fit.rotation_deg - turn, 360) == pytest.approx(0, abs=1e-3)
    assert fit.mirrored is (mirror == -1)
    assert fit.plan(*fit.earth(x, y)) == pytest.approx((x, y), abs=1e-6)


def test_what_is_doubtful_is_named():
    true = on_earth()
    assert fitted(true).doubts() == ()
    assert fitted(on_earth(mirror=-1)).doubts() == ("mirrored",)
    assert fitted(on_earth(scale=1.03)).doubts() == ("scale",)
    wrong = (*true[:3], replace(true[3], longitude=true[3].longitude + 1e-4))  # some ten metres
    assert "residual" in fitted(wrong).doubts()


@pytest.mark.parametrize(
    ("corners", "code"),
    [
        (((0, 0), (60, 0)), "position_too_few"),
        (((0, 0), (30, 20), (60, 40)), "position_on_a_line"),
        (((0, 0), (30, 20.1), (60, 40)), "position_on_a_line"),
        (((5, 5), (5, 5), (5, 5)), "position_on_a_line"),
    ],
)
def test_what_leaves_a_direction_open_is_no_position(corners, code):
    with pytest.raises(Refused) as caught:
        fitted(on_earth(corners=corners))
    assert caught.value.code == code


def test_points_on_a_line_on_the_earth_are_none_either():
    with pytest.raises(Refused, match="position_on_a_line"):
        fitted(tuple(replace(one, latitude=31.3) for one in on_earth()))


def test_a_fix_lands_in_its_zone_whichever_datum_it_came_in():
    hall = floor(width_m=60, height_m=40, datum="wgs84", control_points=on_earth())
    fix = fitted(hall.control_points).earth(5, 5)
    spot = placed(hall, *fix, "wgs84")
    assert (spot.x, spot.y) == pytest.approx((5, 5), abs=1e-6)
    assert zones_at(spot, [("a", SQUARE), ("b", ((20, 0), (30, 0), (30, 9)))]) == ("a",)
    shifted = placed(hall, *to_gcj02(*fix), "gcj02")
    assert (shifted.x, shifted.y) == pytest.approx((5, 5), abs=0.001)
    mixed_up = placed(hall, *to_gcj02(*fix), "wgs84")  # the datum was told wrong
    assert mixed_up.off_m > 300
    assert mixed_up.far
    assert zones_at(mixed_up, [("a", SQUARE)]) == ()


def test_far_from_the_site_nothing_is_shifted_though_the_rectangle_holds_it():
    hall = floor(width_m=60, height_m=40, datum="gcj02", control_points=on_earth())
    seoul = (126.978, 37.566)
    assert in_rectangle_of_china(*seoul)
    told = placed(hall, *seoul, "wgs84")
    assert told.far
    assert told == placed(hall, *seoul, "gcj02")


def test_a_site_abroad_is_not_shifted():
    hall = floor(width_m=75.5, height_m=39.2, datum="wgs84", control_points=points())
    assert placed(hall, -2.97900435, 56.46203175, "gcj02").x == pytest.approx(37.7413, abs=0.001)


def test_a_floor_without_a_position_says_so():
    with pytest.raises(Refused, match="position_unset"):
        placed(floor(), 120.6, 31.3, "wgs84")


@given(st.lists(st.tuples(st.floats(0, 100), st.floats(0, 100)), min_size=3, max_size=8))
def test_exact_points_are_fitted_exactly_wherever_they_lie(corners):
    try:
        fit = fitted(on_earth(corners=corners))
    except Refused:
        assume(False)
    assert fit.worst < 1e-4
