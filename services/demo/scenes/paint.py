"""A small painter for workshop pictures: metres of a room seen through a lens, shades, soft shadows, writing.

The room's axes: x to the right, y up from the floor, z away from the lens, all in metres; (0, 0, 0) is on the floor
below the lens. Parts are painted from far to near."""

import math
import random
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Any

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

Colour = tuple[int, int, int]
Spot = tuple[float, float]

WIDTH, HEIGHT = 1280, 960
BORDER = 80  # painted beyond the frame on every side, so that the camera may move
GRAIN, COARSE = 1.5, 0.6  # painted dots per dot of the photo, usually and for small photos
EYE_M = 1.5
FOCAL = 1100.0

BLACK: Colour = (22, 24, 26)
WHITE: Colour = (238, 238, 232)
YELLOW: Colour = (235, 184, 30)
RED: Colour = (196, 42, 34)
GREEN: Colour = (30, 138, 74)
STEEL: Colour = (158, 164, 170)
GREY: Colour = (122, 127, 130)


def shade(colour: Colour, factor: float) -> Colour:
    """Lighter above 1, darker below."""
    red, green, blue = (max(0, min(255, round(part * factor))) for part in colour)
    return red, green, blue


def mix(one: Colour, other: Colour, part: float) -> Colour:
    """`one` at 0, `other` at 1."""
    red, green, blue = (round(a + (b - a) * part) for a, b in zip(one, other, strict=True))
    return red, green, blue


def rounded(colour: Colour) -> tuple[Colour, ...]:
    """The shades across something round that is lit from the left."""
    return tuple(shade(colour, factor) for factor in (0.62, 1.0, 1.22, 1.05, 0.8, 0.5))


@cache
def font(size: int) -> ImageFont.FreeTypeFont:
    """The house's bold face, `size` in painted dots."""
    from services.reports.fonts import font_file

    return ImageFont.truetype(str(font_file(700)), size)


class Painting:
    """One picture in the making; points are in dots of the photo, (0, 0) its upper left corner. `name` is what the
    machine's plate says; `horizon` is how far down the eye's height is seen; `grain` how many dots are painted for
    one of the photo."""

    def __init__(self, seed: str, name: str = "", grain: float = GRAIN) -> None:
        self.seed = seed
        self.name = name
        self.grain = grain
        self.random = random.Random(seed)
        self.horizon = 400.0
        size = (round((WIDTH + 2 * BORDER) * self.grain), round((HEIGHT + 2 * BORDER) * self.grain))
        self.image = Image.new("RGB", size, (120, 124, 122))

    def begin(self, part: str) -> None:
        """The chances of this part come from the seed alone, so what is left out before or after changes nothing."""
        self.random = random.Random(f"{self.seed} {part}")

    def at(self, x: float, y: float, z: float) -> Spot:
        """Where a point of the room is seen."""
        return WIDTH / 2 + FOCAL * x / z, self.horizon - FOCAL * (y - EYE_M) / z

    def fill(
        self, spots: Sequence[Spot], *shades: Colour, across: bool = False, opaque: float = 1.0, soft: float = 0.0
    ) -> None:
        """A polygon in one colour, or fading through several from top to bottom (`across`: left to right)."""
        mask, corner = self._mask(spots, soft)
        if opaque < 1:
            mask = mask.point(lambda value: round(value * opaque))
        paint = Image.new("RGB", mask.size, shades[0]) if len(shades) == 1 else _fading(mask.size, shades, across)
        self.image.paste(paint, corner, mask)

    def _mask(self, spots: Sequence[Spot], soft: float) -> tuple[Image.Image, tuple[int, int]]:
        dots = [self._dot(spot) for spot in spots]
        reach = soft * self.grain * 2.5
        left, top = (math.floor(min(dot[axis] for dot in dots) - reach) for axis in (0, 1))
        right, bottom = (math.ceil(max(dot[axis] for dot in dots) + reach) + 1 for axis in (0, 1))
        left, top = max(left, 0), max(top, 0)
        right, bottom = max(min(right, self.image.width), left + 1), max(min(bottom, self.image.height), top + 1)
        coarse = max(1, int(soft * self.grain / 3))
        size = (math.ceil((right - left) / coarse), math.ceil((bottom - top) / coarse))
        mask = Image.new("L", size, 0)
        ImageDraw.Draw(mask).polygon([((x - left) / coarse, (y - top) / coarse) for x, y in dots], fill=255)
        if soft:
            mask = mask.filter(ImageFilter.GaussianBlur(soft * self.grain / coarse))
        whole = (right - left, bottom - top)
        return mask if mask.size == whole else mask.resize(whole, Image.Resampling.BILINEAR), (left, top)

    def block(self, left: float, top: float, right: float, bottom: float, *shades: Colour, **how: Any) -> None:
        """A rectangle; see fill."""
        self.fill([(left, top), (right, top), (right, bottom), (left, bottom)], *shades, **how)

    def disc(self, x: float, y: float, radius: float, *shades: Colour, high: float | None = None, **how: Any) -> None:
        """A circle, or an ellipse of half height `high`; see fill."""
        self.fill(oval(x, y, radius, radius if high is None else high), *shades, **how)

    def ring(self, x: float, y: float, radius: float, wide: float, colour: Colour, high: float | None = None) -> None:
        """A circle's line; `wide` in dots."""
        flat = 1.0 if high is None else high / radius
        self.stroke([*oval(x, y, radius, radius * flat), (x + radius, y)], wide, colour)

    def stroke(self, spots: Sequence[Spot], wide: float, colour: Colour, opaque: float = 1.0) -> None:
        """A line with round joints; `wide` in dots."""
        if opaque < 1:
            for one, other in pairwise(spots):
                self.fill(_bar(one, other, wide), colour, opaque=opaque)
            return
        pen = ImageDraw.Draw(self.image)
        dots = [self._dot(spot) for spot in spots]
        pen.line(dots, fill=colour, width=max(1, round(wide * self.grain)), joint="curve")
        half = wide * self.grain / 2
        for x, y in (dots[0], dots[-1]) if half > 1 else ():
            pen.ellipse((x - half, y - half, x + half, y + half), fill=colour)

    def cable(self, spots: Sequence[Spot], wide: float, colour: Colour) -> None:
        """A round line with its light and its shadow."""
        path = smooth(spots)
        self.stroke([(x + wide * 0.25, y + wide * 0.55) for x, y in path], wide * 1.1, shade(colour, 0.25), 0.35)
        self.stroke(path, wide, shade(colour, 0.7))
        self.stroke([(x - wide * 0.1, y - wide * 0.14) for x, y in path], wide * 0.55, colour)
        self.stroke([(x - wide * 0.15, y - wide * 0.25) for x, y in path], wide * 0.16, mix(colour, WHITE, 0.5))

    def write(self, x: float, y: float, text: str, size: float, colour: Colour = BLACK) -> None:
        """Words centred on (x, y); `size` in dots of the photo."""
        face = font(max(6, round(size * self.grain)))
        ImageDraw.Draw(self.image).text(self._dot((x, y)), text, font=face, fill=colour, anchor="mm")

    def shadow(self, spots: Sequence[Spot], soft: float = 18, dark: float = 0.5) -> None:
        """Darkness with a soft edge."""
        self.fill(spots, (14, 16, 18), opaque=dark, soft=soft)

    def light(self, spots: Sequence[Spot], soft: float = 24, bright: float = 0.3, colour: Colour = WHITE) -> None:
        """Brightness with a soft edge."""
        self.fill(spots, colour, opaque=bright, soft=soft)

    def blur(self, radius: float) -> None:
        """What has been painted so far is far away, out of focus."""
        small = self.image.reduce(3)
        small = small.filter(ImageFilter.GaussianBlur(radius * self.grain / 3))
        self.image = small.resize(self.image.size, Image.Resampling.BILINEAR)

    def _dot(self, spot: Spot) -> Spot:
        return (spot[0] + BORDER) * self.grain, (spot[1] + BORDER) * self.grain


