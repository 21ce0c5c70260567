"""Scenes on the floor: oil under a machine, cables across a walkway, pallets in front of an emergency exit."""

import math

from services.demo.scenes.hall import floor_stripe, paint_hall
from services.demo.scenes.machines import PAINTS
from services.demo.scenes.paint import BLACK, GREEN, STEEL, WHITE, YELLOW, Colour, Painting, Spot, oval, shade
from services.demo.scenes.solids import Box, ground_shadow, paint_box, paint_carton, paint_pallet


def paint_oil(p: Painting, safe: bool) -> None:
    """A lathe with a leaking pipe. Not safe: a puddle of oil spreads to where people walk."""
    p.horizon = 90
    paint_hall(p, wall_z=5.6)
    p.begin("lathe")
    colour = p.random.choice(PAINTS)
    floor_stripe(p, -3, 3, 1.74, 1.82, YELLOW)
    _lathe(p, colour, p.name)
    place = p.random.uniform(-0.15, 0.25)
    p.begin("oil")
    if safe:
        _stain(p, place)
        _drip_tray(p, place)
    else:
        _puddle(p, place)
        _drops(p, place)


def _lathe(p: Painting, colour: Colour, name: str) -> None:
    body = Box(-1.35, 0.12, 2.95, 2.6, 0.72, 0.8)
    ground_shadow(p, body, 0.75, 0.06)
    for x in (-1.3, 0.75):
        paint_box(p, Box(x, 0, 2.97, 0.45, 0.14, 0.6), (58, 62, 64))
    paint_box(p, body, colour)
    paint_box(p, Box(-1.35, 0.84, 3.0, 0.62, 0.62, 0.6), shade(colour, 1.02))
    bed = Box(-0.73, 0.84, 3.05, 1.98, 0.1, 0.5)
    paint_box(p, bed, shade(STEEL, 0.85))
    paint_box(p, Box(0.85, 0.94, 3.1, 0.3, 0.3, 0.35), shade(colour, 0.9))
    x, y = p.at(-0.68, 1.12, 3.05)
    p.block(x - 14, y - 56, x + 44, y + 56, *(shade(STEEL, f) for f in (0.5, 1.2, 0.9, 0.5)))
    right = p.at(0.85, 1.1, 3.1)[0]
    p.block(x + 44, y - 13, right, y + 13, *(shade(STEEL, f) for f in (0.6, 1.35, 1.0, 0.55)))
    for across in (0.04, 0.36, 0.68):
        corners = [body.spot(p, across + a, b) for a, b in ((0, 0.84), (0.28, 0.84), (0.28, 0.12), (0, 0.12))]
        p.stroke([*corners, corners[0]], 2.5, shade(colour, 0.66))
    x, y = p.at(-1.04, 1.34, 3.0)
    p.block(x - 64, y - 21, x + 64, y + 21, (238, 238, 230))
    p.write(x, y - 1, name, 30, (34, 46, 46))
    for across, ink in ((0.25, GREEN), (0.5, YELLOW), (0.75, (206, 50, 40))):
        sx, sy = Box(-1.35, 0.84, 3.0, 0.62, 0.62, 0).spot(p, across, 0.3)
        p.disc(sx, sy + 2, 14, shade(colour, 0.5))
        p.disc(sx, sy, 11, shade(ink, 1.3), shade(ink, 0.8))
    pipe = [p.at(0.42, 0.55, 2.94), p.at(0.42, 0.3, 2.92), p.at(0.3, 0.22, 2.88)]
    p.cable(pipe, 15, (70, 74, 76))
    sx, sy = pipe[0]
    p.block(sx - 20, sy - 16, sx + 20, sy + 10, shade(STEEL, 1.2), shade(STEEL, 0.6))


def _blot(p: Painting, x: float, z: float, size: float, grow: float = 0.0) -> list[Spot]:
    """An uneven round outline on the floor, `size` metres from its middle."""
    waves = [(p.random.uniform(0, 6.28), p.random.uniform(0.03, 0.13)) for _ in range(4)]
    spots = []
    for step in range(48):
        turn = math.tau * step / 48
        reach = size + grow + sum(size * high * math.sin(turn * (n + 2) + at) for n, (at, high) in enumerate(waves))
        spots.append(p.at(x + reach * 1.25 * math.cos(turn), 0, z + reach * 0.8 * math.sin(turn)))
    return spots


