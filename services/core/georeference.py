"""Where a plan lies on the earth: an affine least-squares fit of control points, and the two datums of China.

Standard library only. Longitudes and latitudes in degrees, everything else in metres. Near the plan the earth is taken
as flat: 1 km off the middle of the control points that is wrong by less than a centimetre."""

import cmath
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

from services.core.geometry import Point, Polygon, contains
from services.core.refused import Refused

WGS84_A = 6_378_137.0
WGS84_E2 = 6.694_379_990_14e-3
GCJ_A = 6_378_245.0  # of Krassowsky's ellipsoid, which the published formula of GCJ-02 is made with
GCJ_E2 = 0.006_693_421_622_965_943_23
GCJ_WEST, GCJ_EAST, GCJ_SOUTH, GCJ_NORTH = 72.004, 137.8347, 0.8293, 55.8271
FAR_M = 300.0  # a fix so far off the plan was not taken there
SITE_M = 5_000.0  # farther off, no datum is put right: the shift of GCJ-02 is below 800 m
LEAST_SPREAD = 0.01  # of the points across, seen from their length: less is a line
SCALE_OFF = 0.02
RESIDUAL_M = 1.0


class Known(Protocol):
    """A place that is known on the plan and on the earth (zones.ControlPoint)."""

    @property
    def x(self) -> float: ...

    @property
    def y(self) -> float: ...

    @property
    def longitude(self) -> float: ...

    @property
    def latitude(self) -> float: ...


class Flat(NamedTuple):
    """The earth round one point as a plane: metres east and north of it."""

    longitude: float
    latitude: float

    def metres(self, longitude: float, latitude: float) -> Point:
        """East and north of the point, by the two radii of curvature of the WGS-84 ellipsoid."""
        east, north = self._degree()
        return ((longitude - self.longitude) * east, (latitude - self.latitude) * north)

    def degrees(self, east: float, north: float) -> Point:
        """Longitude and latitude of a place so many metres east and north."""
        east_degree, north_degree = self._degree()
        return (self.longitude + east / east_degree, self.latitude + north / north_degree)

    def _degree(self) -> tuple[float, float]:
        """How long a degree of longitude and one of latitude are here."""
        turn = math.radians(1)
        bend = 1 - WGS84_E2 * math.sin(math.radians(self.latitude)) ** 2
        across = WGS84_A / math.sqrt(bend)
        along = WGS84_A * (1 - WGS84_E2) / bend**1.5
        return across * math.cos(math.radians(self.latitude)) * turn, along * turn


@dataclass(frozen=True, slots=True)
class Fit:
    """east = a·x + b·y + c, north = d·x + e·y + f, from metres on the plan to metres round `flat`. `residuals` are how
    far each control point lies from where the fit puts it, in metres. `similarity` is what turning and stretching alone
    would do best (of the plan turned over, where the fit is mirrored): its length is the scale, its angle the turn."""

    flat: Flat
    a: float
    b: float
    c: float
    d: float
    e: float
    f: float
    residuals: tuple[float, ...]
    similarity: complex

    @property
    def mirrored(self) -> bool:
        """Whether the plan would have to be turned over: then two points were mixed up, or y runs downwards."""
        return self.a * self.e - self.b * self.d < 0

    @property
    def scale(self) -> float:
        """How many metres of the earth a metre of the plan is; 1 where the plan's scale is true."""
        return abs(self.similarity)

    @property
    def rotation_deg(self) -> float:
        """By how much the plan's x axis is turned from east, counter-clockwise, −180 to 180."""
        return math.degrees(cmath.phase(self.similarity))

    @property
    def worst(self) -> float:
        """The largest residual, in metres."""
        return max(self.residuals)

    def earth(self, x: float, y: float) -> Point:
        """Longitude and latitude of a place on the plan."""
        return self.flat.degrees(self.a * x + self.b * y + self.c, self.d * x + self.e * y + self.f)

    def plan(self, longitude: float, latitude: float) -> Point:
        """The place on the plan, in metres, of a longitude and latitude of the same datum."""
        east, north = self.flat.metres(longitude, latitude)
        east, north, area = east - self.c, north - self.f, self.a * self.e - self.b * self.d
        return ((self.e * east - self.b * north) / area, (self.a * north - self.d * east) / area)

    def doubts(self) -> tuple[str, ...]:
        """What a person should look at again: mirrored, scale, residual."""
        found = {
            "mirrored": self.mirrored,
            "scale": abs(self.scale - 1) > SCALE_OFF,
            "residual": self.worst > RESIDUAL_M,
        }
        return tuple(name for name, so in found.items() if so)


def fitted(points: Sequence[Known]) -> Fit:
    """The affine map that leaves the least sum of squared residuals on the earth. Raises Refused: position_too_few,
    position_on_a_line (on the plan or on the earth, where a direction would be left open)."""
    if len(points) < 3:
        raise Refused("position_too_few", least=3, count=len(points))
    count = len(points)
    flat = Flat(sum(one.longitude for one in points) / count, sum(one.latitude for one in points) / count)
    earth = [flat.metres(one.longitude, one.latitude) for one in points]
    plan = [(one.x, one.y) for one in points]
    if _on_a_line(plan) or _on_a_line(earth):
        raise Refused("position_on_a_line")
    mx, my = sum(x for x, _ in plan) / count, sum(y for _, y in plan) / count
    a, b = _slopes(plan, [east for east, _ in earth])
    d, e = _slopes(plan, [north for _, north in earth])
    c, f = -a * mx - b * my, -d * mx - e * my  # the middle of the points on the earth is (0, 0)
    residuals = tuple(
        math.hypot(a * x + b * y + c - east, d * x + e * y + f - north)
        for (x, y), (east, north) in zip(plan, earth, strict=True)
    )
    over = [complex(x - mx, (my - y) if a * e < b * d else (y - my)) for x, y in plan]
    turn = sum(z.conjugate() * complex(*at) for z, at in zip(over, earth, strict=True)) / sum(abs(z) ** 2 for z in over)
    return Fit(flat, a, b, c, d, e, f, residuals, turn)


