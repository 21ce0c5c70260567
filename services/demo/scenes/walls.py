"""Scenes along a wall: a switch cabinet left open, an extinguisher behind boxes, gas cylinders without their chain."""

import math

from services.demo.scenes.hall import floor_stripe, paint_hall
from services.demo.scenes.paint import BLACK, GREEN, GREY, RED, STEEL, WHITE, YELLOW, Colour, Painting, oval, shade
from services.demo.scenes.solids import Box, ground_shadow, paint_box, paint_carton, paint_pallet

CABINET: Colour = (196, 198, 192)
COPPER: Colour = (190, 116, 66)


def paint_switch_cabinet(p: Painting, safe: bool) -> None:
    """Three switch cabinets. Not safe: the middle one stands open, live parts within reach."""
    p.horizon = 300
    paint_hall(p, wall_z=3.5, blur=4, near=True)
    z, wide = 2.9, 0.78
    series, _, number = p.name.rpartition("-")
    floor_stripe(p, -2.4, 2.4, 2.28, 2.36, YELLOW)
    p.fill([p.at(-1.3, 0, 2.88), p.at(1.3, 0, 2.88), p.at(1.3, 0, 2.4), p.at(-1.3, 0, 2.4)], (46, 62, 58), (38, 50, 48))
    for place in (-1, 0, 1):
        cabinet = Box(place * wide - wide / 2, 0.06, z, wide - 0.012, 2.0, 0.5)
        ground_shadow(p, cabinet, 0.5)
        paint_box(p, Box(cabinet.x, 0, z, cabinet.wide, 0.06, 0.5), (70, 74, 76))
        paint_box(p, cabinet, CABINET)
        _nameplate(p, cabinet, f"{series}-{int(number) + place:02d}")
        if place or safe:
            _cabinet_door(p, cabinet)
        else:
            _cabinet_inside(p, cabinet)
    if not safe:
        _open_door(p, Box(-wide / 2, 0.06, z, wide, 2.0, 0.5))


def _nameplate(p: Painting, cabinet: Box, text: str) -> None:
    x, y = cabinet.spot(p, 0.5, 0.945)
    p.block(x - 52, y - 17, x + 52, y + 17, (38, 74, 120), (28, 58, 98))
    p.write(x, y - 1, text, 23, WHITE)


def _cabinet_door(p: Painting, cabinet: Box) -> None:
    corners = [cabinet.spot(p, a, b) for a, b in ((0.05, 0.9), (0.95, 0.9), (0.95, 0.03), (0.05, 0.03))]
    p.stroke([*corners, corners[0]], 2.5, shade(CABINET, 0.62))
    for across, colour in ((0.3, RED), (0.5, YELLOW), (0.7, GREEN)):
        x, y = cabinet.spot(p, across, 0.83)
        p.disc(x, y, 11, shade(CABINET, 0.5))
        p.disc(x, y - 1, 8, shade(colour, 1.35), colour)
    for across in (0.32, 0.68):
        x, y = cabinet.spot(p, across, 0.72)
        p.block(x - 34, y - 26, x + 34, y + 26, (52, 56, 58))
        p.block(x - 29, y - 21, x + 29, y + 21, (232, 234, 226))
        p.stroke([(x - 16, y + 12), (x + 12, y - 10)], 2, RED)
    x, y = cabinet.spot(p, 0.88, 0.48)
    p.block(x - 8, y - 34, x + 8, y + 34, (60, 64, 66), (34, 36, 38))
    p.disc(x, y + 18, 5, STEEL)
    _danger_sign(p, *cabinet.spot(p, 0.46, 0.5))
    for row in range(6):
        x, y = cabinet.spot(p, 0.3, 0.16 - row * 0.016)
        p.stroke([(x, y), (cabinet.spot(p, 0.7, 0)[0], y)], 3, shade(CABINET, 0.5))


def _danger_sign(p: Painting, x: float, y: float) -> None:
    p.fill([(x, y - 50), (x + 52, y + 40), (x - 52, y + 40)], BLACK)
    p.fill([(x, y - 38), (x + 42, y + 34), (x - 42, y + 34)], YELLOW)
    p.fill([(x + 6, y - 22), (x - 14, y + 8), (x - 2, y + 8), (x - 8, y + 28), (x + 14, y - 2), (x + 2, y - 2)], BLACK)
    p.block(x - 52, y + 44, x + 52, y + 70, YELLOW)
    p.write(x, y + 57, "当心触电", 21)


