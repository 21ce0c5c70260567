"""The neutral drawing: lines and texts in metres, origin at the lower left of what is visible, y upwards.

Readers of file formats make it, the console paints it, and the store keeps it as a blob (see codec.py)."""

from dataclasses import dataclass, replace
from typing import Any

from services.core.refused import Refused

ROUNDED_M = 0.001  # a floor's size is kept in whole millimetres


class PlanRefused(Refused):
    """Why a file or a blob is no drawing. Sentences: `refused.plan.<code>`."""


def quoted(text: object) -> str:
    """Words out of a file, fit to be shown: on one line, not too long, and without what is no sign."""
    return " ".join(str(text).encode("utf-8", "replace").decode("utf-8").split())[:160]


@dataclass(frozen=True, slots=True)
class Warning:
    """Something about the file a person should know. Sentences: `plan.warning.<code>`, with the facts in braces."""

    code: str
    facts: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Layer:
    """`colour` as #rrggbb; a layer that was off or frozen in the file is not visible."""

    name: str
    colour: str
    visible: bool


@dataclass(frozen=True, slots=True)
class Path:
    """One outline: `points` is x0, y0, x1, y1 … in metres. Holes of a filled outline turn the other way round."""

    layer: str
    colour: str
    closed: bool
    filled: bool
    points: tuple[float, ...]

    def corners(self) -> list[tuple[float, float]]:
        """The points as pairs."""
        return list(zip(self.points[::2], self.points[1::2], strict=True))


@dataclass(frozen=True, slots=True)
class Text:
    """Lettering; `text` may have several lines. `height_m` is that of a capital letter; `rotation_deg` turns
    counter-clockwise. (x, y) lies at the fraction (`across`, `up`) of the text's box: (0, 0) is its lower left."""

    layer: str
    x: float
    y: float
    height_m: float
    rotation_deg: float
    text: str
    across: float = 0.0
    up: float = 0.0


@dataclass(frozen=True, slots=True)
class Picture:
    """A scan that lies under the lines: a JPEG of so many pixels over a rectangle in metres, not turned."""

    x: float
    y: float
    width_m: float
    height_m: float
    width_px: int
    height_px: int
    jpeg: bytes


@dataclass(frozen=True, slots=True)
class Drawing:
    """`unit` is the file's ("mm", "cm", "m", "inch", "ft" …, "px" for a scan) and `scale` how many metres it is;
    `unit_known` says that the file or the person named it. `entities` counts what the file drew, before blocks were
    spread out."""

    unit: str
    unit_known: bool
    scale: float
    width_m: float
    height_m: float
    entities: int
    layers: tuple[Layer, ...]
    paths: tuple[Path, ...]
    texts: tuple[Text, ...]
    warnings: tuple[Warning, ...]
    pictures: tuple[Picture, ...] = ()


def scaled(drawing: Drawing, by: float) -> Drawing:
    """The same drawing with all lengths times `by`, as when the distance of two of its points was measured."""
    return replace(
        drawing,
        scale=drawing.scale * by,
        width_m=drawing.width_m * by,
        height_m=drawing.height_m * by,
        paths=tuple(replace(path, points=tuple([value * by for value in path.points])) for path in drawing.paths),
        texts=tuple(replace(one, x=one.x * by, y=one.y * by, height_m=one.height_m * by) for one in drawing.texts),
        pictures=tuple(
            replace(one, x=one.x * by, y=one.y * by, width_m=one.width_m * by, height_m=one.height_m * by)
            for one in drawing.pictures
        ),
    )


def on_floor(drawing: Drawing, width_m: float, height_m: float) -> Drawing:
    """The drawing as large as its floor says, which may have been rescaled since. One of other proportions, which is
    no picture of the whole floor, stays as it is."""
    by = width_m / drawing.width_m if drawing.width_m else 1.0
    same = abs(width_m - drawing.width_m) <= ROUNDED_M
    proportional = abs(drawing.height_m * by - height_m) <= max(ROUNDED_M * max(by, 1), 0.001 * height_m)
    return drawing if same or not proportional else scaled(drawing, by)


def to_bytes(drawing: Drawing) -> bytes:
    """The drawing as a blob, rounded to whole millimetres; the same drawing gives the same bytes."""
    from services.plans.codec import encoded

    return encoded(drawing)


def from_bytes(data: bytes) -> Drawing:
    """The drawing of a blob. Raises PlanRefused: blob_damaged, whatever the bytes are."""
    from services.plans.codec import decoded

    return decoded(data)
