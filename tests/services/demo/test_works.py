"""The building of the demo works is read as it was drawn: rooms, machines, layers; and it could stand."""

from itertools import combinations
from pathlib import Path

import pytest
from ezdxf.entitydb import EntityDB
from shapely import Point, box
from shapely.geometry import LineString

from services.demo.cast import PLACES
from services.demo.outfit import LOCKS, MACHINES, room_at
from services.demo.works.ground import GROUND
from services.demo.works.layers import LAYERS
from services.demo.works.upper import UPPER
from services.plans import Drawing, propose_zones, read_dxf
from services.plans.drafting import write_sheet
from services.plans.sheet import AXIS_RADIUS, MARGIN, OUTER_WALL, Sheet

SHEETS = pytest.mark.parametrize("sheet", [GROUND, UPPER], ids=["ground", "upper"])


def drawn(sheet: Sheet, folder: Path) -> Drawing:
    write_sheet(sheet, folder / "floor.dxf")
    return read_dxf(folder / "floor.dxf")


@SHEETS
def test_rooms_are_read_as_they_were_drawn(sheet: Sheet, tmp_path: Path) -> None:
    drawing = drawn(sheet, tmp_path)
    found = {proposal.name: proposal for proposal in propose_zones(drawing)}
    assert set(found) == {room.name for room in sheet.rooms}
    for room in sheet.rooms:
        assert set(found[room.name].polygon) == set(room.polygon_m)
    assert drawing.width_m == pytest.approx((sheet.hall[0] + MARGIN + AXIS_RADIUS) / 1000, rel=0.01)
    assert drawing.warnings == ()
    assert {layer.name for layer in drawing.layers} <= {name for name, _ in LAYERS.values()}
    assert [layer.name for layer in drawing.layers if not layer.visible] == ["动力-管线"]
    numbers = {machine.number for machine in sheet.machines if machine.number}
    assert numbers <= {text.text for text in drawing.texts}


@SHEETS
def test_the_same_bytes_every_time(sheet: Sheet, tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_sheet(sheet, tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


@SHEETS
def test_the_same_bytes_whatever_order_a_set_has(sheet: Sheet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    in_use = EntityDB.dxf_types_in_use
    for name in ("one", "two"):
        monkeypatch.setattr(
            EntityDB, "dxf_types_in_use", lambda db, name=name: sorted(in_use(db), reverse=name == "two")
        )
        write_sheet(sheet, tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def faults(sheet: Sheet) -> list[str]:
    """What could not be built: rooms upon each other, an opening in no wall, a machine in none of the rooms."""
    width, height = sheet.hall
    rooms = [box(room.left, room.bottom, room.right, room.top) for room in sheet.rooms]
    found = [f"rooms {one}" for one, (a, b) in enumerate(combinations(rooms, 2)) if a.intersects(b)]
    shell = box(0, 0, width, height).exterior.buffer(OUTER_WALL + 1)
    walls = shell.union(LineString([(0, 0), (0, 0)]).buffer(0))
    for x1, y1, x2, y2 in sheet.walls:
        walls = walls.union(LineString([(x1, y1), (x2, y2)]).buffer(1))
    found += [f"opening {one.x} {one.y}" for one in sheet.openings if not walls.intersects(Point(one.x, one.y))]
    found += [f"machine {one.number} {one.x} {one.y}" for one in sheet.machines if not room_at(sheet, one.x, one.y)]
    return found


@SHEETS
def test_it_could_stand(sheet: Sheet) -> None:
    assert faults(sheet) == []


def test_what_could_not_stand_is_seen() -> None:
    window = GROUND.openings[-1]._replace(x=50_000, y=50_000)
    room = GROUND.rooms[0]._replace(right=GROUND.rooms[0].right + 500)
    machine = GROUND.machines[0]._replace(x=-1)
    bad = GROUND._replace(
        openings=(*GROUND.openings, window), rooms=(room, *GROUND.rooms[1:]), machines=(*GROUND.machines, machine)
    )
    assert {fault.split()[0] for fault in faults(bad)} == {"rooms", "opening", "machine"}


def test_every_zone_is_a_room_and_every_machine_is_known() -> None:
    rooms = {room.name for sheet in (GROUND, UPPER) for room in sheet.rooms}
    assert {place.name for place in PLACES} <= rooms
    assert {machine.number[:2] for machine in GROUND.machines if machine.number} == set(MACHINES)
    numbers = [machine.number for machine in GROUND.machines if machine.number]
    assert len(numbers) == len(set(numbers))
    assert all(lock.place in rooms and (lock.leads_to is None or lock.leads_to in rooms) for lock in LOCKS)
