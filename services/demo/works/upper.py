"""The upper floor of the demo works: offices, training room and archive over the offices below, 36 × 30 m."""

from services.demo.works.blocks import BLOCKS, NUMBER_AT
from services.demo.works.layers import LAYERS
from services.plans.sheet import Machine, Mark, Note, Opening, Room, Sheet

HALL = (36_000, 30_000)
SOUTH, NORTH = 13_000, 16_000  # the walls of the corridor

ROOMS = (
    Room("总经理室", 300, 300, 5_900, 12_900, 500, (0, 1_500)),
    Room("财务部", 6_100, 300, 11_900, 12_900, 500, (0, 1_500)),
    Room("会议室", 12_100, 300, 20_900, 12_900, 600, (0, 3_700)),
    Room("技术部", 21_100, 300, 35_700, 12_900, 600, (0, 500)),
    Room("走廊", 300, 13_100, 35_700, 15_900, 500, (-7_000, 0)),
    Room("培训室", 300, 16_100, 12_900, 29_700, 600, (0, 3_100)),
    Room("档案室", 13_100, 16_100, 18_900, 29_700, 500, (0, -4_900)),
    Room("行政人事部", 19_100, 16_100, 25_900, 29_700, 500, (0, 500)),
    Room("安环部", 26_100, 16_100, 31_900, 29_700, 500, (0, 500)),
    Room("楼梯间", 32_100, 16_100, 35_700, 29_700, 450, (0, -4_600)),
)
WALLS = (
    (0, SOUTH, 36_000, SOUTH),
    (0, NORTH, 36_000, NORTH),
    *((x, 0, x, SOUTH) for x in (6_000, 12_000, 21_000)),
    *((x, NORTH, x, 30_000) for x in (13_000, 19_000, 26_000, 32_000)),
)
OPENINGS = (
    *(Opening("door", x, SOUTH, 1_000, side=-1) for x in (4_800, 10_800, 34_000, 22_500)),
    Opening("double", 16_500, SOUTH, 1_800, side=-1),
    *(Opening("door", x, NORTH, 1_000) for x in (14_500, 20_500, 30_500)),
    *(Opening("double", x, NORTH, 1_600) for x in (3_000, 10_500, 34_000)),
    *(Opening("window", x, 150, 2_400) for x in (3_000, 9_000, 14_400, 18_600, 24_000, 28_500, 33_000)),
    *(Opening("window", x, 29_850, 2_400) for x in (3_000, 7_000, 10_800, 16_000, 22_500, 29_000)),
    *(Opening("window", 150, y, 2_000, upright=True) for y in (6_500, 14_500, 22_000)),
    *(Opening("window", 35_850, y, 2_000, upright=True) for y in (4_000, 9_500, 14_500, 26_500)),
)
MACHINES = (
    Machine("DESK", 3_000, 3_400),
    Machine("FILES", 3_100, 12_300),
    *(Machine("DESK", 7_600 + 2_600 * i, 3_000 + 3_400 * j) for i in range(2) for j in (0, 2)),
    Machine("MEETING", 16_500, 4_800),
    Machine("MEETING", 16_500, 4_800, "", 180),
    *(Machine("DESK", 22_800 + 2_700 * i, 2_600 + 3_300 * j) for i in range(5) for j in (0, 2)),
    *(Machine("SEATS", 3_600 + 5_600 * i, 18_300 + 2_000 * j) for i in range(2) for j in range(4)),
    Machine("DESK", 6_600, 28_700),
    *(Machine("FILES", 16_000, 22_000 + 1_700 * i) for i in range(5)),
    *(Machine("DESK", 20_900 + 3_000 * i, 18_800 + 3_800 * j) for i in range(2) for j in (0, 2)),
    Machine("DESK", 28_000, 19_000),
    Machine("DESK", 30_400, 26_800),
    Machine("DESK", 27_600, 26_800),
    Machine("STAIRS", 33_900, 26_700),
)
MARKS = (Mark("消防", ((20_000, 15_640), (20_700, 15_640), (20_700, 15_900), (20_000, 15_900)), filled=True),)
NOTES = (Note("管线", "空调冷凝水 DN32", 22_000, 14_000),)

UPPER = Sheet(
    hall=HALL,
    layers=LAYERS,
    columns=tuple(range(0, HALL[0] + 1, 6_000)),
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
