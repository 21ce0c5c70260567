"""The ground floor of the demo works: a hall of 120 × 66 m, shops to the north of the main aisle, stores, utilities
and offices to the south of it."""

from services.demo.works.blocks import BLOCKS, NUMBER_AT
from services.demo.works.ground_machines import MACHINES
from services.demo.works.layers import LAYERS
from services.plans.sheet import Mark, Note, Opening, Room, Sheet

HALL = (120_000, 66_000)
BAY = 6_000
SOUTH, NORTH = 30_000, 34_000  # the walls of the main aisle

ROOMS = (
    Room("冲压车间", 300, 34_100, 29_900, 65_700, 1_100, (0, -700)),
    Room("机加工车间", 30_100, 34_100, 65_900, 65_700, 1_100, (0, -600)),
    Room("磨削车间", 66_100, 34_100, 83_900, 65_700, 1_000, (0, -600)),
    Room("焊接车间", 84_100, 34_100, 101_900, 65_700, 1_000, (0, -5_200)),
    Room("热处理车间", 102_100, 34_100, 119_700, 65_700, 1_000, (0, -600)),
    Room("主通道", 300, 30_100, 119_700, 33_900, 900, (-6_000, 0)),
    Room("装卸平台", 300, 300, 35_900, 5_900, 700, (0, 900)),
    Room("原料库", 300, 6_100, 17_900, 29_900, 900, (0, 9_900)),
    Room("成品库", 18_100, 6_100, 35_900, 29_900, 900, (0, 9_900)),
    Room("物流通道", 36_100, 300, 42_900, 29_900, 700, (0, 5_500)),
    Room("喷涂车间", 43_100, 300, 56_900, 29_900, 1_000, (0, -1_300)),
    Room("调漆区", 57_100, 300, 65_900, 9_900, 500, (0, 200)),
    Room("化学品库", 57_100, 10_100, 65_900, 19_900, 500, (0, 300)),
    Room("危废库", 57_100, 20_100, 65_900, 29_900, 500, (0, 300)),
    Room("空压机房", 66_100, 20_100, 77_900, 29_900, 700, (0, -2_700)),
    Room("配电室", 66_100, 10_100, 77_900, 19_900, 700, (0, 600)),
    Room("维修间", 66_100, 300, 77_900, 9_900, 700, (0, 500)),
    Room("计量室", 78_100, 20_100, 87_900, 29_900, 700, (1_700, -900)),
    Room("工具室", 78_100, 10_100, 89_900, 19_900, 700, (0, -400)),
    Room("更衣室", 78_100, 300, 89_900, 9_900, 700, (0, -200)),
    Room("食堂", 90_100, 300, 101_900, 19_900, 800, (0, 2_600)),
    Room("医务室", 88_100, 25_100, 101_900, 29_900, 500, (1_500, 0)),
    Room("消防控制室", 88_100, 20_100, 101_900, 24_900, 500, (2_500, 0)),
    Room("办公区", 102_100, 300, 119_700, 21_900, 900, (0, 400)),
    Room("门厅", 102_100, 22_100, 119_700, 29_900, 700, (-1_000, -1_400)),
)

WALLS = (
    (0, NORTH, 120_000, NORTH),
    (0, SOUTH, 120_000, SOUTH),
    *((x, NORTH, x, 66_000) for x in (30_000, 66_000, 84_000, 102_000)),
    *((x, 0, x, SOUTH) for x in (36_000, 43_000, 57_000, 66_000, 78_000, 102_000)),
    (90_000, 0, 90_000, 20_000),
    (88_000, 20_000, 88_000, SOUTH),
    (0, 6_000, 36_000, 6_000),
    (18_000, 6_000, 18_000, SOUTH),
    (57_000, 10_000, 90_000, 10_000),
    (57_000, 20_000, 102_000, 20_000),
    (88_000, 25_000, 102_000, 25_000),
    (102_000, 22_000, 120_000, 22_000),
)

