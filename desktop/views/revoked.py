"""What a computer shows that was shut out: that it was, what is kept on it, and the way back with a new code."""

import json
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from desktop import words
from desktop.views.journal.sentences import who
from desktop.widgets.parts import box, button, column, label, line, row
from desktop.workbench import Workbench
from services.core.refused import Refused
from services.core.shape import utc_text
from services.store.queries.waiting import waiting_here

CARD = 560


class Revoked(QWidget):
    """`paired` once the computer has been let in again."""

    paired = Signal()

    def __init__(self, workbench: Workbench) -> None:
        super().__init__()
        self.setObjectName("revokedPage")
        self._workbench = workbench
        self._kept = label("", "", "revokedKept", wrap=True)
        self.save = button(self.tr("Save what waits to a file…"), "saveWaiting", self._on_save)
        self.code = QLineEdit()
        self.code.setObjectName("pairingCode")
        self.code.setPlaceholderText("ABCD-EFGH")
        self.code.setAccessibleName(self.tr("Pairing code"))
        self.code.returnPressed.connect(self._on_pair)
        self.pair = button(self.tr("Pair this computer again"), "pairAgain", self._on_pair, "primary")
        self.problem = label("", "error", "revokedProblem", wrap=True)
        told = self.tr(
            "Somebody has revoked this computer, perhaps because it was taken for lost. The hub takes nothing from it "
            "and gives it nothing."
        )
        back = self.tr("If it is yours, ask your administrator for a pairing code. What waits is then sent.")
        card = column(
            label(self.tr("This computer has been revoked"), "title", wrap=True),
            label(told, "muted", wrap=True),
            self._kept,
            row(self.save, None),
            line(),
            label(back, "", wrap=True),
            row(self.code, self.pair, gap=8),
            self.problem,
            gap=14,
            margins=(28, 24, 28, 24),
        )
        framed = box(card, "card")
        framed.setFixedWidth(CARD)
        self.setLayout(column(None, row(None, framed, None), None))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.follow()

    def follow(self) -> None:
        """Counts what is kept."""
        count = len(self._workbench.ask(waiting_here))
        kept = self.tr("%n thing(s) you did are kept on this computer and not yet sent.", "", count)
        self._kept.setText(kept if count else self.tr("Everything done on it had been sent before."))
        self.save.setVisible(count > 0)

    def _on_save(self) -> None:
        self._asked = QFileDialog(self, self.tr("Save what waits"), "anhuan-waiting.json", "JSON (*.json)")
        self._asked.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self._asked.fileSelected.connect(self._on_file)
        self._asked.open()

    def _on_file(self, name: str) -> None:
        self.problem.setText("")
        rows = [
            {
                "when": utc_text(one.at),
                "who": who(one),
                "what": words.say(f"op.{one.kind}"),
                "about": one.about,
                "kind": one.kind,
                "args": one.args,
            }
            for one in self._workbench.ask(waiting_here)
        ]
        try:
            Path(name).write_text(json.dumps(rows, ensure_ascii=False, indent=2), encoding="utf-8")
        except OSError as error:
            self.problem.setText(self.tr("It could not be saved: {why}").format(why=error.strerror or str(error)))

    def _on_pair(self) -> None:
        code = self.code.text().strip()
        if code:
            self.pair.setEnabled(False)
            self.problem.setText("")
            self._workbench.pair_anew(code, self._on_paired, self._on_failed)

    def _on_paired(self, _: object) -> None:
        self.paired.emit()

    def _on_failed(self, error: Exception) -> None:
        self.pair.setEnabled(True)
        self.problem.setText(
            words.refusal(error) if isinstance(error, Refused) else words.say("refused.hub_unreachable")
        )