def _cabinet_inside(p: Painting, cabinet: Box) -> None:
    """The mounting plate with breakers, copper bars and wires."""
    corners = [cabinet.spot(p, a, b) for a, b in ((0.05, 0.9), (0.95, 0.9), (0.95, 0.03), (0.05, 0.03))]
    p.fill(corners, (58, 62, 62), (34, 38, 38))
    (left, top), (right, bottom) = cabinet.spot(p, 0.12, 0.87), cabinet.spot(p, 0.88, 0.06)
    p.block(left, top, right, bottom, (206, 202, 186), (186, 182, 168))
    for row, colour in enumerate((YELLOW, GREEN, RED)):
        y = top + 18 + row * 20
        p.block(left + 8, y, right - 8, y + 11, shade(COPPER, 1.25), COPPER, shade(COPPER, 0.7))
        p.block(left + 8, y, left + 40, y + 11, colour)
    wires = (RED, GREEN, YELLOW, (40, 70, 160), BLACK)
    for row in range(3):
        y = top + 120 + row * 132
        p.block(left + 4, y + 42, right - 4, y + 56, (150, 152, 150), (104, 108, 108))
        count = 5 if row else 3
        for place in range(count):
            x = left + 16 + place * (right - left - 30) / count
            wide = (right - left - 30) / count - 6
            p.block(x, y, x + wide, y + 84, (64, 68, 74), (40, 43, 48))
            p.block(x + wide * 0.32, y + 26, x + wide * 0.68, y + 52, (24, 26, 28))
            p.block(x + wide * 0.36, y + 29, x + wide * 0.64, y + 40, (222, 224, 222))
            for lead in (0.25, 0.5, 0.75):
                sway = p.random.uniform(-16, 16)
                bend = [
                    (x + wide * lead, y + 84),
                    (x + wide * lead + sway, y + 106),
                    (x + wide * lead + sway / 3, y + 132),
                ]
                p.stroke(bend, 3, p.random.choice(wires))
    for _ in range(7):
        x = p.random.uniform(left + 20, right - 20)
        bend = [(x, bottom - 92), (x + p.random.uniform(-30, 30), bottom - 46), (x + p.random.uniform(-12, 12), bottom)]
        p.cable(bend, 6, p.random.choice(wires))
    p.shadow(
        [corners[0], corners[1], (corners[1][0], corners[1][1] + 46), (corners[0][0], corners[0][1] + 46)], 12, 0.5
    )


def _open_door(p: Painting, cabinet: Box) -> None:
    """The door swung towards the lens, hinged at the left, its inner face to be seen."""
    x0, z0, x1, z1 = cabinet.x + 0.03, cabinet.z, cabinet.x - 0.2, cabinet.z - 0.62
    door = [p.at(x1, 1.87, z1), p.at(x0, 1.87, z0), p.at(x0, 0.12, z0), p.at(x1, 0.12, z1)]
    p.shadow([p.at(x1, 0, z1), p.at(x0, 0, z0), p.at(x0 + 0.3, 0, z0 - 0.1), p.at(x1 + 0.3, 0, z1)], 14, 0.4)
    p.fill(door, shade(CABINET, 0.66), shade(CABINET, 0.84), across=True)
    rim = [p.at(x1 + 0.02, 1.81, z1 + 0.05), p.at(x0 - 0.02, 1.81, z0 - 0.05)]
    rim += [p.at(x0 - 0.02, 0.18, z0 - 0.05), p.at(x1 + 0.02, 0.18, z1 + 0.05)]
    p.stroke([*rim, rim[0]], 3, shade(CABINET, 0.5))
    p.stroke([door[0], door[3]], 9, shade(CABINET, 0.95))
    sheet = [p.at(x1 + 0.06, 1.5, z1 + 0.16), p.at(x0 - 0.06, 1.5, z0 - 0.16)]
    sheet += [p.at(x0 - 0.06, 1.05, z0 - 0.16), p.at(x1 + 0.06, 1.05, z1 + 0.16)]
    p.fill(sheet, (230, 228, 214), (212, 210, 198))
    for part in (0.25, 0.45, 0.65):
        a = [sheet[0][axis] + (sheet[3][axis] - sheet[0][axis]) * part for axis in (0, 1)]
        b = [sheet[1][axis] + (sheet[2][axis] - sheet[1][axis]) * part for axis in (0, 1)]
        p.stroke([(a[0] + 8, a[1]), (b[0] - 8, b[1])], 2, GREY)


def paint_extinguisher(p: Painting, safe: bool) -> None:
    """A fire point at the wall. Not safe: pallet and cartons stand in front of it."""
    p.horizon = 270
    paint_hall(p, wall_z=3.6, blur=3, near=True)
    place = p.random.uniform(-0.25, 0.25)
    _keep_clear(p, place)
    _fire_sign(p, place)
    box = Box(place - 0.5, 0, 3.2, 1.0, 0.78, 0.32)
    ground_shadow(p, box, 0.5)
    paint_box(p, box, (186, 34, 30))
    for x in (-0.24, 0.24):
        left, top = p.at(place + x - 0.17, 0.66, 3.2)
        right, bottom = p.at(place + x + 0.17, 0.14, 3.2)
        p.block(left, top, right, bottom, (56, 18, 18), (84, 26, 24))
        _extinguisher(p, place + x, 3.2, left, right, top, bottom)
        p.fill([(left + 8, bottom), (left + 50, top), (left + 80, top), (left + 38, bottom)], WHITE, opaque=0.16)
    x, y = p.at(place, 0.72, 3.2)
    p.write(x, y, "灭火器箱  119", 25, (250, 240, 226))
    if not safe:
        p.begin("boxes")
        _boxes(p, place)


