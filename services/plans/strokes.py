"""What a reader of any format has found, on its way to the neutral drawing: strokes and texts in the file's own units.

y runs upwards here; a reader whose file counts downwards turns it over before."""

from dataclasses import dataclass, field
from typing import NamedTuple

from services.plans.drawing import Drawing, Layer, Path, Picture, PlanRefused, Text, Warning
from services.plans.units import likely_unit, metres_of, size_warning

MOST_STROKES = 400_000
MOST_POINTS = 4_000_000
MOST_TEXTS = 50_000
FARTHEST = 1e9
INK = "#000000"


class Stroke(NamedTuple):
    """One outline in units of the file."""

    layer: str
    colour: str
    closed: bool
    filled: bool
    points: list[tuple[float, float]]


@dataclass
class Found:
    """Gathers strokes and texts and holds them to the limits. `hidden` are layers that the file has switched off;
    `broken` counts what could not be drawn."""

    strokes: list[Stroke] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)
    hidden: set[str] = field(default_factory=set)
    skipped: dict[str, int] = field(default_factory=dict)
    broken: int = 0
    size: int = 0

    def add(self, stroke: Stroke) -> None:
        """Takes a stroke. Raises PlanRefused: too_much."""
        if len(stroke.points) < 2:
            return
        if any(not abs(value) < FARTHEST for point in stroke.points for value in point):
            self.broken += 1
            return
        self.size += len(stroke.points)
        if len(self.strokes) >= MOST_STROKES or self.size > MOST_POINTS:
            raise PlanRefused("too_much", most=MOST_STROKES)
        self.strokes.append(stroke)

    def write(self, text: Text) -> None:
        """Takes a text; one without signs or size is nothing. Raises PlanRefused: too_much."""
        if not text.text.strip() or not 0 < text.height_m < FARTHEST or not max(abs(text.x), abs(text.y)) < FARTHEST:
            return
        if len(self.texts) >= MOST_TEXTS:
            raise PlanRefused("too_much", most=MOST_TEXTS)
        self.texts.append(text)

    def box(self) -> tuple[float, float, float, float]:
        """Least x and y, greatest x and y of what can be seen. Raises PlanRefused: nothing_to_draw."""
        seen = [stroke for stroke in self.strokes if stroke.layer not in self.hidden] or self.strokes
        xs = [x for stroke in seen for x, _ in stroke.points]
        ys = [y for stroke in seen for _, y in stroke.points]
        if not xs or max(xs) <= min(xs) or max(ys) <= min(ys):
            raise PlanRefused("nothing_to_draw")
        return min(xs), min(ys), max(xs), max(ys)

    def drawing(self, unit: str | None, imperial: bool = False, warnings: tuple[Warning, ...] = ()) -> Drawing:
        """The drawing, read in `unit`, or in the one that makes a building of usual size. Raises PlanRefused."""
        left, bottom, right, top = self.box()
        known = unit is not None
        unit = unit or likely_unit(max(right - left, top - bottom), imperial)
        scale = metres_of(unit)
        width, height = (right - left) * scale, (top - bottom) * scale
        told = [*warnings, *self._left_out()]
        if not known:
            facts = {"unit": unit, "width_m": round(width, 2), "height_m": round(height, 2)}
            told.append(Warning("unit_guessed", facts))
        absurd = size_warning(width, height, unit, scale)
        return self._laid_out(unit, known, scale, (left, bottom, width, height), [*told, *([absurd] if absurd else [])])

    def measured(
        self, scale: float, box: tuple[float, float, float, float], warnings: list[Warning], unit: str
    ) -> Drawing:
        """The drawing of a sheet whose unit is `scale` metres: `box` is left, bottom, width and height in its units."""
        left, bottom, width, height = box
        told = [*warnings, *self._left_out()]
        return self._laid_out(unit, False, scale, (left, bottom, width * scale, height * scale), told)

    def _laid_out(
        self, unit: str, known: bool, scale: float, box: tuple[float, float, float, float], warnings: list[Warning]
    ) -> Drawing:
        left, bottom, width, height = box
        names: dict[str, str] = {}
        for stroke in self.strokes:
            names.setdefault(stroke.layer, stroke.colour)
        for text in self.texts:
            names.setdefault(text.layer, INK)
        return Drawing(
            unit=unit,
            unit_known=known,
            scale=scale,
            width_m=width,
            height_m=height,
            entities=len(self.strokes) + len(self.texts),
            layers=tuple(Layer(name, colour, name not in self.hidden) for name, colour in names.items()),
            paths=tuple(_path(stroke, left, bottom, scale) for stroke in self.strokes),
            texts=tuple(_text(text, left, bottom, scale) for text in self.texts),
            warnings=tuple(warnings),
        )

    def _left_out(self) -> list[Warning]:
        told = []
        if self.skipped:
            kinds = ", ".join(sorted(self.skipped)[:5])
            told.append(Warning("parts_skipped", {"count": sum(self.skipped.values()), "kinds": kinds}))
        if self.broken:
            told.append(Warning("entities_broken", {"count": self.broken}))
        return told


def _path(stroke: Stroke, left: float, bottom: float, scale: float) -> Path:
    flat: list[float] = []
    for x, y in stroke.points:
        flat += ((x - left) * scale, (y - bottom) * scale)
    return Path(stroke.layer, stroke.colour, stroke.closed, stroke.filled, tuple(flat))


def _text(text: Text, left: float, bottom: float, scale: float) -> Text:
    x, y = (text.x - left) * scale, (text.y - bottom) * scale
    return Text(text.layer, x, y, text.height_m * scale, text.rotation_deg, text.text, text.across, text.up)


def sheet_of(picture: Picture, warnings: list[Warning]) -> Drawing:
    """A drawing that is one picture and nothing else."""
    scale = picture.width_m / picture.width_px
    return Drawing(
        unit="px",
        unit_known=False,
        scale=scale,
        width_m=picture.width_m,
        height_m=picture.height_m,
        entities=1,
        layers=(),
        paths=(),
        texts=(),
        warnings=tuple(warnings),
        pictures=(picture,),
    )
