"""Blocks of the demo works that the small sample has not: furnaces, mills, tables, lorries."""

from collections.abc import Callable
from typing import Any

from services.plans.sample_blocks import BLOCKS as SAMPLE_BLOCKS
from services.plans.sample_blocks import NUMBER_AT as SAMPLE_NUMBER_AT
from services.plans.sample_blocks import outline, pill


def _furnace(block: Any) -> None:
    outline(block, 4_200, 2_600)
    outline(block, 2_600, 1_400, x=-400)
    for x in (-1_400, -700, 0, 700):
        block.add_line((x, -700), (x, 700))
    block.add_circle((1_600, 0), 350)


def _quench_tank(block: Any) -> None:
    outline(block, 3_000, 2_200)
    pill(block, 2_400, 1_600)


def _mill(block: Any) -> None:
    """A horizontal boring mill on its long bed."""
    outline(block, 6_400, 2_200, y=-400)
    outline(block, 1_800, 1_800, x=1_900, y=900)
    block.add_circle((1_900, 900), 380)
    for y in (-900, -400, 100):
        block.add_line((-3_200, y), (3_200, y))


def _saw(block: Any) -> None:
    outline(block, 1_800, 1_100)
    outline(block, 4_400, 500, y=-250)
    block.add_circle((300, 150), 260)


def _shot_blaster(block: Any) -> None:
    outline(block, 3_600, 2_600)
    pill(block, 2_800, 1_600)
    block.add_circle((-1_300, 900), 250)


def _welder(block: Any) -> None:
    """A bench with a power source, behind a screen on three sides."""
    block.add_lwpolyline([(-1_200, -1_100), (-1_200, 1_100), (1_200, 1_100), (1_200, -1_100)])
    outline(block, 1_300, 700, y=350)
    outline(block, 450, 450, x=-800, y=-400)


def _lorry(block: Any) -> None:
    outline(block, 2_500, 7_200, y=1_100)
    outline(block, 2_300, 2_000, y=-3_700)
    block.add_line((-1_150, -3_200), (1_150, -3_200))


def _leveller(block: Any) -> None:
    outline(block, 2_400, 2_600)
    block.add_line((-1_200, -1_300), (1_200, 1_300))
    block.add_line((-1_200, 1_300), (1_200, -1_300))


def _fork_lift(block: Any) -> None:
    outline(block, 1_100, 1_900)
    for x in (-300, 300):
        block.add_line((x, 950), (x, 2_000))
    block.add_circle((0, -200), 280)


def _transformer(block: Any) -> None:
    outline(block, 2_200, 1_700)
    for x in (-500, 0, 500):
        block.add_circle((x, 0), 220)
    for y in (-700, 700):
        block.add_line((-1_100, y), (1_100, y))


def _drum_rack(block: Any) -> None:
    outline(block, 3_400, 1_000)
    for x in range(-1_360, 1_361, 680):
        block.add_circle((x, 0), 290)


def _mixer(block: Any) -> None:
    outline(block, 1_300, 1_300)
    block.add_circle((0, 0), 500)
    block.add_line((-500, 0), (500, 0))
    block.add_line((0, -500), (0, 500))


def _canteen_table(block: Any) -> None:
    outline(block, 1_800, 700)
    for x in (-600, 0, 600):
        block.add_blockref("CHAIR", (x, -600))
        block.add_blockref("CHAIR", (x, 600), dxfattribs={"rotation": 180})


def _stove(block: Any) -> None:
    outline(block, 3_000, 1_000)
    for x in (-1_000, 0, 1_000):
        block.add_circle((x, 0), 330)


def _bed(block: Any) -> None:
    outline(block, 1_900, 800)
    outline(block, 350, 600, x=-720)


def _classroom(block: Any) -> None:
    """A row of four seats at a long table."""
    outline(block, 4_000, 500)
    for x in (-1_500, -500, 500, 1_500):
        block.add_blockref("CHAIR", (x, -500))


def _file_shelf(block: Any) -> None:
    outline(block, 4_800, 600)
    for x in range(-1_600, 1_601, 800):
        block.add_line((x, -300), (x, 300))


def _stairs(block: Any) -> None:
    outline(block, 2_800, 5_200)
    for y in range(-2_400, 2_401, 300):
        block.add_line((-1_400, y), (1_400, y))
    block.add_line((0, -2_600), (0, 2_600))


def _sink(block: Any) -> None:
    outline(block, 900, 600)
    block.add_circle((0, 0), 200)


BLOCKS: dict[str, Callable[[Any], None]] = {
    **SAMPLE_BLOCKS,
    "FURNACE": _furnace,
    "QUENCH": _quench_tank,
    "MILL": _mill,
    "SAW": _saw,
    "BLASTER": _shot_blaster,
    "WELDER": _welder,
    "LORRY": _lorry,
    "LEVELLER": _leveller,
    "FORKLIFT": _fork_lift,
    "TRANSFORMER": _transformer,
    "DRUMS": _drum_rack,
    "MIXER": _mixer,
    "TABLE": _canteen_table,
    "STOVE": _stove,
    "BED": _bed,
    "SEATS": _classroom,
    "FILES": _file_shelf,
    "STAIRS": _stairs,
    "SINK": _sink,
}
NUMBER_AT = {
    **SAMPLE_NUMBER_AT,
    "FURNACE": 950,
    "QUENCH": 0,
    "MILL": -650,
    "SAW": 350,
    "BLASTER": 0,
    "WELDER": 350,
    "LEVELLER": 0,
    "FORKLIFT": -650,
    "TRANSFORMER": 500,
    "MIXER": 0,
}
