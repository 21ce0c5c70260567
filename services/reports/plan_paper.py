"""Papers from A4 to A1, the scales that drawings are made in, and which part of a plan comes on which sheet.

Lengths on paper in millimetres from the page's upper left corner, y downwards; on the plan in metres, y upwards."""

import math
from dataclasses import dataclass

from services.core.inside import Rectangle
from services.core.refused import Refused
from services.reports.label_sheets import Box
from services.reports.names import PAPERS

LETTERS = {"A4": 1.0, "A3": 1.2, "A2": 1.6, "A1": 2.2}  # large sheets hang on walls and are read from farther away
SCALES = (20, 25, 50, 75, 100, 150, 200, 250, 300, 400, 500, 750, 1000, 1500, 2000, 2500, 5000, 10_000)
LARGEST_SCALE = 1_000_000
MARGIN = 10.0  # what office printers leave white, and a little more
HEAD, BAND, BLOCK = 13.0, 33.0, 116.0  # on A4: the heading, the legend and the title block below, the block's width
NARROW_BLOCK = 108.0  # on A4 upright
PADDING = 6.0  # between the field's frame and the plan: room for the figures of the ruler
OVERLAP = 10.0  # that neighbouring sheets of one plan share
MOST_SHEETS = 100


@dataclass(frozen=True, slots=True)
class Page:
    """One paper laid out. `letters` is how much larger than on A4 everything written is."""

    paper: str
    landscape: bool
    width: float
    height: float
    letters: float
    head: Box
    field: Box
    legend: Box
    block: Box

    @property
    def room(self) -> Box:
        """Where the plan itself may come to lie."""
        return self.field.shrunk(PADDING * self.letters)


@dataclass(frozen=True, slots=True)
class Tile:
    """One sheet of a plan: its place among the others from 0, and the point of the plan, in metres, that comes to lie
    at (`left`, `bottom`) on the paper."""

    column: int
    row: int
    x: float
    y: float
    left: float
    bottom: float

    @property
    def name(self) -> str:
        """A1 is the upper left one, B1 the one to its right."""
        return f"{'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[self.column % 26]}{self.row + 1}"


def page_of(paper: str, landscape: bool) -> Page:
    """A paper of PAPERS, laid out."""
    short, long = PAPERS[paper]
    width, height = (long, short) if landscape else (short, long)
    letters = LETTERS[paper]
    left, right, top, bottom = MARGIN, width - MARGIN, MARGIN, height - MARGIN
    head, band = HEAD * letters, BAND * letters
    block = (BLOCK if landscape else NARROW_BLOCK) * letters
    return Page(
        paper=paper,
        landscape=landscape,
        width=width,
        height=height,
        letters=letters,
        head=Box(left, top, right - left, head),
        field=Box(left, top + head, right - left, bottom - band - top - head),
        legend=Box(left, bottom - band, right - left - block, band),
        block=Box(right - block, bottom - band, block, band),
    )


def fits(extent: Rectangle, page: Page, scale: int) -> bool:
    """Whether all of the plan comes on one sheet."""
    wide, high = _on_paper(extent, scale)
    return wide <= page.room.width + 1e-6 and high <= page.room.height + 1e-6


def best_scale(extent: Rectangle, page: Page) -> int:
    """The largest of the scales that people draw in at which all of the plan comes on one sheet."""
    for scale in SCALES:
        if fits(extent, page, scale):
            return scale
    wide, high = _on_paper(extent, 1)
    return math.ceil(max(wide / page.room.width, high / page.room.height) / 1000) * 1000


def sheets(extent: Rectangle, page: Page, scale: int, *, tiled: bool) -> tuple[Tile, ...]:
    """The sheets that the plan takes, row by row. Raises Refused: plan_sheet.too_large, where it takes more than one
    and `tiled` does not allow it; plan_sheet.too_many."""
    if not 1 <= scale <= LARGEST_SCALE:
        raise Refused("plan_sheet.scale_wrong", scale=scale, most=LARGEST_SCALE)
    room = page.room
    if fits(extent, page, scale):
        wide, high = _on_paper(extent, scale)
        left, bottom = room.x + (room.width - wide) / 2, room.bottom - (room.height - high) / 2
        return (Tile(0, 0, extent[0], extent[1], left, bottom),)
    if not tiled:
        raise Refused("plan_sheet.too_large", scale=scale, paper=page.paper, proposed=best_scale(extent, page))
    metres = scale / 1000
    step_x, step_y = (room.width - OVERLAP) * metres, (room.height - OVERLAP) * metres
    columns = max(1, math.ceil((extent[2] - extent[0] - OVERLAP * metres) / step_x - 1e-9))
    rows = max(1, math.ceil((extent[3] - extent[1] - OVERLAP * metres) / step_y - 1e-9))
    if columns * rows > MOST_SHEETS:
        raise Refused("plan_sheet.too_many", sheets=columns * rows, most=MOST_SHEETS)
    top = extent[3] - room.height * metres
    return tuple(
        Tile(column, row, extent[0] + column * step_x, top - row * step_y, room.x, room.bottom)
        for row in range(rows)
        for column in range(columns)
    )


def _on_paper(extent: Rectangle, scale: int) -> tuple[float, float]:
    return (extent[2] - extent[0]) * 1000 / scale, (extent[3] - extent[1]) * 1000 / scale
