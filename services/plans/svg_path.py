"""Path data and transforms of SVG, as points: curves cut into short chords.

After the grammar of SVG 1.1, chapters 7.6 and 8.3; elliptical arcs after its implementation notes F.6.5."""

import math
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

Point = tuple[float, float]
NUMBER = r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?"
NUMBERS = re.compile(NUMBER)
TOKENS = re.compile(rf"[MmZzLlHhVvCcSsQqTtAa]|{NUMBER}")
TRANSFORM = re.compile(r"(matrix|translate|scale|rotate|skewX|skewY)\s*\(([^)]*)\)")
TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
CHORDS = 16  # of one Bézier curve
TURN = math.radians(7.5)  # of one chord of an arc


class Matrix(NamedTuple):
    """x' = a·x + c·y + e, y' = b·x + d·y + f."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def of(self, point: Point) -> Point:
        """Where a point comes to lie."""
        x, y = point
        return (self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f)

    def then_inner(self, inner: "Matrix") -> "Matrix":
        """The map that applies `inner` first, as a child's transform is within its parent's."""
        a, b = self.a * inner.a + self.c * inner.b, self.b * inner.a + self.d * inner.b
        c, d = self.a * inner.c + self.c * inner.d, self.b * inner.c + self.d * inner.d
        return Matrix(a, b, c, d, *self.of((inner.e, inner.f)))

    @property
    def stretch(self) -> float:
        """How much longer lengths become, on the whole."""
        return math.sqrt(abs(self.a * self.d - self.b * self.c))


def transform_of(text: str) -> Matrix:
    """The map that a `transform` attribute names; parts that are not understood count as none."""
    whole = Matrix()
    for kind, inside in TRANSFORM.findall(text):
        values = [float(number) for number in NUMBERS.findall(inside)]
        part = _part(kind, values)
        if part is not None:
            whole = whole.then_inner(part)
    return whole


def _part(kind: str, v: list[float]) -> Matrix | None:
    if kind == "matrix" and len(v) == 6:
        return Matrix(*v)
    if not v:
        return None
    if kind == "translate":
        return Matrix(e=v[0], f=v[1] if len(v) > 1 else 0.0)
    if kind == "scale":
        return Matrix(a=v[0], d=v[1] if len(v) > 1 else v[0])
    turn = math.tan(math.radians(v[0])) if kind.startswith("skew") else math.radians(v[0])
    if kind == "skewX":
        return Matrix(c=turn)
    if kind == "skewY":
        return Matrix(b=turn)
    c, s = math.cos(turn), math.sin(turn)
    x, y = v[1:3] if len(v) >= 3 else (0.0, 0.0)
    return Matrix(c, s, -s, c, x - c * x + s * y, y - s * x - c * y)


def subpaths(data: str) -> Iterator[tuple[list[Point], bool]]:
    """The runs of points of a path's data, and whether each is closed. What comes after an error is left out."""
    pen = Pen()
    for command, values in _commands(data):
        yield from pen.move(command, values)
    yield from pen.lifted(closed=False)


def _commands(data: str) -> Iterator[tuple[str, list[float]]]:
    """Each command with its numbers; repeated numbers repeat the command, and after a move they are lines."""
    command, values = "", list[float]()
    for token in TOKENS.findall(data):
        if token.upper() in TAKES:
            command, values = token, []
            if token in "Zz":
                yield token, []
            continue
        if not command or command in "Zz":
            return
        values.append(float(token))
        if len(values) == TAKES[command.upper()]:
            yield command, values
            command = {"M": "L", "m": "l"}.get(command, command)
            values = []