def _puddle(p: Painting, place: float) -> None:
    for x, z, size in ((place, 2.42, 0.46), (place - 0.62, 2.2, 0.2), (place + 0.56, 2.25, 0.14)):
        chance = p.random.getstate()
        rim = _blot(p, x, z, size, 0.012)
        p.random.setstate(chance)
        pool = _blot(p, x, z, size)
        p.fill(rim, (30, 26, 20), opaque=0.5, soft=5)
        p.fill(pool, (66, 54, 34), (34, 28, 20), (22, 19, 16), opaque=0.94)
        (sx, sy), flat = p.at(x, 0, z), size * 1100 / z
        for shift, tint in ((-0.2, (150, 90, 150)), (0.0, (86, 140, 160)), (0.16, (170, 160, 84))):
            glint = oval(sx + flat * shift, sy + flat * 0.06, flat * 0.5, flat * 0.1, 190, 350)
            p.light([*glint, *[(gx, gy + flat * 0.07) for gx, gy in glint[::-1]]], 5, 0.35, tint)
        p.light(oval(sx - flat * 0.35, sy - flat * 0.12, flat * 0.34, flat * 0.05), 5, 0.75, (230, 236, 236))
        p.light(oval(sx + flat * 0.42, sy + flat * 0.16, flat * 0.16, flat * 0.025), 3, 0.6, (230, 236, 236))
    for step in range(4):
        x, z = place - 0.75 - step * 0.3, 2.1 - step * 0.14
        sx, sy = p.at(x, 0, z)
        p.fill(oval(sx, sy, 42, 11), (40, 34, 26), opaque=0.5 - step * 0.1, soft=2)
        p.fill(oval(sx + 52, sy - 3, 18, 8), (40, 34, 26), opaque=0.45 - step * 0.1, soft=2)


def _drops(p: Painting, place: float) -> None:
    x, y = p.at(0.28, 0.2, 2.86)
    for drop in range(3):
        p.disc(x - 4, y + 16 + drop * 26, 4 - drop * 0.6, (50, 40, 22), high=7)
    p.stroke([p.at(0.26, 0.02, 2.84), p.at(place + 0.1, 0, 2.6)], 12, (34, 28, 20), 0.8)


def _stain(p: Painting, place: float) -> None:
    p.fill(_blot(p, place, 2.42, 0.44), (60, 60, 54), opaque=0.16, soft=9)
    p.light(_blot(p, place, 2.35, 0.6), 16, 0.12)


def _drip_tray(p: Painting, place: float) -> None:
    tray = Box(0.02, 0, 2.66, 0.56, 0.07, 0.26)
    ground_shadow(p, tray, 0.5, 0.04)
    paint_box(p, tray, (150, 156, 160))
    inner = [p.at(x, 0.07, z) for x, z in ((0.05, 2.89), (0.55, 2.89), (0.55, 2.69), (0.05, 2.69))]
    p.fill(inner, (62, 66, 68), (92, 96, 98))
    x, y = p.at(0.86, 0, 2.3)
    p.shadow(oval(x + 10, y, 74, 16), 8, 0.5)
    for lean, tone in ((-1, 0.8), (1, 1.0)):
        p.fill(
            [(x - 26, y - 210), (x + 26, y - 210), (x + 62, y + 4 * lean), (x - 62, y + 4 * lean)], shade(YELLOW, tone)
        )
    p.fill([(x, y - 172), (x + 34, y - 112), (x - 34, y - 112)], BLACK)
    p.fill([(x, y - 158), (x + 24, y - 118), (x - 24, y - 118)], YELLOW)
    p.block(x - 3, y - 148, x + 3, y - 131, BLACK)
    p.disc(x, y - 125, 3.5, BLACK)
    p.write(x, y - 76, "小心", 34)
    p.write(x, y - 38, "地滑", 34)


