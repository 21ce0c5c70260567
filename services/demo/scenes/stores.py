"""Scenes round air and paint: a compressor whose belt runs bare, solvent drums that stand open."""

import math

from services.demo.scenes.hall import floor_stripe, paint_hall
from services.demo.scenes.machines import PAINTS
from services.demo.scenes.paint import (
    BLACK,
    RED,
    STEEL,
    WHITE,
    YELLOW,
    Colour,
    Painting,
    Spot,
    mix,
    oval,
    rounded,
    shade,
)
from services.demo.scenes.solids import Box, ground_shadow, paint_box

BELT: Colour = (42, 42, 44)


def paint_compressor(p: Painting, safe: bool) -> None:
    """A piston compressor on its tank. Not safe: wheel, belt and pulley turn without their guard."""
    p.horizon = 190
    paint_hall(p, wall_z=4.2, blur=7)
    p.begin("compressor")
    colour, z = p.random.choice(PAINTS), 2.5
    ground_shadow(p, Box(-1.05, 0, z, 2.1, 1, 0.5), 0.65, 0.15)
    _tank(p, colour, z)
    wheel, pulley = p.at(-0.42, 1.2, z - 0.12), p.at(0.56, 1.08, z - 0.12)
    _pump(p, colour, z)
    _motor(p, z)
    _drive(p, wheel, pulley)
    if safe:
        _mesh_guard(p, wheel, pulley)
    else:
        for x, y in ((wheel[0] - 150, wheel[1] + 128), (pulley[0] + 84, pulley[1] + 78)):
            p.block(x - 8, y - 20, x + 8, y + 26, shade(STEEL, 0.9), shade(STEEL, 0.5))


def _tank(p: Painting, colour: Colour, z: float) -> None:
    (left, top), (right, bottom) = p.at(-1.0, 0.84, z), p.at(1.0, 0.3, z)
    high = (bottom - top) / 2
    for x in (-0.72, 0.6):
        paint_box(p, Box(x, 0, z - 0.05, 0.1, 0.36, 0.3), shade(colour, 0.6))
    caps = [*oval(right, top + high, 60, high, -90, 90), *oval(left, top + high, 60, high, 90, 270)]
    p.fill(caps, *(shade(colour, tone) for tone in (0.8, 1.2, 1.05, 0.85, 0.6, 0.42)))
    for x in (left + 6, right - 6):
        p.stroke(oval(x, top + high, 22, high, -90, 90), 2, shade(colour, 0.6), 0.7)
    x, y = p.at(0.12, 0.56, z)
    p.block(x - 88, y - 29, x + 88, y + 29, (240, 240, 234), (220, 220, 212))
    p.write(x, y - 1, f"{p.name} 空压机", 28, (34, 46, 46))
    x, y = p.at(-0.55, 0.56, z)
    p.fill([(x, y - 34), (x + 36, y + 28), (x - 36, y + 28)], YELLOW)
    p.stroke([(x, y - 34), (x + 36, y + 28), (x - 36, y + 28), (x, y - 34)], 4, BLACK)
    p.write(x, y + 10, "!", 36)
    x, y = p.at(0.86, 0.98, z)
    p.stroke([(x, y + 10), (x, y + 62)], 9, shade(STEEL, 0.7))
    p.disc(x, y, 30, BLACK)
    p.disc(x, y, 25, (240, 240, 236))
    p.stroke([(x, y), (x + 14, y - 12)], 3, RED)


def _pump(p: Painting, colour: Colour, z: float) -> None:
    paint_box(p, Box(-0.72, 0.84, z, 0.6, 0.3, 0.4), shade(colour, 0.8))
    for x in (-0.7, -0.38):
        paint_box(p, Box(x, 1.14, z + 0.05, 0.27, 0.42, 0.3), shade(STEEL, 0.72))
        for step in range(7):
            y = 1.17 + step * 0.055
            (left, row), (right, _) = p.at(x - 0.025, y, z + 0.03), p.at(x + 0.295, y, z + 0.03)
            p.block(left, row - 5, right, row + 4, shade(STEEL, 1.05), shade(STEEL, 0.6))
        paint_box(p, Box(x + 0.03, 1.56, z + 0.05, 0.21, 0.08, 0.25), shade(STEEL, 0.85))
    bend = [p.at(-0.2, 1.6, z), p.at(0.05, 1.62, z), p.at(0.16, 1.4, z), p.at(0.16, 0.86, z)]
    p.cable(bend, 16, (186, 120, 70))


def _motor(p: Painting, z: float) -> None:
    body = Box(0.3, 0.86, z + 0.05, 0.56, 0.44, 0.4)
    grey = (104, 114, 122)
    p.fill(body.front(p), *(shade(grey, tone) for tone in (0.8, 1.3, 1.05, 0.8, 0.5)))
    for step in range(8):
        left, right = body.spot(p, 0.04, 0.1 + step * 0.11), body.spot(p, 0.96, 0.1 + step * 0.11)
        p.stroke([left, right], 3, shade(grey, 0.55), 0.7)
    paint_box(p, Box(0.62, 1.3, z + 0.08, 0.2, 0.1, 0.2), shade(grey, 0.8))


