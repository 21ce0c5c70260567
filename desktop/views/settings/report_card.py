"""The monthly report by mail, under settings: on which day it goes out, and to whom."""

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from desktop import words
from desktop.widgets.choice import Choice
from desktop.widgets.flow import Flow
from desktop.widgets.parts import button, column, emptied, label, row
from services.core.report_mails import MOST
from services.store.records import Records

if TYPE_CHECKING:
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench
    from services.core.people import Person
    from services.core.plant import Plant

DAYS = range(1, 29)


class ReportCard(QWidget):
    """The content of the card. `readers` are the ids of those who get it, as they are being chosen."""

    def __init__(self, workbench: "Workbench", toast: "Toast") -> None:
        super().__init__()
        self.workbench, self.toast = workbench, toast
        self.readers: list[str] = []
        self._shown: tuple[Any, ...] = ()
        self._people: dict[str, Person] = {}
        self.day = Choice("reportDay", words.say("field.plant.report_day"))
        self.paper = Choice("reportPaper", words.say("field.plant.report_design"))
        self.add = Choice("reportReader", self.tr("Add a reader"))
        self.add.activated.connect(self._on_add)
        self.save = button(self.tr("Save the readers"), "saveReport", self._on_save)
        self._chips = Flow()
        told = self.tr(
            "At eight in the morning of this day the report of the month before goes out as a PDF. "
            "Who has no e-mail address hears by another way that it is there."
        )
        self.setLayout(
            column(
                label(told, "caption", wrap=True),
                row(label(words.say("field.plant.report_day"), "caption"), self.day, None),
                row(label(words.say("field.plant.report_design"), "caption"), self.paper, None),
                row(label(words.say("field.plant.report_to"), "caption"), self.add, None),
                row(self.save, None),
                self._chips,
                gap=8,
            )
        )

    def follow(self, plant: "Plant") -> None:
        """Shows what is so now; what is being changed stays unless it has changed elsewhere."""
        designs = self.workbench.ask(_designs)
        now, people = (plant.report_day, plant.report_to, plant.report_design, designs), self.workbench.ask(_here)
        if now != self._shown:
            self._shown, self._people = now, {}
            days = [(self.tr("day {n}").format(n=day), str(day)) for day in DAYS]
            self.day.offer([(self.tr("not at all"), ""), *days], str(plant.report_day or ""))
            self.paper.offer([(words.say("report.title"), ""), *designs], plant.report_design or "")
            self.readers = list(plant.report_to)
        if people != self._people:
            self._people = people
            self._show_readers()
        self.setEnabled(self.workbench.may("plant.set_report_mail"))

    def _show_readers(self) -> None:
        emptied(self._chips)
        for id_ in self.readers:
            person = self._people.get(id_)
            if person is not None:
                named = person.name if person.email else self.tr("{name} (no e-mail)").format(name=person.name)
                chip = button(named, f"reader-{id_}", self._on_remove, "chip", "close")
                chip.setProperty("reader", id_)
                chip.setToolTip(self.tr("Take off the list"))
                self._chips.addWidget(chip)
        left = [one for one in self._people.values() if one.id not in self.readers]
        rest = [(one.name if one.email else f"{one.name} –", one.id) for one in left]
        self.add.offer([(self.tr("Add a reader…"), ""), *rest], "")
        self.add.setEnabled(len(self.readers) < MOST)

    def _on_add(self) -> None:
        if chosen := str(self.add.currentData() or ""):
            self.readers.append(chosen)
            self._show_readers()

    def _on_remove(self) -> None:
        self.readers.remove(str(self.sender().property("reader")))
        self._show_readers()

    def _on_save(self) -> None:
        day = self.day.currentData()
        given = {"report_to": self.readers, **({"report_day": int(day)} if day else {})}
        given |= {"report_design": str(self.paper.currentData())} if self.paper.currentData() else {}
        if self.workbench.run("plant.set_report_mail", **given).ok:
            self.toast.good(self.tr("Saved."), self.tr("Undo"), self.workbench.undo)


def _here(look: Records) -> "dict[str, Person]":
    """Who works here, those with an address first."""
    found = sorted((one for one in look.find("person") if one.here), key=lambda one: (not one.email, one.name))
    return {one.id: one for one in found}


def _designs(look: Records) -> tuple[tuple[str, str], ...]:
    """The reports put together by hand that are in use, with their ids."""
    return tuple(sorted((one.name, one.id) for one in look.find("report_design") if one.retired_at is None))
