"""Extinguishers and hydrants of the demo plant: where a fire officer would hang them, each with its tag."""

from datetime import date, timedelta

from services.demo.cast import PLACE, SHEETS
from services.demo.life import SHANGHAI, Life
from services.demo.outfit import spot_of
from services.plans.sheet import Room

ASIDE = 900  # mm from the corner of the room
LARGE_M2 = 300  # a room from this size on has a second extinguisher, in the corner across
AISLE, APART = "主通道", 24_000  # hydrants stand along the aisle, so far from one another (mm)
LATE = "化学品库"  # whose tag nobody has looked at
MONTH = timedelta(days=30)


def hang_extinguishers(life: Life) -> None:
    """Adds one to each room, two to a large one, and hydrants along the main aisle."""
    count = 0
    for sheet in SHEETS.values():
        for room in sheet.rooms:
            if room.name in PLACE:
                for x, y in _corners(room):
                    count += 1
                    due = _due(life, count, late=room.name == LATE)
                    _add(life, f"MH-{count:03d}", "extinguisher", f"灭火器 {count:03d}", room.name, x, y, due)
    aisle = next(room for sheet in SHEETS.values() for room in sheet.rooms if room.name == AISLE)
    for number, x in enumerate(range(aisle.left + APART // 2, aisle.right, APART), 1):
        due = _due(life, number, late=False)
        _add(life, f"XHS-{number:02d}", "hydrant", f"室内消火栓 {number:02d}", AISLE, x, aisle.top - 300, due)


def _corners(room: Room) -> list[tuple[int, int]]:
    first, across = (room.left + ASIDE, room.bottom + ASIDE), (room.right - ASIDE, room.top - ASIDE)
    return [first, across] if room.area_m2 >= LARGE_M2 else [first]


def _due(life: Life, number: int, *, late: bool) -> date:
    """The tags were looked at in turn, so that they are due in turn, too."""
    today = life.until.astimezone(SHANGHAI).date()
    return today - timedelta(days=5) if late else today + (2 + number % 9) * MONTH


def _add(life: Life, code: str, kind: str, name: str, place: str, x: int, y: int, due: date) -> None:
    args = {"code": code, "name": name, "type": kind, "check_due": due.isoformat()}
    team = life.ids[PLACE[place].team]
    life.ids[code] = life.do(
        life.someone("王芳"), "equipment.add", zone=life.ids[place], team=team, **args, **spot_of(x, y)
    )
