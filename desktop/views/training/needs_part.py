"""In the panel: what zones ask for of whoever goes in, and its form."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop import words
from desktop.widgets.parts import button, label, line, row
from desktop.widgets.ticks import Ticks
from services.core.operation import known_kind
from services.core.training_gaps import Need
from services.core.zone_needs import ZoneNeed, need_of
from services.store.queries.people import zone_rows
from services.store.queries.training import course_rows, need_names
from services.store.records import Records

if TYPE_CHECKING:
    from desktop.views.training.panel import TrainingPanel


def needs_said(needs: tuple[Need, ...], names: dict[Need, str]) -> str:
    """Courses and certificates, in a line."""
    return words.listed(
        words.say(f"value.trade.{one.what}") if one.of == "trade" else names.get(one, "–") for one in needs
    )


def show_needs(panel: "TrainingPanel") -> None:
    """The zones, those that ask for something first."""
    translate = QCoreApplication.translate
    panel.begin(translate("ZoneNeeds", "What zones ask for"), partial(show_needs, panel))
    told = translate("ZoneNeeds", "Whoever goes in by a door without it stands on the list; a rule can tell at once.")
    panel.body.addWidget(label(told, "muted", wrap=True))
    known = {one.zone: one for one in panel.workbench.ask(_all)}
    names = panel.workbench.ask(need_names)
    zones = sorted(panel.workbench.ask(zone_rows), key=lambda one: (one.zone.id not in known, one.zone.zone_class))
    for one in zones:
        need = known.get(one.zone.id)
        said = needs_said(need.needs, names) if need else ""
        change = button(translate("ZoneNeeds", "Change"), f"needs-{one.zone.code}",
                        partial(ask_needs, panel, one.zone.id), "link")  # fmt: skip
        change.setEnabled(panel.workbench.may("zone_needs.set"))
        panel.body.addLayout(row(label(f"{one.zone.name} · {one.zone.zone_class}", "head"), None, change))
        panel.body.addWidget(label(said or translate("ZoneNeeds", "asks for nothing"), "caption", wrap=True))
        panel.body.addWidget(line())
    panel.end()


def ask_needs(panel: "TrainingPanel", zone: str) -> None:
    """What one zone asks for."""
    known: ZoneNeed = panel.workbench.ask(need_of, zone=zone)
    name = panel.workbench.ask(lambda look: look.get("zone", zone)).name
    today = words.local(panel.workbench.now()).date()
    courses = [(one.course.name, one.id) for one in panel.workbench.ask(course_rows, today=today)]
    codes = known_kind("certificates.add").schema()["properties"]["trade"]["enum"]
    trades = [(words.say(f"value.trade.{one}"), one) for one in codes]
    told = QCoreApplication.translate("ZoneNeeds", "The zone asks for it from now on.")
    panel.ask(name, "zone_needs.set", told, None,
              Ticks("courses", words.say("field.zone_need.courses"), courses, known.courses),
              Ticks("trades", words.say("field.zone_need.trades"), trades, known.trades),
              after=lambda _: show_needs(panel), zone=zone)  # fmt: skip


def _all(look: Records) -> tuple[ZoneNeed, ...]:
    return tuple(one for one in look.find("zone_need") if one.needs)
