"""Simple solids of a workshop, painted with the sides that the lens sees: boxes, upright tubes, carton, pallet."""

from dataclasses import dataclass

from services.demo.scenes.paint import EYE_M, Colour, Painting, Spot, mix, oval, rounded, shade


@dataclass(frozen=True)
class Box:
    """From (x, y, z), the lower left front corner, in metres."""

    x: float
    y: float
    z: float
    wide: float
    high: float
    deep: float

    def front(self, p: Painting) -> list[Spot]:
        """The front's corners on the picture, clockwise from the upper left."""
        top, right = self.y + self.high, self.x + self.wide
        return [
            p.at(self.x, top, self.z),
            p.at(right, top, self.z),
            p.at(right, self.y, self.z),
            p.at(self.x, self.y, self.z),
        ]

    def spot(self, p: Painting, across: float, up: float) -> Spot:
        """A place on the front, as parts of its width and its height from below."""
        return p.at(self.x + across * self.wide, self.y + up * self.high, self.z)


def paint_box(p: Painting, box: Box, colour: Colour, *, side: float = 0.68) -> None:
    """Front, top and the side that is seen, in shades of one colour."""
    front, back = box.front(p), Box(box.x, box.y, box.z + box.deep, box.wide, box.high, 0).front(p)
    if box.y + box.high < EYE_M:
        p.fill([back[0], back[1], front[1], front[0]], shade(colour, 1.05), shade(colour, 1.25))
    if box.x > 0:
        p.fill([back[0], front[0], front[3], back[3]], shade(colour, side * 1.1), shade(colour, side * 0.8))
    if box.x + box.wide < 0:
        p.fill([front[1], back[1], back[2], front[2]], shade(colour, side * 0.95), shade(colour, side * 0.7))
    p.fill(front, shade(colour, 1.06), shade(colour, 0.96), shade(colour, 0.84))


def ground_shadow(p: Painting, box: Box, dark: float = 0.55, reach: float = 0.12) -> None:
    """The soft darkness round the foot of something that stands on the floor."""
    left, right = box.x - reach, box.x + box.wide + reach
    near, far = max(0.4, box.z - reach * 1.6), box.z + box.deep
    p.shadow([p.at(left, 0, far), p.at(right, 0, far), p.at(right, 0, near), p.at(left, 0, near)], 14, dark)


def paint_tube(p: Painting, x: float, z: float, radius: float, foot: float, top: float, colour: Colour) -> None:
    """An upright tube with its open eye on the upper rim, if that is below the lens."""
    left, right = p.at(x - radius, top, z), p.at(x + radius, foot, z)
    (middle, upper), (_, lower) = p.at(x, top, z), p.at(x, foot, z)
    wide = (right[0] - left[0]) / 2
    sink = wide * (EYE_M - foot) / z * 0.5
    body = [left, (right[0], upper), *oval(middle, lower, wide, sink, 0, 180)]
    p.fill(body, *rounded(colour), across=True)
    if top < EYE_M:
        p.disc(middle, upper, wide, shade(colour, 1.2), shade(colour, 0.95), high=wide * (EYE_M - top) / z * 0.5)


def paint_carton(p: Painting, box: Box, word: str = "") -> None:
    """A cardboard box with its tape, a little worn."""
    colour = mix((178, 138, 92), (160, 118, 74), p.random.random())
    paint_box(p, box, colour, side=0.72)
    (left, top), (right, bottom) = box.spot(p, 0.44, 1), box.spot(p, 0.56, 0)
    p.block(left, top, right, top + (bottom - top) * 0.3, (206, 182, 138), opaque=0.75)
    p.stroke([box.spot(p, 0, 0.99), box.spot(p, 1, 0.99)], 1.5, shade(colour, 0.6), 0.6)
    if word:
        x, y = box.spot(p, 0.5, 0.42)
        p.write(x, y, word, (right - left) * 1.7, shade(colour, 0.45))
    for _ in range(3):
        x, y = box.spot(p, p.random.uniform(0.1, 0.9), p.random.uniform(0.1, 0.8))
        p.stroke([(x, y), (x + p.random.uniform(-26, 26), y + p.random.uniform(-6, 6))], 1.2, shade(colour, 0.7), 0.6)


def paint_pallet(p: Painting, x: float, y: float, z: float, wide: float = 1.2, deep: float = 1.0) -> float:
    """A wooden pallet; the height of its upper face in metres."""
    wood = mix((186, 146, 96), (160, 124, 82), p.random.random())
    inside = Box(x + 0.02, y + 0.02, z + 0.02, wide - 0.04, 0.09, deep)
    paint_box(p, inside, (48, 38, 28))
    for part in (0.0, 0.5, 1.0):
        paint_box(p, Box(x + part * (wide - 0.14), y + 0.02, z, 0.14, 0.1, 0.1), shade(wood, 0.86))
    paint_box(p, Box(x, y, z, wide, 0.025, deep), shade(wood, 0.8))
    paint_box(p, Box(x, y + 0.115, z, wide, 0.025, deep), wood)
    for step in range(1, 6):
        far = z + deep * step / 6
        p.stroke([p.at(x, y + 0.14, far), p.at(x + wide, y + 0.14, far)], 1.8, shade(wood, 0.5), 0.7)
    return y + 0.14
