"""What the project's own floor plan shows, as data in millimetres: a small machining works in one hall of 60 × 36 m."""

from services.plans.sheet import Machine, Mark, Note, Opening, Room

HALL = (60_000, 36_000)
BAY = 6_000  # between columns
AISLE = (16_000, 20_000)  # the centre lines of its two walls

ROOMS = (
    Room("冲压车间", 300, 20_100, 17_900, 35_700, aside=(0, -2_600)),
    Room("机加工车间", 18_100, 20_100, 35_900, 35_700, aside=(0, -2_300)),
    Room("磨削车间", 36_100, 20_100, 45_900, 35_700, aside=(0, -5_900)),
    Room("焊接车间", 46_100, 20_100, 59_700, 35_700, aside=(0, -2_300)),
    Room("主通道", 300, 16_100, 59_700, 19_900, 500, (-15_000, 0)),
    Room("仓库", 300, 300, 13_900, 15_900, aside=(3_400, 5_600)),
    Room("喷涂车间", 14_100, 300, 29_900, 15_900, aside=(0, -700)),
    Room("空压机房", 30_100, 300, 38_900, 7_900, 500, (0, -1_200)),
    Room("配电室", 30_100, 8_100, 38_900, 15_900, 500),
    Room("更衣室", 39_100, 300, 47_900, 7_900, 500, (0, 1_300)),
    Room("计量室", 39_100, 8_100, 47_900, 15_900, 500),
    Room("会议室", 48_100, 300, 59_700, 7_900, 500, (-1_000, -2_100)),
    Room("办公室", 48_100, 8_100, 59_700, 15_900, 500),
)

# centre lines of the inner walls: x1, y1, x2, y2
INNER_WALLS = (
    (0, 20_000, 60_000, 20_000),
    (0, 16_000, 60_000, 16_000),
    (18_000, 20_000, 18_000, 36_000),
    (36_000, 20_000, 36_000, 36_000),
    (46_000, 20_000, 46_000, 36_000),
    (14_000, 0, 14_000, 16_000),
    (30_000, 0, 30_000, 16_000),
    (39_000, 0, 39_000, 16_000),
    (48_000, 0, 48_000, 16_000),
    (30_000, 8_000, 60_000, 8_000),
)

OPENINGS = (
    Opening("gate", 9_000, 20_000, 4_000),
    Opening("gate", 27_000, 20_000, 4_000),
    Opening("gate", 39_000, 20_000, 3_000),
    Opening("gate", 51_000, 20_000, 4_000),
    Opening("gate", 9_000, 16_000, 4_000),
    Opening("gate", 22_000, 16_000, 3_600),
    Opening("gate", 150, 18_000, 3_400, upright=True),
    Opening("gate", 59_850, 18_000, 3_400, upright=True),
    Opening("gate", 3_000, 150, 4_000),
    Opening("double", 34_500, 16_000, 1_800, side=-1),
    Opening("double", 34_500, 150, 1_800, side=-1),
    Opening("door", 43_500, 16_000, 1_000, side=-1),
    Opening("door", 43_500, 150, 1_000, hinge=1, side=-1),
    Opening("door", 45_900, 8_000, 900, hinge=1),
    Opening("double", 56_000, 16_000, 1_800, side=-1),
    Opening("door", 50_000, 8_000, 1_000),
    Opening("double", 57_000, 150, 1_800),
    Opening("door", 48_000, 13_200, 900, upright=True),
    Opening("door", 30_000, 12_000, 1_000, upright=True, side=-1),
    Opening("door", 18_000, 33_800, 1_000, upright=True),
    Opening("door", 46_000, 33_800, 1_000, upright=True, hinge=1, side=-1),
    *(Opening("window", x, 35_850, 2_400) for x in range(3_000, 60_000, 6_000) if x != 39_000),
    *(Opening("window", x, 150, 2_400) for x in (10_000, 15_900, 21_500, 26_000, 40_500, 45_900, 49_900, 52_500)),
    *(Opening("window", 150, y, 2_400, upright=True) for y in (4_000, 10_000, 24_000, 31_000)),
    *(Opening("window", 59_850, y, 2_400, upright=True) for y in (4_000, 12_000, 24_000, 31_000)),
)

