"""What a rule may be built of: the kinds of conditions and deeds, and the slots that each has. The one table that the
editor's palette, its blocks and what it says is missing are made from; the JSON schema comes of the same dataclasses.

A condition joins by its dataclass in LEAVES and a line in GROUPS; a deed by its fields in DEEDS.
"""

from collections.abc import Iterable, Mapping
from dataclasses import MISSING, dataclass, fields, replace
from functools import cache
from typing import Any, Literal

from services.core.rule_conditions import LEAVES
from services.core.rule_document import Action
from services.core.rule_slots import family_of
from services.core.shape import shapes

Group = Literal["sensors", "safety", "people", "machines", "time", "joint", "deed"]
Takes = Literal[
    "sensor", "zone", "equipment", "line", "shift", "bound", "length", "clock", "whole", "number", "choice", "several",
    "days", "flag", "text", "category",
]  # fmt: skip
GROUPS: dict[str, Group] = {
    **dict.fromkeys(("sustained", "silent", "pace", "trend", "week"), "sensors"),
    **dict.fromkeys(("missed", "open", "count", "sequence", "zone_is"), "safety"),
    **dict.fromkeys(("alone", "untrained"), "people"),
    **dict.fromkeys(("stopped", "line_runs", "equipment_is"), "machines"),
    **dict.fromkeys(("between", "shift", "day"), "time"),
}
DEEDS: dict[str, tuple[str, ...]] = {
    "alert": ("level", "to", "cc"),
    "inspection": ("within_s", "text", "zone"),
    "hazard": ("category", "text", "zone"),
    "note": ("text", "zone"),
    "pause": ("line", "mode", "after_s", "receipt_s"),
    "webhook": ("url",),
}
JOINTS = ("all", "any", "not")
NAMED: dict[str, Takes] = {
    "sensor": "sensor", "zone": "zone", "equipment": "equipment", "line": "line", "shift": "shift",
    "category": "category",
}  # fmt: skip
CLOCKS = ("begins", "ends")
HAPPENINGS = ("of", "first", "then")
SIDES = {"above": "below", "clear_below": "clear_above"}
NEEDED = {("alert", "to"), ("pause", "line"), ("webhook", "url")}


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in a block. `name` is the document's field; a bound has its other side in `other`, and one of the two is
    given. `usual` is what holds where nothing is, in JSON. `least` and `most` bound a number."""

    name: str
    takes: Takes
    required: bool
    usual: Any = None
    choices: tuple[str, ...] = ()
    least: float = 0.0
    most: float = 1e9
    other: str = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """A condition or a deed, with the slots that it may have."""

    kind: str
    group: Group
    slots: tuple[Slot, ...]

    def slot(self, name: str) -> Slot | None:
        """The slot that holds a field of the document."""
        return next((one for one in self.slots if name in (one.name, one.other)), None)


@cache
def conditions() -> dict[str, Kind]:
    """The conditions by kind, in the order of the palette."""
    found = {kind: Kind(kind, GROUPS[kind], tuple(_slots(cls, [one.name for one in fields(cls)])))
             for kind, cls in LEAVES.items()}  # fmt: skip
    order = list(GROUPS)
    return dict(sorted(found.items(), key=lambda one: order.index(one[0])))


@cache
def deeds() -> dict[str, Kind]:
    """What can be done, by its code."""
    return {do: Kind(do, "deed", tuple(_slots(Action, names, do))) for do, names in DEEDS.items()}


def kind_of(code: str) -> Kind:
    """The condition or deed of a code; a joint has no slots."""
    if code in JOINTS:
        return Kind(code, "joint", ())
    return conditions().get(code) or deeds()[code]


def slots_for(kind: str, values: Mapping[str, Any]) -> tuple[Slot, ...]:
    """The slots that count for a block as it is filled now: what happens decides where it can, a pause waits only where
    it goes by itself."""
    slots = kind_of(kind).slots
    if kind == "pause" and values.get("mode") != "automatic":
        without = ("after_s", "receipt_s") if values.get("mode") == "simulate" else ("after_s",)
        return tuple(one for one in slots if one.name not in without)
    happenings = [values[name] for name in HAPPENINGS if kind in ("count", "sequence") and name in values]
    if kind not in ("count", "sequence"):
        return slots
    families = {family_of(one) for one in happenings}
    wanted = {"zone": "zone" in families, "zone_class": "zone" in families, "line": "line" in families,
              "sensor": "sensor" in families, "bound": "sensor" in families}  # fmt: skip
    must = families if len(families) > 1 else families & {"sensor"}
    return tuple(_must(one, must) for one in slots if wanted.get(one.name, True))


def _must(slot: Slot, families: set[Any]) -> Slot:
    """A place that can't be left open."""
    needed = slot.name in families or (slot.name == "bound" and "sensor" in families)
    return replace(slot, required=True) if needed else slot


def _slots(cls: type[Any], names: Iterable[str], do: str = "") -> list[Slot]:
    known, usual = shapes(cls), {one.name: one.default for one in fields(cls)}
    found = []
    for name in names:
        if name in SIDES.values():
            continue
        other = SIDES.get(name, "") if SIDES.get(name) in known else ""
        takes, choices = _takes(name, known[name].schema)
        least, most = _bounds(known[name].schema)
        default = None if usual[name] is MISSING else known[name].write(usual[name])
        required = known[name].required or name == "above" or (do, name) in NEEDED
        found.append(Slot(name, takes, required, default, choices, least, most, other))
    return found


def _takes(name: str, schema: Mapping[str, Any]) -> tuple[Takes, tuple[str, ...]]:
    """What a slot takes, from its field."""
    choices = tuple(one for one in schema.get("enum", ()) if one)
    several = tuple(schema.get("items", {}).get("enum", ()))
    if name in SIDES:
        return "bound", ()
    if choices or several:
        return ("choice", choices) if choices else ("several", several)
    if name in NAMED:
        return NAMED[name], ()
    if name in CLOCKS:
        return "clock", ()
    kind = schema["type"][0] if isinstance(schema["type"], list) else schema["type"]
    if kind == "number":
        return ("length" if name.endswith("_s") else "number"), ()
    plain: dict[str, Takes] = {"integer": "whole", "boolean": "flag", "array": "days"}
    return plain.get(kind, "text"), ()


def _bounds(schema: Mapping[str, Any]) -> tuple[float, float]:
    return float(schema.get("minimum", 0)), float(schema.get("maximum", schema.get("maxLength", 1e9)))