def _slopes(plan: Sequence[Point], values: Sequence[float]) -> tuple[float, float]:
    """Of the plane that fits values (of mean 0) over the plan best."""
    count = len(plan)
    mx, my = sum(x for x, _ in plan) / count, sum(y for _, y in plan) / count
    xx = sum((x - mx) ** 2 for x, _ in plan)
    yy = sum((y - my) ** 2 for _, y in plan)
    xy = sum((x - mx) * (y - my) for x, y in plan)
    xv = sum((x - mx) * value for (x, _), value in zip(plan, values, strict=True))
    yv = sum((y - my) * value for (_, y), value in zip(plan, values, strict=True))
    area = xx * yy - xy * xy
    return (xv * yy - yv * xy) / area, (yv * xx - xv * xy) / area


def _on_a_line(points: Sequence[Point]) -> bool:
    """Whether their spread across is next to nothing beside that along (the two axes of inertia)."""
    count = len(points)
    mx, my = sum(x for x, _ in points) / count, sum(y for _, y in points) / count
    xx = sum((x - mx) ** 2 for x, _ in points)
    yy = sum((y - my) ** 2 for _, y in points)
    xy = sum((x - mx) * (y - my) for x, y in points)
    root = math.hypot(xx - yy, 2 * xy)
    return xx + yy - root <= LEAST_SPREAD**2 * (xx + yy + root)


def to_gcj02(longitude: float, latitude: float) -> Point:
    """A WGS-84 place in GCJ-02, by the published formula. It is applied to whatever is given: whether a place may be
    shifted at all is the caller's to know."""
    x, y = longitude - 105.0, latitude - 35.0
    east = 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * math.sqrt(abs(x)) + _waves(x)
    east += (20 * _sine(x) + 40 * _sine(x / 3)) * 2 / 3 + (150 * _sine(x / 12) + 300 * _sine(x / 30)) * 2 / 3
    north = -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * math.sqrt(abs(x)) + _waves(x)
    north += (20 * _sine(y) + 40 * _sine(y / 3)) * 2 / 3 + (160 * _sine(y / 12) + 320 * _sine(y / 30)) * 2 / 3
    bend = 1 - GCJ_E2 * math.sin(math.radians(latitude)) ** 2
    along = math.radians(1) * GCJ_A * (1 - GCJ_E2) / bend**1.5
    across = math.radians(1) * GCJ_A / math.sqrt(bend) * math.cos(math.radians(latitude))
    return (longitude + east / across, latitude + north / along)


def _sine(half_turns: float) -> float:
    return math.sin(half_turns * math.pi)


def _waves(x: float) -> float:
    return (20 * _sine(6 * x) + 20 * _sine(2 * x)) * 2 / 3


def to_wgs84(longitude: float, latitude: float) -> Point:
    """A GCJ-02 place in WGS-84: the formula turned round by iteration, to less than a millimetre."""
    guess = (longitude, latitude)
    for _ in range(8):
        there = to_gcj02(*guess)
        guess = (guess[0] + longitude - there[0], guess[1] + latitude - there[1])
    return guess


def in_rectangle_of_china(longitude: float, latitude: float) -> bool:
    """The rectangle that common libraries decide by; it holds Seoul and Hanoi too, so it never decides alone."""
    return GCJ_WEST <= longitude <= GCJ_EAST and GCJ_SOUTH <= latitude <= GCJ_NORTH


class Spot(NamedTuple):
    """Where a fix lies on the plan, in metres, how far off the plan it is (0 within), and whether that is too far."""

    x: float
    y: float
    off_m: float
    far: bool


def placed(floor: Any, longitude: float, latitude: float, datum: str) -> Spot:
    """A fix on a floor that has its position. It is shifted where its datum is the other one, but only near the site:
    within the rectangle alone says nothing. Raises Refused: position_unset, and what `fitted` raises."""
    if not floor.control_points:
        raise Refused("position_unset", name=floor.name)
    fit = fitted(floor.control_points)
    off = _off_plan(floor, *fit.plan(longitude, latitude), fit.scale)
    if datum != floor.datum and off <= SITE_M and in_rectangle_of_china(longitude, latitude):
        longitude, latitude = (to_gcj02 if floor.datum == "gcj02" else to_wgs84)(longitude, latitude)
    x, y = fit.plan(longitude, latitude)
    off = _off_plan(floor, x, y, fit.scale)
    return Spot(x, y, off, off > FAR_M)


def _off_plan(floor: Any, x: float, y: float, scale: float) -> float:
    """Metres on the earth between a place and the floor's rectangle."""
    return scale * math.hypot(max(-x, 0.0, x - floor.width_m), max(-y, 0.0, y - floor.height_m))


def zones_at(spot: Spot, outlines: Iterable[tuple[str, Polygon]]) -> tuple[str, ...]:
    """The ids of the zones that a place lies in; none for a fix that is too far off."""
    return () if spot.far else tuple(id_ for id_, polygon in outlines if contains(polygon, (spot.x, spot.y)))
