"""Sensors: what they measure, where, how often, and between which limits. Their readings have a store of their own."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Annotated, Literal

from services.core.equipment import Code, Equipment, Name, code_free, in_use, living, moved_back
from services.core.operation import Change, Changed, Context, Look, Put, Way, operation, required
from services.core.record import record
from services.core.refused import Refused
from services.core.roles import OFFICE
from services.core.shape import Range, Ref, Text
from services.core.zones import Metres, living_zone

Quantity = Literal[
    "temperature",
    "humidity",
    "voc",
    "carbon_monoxide",
    "oxygen",
    "gas",
    "dust",
    "noise",
    "pressure",
    "airflow",
    "current",
    "vibration",
    "level",
    "other",
]
Limit = Annotated[float, Range(-1e9, 1e9)]
Beyond = Literal["", "high", "low"]
Hearing = Literal["never", "heard", "silent"]
Seconds = Annotated[float, Range(0.1, 86_400)]
LEAST_GAP = timedelta(seconds=60)


@record("sensor", indexed=("code", "zone", "equipment"), few=True)
@dataclass(frozen=True, kw_only=True)
class Sensor:
    """`interval_s` is how often it reports when all is well, in seconds; over a limit means strictly beyond it.

    What the hub has noted of it: `beyond` is the limit that it is over, since `beyond_since`, or within both since
    then; `hearing` whether anything is heard of it, silent since its last reading at `hearing_since`. All by the
    sensor's clock. Its limits are as they are since `limits_since`.

    Calibration: what is kept of a value is `factor` times it and `added`; it was calibrated on `calibrated_on`, and is
    to be again by `calibration_due`. `silent_s` is how long it may be quiet, where
    that is not three of its intervals."""

    id: str
    code: str
    name: str
    quantity: Quantity
    unit: str
    zone: str
    interval_s: float
    equipment: str | None = None
    x: float | None = None
    y: float | None = None
    limit_high: float | None = None
    limit_low: float | None = None
    retired_at: datetime | None = None
    limits_since: datetime | None = None
    beyond: Beyond = ""
    beyond_since: datetime | None = None
    hearing: Hearing = "never"
    hearing_since: datetime | None = None
    factor: float = 1.0
    added: float = 0.0
    silent_s: float | None = None
    calibrated_on: date | None = None
    calibration_due: date | None = None

    def side(self, value: float) -> Beyond:
        """Which limit a value is beyond."""
        if self.limit_high is not None and value > self.limit_high:
            return "high"
        return "low" if self.limit_low is not None and value < self.limit_low else ""

    def over(self, value: float) -> bool:
        """Whether a value is beyond a limit."""
        return self.side(value) != ""

    @property
    def allowed_gap(self) -> timedelta:
        """How long it may be quiet before a reading is missed."""
        return max(2 * timedelta(seconds=self.interval_s), LEAST_GAP)

    @property
    def silent_after(self) -> timedelta:
        """How long it may be quiet before it counts as silent."""
        if self.silent_s is not None:
            return timedelta(seconds=self.silent_s)
        return max(3 * timedelta(seconds=self.interval_s), LEAST_GAP)

    def calibrated(self, value: float) -> float:
        """The value as it is kept; exactly the one that came where nothing is to be mended."""
        return value if (self.factor, self.added) == (1.0, 0.0) else self.factor * value + self.added


def sound_limits(low: float | None, high: float | None) -> None:
    """The low limit lies below the high one. Raises Refused: limits_wrong."""
    if low is not None and high is not None and low >= high:
        raise Refused("limits_wrong", low=low, high=high)


@operation("sensors.add", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Add:
    """A new sensor."""

    code: Code
    name: Name
    quantity: Quantity
    unit: Annotated[str, Text(most=20)]
    zone: Annotated[str, Ref("zone")]
    interval_s: Seconds = 60.0
    equipment: Annotated[str, Ref("equipment")] | None = None
    x: Metres | None = None
    y: Metres | None = None
    limit_high: Limit | None = None
    limit_low: Limit | None = None

    def decide(self, context: Context, look: Look) -> list[Change]:
        code_free(look, "sensor", self.code)
        living_zone(look, self.zone)
        if self.equipment:
            required(look, Equipment, self.equipment)
        sound_limits(self.limit_low, self.limit_high)
        sensor = Sensor(
            id=context.id,
            code=self.code,
            name=self.name,
            quantity=self.quantity,
            unit=self.unit,
            zone=self.zone,
            interval_s=self.interval_s,
            equipment=self.equipment,
            x=self.x,
            y=self.y,
            limit_high=self.limit_high,
            limit_low=self.limit_low,
            limits_since=context.now,
        )
        return [Put(sensor)]

    def inverse(self, id_: str, changes: Changed) -> Way:
        """What was added is used no more."""
        return "sensors.retire", {"sensor": id_}


@operation("sensors.rename", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Rename:
    """Another name for a sensor."""

    sensor: Annotated[str, Ref("sensor")]
    name: Name

    def decide(self, context: Context, look: Look) -> list[Change]:
        return [Put(replace(living(look, Sensor, self.sensor), name=self.name))]


@operation("sensors.move", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Move:
    """A sensor hangs elsewhere."""

    sensor: Annotated[str, Ref("sensor")]
    zone: Annotated[str, Ref("zone")]
    x: Metres
    y: Metres

    def decide(self, context: Context, look: Look) -> list[Change]:
        sensor = living(look, Sensor, self.sensor)
        return [Put(replace(sensor, zone=living_zone(look, self.zone).id, x=self.x, y=self.y))]

    def inverse(self, id_: str, changes: Changed) -> Way:
        """Back to where it was."""
        return moved_back("sensors", "sensor", self.sensor, changes)


@operation("sensors.take_off_plan", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class TakeOffPlan:
    """It has no place on the plan any more; it still belongs to its zone, or to another that is named."""

    sensor: Annotated[str, Ref("sensor")]
    zone: Annotated[str, Ref("zone")] | None = None

    def decide(self, context: Context, look: Look) -> list[Change]:
        sensor = living(look, Sensor, self.sensor)
        zone = living_zone(look, self.zone).id if self.zone else sensor.zone
        return [Put(replace(sensor, zone=zone, x=None, y=None))]

    def inverse(self, id_: str, changes: Changed) -> Way:
        """Back to where it was."""
        return moved_back("sensors", "sensor", self.sensor, changes)


@operation("sensors.set_limits", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class SetLimits:
    """Between which values all is well; none takes a limit away."""

    sensor: Annotated[str, Ref("sensor")]
    limit_high: Limit | None = None
    limit_low: Limit | None = None

    def decide(self, context: Context, look: Look) -> list[Change]:
        sound_limits(self.limit_low, self.limit_high)
        changed = replace(living(look, Sensor, self.sensor), limit_high=self.limit_high, limit_low=self.limit_low)
        return [Put(replace(changed, limits_since=context.now))]


@operation("sensors.calibrate", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Calibrate:
    """How what it reports becomes what is kept, from now on: `factor` times it and `added`; when it was calibrated, and
    by when it is to be again."""

    sensor: Annotated[str, Ref("sensor")]
    factor: Annotated[float, Range(-1e6, 1e6)] = 1.0
    added: Limit = 0.0
    calibrated_on: date | None = None
    calibration_due: date | None = None

    def decide(self, context: Context, look: Look) -> list[Change]:
        if self.factor == 0:
            raise Refused("factor_wrong")
        if self.calibrated_on and self.calibration_due and self.calibration_due <= self.calibrated_on:
            raise Refused("calibration_days_wrong")
        told = {name: getattr(self, name) for name in ("factor", "added", "calibrated_on", "calibration_due")}
        return [Put(replace(living(look, Sensor, self.sensor), **told))]


@operation("sensors.set_timing", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class SetTiming:
    """How often it reports, and how long it may be quiet before it counts as silent: three intervals, at least a
    minute, unless it is said."""

    sensor: Annotated[str, Ref("sensor")]
    interval_s: Seconds
    silent_s: Seconds | None = None

    def decide(self, context: Context, look: Look) -> list[Change]:
        timed = replace(living(look, Sensor, self.sensor), interval_s=self.interval_s, silent_s=self.silent_s)
        return [Put(timed)]


@operation("sensors.retire", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Retire:
    """The sensor is gone; its readings stay as long as readings do."""

    sensor: Annotated[str, Ref("sensor")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        return [Put(replace(living(look, Sensor, self.sensor), retired_at=context.now))]

    def inverse(self, id_: str, changes: Changed) -> Way:
        """It is used again."""
        return "sensors.restore", {"sensor": self.sensor}


@operation("sensors.restore", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Restore:
    """It is there again, with its code where nothing else has got that. Refused: thing_in_use, code_taken."""

    sensor: Annotated[str, Ref("sensor")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        sensor = required(look, Sensor, self.sensor)
        if sensor.retired_at is None:
            raise in_use(sensor.name)
        code_free(look, "sensor", sensor.code)
        living_zone(look, sensor.zone)
        return [Put(replace(sensor, retired_at=None))]

    def inverse(self, id_: str, changes: Changed) -> Way:
        """It is used no more."""
        return "sensors.retire", {"sensor": self.sensor}
