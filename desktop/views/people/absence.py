"""In a person's panel: when they are away and who stands in, back sooner, and what still lies with them."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop import words
from desktop.views.hazards.whom_dialog import WhomDialog
from desktop.views.people.shown import Shown, until_said
from desktop.widgets.form import Form
from desktop.widgets.parts import box, button, column, emptied, label, row
from services.store.queries.absences import Away, Left, left_with
from services.store.queries.naming import names_of

if TYPE_CHECKING:
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench


class AbsencePart(QWidget):
    """Of one person. `brought` carries a part of it that is to be seen."""

    brought = Signal(object)

    def __init__(self, workbench: "Workbench", toast: "Toast", one: Shown) -> None:
        super().__init__()
        self._workbench, self._toast, self._one = workbench, toast, one
        self._layout = column(gap=8)
        self.setLayout(self._layout)
        self._show()

    def _show(self) -> None:
        emptied(self._layout)
        for number, away in enumerate(self._one.away, start=1):
            self._layout.addWidget(self._card(number, away))
        left = self._workbench.ask(left_with, person=self._one.id, now=self._workbench.now())
        if self._one.away and (left.hazards or left.inspections):
            self._layout.addWidget(self._left(left))
        self._layout.addWidget(button(self.tr("Record an absence…"), "absenceAsk", self.ask))

    def _card(self, number: int, away: Away) -> QWidget:
        when = until_said(away)
        deputy = self.tr("{name} stands in").format(name=away.deputy) if away.deputy else self.tr("nobody stands in")
        head = label(when, "head", f"absence{number}", wrap=True)
        end = button(self.tr("Is back") if away.now else self.tr("Not away after all"), f"absenceEnd{number}")
        end.setProperty("absence", away.absence.id)
        end.clicked.connect(self._on_end)
        return box(column(head, label(deputy, "muted", f"absenceDeputy{number}"), row(end, None), gap=6,
                          margins=(12, 10, 12, 10)), "card-yellow" if away.now else "card")  # fmt: skip

    def _left(self, left: Left) -> QWidget:
        """What lies with the absent one, and its way to somebody who is there."""
        away = self._one.away[0]
        parts = [self.tr("%n hazards to fix", "", left.hazards)] if left.hazards else []
        parts += [self.tr("%n inspections of their own", "", left.inspections)] if left.inspections else []
        told = self.tr("Still with {name}: {what}.").format(name=self._one.person.name, what=words.listed(parts))
        shown = column(label(told, "", "absenceLeft", wrap=True), gap=6, margins=(12, 10, 12, 10))
        if left.inspections and away.deputy:
            seen = self.tr("{name} is asked for the inspections while standing in.").format(name=away.deputy)
            shown.addWidget(label(seen, "caption", wrap=True))
        if left.hazards:
            text = self.tr("Hand the hazards to {name}").format(name=away.deputy) if away.deputy else ""
            hand = button(text or self.tr("Hand the hazards on…"), "absenceHand", self._on_hand, "primary")
            hand.setEnabled(self._workbench.may("hazards.hand_over"))
            shown.addWidget(hand)
        return box(shown, "card")

    def ask(self) -> None:
        """The form of a new absence."""
        emptied(self._layout)
        today = words.local(self._workbench.now()).date().isoformat()
        everybody = self._workbench.ask(names_of, kind="person")
        people = [(self.tr("nobody"), ""), *((name, id_) for id_, name in everybody if id_ != self._one.id)]
        self._form = Form(
            "absences.add", "absence", "absence", only=("first", "last", "deputy"),
            values={"first": today, "last": today}, choices={"deputy": people},
        )  # fmt: skip
        self._form.entered.connect(self._on_save)
        told = self.tr("New hazards go to the deputy, who also reviews in this person's place. A deputy has no deputy.")
        save = button(self.tr("Record"), "absenceSave", self._on_save, "primary")
        foot = row(button(self.tr("Cancel"), "absenceCancel", self._show), None, save)
        self._layout.addWidget(self._form)
        self._layout.addWidget(label(told, "caption", wrap=True))
        self._layout.addLayout(foot)
        self._form.begin()
        self.brought.emit(save)

    def _on_save(self) -> None:
        missing = self._form.missing()
        if missing:
            self._toast.bad(self.tr("Please fill in: {field}").format(field=missing))
        elif self._run("absences.add", person=self._one.id, **self._form.values()):
            self._toast.good(self.tr("The absence has been recorded."), self.tr("Undo"), self._workbench.undo)

    def _on_end(self) -> None:
        if self._run("absences.end", absence=self.sender().property("absence")):
            self._toast.good(self.tr("From now on everything goes to {name} again.").format(name=self._one.person.name))

    def _on_hand(self) -> None:
        absence = self._one.away[0].absence
        if absence.deputy:
            self._hand_over({"to_person": absence.deputy})
            return
        dialog = WhomDialog(self._workbench, "hazards.hand_over", ("to_person", "to_team"), ("reason",), self)
        dialog.given.connect(self._hand_over)
        title, text = self.tr("Hand over"), self.tr("All that {name} has to fix goes on; clocks run on.")
        dialog.ask(title, text.format(name=self._one.person.name), title)

    def _hand_over(self, args: dict[str, Any]) -> None:
        if self._run("hazards.hand_over", person=self._one.id, **args):
            self._show()
            self._toast.good(self.tr("Handed over."))

    def _run(self, kind: str, /, **args: Any) -> bool:
        return self._workbench.run(kind, **args).ok
