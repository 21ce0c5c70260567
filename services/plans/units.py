"""Units of drawing files: how many metres they are, which one a file most likely meant, and when a size is absurd."""

from services.plans.drawing import PlanRefused, Warning

METRES = {"mm": 0.001, "cm": 0.01, "m": 1.0, "inch": 0.0254, "ft": 0.3048}
RARE = {"dm": 0.1, "km": 1000.0, "yd": 0.9144, "mile": 1609.344, "µm": 1e-6}
OF_INSUNITS = {1: "inch", 2: "ft", 3: "mile", 4: "mm", 5: "cm", 6: "m", 7: "km", 10: "yd", 13: "µm", 14: "dm", 21: "ft"}

USUAL_M = (10.0, 600.0)
SHORTEST_M = 2.0
LONGEST_M = 3000.0


def metres_of(unit: str) -> float:
    """How many metres a unit is. Raises PlanRefused: unit_unknown."""
    scale = METRES.get(unit) or RARE.get(unit)
    if scale is None:
        raise PlanRefused("unit_unknown", unit=unit, units=", ".join(METRES))
    return scale


def likely_unit(longest: float, imperial: bool) -> str:
    """The unit that makes a plan whose longer side is `longest` units a building of usual size."""
    order = ("mm", "m", "inch", "ft") if imperial else ("mm", "m", "cm")
    return next((unit for unit in order if _usual(longest * METRES[unit])), "mm")


def size_warning(width_m: float, height_m: float, unit: str, scale: float) -> Warning | None:
    """A warning where no building is that small or that large, with the unit that would make it a usual one."""
    longest = max(width_m, height_m)
    if SHORTEST_M <= longest <= LONGEST_M:
        return None
    units = longest / scale
    fitting = next((name for name in METRES if name != unit and _usual(units * METRES[name])), None)
    facts = {"width_m": round(width_m, 3), "height_m": round(height_m, 3), "unit": unit}
    if fitting is None:
        return Warning("size_absurd", facts)
    ratio = METRES[fitting] / scale
    better = {"better": fitting, "better_width_m": width_m * ratio, "better_height_m": height_m * ratio}
    rounded = {name: round(value, 1) if isinstance(value, float) else value for name, value in better.items()}
    return Warning("size_implausible", facts | rounded)


def _usual(metres: float) -> bool:
    return USUAL_M[0] <= metres <= USUAL_M[1]