OPENINGS = (
    *(Opening("gate", x, NORTH, 4_000) for x in (9_000, 21_000, 39_000, 57_000, 75_000, 93_000, 111_000)),
    *(Opening("gate", x, SOUTH, 4_000) for x in (9_000, 27_000, 39_000, 51_000)),
    Opening("gate", 150, 32_000, 3_600, upright=True),
    Opening("gate", 119_850, 32_000, 3_400, upright=True),
    Opening("gate", 39_000, 150, 4_000),
    *(Opening("gate", x, 6_000, 3_600) for x in (9_000, 27_000)),
    *(Opening("gate", x, 150, 3_600) for x in (6_000, 12_000, 24_000, 30_000)),
    Opening("gate", 36_000, 18_000, 3_600, upright=True),
    Opening("gate", 43_000, 24_000, 3_600, upright=True),
    Opening("double", 57_000, 5_000, 1_800, upright=True, side=-1),
    Opening("double", 61_500, 150, 1_800, side=-1),
    Opening("double", 66_000, 15_000, 1_600, upright=True, side=-1),
    Opening("double", 61_500, SOUTH, 1_800, side=-1),
    Opening("double", 72_000, SOUTH, 2_400, side=-1),
    Opening("double", 78_000, 15_000, 1_800, upright=True, side=-1),
    Opening("double", 72_000, 10_000, 1_800, side=1),
    Opening("double", 72_000, 150, 2_400, side=-1),
    Opening("double", 83_000, SOUTH, 1_800, side=-1),
    Opening("double", 84_000, 20_000, 1_600, side=-1),
    Opening("door", 88_000, 150, 1_000, hinge=1, side=-1),
    Opening("door", 80_500, 10_000, 1_000),
    Opening("double", 90_000, 5_000, 1_800, upright=True, side=1),
    Opening("double", 96_000, 150, 2_400, side=-1),
    Opening("door", 91_500, SOUTH, 1_000, side=-1),
    Opening("door", 102_000, 23_500, 1_000, upright=True, side=-1),
    Opening("double", 102_000, 11_000, 1_800, upright=True, side=1),
    Opening("double", 105_000, SOUTH, 1_800, side=-1),
    Opening("double", 108_000, 22_000, 1_800, side=-1),
    Opening("gate", 119_850, 26_000, 3_000, upright=True),
    *(Opening("door", x, 50_000, 1_000, upright=True, side=-1) for x in (30_000, 66_000, 84_000, 102_000)),
    *(Opening("window", x, 65_850, 3_000) for x in range(3_000, 120_000, 6_000)),
    *(Opening("window", x, 150, 2_400) for x in (46_000, 51_000, 54_500, 69_000, 75_600, 81_000, 93_000, 105_000)),
    *(Opening("window", x, 150, 2_400) for x in (111_000, 117_000)),
    *(Opening("window", 150, y, 3_000, upright=True) for y in (12_000, 21_000, 40_000, 48_000, 56_000)),
    *(Opening("window", 119_850, y, 3_000, upright=True) for y in (5_000, 11_000, 17_000, 40_000, 48_000, 56_000)),
)


def _stripe(left: int, right: int, y: int) -> Mark:
    """A yellow line of a finger's breadth on the floor."""
    return Mark("通道", ((left, y), (right, y), (right, y + 120), (left, y + 120)), filled=True)


def _hydrant(x: int, y: int) -> Mark:
    return Mark("消防", ((x, y), (x + 700, y), (x + 700, y + 260), (x, y + 260)), filled=True)


_ARROW = ((0, 150), (1_200, 150), (1_200, 450), (2_000, 0), (1_200, -450), (1_200, -150), (0, -150))
MARKS = (
    *(_stripe(900, 119_100, y) for y in (30_700, 33_180)),
    *(Mark("通道", tuple((x + dx, 32_000 + dy) for dx, dy in _ARROW), closed=True) for x in (18_000, 80_000, 98_000)),
    *(Mark("通道", ((x, 900), (x, 29_400)), dashed=True) for x in (37_000, 42_000)),
    *(
        Mark("吊车", ((left, y), (right, y)), dashed=True)
        for left, right in ((900, 29_300), (30_700, 65_300))
        for y in (36_500, 63_800)
    ),
    *(_hydrant(x, 34_300) for x in (2_000, 31_500, 63_000, 67_500, 85_500, 117_000)),
    *(_hydrant(x, 29_450) for x in (2_000, 20_000, 44_000, 74_800, 86_000)),
    Mark("管线", ((72_000, 28_000), (72_000, 35_200), (2_000, 35_200), (2_000, 64_800), (118_000, 64_800))),
    Mark("管线", ((72_000, 35_200), (118_000, 35_200))),
)
NOTES = (
    Note("管线", "压缩空气 %%c89 ±0.8 MPa", 74_000, 35_450, 400),
    Note("吊车", "5t 电动单梁行车 Lk=28.5m", 11_000, 64_100, 400),
    Note("吊车", "10t 电动双梁行车 Lk=28.5m", 42_000, 64_100, 400),
)

GROUND = Sheet(
    hall=HALL,
    layers=LAYERS,
    columns=tuple(range(0, HALL[0] + 1, BAY)),
    rows=(0, SOUTH, NORTH, HALL[1]),
    rooms=ROOMS,
    walls=WALLS,
    openings=OPENINGS,
    machines=MACHINES,
    marks=MARKS,
    notes=NOTES,
    blocks=BLOCKS,
    number_at=NUMBER_AT,
)
