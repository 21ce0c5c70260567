"""Forms of things on the plan, made from their operations: one for a new thing, and those by which one is changed."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, get_args

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.views.floor_plan.shapes import DOOR, EQUIPMENT, SENSOR
from desktop.views.floor_plan.thing_palette import kind_of
from desktop.widgets.choice import Choice
from desktop.widgets.form import Form, Options
from desktop.widgets.parts import column
from desktop.words import say
from services.core.equipment import EquipmentType
from services.core.sensors import Quantity

GROUPS = {EQUIPMENT: "equipment", SENSOR: "sensors", DOOR: "doors"}
FIELDS = {
    EQUIPMENT: ("type", "code", "name", "zone", "team", "line", "check_due"),
    SENSOR: ("quantity", "code", "name", "zone", "unit", "limit_low", "limit_high", "interval_s", "equipment"),
    DOOR: ("code", "name", "zone", "leads_to"),
}
CHANGES = {
    EQUIPMENT: (("rename", ("name",)), ("set_team", ("team",)), ("set_check", ("check_due",)),
                ("set_cost", ("stop_hour",))),
    SENSOR: (
        ("rename", ("name",)),
        ("set_limits", ("limit_low", "limit_high")),
        ("calibrate", ("factor", "added", "calibrated_on", "calibration_due")),
        ("set_timing", ("interval_s", "silent_s")),
    ),
    DOOR: (("rename", ("name",)),),
}  # fmt: skip
UNITS = {
    "temperature": "℃",
    "humidity": "%RH",
    "voc": "mg/m³",
    "carbon_monoxide": "ppm",
    "oxygen": "%vol",
    "gas": "%LEL",
    "dust": "mg/m³",
    "noise": "dB",
    "pressure": "MPa",
    "airflow": "m/s",
    "current": "A",
    "vibration": "mm/s",
    "level": "m",
}


@dataclass(frozen=True)
class Offered:
    """What can be chosen, as (text, id): zones of the floor, teams, machines; and the codes that are taken, by kind
    and sort."""

    zones: Options
    teams: Options
    machines: Options
    codes: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)

    def choices(self, kind: str) -> dict[str, Options]:
        """The choices of a kind's form, by argument."""
        translate = QCoreApplication.translate
        none, outside = (translate("Things", "None"), ""), (translate("Things", "Out of doors"), "")
        if kind == EQUIPMENT:
            types = [(say(f"value.type.{one}"), one) for one in get_args(EquipmentType)]
            return {"type": types, "zone": self.zones, "team": [none, *self.teams]}
        if kind == SENSOR:
            quantities = [(say(f"value.quantity.{one}"), one) for one in get_args(Quantity)]
            return {"quantity": quantities, "zone": self.zones, "equipment": [none, *self.machines]}
        return {"zone": self.zones, "leads_to": [outside, *self.zones]}


def new_form(kind: str, sort: str, offered: Offered, zone: str, leads_to: str = "") -> Form:
    """The form of a new thing; its sort, its zone, its next code and its name are filled in."""
    values: dict[str, Any] = {"zone": zone, "name": kind_of(kind, sort).name}
    values["code"] = next_code(offered.codes.get((kind, sort), ()))
    if kind == SENSOR:
        values |= {"quantity": sort, "unit": UNITS.get(sort), "interval_s": 60.0}
    elif kind == EQUIPMENT:
        values |= {"type": sort}
    else:
        values |= {"leads_to": leads_to}
    only = FIELDS[kind]
    return Form(f"{GROUPS[kind]}.add", "thing", kind, only=only, values=values, choices=offered.choices(kind))


def next_code(taken: Iterable[str]) -> str:
    """The code after the highest of those that end in a number: MHQ-012 after MHQ-011; "" where there is none."""
    found = [match for code in taken if (match := re.fullmatch(r"(.*?)(\d{1,9})", code))]
    if not found:
        return ""
    last = max(found, key=lambda match: int(match[2]))
    return f"{last[1]}{int(last[2]) + 1:0{len(last[2])}d}"


class ThingFields(QWidget):
    """What can be changed of a thing, each by its own operation as soon as it is said. `changed` carries the operation
    and its arguments, without the thing."""

    changed = Signal(str, object)

    def __init__(self, kind: str, record: Any, offered: Offered) -> None:
        super().__init__()
        self._record = record
        self._forms: list[tuple[str, tuple[str, ...], Form]] = []
        for verb, names in CHANGES[kind]:
            values = {name: getattr(record, name) for name in names}
            operation = f"{GROUPS[kind]}.{verb}"
            form = Form(operation, "thing", kind, only=names, values=values, choices=offered.choices(kind))
            self._forms.append((operation, names, form))
            for line in form.findChildren(QLineEdit):
                line.editingFinished.connect(self._on_said)
            for choice in form.findChildren(Choice):
                choice.activated.connect(self._on_said)
        self.setLayout(column(*(form for _, _, form in self._forms), gap=10))

    def _on_said(self) -> None:
        for operation, names, form in self._forms:
            values = form.values()
            before = {name: getattr(self._record, name) for name in names}
            if form.missing() is None and any(_differs(values.get(name), before[name]) for name in names):
                self.changed.emit(operation, values)


def _differs(said: Any, before: Any) -> bool:
    return said != before and str(said or "") != str(before or "")