MACHINES = (
    *(Machine("PRESS", 2_600 + 3_200 * i, 33_000, f"CY-{i + 1:02d}") for i in range(5)),
    *(Machine("PRESS", 2_600 + 3_200 * i, 29_800, f"CY-{i + 6:02d}") for i in range(5)),
    *(Machine("DIE_RACK", 3_600 + 4_900 * i, 22_600) for i in (0, 2)),
    *(Machine("LATHE", 20_900 + 4_000 * i, 33_200, f"JC-{i + 1:02d}") for i in range(4)),
    *(Machine("CENTRE", 20_900 + 4_000 * i, 29_600, f"JG-{i + 1:02d}") for i in range(4)),
    *(Machine("LATHE", 20_900 + 12_000 * i, 22_900, f"JC-{i + 5:02d}") for i in range(2)),
    *(Machine("GRINDER", 38_300, 33_400 - 3_000 * i, f"MX-{i + 1:02d}") for i in range(4)),
    *(Machine("GRINDER", 43_700, 33_400 - 3_000 * i, f"MX-{i + 5:02d}") for i in range(4)),
    *(Machine("WELD_BOOTH", 48_400 + 3_400 * i, 33_600, f"HJ-{i + 1:02d}") for i in range(3)),
    *(Machine("WELD_BOOTH", 48_400 + 3_400 * i, 22_600, f"HJ-{i + 4:02d}") for i in (0, 2)),
    Machine("ROBOT", 51_800, 29_600, "HJ-R1"),
    *(Machine("RACK", 3_900, 13_300 - 2_400 * i) for i in range(4)),
    *(Machine("RACK", 10_700, 10_900 - 2_400 * i) for i in range(4)),
    Machine("SPRAY_LINE", 22_000, 11_400, "PT-01"),
    Machine("SPRAY_LINE", 22_000, 3_400, "PT-02"),
    *(Machine("COMPRESSOR", 31_800 + 2_700 * i, 5_900, f"KY-{i + 1:02d}") for i in range(2)),
    *(Machine("TANK", 37_600, 6_400 - 1_700 * i) for i in range(2)),
    *(Machine("CABINET", 31_000 + 800 * i, 9_000) for i in range(9)),
    *(Machine("CABINET", 37_400, 11_200 + 800 * i, "", 90) for i in range(4)),
    *(Machine("LOCKERS", 39_700, 1_600 + 1_500 * i, "", 90) for i in range(4)),
    Machine("BENCH", 43_900, 3_100),
    *(Machine("BENCH", 41_200 + 3_000 * i, 9_300) for i in range(2)),
    *(Machine("DESK", 50_000 + 2_300 * i, 9_800) for i in range(4)),
    *(Machine("DESK", 50_000 + 2_300 * i, 14_400) for i in (0, 3)),
    Machine("MEETING", 53_600, 5_000),
)

_ARROW = ((0, 150), (900, 150), (900, 350), (1_400, 0), (900, -350), (900, -150), (0, -150))
MARKS = (
    *(Mark("通道", ((900, y), (HALL[0] - 900, y)), dashed=True) for y in (AISLE[0] + 700, AISLE[1] - 700)),
    *(Mark("通道", tuple((x + dx, 18_000 + dy) for dx, dy in _ARROW), closed=True) for x in (24_000, 36_000, 48_000)),
    Mark("管线", ((33_000, 6_700), (33_000, 17_000), (4_000, 17_000), (4_000, 34_900), (56_000, 34_900))),
)
NOTES = (Note("管线", "压缩空气 %%c60 ±0.8 MPa", 34_000, 17_200),)
