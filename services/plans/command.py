"""What `anhuan plan import` answers: the facts of a drawing file, in figures and in sentences."""

from pathlib import Path
from typing import Any

from services.plans.drawing import Drawing
from services.plans.proposals import Proposal, propose_zones
from services.plans.reading import content_of, read_drawing


def plan_import(
    file: str | Path, unit: str | None = None, floor: str | None = None, json: bool = False, **how: Any
) -> dict[str, Any]:
    """Reads a drawing and says what it is: size in metres, unit, layers, counts, zone proposals, warnings.

    `floor` names the floor it is for (else the file's name). With `json` every polygon is in the answer, without it
    the proposals have name and area only, as they are printed. `how`: page, length_m as for read_drawing. Raises
    PlanRefused."""
    return facts_of(file, read_plan(file, unit, **how), floor, json)


def read_plan(file: str | Path, unit: str | None = None, **how: Any) -> Drawing:
    """The drawing of a file of any kind that is read. Raises PlanRefused."""
    return read_drawing(content_of(file), unit, **how)


def facts_of(file: str | Path, drawing: Drawing, floor: str | None, json: bool) -> dict[str, Any]:
    """What plan_import answers, of a drawing that was read."""
    return {
        "file": Path(file).name,
        "floor": floor or Path(file).stem,
        "width_m": round(drawing.width_m, 3),
        "height_m": round(drawing.height_m, 3),
        "unit": drawing.unit,
        "unit_known": drawing.unit_known,
        "layers": _layers(drawing),
        "counts": {
            "entities": drawing.entities,
            "paths": len(drawing.paths),
            "texts": len(drawing.texts),
            "pictures": len(drawing.pictures),
        },
        "proposals": [_proposal(proposal, json) for proposal in propose_zones(drawing)],
        "warnings": [{"code": warning.code, **warning.facts} for warning in drawing.warnings],
    }


def _layers(drawing: Drawing) -> list[dict[str, Any]]:
    counts: dict[str, int] = {}
    for path in drawing.paths:
        counts[path.layer] = counts.get(path.layer, 0) + 1
    return [
        {"name": layer.name, "colour": layer.colour, "visible": layer.visible, "paths": counts.get(layer.name, 0)}
        for layer in drawing.layers
    ]


def _proposal(proposal: Proposal, whole: bool) -> dict[str, Any]:
    facts: dict[str, Any] = {"name": proposal.name, "area_m2": proposal.area_m2}
    return facts | {"polygon": [list(corner) for corner in proposal.polygon]} if whole else facts
