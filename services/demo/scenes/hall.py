"""The hall that every scene stands in: a wall with dado, windows and pipes out of focus, a worn floor with sheen."""

from services.demo.scenes.paint import BORDER, HEIGHT, WIDTH, Colour, Painting, mix, oval, shade

LEFT, RIGHT, TOP, BOTTOM = -BORDER, WIDTH + BORDER, -BORDER, HEIGHT + BORDER
DADOS: tuple[Colour, ...] = ((116, 148, 132), (122, 142, 160), (140, 148, 140))
FLOORS: tuple[Colour, ...] = ((96, 104, 100), (84, 110, 96), (104, 104, 102))


def paint_hall(p: Painting, *, wall_z: float = 6.0, blur: float = 7.0, near: bool = False) -> None:
    """Wall at `wall_z` metres and floor, ready for things to stand on it. A `near` wall has nothing before it."""
    dado = p.random.choice(DADOS)
    foot, edge = p.at(0, 0, wall_z)[1], p.at(0, 1.3, wall_z)[1]
    p.block(LEFT, TOP, RIGHT, edge, (186, 188, 182), (206, 207, 200))
    p.block(LEFT, edge, RIGHT, foot, dado, shade(dado, 0.8))
    p.block(LEFT, edge - 2, RIGHT, edge + 2, shade(dado, 0.7))
    if not near:
        _windows(p, wall_z)
    _pipes(p, wall_z)
    if not near:
        _far_things(p, wall_z, foot)
    p.blur(blur)
    _floor(p, foot, wall_z)


def _windows(p: Painting, z: float) -> None:
    wide, gap = 1.9, 0.7
    start = p.random.uniform(-6.5, -5.5)
    for number in range(6):
        x = start + number * (wide + gap)
        (left, top), (right, bottom) = p.at(x, 3.6, z), p.at(x + wide, 2.05, z)
        p.light([(left, top), (right, top), (right, bottom), (left, bottom)], 26, 0.5)
        p.block(left, top, right, bottom, (236, 242, 240), (210, 222, 224))
        for part in range(4):
            across = left + (right - left) * part / 3
            p.stroke([(across, top), (across, bottom)], 4, (120, 128, 130))
        for high in (top, (top + bottom) / 2, bottom):
            p.stroke([(left, high), (right, high)], 4, (120, 128, 130))


def _pipes(p: Painting, z: float) -> None:
    for y, wide, colour in ((1.86, 0.1, (178, 70, 52)), (1.66, 0.06, (206, 176, 70)), (3.9, 0.22, (132, 138, 140))):
        (_, top), (_, bottom) = p.at(0, y + wide / 2, z), p.at(0, y - wide / 2, z)
        p.block(LEFT, top, RIGHT, bottom, shade(colour, 1.15), colour, shade(colour, 0.7))


def _far_things(p: Painting, z: float, foot: float) -> None:
    """Shapes of machines and cabinets that stand along the wall."""
    x = -4.4 + p.random.uniform(0, 0.6)
    while x < 4:
        wide, high = p.random.uniform(0.7, 1.5), p.random.uniform(0.8, 1.9)
        colour = p.random.choice(((84, 108, 122), (98, 128, 112), (128, 132, 134), (150, 144, 128)))
        (left, top), (right, _) = p.at(x, high, z), p.at(x + wide, 0, z)
        p.block(left, top, right, foot, shade(colour, 1.1), shade(colour, 0.75))
        p.block(left + 12, top + 14, left + (right - left) * 0.5, top + 46, shade(colour, 0.5))
        x += wide + p.random.uniform(0.3, 1.4)


def _floor(p: Painting, foot: float, wall_z: float) -> None:
    colour = p.random.choice(FLOORS)
    p.block(LEFT, foot, RIGHT, BOTTOM, mix(colour, (190, 192, 186), 0.35), colour, shade(colour, 0.82))
    p.shadow([(LEFT, foot - 6), (RIGHT, foot - 6), (RIGHT, foot + 10), (LEFT, foot + 10)], 8, 0.5)
    for _ in range(3):
        x = p.random.uniform(-2.2, 2.2)
        near, far = (
            [p.at(x - 0.35, 0, 1.6), p.at(x + 0.35, 0, 1.6)],
            [p.at(x + 0.6, 0, wall_z), p.at(x - 0.6, 0, wall_z)],
        )
        p.light([*near, *far], 34, 0.13)
    for z in (z for z in (1.9, 2.9, 4.3) if z < wall_z):
        p.stroke([p.at(-4, 0, z), p.at(4, 0, z)], 1.6 / z * 2, shade(colour, 0.72), 0.7)
    for x in (-2.4, -0.5, 1.6):
        p.stroke([p.at(x, 0, 1.2), p.at(x, 0, wall_z)], 1.4, shade(colour, 0.74), 0.5)
    for _ in range(26):
        x, z = p.random.uniform(-2.2, 2.2), p.random.uniform(1.3, wall_z - 0.3)
        (sx, sy), size = p.at(x, 0, z), p.random.uniform(4, 26) / z
        p.fill(oval(sx, sy, size * 2, size * 0.5), shade(colour, p.random.choice((0.7, 0.8, 1.15))), opaque=0.35)


def floor_stripe(p: Painting, x0: float, x1: float, z0: float, z1: float, colour: Colour) -> None:
    """A painted stripe of the floor, worn in places."""
    p.fill([p.at(x0, 0, z1), p.at(x1, 0, z1), p.at(x1, 0, z0), p.at(x0, 0, z0)], colour, shade(colour, 0.92))
    for _ in range(8):
        x, z = p.random.uniform(x0, x1), p.random.uniform(z0, z1)
        sx, sy = p.at(x, 0, z)
        size = p.random.uniform(3, 14) / z
        p.fill(oval(sx, sy, size * 2.4, size * 0.5), (104, 108, 104), opaque=0.5)
