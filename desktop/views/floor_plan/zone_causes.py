"""What gives a zone its colour: a card for each open hazard, for each inspection that was missed, and for each sensor
that is beyond its limit or silent."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.views.floor_plan import wording
from desktop.views.floor_plan.facts import MapFacts
from desktop.views.floor_plan.zone_sensors import noted_words
from desktop.widgets import unconfirmed
from desktop.widgets.parts import box, column, label, picture, row
from desktop.words import category, when
from services.core.hazards import Hazard
from services.core.inspection_plans import InspectionPlan
from services.core.inspections import Inspection
from services.core.operation import required
from services.core.sensors import Sensor

if TYPE_CHECKING:
    from services.store.queries.status import ZoneStatus
    from services.store.records import Records


def cause_cards(found: "ZoneStatus", facts: MapFacts, most: int) -> list[QWidget]:
    """The cards of a zone: what was missed, sensors beyond a limit, its hazards with the most urgent first, and sensors
    of which nothing is heard; at most so many."""
    made: list[Callable[[], QWidget]] = [partial(missed_card, one, facts) for one in found.missed]
    made += [partial(sensor_card, one, facts) for one in found.beyond]
    made += [partial(hazard_card, one, facts) for one in found.hazards]
    made += [partial(sensor_card, one, facts) for one in found.silent]
    return [make() for make in made[:most]]


def causes_of(found: "ZoneStatus") -> int:
    """How many cards there are in all."""
    return len(found.missed) + len(found.beyond) + len(found.hazards) + len(found.silent)


def hazard_card(hazard: Hazard, facts: MapFacts) -> QWidget:
    """What it is, whose turn it is, and how its clock runs."""
    late = hazard.overdue(facts.now)
    assignee, team = facts.people.get(hazard.assignee or ""), facts.teams.get(hazard.team or "")
    who = " · ".join(one.name for one in (assignee, team) if one)
    status = "overdue" if late else "pending"
    state = label(wording.state_words(hazard, facts.now), "error" if late else "warning")
    middle = row(label(wording.number_words(hazard), "caption"), None, label(who, "caption"))
    last = row(picture(status, "sign", 12), state, None, gap=6)
    if hazard.id in facts.waiting:
        last.addWidget(unconfirmed.mark("hazardUnconfirmed"))
    title = _title(hazard.description or category(hazard.category))
    inner = column(title, middle, last, gap=4, margins=(12, 8, 12, 8))
    return box(inner, "card-red" if late else "card-yellow", "hazardCard")


def missed_card(missed: Inspection, facts: MapFacts) -> QWidget:
    """What was to be inspected, and until when."""
    plan = facts.ask(_plan, id_=missed.plan)
    said = QCoreApplication.translate("ZonePanel", "Inspection missed; it was open until {moment}")
    state = label(said.format(moment=when(missed.closes_at, facts.today)), "error", wrap=True)
    last = row(picture("overdue", "sign", 12), state, gap=6)
    last.setStretchFactor(state, 1)
    inner = column(_title(plan.name), last, gap=4, margins=(12, 8, 12, 8))
    return box(inner, "card-red", "missedCard")


def sensor_card(sensor: Sensor, facts: MapFacts) -> QWidget:
    """Beyond which limit it is, or that it is silent, and since when."""
    status = "pending" if sensor.beyond else "unknown"
    state = label(noted_words(sensor, facts.today), "warning" if sensor.beyond else "muted", wrap=True)
    last = row(picture(status, "sign", 12), state, gap=6)
    last.setStretchFactor(state, 1)
    inner = column(_title(sensor.name), last, gap=4, margins=(12, 8, 12, 8))
    return box(inner, "card-yellow" if sensor.beyond else "card", "sensorCard")


def _title(text: str) -> QWidget:
    made = label(text, "", wrap=True)
    made.setStyleSheet("font-weight: 600;")
    return made


def _plan(look: "Records", id_: str) -> InspectionPlan:
    found: InspectionPlan = required(look, InspectionPlan, id_)
    return found
