"""Any drawing file → the neutral drawing. What a file is, its first bytes say, not its name."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Literal

from services.plans.drawing import Drawing, PlanRefused, Warning, scaled
from services.plans.units import metres_of

Kind = Literal["dxf", "svg", "pdf", "scan", "geojson"]
Progress = Callable[[float], bool]
MOST_BYTES = 150 * 1024 * 1024
FILTERS = ("dxf", "svg", "svgz", "pdf", "png", "jpg", "jpeg", "geojson", "json")
HEAD = 4096


def kind_of(data: bytes) -> Kind:
    """What kind of file it is; what is none of the others is taken for DXF, whose reader says what it is instead."""
    head = data[:HEAD].removeprefix(b"\xef\xbb\xbf").lstrip()
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if head.startswith((b"\x89PNG", b"\xff\xd8\xff")):
        return "scan"
    if head.startswith(b"\x1f\x8b") or (head.startswith(b"<") and b"<svg" in head.lower()):
        return "svg"
    return "geojson" if head.startswith(b"{") else "dxf"


def content_of(file: str | Path) -> bytes:
    """The bytes of a drawing file. Raises PlanRefused: file_unreadable, file_too_large."""
    from services.plans.dxf_file import content

    return content(Path(file))


def read_drawing(
    data: bytes, unit: str | None = None, page: int = 0, progress: Progress | None = None, length_m: float | None = None
) -> Drawing:
    """The drawing of a file of any kind, read in a process of its own. `unit` counts for DXF and SVG, `page` (from 0)
    for PDF; `length_m` makes the longer side as long as that. `progress` is told 0 to 1 and stops the reading by
    answering False. Raises PlanRefused."""
    from services.plans.apart import read_apart

    kind = kind_of(data)
    if unit is not None:
        metres_of(unit)
    if len(data) > MOST_BYTES:
        raise PlanRefused("file_too_large", mb=round(len(data) / 2**20), most_mb=MOST_BYTES // 2**20)
    drawing = read_apart(data, {"what": kind, "unit": unit, "page": page}, progress)
    if unit is not None and kind not in ("dxf", "svg"):
        told = Warning("unit_ignored", {"unit": unit, "kind": _name(data, kind)})
        drawing = replace(drawing, warnings=(*drawing.warnings, told))
    if length_m is not None:
        drawing = told_length(drawing, max(drawing.width_m, drawing.height_m), length_m)
    return drawing


def told_length(drawing: Drawing, seen_m: float, true_m: float) -> Drawing:
    """The drawing with the scale that makes a distance of `seen_m` in it `true_m` long; doubts about its size and
    unit are settled by that."""
    settled = {"unit_guessed", "size_implausible", "size_absurd", "scale_guessed", "scale_unknown", "scale_from_sheet"}
    warnings = tuple(warning for warning in drawing.warnings if warning.code not in settled)
    return replace(scaled(drawing, true_m / seen_m), unit_known=True, warnings=warnings)


def _name(data: bytes, kind: Kind) -> str:
    return "PNG/JPEG" if kind == "scan" else {"pdf": "PDF", "geojson": "GeoJSON"}.get(kind, kind.upper())
