"""Scenes at machines: a press whose light curtain is taped over, a bench grinder without its guard."""

from services.demo.scenes.hall import floor_stripe, paint_hall
from services.demo.scenes.paint import (
    BLACK,
    GREEN,
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

PAINTS: tuple[Colour, ...] = ((74, 136, 124), (88, 124, 152), (110, 138, 98), (176, 150, 96))
TAPE: Colour = (190, 148, 92)


def paint_press(p: Painting, safe: bool) -> None:
    """A press seen from the front. Not safe: both posts of the light curtain are wrapped in parcel tape."""
    p.horizon = 405
    paint_hall(p, wall_z=6.4)
    floor_stripe(p, -3.4, 3.4, 2.92, 3.03, YELLOW)
    colour = p.random.choice(PAINTS)
    z, wide = 3.7, 1.9
    ground_shadow(p, Box(-wide / 2 - 0.1, 0, z, wide + 0.2, 1, 0.8), 0.6, 0.16)
    _press_frame(p, colour, z, wide, f"{p.name}  JH21-{p.random.choice((80, 110, 160))}")
    _ram_and_die(p, z)
    p.begin("curtain")
    for x in (-0.66, 0.66):
        _light_curtain(p, x, z - 0.12, safe)
    _two_hand_desk(p, z - 0.35)
    _operator_panel(p, 1.28, z - 0.1)
    if safe:
        left, top = p.at(-0.92, 1.2, z)
        p.block(left, top, left + 44, top + 58, (236, 240, 242))
        p.block(left, top, left + 44, top + 16, (40, 104, 176))
        for row in range(3):
            p.stroke([(left + 7, top + 27 + row * 10), (left + 37 - row * 6, top + 27 + row * 10)], 2.4, (90, 96, 102))


def _press_frame(p: Painting, colour: Colour, z: float, wide: float, name: str) -> None:
    half = wide / 2
    bay = Box(-half, 0.5, z, wide, 1.5, 0)
    p.fill(bay.front(p), (34, 42, 42), (22, 28, 28), (30, 36, 36))
    for x in (-half, half - 0.4):
        p.fill(Box(x, 0.5, z, 0.4, 1.5, 0).front(p), *rounded(colour)[:5], across=True)
    crown = Box(-half, 1.95, z, wide, 0.62, 0)
    p.fill(crown.front(p), shade(colour, 1.18), colour, shade(colour, 0.8))
    p.stroke([crown.spot(p, 0, 0.02), crown.spot(p, 1, 0.02)], 4, shade(colour, 0.55))
    p.stroke([crown.spot(p, 0, 0.86), crown.spot(p, 1, 0.86)], 2, shade(colour, 0.8))
    x, y = crown.spot(p, 0.83, 0.5)
    p.disc(x + 4, y + 6, 56, (20, 24, 24), opaque=0.35, soft=6)
    p.ring(x, y, 48, 12, shade(colour, 0.55))
    for dx, dy in ((44, 0), (0, 44)):
        p.stroke([(x - dx, y - dy), (x + dx, y + dy)], 7, shade(colour, 0.5))
    p.disc(x, y, 11, shade(colour, 0.8), shade(colour, 0.4))
    x, y = crown.spot(p, 0.3, 0.5)
    p.block(x - 152, y - 25, x + 152, y + 25, (240, 240, 234), (222, 222, 216))
    p.write(x, y, name, 30, (34, 46, 46))
    base = Box(-half - 0.12, 0, z - 0.1, wide + 0.24, 0.56, 0.4)
    paint_box(p, base, shade(colour, 0.92))
    _hazard_band(p, base, 0.4, 0.56)


def _hazard_band(p: Painting, box: Box, low: float, high: float) -> None:
    p.fill([box.spot(p, 0, high), box.spot(p, 1, high), box.spot(p, 1, low), box.spot(p, 0, low)], (30, 32, 30))
    for step in range(14):
        a, b = step / 14, (step + 0.5) / 14
        lean = 0.02
        p.fill(
            [box.spot(p, a + lean, high), box.spot(p, b + lean, high), box.spot(p, b, low), box.spot(p, a, low)], YELLOW
        )


def _ram_and_die(p: Painting, z: float) -> None:
    metal = ((150, 154, 158), (200, 203, 206), (222, 224, 226), (190, 193, 196), (146, 149, 154), (120, 123, 128))
    parts = ((-0.46, 1.45, 0.92, 0.5, 1.0), (-0.34, 1.3, 0.68, 0.15, 0.78), (-0.26, 1.22, 0.52, 0.08, 1.05))
    for x, y, wide, high, tone in (*parts, (-0.5, 0.56, 1.0, 0.12, 1.0), (-0.38, 0.68, 0.76, 0.15, 0.78)):
        front = Box(x, y, z - 0.03, wide, high, 0).front(p)
        p.fill(front, *(shade(one, tone) for one in metal), across=True)
        p.stroke([front[3], front[2]], 2.5, (92, 95, 100))
    for y in (1.52, 1.86):
        p.stroke([p.at(-0.46, y, z - 0.03), p.at(0.46, y, z - 0.03)], 3, (124, 128, 133))
    p.fill(Box(-0.3, 0.83, z - 0.03, 0.6, 0.1, 0).front(p), *(shade(one, 1.02) for one in metal), across=True)
    lip = [p.at(-0.2, 0.955, z), p.at(0.2, 0.955, z), p.at(0.26, 0.93, z - 0.03), p.at(-0.26, 0.93, z - 0.03)]
    p.fill(lip, (232, 234, 236), (200, 203, 206))
    p.shadow(Box(-0.42, 1.12, z, 0.84, 0.12, 0).front(p), 10, 0.6)


def _light_curtain(p: Painting, x: float, z: float, safe: bool) -> None:
    post = Box(x - 0.055, 0.62, z, 0.11, 1.16, 0)
    front = post.front(p)
    p.shadow([(sx + 12, sy + 4) for sx, sy in front], 6, 0.6)
    p.fill(front, shade(YELLOW, 0.75), shade(YELLOW, 1.08), YELLOW, shade(YELLOW, 0.6), across=True)
    p.fill(Box(x - 0.02, 0.68, z, 0.04, 1.02, 0).front(p), (44, 10, 14))
    for step in range(11):
        sx, sy = p.at(x, 0.73 + step * 0.092, z)
        p.disc(sx, sy, 3.4, (184, 34, 34), (110, 16, 20))
    for y in (0.6, 1.76):
        p.fill(Box(x - 0.058, y, z, 0.116, 0.06, 0).front(p), (46, 48, 50), (24, 26, 28))
    sx, sy = p.at(x, 1.79, z)
    lamp = (70, 220, 130) if safe else (240, 60, 40)
    p.light(oval(sx, sy, 15, 15), 8, 0.6, lamp)
    p.disc(sx, sy, 5.5, mix(lamp, WHITE, 0.4), lamp)
    if not safe:
        _parcel_tape(p, x, p.random.uniform(1.08, 1.2), z)


def _parcel_tape(p: Painting, x: float, y: float, z: float) -> None:
    """Several turns of brown tape, badly wound, with a loose end."""
    high, half = p.random.uniform(0.4, 0.5), 0.088
    left, right = p.at(x - half, y + high / 2, z), p.at(x + half, y - high / 2, z)
    lean = [p.random.uniform(-5, 5) for _ in range(4)]
    corners = [
        (left[0] + lean[0], left[1] + lean[1]),
        (right[0] + lean[2], left[1] - lean[1]),
        (right[0] - lean[0], right[1] + lean[3]),
        (left[0] - lean[2], right[1] - lean[3]),
    ]
    p.shadow([(sx + 12, sy + 6) for sx, sy in corners], 6, 0.5)
    end: list[Spot] = [(right[0] - 26, right[1] - 12), (right[0] - 14, right[1] - 22), (right[0] + 20, right[1] + 12)]
    p.fill([*end, (right[0] + 6, right[1] + 20)], shade(TAPE, 1.1), shade(TAPE, 0.8))
    p.fill(corners, *rounded(TAPE)[:5], across=True)
    for _ in range(7):
        row = p.random.uniform(left[1] + 10, right[1] - 10)
        slant = p.random.uniform(-16, 16)
        p.stroke([(left[0] + 2, row), (right[0] - 2, row + slant)], 2.2, shade(TAPE, 0.62), 0.75)
    p.stroke([(left[0] + 15, left[1] + 12), (left[0] + 18, right[1] - 14)], 4, shade(TAPE, 1.35), 0.6)


def _two_hand_desk(p: Painting, z: float) -> None:
    left, right = p.at(-0.42, 0.36, z)[0], p.at(0.42, 0.36, z)[0]
    top, bottom = p.at(0, 0.4, z)[1], p.at(0, 0.2, z)[1]
    p.shadow([(left, bottom), (right, bottom), (right, bottom + 40), (left, bottom + 40)], 12, 0.6)
    p.block(left + 44, bottom - 2, right - 44, bottom + 22, (82, 90, 92), (58, 64, 66))
    p.fill([(left + 16, top), (right - 16, top), (right, bottom), (left, bottom)], (170, 174, 176), (140, 145, 148))
    middle = (top + bottom) / 2
    for x, colour in ((0.24, GREEN), (0.76, GREEN)):
        sx = left + (right - left) * x
        p.disc(sx, middle + 3, 22, (28, 32, 32))
        p.disc(sx, middle - 1, 17, shade(colour, 1.35), shade(colour, 0.8))
    sx = (left + right) / 2
    p.disc(sx, middle + 1, 24, shade(YELLOW, 1.05), shade(YELLOW, 0.8))
    p.disc(sx, middle - 3, 16, shade(RED, 1.3), shade(RED, 0.8))


def _operator_panel(p: Painting, x: float, z: float) -> None:
    cabinet = Box(x, 0, z, 0.56, 1.42, 0.45)
    ground_shadow(p, cabinet)
    paint_box(p, cabinet, (184, 188, 190))
    (left, top), (right, bottom) = cabinet.spot(p, 0.14, 0.9), cabinet.spot(p, 0.86, 0.7)
    p.block(left, top, right, bottom, (34, 62, 84), (22, 40, 58))
    steps = (0.7, 0.35, 0.55, 0.15, 0.6)
    wave = [(left + (right - left) * (0.1 + 0.2 * n), top + (bottom - top) * part) for n, part in enumerate(steps)]
    p.stroke(wave, 3, (120, 190, 226))
    for across, radius, colour in ((0.24, 12, GREEN), (0.5, 12, YELLOW), (0.77, 17, RED)):
        sx, sy = cabinet.spot(p, across, 0.6)
        p.disc(sx, sy + 2, radius + 3, (60, 64, 66))
        p.disc(sx, sy, radius, shade(colour, 1.3), shade(colour, 0.8))
    corners = ((0.14, 0.08), (0.14, 0.46), (0.86, 0.46), (0.86, 0.08))
    p.stroke([*(cabinet.spot(p, a, b) for a, b in corners)], 2.5, (136, 140, 142))


def paint_grinder(p: Painting, safe: bool) -> None:
    """A pedestal grinder seen from its side. Not safe: the wheel is bare, its guard and its shield are gone."""
    p.horizon = 250
    paint_hall(p, wall_z=4.6, blur=10)
    p.begin("grinder")
    colour, z = p.random.choice(PAINTS), 1.7
    foot = Box(-0.3, 0.0, z, 0.6, 0.05, 0.4)
    ground_shadow(p, foot, 0.7, 0.12)
    paint_box(p, foot, shade(colour, 0.7))
    column = [p.at(-0.15, 0.98, z), p.at(0.15, 0.98, z), p.at(0.22, 0.05, z), p.at(-0.22, 0.05, z)]
    p.fill(column, *rounded(shade(colour, 0.95)), across=True)
    x, y = p.at(0, 0.55, z)
    p.block(x - 72, y - 26, x + 72, y + 26, (236, 236, 228), (214, 214, 206))
    p.write(x, y, f"{p.name} 砂轮机", 20, (34, 46, 46))
    hub = p.at(0.0, 1.13, z)
    _grinder_motor(p, hub, colour)
    _wheel(p, hub)
    if safe:
        _guard(p, hub, colour)
    else:
        for turn in ((150, -40), (-10, -158), (120, 112)):
            p.disc(hub[0] + turn[0] * 1.1, hub[1] + turn[1] * 1.1, 7, BLACK)
    _tool_rest(p, hub, near=safe)


def _grinder_motor(p: Painting, hub: Spot, colour: Colour) -> None:
    """The end plate behind the wheel, with the motor's ribs beside it."""
    x, y = hub
    p.block(x + 40, y - 118, x + 296, y + 118, *(shade(colour, f) for f in (0.7, 1.15, 1.0, 0.75, 0.5)))
    for step in range(9):
        p.stroke([(x + 40, y - 96 + step * 24), (x + 292, y - 96 + step * 24)], 3, shade(colour, 0.55), 0.8)
    p.block(x + 284, y - 96, x + 312, y + 96, *rounded(shade(colour, 0.7))[1:], across=False)
    p.block(x - 80, y + 100, x + 120, y + 140, shade(colour, 0.8), shade(colour, 0.6))
    p.disc(x, y, 186, shade(colour, 0.85), shade(colour, 0.55))
    p.disc(x, y, 174, shade(colour, 0.66), shade(colour, 0.5))


def _wheel(p: Painting, hub: Spot) -> None:
    x, y = hub
    stone = (172, 168, 158)
    p.disc(x + 8, y + 10, 150, BLACK, opaque=0.5, soft=9)
    p.disc(x, y, 146, shade(stone, 1.1), stone, shade(stone, 0.8))
    p.ring(x, y, 143, 5, shade(stone, 0.7))
    for _ in range(420):
        dx, dy = p.random.uniform(-140, 140), p.random.uniform(-140, 140)
        if dx * dx + dy * dy < 138 * 138:
            p.disc(x + dx, y + dy, p.random.uniform(0.8, 1.8), shade(stone, p.random.choice((0.72, 0.85, 1.2))))
    p.disc(x, y, 74, (186, 60, 50), (150, 40, 34))
    p.ring(x, y, 66, 2, (230, 214, 200))
    p.write(x, y - 52, "A60  2800 r/min", 13, (246, 232, 220))
    p.disc(x, y, 40, shade(STEEL, 1.2), shade(STEEL, 0.7))
    p.fill(oval(x, y, 21, 21, 0, 360)[::8], shade(STEEL, 0.6), shade(STEEL, 0.9))
    p.disc(x, y, 9, shade(STEEL, 1.2), shade(STEEL, 0.8))


def _guard(p: Painting, hub: Spot, colour: Colour) -> None:
    """A cover round the wheel that leaves the working side open, its bolts, and the clear shield."""
    x, y = hub
    outer, inner = oval(x, y, 172, 172, -128, 128), oval(x, y, 96, 96, -128, 128)
    p.shadow([(sx + 7, sy + 9) for sx, sy in [*outer, *inner[::-1]]], 6, 0.5)
    p.fill([*outer, *inner[::-1]], shade(colour, 1.22), colour, shade(colour, 0.72))
    p.stroke(outer, 7, shade(colour, 0.72))
    p.stroke(inner, 3, shade(colour, 0.6))
    for sx, sy in oval(x, y, 134, 134, -110, 110)[::6]:
        p.disc(sx, sy, 9, shade(STEEL, 0.5))
        p.disc(sx - 1, sy - 2, 7, shade(STEEL, 1.25), shade(STEEL, 0.8))
    p.stroke([(x - 96, y - 152), (x - 132, y - 200)], 9, shade(STEEL, 0.7))
    shield = [(x - 252, y - 176), (x - 100, y - 214), (x - 92, y - 196), (x - 238, y - 92)]
    p.fill(shield, (206, 230, 240), (170, 206, 222), opaque=0.55)
    p.stroke([*shield, shield[0]], 4, (70, 82, 88))
    p.stroke([(x - 222, y - 160), (x - 190, y - 132)], 5, WHITE, 0.6)
    p.block(x + 6, y - 160, x + 92, y - 122, YELLOW, shade(YELLOW, 0.9))
    p.write(x + 49, y - 141, "戴护目镜", 18)


def _tool_rest(p: Painting, hub: Spot, *, near: bool) -> None:
    x, y = hub[0] - (151 if near else 186), hub[1] + 22
    p.fill([(x - 20, y + 10), (x + 8, y + 10), (hub[0] - 40, y + 190), (hub[0] - 92, y + 190)], shade(STEEL, 0.5))
    p.block(x - 96, y - 12, x, y + 14, shade(STEEL, 1.2), STEEL, shade(STEEL, 0.6))
    p.disc(x - 40, y + 26, 12, shade(STEEL, 0.8), shade(STEEL, 0.4))
