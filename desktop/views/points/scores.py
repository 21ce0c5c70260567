"""The department score: each department's month, what it would be by other weights and bands, and freezing it."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop import words
from desktop.models.record_table import Column
from desktop.style.tokens import PAGE_PADDING
from desktop.views.points.score_papers import ScorePapers
from desktop.widgets.choice import Choice
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.form import Form
from desktop.widgets.parts import button, column, label, row
from desktop.widgets.side_panel import SidePanel
from desktop.widgets.table import Table
from services.core.scores import ScoreRules, score_rules_of
from services.store.queries.scores import Scored, months_shown, scores

if TYPE_CHECKING:
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench
    from services.core.refused import Refused


class ScoresView(QWidget):
    """`panel` has the weights: what is typed there is tried at once, and holds when it is saved."""

    def __init__(self, workbench: "Workbench", toast: "Toast") -> None:
        super().__init__()
        self.workbench, self.toast = workbench, toast
        self.panel = WeightsPanel(workbench, toast)
        self.panel.tried.connect(self._on_tried)
        self.panel.closed.connect(self.refresh)
        self.month = Choice("scoreMonth", self.tr("Month"))
        self.month.currentIndexChanged.connect(self.refresh)
        self.told = label("", "muted", "scoreTold")
        self.freeze = button(self.tr("Freeze the month"), "freezeMonth", self._on_freeze)
        self.weights = button(self.tr("What if…"), "scoreWeights", self._on_weights)
        self.table = Table("scoreTable", _columns())
        nothing = self.tr("Departments have a score when hazards are due that their teams or people have to fix.")
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(EmptyState("points", self.tr("No departments yet"), nothing))
        self.papers = ScorePapers(self)
        tools = row(self.month, self.told, None, self.papers, self.weights, self.freeze, gap=12)
        self.setLayout(column(tools, self.stack, gap=10, margins=(PAGE_PADDING, 4, PAGE_PADDING, PAGE_PADDING)))
        self._rows: tuple[Scored, ...] = ()

    @property
    def shown(self) -> str:
        """The month that is shown (YYYY-MM)."""
        return str(self.month.currentData())

    def refresh(self) -> None:
        """As it is now."""
        months = self.workbench.ask(months_shown, now=self.workbench.now())
        if self.month.count() != len(months) or self.month.itemData(0) != months[0]:
            self.month.offer([(one, one) for one in months], months[1])
        month = str(self.month.currentData())
        self._rows = self.workbench.ask(scores, month=month)
        frozen = next((one.frozen for one in self._rows if one.frozen), None)
        over, may = month != months[0], self.workbench.may("department_scores.freeze")
        self.freeze.setEnabled(over and frozen is None and may and bool(self._rows))
        told = self.tr("Not frozen: it still changes as hazards are closed.")
        if frozen is not None:
            when = words.when(frozen.frozen_at, self.workbench.now())
            told = self.tr("Frozen {when}").format(when=when)
        self.told.setText(told)
        later = self.tr("Later corrections count in the next month.")
        self.told.setToolTip(later if frozen is not None else "")
        self.stack.setCurrentIndex(0 if self._rows else 1)
        if self.panel.isVisible():
            self._on_tried(self.panel.rules)
        else:
            self.table.show_rows(self._rows)

    def _on_tried(self, rules: ScoreRules) -> None:
        self.table.show_rows([one.by(rules) for one in self._rows])

    def _on_weights(self) -> None:
        self.panel.show_rules(self.workbench.ask(score_rules_of))

    def _on_freeze(self) -> None:
        self.workbench.send("department_scores.freeze", self._on_answered, month=str(self.month.currentData()))

    def _on_answered(self, refused: "Refused | None") -> None:
        if refused is not None:
            self.toast.bad(words.refusal(refused))
        else:
            self.toast.good(self.tr("The month is frozen."))


class WeightsPanel(SidePanel):
    """`tried` carries the ScoreRules as they are typed."""

    tried = Signal(object)

    def __init__(self, workbench: "Workbench", toast: "Toast") -> None:
        super().__init__("weightsPanel")
        self.workbench, self.toast = workbench, toast
        self.rules = ScoreRules()

    def show_rules(self, rules: ScoreRules) -> None:
        """These, to be tried and saved."""
        self._kept = self.rules = rules
        self.start(self.tr("Weights and bands"))
        told = self.tr("What is typed here is tried at once in the table; it holds when it is saved.")
        self.body.addWidget(label(told, "caption", wrap=True))
        values = {name: getattr(rules, name) for name in FIELDS}
        self._form = Form("score_rules.set", "score", "score_rules", values=values)
        self._form.changed.connect(self._on_changed)
        self.body.addWidget(self._form)
        save = button(self.tr("Save"), "scoreSave", self._on_save, "primary")
        save.setEnabled(self.workbench.may("score_rules.set"))
        self.foot.addLayout(row(None, save), 1)
        self.end()

    def _on_changed(self) -> None:
        given: dict[str, Any] = {name: float(value) for name, value in self._form.values().items()}
        self.rules = replace(self._kept, **given)
        self.tried.emit(self.rules)

    def _on_save(self) -> None:
        self.workbench.send("score_rules.set", self._on_answered, **self._form.values())

    def _on_answered(self, refused: "Refused | None") -> None:
        if refused is not None:
            self.toast.bad(words.refusal(refused))
        else:
            self.toast.good(self.tr("Saved."))


FIELDS = ("on_time", "late", "left_open", "best_from", "best", "good_from", "good", "fair_from", "fair", "poor")


def _columns() -> list[Column]:
    translate = QCoreApplication.translate

    def count(key: str, title: str) -> Column:
        return Column(
            key, title, lambda one: f"{getattr(one.counted, key):,}", 96, right=True,
            sort=lambda one: getattr(one.counted, key), amount=lambda one: float(getattr(one.counted, key)),
        )  # fmt: skip

    def rate(one: Scored) -> str:
        return "–" if one.rate is None else f"{one.rate:.1f} %"

    def bonus(one: Scored) -> str:
        return "–" if one.bonus is None else f"× {one.bonus:g}"

    def carried(one: Scored) -> str:
        return f"{one.carried:+g}".replace("-", "\u2212") if one.carried else ""

    return [
        Column("name", words.say("record.department"), lambda one: one.name, 180, grows=True),
        count("due", translate("ScoresView", "Due")),
        count("on_time", words.say("field.department_score.on_time")),
        count("late", words.say("field.department_score.late")),
        count("left_open", words.say("field.department_score.left_open")),
        Column("carried", words.say("field.department_score.carried"), carried, 96, right=True),
        Column("rate", words.say("field.department_score.rate"), rate, 112, right=True,
               sort=lambda one: one.rate, amount=lambda one: one.rate),
        Column("bonus", words.say("field.department_score.bonus"), bonus, 96, right=True,
               sort=lambda one: one.bonus, amount=lambda one: one.bonus),
    ]  # fmt: skip
