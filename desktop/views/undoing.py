"""Undo and redo in words: what was taken back or done again, and why something can't be."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from desktop.history import Step
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench
    from services.core.refused import Refused


class Undoing(QObject):
    """Tells by the toast whatever a workbench undoes or does again, for every page in one manner."""

    def __init__(self, workbench: "Workbench", toast: "Toast", parent: QObject) -> None:
        super().__init__(parent)
        self._workbench, self._toast = workbench, toast
        workbench.taken_back.connect(self._on_taken_back)
        workbench.done_again.connect(self._on_done_again)

    def undo_words(self) -> str:
        """What undo would do; just the word where there is nothing."""
        what = self._workbench.history.next_back()
        return self.tr("Undo: {what}").format(what=self._said(what)) if what else self.tr("Undo")

    def redo_words(self) -> str:
        """What redo would do."""
        what = self._workbench.history.next_again()
        return self.tr("Redo: {what}").format(what=self._said(what)) if what else self.tr("Redo")

    def redo(self) -> None:
        """Does again what was taken back last."""
        if self._workbench.history.next_again() is None:
            self._toast.good(self.tr("There is nothing to do again."))
        else:
            self._workbench.redo()

    def _on_taken_back(self, what: "Step") -> None:
        text = self.tr("Taken back: {what}").format(what=self._said(what))
        self._toast.good(text, self.tr("Redo"), self.redo)

    def _on_done_again(self, what: "Step") -> None:
        text = self.tr("Done again: {what}").format(what=self._said(what))
        self._toast.good(text, self.tr("Undo"), self._workbench.undo)

    def _said(self, what: "Step") -> str:
        from desktop.views.journal.sentences import deed
        from services.store.queries.journal import names_of

        said, more = deed(what.first, self._workbench.ask(names_of)), len(what.entries) - 1
        return self.tr("{what}, and %n more that was done with it", "", more).format(what=said) if more else said


def told(refused: "Refused") -> str:
    """A refusal, and what can be done where an operation can't be undone any more."""
    from desktop import words

    said = words.refusal(refused)
    advice = f"undo.{refused.facts.get('kind')}"
    return f"{said} {words.say(advice)}" if refused.code == "undo_final" and words.known(advice) else said