def _bar(one: Spot, other: Spot, wide: float) -> list[Spot]:
    angle = math.atan2(other[1] - one[1], other[0] - one[0])
    dx, dy = -math.sin(angle) * wide / 2, math.cos(angle) * wide / 2
    ends = [(one[0] + dx, one[1] + dy), (other[0] + dx, other[1] + dy)]
    return [*ends, (other[0] - dx, other[1] - dy), (one[0] - dx, one[1] - dy)]


def _fading(size: tuple[int, int], shades: Sequence[Colour], across: bool) -> Image.Image:
    strip = np.array([shades], dtype=np.uint8) if across else np.array([[one] for one in shades], dtype=np.uint8)
    length = size[0] if across else size[1]
    places = np.linspace(0, len(shades) - 1, max(length, 2))
    line = strip.reshape(-1, 3).astype(float)
    faded = np.stack([np.interp(places, range(len(shades)), line[:, part]) for part in range(3)], axis=1)
    image = Image.fromarray(faded.round().astype(np.uint8).reshape((1, -1, 3) if across else (-1, 1, 3)))
    return image.resize(size, Image.Resampling.NEAREST)


def oval(x: float, y: float, wide: float, high: float, start: float = 0, end: float = 360) -> list[Spot]:
    """Points round an ellipse, angles in degrees clockwise from the right."""
    count = max(12, round(abs(end - start) / 7))
    turns = [math.radians(start + (end - start) * place / count) for place in range(count + (end - start < 360))]
    return [(x + wide * math.cos(turn), y + high * math.sin(turn)) for turn in turns]


def smooth(spots: Sequence[Spot], steps: int = 12) -> list[Spot]:
    """A curve through all the points (Catmull-Rom)."""
    ends = [spots[0], *spots, spots[-1]]
    found: list[Spot] = []
    for a, b, c, d in zip(ends, ends[1:], ends[2:], ends[3:], strict=False):
        found += [_between(a, b, c, d, step / steps) for step in range(steps)]
    return [*found, spots[-1]]


def _between(a: Spot, b: Spot, c: Spot, d: Spot, t: float) -> Spot:
    def axis(p: float, q: float, r: float, s: float) -> float:
        return q + (r - p) * t / 2 + (2 * p - 5 * q + 4 * r - s) * t * t / 2 + (3 * q - p - 3 * r + s) * t**3 / 2

    return axis(a[0], b[0], c[0], d[0]), axis(a[1], b[1], c[1], d[1])
