"""One rule: its sentence, its switch, what it would have said of the past year; or with what a new one begins."""

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from desktop import words
from desktop.views.rules.beginning import Beginning
from desktop.views.rules.blocks.unsaved import kept_here
from desktop.views.rules.shelving_part import ShelvingPart
from desktop.views.rules.speaking import speaker
from desktop.views.rules.trial import Trial
from desktop.widgets.parts import button, label, line, pill
from desktop.widgets.side_panel import SidePanel
from services.store.queries.rules import RuleRow, can_be_tried

if TYPE_CHECKING:
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench

A_YEAR = timedelta(days=365)


class RulePanel(SidePanel):
    """`begun` with the template that a new rule is to begin with ("" for none), `said` with one in a line;
    `edit_wanted` with the id of a rule."""

    begun = Signal(str)
    said = Signal(str)
    edit_wanted = Signal(str)

    def __init__(self, workbench: "Workbench", toast: "Toast") -> None:
        super().__init__("rulePanel")
        self.workbench, self.toast = workbench, toast
        self.shown: RuleRow | None = None
        self.closed.connect(self._on_closed)

    def follow(self, rows: Sequence[RuleRow]) -> None:
        """The rules as they are now; one that is shown and has changed is shown again."""
        if self.shown is not None:
            now = next((one for one in rows if one.id == self.shown.id), None)
            if now is None:
                self._on_close()
            elif _seen(now) != _seen(self.shown):
                self.show_rule(now)

    def show_rule(self, one: RuleRow) -> None:
        """All about it."""
        self.shown = one
        self.start(one.rule.name)
        word = self.tr("Switched on") if one.rule.active else self.tr("Switched off")
        self.body.addWidget(pill("normal" if one.rule.active else "unknown", word, "ruleState"))
        says = speaker(self.workbench).rule(one.rule.rule)
        self.body.addWidget(label(says, "", "ruleSays", wrap=True, copy=True))
        for flaw in one.flaws:
            person = self.workbench.ask(lambda look, flaw=flaw: look.get("person", flaw.key))
            key = person.name if person is not None else flaw.key
            told = words.say(f"block.flaw.{flaw.code}.told", count=flaw.count, key=key)
            self.body.addWidget(label(told, "warning", "ruleFlaw", wrap=True))
        self.body.addWidget(ShelvingPart(self.workbench, self.toast, one.rule))
        self.body.addWidget(line())
        self.body.addWidget(label(self.tr("On the past year"), "head"))
        if can_be_tried(one.rule.rule):
            self.body.addWidget(Trial(self.workbench, one.rule.rule, A_YEAR))
        else:
            told = self.tr("What this rule listens to is kept at the hub; open it to try it there.")
            self.body.addWidget(label(told, "muted", wrap=True))
        self._foot(one)
        self.end()

    def _foot(self, one: RuleRow) -> None:
        retire = button(self.tr("Retire"), "retireRule", self._on_retire)
        edit = button(self.tr("Edit and try"), "editRule", self._on_edit)
        act = self.tr("Switch off") if one.rule.active else self.tr("Switch on")
        switch = button(act, "switchRule", self._on_switch, "" if one.rule.active else "primary")
        for part, kind in ((retire, "rules.retire"), (edit, "rules.change"), (switch, "rules.switch")):
            part.setEnabled(self.workbench.may(kind))
        self.foot.addWidget(retire)
        self.foot.addStretch(1)
        self.foot.addWidget(edit)
        self.foot.addWidget(switch)

    def show_add(self) -> None:
        """With what a new rule begins."""
        self.shown = None
        self.start(self.tr("New rule"))
        beginning = Beginning(kept=kept_here(self.workbench).of("") is not None)
        beginning.chosen.connect(self.begun)
        beginning.said.connect(self.said)
        self.body.addWidget(beginning)
        self.end()
        beginning.line.setFocus()

    def _on_edit(self) -> None:
        if self.shown is not None:
            self.edit_wanted.emit(self.shown.id)

    def _on_switch(self) -> None:
        if self.shown is not None:
            active = not self.shown.rule.active
            if self.workbench.run("rules.switch", rule=self.shown.id, active=active).ok:
                told = self.tr("The rule is switched on.") if active else self.tr("The rule is switched off.")
                self.toast.good(told, self.tr("Undo"), self.workbench.undo)

    def _on_retire(self) -> None:
        if self.shown is not None and self.workbench.run("rules.retire", rule=self.shown.id).ok:
            self.toast.good(self.tr("The rule is retired; its alerts stay."), self.tr("Undo"), self.workbench.undo)

    def _on_closed(self) -> None:
        self.shown = None


def _seen(one: RuleRow) -> tuple[object, ...]:
    """What of it the panel shows."""
    return one.rule, one.flaws, one.shelvings
