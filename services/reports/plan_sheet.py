"""The plan of a floor as a PDF at a true scale: frame with rulers, drawing, zones, symbols, legend and title block."""

from collections.abc import Callable
from dataclasses import dataclass

from services.core.geometry import centre, contains
from services.core.inside import Rectangle, bounds, clipped, overlap
from services.core.refused import Refused
from services.core.round_figures import nice
from services.plans.drawing import Drawing
from services.reports.inks import MUTED, TEXT
from services.reports.names import PAPERS, Board, Layer
from services.reports.pen import Pen
from services.reports.plan_drawing import Place, draw_drawing
from services.reports.plan_facts import PlanFacts
from services.reports.plan_legend import draw_block, draw_head, draw_key, draw_legend, draw_symbol
from services.reports.plan_paper import Page, Tile, best_scale, page_of, sheets
from services.reports.plan_zones import Plate, draw_area, draw_plate, plates

SYMBOL_MM = 2.6
TICK = 15.0  # mm between the figures of the rulers, at least

Step = Callable[[float], bool]


@dataclass(frozen=True, slots=True)
class Wanted:
    """How a plan is to be printed. `scale` 0: the largest that fits. `tiled`: on several sheets where it does not.
    `landscape` None: whichever way the plan comes out larger. `board`: not the plan, but this one of its pages."""

    paper: str = "A4"
    landscape: bool | None = None
    scale: int = 0
    layer: Layer = "status"
    drawing: bool = True
    symbols: bool = True
    tiled: bool = False
    board: Board | None = None


class GivenUp(Exception):
    """The print was cancelled while it was drawn."""


@dataclass(frozen=True, slots=True)
class Sheets:
    """A print that is ready: the PDF, its paper and its scale (0: none). `plan_sheets` of its pages show the plan, the
    others hold the key."""

    pdf: bytes
    page: Page
    scale: int
    plan_sheets: int
    pages: int


def laid_out(facts: PlanFacts, wanted: Wanted) -> tuple[Page, int, tuple[Tile, ...]]:
    """Paper, scale and sheets. Raises Refused: plan_sheet.paper_unknown, scale_wrong, too_large, too_many."""
    ways = (True, False) if wanted.landscape is None else (wanted.landscape,)
    pages = [page_of(known_paper(wanted.paper), way) for way in ways]
    page = min(pages, key=lambda one: best_scale(facts.extent, one))
    scale = wanted.scale or best_scale(facts.extent, page)
    return page, scale, sheets(facts.extent, page, scale, tiled=wanted.tiled)


def known_paper(paper: str) -> str:
    """The paper itself. Raises Refused: plan_sheet.paper_unknown."""
    if paper not in PAPERS:
        raise Refused("plan_sheet.paper_unknown", paper=paper, known=", ".join(PAPERS))
    return paper


def print_plan(
    facts: PlanFacts, drawing: Drawing | None, wanted: Wanted, lang: str, step: Step = lambda share: True
) -> Sheets:
    """The plan as a PDF. `step` hears how far it is, and answers False to give up.

    Raises Refused as `laid_out` does; GivenUp."""
    page, scale, tiles = laid_out(facts, wanted)
    pen = Pen(f"{facts.plant} · {facts.floor.place}", lang)
    keyed: dict[str, Plate] = {}
    in_legend = True
    for at, tile in enumerate(tiles):
        if not step(at / len(tiles)):
            raise GivenUp
        pen.page(page.width, page.height)
        place = Place(tile.x, tile.y, tile.left, tile.bottom, scale)
        made = _field(pen, page, place, facts, drawing if wanted.drawing else None, wanted, keyed)
        keyed |= {plate.zone.id: plate for plate in made if plate.number}
        draw_head(pen, page, facts, wanted.layer)
        shown = {one.kind for one in facts.symbols} if wanted.symbols else set()
        here = [plate for plate in made if plate.number]
        in_legend &= draw_legend(pen, page, facts, wanted.layer, scale, shown, here)
        draw_block(pen, page, facts, scale, (at + 1, len(tiles), tile.name))
    if not in_legend:
        draw_key(pen, page, facts, tuple(keyed.values()), wanted.layer)
    data = pen.data()
    if not step(1.0):
        raise GivenUp
    return Sheets(data, page, scale, len(tiles), pen.pages)


def _field(
    pen: Pen,
    page: Page,
    place: Place,
    facts: PlanFacts,
    drawing: Drawing | None,
    wanted: Wanted,
    keyed: dict[str, Plate],
) -> list[Plate]:
    """Everything inside the frame; the plates that were set."""
    room = page.room
    seen: Rectangle = (room.x, room.y, room.right, room.bottom)
    outlines = {zone.id: tuple(place.outline(zone.polygon)) for zone in facts.zones}
    zones = [zone for zone in facts.zones if overlap(bounds([outlines[zone.id]]), seen)]
    within = {zone.id: clipped(outlines[zone.id], seen) for zone in zones}
    zones = [zone for zone in zones if len(within[zone.id]) >= 3]
    symbols = [(one, place.at(one.x, one.y)) for one in facts.symbols] if wanted.symbols else []
    half = SYMBOL_MM * page.letters / 2
    standing = [(x - half, y - half, x + half, y + half) for _, (x, y) in symbols]
    numbers = {zone: plate.number for zone, plate in keyed.items()}
    made = plates(zones, within, standing, wanted.layer, page.letters, pen.lang, numbers)
    with pen.clipped(pen.box_path(room)):
        if drawing is not None:
            draw_drawing(pen, drawing, place, [zone.polygon for zone in facts.zones])
        for at, zone in enumerate(zones):
            smaller = [one for one in zones[at + 1 :] if contains(zone.polygon, centre(one.polygon))]
            inner = [outlines[one.id] for one in smaller]
            draw_area(pen, zone, outlines[zone.id], inner, wanted.layer, page.letters)
        for plate in made:
            draw_plate(pen, plate, wanted.layer)
        for symbol, middle in symbols:
            draw_symbol(pen, middle, symbol.kind, 2 * half)
    pen.rect(page.field, stroke=TEXT, width=0.35)
    _rulers(pen, page, place)
    return made


def _rulers(pen: Pen, page: Page, place: Place) -> None:
    """Metres along the upper and the left edge of the frame, counted from the floor's own corner."""
    room, field, pt = page.room, page.field, 5.5 * page.letters
    metres = nice(TICK * page.letters / place.mm)
    zero_x, zero_y = place.at(0.0, 0.0)
    step = metres * place.mm
    for number in range(_first(room.x - zero_x, step), _first(room.right - zero_x, step)):
        x = zero_x + number * step
        pen.line((x, field.y), (x, field.y + 1.2 * page.letters), MUTED, 0.2)
        pen.text(x, field.y + 3.6 * page.letters, f"{number * metres:g}", pt, 400, MUTED, "middle")
    for number in range(_first(zero_y - room.bottom, step), _first(zero_y - room.y, step)):
        y = zero_y - number * step
        pen.line((field.x, y), (field.x + 1.2 * page.letters, y), MUTED, 0.2)
        pen.text(field.x + 1.6 * page.letters, y + 0.7 * page.letters, f"{number * metres:g}", pt, 400, MUTED)


def _first(length: float, step: float) -> int:
    """The number of the first tick that is not before `length`."""
    return int(-(-length // step))