def paint_cables(p: Painting, safe: bool) -> None:
    """A walkway between machines. Not safe: cables lie across it; safe: they run under a bridge."""
    p.horizon = 120
    paint_hall(p, wall_z=6.6)
    p.begin("walkway")
    way = (62, 124, 92)
    p.fill([p.at(-0.75, 0, 6.6), p.at(0.75, 0, 6.6), p.at(0.75, 0, 1.1), p.at(-0.75, 0, 1.1)], way, shade(way, 0.95))
    p.light([p.at(-0.3, 0, 6.4), p.at(0.2, 0, 6.4), p.at(0.1, 0, 1.4), p.at(-0.5, 0, 1.4)], 40, 0.14)
    for x in (-0.79, 0.75):
        floor_stripe(p, x, x + 0.06, 1.1, 6.6, YELLOW)
    x, y = p.at(0, 0, 4.4)
    p.fill(
        [
            (x, y - 40),
            (x + 34, y - 8),
            (x + 14, y - 8),
            (x + 20, y + 34),
            (x - 20, y + 34),
            (x - 14, y - 8),
            (x - 34, y - 8),
        ],
        WHITE,
        opaque=0.75,
    )
    colours = p.random.sample(PAINTS, 2)
    for z, x, wide in ((4.6, -2.3, 1.1), (4.5, 1.25, 1.2), (3.3, -2.35, 1.2), (3.25, 1.15, 1.3)):
        machine = Box(x, 0, z, wide, 1.25, 0.9)
        ground_shadow(p, machine)
        paint_box(p, machine, colours[z > 4])
        corners = [machine.spot(p, a, b) for a, b in ((0.12, 0.86), (0.88, 0.86), (0.88, 0.5), (0.12, 0.5))]
        p.fill(corners, (60, 78, 88), (34, 46, 54))
        p.fill(
            [machine.spot(p, a, b) for a, b in ((0.2, 0.86), (0.34, 0.86), (0.24, 0.5), (0.12, 0.5))],
            WHITE,
            opaque=0.14,
        )
        p.stroke([*corners, corners[0]], 3, shade(colours[z > 4], 0.55))
    p.begin("cables")
    _cables(p, safe)


def _cables(p: Painting, safe: bool) -> None:
    runs: tuple[tuple[Colour, float, float], ...] = (
        ((226, 110, 34), 2.66, 12),
        ((40, 42, 46), 2.5, 16),
        ((44, 88, 160), 2.8, 11),
    )
    if safe:
        for colour, z, wide in runs:
            z = 2.66 + (z - 2.66) * 0.6
            p.cable([p.at(-1.5, 0.3, 3.25), p.at(-1.2, 0, 2.9), p.at(-0.7, 0, z)], wide, colour)
            p.cable([p.at(0.7, 0, z), p.at(1.15, 0, 2.85), p.at(1.35, 0.3, 3.2)], wide, colour)
        _bridge(p)
        return
    for colour, z, wide in runs:
        spots = [p.at(-1.5, 0.3, 3.25), p.at(-1.2, 0, z + 0.15)]
        for step in range(6):
            spots.append(p.at(-0.85 + step * 0.36, 0, z + p.random.uniform(-0.26, 0.2)))
        p.cable([*spots, p.at(1.2, 0, z + 0.2), p.at(1.35, 0.3, 3.2)], wide, colour)
    loop = [p.at(-0.1 + 0.26 * math.cos(t / 2), 0, 2.3 + 0.17 * math.sin(t / 2)) for t in range(14)]
    p.cable(loop, 13, (226, 110, 34))


def _bridge(p: Painting) -> None:
    """A cable bridge of rubber: black ramps with a yellow lid."""
    near, far = 2.42, 2.9
    foot = [p.at(-0.82, 0, far), p.at(0.82, 0, far), p.at(0.82, 0, near), p.at(-0.82, 0, near)]
    p.shadow(foot, 8, 0.6)
    lid = [p.at(-0.8, 0.07, 2.74), p.at(0.8, 0.07, 2.74), p.at(0.8, 0.07, 2.56), p.at(-0.8, 0.07, 2.56)]
    p.fill([foot[0], foot[1], lid[1], lid[0]], (40, 42, 44))
    p.fill([lid[3], lid[2], foot[2], foot[3]], (66, 68, 70), (38, 40, 42))
    p.fill(lid, shade(YELLOW, 1.02), shade(YELLOW, 0.92))
    for step in range(1, 20):
        x = -0.8 + step * 0.08
        p.stroke([p.at(x, 0.06, 2.53), p.at(x, 0.01, 2.45)], 4, (26, 27, 28))
        p.stroke([p.at(x, 0.07, 2.72), p.at(x, 0.07, 2.58)], 2, shade(YELLOW, 0.75))
    for x in (-0.27, 0.27):
        p.stroke([p.at(x, 0.07, 2.74), p.at(x, 0.07, 2.56), p.at(x, 0, near)], 2.5, (30, 30, 30))


