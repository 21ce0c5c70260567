"""What an alert asks the MES to pause: how it stands, and the yes or no of a person while it can be given."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop import words
from desktop.widgets.parts import box, button, column, label, pill, row
from services.core.pauses import Pause

if TYPE_CHECKING:
    from desktop.workbench import Answered, Workbench

SIGNS = {"confirmed": "normal", "refused": "overdue", "unanswered": "overdue", "asked": "pending",
         "counting": "pending", "requested": "pending"}  # fmt: skip


class PauseCard(QWidget):
    """One pause. `decided` gets the refusal, or None; the card itself may have gone when the hub has answered."""

    def __init__(self, workbench: "Workbench", pause: Pause, decided: "Answered") -> None:
        super().__init__()
        self.workbench, self.pause, self._decided = workbench, pause, decided
        name = self.tr("Pause of line {line}").format(line=pause.line)
        parts = column(
            label(name, "head"),
            pill(SIGNS.get(pause.step, "unknown"), words.say(f"value.step.{pause.step}"), "pauseState"),
            gap=6,
            margins=(12, 10, 12, 10),
        )
        for said, text in self._facts():
            if text:
                parts.addLayout(column(label(said, "caption"), label(text, "", wrap=True, copy=True), gap=0))
        if pause.waits:
            yes = button(self.tr("Pause the line"), "agreePause", self._on_agree, "primary")
            no = button(self.tr("Do not pause"), "declinePause", self._on_decline)
            for part in (yes, no):
                part.setEnabled(workbench.may("pauses.agree"))
            parts.addLayout(row(no, None, yes))
        self.setLayout(column(box(parts, "card")))

    def _facts(self) -> list[tuple[str, str]]:
        pause, now, say = self.pause, self.workbench.now(), words.say
        moments = {
            name: words.when(moment, now)
            for name in ("due_at", "requested_at", "answered_at")
            if (moment := getattr(pause, name)) is not None
        }
        who = self.workbench.ask(lambda look: look.get("person", pause.by)) if pause.by else None
        return [
            *((say(f"field.pause.{name}"), text) for name, text in moments.items()),
            (say("field.pause.receipt"), pause.receipt),
            (say("field.pause.reason"), pause.reason),
            (say("field.pause.trouble"), say(f"value.trouble.{pause.trouble}") if pause.trouble else ""),
            (say("field.pause.by"), who.name if who else ""),
        ]

    def _on_agree(self) -> None:
        self.workbench.send("pauses.agree", self._decided, pause=self.pause.id)

    def _on_decline(self) -> None:
        self.workbench.send("pauses.decline", self._decided, pause=self.pause.id)
