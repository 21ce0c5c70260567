"""Lines and right angles that hold what is drawn, and the rulers that say where it is."""

import itertools
import math
import random

import pytest
from PySide6.QtCore import QPointF, QSizeF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from desktop.views.floor_plan.guides import (
    Guides,
    Line,
    Lines,
    lines_of,
    lines_through,
    right_angles,
    squared_up,
)
from desktop.views.floor_plan.inks import inks_of
from desktop.views.floor_plan.page import MapPage
from desktop.views.floor_plan.plan_view import PlanView
from desktop.views.floor_plan.rulers import THICK_PX, marks
from tests.desktop.plants import TestPlant
from tests.desktop.views.floor_plan.hands import LEFT, PLAIN, click, drag, drawn_zone, edit, part, tap

HALL = ((0.0, 0.0), (10.0, 0.0), (10.0, 6.0), (0.0, 6.0))
SCALE = 20.0  # a reach of 0.4 m


def guides() -> Guides:
    made = Guides()
    made.zones = Lines(lines_of(HALL, "hall"))
    return made


@pytest.mark.parametrize(
    ("at", "wanted", "sorts"),
    [
        ((10.3, 20.0), (10.0, 20.0), ["edge"]),
        ((5.2, 9.0), (5.0, 9.0), ["middle"]),
        ((14.0, 2.8), (14.0, 3.0), ["middle"]),
        ((9.8, 6.3), (10.0, 6.0), ["edge", "edge"]),
        ((12.0, 8.0), (12.0, 8.0), []),
        ((10.1, 40.0), (10.1, 40.0), []),  # too far off to be a neighbour
    ],
)
def test_a_corner_is_held_by_edges_and_middles(
    at: tuple[float, float], wanted: tuple[float, float], sorts: list[str]
) -> None:
    made = guides()
    assert made.pull(at, SCALE) == pytest.approx(wanted)
    assert [line.sort for line, _ in made.shown] == sorts
    assert made.pull(at, SCALE, but="hall") == at
    assert made.shown == ()


def test_a_corner_is_held_by_the_outline_s_own_corners() -> None:
    made = guides()
    assert made.pull((30.2, 15.0), SCALE, own=[(30.0, 12.0), (40.0, 15.1)]) == pytest.approx((30.0, 15.1))


def test_a_moved_outline_is_held_by_its_edges_or_its_middle() -> None:
    made = guides()
    box = ((10.2, 8.0), (14.2, 8.0), (14.2, 10.0), (10.2, 10.0))
    assert made.pull_outline(box, SCALE)[0] == pytest.approx((10.0, 8.0))
    middle = ((3.3, 8.0), (7.3, 8.0), (7.3, 10.0), (3.3, 10.0))
    assert made.pull_outline(middle, SCALE)[0] == pytest.approx((3.0, 8.0))
    assert made.pull_outline(box, SCALE, but="hall") == box


def test_the_nearest_line_is_found_as_by_looking_at_all() -> None:
    draw = random.Random(11)
    lines = [
        Line(draw.randrange(2), draw.uniform(-50, 50), low, low + draw.uniform(0, 9), "edge", str(number % 7))
        for number, low in enumerate(draw.uniform(-50, 50) for _ in range(600))
    ]
    made = Lines(lines)
    for _ in range(300):
        at, reach, axis, but = (
            (draw.uniform(-60, 60), draw.uniform(-60, 60)),
            draw.uniform(0.1, 5),
            draw.randrange(2),
            "3",
        )

        def off(line: Line, along: float = at[1 - axis]) -> float:
            return max(line.low - along, along - line.high, 0.0)

        fit = [one for one in lines if one.axis == axis and one.owner != but and off(one) <= 25]
        fit = [one for one in fit if abs(one.value - at[axis]) <= reach]
        best = min(fit, key=lambda one: (abs(one.value - at[axis]), off(one)), default=None)
        assert made.near(axis, at, reach, but) == best


def test_things_stand_in_a_row() -> None:
    made = Guides()
    made.things = Lines(lines_through([("a", (4.0, 4.0)), ("b", (9.0, 1.0))]))
    assert made.pull_thing((4.2, 8.0), SCALE) == (4.0, 8.0)
    assert made.pull_thing((4.2, 1.2), SCALE, but="a") == (4.2, 1.0)


def test_right_angles_are_known_however_they_are_turned() -> None:
    for turned in (0.0, 0.3, 1.1):
        square = tuple(
            (math.cos(turned) * x - math.sin(turned) * y, math.sin(turned) * x + math.cos(turned) * y)
            for x, y in ((0, 0), (4, 0), (4, 3), (0, 3))
        )
        assert [corner for _, corner, _ in right_angles(square)] == list(square)
    assert right_angles(((0, 0), (4, 0), (5, 3))) == []


