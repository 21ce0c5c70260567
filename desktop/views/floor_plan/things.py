"""Equipment, sensors and doors as the plan shows them: an icon for each type, and what is said of their state."""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.views.floor_plan.shapes import DOOR, NORMAL, PENDING, SENSOR, UNKNOWN, MapSymbol
from desktop.views.floor_plan.wording import status_word
from desktop.words import say, when

if TYPE_CHECKING:
    from services.core.sensors import Sensor
    from services.store.queries.symbols import Symbol

NAMED = 4  # things of a group that its tooltip names
GLYPHS = {
    "saw": "thing-saw",
    "robot": "thing-robot",
    "welder": "thing-electric",
    "spray_booth": "thing-spray",
    "dryer": "thing-heat",
    "furnace": "thing-heat",
    "quench_tank": "thing-heat",
    "crane": "thing-crane",
    "forklift": "thing-forklift",
    "rack": "thing-rack",
    "compressor": "thing-vessel",
    "pressure_vessel": "thing-vessel",
    "transformer": "thing-electric",
    "switchgear": "thing-electric",
    "charger": "thing-electric",
    "ventilation": "thing-fan",
    "chemical_cabinet": "thing-chemical",
    "extinguisher": "thing-extinguisher",
    "hydrant": "thing-hydrant",
    "eyewash": "thing-eyewash",
    "first_aid": "thing-first-aid",
    "other": "thing-other",
    "temperature": "thing-temperature",
    "humidity": "thing-water",
    "level": "thing-water",
    "voc": "thing-gas",
    "carbon_monoxide": "thing-gas",
    "oxygen": "thing-gas",
    "gas": "thing-gas",
    "dust": "thing-gas",
    "noise": "thing-noise",
    "vibration": "thing-wave",
    "current": "thing-wave",
}
PLAIN = {"equipment": "thing-machine", SENSOR: "thing-gauge", DOOR: "thing-door"}


def map_symbol(found: "Symbol", now: datetime, *, old: bool) -> MapSymbol:
    """The thing as the plan view paints it; `old`: the news of it may be, so that nothing is known for sure."""
    state = (UNKNOWN if old else str(found.state)) if found.state else ""
    return MapSymbol(
        found.id,
        found.kind,
        glyph_of(found.kind, found.sort),
        found.name,
        found.x,
        found.y,
        state,
        found.zone,
        _words(found, now),
    )


def glyph_of(kind: str, sort: str) -> str:
    """The icon of a kind of thing and its type or quantity."""
    if kind == SENSOR and sort == "other":
        return PLAIN[SENSOR]
    return GLYPHS.get(sort) or PLAIN[kind]


def tip(things: Iterable[MapSymbol]) -> str:
    """What a mark stands for: one thing with its words, or how many with the worst of them by name."""
    found = list(things)
    if len(found) == 1:
        return _line(found[0])
    many = len(found)
    said = [QCoreApplication.translate("Map", "%n thing(s) here; zoom in to see each", "", many)]
    said += [_line(one) for one in found[:NAMED]]
    return "\n".join(said if len(found) <= NAMED else [*said, "…"])


def _line(thing: MapSymbol) -> str:
    return " · ".join(part for part in (thing.name, thing.words) if part)


def _words(found: "Symbol", now: datetime) -> str:
    if found.kind == DOOR:
        return say("record.door")
    what = say(f"value.{'quantity' if found.kind == SENSOR else 'type'}.{found.sort}")
    return " · ".join(part for part in (what, _state(found, now)) if part)


def _checks(found: "Symbol") -> list[str]:
    """What is said of the inspections and checks of a piece of equipment."""
    translate, many, told = QCoreApplication.translate, found.missed, []
    if many:
        told.append(translate("Map", "%n inspection(s) missed", "", many))
    elif found.state and not found.late:
        told.append(status_word(str(found.state)))
    if found.check_due is not None:
        said = translate("Map", "check was due {day}") if found.late else translate("Map", "next check {day}")
        told.append(said.format(day=found.check_due.isoformat()))
    return told


def _state(found: "Symbol", now: datetime) -> str:
    """How it is, in words; empty where nothing can be said."""
    reading, translate = found.reading, QCoreApplication.translate
    if found.kind != SENSOR:
        return " · ".join(_checks(found))
    if found.sensor is None or (reading is None and found.sensor.hearing == "never"):
        return translate("Map", "no reading known")
    value = f"{reading.value:g} {found.unit}" if reading else ""
    silent = _silent(found.sensor, value, now)
    if found.state == PENDING:
        beyond = translate("Map", "{value}, beyond its limit").format(value=value)
        return " · ".join(filter(None, (beyond if value else translate("Map", "beyond its limit"), silent)))
    return silent or " · ".join(filter(None, (value, status_word(NORMAL) if found.state == NORMAL else "")))


def _silent(sensor: "Sensor", value: str, now: datetime) -> str:
    if sensor.hearing != "silent":
        return ""
    said = QCoreApplication.translate("Map", "silent since {moment}, then {value}")
    if not value:
        said = QCoreApplication.translate("Map", "silent since {moment}")
    return said.format(moment=when(sensor.hearing_since, now), value=value)
