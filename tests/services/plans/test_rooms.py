"""Rooms that no closed outline says, traced from the lines of their walls, doors and all."""

import pytest
from shapely.geometry import Polygon

from services.plans.drawing import Drawing, Layer, Path, Text
from services.plans.proposals import propose_zones

Line = tuple[float, float, float, float]
# three rooms of 6 × 5 m and a corridor of 18 × 2 m beneath; every room has a door of 0.9 m into the corridor
OUTER: list[Line] = [(0, 0, 18, 0), (18, 0, 18, 7), (18, 7, 0, 7), (0, 7, 0, 0)]
BETWEEN: list[Line] = [(6, 2, 6, 7), (12, 2, 12, 7)]
CORRIDOR: list[Line] = [(0, 2, 2, 2), (2.9, 2, 8, 2), (8.9, 2, 14, 2), (14.9, 2, 18, 2)]


def drawn(lines: list[Line], layer: str, *texts: Text) -> Drawing:
    paths = tuple(Path(layer, "#000000", False, False, line) for line in lines)
    return Drawing("m", True, 1.0, 18.0, 7.0, len(paths), (Layer(layer, "#000000", True),), paths, texts, ())


def doubled(lines: list[Line], thick: float) -> list[Line]:
    """Each wall as two faces and two ends, as a wall of this thickness is drawn."""
    found: list[Line] = []
    for x0, y0, x1, y1 in lines:
        h = thick / 2
        left, low, right, high = min(x0, x1) - h, min(y0, y1) - h, max(x0, x1) + h, max(y0, y1) + h
        found += [
            (left, low, right, low),
            (right, low, right, high),
            (right, high, left, high),
            (left, high, left, low),
        ]
    return found


@pytest.mark.parametrize("layer", ["A-WALL", "墙体", "0"])
def test_rooms_between_single_lines_with_doors_have_their_areas_and_names(layer: str) -> None:
    texts = (Text("t", 3, 5, 0.4, 0, "档案室", 0.5, 0.5), Text("t", 9, 1, 0.4, 0, "走廊", 0.5, 0.5))
    found = propose_zones(drawn(OUTER + BETWEEN + CORRIDOR, layer, *texts))
    assert sorted(round(one.area_m2, 1) for one in found) == [30.0, 30.0, 30.0, 36.0]
    assert {one.name: one.area_m2 for one in found if one.name} == {
        "走廊": pytest.approx(36, rel=0.005),
        "档案室": pytest.approx(30, rel=0.005),
    }
    room = next(Polygon(one.polygon) for one in found if one.name == "档案室")
    assert room.symmetric_difference(Polygon([(0, 2), (6, 2), (6, 7), (0, 7)])).area < 0.1


def test_walls_of_two_faces_leave_the_room_between_them() -> None:
    found = propose_zones(drawn(doubled(OUTER + BETWEEN + CORRIDOR, 0.2), "wall"))
    inner = sorted(round(one.area_m2, 2) for one in found)
    assert inner == pytest.approx([5.8 * 4.8] * 3 + [17.8 * 1.8], rel=0.005)


def test_an_angled_room_keeps_its_angle() -> None:
    walls: list[Line] = [(0, 0, 8, 0), (8, 0, 8, 3), (8, 3, 4, 3), (4, 3, 4, 7), (4, 7, 0, 7), (0, 7, 0, 0)]
    (found,) = propose_zones(drawn(walls, "wall"))
    assert found.area_m2 == pytest.approx(8 * 3 + 4 * 4, rel=0.005)


def test_a_wide_opening_is_no_door_and_a_closet_no_room() -> None:
    halves: list[Line] = [(9, 0, 9, 2), (9, 5, 9, 7)]
    (found,) = propose_zones(drawn(OUTER + halves, "wall"))
    assert found.area_m2 > 100
    closet: list[Line] = [(0, 0, 1.5, 0), (1.5, 0, 1.5, 1.5), (1.5, 1.5, 0, 1.5), (0, 1.5, 0, 0)]
    assert propose_zones(drawn(closet, "wall")) == ()


def test_walls_that_enclose_nothing_are_no_rooms() -> None:
    assert propose_zones(drawn([(0, 0, 18, 0), (0, 7, 18, 7)], "wall")) == ()
