"""The side panel with the figures by which points are doubted and re-checked."""

from typing import TYPE_CHECKING

from desktop import words
from desktop.widgets.form import Form
from desktop.widgets.parts import button, label, row
from desktop.widgets.side_panel import SidePanel
from services.core.doubt_rules import DoubtRules, SetDoubtRules
from services.core.shape import shapes

if TYPE_CHECKING:
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench
    from services.core.refused import Refused


class DoubtRulesPanel(SidePanel):
    """One form, saved as a whole."""

    def __init__(self, workbench: "Workbench", toast: "Toast") -> None:
        super().__init__("doubtRulesPanel")
        self.workbench, self.toast = workbench, toast

    def show_rules(self, rules: DoubtRules) -> None:
        """These, to be changed."""
        self.start(self.tr("Rules of doubts and re-checks"))
        told = self.tr(
            "A doubt accuses nobody: it puts what looks odd before a person. "
            "Which ones are re-checked comes from the hub's key."
        )
        self.body.addWidget(label(told, "caption", wrap=True))
        values = {name: getattr(rules, name) for name in shapes(SetDoubtRules)}
        self._form = Form("doubt_rules.set", "doubtRules", "doubt_rules", values=values)
        may = self.workbench.may("doubt_rules.set")
        self._form.setEnabled(may)
        self.body.addWidget(self._form)
        save = button(self.tr("Save"), "doubtRulesSave", self._on_save, "primary")
        save.setEnabled(may)
        self.foot.addLayout(row(None, save), 1)
        self.end()

    def _on_save(self) -> None:
        self.workbench.send("doubt_rules.set", self._on_answered, **self._form.values())

    def _on_answered(self, refused: "Refused | None") -> None:
        if refused is not None:
            self.toast.bad(words.refusal(refused))
        else:
            self.toast.good(self.tr("Saved."))
            self.hide()
