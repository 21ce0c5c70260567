"""Draws a sheet as a CAD office would, into a DXF file: walls as filled areas, blocks, lettering, axes, dimensions."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from services.plans.sample_blocks import DOOR_WIDTH, add_blocks
from services.plans.sheet import AXIS_AT, AXIS_RADIUS, INNER_WALL, OUTER_WALL, Opening, Room, Sheet

if TYPE_CHECKING:
    from ezdxf.document import Drawing as Document


def write_sheet(sheet: Sheet, path: str | Path) -> None:
    """Writes the plan as DXF (R2010, UTF-8, millimetres); the same bytes every time. Raises OSError."""
    from ezdxf._options import options

    before = options.write_fixed_meta_data_for_testing
    options.write_fixed_meta_data_for_testing = True  # no times and no random numbers in the file
    try:
        _document(sheet).saveas(path)
    finally:
        options.write_fixed_meta_data_for_testing = before


def _document(sheet: Sheet) -> "Document":
    from ezdxf import units
    from ezdxf.filemanagement import new

    document = new("R2010", setup=["linetypes", "dimstyles"], units=units.MM)
    document.header["$DWGCODEPAGE"] = "ANSI_936"
    for name, colour in sheet.layers.values():
        document.layers.add(name, color=colour)
    for role in sheet.frozen:
        document.layers.get(sheet.layers[role][0]).freeze()
    document.styles.add("HZ", font="simsun.ttf")
    add_blocks(document, sheet.blocks, sheet.number_at)
    plan = document.modelspace()
    for draw in (_walls, _columns, _openings, _rooms, _machines, _marks, _axes, _dimensions, _notes):
        draw(plan, sheet)
    for kind in sorted(document.entitydb.dxf_types_in_use()):
        document.classes.add_class(kind)  # else saving adds them in the order of a set, another one in each process
    return document


def _on(sheet: Sheet, role: str, **look: Any) -> dict[str, Any]:
    return {"layer": sheet.layers[role][0], **look}


def _walls(plan: Any, sheet: Sheet) -> None:
    """Each run of wall as its two faces, filled; junctions are clean because the walls are united as areas."""
    from shapely import box, union_all

    width, height = sheet.hall
    half = INNER_WALL / 2
    shell = box(0, 0, width, height) - box(OUTER_WALL, OUTER_WALL, width - OUTER_WALL, height - OUTER_WALL)
    inner = [box(x1 - half, y1 - half, x2 + half, y2 + half) for x1, y1, x2, y2 in sheet.walls]
    solid = union_all([shell, *(wall & box(0, 0, width, height) for wall in inner)]) - union_all(list(_holes(sheet)))
    for piece in sorted(solid.geoms, key=lambda piece: piece.bounds):
        rings = [list(piece.exterior.coords)[:-1], *(list(hole.coords)[:-1] for hole in piece.interiors)]
        hatch = plan.add_hatch(color=8, dxfattribs=_on(sheet, "墙体"))
        for ring in rings:
            plan.add_lwpolyline(ring, close=True, dxfattribs=_on(sheet, "墙体"))
            hatch.paths.add_polyline_path(ring, is_closed=True)


def _holes(sheet: Sheet) -> Iterator[Any]:
    from shapely import box

    for opening in sheet.openings:
        across, along = OUTER_WALL / 2 + 10, opening.width / 2
        dx, dy = (across, along) if opening.upright else (along, across)
        yield box(opening.x - dx, opening.y - dy, opening.x + dx, opening.y + dy)


def _columns(plan: Any, sheet: Sheet) -> None:
    """Columns of the outer rows stand within their wall."""
    width, height = sheet.hall
    inset = 200
    for x in sheet.columns:
        for y in sheet.rows:
            place = (min(max(x, inset), width - inset), min(max(y, inset), height - inset))
            plan.add_blockref("COLUMN", place, dxfattribs=_on(sheet, "柱"))


def _openings(plan: Any, sheet: Sheet) -> None:
    for opening in sheet.openings:
        if opening.kind in ("door", "double"):
            _doors(plan, sheet, opening)
            continue
        role, block = ("窗", "WINDOW") if opening.kind == "window" else ("门", "GATE")
        look = _on(sheet, role, xscale=opening.width / 1_000, rotation=90 if opening.upright else 0)
        plan.add_blockref(block, (opening.x, opening.y), dxfattribs=look)


def _doors(plan: Any, sheet: Sheet, opening: Opening) -> None:
    """One leaf, or two that meet in the middle; mirrored by negative scales."""
    hinges = (-1, 1) if opening.kind == "double" else (opening.hinge,)
    leaf = opening.width / len(hinges) / DOOR_WIDTH
    for hinge in hinges:
        shift = hinge * opening.width / 2
        place = (opening.x, opening.y + shift) if opening.upright else (opening.x + shift, opening.y)
        side = -opening.side if opening.upright else opening.side
        scales = {"xscale": -hinge * leaf, "yscale": side * leaf}
        turn = {"rotation": 90 if opening.upright else 0}
        plan.add_blockref("DOOR", place, dxfattribs=_on(sheet, "门", **scales, **turn))


def _rooms(plan: Any, sheet: Sheet) -> None:
    for room in sheet.rooms:
        corners = [(room.left, room.bottom), (room.right, room.bottom), (room.right, room.top), (room.left, room.top)]
        plan.add_lwpolyline(corners, close=True, dxfattribs=_on(sheet, "区域"))
        _title(plan, sheet, room)


def _title(plan: Any, sheet: Sheet, room: Room) -> None:
    """Large rooms carry their area under the name, as one MTEXT; the others a plain TEXT."""
    middle = ((room.left + room.right) / 2 + room.aside[0], (room.bottom + room.top) / 2 + room.aside[1])
    if room.title < 600:
        text = plan.add_text(room.name, height=room.title, dxfattribs=_on(sheet, "文字", style="HZ"))
        text.set_placement(middle, align=_middle())
        return
    words = rf"{{\fSimHei|b1|i0|c134|p2;{room.name}}}\P{{\H0.55x;{room.area_m2:.1f} m²}}"
    look = _on(sheet, "文字", style="HZ", char_height=room.title, attachment_point=5)
    plan.add_mtext(words, dxfattribs=look).set_location(middle)


def _middle() -> Any:
    from ezdxf.enums import TextEntityAlignment

    return TextEntityAlignment.MIDDLE_CENTER


def _machines(plan: Any, sheet: Sheet) -> None:
    for machine in sheet.machines:
        look = _on(sheet, "设备", rotation=machine.turn)
        reference = plan.add_blockref(machine.block, (machine.x, machine.y), dxfattribs=look)
        if machine.number:
            number = reference.add_attrib("NO", machine.number, dxfattribs=_on(sheet, "设备", height=240))
            number.set_placement((machine.x, machine.y + sheet.number_at[machine.block]), align=_middle())


def _marks(plan: Any, sheet: Sheet) -> None:
    for mark in sheet.marks:
        if mark.filled:
            hatch = plan.add_hatch(color=sheet.layers[mark.layer][1], dxfattribs=_on(sheet, mark.layer))
            hatch.paths.add_polyline_path(mark.points, is_closed=True)
            continue
        look = _on(sheet, mark.layer, **({"linetype": "DASHED"} if mark.dashed else {}))
        if len(mark.points) == 2:
            plan.add_line(*mark.points, dxfattribs=look)
        else:
            plan.add_lwpolyline(mark.points, close=mark.closed, dxfattribs=look)


def _axes(plan: Any, sheet: Sheet) -> None:
    """Numbered bubbles below, lettered ones at the left, as building plans have them."""
    for number, x in enumerate(sheet.columns, start=1):
        _bubble(plan, sheet, str(number), (x, AXIS_AT), (x, -400))
    for letter, y in zip("ABCDEFGH", sheet.rows, strict=False):
        _bubble(plan, sheet, letter, (AXIS_AT, y), (-400, y))


def _bubble(plan: Any, sheet: Sheet, label: str, at: tuple[int, int], end: tuple[int, int]) -> None:
    start = (at[0], at[1] + AXIS_RADIUS) if at[0] == end[0] else (at[0] + AXIS_RADIUS, at[1])
    plan.add_circle(at, AXIS_RADIUS, dxfattribs=_on(sheet, "轴线"))
    plan.add_line(start, end, dxfattribs=_on(sheet, "轴线"))
    text = plan.add_text(label, height=450, dxfattribs=_on(sheet, "轴线", style="HZ"))
    text.set_placement(at, align=_middle())


def _dimensions(plan: Any, sheet: Sheet) -> None:
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
    look = _on(sheet, "标注")
    length, depth = (sheet.hall[0], 0), (0, sheet.hall[1])
    for base, end, angle in (((0, -1_300), length, 0), ((-1_300, 0), depth, 90)):
        plan.add_linear_dim(base, (0, 0), end, angle=angle, override=style, dxfattribs=look).render()


def _notes(plan: Any, sheet: Sheet) -> None:
    for note in sheet.notes:
        text = plan.add_text(note.words, height=note.height, dxfattribs=_on(sheet, note.layer, style="HZ"))
        text.set_placement((note.x, note.y))
