"""The line to try the routes with: an example, and where it would go, why, and by when it would have to be fixed."""

from datetime import datetime
from typing import Any

from PySide6.QtWidgets import QFrame

from desktop import words
from desktop.language import language
from desktop.views.dispatch.said import Facts, passed
from desktop.widgets.categories import category_options
from desktop.widgets.choice import Choice
from desktop.widgets.flow import Flow
from desktop.widgets.parts import column, label
from desktop.words import local
from desktop.workbench import Workbench
from services.core.hazards import time_to_fix
from services.core.operation import Look
from services.core.plant import the_plant
from services.core.routes import Destination, Step, case_of, destination, steps
from services.core.shifts import clock_time

GRADES = ("general", "major")


class TryIt(QFrame):
    """Says it anew whenever an example is chosen or the routes have changed."""

    def __init__(self, workbench: Workbench) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.setObjectName("tryIt")
        self._workbench, self._facts = workbench, Facts()
        self.zone = Choice("tryZone", words.say("field.hazard.zone"))
        self.category = Choice("tryCategory", words.say("field.hazard.category"))
        self.machine = Choice("tryMachine", words.say("field.hazard.equipment"))
        self.time = Choice("tryTime", self.tr("When it is reported"))
        self.grade = Choice("tryGrade", words.say("field.hazard.grade"))
        self.grade.offer([(words.say(f"value.grade.{one}"), one) for one in GRADES], None)
        self.zone.currentIndexChanged.connect(self._on_zone)
        choices = Flow()
        for choice in (self.zone, self.category, self.machine, self.time, self.grade):
            choice.currentIndexChanged.connect(self.try_it)
            choices.addWidget(choice)
        self.answer = label("", "", "tryAnswer", wrap=True)
        head = label(self.tr("Try it: where would this go?"), "head")
        self.setLayout(column(head, choices, self.answer, margins=(12, 10, 12, 10)))

    def show_facts(self, facts: Facts) -> None:
        """What can be chosen from now on; what is chosen stays."""
        self._facts = facts
        self.category.offer(category_options(self._workbench), self.category.currentData())
        self.zone.offer([(name, id_) for id_, name in facts.zones.items()], self.zone.currentData())
        times = [(self.tr("now"), ""), *((f"{name} {facts.begins[id_]}", id_) for id_, name in facts.shifts.items())]
        self.time.offer(times, self.time.currentData())
        self._offer_machines()
        self.try_it()

    def _on_zone(self) -> None:
        self._offer_machines()
        self.try_it()

    def _offer_machines(self) -> None:
        here = [one for one in self._facts.machines if one.zone == self.zone.currentData()]
        none = (self.tr("no equipment"), "")
        self.machine.offer([none, *((one.name, one.id) for one in here)], self.machine.currentData())

    def try_it(self) -> None:
        """Says where the example would go, and why."""
        zone, category = self.zone.currentData(), self.category.currentData()
        if not (zone and category):
            self.answer.setText(self.tr("Draw a zone first."))
            return
        given: dict[str, Any] = {"zone": zone, "category": category, "equipment": self.machine.currentData() or None}
        given["at"] = self._moment()
        tried, to = self._workbench.ask(_tried, **given), self._workbench.ask(destination, **given)
        hours = self._workbench.ask(_hours, zone=zone, category=category, grade=str(self.grade.currentData()))
        self.answer.setText(words.sentences((self._said(tried, to), self._due(hours))))

    def _moment(self) -> datetime:
        """Now, or the beginning of the chosen shift today."""
        now, shift = self._workbench.now(), self.time.currentData()
        if not shift:
            return now
        return datetime.combine(local(now).date(), clock_time(self._facts.begins[shift]), language.zone)

    def _due(self, hours: float) -> str:
        if self.grade.currentData() == "major":
            return self.tr("Its five requirements are due within {hours} h.").format(hours=f"{hours:g}")
        return self.tr("To be fixed within {hours} h.").format(hours=f"{hours:g}")

    def _said(self, tried: list[Step], to: Destination) -> str:
        each = self.tr("{number} ({why})")
        over = [each.format(number=one.route.position, why=passed(one.why)) for one in tried if not one.taken]
        taken = tried[-1].route if tried and tried[-1].taken else None
        facts = self._facts
        name = facts.people.get(to.person or "") or facts.teams.get(to.team or "") or self.tr("nobody")
        if taken is None:
            told = self.tr("Goes to {name}, as no route fits.").format(name=name)
        else:
            told = self.tr("Goes to {name}, by route {number}.").format(name=name, number=taken.position)
        absent = facts.people.get(to.absent or "")
        stands = [self.tr("{name} stands in for {absent}.").format(name=name, absent=absent)] if absent else []
        passed_over = [self.tr("Passed over: {routes}.").format(routes=words.listed(over))] if over else []
        return words.sentences((told, *stands, *passed_over))


def _tried(look: Look, zone: str, category: str, equipment: str | None, at: datetime) -> list[Step]:
    return list(steps(look, case_of(look, zone, category, equipment, at)))


def _hours(look: Look, zone: str, category: str, grade: str) -> float:
    """How long there is, in hours: to fix it, or of a major one to write its plan."""
    plant, place = the_plant(look), look.get("zone", zone)
    if grade == "major" or place is None:
        return plant.plan_hours
    return time_to_fix(plant, place, category).total_seconds() / 3600