def test_a_corner_is_drawn_to_a_right_angle_between_its_neighbours() -> None:
    before, after = (0.0, 0.0), (8.0, 6.0)
    at = squared_up((8.1, 0.2), before, after, 0.4)
    assert len(right_angles((before, at, after))) == 1
    assert math.dist(at, (8.1, 0.2)) < 0.4
    assert squared_up((6.0, 1.0), before, after, 0.4) == (6.0, 1.0)
    assert squared_up((0.1, 0.1), before, after, 0.4) == (0.1, 0.1), "not onto the neighbour"


@pytest.mark.parametrize("scale", [0.7, 3.0, 13.7, 80.0, 900.0])
def test_marks_of_a_ruler_are_round_and_far_enough_apart(scale: float) -> None:
    found = list(marks(-3.0, 1000.0 / scale, scale))
    numbered = [metres for metres, whole in found if whole]
    gaps = [(b - a) * scale for a, b in itertools.pairwise(numbered)]
    assert all(33 <= gap <= 85 for gap in gaps)
    assert all(f"{metres:g}" == f"{round(metres, 3):g}" for metres in numbered)
    assert any(abs(metres) < 1e-9 for metres in numbered), "where the drawing begins"
    assert 4 <= (len(found) - 1) / max(len(numbered) - 1, 1) <= 6


def ruler_ink(view: PlanView, x: int) -> QColor:
    return view.grab().toImage().pixelColor(x, THICK_PX - 4)


def test_rulers_stand_at_the_edges_while_editing_and_follow_the_mouse_and_the_plan(
    page: MapPage, plant: TestPlant, floor: str
) -> None:
    drawn_zone(plant, floor)
    inks, view = inks_of(False), page.view
    plain = view.grab().toImage().pixelColor(300, 2)
    edit(page)
    assert view.grab().toImage().pixelColor(300, 2) == inks.sheet != plain
    at = QPointF(view.to_screen(20, 20))
    QTest.mouseMove(view, at.toPoint())
    assert ruler_ink(view, int(at.x())) == inks.accent
    QTest.mouseMove(view, at.toPoint() + QPointF(60, 0).toPoint())
    assert ruler_ink(view, int(at.x()) + 60) == inks.accent
    assert ruler_ink(view, int(at.x())) != inks.accent
    zero = view.to_screen(0, 0).x()
    tick = view.grab().toImage().pixelColor(zero, THICK_PX - 6)
    view.pan(QPointF(37, 0))
    assert view.grab().toImage().pixelColor(zero + 37, THICK_PX - 6) == tick
    click(part(page, QPushButton, "editZones"))
    assert view.grab().toImage().pixelColor(300, 2) == plain


def test_a_rectangle_is_drawn_in_line_with_its_neighbour(page: MapPage, plant: TestPlant, floor: str) -> None:
    drawn_zone(plant, floor, left=5.0)  # its edges at 5 and 15, its middle at 10
    view = edit(page)
    assert QSizeF(view.size()).width() > 0
    page.editing.take("rectangle")
    drag(view, (10.15, 20.0), (15.15, 24.0))
    assert view.draft is not None
    xs = sorted({x for x, _ in view.draft})
    assert xs == [10.0, 15.0]
    view.step_back()
    QTest.mousePress(view, LEFT, PLAIN, view.to_screen(10.15, 20.0))
    QTest.mouseMove(view, view.to_screen(12, 22))
    QTest.mouseMove(view, view.to_screen(15.15, 24.0))
    assert [line.value for line, _ in view.alignment.guides.shown if line.axis == 0] == [15.0]
    QTest.mouseRelease(view, LEFT, Qt.KeyboardModifier.NoModifier, view.to_screen(15.15, 24.0))
    assert view.alignment.guides.shown == ()


def test_alt_lets_it_stand_where_it_is(page: MapPage, plant: TestPlant, floor: str) -> None:
    drawn_zone(plant, floor, left=5.0)
    view = edit(page)
    page.editing.take("rectangle")
    drag(view, (10.15, 20.0), (15.15, 24.0), keys=Qt.KeyboardModifier.AltModifier)
    assert view.draft is not None
    assert 10.0 not in {x for x, _ in view.draft}, "where it began; the moves of the test know no Alt"


def test_a_machine_is_pushed_into_a_row_with_another(page: MapPage, plant: TestPlant, floor: str) -> None:
    zone = drawn_zone(plant, floor)
    for number, (x, y) in enumerate(((6.0, 14.0), (9.0, 6.5))):
        plant.run("equipment.add", code=f"C-{number}", name="冲床", type="press", zone=zone, x=x, y=y)
    view = edit(page)
    tap(view, 9.0, 6.5)
    drag(view, (9.0, 6.5), (6.2, 8.0))
    assert plant.records("equipment")[1].x == 6.0
