"""What a picture looks like in 64 bits: the signs of its slowest waves against their median. Re-encoding, scaling and
other light hardly move them; for cuts, the picture's own cuts and its edges gone on are taken as well."""

import math
from functools import cache
from operator import mul
from typing import NamedTuple

from PIL import Image

SIDE, WAVES, BITS = 32, 10, 64
CUT = 0.05  # of a side


class Edges(NamedTuple):
    """How much of each side is cut off (above 0) or gone on with its last row (below 0)."""

    left: float
    top: float
    right: float
    bottom: float


# a cut of a picture looks as the picture does once its own edges are gone on, and the other way round
VARIANTS = (
    *(Edges(amount, amount, amount, amount) for amount in (-CUT, -CUT / 2, CUT / 2, CUT)),
    *(Edges(*(-2 * CUT if side == place else 0.0 for place in range(4))) for side in range(4)),
    *(Edges(*(2 * CUT if side == place else 0.0 for place in range(4))) for side in range(4)),
)


def fingerprints(image: Image.Image) -> tuple[str, tuple[str, ...]]:
    """The picture's fingerprint as 16 hex digits, and those of its variants."""
    grey = image.getchannel(0) if image.mode in ("YCbCr", "L") else image.convert("L")
    small = grey.resize((4 * SIDE, 4 * SIDE), Image.Resampling.BOX)
    return fingerprint(small), tuple(fingerprint(varied(small, edges)) for edges in VARIANTS)


def varied(image: Image.Image, edges: Edges) -> Image.Image:
    """The picture with its edges cut off or gone on."""
    width, height = image.size
    box = (
        edges.left * width,
        edges.top * height,
        width - edges.right * width,
        height - edges.bottom * height,
    )
    if min(edges) >= 0:
        return image.resize((SIDE, SIDE), Image.Resampling.BOX, box)
    left, top, right, bottom = (max(0, round(-amount * width)) for amount in edges)
    wide = Image.new("L", (width + left + right, height + top + bottom))
    wide.paste(image, (left, top))
    if left:
        wide.paste(image.crop((0, 0, 1, height)).resize((left, height)), (0, top))
    if right:
        wide.paste(image.crop((width - 1, 0, width, height)).resize((right, height)), (left + width, top))
    if top:
        wide.paste(wide.crop((0, top, wide.width, top + 1)).resize((wide.width, top)), (0, 0))
    if bottom:
        last = top + height
        wide.paste(wide.crop((0, last - 1, wide.width, last)).resize((wide.width, bottom)), (0, last))
    return wide


def fingerprint(grey: Image.Image) -> str:
    """64 bits of a grey picture as 16 hex digits."""
    spots = grey.resize((SIDE, SIDE), Image.Resampling.BOX).tobytes()
    waves = _waves()
    rows = [spots[start : start + SIDE] for start in range(0, SIDE * SIDE, SIDE)]
    across = [[sum(map(mul, wave, row)) for row in rows] for wave in waves]
    slow = [sum(map(mul, waves[v], across[u])) for u, v in _slowest()]
    middle = sorted(slow)[BITS // 2]
    return f"{int(''.join('1' if value >= middle else '0' for value in slow), 2):016x}"


@cache
def _waves() -> list[list[float]]:
    return [[math.cos(math.pi * (2 * x + 1) * u / (2 * SIDE)) for x in range(SIDE)] for u in range(WAVES)]


@cache
def _slowest() -> list[tuple[int, int]]:
    """The 64 slowest waves (across, down) without the one that is the mean light."""
    places = [(u, v) for u in range(WAVES) for v in range(WAVES) if u + v]
    return sorted(places, key=lambda place: (place[0] ** 2 + place[1] ** 2, place))[:BITS]