class Pen:
    """Where the pen is, and the control point that a smooth curve reflects."""

    def __init__(self) -> None:
        self._run: list[Point] = []
        self._at = self._start = (0.0, 0.0)
        self._steer: Point | None = None
        self._smooth = ""

    def move(self, command: str, values: list[float]) -> Iterator[tuple[list[Point], bool]]:
        """Draws one command; gives the run that it ends."""
        kind = command.upper()
        if kind == "Z":
            yield from self.lifted(closed=True)
            self._at, self._run = self._start, []
            return
        if kind == "M":
            yield from self.lifted(closed=False)
            self._at = self._start = self._ends(command, values)[0]
            self._run = [self._at]
            return
        if not self._run:
            self._run = [self._at]
        self._line(command, kind, values)

    def lifted(self, closed: bool) -> Iterator[tuple[list[Point], bool]]:
        """The run drawn so far."""
        if len(self._run) > 1:
            run = self._run[:-1] if closed and len(self._run) > 2 and self._run[0] == self._run[-1] else self._run
            yield run, closed
        self._run, self._steer = [], None

    def _ends(self, command: str, values: list[float]) -> list[Point]:
        x, y = self._at if command.islower() else (0.0, 0.0)
        return [(x + a, y + b) for a, b in zip(values[::2], values[1::2], strict=True)]

    def _line(self, command: str, kind: str, values: list[float]) -> None:
        steer = None
        if kind in "HV":
            here = self._at[0 if kind == "H" else 1] if command.islower() else 0.0
            points = [(here + values[0], self._at[1]) if kind == "H" else (self._at[0], here + values[0])]
        elif kind == "A":
            end = self._ends(command, values[5:])[0]
            points = list(arc(self._at, end, values[0], values[1], values[2], values[3] != 0, values[4] != 0))
        elif kind == "L":
            points = self._ends(command, values)
        else:
            controls = self._ends(command, values)
            if kind in "ST":
                controls.insert(0, self._reflected(kind))
            points, steer = list(bezier([self._at, *controls])), controls[-2]
        self._run.extend(points)
        self._at, self._steer, self._smooth = points[-1], steer, {"S": "C", "T": "Q"}.get(kind, kind)

    def _reflected(self, kind: str) -> Point:
        if self._steer is None or self._smooth != {"S": "C", "T": "Q"}[kind]:
            return self._at
        return (2 * self._at[0] - self._steer[0], 2 * self._at[1] - self._steer[1])


def bezier(controls: list[Point], chords: int = CHORDS) -> Iterator[Point]:
    """Points of a Bézier curve of any degree after its first one (de Casteljau)."""
    for place in range(1, chords + 1):
        t, row = place / chords, controls
        while len(row) > 1:
            row = [(a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t) for a, b in pairwise(row)]
        yield row[0]


def arc(start: Point, end: Point, rx: float, ry: float, turn_deg: float, large: bool, sweep: bool) -> Iterator[Point]:
    """Points of an elliptical arc after its start, the end among them."""
    rx, ry = abs(rx), abs(ry)
    if start == end or not rx or not ry:
        yield end
        return
    c, s = math.cos(math.radians(turn_deg)), math.sin(math.radians(turn_deg))
    dx, dy = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    x, y = c * dx + s * dy, c * dy - s * dx
    grown = math.sqrt(max((x / rx) ** 2 + (y / ry) ** 2, 1.0))
    rx, ry = rx * grown, ry * grown
    inside = (rx * ry) ** 2 - (rx * y) ** 2 - (ry * x) ** 2
    lift = math.sqrt(max(inside, 0.0) / ((rx * y) ** 2 + (ry * x) ** 2)) * (-1 if large == sweep else 1)
    px, py = lift * rx * y / ry, -lift * ry * x / rx
    cx, cy = c * px - s * py + (start[0] + end[0]) / 2, s * px + c * py + (start[1] + end[1]) / 2
    first = math.atan2((y - py) / ry, (x - px) / rx)
    swept = (math.atan2((-y - py) / ry, (-x - px) / rx) - first) % math.tau
    if not sweep:
        swept -= math.tau
    count = max(math.ceil(abs(swept) / TURN), 1)
    for place in range(1, count):
        angle = first + swept * place / count
        ex, ey = rx * math.cos(angle), ry * math.sin(angle)
        yield (cx + c * ex - s * ey, cy + s * ex + c * ey)
    yield end