def _drive(p: Painting, wheel: Spot, pulley: Spot) -> None:
    """A large spoked wheel, a small one, and the belt round both."""
    (x, y), (px, py), big, small = wheel, pulley, 146.0, 52.0
    p.disc(x + 10, y + 12, big, BLACK, opaque=0.45, soft=8)
    p.stroke([(x + 18, y - big), (px + 6, py - small)], 15, BELT)
    p.stroke([(x + 18, y + big), (px + 6, py + small)], 15, BELT)
    p.ring(x, y, big - 4, 15, BELT)
    p.ring(x, y, big - 22, 24, (92, 98, 104))
    p.ring(x, y, big - 17, 5, (142, 148, 154))
    for turn in range(5):
        angle = math.radians(20 + turn * 72)
        p.stroke([(x, y), (x + 116 * math.cos(angle), y + 116 * math.sin(angle))], 21, (84, 90, 96))
    for at, size in ((wheel, 34.0), (pulley, 24.0)):
        p.disc(*at, size + 8, (72, 78, 84))
        p.disc(*at, size, shade(STEEL, 1.1), shade(STEEL, 0.6))
        p.disc(*at, size * 0.4, shade(STEEL, 0.5))
    p.ring(px, py, small - 4, 14, BELT)


def _mesh_guard(p: Painting, wheel: Spot, pulley: Spot) -> None:
    """A cage of yellow wire over wheel and belt."""
    (x, y), (px, py), big, small = wheel, pulley, 184.0, 92.0
    rim = [*oval(x, y, big, big, 85, 268), *oval(px, py, small, small, -84, 84)]
    p.shadow([(a + 10, b + 12) for a, b in rim], 8, 0.4)
    p.fill(rim, (40, 42, 40), opaque=0.38)
    top, bottom = min(b for _, b in rim), max(b for _, b in rim)
    left, right = min(a for a, _ in rim), max(a for a, _ in rim)
    step = 21
    for row in range(int(top), int(bottom), step):
        _wire(p, rim, [(left, row), (right, row)])
    for column in range(int(left), int(right), step):
        _wire(p, rim, [(column, top), (column, bottom)])
    p.stroke([*rim, rim[0]], 13, shade(YELLOW, 0.7))
    p.stroke([*rim, rim[0]], 8, YELLOW)
    for a, b in ((x - 150, y + 128), (px + 60, py + 92)):
        p.block(a - 9, b - 8, a + 9, b + 46, YELLOW, shade(YELLOW, 0.7))
    a, b = (x + px) / 2 + 10, (y + py) / 2
    p.block(a - 82, b - 21, a + 82, b + 21, WHITE, shade(WHITE, 0.92))
    p.write(a, b - 1, "运转中禁止打开", 21, RED)


def _wire(p: Painting, rim: list[Spot], line: list[Spot]) -> None:
    """The part of a straight wire, along one axis, that lies within the rim."""
    axis = 0 if line[0][1] == line[1][1] else 1
    level = line[0][1 - axis]
    cuts = []
    for one, other in zip(rim, [*rim[1:], rim[0]], strict=True):
        a, b = one[1 - axis], other[1 - axis]
        if (a > level) != (b > level):
            cuts.append(one[axis] + (other[axis] - one[axis]) * (level - a) / (b - a))
    if len(cuts) >= 2:
        ends = [(cut, level) if axis == 0 else (level, cut) for cut in (min(cuts), max(cuts))]
        p.stroke(ends, 2.6, shade(YELLOW, 0.92))


def paint_solvent(p: Painting, safe: bool) -> None:
    """Drums of thinner. Not safe: two stand open, with cans and rags before them."""
    p.horizon = 140
    paint_hall(p, wall_z=3.7, blur=4, near=True)
    _warning_board(p)
    _safety_cabinet(p)
    lift = 0.17
    tray = Box(-1.25, 0, 2.52, 1.9, lift - 0.01, 0.75)
    ground_shadow(p, tray, 0.55)
    paint_box(p, tray, (226, 176, 36))
    for step in range(1, 19):
        p.stroke([tray.spot(p, step / 19, 0.2), tray.spot(p, step / 19, 0.72)], 5, (168, 124, 20), 0.6)
    p.begin("drums")
    for place, x in enumerate((-0.93, -0.3, 0.33)):
        _drum(p, x, 2.85, lift, is_open=not safe and place != 0)
    floor_stripe(p, -2.4, 2.4, 2.2, 2.27, YELLOW)
    if not safe:
        p.begin("cans")
        _rags(p, *p.at(-0.72, 0, 2.12))
        for x, z in ((-0.25, 2.2), (0.12, 2.08), (0.92, 2.3)):
            _can(p, x, z)


