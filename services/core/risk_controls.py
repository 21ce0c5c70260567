"""Control measures of risk points, and the bounds by which a plant tells its levels apart."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated, Literal

from services.core.operation import Change, Changed, Context, Look, Put, Way, operation, required
from services.core.record import record
from services.core.refused import Refused
from services.core.risk_methods import METHODS, USUAL, Bounds, Scale
from services.core.risks import RiskPoint, living_point
from services.core.roles import OFFICE
from services.core.shape import Range, Ref, Text

Tier = Literal["engineering", "management", "training", "ppe", "emergency"]  # the most effective first
Steps = tuple[Annotated[int, Range(0, 6)], ...]
RowNumber = Annotated[int, Range(0, 40)]
MeasureText = Annotated[str, Text(most=200)]
Cost = Annotated[float, Range(0, 1_000_000_000)]
Bound = Annotated[float, Range(1, 10_000)]


@record("control_measure", indexed=("risk_point",), called="measure", few=True)
@dataclass(frozen=True, kw_only=True)
class ControlMeasure:
    """`lowers` is by how many steps each axis of the point's method is milder for it; `row` the step or item that it
    is for (from 1; 0: all). Only measures `in_place` count. `cost` is what it costs to put in place, in yuan, where
    that is known."""

    id: str
    risk_point: str
    measure: str
    tier: Tier
    lowers: tuple[int, ...]
    row: int = 0
    in_place: bool = True
    cost: float | None = None
    removed_at: datetime | None = None


@record("risk_scale", indexed=("scale",), called="", few=True)
@dataclass(frozen=True, kw_only=True)
class RiskScale:
    """The plant's own bounds of a scale since a moment; the newest one holds (see Bounds)."""

    id: str
    scale: Scale
    since: datetime
    red: float
    orange: float
    yellow: float
    red_over: bool = False


def bounds_of(look: Look, scale: Scale) -> Bounds:
    """The bounds that hold: the plant's newest, else the usual ones."""
    own = look.find("risk_scale", scale=scale)
    if not own:
        return USUAL[scale]
    newest = max(own, key=lambda one: (one.since, one.id))
    return Bounds(newest.red, newest.orange, newest.yellow, newest.red_over)


def sound_measure(point: RiskPoint, lowers: tuple[int, ...], row: int) -> None:
    """Steps for each axis, and a row that is there. Raises Refused: risk_steps_wrong, risk_row_missing."""
    axes = METHODS[point.method].axes
    if len(lowers) != len(axes):
        raise Refused("risk_steps_wrong", count=len(axes))
    if row > len(point.rows):
        raise Refused("risk_row_missing", row=row, most=len(point.rows))


def measure_of(look: Look, id_: str) -> ControlMeasure:
    """The measure, which must not be removed. Raises Refused: no_such_record, thing_retired."""
    found = required(look, ControlMeasure, id_)
    if found.removed_at is not None:
        raise Refused("thing_retired", name=found.measure)
    return found


@operation("control_measures.add", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Add:
    """A measure against a risk."""

    risk_point: Annotated[str, Ref("risk_point")]
    measure: MeasureText
    tier: Tier
    lowers: Steps
    row: RowNumber = 0
    in_place: bool = True
    cost: Cost | None = None

    def decide(self, context: Context, look: Look) -> list[Change]:
        sound_measure(living_point(look, self.risk_point), self.lowers, self.row)
        made = ControlMeasure(
            id=context.id,
            risk_point=self.risk_point,
            measure=self.measure,
            tier=self.tier,
            lowers=self.lowers,
            row=self.row,
            in_place=self.in_place,
            cost=self.cost,
        )
        return [Put(made)]

    def inverse(self, id_: str, changes: Changed) -> Way:
        """The measure is taken away."""
        return "control_measures.remove", {"control_measure": id_}


@operation("control_measures.change", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class ChangeMeasure:
    """What it says, its tier, what it does, whether it is in place and what it costs."""

    control_measure: Annotated[str, Ref("control_measure")]
    measure: MeasureText
    tier: Tier
    lowers: Steps
    row: RowNumber = 0
    in_place: bool = True
    cost: Cost | None = None

    def decide(self, context: Context, look: Look) -> list[Change]:
        known = measure_of(look, self.control_measure)
        sound_measure(living_point(look, known.risk_point), self.lowers, self.row)
        changed = replace(
            known,
            measure=self.measure,
            tier=self.tier,
            lowers=self.lowers,
            row=self.row,
            in_place=self.in_place,
            cost=self.cost,
        )
        return [Put(changed)]


@operation("control_measures.remove", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Remove:
    """The measure is no more; its record stays."""

    control_measure: Annotated[str, Ref("control_measure")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        return [Put(replace(measure_of(look, self.control_measure), removed_at=context.now))]

    def inverse(self, id_: str, changes: Changed) -> Way:
        """The measure is there again."""
        return "control_measures.restore", {"control_measure": self.control_measure}


@operation("control_measures.restore", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Restore:
    """A removed measure is there again."""

    control_measure: Annotated[str, Ref("control_measure")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        known = required(look, ControlMeasure, self.control_measure)
        if known.removed_at is None:
            raise Refused("risk_measure_there")
        sound_measure(living_point(look, known.risk_point), known.lowers, known.row)
        return [Put(replace(known, removed_at=None))]

    def inverse(self, id_: str, changes: Changed) -> Way:
        """The measure is taken away again."""
        return "control_measures.remove", {"control_measure": self.control_measure}


@operation("risk_scales.set", roles=OFFICE)
@dataclass(frozen=True, kw_only=True)
class SetScale:
    """From now on these bounds hold for a scale; those before stay, with their dates."""

    scale: Scale
    red: Bound
    orange: Bound
    yellow: Bound
    red_over: bool = False

    def decide(self, context: Context, look: Look) -> list[Change]:
        if not self.red > self.orange > self.yellow:
            raise Refused("risk_bounds_wrong")
        made = RiskScale(
            id=context.id,
            scale=self.scale,
            since=context.now,
            red=self.red,
            orange=self.orange,
            yellow=self.yellow,
            red_over=self.red_over,
        )
        return [Put(made)]
