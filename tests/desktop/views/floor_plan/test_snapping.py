"""What draws the pointer to it."""

import math
import random

import numpy as np
import pytest

from desktop.views.floor_plan.shapes import MapZone, reading_order, whole_mm
from desktop.views.floor_plan.snapping import Magnet, Snapper, corners_of, squared
from services.plans.drawing import Drawing, Layer, Path


def test_the_nearest_within_reach_is_found_as_by_looking_at_all() -> None:
    draw = random.Random(7)
    points = [(draw.uniform(-50, 50), draw.uniform(-50, 50)) for _ in range(800)]
    snapper = Snapper(points)
    for _ in range(200):
        at, reach = (draw.uniform(-55, 55), draw.uniform(-55, 55)), draw.choice((0.1, 0.7, 3.0, 40.0))
        nearest = min(points, key=lambda point: math.dist(point, at))
        assert snapper.nearest(at, reach) == (nearest if math.dist(nearest, at) <= reach else None)


def test_nothing_is_found_where_nothing_is() -> None:
    assert Snapper(()).nearest((0, 0), 10) is None


def test_an_outline_in_hand_is_pulled_by_its_nearest_corner_but_not_by_its_old_place() -> None:
    magnet = Magnet()
    magnet.drawing = Snapper([(10.0, 10.0), (0.0, 0.0)])
    square = ((0.3, 0.2), (9.9, 0.2), (9.9, 9.8), (0.3, 9.8))
    pulled = magnet.pull_outline(square, scale=20, but=[(0.0, 0.0)])
    assert magnet.corner == (10.0, 10.0)
    assert pulled[2] == pytest.approx((10.0, 10.0))
    assert pulled[0] == pytest.approx((0.4, 0.4))
    assert magnet.pull_outline(square, scale=200, but=[]) == square
    assert magnet.corner is None


def test_hidden_layers_draw_nothing_to_them() -> None:
    layers = (Layer("walls", "#ffffff", True), Layer("pipes", "#ffffff", False))
    paths = (
        Path("walls", "#ffffff", False, False, (1.0, 1.0, 5.0, 1.0)),
        Path("pipes", "#ffffff", False, False, (2.0, 2.0, 3.0, 3.0)),
    )
    snapper = corners_of(Drawing("m", True, 1.0, 10, 10, 2, layers, paths, (), ()))
    assert snapper.nearest((4.9, 1.0), 0.5) == (5.0, 1.0)
    assert snapper.nearest((2.0, 2.0), 0.5) is None


@pytest.mark.parametrize(
    ("at", "earlier", "wanted"),
    [
        ((7.0, 1.2), None, (7.0, 1.0)),
        ((1.3, 8.0), None, (1.0, 8.0)),
        ((3.9, 4.2), (0.0, 0.0), (4.05, 4.05)),
        ((0.1, 2.1), (0.0, 0.0), (0.0, 2.0)),
    ],
)
def test_right_angles_follow_the_axes_or_the_edge_before(
    at: tuple[float, float], earlier: tuple[float, float] | None, wanted: tuple[float, float]
) -> None:
    assert squared(at, (1.0, 1.0), earlier) == pytest.approx(wanted)


def test_corners_become_whole_millimetres_and_doubles_one() -> None:
    assert whole_mm(((0.00004, -0.0001), (1.23456, 0), (1.2349, 0.0004), (1, 1))) == (
        (0.0, 0.0),
        (1.235, 0.0),
        (1.0, 1.0),
    )


def test_tab_walks_in_rows_from_the_top() -> None:
    def zone(name: str, x: float, y: float) -> MapZone:
        return MapZone(name, name, "A", ((x, y), (x + 8, y), (x + 8, y + 8), (x, y + 8)), "normal", "", "")

    zones = (zone("c", 0, 0), zone("b", 20, 30.4), zone("d", 12, 0.3), zone("a", 0, 30))
    assert [one.id for one in reading_order(zones)] == ["a", "b", "c", "d"]


def test_many_points_in_an_array_are_found_as_the_same_points_in_a_list() -> None:
    draw = random.Random(8)
    points = [(draw.uniform(-50, 50), draw.uniform(-50, 50)) for _ in range(800)]
    listed, arrayed = Snapper(points), Snapper.of_arrays(np.array(points))
    for _ in range(200):
        at, reach = (draw.uniform(-55, 55), draw.uniform(-55, 55)), draw.choice((0.1, 0.7, 3.0, 40.0))
        assert arrayed.nearest(at, reach) == listed.nearest(at, reach)
    assert Snapper.of_arrays(np.empty((0, 2))).nearest((0, 0), 10) is None
