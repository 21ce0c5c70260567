"""The project's own floor plan, drawn by script as a CAD office would: for tests, the demo plant, a first look."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from services.plans.sample_blocks import DOOR_WIDTH, NUMBER_AT, add_blocks
from services.plans.sample_layout import (
    AISLE,
    AXIS_AT,
    AXIS_RADIUS,
    BAY,
    HALL,
    INNER_WALL,
    INNER_WALLS,
    MACHINES,
    OPENINGS,
    OUTER_WALL,
    ROOMS,
    Opening,
    Room,
)

if TYPE_CHECKING:
    from ezdxf.document import Drawing as Document

# name, colour index
LAYERS = {
    "墙体": 7,
    "柱": 8,
    "门": 3,
    "窗": 4,
    "设备": 9,
    "区域": 253,
    "通道": 2,
    "文字": 7,
    "轴线": 1,
    "标注": 3,
    "管线": 6,
}


def write_sample(path: str | Path) -> None:
    """Writes the plan as DXF (R2010, UTF-8, millimetres); the same bytes every time. Raises OSError."""
    from ezdxf._options import options

    before = options.write_fixed_meta_data_for_testing
    options.write_fixed_meta_data_for_testing = True  # no times and no random numbers in the file
    try:
        sample_document().saveas(path)
    finally:
        options.write_fixed_meta_data_for_testing = before


def sample_document() -> "Document":
    """The plan as ezdxf's document."""
    from ezdxf import units
    from ezdxf.filemanagement import new

    document = new("R2010", setup=["linetypes", "dimstyles"], units=units.MM)
    document.header["$DWGCODEPAGE"] = "ANSI_936"
    for name, colour in LAYERS.items():
        document.layers.add(name, color=colour)
    document.layers.get("管线").freeze()
    document.styles.add("HZ", font="simsun.ttf")
    add_blocks(document)
    plan = document.modelspace()
    for draw in (_walls, _columns, _openings, _rooms, _machines, _aisle_marks, _axes, _dimensions, _pipes):
        draw(plan)
    return document


def _walls(plan: Any) -> None:
    """Each run of wall as its two faces, filled; junctions are clean because the walls are united as areas."""
    from shapely import box, union_all

    width, height = HALL
    half = INNER_WALL / 2
    shell = box(0, 0, width, height) - box(OUTER_WALL, OUTER_WALL, width - OUTER_WALL, height - OUTER_WALL)
    inner = [box(x1 - half, y1 - half, x2 + half, y2 + half) for x1, y1, x2, y2 in INNER_WALLS]
    solid = union_all([shell, *(wall & box(0, 0, width, height) for wall in inner)]) - union_all(list(_holes()))
    for piece in sorted(solid.geoms, key=lambda piece: piece.bounds):
        rings = [list(piece.exterior.coords)[:-1], *(list(hole.coords)[:-1] for hole in piece.interiors)]
        hatch = plan.add_hatch(color=8, dxfattribs={"layer": "墙体"})
        for ring in rings:
            plan.add_lwpolyline(ring, close=True, dxfattribs={"layer": "墙体"})
            hatch.paths.add_polyline_path(ring, is_closed=True)


def _holes() -> Iterator[Any]:
    from shapely import box

    for opening in OPENINGS:
        across, along = OUTER_WALL / 2 + 10, opening.width / 2
        dx, dy = (across, along) if opening.upright else (along, across)
        yield box(opening.x - dx, opening.y - dy, opening.x + dx, opening.y + dy)


def _columns(plan: Any) -> None:
    width, height = HALL
    inset = 200
    for x in range(0, width + 1, BAY):
        for y in (inset, *AISLE, height - inset):
            place = (min(max(x, inset), width - inset), y)
            plan.add_blockref("COLUMN", place, dxfattribs={"layer": "柱"})


def _openings(plan: Any) -> None:
    for opening in OPENINGS:
        if opening.kind in ("door", "double"):
            _doors(plan, opening)
            continue
        layer, block = ("窗", "WINDOW") if opening.kind == "window" else ("门", "GATE")
        look = {"layer": layer, "xscale": opening.width / 1_000, "rotation": 90 if opening.upright else 0}
        plan.add_blockref(block, (opening.x, opening.y), dxfattribs=look)


def _doors(plan: Any, opening: Opening) -> None:
    """One leaf, or two that meet in the middle; mirrored by negative scales."""
    hinges = (-1, 1) if opening.kind == "double" else (opening.hinge,)
    leaf = opening.width / len(hinges) / DOOR_WIDTH
    for hinge in hinges:
        shift = hinge * opening.width / 2
        place = (opening.x, opening.y + shift) if opening.upright else (opening.x + shift, opening.y)
        side = -opening.side if opening.upright else opening.side
        scales = {"xscale": -hinge * leaf, "yscale": side * leaf}
        turn = {"rotation": 90 if opening.upright else 0}
        plan.add_blockref("DOOR", place, dxfattribs={"layer": "门", **scales, **turn})


