"""A drawing as bytes and back: JSON under zlib, coordinates as whole millimetres, each the step from the point before.

Blobs come over the network, so nothing in them is believed: sizes are bounded before anything is unpacked."""

import base64
import json
import math
import zlib
from itertools import accumulate, pairwise
from typing import Any, TypeVar

from services.plans.drawing import Drawing, Layer, Path, Picture, PlanRefused, Text, Warning, quoted

FORMAT = 1
MOST_UNPACKED = 256 * 1024 * 1024
FARTHEST_MM = 10**10
MM = 1000
MOST_PICTURES = 4
MOST_SIDE_PX = 8_000
JPEG_SIGN = b"\xff\xd8\xff"

T = TypeVar("T")


def encoded(drawing: Drawing) -> bytes:
    """See drawing.to_bytes."""
    layers = {layer.name: place for place, layer in enumerate(drawing.layers)}
    looks: dict[tuple[str, str, bool, bool], int] = {}
    runs: list[int] = []
    points: list[float] = []
    for path in drawing.paths:
        runs.append(looks.setdefault((path.layer, path.colour, path.closed, path.filled), len(looks)))
        runs.append(len(path.points) // 2)
        points.extend(path.points)
    content = {
        "format": FORMAT,
        "unit": [drawing.unit, drawing.unit_known, drawing.scale],
        "size": [_mm(drawing.width_m), _mm(drawing.height_m)],
        "entities": drawing.entities,
        "layers": [[layer.name, layer.colour, layer.visible] for layer in drawing.layers],
        "looks": [[layers[layer], *look] for layer, *look in looks],
        "runs": runs,
        "xs": _steps(points[::2]),
        "ys": _steps(points[1::2]),
        "texts": [_written(text, layers) for text in drawing.texts],
        "warnings": [[warning.code, warning.facts] for warning in drawing.warnings],
    }
    if drawing.pictures:
        content["pictures"] = [_kept(picture) for picture in drawing.pictures]
    plain = json.dumps(content, ensure_ascii=False, separators=(",", ":"), sort_keys=True, allow_nan=False)
    return zlib.compress(plain.encode("utf-8", "replace"), 6)


def decoded(data: bytes) -> Drawing:
    """See drawing.from_bytes."""
    try:
        return _drawing(json.loads(_unpacked(data)))
    except (zlib.error, ValueError, TypeError, LookupError, OverflowError, RecursionError) as error:
        raise PlanRefused("blob_damaged", why=quoted(error)) from error


def _mm(metres: float) -> int:
    return round(metres * MM)


def _steps(values: list[float]) -> list[int]:
    rounded = [round(value * MM) for value in values]
    return rounded[:1] + [now - before for before, now in pairwise(rounded)]


def _written(text: Text, layers: dict[str, int]) -> list[Any]:
    place = [_mm(text.x), _mm(text.y), _mm(text.height_m), round(text.rotation_deg, 2)]
    return [layers[text.layer], *place, text.text, text.across, text.up]


def _unpacked(data: bytes) -> bytes:
    unpacking = zlib.decompressobj()
    plain = unpacking.decompress(data, MOST_UNPACKED)
    if not unpacking.eof:
        raise ValueError("longer than a drawing may be, or cut off")
    return plain


def _drawing(content: dict[str, Any]) -> Drawing:
    if _the(dict, content)["format"] != FORMAT:
        raise ValueError("another format")
    unit, known, scale = content["unit"]
    width, height = content["size"]
    layers = tuple(Layer(_the(str, n), _the(str, c), _the(bool, v)) for n, c, v in content["layers"])
    names = [layer.name for layer in layers]
    return Drawing(
        unit=_the(str, unit),
        unit_known=_the(bool, known),
        scale=_number(scale, 1e6),
        width_m=_whole(width) / MM,
        height_m=_whole(height) / MM,
        entities=_whole(content["entities"]),
        layers=layers,
        paths=_paths(content, names),
        texts=tuple(_text(text, names) for text in content["texts"]),
        warnings=tuple(Warning(_the(str, code), _the(dict, facts)) for code, facts in content["warnings"]),
        pictures=tuple(_picture(picture) for picture in content.get("pictures", [])[:MOST_PICTURES]),
    )


def _kept(picture: Picture) -> list[Any]:
    place = [_mm(picture.x), _mm(picture.y), _mm(picture.width_m), _mm(picture.height_m)]
    return [*place, picture.width_px, picture.height_px, base64.b64encode(picture.jpeg).decode("ascii")]


def _picture(content: list[Any]) -> Picture:
    x, y, width, height, width_px, height_px, text = content
    jpeg = base64.b64decode(_the(str, text), validate=True)
    if not jpeg.startswith(JPEG_SIGN) or not 0 < max(_place(width_px), _place(height_px)) <= MOST_SIDE_PX:
        raise ValueError("no picture of ours")
    return Picture(_whole(x) / MM, _whole(y) / MM, _whole(width) / MM, _whole(height) / MM, width_px, height_px, jpeg)


def _paths(content: dict[str, Any], layers: list[str]) -> tuple[Path, ...]:
    looks = [
        (layers[_place(n)], _the(str, c), _the(bool, closed), _the(bool, f)) for n, c, closed, f in content["looks"]
    ]
    runs, xs, ys = _the(list, content["runs"]), _metres(content["xs"]), _metres(content["ys"])
    points = [0.0] * (2 * len(xs))
    points[::2], points[1::2] = xs, ys
    paths, start = [], 0
    for look, count in zip(runs[::2], runs[1::2], strict=True):
        end = start + 2 * _place(count)
        if count < 2 or end > len(points):
            raise ValueError("runs and points do not fit")
        paths.append(Path(*looks[_place(look)], tuple(points[start:end])))
        start = end
    if start != len(points):
        raise ValueError("runs and points do not fit")
    return tuple(paths)


def _metres(steps: object) -> list[float]:
    if not set(map(type, _the(list, steps))) <= {int}:
        raise TypeError("whole numbers expected")
    places = list(accumulate(_the(list, steps)))
    if places and max(max(places), -min(places)) > FARTHEST_MM:
        raise ValueError("points too far away")
    return [place / MM for place in places]


def _text(content: list[Any], layers: list[str]) -> Text:
    layer, x, y, height, rotation, text, across, up = content
    return Text(
        layers[_place(layer)],
        _whole(x) / MM,
        _whole(y) / MM,
        _whole(height) / MM,
        _number(rotation, 1e4),
        _the(str, text),
        _number(across, 1),
        _number(up, 1),
    )


def _the(kind: type[T], value: Any) -> T:
    if type(value) is not kind:
        raise TypeError(f"{kind.__name__} expected")
    return value


def _place(value: Any) -> int:
    if _the(int, value) < 0:
        raise ValueError("place below 0")
    return int(value)


def _whole(value: Any) -> int:
    if abs(_the(int, value)) > FARTHEST_MM:
        raise ValueError("number too large")
    return int(value)


def _number(value: Any, most: float) -> float:
    if type(value) not in (int, float) or not math.isfinite(value) or abs(value) > most:
        raise ValueError("number expected")
    return float(value)
