"""The key that seals labels: which one it is, what older ones have sealed, and a new one when the old may be known."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from desktop import words
from desktop.widgets.parts import button, column, label, row
from services.store.queries.labels import old_key_count

if TYPE_CHECKING:
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench
    from services.core.refused import Refused


class LabelKeyCard(QWidget):
    """A new key needs the hub, and two presses: it can't be taken back."""

    def __init__(self, workbench: "Workbench", toast: "Toast") -> None:
        super().__init__()
        self.workbench, self.toast = workbench, toast
        told = self.tr(
            "The hub seals each label's code with a secret key, so that nobody can make one. Take a new key when "
            "somebody may have copied the hub's folder. Labels of older keys stay good until they are revoked."
        )
        self.said = label("", name="labelKey", wrap=True)
        self.warning = label(self.tr("This can't be taken back. Press again to do it."), "warning", "labelKeySure")
        self.renew = button("", "renewLabelKey", self._on_renew)
        self.leave = button(self.tr("Cancel"), "keepLabelKey", self._on_leave)
        self._ask(asked=False)
        act = row(self.renew, self.leave, None)
        self.setLayout(column(label(told, "caption", wrap=True), self.said, self.warning, act, gap=8))

    def follow(self) -> None:
        """Shows what is so now."""
        plant = self.workbench.plant
        if plant is None:
            return
        older = self.workbench.ask(old_key_count)
        more = self.tr(
            "%n labels carry an older one: on the labels page they stand under 'Sealed by an old key'.", "", older
        )
        now = self.tr("Key {n} seals new labels.").format(n=plant.label_key)
        self.said.setText(f"{now} {more}" if older else now)
        self.renew.setEnabled(self.workbench.may("labels.rotate_key"))

    def _ask(self, *, asked: bool) -> None:
        self._asked = asked
        for part in (self.warning, self.leave):
            part.setVisible(asked)
        self.renew.setText(self.tr("Take the new key now") if asked else self.tr("Take a new key…"))

    def _on_renew(self) -> None:
        """The first press asks, the second does it."""
        if self._asked:
            self.workbench.send("labels.rotate_key", self._on_renewed)
        self._ask(asked=not self._asked)

    def _on_leave(self) -> None:
        self._ask(asked=False)
        self.renew.setFocus()

    def _on_renewed(self, refused: "Refused | None") -> None:
        if refused is not None:
            self.toast.bad(words.refusal(refused))
            return
        self.toast.good(self.tr("A new key seals labels from now on."))
        if isValid(self):
            self.follow()
