"""The side panel of the risk page: one risk point with both levels, its measures and what if; or a form."""

from functools import partial
from typing import TYPE_CHECKING, Any, get_args

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton

from desktop import words
from desktop.views.risk.level_tag import LevelTag
from desktop.views.risk.measure_form import MeasureForm
from desktop.views.risk.scoring import ScoreForm
from desktop.views.risk.what_if import WhatIf
from desktop.widgets.choice import Choice
from desktop.widgets.form import Form
from desktop.widgets.parts import button, label, line, row
from desktop.widgets.side_panel import SidePanel
from services.core.record import as_json
from services.core.risk_controls import ControlMeasure, bounds_of
from services.core.risk_levels import RiskLevel
from services.core.risk_methods import METHODS, Bounds, Method, band
from services.store.queries.risk import PointRow

if TYPE_CHECKING:
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench


class RiskPanel(SidePanel):
    """`made` carries the id of a risk point that has just been added."""

    made = Signal(str)

    def __init__(self, workbench: "Workbench", toast: "Toast") -> None:
        super().__init__("riskPanel")
        self.workbench, self.toast = workbench, toast
        self.one: PointRow | None = None
        self.reading = False
        self.closed.connect(self._on_closed)

    def follow(self, rows: tuple[PointRow, ...]) -> None:
        """What is shown is shown again where it changed; a form that is being filled in stays."""
        now = next((one for one in rows if self.one is not None and one.id == self.one.id), None)
        if self.reading and now is not None and now != self.one:
            self.show_point(now)

    def show_point(self, one: PointRow) -> None:
        """All about one risk point."""
        self.one, self.reading = one, True
        self.start(one.point.name)
        place = f"{one.floor} · {one.zone.name} · {words.say(f'value.method.{one.point.method}')}"
        self.body.addWidget(label(place, "muted", wrap=True))
        self.body.addLayout(row(label(self.tr("Inherent"), "caption"), LevelTag("riskInherent", one.inherent), None))
        self.body.addLayout(row(label(self.tr("Residual"), "caption"), LevelTag("riskResidual", one.residual), None))
        self.body.addWidget(label(words.say(f"risk.tier.{one.residual.level}"), "caption", "riskTier"))
        if METHODS[one.point.method].scale == "lec":
            banded = words.say(f"risk.band.{band(one.residual.score)}")
            self.body.addWidget(label(f"D {one.residual.score:g} · {banded}", "caption", "riskBand", wrap=True))
        if one.point.designated:
            told = self.tr("Set directly: {reason} ({source})")
            text = told.format(reason=one.point.reason, source=one.point.source)
            self.body.addWidget(label(text, "warning", "riskDesignated", wrap=True))
        for number, item in enumerate(one.point.rows, start=1):
            parts = [part for part in (item.what, item.danger, item.consequence) if part]
            prefix = f"{number}. " if METHODS[one.point.method].many else ""
            self.body.addWidget(label(prefix + " → ".join(parts), wrap=True))
        self._who(one)
        self._measures(one)
        self.body.addWidget(line())
        self.body.addWidget(label(self.tr("What if"), "head"))
        self.body.addWidget(WhatIf(one, self._bounds(one.point.method)))
        self._deeds(one)
        self.end()

    def show_add(self) -> None:
        """The form for a new risk point."""
        self.one, self.reading = None, False
        self.start(self.tr("New risk point"))
        zones = [(one.name, one.id) for one in self.workbench.ask(_zones)]
        choices = {"zone": zones, "responsible": self._people()}
        self._form = Form("risks.add", "risk", "risk_point", only=("zone", "name", "responsible"), choices=choices)
        self.body.addWidget(self._form)
        self._scoring("lec", [])
        self.foot.addWidget(button(self.tr("Add the risk point"), "riskSave", self._on_add, "primary"))
        self.end()
        self._form.begin()

    def _people(self) -> list[tuple[str, str]]:
        return [(self.tr("Nobody yet"), ""), *((one.name, one.id) for one in self.workbench.ask(_people))]

    def _scoring(self, method: Method, rows: list[dict[str, Any]]) -> None:
        self._method = Choice("riskMethod", words.say("field.risk_point.method"))
        self._method.offer([(words.say(f"value.method.{one}"), one) for one in get_args(Method)], method)
        self._method.activated.connect(self._on_method)
        self._scores = ScoreForm(self._bounds(method))
        self._tag = LevelTag("riskFormLevel")
        self._scores.changed.connect(self._on_scores)
        self._scores.show_method(method, rows)
        self.body.addWidget(label(words.say("field.risk_point.method"), "caption"))
        self.body.addWidget(self._method)
        self.body.addLayout(row(label(self.tr("Inherent"), "caption"), self._tag, None))
        self.body.addWidget(self._scores)

    def _who(self, one: PointRow) -> None:
        change = button(self.tr("Change…"), "riskDetails", self._on_details, "link")
        change.setEnabled(self.workbench.may("risks.set_details"))
        review = one.point.review_on.isoformat() if one.point.review_on else self.tr("no day set")
        self._fact("responsible", one.responsible or self.tr("Nobody yet"), change)
        self._fact("review_on", review)

    def _fact(self, name: str, said: str, *deeds: QPushButton) -> None:
        field = label(words.say(f"field.risk_point.{name}"), "caption")
        self.body.addLayout(row(field, label(said, "", f"{name}Said"), None, *deeds))

    def _measures(self, one: PointRow) -> None:
        self.body.addWidget(line())
        self.body.addWidget(label(self.tr("Control measures"), "head"))
        if not one.measures:
            self.body.addWidget(label(self.tr("None yet."), "muted"))
        for number, measure in enumerate(one.measures, start=1):
            state = "" if measure.in_place else self.tr("planned")
            told = " · ".join(
                part for part in (words.say(f"value.tier.{measure.tier}"), measure.measure, state) if part
            )
            self.body.addWidget(label(told, wrap=True))
            change = button(self.tr("Change"), f"measureChange{number}", partial(self._on_change, measure), "link")
            away = button(self.tr("Remove"), f"measureRemove{number}", partial(self._on_remove, measure), "link")
            for deed in (change, away):
                deed.setEnabled(self.workbench.may("control_measures.change"))
            self.body.addLayout(row(change, away, None))
        more = button(self.tr("Add a measure"), "measureAdd", partial(self._on_change, None), picture="add")
        more.setEnabled(self.workbench.may("control_measures.add"))
        self.body.addWidget(more)

    def _deeds(self, one: PointRow) -> None:
        again = button(self.tr("Assess again"), "riskAssess", self._on_assess)
        directly = button(self.tr("Set the level…"), "riskDesignate", self._on_designate)
        retire = button(self.tr("Retire"), "riskRetire", self._on_retire)
        for deed in (again, directly, retire):
            deed.setEnabled(self.workbench.may("risks.assess"))
            self.foot.addWidget(deed)

    def _bounds(self, method: Method) -> Bounds:
        found: Bounds = self.workbench.ask(bounds_of, scale=METHODS[method].scale)
        return found

    def _run(self, kind: str, told: str, **args: Any) -> bool:
        local = self.workbench.run(kind, **args)
        if local.ok:
            self.toast.good(told, self.tr("Undo"), self.workbench.undo)
        return bool(local.ok)

    def _shown_again(self) -> None:
        self.reading = True
        if self.one is not None:
            self.made.emit(self.one.id)

    def _on_method(self) -> None:
        method: Method = self._method.currentData()
        self._scores.bounds = self._bounds(method)
        self._scores.show_method(method)

    def _on_scores(self) -> None:
        self._tag.show_level(self._scores.worst())

    def _on_add(self) -> None:
        missing = self._form.missing()
        if missing:
            self.toast.bad(self.tr("Please fill in: {field}").format(field=missing))
            self._form.begin()
            return
        method = self._method.currentData()
        local = self.workbench.run("risks.add", method=method, rows=self._scores.rows(), **self._form.values())
        if local.ok:
            self.toast.good(self.tr("The risk point has been added."), self.tr("Undo"), self.workbench.undo)
            self.made.emit(local.id)

    def _on_assess(self) -> None:
        if self.one is not None:
            self.reading = False
            self.start(self.one.point.name)
            self._scoring(self.one.point.method, as_json(self.one.point)["rows"])
            self.foot.addWidget(button(self.tr("Save"), "riskSave", self._on_assessed, "primary"))
            self.end()

    def _on_assessed(self) -> None:
        if self.one is not None:
            args = {"method": self._method.currentData(), "rows": self._scores.rows()}
            if self._run("risks.assess", self.tr("Assessed again."), risk_point=self.one.id, **args):
                self._shown_again()

    def _on_details(self) -> None:
        if self.one is not None:
            self.reading = False
            self.start(self.one.point.name)
            fields, choices = ("name", "responsible", "review_on"), {"responsible": self._people()}
            values = {name: one for name, one in as_json(self.one.point).items() if name in fields}
            self._form = Form("risks.set_details", "risk", "risk_point", only=fields, values=values, choices=choices)
            self.body.addWidget(self._form)
            self.body.addWidget(label(self.tr("A day as 2027-03-31"), "caption"))
            self.foot.addWidget(button(self.tr("Save"), "riskSave", self._on_detailed, "primary"))
            self.end()
            self._form.begin()

    def _on_detailed(self) -> None:
        if self.one is not None:
            told = self.tr("Changed.")
            if self._run("risks.set_details", told, risk_point=self.one.id, **self._form.values()):
                self._shown_again()

    def _on_change(self, measure: ControlMeasure | None) -> None:
        if self.one is not None:
            self.reading = False
            self.start(self.tr("Control measure"))
            self._measure, self._measure_form = measure, MeasureForm(self.one.point, measure)
            self.body.addWidget(self._measure_form)
            self.foot.addWidget(button(self.tr("Save"), "measureSave", self._on_measure, "primary"))
            self.end()
            self._measure_form.text.setFocus()

    def _on_measure(self) -> None:
        if self.one is None:
            return
        kind, about = "control_measures.add", {"risk_point": self.one.id}
        if self._measure is not None:
            kind, about = "control_measures.change", {"control_measure": self._measure.id}
        if self._run(kind, self.tr("The measure has been saved."), **about, **self._measure_form.values()):
            self._shown_again()

    def _on_remove(self, measure: ControlMeasure) -> None:
        self._run("control_measures.remove", self.tr("The measure has been removed."), control_measure=measure.id)

    def _on_designate(self) -> None:
        if self.one is None:
            return
        self.reading = False
        self.start(self.tr("Set the level directly"))
        levels = [(self.tr("By the numbers"), ""), *((words.say(f"risk.level.{one}"), str(one)) for one in RiskLevel)]
        self._level = Choice("riskLevel", words.say("field.risk_point.designated"))
        self._level.offer(levels, self.one.point.designated)
        self.body.addWidget(self._level)
        self._why = {}
        for name in ("reason", "source"):
            said = words.say(f"field.risk_point.{name}")
            self._why[name] = QLineEdit(getattr(self.one.point, name))
            self._why[name].setObjectName(f"risk{name.capitalize()}")
            self._why[name].setAccessibleName(said)
            self._why[name].setMaxLength(200)
            self.body.addWidget(label(said, "caption"))
            self.body.addWidget(self._why[name])
        self.foot.addWidget(button(self.tr("Save"), "riskSave", self._on_designated, "primary"))
        self.end()

    def _on_designated(self) -> None:
        if self.one is not None:
            level = self._level.currentData() or None
            why = {name: one.text().strip() for name, one in self._why.items()}
            told = self.tr("The level has been set.")
            if self._run("risks.designate", told, risk_point=self.one.id, designated=level, **why):
                self._shown_again()

    def _on_retire(self) -> None:
        told = self.tr("The risk point is retired.")
        if self.one is not None and self._run("risks.retire", told, risk_point=self.one.id):
            self._on_close()

    def _on_closed(self) -> None:
        self.one, self.reading = None, False


def _zones(look: Any) -> list[Any]:
    return [one for one in look.find("zone") if one.retired_at is None]


def _people(look: Any) -> list[Any]:
    return [one for one in look.find("person") if one.here and one.name]
