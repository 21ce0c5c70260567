"""What stands on the ground floor of the demo works, shop by shop; the numbers are those of the equipment register."""

from services.plans.sheet import Machine

PRESS_SHOP = (
    *(Machine("PRESS", 2_900 + 3_300 * i, 61_600, f"CY-{i + 1:02d}") for i in range(8)),
    *(Machine("PRESS", 2_900 + 3_300 * i, 56_200, f"CY-{i + 9:02d}") for i in range(8)),
    *(Machine("PRESS", 2_900 + 3_300 * i, 44_600, f"CY-{i + 17:02d}") for i in range(6)),
    *(Machine("DIE_RACK", 3_600 + 5_400 * i, 38_600) for i in (0, 2, 4)),
    *(Machine("SAW", 26_000, y, f"JQ-{n:02d}") for n, y in ((1, 45_600), (2, 42_200))),
)
MACHINING = (
    *(Machine("LATHE", 32_900 + 4_100 * i, 61_900, f"JC-{i + 1:02d}") for i in range(8)),
    *(Machine("LATHE", 32_900 + 4_100 * i, 58_300, f"JC-{i + 9:02d}") for i in range(8)),
    *(Machine("CENTRE", 32_900 + 4_100 * i, 53_800, f"JG-{i + 1:02d}") for i in range(8)),
    *(Machine("CENTRE", 32_900 + 4_100 * i, 44_400, f"JG-{i + 9:02d}") for i in range(4)),
    *(Machine("MILL", 51_600 + 8_400 * i, 44_600, f"TX-{i + 1:02d}") for i in range(2)),
    *(Machine("RACK", 34_400 + 12_000 * i, 38_200) for i in (0, 2)),
)
GRINDING = (
    *(Machine("GRINDER", 68_200 + 3_500 * i, 62_400, f"MX-{i + 1:02d}") for i in range(5)),
    *(Machine("GRINDER", 68_200 + 3_500 * i, 58_400, f"MX-{i + 6:02d}") for i in range(5)),
    *(Machine("GRINDER", 68_200 + 3_500 * i, 43_800, f"MX-{i + 11:02d}") for i in range(5)),
    Machine("BENCH", 69_000, 38_600),
    Machine("BENCH", 81_000, 38_600),
)
WELDING = (
    *(Machine("WELDER", 86_200 + 3_400 * i, 63_300, f"HJ-{i + 1:02d}") for i in range(5)),
    Machine("ROBOT", 88_200, 56_600, "HJ-R1"),
    Machine("ROBOT", 97_800, 56_600, "HJ-R2"),
    *(Machine("WELDER", 86_200 + 3_400 * i, 51_000, f"HJ-{i + 6:02d}") for i in range(5)),
    *(Machine("TANK", 86_000 + 1_400 * i, 37_000) for i in range(3)),
    Machine("BLASTER", 98_800, 38_000, "PW-01"),
)
HEAT_TREATMENT = (
    *(Machine("FURNACE", 105_600 + 5_300 * i, 61_600, f"RL-{i + 1:02d}") for i in range(3)),
    *(Machine("FURNACE", 105_600 + 5_300 * i, 56_000, f"RL-{i + 4:02d}") for i in range(3)),
    *(Machine("QUENCH", 105_400 + 5_400 * i, 44_200, f"CH-{i + 1:02d}") for i in range(3)),
    *(Machine("CABINET", 104_000 + 900 * i, 36_400) for i in range(4)),
)
STORES = (
    *(Machine("RACK", 4_400 + 9_300 * i, 8_600 + 2_600 * j) for i in range(2) for j in range(6)),
    *(Machine("RACK", 22_300 + 9_300 * i, 8_600 + 2_600 * j) for i in range(2) for j in range(6)),
    *(Machine("LEVELLER", x, 1_700) for x in (6_000, 12_000, 24_000, 30_000)),
    *(Machine("FORKLIFT", x, y, f"CC-{n:02d}") for n, x, y in ((1, 16_000, 3_000), (2, 34_000, 3_000))),
    Machine("FORKLIFT", 38_200, 9_000, "CC-03"),
)
SPRAYING = (
    Machine("SPRAY_LINE", 50_000, 21_600, "PT-01"),
    Machine("SPRAY_LINE", 50_000, 7_400, "PT-02"),
    *(Machine("BENCH", 45_500 + 4_000 * i, 1_600) for i in range(3)),
    *(Machine("MIXER", 59_000 + 1_900 * i, 8_600) for i in range(3)),
    *(Machine("DRUMS", 61_000, y) for y in (1_400, 3_000, 11_200, 12_900, 18_600, 21_300, 23_000)),
)
UTILITIES = (
    *(Machine("COMPRESSOR", 68_300 + 3_200 * i, 27_600, f"KY-{i + 1:02d}") for i in range(3)),
    *(Machine("TANK", 76_900, 27_800 - 1_900 * i) for i in range(3)),
    *(Machine("CABINET", 67_200 + 800 * i, 18_900) for i in range(12)),
    *(Machine("CABINET", 67_200 + 800 * i, 11_200) for i in range(5)),
    *(Machine("TRANSFORMER", 73_200 + 2_900 * i, 12_000, f"BY-{i + 1:02d}") for i in range(2)),
    *(Machine("BENCH", 68_000 + 3_200 * i, 1_700) for i in range(3)),
    Machine("GRINDER", 68_200, 8_200, "WX-01"),
    Machine("LATHE", 75_400, 8_200, "WX-02"),
)
ROOMS_OF_PEOPLE = (
    *(Machine("BENCH", 80_000 + 3_100 * i, 28_200) for i in range(3)),
    Machine("CENTRE", 80_600, 22_200, "SZ-01"),
    *(Machine("RACK", 84_000, y) for y in (18_600, 17_000, 12_000)),
    *(Machine("LOCKERS", 79_400 + 1_700 * i, 8_900) for i in range(6)),
    *(Machine("LOCKERS", 79_400 + 1_700 * i, 6_600) for i in range(6)),
    *(Machine("LOCKERS", 79_400 + 1_700 * i, 2_000) for i in range(4)),
    *(Machine("TABLE", 92_000 + 2_700 * i, 3_200 + 2_700 * j) for i in range(4) for j in range(3)),
    *(Machine("STOVE", 92_200 + 3_700 * i, 18_600) for i in range(3)),
    *(Machine("SINK", 91_000 + 1_400 * i, 15_700) for i in range(4)),
    *(Machine("BED", x, 26_000) for x in (90_000, 93_000)),
    Machine("DESK", 99_800, 27_800),
    *(Machine("DESK", x, 22_800) for x in (90_000, 92_600)),
    Machine("CABINET", 101_400, 20_900, "", 90),
    *(Machine("DESK", 104_000 + 2_900 * i, 4_600 + 4_200 * j) for i in range(5) for j in (0, 1, 3)),
    Machine("MEETING", 106_000, 19_600),
    Machine("FILES", 115_600, 20_900),
    Machine("STAIRS", 116_600, 26_000, "", 90),
    Machine("DESK", 112_000, 28_400),
)
MACHINES = (
    *PRESS_SHOP,
    *MACHINING,
    *GRINDING,
    *WELDING,
    *HEAT_TREATMENT,
    *STORES,
    *SPRAYING,
    *UTILITIES,
    *ROOMS_OF_PEOPLE,
)