def _extinguisher(p: Painting, x: float, z: float, left: float, right: float, top: float, bottom: float) -> None:
    middle = (left + right) / 2
    p.block(
        middle - 31,
        top + 40,
        middle + 31,
        bottom - 4,
        *(shade(RED, f) for f in (0.6, 1.15, 1.5, 1.1, 0.55)),
        across=True,
    )
    p.disc(middle, top + 42, 31, shade(RED, 1.3), shade(RED, 0.9), high=16)
    p.block(middle - 22, top + 76, middle + 22, top + 120, (238, 236, 226))
    p.write(middle, top + 98, "干粉", 17, RED)
    p.block(middle - 8, top + 12, middle + 8, top + 32, BLACK)
    p.stroke([(middle - 4, top + 14), (middle + 30, top + 6)], 6, BLACK)
    p.stroke([(middle - 6, top + 22), (middle - 34, top + 54), (middle - 34, top + 120)], 6, BLACK)


def _fire_sign(p: Painting, place: float) -> None:
    x, y = p.at(place, 1.72, 3.55)
    p.block(x - 74, y - 92, x + 74, y + 92, (206, 40, 34), (182, 30, 26))
    p.stroke([(x - 66, y - 84), (x + 66, y - 84), (x + 66, y + 84), (x - 66, y + 84), (x - 66, y - 84)], 2.5, WHITE)
    p.block(x - 20, y - 32, x + 14, y + 34, WHITE)
    p.disc(x - 3, y - 32, 17, WHITE, high=12)
    p.block(x - 9, y - 56, x + 3, y - 36, WHITE)
    p.stroke([(x - 4, y - 54), (x + 26, y - 62)], 7, WHITE)
    p.stroke([(x - 6, y - 48), (x - 38, y - 24), (x - 40, y + 10)], 6, WHITE)
    p.write(x, y + 60, "灭火器", 32, WHITE)


def _keep_clear(p: Painting, place: float) -> None:
    """The hatched field of the floor that must stay free."""
    x0, x1, z0, z1 = place - 0.65, place + 0.65, 2.3, 3.15
    for step in range(8):
        a, b = x0 + step * (x1 - x0) / 8, x0 + (step + 0.45) * (x1 - x0) / 8
        p.fill(
            [p.at(a, 0, z1), p.at(b, 0, z1), p.at(b - 0.02, 0, z0), p.at(a - 0.02, 0, z0)], YELLOW, shade(YELLOW, 0.88)
        )
    for z in (z0, z1):
        floor_stripe(p, x0, x1, z - 0.03, z + 0.03, YELLOW)
    for x in (x0, x1):
        floor_stripe(p, x - 0.03, x + 0.03, z0, z1, YELLOW)


def _boxes(p: Painting, place: float) -> None:
    ground_shadow(p, Box(place - 0.75, 0, 2.35, 1.3, 0.3, 0.7), 0.6)
    top = paint_pallet(p, place - 0.75, 0, 2.4, 1.3, 0.75)
    paint_carton(p, Box(place - 0.68, top, 2.52, 0.6, 0.46, 0.5), "易碎")
    paint_carton(p, Box(place - 0.04, top, 2.5, 0.56, 0.5, 0.5), "轴承座")
    paint_carton(p, Box(place - 0.5, top + 0.47, 2.55, 0.62, 0.36, 0.45), "华东精工")
    paint_carton(p, Box(place + 0.72, 0, 2.5, 0.42, 0.36, 0.42))


STRIPS = 36
GASES: tuple[tuple[str, Colour, Colour], ...] = (
    ("氧", (120, 182, 214), BLACK),
    ("乙炔", (232, 230, 224), RED),
    ("氩", (164, 170, 174), (24, 110, 62)),
)


