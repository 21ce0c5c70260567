"""Scenes of good order: a fork lift that stands with its load up, helmets that nobody wears."""

from services.demo.scenes.hall import floor_stripe, paint_hall
from services.demo.scenes.paint import BLACK, GREEN, RED, STEEL, WHITE, YELLOW, Colour, Painting, oval, shade
from services.demo.scenes.solids import Box, ground_shadow, paint_box, paint_carton, paint_pallet

TRUCKS: tuple[Colour, ...] = ((226, 120, 34), (214, 168, 40), (70, 128, 92))
HELMETS: tuple[Colour, ...] = ((232, 190, 48), (232, 190, 48), (206, 60, 46), (60, 110, 180), (238, 238, 232))


def paint_fork_lift(p: Painting, safe: bool) -> None:
    """A fork lift without its driver. Not safe: its forks are up with a load that leans; safe: they lie on the floor
    of a marked place."""
    p.horizon = 250
    paint_hall(p, wall_z=5.4)
    p.begin("truck")
    colour = p.random.choice(TRUCKS)
    for x in (-1.55, 1.75):
        floor_stripe(p, x, x + 0.08, 2.2, 4.4, YELLOW)
    if safe:
        x, y = p.at(1.15, 0, 2.75)
        p.write(x, y, "叉车停放区", 46, YELLOW)
    ground_shadow(p, Box(-1.3, 0, 3.3, 2.1, 1, 0.9), 0.65)
    _truck(p, colour)
    lift = 0.06 if safe else 1.12
    _forks(p, lift)
    p.begin("load")
    if safe:
        _chock(p)
        return
    ground_shadow(p, Box(0.75, 0, 3.3, 1.1, 0.3, 0.6), 0.4)
    top = paint_pallet(p, 0.78, lift + 0.06, 3.32, 1.0, 0.6)
    paint_carton(p, Box(0.8, top, 3.34, 0.52, 0.42, 0.4), "轴套")
    paint_carton(p, Box(1.36, top, 3.3, 0.44, 0.5, 0.4))
    paint_carton(p, Box(1.02, top + 0.44, 3.36, 0.5, 0.36, 0.4), "待检")


def _truck(p: Painting, colour: Colour) -> None:
    paint_box(p, Box(-1.25, 0.3, 3.3, 0.45, 0.95, 0.9), (64, 68, 72))
    paint_box(p, Box(-0.85, 0.3, 3.28, 1.4, 0.55, 0.9), colour)
    paint_box(p, Box(-0.75, 0.85, 3.35, 0.55, 0.16, 0.6), (44, 46, 50))
    paint_box(p, Box(-0.82, 1.0, 3.35, 0.14, 0.5, 0.6), (44, 46, 50))
    for x, lean in ((-0.95, 0.0), (0.5, -0.14)):
        p.stroke([p.at(x, 0.85, 3.3), p.at(x + lean, 2.05, 3.3)], 20, (48, 52, 56))
    paint_box(p, Box(-1.02, 2.05, 3.26, 1.5, 0.08, 0.9), (48, 52, 56))
    p.stroke([p.at(0.3, 0.9, 3.3), p.at(0.06, 1.22, 3.3)], 12, (40, 42, 44))
    x, y = p.at(0.04, 1.25, 3.3)
    p.ring(x, y, 42, 9, BLACK, high=20)
    for x in (-0.85, 0.32):
        (sx, sy), size = p.at(x, 0.3, 3.25), 96
        p.disc(sx, sy, size, (30, 31, 33))
        p.disc(sx, sy, size * 0.55, shade(STEEL, 1.0), shade(STEEL, 0.6))
        p.disc(sx, sy, size * 0.2, (52, 54, 56))
    x, y = p.at(-0.1, 0.62, 3.28)
    p.block(x - 76, y - 28, x + 76, y + 28, WHITE, (222, 222, 216))
    p.write(x, y - 1, p.name or "CC-01", 34, (34, 46, 46))
    x, y = p.at(-0.5, 2.18, 3.3)
    p.disc(x, y, 20, (250, 160, 40), (200, 90, 20))


