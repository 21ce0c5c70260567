"""Zones on paper: fill, hatch, frame, and a plate with name, class, sign and words. Never colour alone: what is printed
grey, or read by who does not see colours, still says all of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from services.core.geometry import Point, Polygon
from services.core.inside import Rectangle, bounds, overlap, room_inside
from services.reports.inks import LEVEL_SHARE, LEVELS, PANEL, STATUS, STATUS_FILL, STATUS_SHARE, TEXT
from services.reports.label_sheets import Box
from services.reports.names import Layer
from services.reports.pen import Pen, height_of, wrapped
from services.reports.plan_facts import PlanZone
from services.reports.typeset import width_mm
from services.words import say

SIZES = (11.0, 9.5, 8.0, 7.0, 6.0, 5.2)  # of names, in points on A4
NUMBER_PT = 6.5
PAD = 1.0
SECOND = 0.8  # size of the second line, seen from the name
# lines of a hatch: (spacing in mm, slope up or down); red is the closest, blue has none
LEVEL_HATCH = {"red": ((2.2, 1), (2.2, -1)), "orange": ((2.2, 1),), "yellow": ((4.4, -1),), "blue": ()}
STATUS_HATCH = {"overdue": ((2.2, 1), (2.2, -1)), "pending": ((3.0, 1),), "unknown": ((5.0, -1),), "normal": ()}
FRAME = {"overdue": 0.9, "pending": 0.6, "unknown": 0.4, "normal": 0.3}


@dataclass(frozen=True, slots=True)
class Plate:
    """Where a zone's words stand: the box on paper, the lines of its name and their size. `number` where there is no
    room for the name, which then stands in the key."""

    zone: PlanZone
    box: Box
    lines: tuple[str, ...]
    pt: float
    number: int = 0


def words_of(zone: PlanZone, layer: Layer, lang: str) -> str:
    """What a plate says under the name."""
    level, status = say(f"risk.level.{zone.level}", lang), say(f"sheet.status.{zone.status}", lang)
    return {"risk": level, "status": status, "both": f"{level} · {status}"}[layer]


def plates(
    zones: Sequence[PlanZone],
    outlines: Mapping[str, Polygon],
    symbols: Sequence[Rectangle],
    layer: Layer,
    letters: float,
    lang: str,
    numbers: Mapping[str, int],
) -> list[Plate]:
    """A plate for every zone, as large as goes; those that have no room for a name are numbered on from `numbers`,
    which hold those that other sheets gave. `outlines` are what of a zone is seen, on paper; no plate lies over one
    of the `symbols` where a smaller one need not."""
    made: list[Plate] = []
    given = dict(numbers)
    for at, zone in enumerate(zones):
        own = outlines[zone.id]
        within = [bounds([outlines[other.id]]) for other in zones[at + 1 :]]
        taken = [*within, *(_corners(plate.box) for plate in made), *symbols]
        taken = [box for box in taken if overlap(box, bounds([own]))]
        found = _named(zone, own, taken, letters, words_of(zone, layer, lang))
        if found is None:
            found = _numbered(zone, own, taken, letters, given.setdefault(zone.id, len(given) + 1))
        made.append(found)
    return made


def _corners(box: Box) -> Rectangle:
    return box.x, box.y, box.right, box.bottom


def _named(zone: PlanZone, outline: Polygon, taken: list[Rectangle], letters: float, second: str) -> Plate | None:
    x0, _, x1, _ = bounds([outline])
    for size in SIZES:
        pt = size * letters
        least = _second_width(second, pt * SECOND) + 2 * PAD
        whole = width_mm(zone.name, pt, 700) + 2 * PAD
        for width in dict.fromkeys((max(whole, least), max(whole * 0.56, least), least)):
            if width > x1 - x0:
                continue
            lines = tuple(wrapped(zone.name, width - 2 * PAD + 0.01, pt, 700))
            if len(lines) > 3:
                continue
            height = height_of(len(lines), pt) + height_of(1, pt * SECOND) + 2 * PAD
            at = room_inside(outline, width, height, taken)
            if at is not None:
                return Plate(zone, Box(at[0] - width / 2, at[1] - height / 2, width, height), lines, pt)
    return None


def _second_width(second: str, pt: float) -> float:
    """Badge, sign and words, with what lies between."""
    return width_mm(second, pt, 400) + 2 * height_of(1, pt) + 1.0


def _numbered(zone: PlanZone, outline: Polygon, taken: list[Rectangle], letters: float, number: int) -> Plate:
    pt = NUMBER_PT * letters
    side = height_of(1, pt) + 0.6
    for shrunk in (1.0, 0.75, 0.5):
        at = room_inside(outline, side * shrunk, side * shrunk, taken)
        if at is not None:
            break
    else:
        x0, y0, x1, y1 = bounds([outline])
        at, shrunk = ((x0 + x1) / 2, (y0 + y1) / 2), 0.5
    side *= shrunk
    return Plate(zone, Box(at[0] - side / 2, at[1] - side / 2, side, side), (), pt * shrunk, number)


def draw_area(
    pen: Pen, zone: PlanZone, outline: Sequence[Point], inner: Sequence[Polygon], layer: Layer, letters: float
) -> None:
    """Fill, hatch and frame, all inside of the outline and outside of the zones in it, which have their own; hatch
    and frame grow with the letters."""
    level = LEVELS[zone.level].ground
    if layer == "status":
        pen.outline(outline, fill=STATUS_FILL[zone.status], share=STATUS_SHARE[zone.status], holes=inner)
    else:
        pen.outline(outline, fill=level, share=LEVEL_SHARE, holes=inner)
    hatch = LEVEL_HATCH[zone.level] if layer == "risk" else STATUS_HATCH[zone.status]
    ink = TEXT if layer != "status" else STATUS[zone.status]
    frame = level if layer == "risk" else STATUS[zone.status]
    width = 0.6 if layer == "risk" else FRAME[zone.status]
    dash = (2.0, 1.2) if layer != "risk" and zone.status == "unknown" else ()
    with pen.clipped(pen.path(outline, *inner)):
        for spacing, slope in hatch:
            _hatch(pen, bounds([tuple(outline)]), spacing * letters, slope, ink)
        pen.outline(
            outline, stroke=frame, width=2 * width * letters, dash=dash
        )  # half of it lies outside and is clipped


def _hatch(pen: Pen, box: Rectangle, spacing: float, slope: int, ink: str) -> None:
    x0, y0, x1, y1 = box
    tall, step = y1 - y0, spacing * 2**0.5
    pen.canvas.saveState()
    pen.canvas.setStrokeAlpha(0.28)
    at = x0 - tall
    while at < x1:
        a, b = ((at, y1), (at + tall, y0)) if slope > 0 else ((at, y0), (at + tall, y1))
        pen.line(a, b, ink, 0.12)
        at += step
    pen.canvas.restoreState()


def draw_plate(pen: Pen, plate: Plate, layer: Layer) -> None:
    """The plate on its white ground."""
    zone, box = plate.zone, plate.box
    ink = LEVELS[zone.level].ground if layer == "risk" else STATUS[zone.status]
    pen.rect(box, PANEL, ink, 0.25, radius=0.8)
    if plate.number:
        pen.lines(box, str(plate.number), plate.pt, 700, align="middle", middle=True)
        return
    top = box.y + PAD
    names = Box(box.x, top, box.width, height_of(len(plate.lines), plate.pt))
    pen.lines(names, "\n".join(plate.lines), plate.pt, 700, align="middle")
    pt = plate.pt * SECOND
    second = words_of(zone, layer, pen.lang)
    line = Box(box.x, names.bottom, box.width, height_of(1, pt))
    side = line.height * 0.82
    whole = 2 * side + 1.0 + width_mm(second, pt)
    left = box.x + (box.width - whole) / 2
    y = line.y + (line.height - side) / 2
    draw_badge(pen, Box(left, y, side, side), zone.zone_class)
    mark = Box(left + side + 0.5, y, side, side)
    if layer == "risk":
        draw_level(pen, mark.shrunk(side * 0.12), zone.level)
    else:
        draw_sign(pen, mark.shrunk(side * 0.12), zone.status)
    pen.lines(Box(mark.right + 0.5, line.y, width_mm(second, pt) + 0.2, line.height), second, pt, middle=True)


def draw_badge(pen: Pen, box: Box, letter: str) -> None:
    """The class: a letter in a square."""
    pen.rect(box, PANEL, TEXT, box.width * 0.08, radius=box.width * 0.16)
    pen.lines(box, letter, box.height * 1.9, 700, align="middle", middle=True)


def draw_level(pen: Pen, box: Box, level: str, *, hatched: bool = True) -> None:
    """A level's colour with its hatch, unless the hatch tells something else on this plan."""
    pen.rect(box, LEVELS[level].ground)
    with pen.clipped(pen.box_path(box)):
        for spacing, slope in LEVEL_HATCH[level] if hatched else ():
            _hatch(pen, _corners(box), spacing / 2, slope, TEXT)


def draw_status(pen: Pen, box: Box, status: str, *, filled: bool) -> None:
    """A status as zones show it: hatch and frame, and its fill where that tells the status and not the level."""
    corners = ((box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom))
    pen.outline(corners, STATUS_FILL[status] if filled else "", STATUS[status], 0.2, share=STATUS_SHARE[status])
    with pen.clipped(pen.box_path(box)):
        for spacing, slope in STATUS_HATCH[status]:
            _hatch(pen, _corners(box), spacing / 2, slope, STATUS[status] if filled else TEXT)


def draw_sign(pen: Pen, box: Box, status: str) -> None:
    """The sign of a status: a circle, a triangle, a square, a ring."""
    ink, middle = STATUS[status], (box.x + box.width / 2, box.y + box.height / 2)
    if status == "normal":
        pen.circle(middle, box.width / 2, fill=ink)
    elif status == "pending":
        pen.outline([(middle[0], box.y), (box.right, box.bottom), (box.x, box.bottom)], fill=ink)
    elif status == "overdue":
        pen.rect(box, ink)
    else:
        pen.circle(middle, box.width / 2 * 0.85, stroke=ink, width=box.width * 0.14)