def paint_cylinders(p: Painting, safe: bool) -> None:
    """Gas cylinders at the wall. Not safe: no chain holds them, and one leans."""
    p.horizon = 290
    paint_hall(p, wall_z=3.3, blur=3.5, near=True)
    p.begin("cylinders")
    rack = Box(-1.0, 0.98, 3.1, 2.0, 0.07, 0.1)
    for y in (0.45, 0.98):
        paint_box(p, Box(rack.x, y, rack.z, rack.wide, 0.06, 0.1), (222, 170, 40))
    for x in (-1.0, 0.93):
        paint_box(p, Box(x, 0, 3.1, 0.07, 1.3, 0.1), (206, 156, 36))
    _gas_sign(p)
    gases = [GASES[0], GASES[1], GASES[2], GASES[0]]
    p.random.shuffle(gases)
    for place, gas in enumerate(gases):
        x = -0.69 + place * 0.46
        ground_shadow(p, Box(x - 0.13, 0, 2.72, 0.26, 1, 0.26), 0.6, 0.08)
        _cylinder(p, x, 2.85, gas, 0.13 if place == 2 and not safe else 0.0)
    if safe:
        for y in (0.5, 1.03):
            _chain(p, y)
        return
    _chain_end(p)


def _cylinder(p: Painting, x: float, z: float, gas: tuple[str, Colour, Colour], lean: float) -> None:
    """`lean`: how far its top stands out to the right, in metres."""
    name, colour, ink = gas
    (foot_x, foot_y), (top_x, top_y) = p.at(x, 0, z), p.at(x + lean, 1.22, z)
    wide = 1100 * 0.112 / z * 1.05
    slope = (top_x - foot_x) / (foot_y - top_y)
    for step in range(STRIPS):
        a, b = -1 + 2 * step / STRIPS, -1 + 2 * (step + 1) / STRIPS
        bulge = (1 - ((a + b) / 2) ** 2) ** 0.5
        edge = [(top_x + a * wide, top_y - 44 * bulge), (top_x + b * wide + 1, top_y - 44 * bulge)]
        foot = [(foot_x + b * wide + 1, foot_y + 12 * bulge), (foot_x + a * wide, foot_y + 12 * bulge)]
        p.fill([*edge, *foot], shade(colour, 0.4 + 0.7 * math.cos((a + 0.3) * 1.05) ** 1.5))
    for part in (0.1, 0.82):
        x, y = foot_x + (top_x - foot_x) * part, foot_y + (top_y - foot_y) * part
        p.fill(
            [*oval(x, y, wide + 4, 12, 0, 180), *oval(x, y - 16, wide + 4, 12, 0, 180)[::-1]],
            (34, 36, 36),
            (58, 60, 60),
        )
    neck_x, neck_y = top_x + slope * 60, top_y - 58
    p.block(
        neck_x - 17, neck_y - 6, neck_x + 17, neck_y + 24, (150, 120, 60), (206, 172, 96), (120, 92, 46), across=True
    )
    p.block(
        neck_x - 30,
        neck_y - 44,
        neck_x + 30,
        neck_y - 4,
        *(shade(colour, f) for f in (0.6, 1.1, 0.9, 0.5)),
        across=True,
    )
    cx, cy = foot_x + (top_x - foot_x) * 0.56, foot_y + (top_y - foot_y) * 0.56
    for place, sign in enumerate(name):
        p.write(cx, cy + (place - (len(name) - 1) / 2) * 58, sign, 50, ink)


def _gas_sign(p: Painting) -> None:
    x, y = p.at(0.0, 1.95, 3.28)
    p.block(x - 210, y - 36, x + 210, y + 36, (240, 240, 234), (224, 224, 218))
    p.disc(x - 168, y, 26, RED)
    p.disc(x - 168, y, 19, WHITE)
    p.stroke([(x - 180, y - 12), (x - 156, y + 12)], 6, RED)
    p.write(x + 28, y - 1, "气瓶区  严禁烟火", 36, (40, 44, 46))


def _chain(p: Painting, y: float) -> None:
    """A chain from rack post to rack post, sagging between the cylinders."""
    (left, _), (right, _), (_, row) = p.at(-0.98, y, 3.1), p.at(0.98, y, 3.1), p.at(0, y, 2.72)
    count = 62
    for link in range(count):
        x = left + (right - left) * link / count
        sag = 8 * abs(((link / count * 4.25) % 1) - 0.5) * -2 + 8
        if link % 2:
            p.disc(x + 4, row + sag + 4, 9, BLACK, opaque=0.4, high=5)
            p.ring(x + 4, row + sag, 8.5, 4, (196, 200, 204), high=5.5)
        else:
            p.stroke([(x - 2, row + sag), (x + 11, row + sag)], 5.5, (120, 124, 128))


def _chain_end(p: Painting) -> None:
    """The chain hangs loose from the left post."""
    x, y = p.at(-0.97, 1.02, 3.08)
    for link in range(26):
        sway = 6 * (link % 5) / 5
        if link % 2:
            p.ring(x + sway, y + link * 8, 5, 3.4, (186, 190, 194), high=7.5)
        else:
            p.stroke([(x + sway, y + link * 8 - 6), (x + sway, y + link * 8 + 6)], 4.5, (112, 116, 120))
