"""Tells what became of work done here: how the hub counted a review, and what it refused, with the way to decide."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop import words

if TYPE_CHECKING:
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench
    from services.core.hazards import Hazard
    from services.core.refused import Refused
    from services.store.queries.journal import EntryRow

MOST = 3  # sentences that a toast has room for


class Answers(QObject):
    """`show` is called with the id of a conflict that a person wants to see."""

    def __init__(self, workbench: "Workbench", toast: "Toast", show: Callable[[str], None], parent: QObject) -> None:
        super().__init__(parent)
        self._workbench, self._toast, self._show = workbench, toast, show
        self._told = ""
        workbench.answered.connect(self._on_answered)

    def _on_answered(self, answers: "dict[str, Refused | None]") -> None:
        refused = {id_: why for id_, why in answers.items() if why is not None}
        good = [text for id_, why in answers.items() if why is None and (text := self._counted(id_))]
        if refused:
            self._tell_refused(refused, good)
        elif good:
            self._toast.good("\n".join(good[:MOST]) + self._more(len(good) - MOST))

    def _tell_refused(self, refused: "dict[str, Refused]", good: list[str]) -> None:
        from services.store.queries.conflicts import conflicts_of

        kept = [one for one in self._workbench.ask(conflicts_of) if one.id in refused]
        if not kept:  # nothing had happened here, so there is nothing to decide
            self._toast.bad("\n".join([words.refusal(next(iter(refused.values()))), *good[:MOST]]))
            return
        from desktop.views.conflicts.said import about, because, wanted

        first = kept[0]
        told = self.tr("{what} · {about}: {why}").format(what=wanted(first), about=about(first), why=because(first))
        self._told = "\n".join([told + self._more(len(kept) - 1), *good[:MOST]])
        self._toast.bad(self._told, self.tr("Show"), lambda: self._show(first.id))

    def seen(self) -> None:
        """What was refused is being looked at: it need not be told any more."""
        self._toast.hush(self._told)

    def _more(self, many: int) -> str:
        return "\n" + self.tr("And %n more.", "", many) if many > 0 else ""

    def _counted(self, operation: str) -> str:
        """What the hub has made of an approval; empty for other operations."""
        from services.store.queries.journal import entry_of, review_of

        entry: EntryRow | None = self._workbench.ask(entry_of, operation=operation)
        counted = review_of(entry) if entry is not None else ""
        if entry is None or not counted:
            return ""
        hazard: Hazard | None = self._workbench.ask(lambda look: look.get("hazard", str(entry.args.get("hazard"))))
        return self._sentence(counted, entry.about, closed=hazard is not None and not hazard.open)

    def _sentence(self, counted: str, number: str, *, closed: bool) -> str:
        texts = {
            "first": self.tr("Your review of {number} counted as the first; the second is still needed."),
            "second": self.tr("Your review of {number} counted as the second: the hazard is closed."),
            "kept": self.tr(
                "Your approval of {number} is kept, but your role had been withdrawn by then: another must review it."
            ),
        }
        if counted == "first" and closed:
            text = self.tr("Your review of {number} counted as the first; the second has closed the hazard.")
            return text.format(number=number)
        return texts[counted].format(number=number)
