"""A drawing on its way out of the process that read it: exact, unlike a blob, and quick to take apart.

What comes out of there is not believed any more than the file was: sizes have to fit, and numbers to be numbers."""

import json
from collections.abc import Iterator
from dataclasses import astuple
from itertools import chain
from typing import TYPE_CHECKING, Any

from services.plans.drawing import Drawing, Layer, Path, Picture, Text, Warning

if TYPE_CHECKING:
    from numpy import ndarray

Look = tuple[str, str, bool, bool]  # layer, colour, closed, filled


def packed(drawing: Drawing) -> bytes:
    """One line that says what follows, then looks and lengths of the paths, their points, the pictures."""
    import numpy as np

    looks: dict[Look, int] = {}
    runs = [
        (looks.setdefault((path.layer, path.colour, path.closed, path.filled), len(looks)), len(path.points))
        for path in drawing.paths
    ]
    points = np.fromiter(chain.from_iterable(path.points for path in drawing.paths), dtype="<f8")
    head = {
        "sheet": [drawing.unit, drawing.unit_known, drawing.scale, drawing.width_m, drawing.height_m, drawing.entities],
        "layers": [astuple(layer) for layer in drawing.layers],
        "looks": list(looks),
        "texts": [astuple(text) for text in drawing.texts],
        "warnings": [[warning.code, warning.facts] for warning in drawing.warnings],
        "pictures": [[*astuple(one)[:-1], len(one.jpeg)] for one in drawing.pictures],
        "paths": len(runs),
        "numbers": len(points),
    }
    body = (np.array(runs, dtype="<i8").tobytes(), points.tobytes(), *(one.jpeg for one in drawing.pictures))
    return b"".join((json.dumps(head).encode(), b"\n", *body))


def unpacked(data: bytes) -> Drawing:
    """What was packed. Raises ValueError, TypeError or LookupError where it does not fit together."""
    import numpy as np

    end = data.index(b"\n") + 1
    head, paths = json.loads(data[:end]), end
    points = paths + 16 * int(head["paths"])
    pictures = points + 8 * int(head["numbers"])
    runs = np.frombuffer(data[paths:points], dtype="<i8").reshape(-1, 2)
    numbers = np.frombuffer(data[points:pictures], dtype="<f8")
    if not np.isfinite(numbers).all():
        raise ValueError("points without a place")
    unit, known, scale, width, height, entities = head["sheet"]
    return Drawing(
        unit=unit,
        unit_known=known,
        scale=scale,
        width_m=width,
        height_m=height,
        entities=entities,
        layers=tuple(Layer(*one) for one in head["layers"]),
        paths=tuple(_paths([tuple(one) for one in head["looks"]], runs, numbers)),
        texts=tuple(Text(*one) for one in head["texts"]),
        warnings=tuple(Warning(*one) for one in head["warnings"]),
        pictures=tuple(_pictures(head["pictures"], data[pictures:])),
    )


def _paths(looks: list[Any], runs: "ndarray", numbers: "ndarray") -> Iterator[Path]:
    flat, start = numbers.tolist(), 0
    for look, length in runs.tolist():
        end = start + length
        if length < 4 or length % 2 or end > len(flat):
            raise ValueError("paths and points do not fit")
        layer, colour, closed, filled = looks[look]
        yield Path(layer, colour, closed, filled, tuple(flat[start:end]))
        start = end


def _pictures(heads: list[list[Any]], data: bytes) -> Iterator[Picture]:
    start = 0
    for x, y, width, height, width_px, height_px, length in heads:
        yield Picture(x, y, width, height, width_px, height_px, data[start : start + length])
        start += length