def paint_escape_way(p: Painting, safe: bool) -> None:
    """An emergency exit at the end of its way. Not safe: pallets with goods stand in it."""
    p.horizon = 330
    paint_hall(p, wall_z=4.9, blur=3, near=True)
    p.begin("exit")
    _exit_door(p, 4.86)
    for x in (-0.95, 0.89):
        floor_stripe(p, x, x + 0.07, 1.3, 4.8, YELLOW)
    for z in (4.1, 2.6):
        x, y = p.at(0, 0, z)
        big = 300 / z
        arrow = [(0, -0.34), (0.6, 0), (0.24, 0), (0.32, 0.36), (-0.32, 0.36), (-0.24, 0), (-0.6, 0)]
        p.fill([(x + a * big, y + b * big) for a, b in arrow], (60, 160, 100), opaque=0.85)
    _racks(p)
    if safe:
        return
    p.begin("pallets")
    ground_shadow(p, Box(-0.85, 0, 3.05, 1.25, 1, 1.0), 0.65)
    top = 0.0
    for _ in range(5):
        top = paint_pallet(p, -0.85 + p.random.uniform(-0.05, 0.05), top, 3.2, 1.15, 0.8)
    ground_shadow(p, Box(0.2, 0, 2.65, 1.05, 0.3, 0.7), 0.6)
    top = paint_pallet(p, 0.2, 0, 2.75, 1.05, 0.7)
    paint_carton(p, Box(0.24, top, 2.8, 0.5, 0.42, 0.5), "法兰盘")
    paint_carton(p, Box(0.75, top, 2.82, 0.46, 0.5, 0.5))
    paint_carton(p, Box(0.3, top + 0.43, 2.86, 0.48, 0.34, 0.45), "待检")


def _exit_door(p: Painting, z: float) -> None:
    grey = (150, 158, 162)
    p.fill(Box(-0.95, 0, z, 1.9, 2.16, 0).front(p), shade(grey, 0.6))
    for x in (-0.9, 0.01):
        leaf = Box(x, 0, z, 0.89, 2.1, 0)
        p.fill(leaf.front(p), shade(grey, 1.2), shade(grey, 1.0))
        pane = [leaf.spot(p, a, b) for a, b in ((0.3, 0.9), (0.7, 0.9), (0.7, 0.66), (0.3, 0.66))]
        p.fill(pane, (216, 232, 234), (180, 204, 210))
        p.stroke([*pane, pane[0]], 4, shade(grey, 0.7))
        bar = Box(x + 0.06, 1.0, z, 0.77, 0.07, 0)
        p.fill(bar.front(p), (214, 60, 48), (160, 34, 28))
    x, y = p.at(0, 2.38, z)
    p.light(oval(x, y, 170, 60), 26, 0.5, (120, 230, 160))
    p.block(x - 122, y - 34, x + 122, y + 34, (26, 150, 84), (18, 128, 70))
    p.write(x + 24, y - 2, "安全出口", 38, WHITE)
    runner: list[list[Spot]] = [
        [(-96, -2), (-84, -14), (-70, -6)],
        [(-84, -14), (-90, 6), (-102, 20)],
        [(-90, 6), (-76, 14), (-74, 26)],
    ]
    for limb in runner:
        p.stroke([(x + a, y + b) for a, b in limb], 5.5, WHITE)
    p.disc(x - 78, y - 23, 6.5, WHITE)


def _racks(p: Painting) -> None:
    """Shelves with cartons on both sides of the way."""
    for side in (-1, 1):
        x = 1.25 * side - (0.9 if side < 0 else 0)
        for level in (0.1, 0.75, 1.4):
            paint_box(p, Box(x, level, 3.6, 0.9, 0.06, 0.8), (214, 112, 40))
            for slot in (0.06, 0.48):
                high = p.random.uniform(0.25, 0.45)
                paint_carton(p, Box(x + slot, level + 0.06, 3.66, 0.36, high, 0.5))
        for post in (0.0, 0.84):
            paint_box(p, Box(x + post, 0, 3.58, 0.06, 2.0, 0.06), (44, 84, 140))
