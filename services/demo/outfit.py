"""What stands and hangs in the demo plant: equipment where the drawing has it, sensors, doors with a lock."""

from typing import NamedTuple

from services.core.operation import required
from services.core.zones import Zone
from services.demo.cast import PLACE, SHEETS
from services.demo.life import Life
from services.plans.sheet import MARGIN, Sheet

# by the letters of a machine's number: its type, what it is called
MACHINES = {
    "CY": ("press", "开式冲床"),
    "JQ": ("saw", "带锯床"),
    "JC": ("lathe", "数控车床"),
    "JG": ("machining_centre", "立式加工中心"),
    "TX": ("mill", "卧式镗铣床"),
    "MX": ("grinder", "砂轮机"),
    "HJ": ("welder", "焊接工位"),
    "PW": ("other", "抛丸机"),
    "RL": ("furnace", "箱式热处理炉"),
    "CH": ("quench_tank", "淬火油槽"),
    "CC": ("forklift", "叉车"),
    "PT": ("spray_booth", "喷涂线"),
    "KY": ("compressor", "螺杆空压机"),
    "BY": ("transformer", "变压器"),
    "WX": ("other", "维修机床"),
    "SZ": ("other", "三坐标测量机"),
}
LINES = {"PT-01": "L-PT1", "PT-02": "L-PT2", "HJ-R1": "L-HJ1", "HJ-R2": "L-HJ2"}


class Probe(NamedTuple):
    """A sensor: what it measures, where, between which limits, how often (seconds), on which machine."""

    code: str
    name: str
    quantity: str
    unit: str
    place: str
    usual: float
    high: float | None = None
    low: float | None = None
    seconds: float = 60.0
    machine: str | None = None


PROBES = (
    Probe("TE-KY02", "2号空压机排气温度", "temperature", "°C", "空压机房", 82.0, 105.0, None, 60.0, "KY-02"),
    Probe("PT-KY01", "储气罐压力", "pressure", "MPa", "空压机房", 0.72, 0.85, 0.5, 60.0),
    Probe("TE-BY01", "1号变压器绕组温度", "temperature", "°C", "配电室", 68.0, 110.0, None, 60.0, "BY-01"),
    Probe("HE-PD01", "配电室湿度", "humidity", "%RH", "配电室", 52.0, 80.0, None, 300.0),
    Probe("VOC-PT01", "喷涂线VOC浓度", "voc", "mg/m³", "喷涂车间", 24.0, 60.0, None, 60.0, "PT-01"),
    Probe("GT-TQ01", "调漆区可燃气体", "gas", "%LEL", "调漆区", 3.0, 25.0, None, 60.0),
    Probe("FT-TQ01", "调漆区排风量", "airflow", "m³/h", "调漆区", 4_200.0, None, 3_000.0, 60.0),
    Probe("GT-HX01", "化学品库可燃气体", "gas", "%LEL", "化学品库", 2.0, 25.0, None, 60.0),
    Probe("TE-CH01", "1号淬火油槽油温", "temperature", "°C", "热处理车间", 61.0, 85.0, None, 60.0, "CH-01"),
    Probe("CO-HJ01", "焊接车间一氧化碳", "carbon_monoxide", "mg/m³", "焊接车间", 5.0, 20.0, None, 60.0),
    Probe("DU-MX01", "磨削车间粉尘浓度", "dust", "mg/m³", "磨削车间", 2.1, 8.0, None, 60.0),
    Probe("TE-DA01", "档案室温度", "temperature", "°C", "档案室", 22.0, 30.0, None, 300.0),
)


class Lock(NamedTuple):
    """A door with a reader: from where to where, and where it is in millimetres of the ground floor's hall."""

    code: str
    name: str
    place: str
    leads_to: str | None
    x: int
    y: int


LOCKS = (
    Lock("MJ-01", "东门厅入口", "门厅", None, 119_850, 26_000),
    Lock("MJ-02", "西门", "主通道", None, 150, 32_000),
    Lock("MJ-03", "配电室门", "配电室", "工具室", 78_000, 15_000),
    Lock("MJ-04", "配电室维修门", "维修间", "配电室", 72_000, 10_000),
    Lock("MJ-05", "化学品库门", "化学品库", "配电室", 66_000, 15_000),
    Lock("MJ-06", "调漆区门", "喷涂车间", "调漆区", 57_000, 5_000),
    Lock("MJ-07", "危废库门", "主通道", "危废库", 61_500, 30_000),
    Lock("MJ-08", "空压机房门", "主通道", "空压机房", 72_000, 30_000),
    Lock("MJ-09", "工具室门", "计量室", "工具室", 84_000, 20_000),
    Lock("MJ-10", "办公区门", "门厅", "办公区", 108_000, 22_000),
)


def fit_out(life: Life) -> None:
    """Adds equipment, sensors and doors."""
    officer = life.someone("王芳")
    for sheet in SHEETS.values():
        for machine in sheet.machines:
            place = room_at(sheet, machine.x, machine.y)
            if machine.number and place in PLACE:
                kind, name = MACHINES[machine.number[:2]]
                kind, name = ("robot", "焊接机器人") if machine.number.startswith("HJ-R") else (kind, name)
                args = {"code": machine.number, "name": f"{name} {machine.number}", "type": kind}
                spot = spot_of(machine.x, machine.y)
                team = life.ids[PLACE[place].team]
                line = {"line": LINES[machine.number]} if machine.number in LINES else {}
                life.ids[machine.number] = life.do(
                    officer, "equipment.add", zone=life.ids[place], team=team, **args, **spot, **line
                )
    for probe in PROBES:
        _hang(life, probe)
    for lock in LOCKS:
        sides = {"zone": life.ids[lock.place], "leads_to": life.ids[lock.leads_to] if lock.leads_to else None}
        spot = spot_of(lock.x, lock.y)
        life.ids[lock.code] = life.do(officer, "doors.add", code=lock.code, name=lock.name, **sides, **spot)


def _hang(life: Life, probe: Probe) -> None:
    zone = required(life.journal.records, Zone, life.ids[probe.place])
    xs, ys = zip(*zone.polygon, strict=True)
    args = {"code": probe.code, "name": probe.name, "quantity": probe.quantity, "unit": probe.unit}
    limits = {"limit_high": probe.high, "limit_low": probe.low, "interval_s": probe.seconds}
    spot = {"x": round(sum(xs) / len(xs), 2), "y": round(min(ys) + 0.8 * (max(ys) - min(ys)), 2)}
    machine = {"equipment": life.ids[probe.machine]} if probe.machine else {}
    life.ids[probe.code] = life.do(
        life.someone("王芳"), "sensors.add", zone=zone.id, **args, **limits, **spot, **machine
    )


def room_at(sheet: Sheet, x: int, y: int) -> str:
    """The room of a spot, in millimetres of the hall; empty where there is none."""
    return next((one.name for one in sheet.rooms if one.left <= x <= one.right and one.bottom <= y <= one.top), "")


def spot_of(x: int, y: int) -> dict[str, float]:
    """The place of a spot of the hall on the floor, in metres."""
    return {"x": (x + MARGIN) / 1000, "y": (y + MARGIN) / 1000}
