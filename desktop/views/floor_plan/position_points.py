"""Control points as a person types them, and what the fit through them says."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.words import refusal
from services.core.georeference import Fit, fitted
from services.core.refused import Refused
from services.core.zones import ControlPoint


@dataclass(frozen=True, slots=True)
class Typed:
    """A place on the plan in metres, and what was typed for it: longitude, latitude."""

    x: float
    y: float
    text: str = ""

    def point(self) -> ControlPoint | None:
        """The control point; None as long as the text is none."""
        parts = self.text.replace("，", ",").replace(";", ",").replace(" ", ",").split(",")
        try:
            longitude, latitude = (float(part) for part in parts if part)
        except ValueError:
            return None
        if not (-180 <= longitude <= 180 and -90 <= latitude <= 90):
            return None
        return ControlPoint(x=self.x, y=self.y, longitude=longitude, latitude=latitude)


def fit_of(typed: Sequence[Typed]) -> tuple[Fit | None, str]:
    """The fit through all points that are whole, or why there is none."""
    points = [point for one in typed if (point := one.point()) is not None]
    try:
        return fitted(points), ""
    except Refused as refused:
        return None, refusal(refused)


def residuals_of(typed: Sequence[Typed], fit: Fit | None) -> list[float | None]:
    """How far each point lies from where the fit puts it, in metres; None for one that is not whole."""
    left = iter(fit.residuals if fit else ())
    return [next(left, None) if one.point() is not None else None for one in typed]