def _rooms(plan: Any) -> None:
    for room in ROOMS:
        corners = [(room.left, room.bottom), (room.right, room.bottom), (room.right, room.top), (room.left, room.top)]
        plan.add_lwpolyline(corners, close=True, dxfattribs={"layer": "区域"})
        _title(plan, room)


def _title(plan: Any, room: Room) -> None:
    """Large rooms carry their area under the name, as one MTEXT; the others a plain TEXT."""
    middle = ((room.left + room.right) / 2 + room.aside[0], (room.bottom + room.top) / 2 + room.aside[1])
    if room.title < 600:
        text = plan.add_text(room.name, height=room.title, dxfattribs={"layer": "文字", "style": "HZ"})
        text.set_placement(middle, align=_middle())
        return
    words = rf"{{\fSimHei|b1|i0|c134|p2;{room.name}}}\P{{\H0.55x;{room.area_m2:.1f} m²}}"
    look = {"layer": "文字", "style": "HZ", "char_height": room.title, "attachment_point": 5}
    plan.add_mtext(words, dxfattribs=look).set_location(middle)


def _middle() -> Any:
    from ezdxf.enums import TextEntityAlignment

    return TextEntityAlignment.MIDDLE_CENTER


def _machines(plan: Any) -> None:
    for machine in MACHINES:
        look = {"layer": "设备", "rotation": machine.turn}
        reference = plan.add_blockref(machine.block, (machine.x, machine.y), dxfattribs=look)
        if machine.number:
            number = reference.add_attrib("NO", machine.number, dxfattribs={"layer": "设备", "height": 240})
            number.set_placement((machine.x, machine.y + NUMBER_AT[machine.block]), align=_middle())


def _aisle_marks(plan: Any) -> None:
    for y in (AISLE[0] + 700, AISLE[1] - 700):
        plan.add_line((900, y), (HALL[0] - 900, y), dxfattribs={"layer": "通道", "linetype": "DASHED"})
    for x in (24_000, 36_000, 48_000):
        points = [(x, 18_150), (x + 900, 18_150), (x + 900, 18_350), (x + 1_400, 18_000)]
        mirrored = [(px, 36_000 - py) for px, py in reversed(points[:-1])]
        plan.add_lwpolyline(points + mirrored, close=True, dxfattribs={"layer": "通道"})


def _axes(plan: Any) -> None:
    """Numbered bubbles below, lettered ones at the left, as building plans have them."""
    for number, x in enumerate(range(0, HALL[0] + 1, BAY), start=1):
        _bubble(plan, str(number), (x, AXIS_AT), (x, -400))
    for letter, y in zip("ABCD", (0, *AISLE, HALL[1]), strict=True):
        _bubble(plan, letter, (AXIS_AT, y), (-400, y))


def _bubble(plan: Any, label: str, at: tuple[int, int], end: tuple[int, int]) -> None:
    start = (at[0], at[1] + AXIS_RADIUS) if at[0] == end[0] else (at[0] + AXIS_RADIUS, at[1])
    plan.add_circle(at, AXIS_RADIUS, dxfattribs={"layer": "轴线"})
    plan.add_line(start, end, dxfattribs={"layer": "轴线"})
    text = plan.add_text(label, height=450, dxfattribs={"layer": "轴线", "style": "HZ"})
    text.set_placement(at, align=_middle())


def _dimensions(plan: Any) -> None:
    """The hall's length and depth."""
    style = {
        "dimtxt": 400,
        "dimasz": 250,
        "dimexe": 150,
        "dimexo": 200,
        "dimdec": 0,
        "dimtad": 1,
        "dimgap": 100,
        "dimlfac": 1,
    }
    look = {"layer": "标注"}
    for base, start, end, angle in (((0, -1_300), (0, 0), (HALL[0], 0), 0), ((-1_300, 0), (0, 0), (0, HALL[1]), 90)):
        plan.add_linear_dim(base, start, end, angle=angle, override=style, dxfattribs=look).render()


def _pipes(plan: Any) -> None:
    """The compressed air main, on a layer that is frozen."""
    route = [(33_000, 6_700), (33_000, 17_000), (4_000, 17_000), (4_000, 34_900), (56_000, 34_900)]
    plan.add_lwpolyline(route, dxfattribs={"layer": "管线"})
    text = plan.add_text("压缩空气 %%c60 ±0.8 MPa", height=300, dxfattribs={"layer": "管线", "style": "HZ"})
    text.set_placement((34_000, 17_200))
