"""What the plan view is given to paint: zones and proposals as plain values, their words already in the reader's
language."""

from dataclasses import dataclass, field

from services.core.geometry import Polygon

NORMAL, PENDING, OVERDUE, UNKNOWN = "normal", "pending", "overdue", "unknown"
STATUSES = (OVERDUE, PENDING, UNKNOWN, NORMAL)
LIVE, RISK, BOTH = "live", "risk", "both"
COLOURINGS = (LIVE, RISK, BOTH)  # what the colours of the areas say: status, level of risk, or risk with status on it


@dataclass(frozen=True, slots=True)
class MapZone:
    """One zone. `words` say the status ("超时 4 小时 26 分"), `short` in one word; `unconfirmed`: it was changed here
    and the hub has yet to confirm it. `risk` is the level of statutory risk, `risk_words` its words; both empty where
    nobody asked for them."""

    id: str
    name: str
    zone_class: str
    polygon: Polygon
    status: str
    words: str
    short: str
    unconfirmed: bool = False
    risk: str = ""
    risk_words: str = ""
    order: tuple[float, float] = field(default=(0.0, 0.0), compare=False)

    def sign(self, by: str) -> str:
        """What its colour stands for: its level where the areas are coloured by risk alone, else its status."""
        return self.risk if by == RISK else self.status


EQUIPMENT, SENSOR, DOOR = "equipment", "sensor", "door"
SYMBOL_KINDS = (EQUIPMENT, SENSOR, DOOR)


@dataclass(frozen=True, slots=True)
class MapSymbol:
    """One thing that stands at (`x`, `y`) metres in a zone. `glyph` is the name of its icon, `state` a status or empty
    where nothing can be said of it, `words` what is said of it beside its name."""

    id: str
    kind: str
    glyph: str
    name: str
    x: float
    y: float
    state: str
    zone: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A zone that the drawing suggests; `name` may be empty."""

    name: str
    polygon: Polygon


def whole_mm(polygon: Polygon) -> Polygon:
    """Corners rounded to millimetres, neighbours that became one kept once."""
    corners = [(round(x, 3) + 0.0, round(y, 3) + 0.0) for x, y in polygon]
    return tuple(corner for place, corner in enumerate(corners) if corner != corners[place - 1])


def moved(polygon: Polygon, dx: float, dy: float) -> Polygon:
    """All corners pushed by so many metres."""
    return tuple((x + dx, y + dy) for x, y in polygon)


def box_area(polygon: Polygon) -> float:
    """The area of the upright rectangle around it, in m²."""
    xs, ys = [x for x, _ in polygon], [y for _, y in polygon]
    return (max(xs) - min(xs)) * (max(ys) - min(ys))


def reading_order(zones: tuple[MapZone, ...]) -> list[MapZone]:
    """From the top down in rows, each from left to right: the order in which Tab walks."""
    if not zones:
        return []
    tops = {zone.id: max(y for _, y in zone.polygon) for zone in zones}
    heights = sorted(tops[zone.id] - min(y for _, y in zone.polygon) for zone in zones)
    row = max(heights[len(heights) // 2] / 2, 0.1)
    return sorted(zones, key=lambda zone: (-round(tops[zone.id] / row), min(x for x, _ in zone.polygon), zone.id))
