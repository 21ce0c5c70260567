"""The blocks of the project's own floor plan: machines, furniture, doors and columns, each round its own middle."""

import math
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ezdxf.document import Drawing as Document

DOOR_WIDTH = 1_000  # of the blocks; a reference stretches them

# how far above a machine's middle its number is written
NUMBER_AT = {
    "PRESS": -150,
    "LATHE": -250,
    "CENTRE": -450,
    "GRINDER": -250,
    "WELD_BOOTH": 500,
    "ROBOT": -1_000,
    "SPRAY_LINE": 0,
    "COMPRESSOR": -350,
}


def add_blocks(document: "Document", blocks: Mapping[str, Callable[[Any], None]], number_at: Mapping[str, int]) -> None:
    """Defines blocks; those with a place for a number get an attribute for it."""
    for name, draw in blocks.items():
        draw(document.blocks.new(name))
    for name, y in number_at.items():
        document.blocks.get(name).add_attdef("NO", insert=(0, y), text="00", height=240)


def outline(block: Any, width: float, height: float, x: float = 0, y: float = 0) -> None:
    """A box round (x, y)."""
    left, bottom = x - width / 2, y - height / 2
    corners = [(left, bottom), (left + width, bottom), (left + width, bottom + height), (left, bottom + height)]
    block.add_lwpolyline(corners, close=True)


def pill(block: Any, width: float, height: float, x: float = 0, y: float = 0) -> None:
    """A box with round ends, which are bulges."""
    half, reach = height / 2, width / 2 - height / 2
    corners = [(x - reach, y - half, 0), (x + reach, y - half, 1), (x + reach, y + half, 0), (x - reach, y + half, 1)]
    block.add_lwpolyline(corners, format="xyb", close=True)


def _press(block: Any) -> None:
    outline(block, 2_000, 1_700)
    outline(block, 1_300, 900, y=-150)
    block.add_circle((0, 600), 180)
    block.add_line((-1_000, 450), (1_000, 450))


def _die_rack(block: Any) -> None:
    outline(block, 4_200, 900)
    for x in range(-1_400, 1_401, 700):
        block.add_line((x, -450), (x, 450))


def _lathe(block: Any) -> None:
    outline(block, 3_000, 1_300)
    outline(block, 700, 900, x=-1_050)
    block.add_line((-700, 250), (1_400, 250))
    block.add_line((-700, 400), (1_400, 400))
    block.add_circle((-550, 325), 160)


def _centre(block: Any) -> None:
    outline(block, 2_500, 2_100)
    outline(block, 1_400, 800, y=-450)
    outline(block, 600, 500, x=-850, y=700)
    block.add_line((-1_250, 300), (1_250, 300))


def _grinder(block: Any) -> None:
    outline(block, 2_300, 1_200)
    outline(block, 1_900, 450, y=-250)
    block.add_circle((0, 330), 200)
    block.add_circle((0, 330), 60)


def _weld_booth(block: Any) -> None:
    block.add_lwpolyline([(-1_400, -1_300), (-1_400, 1_300), (1_400, 1_300), (1_400, -1_300)])
    outline(block, 1_500, 800, y=500)
    block.add_arc((0, -350), 260, 180, 360)


def _robot(block: Any) -> None:
    outline(block, 5_200, 3_600)
    block.add_circle((0, 400), 550)
    block.add_ellipse((0, 400), major_axis=(1_500, 0), ratio=0.75, start_param=0, end_param=math.pi)
    block.add_line((0, 400), (1_050, 950))
    outline(block, 1_200, 700, x=-1_800, y=-1_100)
    outline(block, 1_200, 700, x=1_800, y=-1_100)


def _rack(block: Any) -> None:
    outline(block, 5_600, 1_100)
    for x in range(-2_800, 2_800, 1_400):
        block.add_line((x, -550), (x + 1_400, 550))
        block.add_line((x, 550), (x + 1_400, -550))
        block.add_line((x, -550), (x, 550))


def _spray_line(block: Any) -> None:
    pill(block, 13_000, 3_200)
    pill(block, 12_400, 2_600)
    outline(block, 4_200, 3_800)
    block.add_spline([(-6_300, -2_300), (-4_500, -1_900), (-3_000, -2_500), (-1_500, -2_000)])
    for x in (-5_000, -3_500, 3_500, 5_000):
        block.add_line((x, -1_600), (x, 1_600))


def _compressor(block: Any) -> None:
    outline(block, 2_200, 1_500)
    block.add_circle((-550, 300), 300)
    for y in (150, 300, 450):
        block.add_line((100, y), (900, y))


def _tank(block: Any) -> None:
    block.add_circle((0, 0), 600)
    block.add_circle((0, 0), 120)


def _cabinet(block: Any) -> None:
    outline(block, 800, 600)
    block.add_line((-400, -300), (400, 300))


def _lockers(block: Any) -> None:
    outline(block, 1_400, 500)
    for x in (-350, 0, 350):
        block.add_line((x, -250), (x, 250))


def _bench(block: Any) -> None:
    outline(block, 2_400, 800)
    outline(block, 700, 500, x=-700)


def _chair(block: Any) -> None:
    block.add_lwpolyline([(-220, 150, 0), (-220, -150, 0.4), (220, -150, 0), (220, 150, 0)], format="xyb", close=True)


def _desk(block: Any) -> None:
    outline(block, 1_500, 750)
    outline(block, 450, 280, y=120)
    block.add_blockref("CHAIR", (0, -600))


def _meeting(block: Any) -> None:
    pill(block, 4_400, 1_400)
    for x in range(-1_500, 1_501, 750):
        block.add_blockref("CHAIR", (x, -1_000))
        block.add_blockref("CHAIR", (x, 1_000), dxfattribs={"rotation": 180})


def _door(block: Any) -> None:
    """Hinged at (0, 0), closing to (1000, 0), swung open to (0, 1000)."""
    block.add_lwpolyline([(0, 0), (40, 0), (40, DOOR_WIDTH), (0, DOOR_WIDTH)], close=True)
    block.add_arc((0, 0), DOOR_WIDTH, 0, 90)


def _window(block: Any) -> None:
    for y in (-150, -50, 50, 150):
        block.add_line((-500, y), (500, y))


def _gate(block: Any) -> None:
    block.add_line((-500, -60), (500, -60), dxfattribs={"linetype": "DASHED"})
    block.add_line((-500, 60), (500, 60), dxfattribs={"linetype": "DASHED"})


def _column(block: Any) -> None:
    outline(block, 400, 400)
    hatch = block.add_hatch(color=0)
    hatch.paths.add_polyline_path([(-200, -200), (200, -200), (200, 200), (-200, 200)])


BLOCKS: dict[str, Callable[[Any], None]] = {
    "CHAIR": _chair,
    "PRESS": _press,
    "DIE_RACK": _die_rack,
    "LATHE": _lathe,
    "CENTRE": _centre,
    "GRINDER": _grinder,
    "WELD_BOOTH": _weld_booth,
    "ROBOT": _robot,
    "RACK": _rack,
    "SPRAY_LINE": _spray_line,
    "COMPRESSOR": _compressor,
    "TANK": _tank,
    "CABINET": _cabinet,
    "LOCKERS": _lockers,
    "BENCH": _bench,
    "DESK": _desk,
    "MEETING": _meeting,
    "DOOR": _door,
    "WINDOW": _window,
    "GATE": _gate,
    "COLUMN": _column,
}
