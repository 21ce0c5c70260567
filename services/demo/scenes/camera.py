"""The phone that takes the pictures: held a little differently each time, in other light, with grain and a vignette."""

import io
import random
from functools import cache

import numpy as np
from PIL import Image

from services.demo.scenes.paint import BORDER, GRAIN, HEIGHT, WIDTH

QUALITY, SMALL_QUALITY = 88, 78
SMALL = (560, 420)


def photograph(painting: Image.Image, seed: str, after: bool) -> Image.Image:
    """1280 × 960 dots. The photo after is of the same place, but another hand has held the phone."""
    hand = random.Random(f"{seed} hand {after}")
    image = _framed(painting, hand, 26.0 if after else 12.0)
    return _lit(image, hand, after)


def _framed(painting: Image.Image, hand: random.Random, sway: float) -> Image.Image:
    """The part of the painting that the lens sees: shifted, turned and a little tilted."""
    corners = ((0, 0), (WIDTH, 0), (WIDTH, HEIGHT), (0, HEIGHT))
    dx, dy, turn = hand.uniform(-sway, sway), hand.uniform(-sway, sway) * 0.7, hand.uniform(-1, 1) * sway / 900
    near = 1 + hand.uniform(-0.03, 0.03) * sway / 26
    seen = []
    for x, y in corners:
        cx, cy = (x - WIDTH / 2) * near, (y - HEIGHT / 2) * near
        tilt_x, tilt_y = (hand.uniform(-sway, sway) * 0.25 for _ in "xy")
        seen.append((WIDTH / 2 + cx - cy * turn + dx + tilt_x, HEIGHT / 2 + cy + cx * turn + dy + tilt_y))
    grid = [((x + BORDER) * GRAIN, (y + BORDER) * GRAIN) for x, y in seen]
    return painting.transform(
        (WIDTH, HEIGHT), Image.Transform.PERSPECTIVE, _lens(corners, grid), Image.Resampling.BILINEAR
    )


def _lens(out: tuple[tuple[int, int], ...], into: list[tuple[float, float]]) -> list[float]:
    """The eight numbers of the perspective that takes four corners to four others."""
    rows, values = [], []
    for (x, y), (u, v) in zip(out, into, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        values += [u, v]
    found: list[float] = np.linalg.solve(np.array(rows, float), np.array(values, float)).tolist()
    return found


def _lit(image: Image.Image, hand: random.Random, after: bool) -> Image.Image:
    warmth = hand.uniform(-0.035, 0.035)
    bright = hand.uniform(1.0, 1.05) + (0.05 if after else 0.0)
    tints = (1 + warmth, 1.0, 1 - warmth)
    grain = np.random.default_rng(hand.getrandbits(64)).normal(0, 3.4, (HEIGHT, WIDTH)).astype(np.float32)
    light = _falloff() * np.float32(bright)
    slope = np.linspace(1 + hand.uniform(-0.05, 0.05), 1, WIDTH, dtype=np.float32)
    light = light * slope
    dots = np.asarray(image)
    lit = np.empty_like(dots)
    for part, tint in enumerate(tints):
        channel = dots[:, :, part] * (light * np.float32(tint)) + grain
        np.clip(channel, 0, 255, out=channel)
        lit[:, :, part] = channel
    return Image.fromarray(lit)


@cache
def _falloff() -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    """Light is less towards the corners."""
    y, x = np.ogrid[-1 : 1 : HEIGHT * 1j, -1 : 1 : WIDTH * 1j]
    fallen: np.ndarray[tuple[int, int], np.dtype[np.float32]] = (1.03 - 0.13 * (x * x + y * y) ** 1.2).astype(
        np.float32
    )
    return fallen


def again(painting: Image.Image, seed: str) -> Image.Image:
    """A photo of 560 × 420 dots, without grain, of a painting of any size: nearer or farther, shifted, turned, in other
    light. Some ten times as fast as `photograph`."""
    hand = random.Random(f"{seed} again")
    step = painting.width / (WIDTH + 2 * BORDER) * WIDTH / SMALL[0] * hand.uniform(0.82, 1.0)
    turn = hand.uniform(-0.03, 0.03)
    spare = [painting.width - step * SMALL[0], painting.height - step * SMALL[1]]
    dx, dy = (hand.uniform(0.25, 0.75) * each for each in spare)
    turned = (step, turn * step, dx - turn * step * SMALL[1] / 2)
    tilted = (-turn * step, step, dy + turn * step * SMALL[0] / 2)
    taken = painting.transform(SMALL, Image.Transform.AFFINE, (*turned, *tilted), Image.Resampling.BILINEAR)
    bright, warmth = hand.uniform(0.8, 1.12), hand.uniform(-0.06, 0.06)
    tints = (bright * (1 + warmth), bright, bright * (1 - warmth))
    return taken.point([min(255, round(value * tint)) for tint in tints for value in range(256)])


def jpeg(image: Image.Image, *, small: bool = False) -> bytes:
    """The picture as a phone sends it; `small` with more loss, as over a poor network."""
    file = io.BytesIO()
    image.save(file, "JPEG", quality=SMALL_QUALITY if small else QUALITY)
    return file.getvalue()
