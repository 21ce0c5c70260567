"""The figures by which points are earned, as a form, beside what they come to this month."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from desktop import words
from desktop.style.tokens import PAGE_PADDING
from desktop.views.points.badge_card import BadgeCard
from desktop.views.points.earning_rules import EarningRules
from desktop.views.points.rules_history import history
from desktop.widgets.form import Form
from desktop.widgets.parts import box, button, column, emptied, label, row
from services.core.points_rules import PointsRules, rules_of
from services.store.queries.points import Forecast, forecast, given_by_rule

if TYPE_CHECKING:
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench
    from services.core.refused import Refused

SIDE = 330
LIMITS = ("month_cap", "approve_over", "month_budget", "fen_per_point", "count_over")


class Figures(QScrollArea):
    """What is being changed stays until it is saved or has been changed elsewhere."""

    def __init__(self, workbench: "Workbench", toast: "Toast") -> None:
        super().__init__()
        self.setObjectName("pointsFigures")
        self.setAccessibleName(self.tr("What earns points, and the limits"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.workbench, self.toast = workbench, toast
        self._shown: PointsRules | None = None
        self._parts = {
            name: column(gap=8, margins=(16, 14, 16, 16)) for name in ("earns", "limits", "forecast", "history")
        }
        cards = {name: box(part, "card", f"points-{name}Card") for name, part in self._parts.items()}
        self.badges = BadgeCard(workbench, toast)
        for card in (*cards.values(), self.badges):
            card.setFixedWidth(SIDE)
        inner = QWidget()
        inner.setProperty("look", "page")
        sides = ((cards["earns"],), (cards["limits"], self.badges), (cards["forecast"], cards["history"]))
        top = row(*(column(*side, None, gap=16) for side in sides), None, gap=16)
        inner.setLayout(column(top, None, margins=(PAGE_PADDING, 4, PAGE_PADDING, PAGE_PADDING)))
        self.setWidget(inner)

    def refresh(self) -> None:
        """As it is now."""
        rules = self.workbench.ask(rules_of)
        if rules != self._shown:
            self._shown = rules
            self._show_rules(rules)
            self._show_history()
        self.badges.refresh()
        self._show_forecast(self.workbench.ask(forecast, now=self.workbench.now()))

    def _show_rules(self, rules: PointsRules) -> None:
        values, may = {name: getattr(rules, name) for name in LIMITS}, self.workbench.may("points_rules.set")
        self._earns = EarningRules(rules, self.workbench.ask(given_by_rule, now=self.workbench.now()))
        self._limits = Form("points_rules.set", "points", "points_rules", only=LIMITS, values=values)
        parts = (
            ("earns", self.tr("What earns points"), self._earns),
            ("limits", self.tr("Limits and budget"), self._limits),
        )
        for name, title, part in parts:
            emptied(self._parts[name])
            self._parts[name].addWidget(label(title, "section"))
            part.setEnabled(may)
            self._parts[name].addWidget(part)
        told = self.tr(
            "Other figures hold from now on; what was earned stays. There is no reward for a month without injuries: "
            "it would teach people to keep silent."
        )
        self._parts["earns"].addWidget(label(told, "caption", wrap=True))
        save = button(self.tr("Save the figures"), "pointsSave", self._on_save, "primary")
        save.setEnabled(may)
        self._parts["limits"].addLayout(row(None, save))

    def _show_history(self) -> None:
        part = self._parts["history"]
        emptied(part)
        part.addWidget(label(self.tr("Who changed the rules"), "section"))
        found = tuple(history(self.workbench))
        for change in found:
            part.addWidget(change)
        if not found:
            part.addWidget(label(self.tr("Nobody yet: they are as every plant begins."), "muted", wrap=True))

    def _show_forecast(self, found: Forecast) -> None:
        part = self._parts["forecast"]
        emptied(part)
        part.addWidget(label(self.tr("This month's budget"), "section"))
        lines = [(self.tr("Given so far"), self._points(found.given)), (self.tr("By the end of the month, as it goes"),
                  self._points(found.by_end, found.yuan_by_end))]  # fmt: skip
        if found.usual is not None:
            lines.append((self.tr("Mean of the months before"), self._points(round(found.usual))))
        if found.budget:
            lines.append((self.tr("Budget of a month"), self._points(found.budget)))
        lines.append((self.tr("Held by people, not yet spent"), self._points(found.held, found.yuan_held)))
        for said, figure in lines:
            line = row(label(said, "muted", wrap=True), label(figure, "head"), gap=12)
            line.setStretch(0, 1)
            part.addLayout(line)
        over = found.by_end - found.budget
        if found.budget and over > 0:
            told = self.tr("As it goes, {points} points more than the budget will be given.")
            part.addWidget(label(told.format(points=f"{over:,}"), "warning", "pointsOver", wrap=True))

    def _points(self, points: int, yuan: float | None = None) -> str:
        said = self.tr("%n points", "", points)
        return said if yuan is None else self.tr("{points} (¥{yuan})").format(points=said, yuan=f"{yuan:,.0f}")

    def _on_save(self) -> None:
        given = {**self._earns.values(), **self._limits.values()}
        self.workbench.send("points_rules.set", self._on_saved, **given)

    def _on_saved(self, refused: "Refused | None") -> None:
        if refused is not None:
            self.toast.bad(words.refusal(refused))
        else:
            self.toast.good(self.tr("Saved."))
