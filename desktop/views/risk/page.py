"""Risk points: a table, the worst residual risk first, a panel for the chosen one, and classes that are proposed."""

from dataclasses import asdict
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QStackedWidget

from desktop import words
from desktop.language import language
from desktop.models.record_table import Column
from desktop.style.tokens import PAGE_PADDING
from desktop.views.action import Action, deed_button
from desktop.views.page import Page
from desktop.views.palette.finder import Finder
from desktop.views.risk.finding import RISKS
from desktop.views.risk.level_tag import said, swatch
from desktop.views.risk.panel import RiskPanel
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.flow import Flow
from desktop.widgets.parts import box, button, column, emptied, label, row
from desktop.widgets.table import Table
from services.core.risk_levels import RiskLevel
from services.core.risk_methods import Bounds
from services.store.queries.risk import PointRow, Proposal, class_proposals, risk_points


class RiskPage(Page):
    """What can go wrong where, and what is done about it."""

    key, icon = "risk", "risk"
    kinds = frozenset({"risk_point", "control_measure", "risk_scale", "zone", "floor", "person"})

    @staticmethod
    def title() -> str:
        return QCoreApplication.translate("Pages", "Risks")

    @classmethod
    def offers(cls) -> tuple[Action, ...]:
        title = QCoreApplication.translate("RiskPage", "Add a risk point")
        add = Action(
            name="addRisk", title=title, run="add", keys="Ctrl+N", picture="add", operation="risks.add", anywhere=True
        )
        return (add,)

    @classmethod
    def finders(cls) -> tuple[Finder, ...]:
        return (RISKS,)

    def show_record(self, kind: str, id_: str) -> None:
        self.table.choose(id_)

    def build(self) -> None:
        self.count = label("", "muted", "riskCount")
        self.table = Table("riskTable", _columns())
        self.table.filter.show()
        self.table.chosen.connect(self._on_chosen)
        self.tell_copies(self.table)
        self.panel = RiskPanel(self.workbench, self.toast)
        self.panel.closed.connect(self._on_closed)
        self.panel.made.connect(self._on_made)
        self._offered = Flow()
        told = self.tr("The worst residual risk of these zones stands for another class. Click to take it:")
        self.proposals = box(
            column(label(told, wrap=True), self._offered, margins=(12, 10, 12, 10)), "card", "proposals"
        )
        content = column(self.proposals, self.table, margins=(PAGE_PADDING, 0, PAGE_PADDING, PAGE_PADDING))
        self.stack = QStackedWidget()
        self.stack.addWidget(box(content))
        nothing = self.tr("Say what can go wrong in a zone and how bad it is; the four-colour map follows from it.")
        add = self.deeds["addRisk"]
        none = EmptyState("risk", self.tr("No risk points yet"), nothing, add.text(), "addFirstRisk", add.trigger)
        self.stack.addWidget(none)
        self.bounds = button(self.tr("Bounds of the levels…"), "riskBounds", self.show_bounds, "tool")
        self.bounds.setEnabled(self.may("risk_scales.set"))
        head = self.head(self.count, None, self.bounds, deed_button(self.deeds["addRisk"], "primary"))
        self.setLayout(row(column(head, self.stack, gap=0), self.panel, gap=0))
        self.first = self.table.view

    def refresh(self) -> None:
        rows = self.workbench.ask(risk_points)
        self.count.setText(self.tr("%n risk points", "", len(rows)))
        self.table.show_rows(rows)
        self.stack.setCurrentIndex(0 if rows else 1)
        self.panel.follow(rows)
        self._propose(self.workbench.ask(class_proposals))

    def add(self) -> None:
        """The form for a new risk point."""
        self.table.view.clearSelection()
        self.panel.show_add()

    def show_bounds(self) -> None:
        """The bounds between the levels, to be read and set."""
        from desktop.views.risk.bounds_dialog import BoundsDialog

        def save(scale: str, bounds: Bounds) -> None:
            if self.workbench.run("risk_scales.set", scale=scale, **asdict(bounds)).ok:
                dialog.accept()
                self.toast.good(self.tr("The new bounds hold from now on."))

        dialog = BoundsDialog(self.workbench, self.workbench.ask(risk_points), self)
        dialog.given.connect(save)
        dialog.open()

    def _propose(self, found: tuple[Proposal, ...]) -> None:
        emptied(self._offered)
        for one in found:
            text = self.tr("{zone}: {old} → {new}").format(
                zone=one.zone.name, old=one.zone.zone_class, new=one.proposed
            )
            accept = button(text, f"accept-{one.zone.code}", partial(self._on_accept, one))
            accept.setToolTip(self.tr("Give the zone the class of its worst residual risk"))
            accept.setEnabled(self.may("zones.classify"))
            self._offered.addWidget(accept)
        self.proposals.setVisible(bool(found))

    def _on_accept(self, one: Proposal) -> None:
        if self.workbench.run("zones.classify", zone=one.zone.id, zone_class=one.proposed).ok:
            told = self.tr("{zone} is class {letter} now.").format(zone=one.zone.name, letter=one.proposed)
            self.toast.good(told, self.tr("Undo"), self.workbench.undo)

    def _on_chosen(self, one: PointRow | None) -> None:
        if one is not None:
            self.panel.show_point(one)

    def _on_closed(self) -> None:
        self.table.view.clearSelection()
        self.table.view.setFocus()

    def _on_made(self, id_: str) -> None:
        self.table.view.clearSelection()
        self.table.choose(id_)
        now = next((one for one in self.workbench.ask(risk_points) if one.id == id_), None)
        if now is not None:
            self.panel.show_point(now)


def _columns() -> list[Column]:
    def levels() -> list[tuple[str, str]]:
        return [(str(one), words.say(f"risk.level.{one}")) for one in RiskLevel]

    residual = QCoreApplication.translate("RiskPage", "Residual")
    inherent = QCoreApplication.translate("RiskPage", "Inherent")
    left_room, level_room, who_room = (206, 206, 104) if language.name == "en" else (184, 160, 80)
    return [
        Column(
            "residual", residual, lambda one: said(one.residual), left_room,
            sort=lambda one: (-one.residual.level.rank, -one.residual.score),
            code=lambda one: str(one.residual.level), choices=levels, picture=lambda one: swatch(one.residual.level),
        ),
        Column(
            "inherent", inherent, lambda one: said(one.inherent), level_room,
            sort=lambda one: (-one.inherent.level.rank, -one.inherent.score),
            code=lambda one: str(one.inherent.level), choices=levels, picture=lambda one: swatch(one.inherent.level),
        ),
        Column("zone", words.say("field.risk_point.zone"), lambda one: one.zone.name, 112),
        Column("name", words.say("field.risk_point.name"), lambda one: one.point.name, 150, grows=True),
        Column("method", words.say("field.risk_point.method"), _method, 90, yields=True),
        Column("responsible", words.say("field.risk_point.responsible"), _responsible, who_room, yields=True),
        Column("review_on", words.say("field.risk_point.review_on"), _review, 104, yields=True),
    ]  # fmt: skip


def _responsible(one: PointRow) -> str:
    return one.responsible


def _method(one: PointRow) -> str:
    return one.point.method.upper()


def _review(one: PointRow) -> str:
    return one.point.review_on.isoformat() if one.point.review_on else ""
