"""Lines that what is drawn or moved is drawn to: edges and middles of its neighbours, its own corners, right angles.

Values only, no widget; how they look: rulers.py."""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from desktop.views.floor_plan.snapping import REACH_PX
from services.core.geometry import Point, Polygon

FAR_M = 25.0  # what lies farther off along the line is no neighbour
UPRIGHT_M = 0.001  # an edge that leans less is upright or level
RIGHT = 0.002  # sine of how far from a right angle still counts as one: a tenth of a degree
AXES = (0, 1)  # upright lines by their x, level ones by their y

Sort = Literal["edge", "middle", "own"]


@dataclass(frozen=True, slots=True)
class Line:
    """An upright (`axis` 0) or level (1) line at `value` metres, which belongs to something that reaches from `low` to
    `high` along it; `owner` is whose it is."""

    axis: int
    value: float
    low: float
    high: float
    sort: Sort
    owner: str = ""


class Lines:
    """Many lines, found by nearness."""

    def __init__(self, lines: Iterable[Line] = ()) -> None:
        found = sorted(lines, key=lambda line: line.value)
        self._by_axis = tuple([line for line in found if line.axis == axis] for axis in AXES)
        self._values = tuple([line.value for line in lines] for lines in self._by_axis)

    def near(self, axis: int, at: Point, reach_m: float, but: str) -> Line | None:
        """The line nearest to a point, within reach, of a neighbour other than `but`."""
        lines, values = self._by_axis[axis], self._values[axis]
        low, high = bisect_left(values, at[axis] - reach_m), bisect_right(values, at[axis] + reach_m)
        along = at[1 - axis]
        found = [line for line in lines[low:high] if line.owner != but and _off(line, along) <= FAR_M]
        return min(found, key=lambda line: (abs(line.value - at[axis]), _off(line, along)), default=None)


class Guides:
    """`shown` are the lines that hold what is in hand now, each with the point at which they hold it."""

    def __init__(self) -> None:
        self.zones = Lines()
        self.things = Lines()
        self.shown: tuple[tuple[Line, Point], ...] = ()

    def let_go(self) -> None:
        """Nothing is held."""
        self.shown = ()

    def pull(self, at: Point, scale: float, own: Iterable[Point] = (), but: str = "") -> Point:
        """Where a corner counts as being: on the lines of neighbours other than `but`, and of the outline's `own`
        corners, along each axis by itself."""
        mine = Lines(_of_points(own, "own"))
        return self._held(at, scale, (self.zones, mine), but)

    def pull_thing(self, at: Point, scale: float, but: str = "") -> Point:
        """Where a thing counts as standing: in a row with others than `but`."""
        return self._held(at, scale, (self.things,), but)

    def pull_outline(self, polygon: Polygon, scale: float, but: str = "") -> Polygon:
        """A moved outline, pushed so that its edges or its middle lie on lines of its neighbours."""
        box = _box(polygon)
        push, shown = [0.0, 0.0], []
        for axis in AXES:
            marks = [(box[axis], box[1 - axis]), (box[axis + 2], box[1 - axis]), _middle(box, axis)]
            points = [(value, along) if axis == 0 else (along, value) for value, along in marks]
            near = [(line, at) for at in points if (line := self._near(axis, at, scale, (self.zones,), but))]
            if near:
                line, at = min(near, key=lambda pair: abs(pair[0].value - pair[1][axis]))
                push[axis] = line.value - at[axis]
                shown.append((line, at))
        moved = tuple((x + push[0], y + push[1]) for x, y in polygon)
        self.shown = tuple((line, (at[0] + push[0], at[1] + push[1])) for line, at in shown)
        return moved

    def _held(self, at: Point, scale: float, among: Sequence[Lines], but: str) -> Point:
        lines = [line for axis in AXES if (line := self._near(axis, at, scale, among, but))]
        x = next((line.value for line in lines if line.axis == 0), at[0])
        y = next((line.value for line in lines if line.axis == 1), at[1])
        self.shown = tuple((line, (x, y)) for line in lines)
        return (x, y)

    def _near(self, axis: int, at: Point, scale: float, among: Sequence[Lines], but: str) -> Line | None:
        found = [line for lines in among if (line := lines.near(axis, at, REACH_PX / scale, but))]
        return min(found, key=lambda line: abs(line.value - at[axis]), default=None)


def lines_of(polygon: Polygon, owner: str) -> list[Line]:
    """The upright and level edges of an outline, and the lines through its middle."""
    found = []
    for a, b in zip(polygon, (*polygon[1:], *polygon[:1]), strict=True):
        for axis in AXES:
            if abs(a[axis] - b[axis]) <= UPRIGHT_M:
                ends = sorted((a[1 - axis], b[1 - axis]))
                found.append(Line(axis, a[axis], ends[0], ends[1], "edge", owner))
    box = _box(polygon)
    for axis in AXES:
        value = (box[axis] + box[axis + 2]) / 2
        found.append(Line(axis, value, box[1 - axis], box[3 - axis], "middle", owner))
    return found


def lines_through(points: Iterable[tuple[str, Point]]) -> list[Line]:
    """The upright and level lines through things, each given with whose it is."""
    return [Line(axis, at[axis], at[1 - axis], at[1 - axis], "middle", owner) for owner, at in points for axis in AXES]


def right_angles(shape: Polygon) -> list[tuple[Point, Point, Point]]:
    """The corners of an outline with a right angle, each between the corner before and the one after."""
    found = []
    for place, corner in enumerate(shape):
        before, after = shape[place - 1], shape[(place + 1) % len(shape)]
        (ax, ay), (bx, by) = (
            (before[0] - corner[0], before[1] - corner[1]),
            (after[0] - corner[0], after[1] - corner[1]),
        )
        lengths = math.hypot(ax, ay) * math.hypot(bx, by)
        if lengths > 0 and abs(ax * bx + ay * by) <= RIGHT * lengths:
            found.append((before, corner, after))
    return found


def squared_up(at: Point, before: Point, after: Point, reach_m: float) -> Point:
    """The nearest place to `at` for a corner that makes a right angle between two others, if it is within reach: on the
    circle whose diameter they are."""
    middle = ((before[0] + after[0]) / 2, (before[1] + after[1]) / 2)
    radius, far = math.dist(before, after) / 2, math.dist(at, middle)
    if far == 0 or abs(far - radius) > reach_m or min(math.dist(at, before), math.dist(at, after)) <= reach_m:
        return at
    return (middle[0] + (at[0] - middle[0]) * radius / far, middle[1] + (at[1] - middle[1]) * radius / far)


def _of_points(points: Iterable[Point], sort: Sort) -> Iterable[Line]:
    return (Line(axis, at[axis], at[1 - axis], at[1 - axis], sort, "own") for at in points for axis in AXES)


def _box(polygon: Polygon) -> tuple[float, float, float, float]:
    xs, ys = [x for x, _ in polygon], [y for _, y in polygon]
    return min(xs), min(ys), max(xs), max(ys)


def _middle(box: tuple[float, float, float, float], axis: int) -> tuple[float, float]:
    return (box[axis] + box[axis + 2]) / 2, (box[1 - axis] + box[3 - axis]) / 2


def _off(line: Line, along: float) -> float:
    return max(line.low - along, along - line.high, 0.0)