def _drum(p: Painting, x: float, z: float, lift: float, *, is_open: bool) -> None:
    blue = (40, 86, 150)
    (middle, top), (_, foot) = p.at(x, lift + 0.86, z), p.at(x, lift, z)
    wide = 1100 * 0.285 / z
    deep = wide * 0.3
    body = [*oval(middle, foot, wide, deep, 0, 180), (middle - wide, top), (middle + wide, top)]
    p.fill(body, *rounded(blue), across=True)
    for part in (0.34, 0.67):
        y = top + (foot - top) * part
        ridge = [*oval(middle, y, wide + 3, deep, 0, 180), *oval(middle, y + 10, wide + 3, deep, 0, 180)[::-1]]
        p.fill(ridge, *rounded(shade(blue, 1.15)), across=True)
    p.disc(middle, top, wide + 2, shade(blue, 0.55), high=deep + 2)
    if is_open:
        p.disc(middle, top, wide - 6, (18, 20, 24), (40, 42, 46), high=deep - 4)
        p.disc(middle, top + 7, wide - 16, (92, 84, 62), (150, 138, 100), high=deep - 10)
        p.light(oval(middle - wide * 0.3, top + 4, wide * 0.3, 4), 3, 0.7)
    else:
        p.disc(middle, top, wide - 4, shade(blue, 1.35), shade(blue, 1.05), high=deep - 3)
        p.disc(middle - wide * 0.5, top + 2, 15, shade(STEEL, 1.1), shade(STEEL, 0.7), high=6)
    x0, y0 = middle, top + (foot - top) * 0.52 + deep
    p.block(x0 - 62, y0 - 30, x0 + 62, y0 + 34, (242, 242, 236), (222, 222, 214))
    p.write(x0 + 22, y0, "稀释剂", 23)
    p.fill([(x0 - 40, y0 - 22), (x0 - 20, y0 + 1), (x0 - 40, y0 + 24), (x0 - 60, y0 + 1)], RED)
    p.write(x0 - 40, y0, "3", 22, WHITE)


def _can(p: Painting, x: float, z: float) -> None:
    (middle, foot), wide = p.at(x, 0, z), 1100 * 0.085 / z
    top, deep = p.at(x, 0.21, z)[1], 1100 * 0.085 / z * 0.36
    tin = mix((190, 192, 190), p.random.choice(((186, 60, 46), (60, 110, 160), (200, 170, 60))), 0.5)
    p.shadow(oval(middle + 10, foot + 2, wide * 1.3, deep * 1.2), 6, 0.55)
    body = [*oval(middle, foot, wide, deep, 0, 180), (middle - wide, top), (middle + wide, top)]
    p.fill(body, *rounded(tin), across=True)
    p.disc(middle, top, wide, shade(STEEL, 0.9), high=deep)
    p.disc(middle, top + 1, wide - 5, (30, 28, 26), shade(tin, 0.5), high=deep - 3)
    side = p.random.choice((-1, 1))
    p.disc(middle + side * wide * 1.9, foot + 8, wide * 0.9, shade(STEEL, 1.15), shade(STEEL, 0.8), high=deep * 0.8)


def _rags(p: Painting, x: float, y: float) -> None:
    p.shadow(oval(x + 8, y + 6, 104, 26), 8, 0.5)
    for _ in range(12):
        cx, cy = x + p.random.uniform(-64, 64), y - p.random.uniform(-6, 34)
        cloth = p.random.choice(((170, 160, 142), (142, 96, 84), (112, 122, 132), (188, 182, 170)))
        spots = [(cx + p.random.uniform(-46, 46), cy + p.random.uniform(-20, 20)) for _ in range(6)]
        spots.sort(key=lambda spot: math.atan2(spot[1] - cy, spot[0] - cx))
        p.fill(spots, shade(cloth, 1.1), shade(cloth, 0.7))


def _safety_cabinet(p: Painting) -> None:
    cabinet = Box(0.92, 0, 3.0, 0.95, 1.5, 0.5)
    ground_shadow(p, cabinet)
    paint_box(p, cabinet, (232, 186, 36))
    middle = [cabinet.spot(p, 0.5, 0.96), cabinet.spot(p, 0.5, 0.04)]
    p.stroke(middle, 3, (150, 112, 14))
    x, y = cabinet.spot(p, 0.5, 0.74)
    p.block(x - 128, y - 44, x + 128, y + 44, RED, shade(RED, 0.85))
    p.write(x, y - 16, "易燃液体储存柜", 29, WHITE)
    p.write(x, y + 22, "严禁烟火", 24, WHITE)
    for across in (0.44, 0.56):
        x, y = cabinet.spot(p, across, 0.45)
        p.block(x - 6, y - 38, x + 6, y + 38, (60, 62, 62), (30, 32, 32))


def _warning_board(p: Painting) -> None:
    x, y = p.at(-0.35, 1.62, 3.66)
    p.block(x - 240, y - 44, x + 240, y + 44, (242, 242, 236), (226, 226, 220))
    p.block(x - 240, y - 44, x - 150, y + 44, YELLOW)
    p.fill([(x - 195, y - 32), (x - 160, y + 30), (x - 230, y + 30)], BLACK)
    p.write(x - 195, y + 10, "!", 34, YELLOW)
    p.write(x + 44, y - 1, "当心火灾  禁止敞口存放", 31, (40, 44, 46))
