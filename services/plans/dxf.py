"""DXF files → the neutral drawing."""

from collections.abc import Callable
from pathlib import Path as File
from typing import TYPE_CHECKING, Any, NamedTuple

from services.plans.drawing import Drawing, Path, PlanRefused, Text, Warning, quoted
from services.plans.dxf_content import Content, Reading
from services.plans.dxf_file import LOADING_SHARE, Progress, load
from services.plans.dxf_look import LayerTable
from services.plans.dxf_shapes import Fineness
from services.plans.extents import boxes_of, strays
from services.plans.units import OF_INSUNITS, likely_unit, metres_of, size_warning

if TYPE_CHECKING:
    from ezdxf.document import Drawing as Document
    from numpy import ndarray

MOST_NAMES = 5  # that a warning lists


def read_dxf(source: str | File | bytes, unit: str | None = None, progress: Progress | None = None) -> Drawing:
    """The plan of a DXF file (a path, or its bytes). `unit` (mm, cm, m, inch, ft) overrules what the file says.

    `progress` is told how far it is, 0 to 1, and stops the reading by answering False. Raises PlanRefused and
    nothing else: file_unreadable, file_empty, file_too_large, file_is_dwg, file_is_other, not_dxf, file_truncated,
    file_damaged, block_recursion, too_much, nothing_to_draw, unit_unknown, cancelled."""
    watch = progress or (lambda share: True)
    if unit is not None:
        metres_of(unit)
    document, warnings = load(source, watch)
    unit = unit or _named_unit(document)
    layers = LayerTable(document)
    reading = Reading(document, Fineness(metres_of(unit) if unit else None), layers)
    content, entities = reading.modelspace(_ticker(watch))
    laid = _laid_out(content, layers)
    known = unit is not None
    unit = unit or likely_unit(laid.longest, imperial=_header(document, "$MEASUREMENT", 1) == 0)
    scale = metres_of(unit)
    warnings += _left_out(reading, laid.strays)
    warnings += _about_size(laid.width * scale, laid.height * scale, unit, known, scale)
    return _drawing(content, laid, layers, unit, known, entities, warnings)


class _Layout(NamedTuple):
    """Where things lie, in units of the file: every point, which strokes and texts stay, and the plan's lower left."""

    points: "ndarray"
    kept: list[bool]
    left: float
    bottom: float
    width: float
    height: float
    strays: int

    @property
    def longest(self) -> float:
        return max(self.width, self.height)


def _ticker(watch: Progress) -> Callable[[float], None]:
    def tick(share: float) -> None:
        if not watch(LOADING_SHARE + share * (1 - LOADING_SHARE)):
            raise PlanRefused("cancelled")

    return tick


def _header(document: "Document", name: str, otherwise: int) -> int:
    try:
        return int(document.header.get(name, otherwise))
    except (TypeError, ValueError):
        return otherwise


def _named_unit(document: "Document") -> str | None:
    return OF_INSUNITS.get(_header(document, "$INSUNITS", 0))


def _laid_out(content: Content, layers: LayerTable) -> _Layout:
    """Raises PlanRefused: nothing_to_draw, where there is no visible stroke or all of them lie on one line."""
    import numpy as np

    if not content.strokes:
        raise PlanRefused("nothing_to_draw")
    points = np.concatenate(content.points)
    boxes = boxes_of(points, np.array([stroke.length for stroke in content.strokes]))
    seen = np.array([layers.visible(stroke.layer) for stroke in content.strokes])
    if not seen.any():
        seen[:] = True
    stray = np.zeros(len(boxes), dtype=bool)
    stray[seen] = strays(boxes[seen])
    counted = boxes[seen & ~stray]
    left, bottom = counted[:, :2].min(axis=0).tolist()
    right, top = counted[:, 2:].max(axis=0).tolist()
    if not (right > left and top > bottom):
        raise PlanRefused("nothing_to_draw")
    return _Layout(points, (~stray).tolist(), left, bottom, right - left, top - bottom, int(stray.sum()))


def _left_out(reading: Reading, stray: int) -> list[Warning]:
    warnings = []
    if stray:
        warnings.append(Warning("strays_ignored", {"count": stray}))
    if reading.external:
        warnings.append(Warning("xref_ignored", _names(reading.external)))
    if reading.missing:
        warnings.append(Warning("block_missing", _names(reading.missing)))
    if reading.skipped:
        count = sum(reading.skipped.values())
        warnings.append(Warning("kinds_skipped", {"count": count, "kinds": quoted(", ".join(sorted(reading.skipped)))}))
    if reading.broken:
        warnings.append(Warning("entities_broken", {"count": reading.broken}))
    return warnings


def _names(names: set[str]) -> dict[str, Any]:
    return {"count": len(names), "names": quoted(", ".join(sorted(names)[:MOST_NAMES]))}


def _about_size(width_m: float, height_m: float, unit: str, known: bool, scale: float) -> list[Warning]:
    warnings = []
    if not known:
        facts = {"unit": unit, "width_m": round(width_m, 2), "height_m": round(height_m, 2)}
        warnings.append(Warning("unit_guessed", facts))
    absurd = size_warning(width_m, height_m, unit, scale)
    return warnings + ([absurd] if absurd else [])


def _drawing(
    content: Content, laid: _Layout, layers: LayerTable, unit: str, known: bool, entities: int, warnings: list[Warning]
) -> Drawing:
    scale = metres_of(unit)
    paths = _paths(content, laid, layers, scale)
    texts = _texts(content, laid, scale)
    return Drawing(
        unit=unit,
        unit_known=known,
        scale=scale,
        width_m=laid.width * scale,
        height_m=laid.height * scale,
        entities=entities,
        layers=layers.all({path.layer for path in paths} | {text.layer for text in texts}),
        paths=paths,
        texts=texts,
        warnings=tuple(warnings),
    )


def _paths(content: Content, laid: _Layout, layers: LayerTable, scale: float) -> tuple[Path, ...]:
    flat = ((laid.points - (laid.left, laid.bottom)) * scale).ravel().tolist()
    colours: dict[tuple[str, int | str], str] = {}
    paths, start = [], 0
    for stroke, kept in zip(content.strokes, laid.kept, strict=True):
        end = start + 2 * stroke.length
        look = (stroke.layer, stroke.colour)
        if look not in colours:
            colours[look] = layers.resolved(*look)
        if kept:
            paths.append(Path(stroke.layer, colours[look], stroke.closed, stroke.filled, tuple(flat[start:end])))
        start = end
    return tuple(paths)


def _texts(content: Content, laid: _Layout, scale: float) -> tuple[Text, ...]:
    import math

    far = 2 * laid.longest
    near = (
        text
        for text in content.texts
        if abs(text.x - laid.left) <= far and abs(text.y - laid.bottom) <= far and 0 < text.height < laid.longest
    )
    return tuple(
        Text(
            text.layer,
            (text.x - laid.left) * scale,
            (text.y - laid.bottom) * scale,
            text.height * scale,
            math.degrees(text.turn) % 360,
            text.text,
            text.across,
            text.up,
        )
        for text in near
    )
