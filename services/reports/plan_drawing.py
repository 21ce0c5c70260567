"""A floor's drawing on paper: quiet grey lines under the zones, and those of its words that no zone covers."""

import math
from typing import Any

from services.core.geometry import Point, Polygon, contains
from services.plans.drawing import Drawing, Path, Text
from services.reports.fonts import drawable
from services.reports.inks import FURNITURE, FURNITURE_FILL, MUTED, WALL, WALL_FILL
from services.reports.label_sheets import MM_PER_PT
from services.reports.pen import Pen
from services.reports.typeset import face_name, width_mm

WALLS = ("wall", "column", "concr", "墙", "柱", "pillar")
WALL_MM, LINE_MM = 0.28, 0.13
CAPITAL = 0.73  # of the size of letters
LEAST_PT, MOST_PT = 3.5, 40.0


class Place:
    """From metres on the plan to millimetres on the paper."""

    def __init__(self, x: float, y: float, left: float, bottom: float, scale: int) -> None:
        self._x, self._y, self._left, self._bottom = x, y, left, bottom
        self.mm = 1000 / scale  # of paper, for a metre

    def at(self, x: float, y: float) -> Point:
        """Where a place on the plan comes to lie."""
        return self._left + (x - self._x) * self.mm, self._bottom - (y - self._y) * self.mm

    def outline(self, polygon: Polygon) -> list[Point]:
        """The same for an outline."""
        return [self.at(x, y) for x, y in polygon]


def draw_drawing(pen: Pen, drawing: Drawing, place: Place, covered: list[Polygon]) -> None:
    """Fills below, then lines, then words; layers that were off in the file stay off."""
    unseen = {layer.name for layer in drawing.layers if not layer.visible}
    paths = [path for path in drawing.paths if path.layer not in unseen]
    filled = [path for path in paths if path.filled]
    for group in _looks(filled):
        pen.canvas.setFillColor(WALL_FILL if _wall(group[0]) else FURNITURE_FILL)
        pen.canvas.drawPath(_joined(pen, group, place), stroke=0, fill=1, fillMode=1)
    for group in _looks([path for path in paths if not path.filled]):
        wall = _wall(group[0])
        pen.canvas.setStrokeColor(WALL if wall else FURNITURE)
        pen.canvas.setLineWidth((WALL_MM if wall else LINE_MM) / MM_PER_PT)
        pen.canvas.drawPath(_joined(pen, group, place), stroke=1, fill=0)
    for text in drawing.texts:
        if text.layer not in unseen and not any(contains(polygon, (text.x, text.y)) for polygon in covered):
            _letter(pen, text, place)


def _wall(path: Path) -> bool:
    return any(word in path.layer.lower() for word in WALLS)


def _looks(paths: list[Path]) -> list[list[Path]]:
    """Paths that are drawn alike, furniture before walls."""
    groups: dict[tuple[bool, str], list[Path]] = {}
    for path in paths:
        groups.setdefault((_wall(path), path.layer), []).append(path)
    return [groups[key] for key in sorted(groups)]


def _joined(pen: Pen, paths: list[Path], place: Place) -> Any:
    joined = pen.canvas.beginPath()
    for path in paths:
        for number, (x, y) in enumerate(path.corners()):
            at_x, at_y = place.at(x, y)
            (joined.lineTo if number else joined.moveTo)(at_x / MM_PER_PT, pen.y(at_y))
        if path.closed:
            joined.close()
    return joined


def _letter(pen: Pen, text: Text, place: Place) -> None:
    size = text.height_m * place.mm / MM_PER_PT / CAPITAL
    if not LEAST_PT <= size <= MOST_PT:
        return
    x, y = place.at(text.x, text.y)
    canvas, lines = pen.canvas, text.text.split("\n")
    canvas.saveState()
    canvas.translate(x / MM_PER_PT, pen.y(y))
    canvas.rotate(math.fmod(text.rotation_deg, 360))
    canvas.setFillColor(MUTED)
    canvas.setFont(face_name(400), size)
    spacing = size * 1.3
    lowest = -text.up * (CAPITAL * size + spacing * (len(lines) - 1))
    for number, line in enumerate(reversed(lines)):
        wide = width_mm(drawable(line), size) / MM_PER_PT
        canvas.drawString(-text.across * wide, lowest + number * spacing, drawable(line))
    canvas.restoreState()
