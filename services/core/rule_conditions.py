"""The conditions a rule is built from: what each looks at and the figures it takes. How each one runs stands beside it
in a file of its own; here they are data, read from JSON and written back."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Annotated, Any, ClassVar, Literal

from services.core.refused import Refused
from services.core.rule_courses import Pace, Trend, Week
from services.core.rule_happenings import Count, Sequence
from services.core.rule_slots import ClassOfZone, Clock, Name, Seconds, Value
from services.core.rule_states import EquipmentIs, LineRuns, ZoneIs
from services.core.rule_times import OnDay, OnShift
from services.core.shape import Range, json_schema, read_as, written

MOST_DEEP = 8
MOST_PARTS = 20


@dataclass(frozen=True, kw_only=True)
class Sustained:
    """A sensor's value strictly above (or below) a bound for so long, clear again beyond another bound for so long.
    `max_gap_s`: after a longer gap nothing is known; by default the sensor's own allowed gap."""

    kind: ClassVar[str] = "sustained"
    sensor: Name
    above: Value | None = None
    below: Value | None = None
    for_s: Seconds = 0.0
    clear_below: Value | None = None
    clear_above: Value | None = None
    clear_for_s: Seconds = 0.0
    max_gap_s: Seconds | None = None

    def sound(self) -> None:
        """One bound, and the bound to clear on its other side. Raises Refused: rule_bounds_wrong."""
        clear = self.clear_below if self.above is not None else self.clear_above
        other = self.clear_above if self.above is not None else self.clear_below
        bound = self.above if self.above is not None else self.below
        if (self.above is None) == (self.below is None) or other is not None or bound is None:
            raise Refused("rule_bounds_wrong")
        if clear is not None and (clear > bound if self.above is not None else clear < bound):
            raise Refused("rule_bounds_wrong")


@dataclass(frozen=True, kw_only=True)
class Silent:
    """A sensor has not reported for longer than this."""

    kind: ClassVar[str] = "silent"
    sensor: Name
    for_s: Seconds


@dataclass(frozen=True, kw_only=True)
class Missed:
    """So many inspections of a place missed in a row, by due time; in one zone, in those of a class, or in any."""

    kind: ClassVar[str] = "missed"
    n: Annotated[int, Range(1, 50)] = 2
    zone: Name | None = None
    zone_class: ClassOfZone | None = None


@dataclass(frozen=True, kw_only=True)
class Open:
    """A hazard that is open for longer than this: until it is closed, or until it is fixed."""

    kind: ClassVar[str] = "open"
    for_s: Seconds
    until: Literal["closed", "fixed"] = "closed"
    zone: Name | None = None
    zone_class: ClassOfZone | None = None


@dataclass(frozen=True, kw_only=True)
class Alone:
    """A person was alone in a zone out of hours so many times in so many days. Out of hours is from `begins` to `ends`
    by the plant's clock. Who enters within `together_s` of the first is with her."""

    kind: ClassVar[str] = "alone"
    zone: Name
    times: Annotated[int, Range(1, 100)] = 3
    days: Annotated[float, Range(0.01, 366)] = 7.0
    begins: Clock = "22:00"
    ends: Clock = "06:00"
    together_s: Seconds = 30.0


@dataclass(frozen=True, kw_only=True)
class Untrained:
    """Somebody is in a zone without a course or a certificate that it asks for, or comes for a contractor without a
    valid induction: in one zone, in those of a class, or in any."""

    kind: ClassVar[str] = "untrained"
    zone: Name | None = None
    zone_class: ClassOfZone | None = None


@dataclass(frozen=True, kw_only=True)
class Stopped:
    """A line stands for at least so long; any line, or one. `planned`: whether planned stops count."""

    kind: ClassVar[str] = "stopped"
    for_s: Seconds
    line: Name | None = None
    planned: bool = True


@dataclass(frozen=True, kw_only=True)
class Between:
    """The plant's clock is from `begins` until `ends`, on these days of the week (Monday is 1), or on all."""

    kind: ClassVar[str] = "between"
    begins: Clock
    ends: Clock
    days: tuple[Annotated[int, Range(1, 7)], ...] = ()


Leaf = (
    Sustained | Silent | Missed | Open | Alone | Untrained | Stopped | Between | Count | Sequence | Pace | Trend | Week
    | OnShift | OnDay | ZoneIs | EquipmentIs | LineRuns
)  # fmt: skip
LEAVES: dict[str, type[Any]] = {one.kind: one for one in Leaf.__args__}


@dataclass(frozen=True)
class Every:
    """True when every part is; false when one is; else unknown."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True)
class Some:
    """True when one part is; false when every part is; else unknown."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True)
class Not:
    """True when the part is false, false when it is true, unknown when it is."""

    part: "Condition"


Condition = Leaf | Every | Some | Not


def condition_from(values: Any, deep: int = 0) -> Condition:
    """The condition of a JSON object. Raises Refused: rule_wrong, rule_bounds_wrong, args_*."""
    if not isinstance(values, Mapping) or deep > MOST_DEEP:
        raise Refused("rule_wrong", where="when")
    for name, cls in (("all", Every), ("any", Some)):
        if name in values:
            parts = values[name]
            if set(values) != {name} or not isinstance(parts, list) or not 0 < len(parts) <= MOST_PARTS:
                raise Refused("rule_wrong", where=name)
            return cls(tuple(condition_from(part, deep + 1) for part in parts))
    if "not" in values:
        if set(values) != {"not"}:
            raise Refused("rule_wrong", where="not")
        return Not(condition_from(values["not"], deep + 1))
    cls_ = LEAVES.get(str(values.get("kind")))
    if cls_ is None:
        raise Refused("rule_wrong", where="kind")
    leaf = read_as(cls_, {name: value for name, value in values.items() if name != "kind"})
    if hasattr(leaf, "sound"):
        leaf.sound()
    return leaf  # type: ignore[no-any-return]


def condition_json(one: Condition) -> dict[str, Any]:
    """The JSON object of a condition; what is as usual is left out."""
    if isinstance(one, Every):
        return {"all": [condition_json(part) for part in one.parts]}
    if isinstance(one, Some):
        return {"any": [condition_json(part) for part in one.parts]}
    if isinstance(one, Not):
        return {"not": condition_json(one.part)}
    usual = {field.name: field.default for field in fields(one)}
    kept = {name: value for name, value in written(one).items() if getattr(one, name) != usual[name]}
    return {"kind": one.kind, **kept}


def leaves_of(one: Condition) -> list[Leaf]:
    """The leaves of a condition, from left to right."""
    if isinstance(one, Every | Some):
        return [leaf for part in one.parts for leaf in leaves_of(part)]
    return leaves_of(one.part) if isinstance(one, Not) else [one]


def schema() -> dict[str, Any]:
    """The JSON schema (2020-12) of a condition."""
    here = {"$ref": "#/$defs/condition"}
    several = {"type": "array", "items": here, "minItems": 1, "maxItems": MOST_PARTS}
    joined: list[dict[str, Any]] = [
        {"type": "object", "properties": {name: of}, "required": [name], "additionalProperties": False}
        for name, of in (("all", several), ("any", several), ("not", here))
    ]
    return {"oneOf": joined + [_leaf_schema(kind, cls) for kind, cls in LEAVES.items()]}


def _leaf_schema(kind: str, cls: type[Any]) -> dict[str, Any]:
    plain = json_schema(cls)
    properties = {"kind": {"const": kind}, **plain["properties"]}
    return {**plain, "properties": properties, "required": ["kind", *plain["required"]]}
