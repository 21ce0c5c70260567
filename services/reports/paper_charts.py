"""Charts on paper: a course of months with what is ordinary, bars by size, a week by its hours."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from services.core.geometry import Point
from services.core.round_figures import PARTS, nice_top
from services.reports.inks import ACCENT, LINE, MUTED, STATUS, TEXT
from services.reports.label_sheets import Box
from services.reports.pen import Pen

TITLE, PT, SMALL = 6.0, 7.0, 6.0
SIDE, FOOT = 9.0, 5.0  # mm for the figures of the axes


@dataclass(frozen=True, slots=True)
class Spot:
    """One place of a course: what it is called, its value (None: there is none), and the ordinary below and above."""

    name: str
    value: float | None
    low: float | None = None
    high: float | None = None

    @property
    def out(self) -> bool:
        """Whether the value is out of the ordinary."""
        return self.value is not None and self.low is not None and not self.low <= self.value <= (self.high or 0)


def titled(pen: Pen, box: Box, title: str) -> Box:
    """Writes a chart's title; answers the room below."""
    pen.lines(Box(box.x, box.y, box.width, TITLE - 1), title, 8, 700)
    return Box(box.x, box.y + TITLE, box.width, box.height - TITLE)


def draw_course(pen: Pen, box: Box, title: str, spots: Sequence[Spot], most: float | None = None) -> None:
    """Values one after the other, joined by a line; dashed what is ordinary, red and larger what is not. `most` is the
    top of the axis, where that is known."""
    room = titled(pen, box, title)
    field = Box(room.x + SIDE, room.y + 1, room.width - SIDE, room.height - FOOT - 1)
    known = [v for spot in spots for v in (spot.value, spot.high) if v is not None]
    top = most or nice_top(max([0.0, *known]))
    _grid(pen, field, top)
    step = field.width / max(len(spots), 1)

    def at(place: int, value: float) -> Point:
        return field.x + (place + 0.5) * step, field.bottom - field.height * min(value / top, 1.0)

    every = max(1, round(len(spots) / 6))
    for place, spot in enumerate(spots):
        if place % every == 0:
            pen.text(at(place, 0)[0], field.bottom + 3.6, spot.name, SMALL, 400, MUTED, "middle")
    for a, b in _pairs(spots, "low") + _pairs(spots, "high"):
        pen.line(at(*a), at(*b), MUTED, 0.2, (1.0, 0.8))
    for a, b in _pairs(spots, "value"):
        pen.line(at(*a), at(*b), ACCENT, 0.45)
    for place, spot in enumerate(spots):
        if spot.value is not None:
            ink = STATUS["overdue"] if spot.out else ACCENT
            pen.circle(at(place, spot.value), 1.0 if spot.out else 0.6, ink)


def _pairs(spots: Sequence[Spot], name: str) -> list[tuple[tuple[int, float], tuple[int, float]]]:
    """Neighbours that both have a value."""
    values = [(place, getattr(spot, name)) for place, spot in enumerate(spots)]
    return [(a, b) for a, b in itertools.pairwise(values) if a[1] is not None and b[1] is not None]


def _grid(pen: Pen, field: Box, top: float) -> None:
    for part in range(PARTS + 1):
        y = field.bottom - field.height * part / PARTS
        pen.line((field.x, y), (field.right, y), LINE, 0.15)
        pen.text(field.x - 1.2, y + 0.8, f"{top * part / PARTS:g}", SMALL, 400, MUTED, "right")


def draw_bars(pen: Pen, box: Box, title: str, bars: Sequence[tuple[str, float, str]]) -> None:
    """Bars below each other, each as its name, its length and what is said at its end."""
    room = titled(pen, box, title)
    if not bars:
        return
    names, said = room.width * 0.3, 16.0
    field = Box(room.x + names, room.y, room.width - names - said, room.height)
    step, top = min(room.height / len(bars), 7.0), max(value for _, value, _ in bars) or 1.0
    for place, (name, value, text) in enumerate(bars):
        y = field.y + place * step
        long = field.width * value / top
        pen.lines(Box(room.x, y, names - 2, step), name, PT, 400, TEXT, "right", middle=True)
        pen.rect(Box(field.x, y + step * 0.18, max(long, 0.3), step * 0.64), ACCENT)
        pen.lines(Box(field.x + long + 1, y, said, step), text, PT, 400, MUTED, middle=True)


def draw_week(pen: Pen, box: Box, title: str, days: Sequence[str], week: Sequence[Sequence[int]]) -> None:
    """A row a weekday, a column an hour; the more, the darker, and the figure in it."""
    room = titled(pen, box, title)
    field = Box(room.x + SIDE, room.y, room.width - SIDE, room.height - FOOT)
    wide, tall = field.width / 24, field.height / 7
    top = max((count for day in week for count in day), default=0) or 1
    for row, (name, counts) in enumerate(zip(days, week, strict=True)):
        y = field.y + row * tall
        pen.lines(Box(room.x, y, SIDE - 1, tall), name, PT, 400, MUTED, "right", middle=True)
        for hour, count in enumerate(counts):
            cell = Box(field.x + hour * wide, y, wide, tall).shrunk(0.15)
            corners = [(cell.x, cell.y), (cell.right, cell.y), (cell.right, cell.bottom), (cell.x, cell.bottom)]
            pen.outline(corners, ACCENT if count else LINE, share=0.12 + 0.88 * count / top if count else 0.35)
            if count:
                ink = "#FFFFFF" if count / top > 0.5 else TEXT
                pen.lines(cell, str(count), SMALL, 400, ink, "middle", middle=True)
    for hour in range(0, 24, 3):
        pen.text(field.x + hour * wide, field.bottom + 3.6, f"{hour}:00", SMALL, 400, MUTED)