def _forks(p: Painting, lift: float) -> None:
    for x in (0.6, 0.7):
        paint_box(p, Box(x, 0.08, 3.32, 0.06, 2.2, 0.1), (58, 62, 66))
    paint_box(p, Box(0.66, lift, 3.32, 0.1, 0.5, 0.5), (70, 74, 78))
    for z in (3.8, 3.32):
        paint_box(p, Box(0.74, lift, z, 1.05, 0.055, 0.12), (90, 94, 98))
    p.stroke([p.at(0.68, 2.2, 3.32), p.at(0.68, lift + 0.4, 3.32)], 6, (150, 152, 154))


def _chock(p: Painting) -> None:
    for x in (-1.12, 0.62):
        a, b, c = p.at(x, 0, 3.1), p.at(x + 0.22, 0, 3.1), p.at(x + 0.2, 0.16, 3.1)
        p.fill([a, b, c], YELLOW, shade(YELLOW, 0.7))


def paint_helmets(p: Painting, safe: bool) -> None:
    """The board for what protects people. Not safe: its hooks are empty, the helmets lie on boxes beside it."""
    p.horizon = 300
    paint_hall(p, wall_z=3.6, blur=2, near=True)
    p.begin("board")
    board = Box(-1.2, 0.85, 3.55, 2.4, 1.15, 0)
    p.shadow([(x + 10, y + 14) for x, y in board.front(p)], 12, 0.4)
    p.fill(board.front(p), (214, 218, 220), (190, 196, 198))
    (left, top), (right, low) = board.spot(p, 0, 1), board.spot(p, 1, 0.8)
    p.block(left, top, right, low, (30, 92, 160), (24, 78, 140))
    p.write((left + right) / 2, (top + low) / 2, "必须戴安全帽  必须戴护目镜", 46, WHITE)
    for place, colour in enumerate(HELMETS):
        x, y = board.spot(p, 0.12 + place * 0.19, 0.52)
        p.disc(x, y - 66, 9, shade(STEEL, 0.5))
        p.block(x - 44, y + 92, x + 44, y + 122, WHITE)
        p.write(x, y + 106, f"{place + 1}号", 24)
        if safe:
            _helmet(p, x, y, 62, colour)
    p.begin("bench")
    bench = Box(-1.1, 0, 3.0, 2.3, 0.6, 0.5)
    ground_shadow(p, bench)
    paint_box(p, bench, (122, 128, 120))
    if safe:
        x, y = p.at(0.85, 0.62, 3.0)
        p.block(x - 70, y - 74, x + 70, y, GREEN, shade(GREEN, 0.7))
        p.write(x, y - 38, "急救箱", 36, WHITE)
        return
    for place, colour in enumerate(HELMETS[:4]):
        x, y = p.at(-0.9 + place * 0.42 + p.random.uniform(-0.05, 0.05), 0.62, 3.0)
        _helmet(p, x, y - 34, 66, colour)
    x, y = p.at(0.9, 0, 2.6)
    _helmet(p, x, y - 30, 74, RED)


def _helmet(p: Painting, x: float, y: float, size: float, colour: Colour) -> None:
    p.fill(oval(x, y + size * 0.42, size * 1.2, size * 0.16), shade(colour, 0.55))
    dome = oval(x, y + size * 0.36, size, size * 0.95, 180, 360)
    p.fill(dome, shade(colour, 1.15), colour, shade(colour, 0.72))
    p.fill(oval(x, y + size * 0.36, size * 1.16, size * 0.12), shade(colour, 0.85))
    p.light(oval(x - size * 0.35, y - size * 0.18, size * 0.2, size * 0.3), 5, 0.5)
    p.stroke(oval(x, y + size * 0.3, size * 0.2, size * 0.86, 180, 360), 3, shade(colour, 0.7), 0.8)
