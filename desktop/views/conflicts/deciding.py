"""The three ways to settle a conflict. Each counts only when what it issues was accepted here, and can be undone until
it is sent."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from desktop import words
from desktop.views.conflicts.said import is_review
from desktop.views.hazards.reasons import return_reasons
from desktop.widgets.toast import GOOD_MS
from services.core.operation import known_kind
from services.core.refused import Refused

if TYPE_CHECKING:
    from desktop.views.conflicts.page import ConflictsPage
    from services.store.queries.conflicts import Conflict
    from services.store.settling import How


class Deciding(QObject):
    """Listens to the page's bar and panel."""

    def __init__(self, page: "ConflictsPage") -> None:
        super().__init__(page)
        self._page, self._workbench, self._toast = page, page.workbench, page.toast
        self._asked = ""
        page.bar.again.clicked.connect(self.again)
        page.bar.change.clicked.connect(self.change)
        page.bar.let_go.clicked.connect(self.let_go)
        page.bar.reopen.clicked.connect(self.reopen)
        page.change.given.connect(self._on_given)
        page.change.incomplete.connect(self._on_incomplete)

    def again(self) -> None:
        """The same once more, on what is so now."""
        one = self._page.here()
        if one is not None:
            self._issue(one, "again", one.row.kind, one.row.args)

    def change(self) -> None:
        """Instead of an approval the fix goes back, with a reason; anything else is changed in its form."""
        one = self._page.here()
        if one is None:
            return
        self._asked = one.id
        if is_review(one):
            asked = return_reasons(self._page)
            asked.given.connect(self._on_reason)
            asked.open()
        else:
            self._page.change.show_conflict(one)

    def let_go(self) -> None:
        """It is not done. Nothing is asked, as it can be undone."""
        one = self._page.here()
        if one is not None:
            self._decided(one, "let_go")

    def reopen(self) -> None:
        """What was let go is to be decided after all."""
        one = self._page.here()
        if one is not None and self._workbench.reopen(one.id):
            self._page.show_conflict(one.id)

    def _on_reason(self, reason: str) -> None:
        one = self._page.here()
        if one is not None and one.id == self._asked:
            self._issue(one, "changed", "hazards.return", {"hazard": one.row.args["hazard"], "reason": reason})

    def _on_given(self, args: dict[str, Any]) -> None:
        one = self._page.here()
        if one is not None and one.id == self._asked:
            self._issue(one, "changed", one.row.kind, args)

    def _on_incomplete(self, field: str) -> None:
        self._toast.bad(self.tr("Please fill in: {field}").format(field=field))

    def _issue(self, one: "Conflict", how: "How", kind: str, args: dict[str, Any]) -> None:
        if known_kind(kind).offline:
            local = self._workbench.run_as_one((kind, args), self._decision(one, how))
            if local.ok:
                self._settle(one.id, how, local.id)
            return

        def answered(refused: Refused | None) -> None:
            if refused is not None:
                self._toast.bad(words.refusal(refused))
            else:
                self._decided(one, how)

        self._workbench.send(kind, answered, **args)

    def _decided(self, one: "Conflict", how: "How") -> None:
        """The decision alone goes into the journal."""
        local = self._workbench.run_as_one(self._decision(one, how))
        if local.ok:
            self._settle(one.id, how, local.id)

    def _decision(self, one: "Conflict", how: "How") -> tuple[str, dict[str, Any]]:
        """The operation by which the journal knows of the decision."""
        told = {"operation": one.id, "refused_kind": one.row.kind, "code": one.row.code, "how": how}
        return "conflicts.settle", told

    def _settle(self, conflict: str, how: "How", by: str = "") -> None:
        following = self._page.following() if conflict == self._page.current else self._page.current
        if not self._workbench.settle(conflict, how, by):
            return
        self._page.change.hide()
        self._page.current = following
        self._page.refresh()
        self._page.list.setFocus()  # the button that was pressed may be gone
        texts = {
            "again": self.tr("Done again, not yet confirmed."),
            "changed": self.tr("Sent changed, not yet confirmed."),
            "let_go": self.tr("Let go. Nothing was changed."),
        }
        if by:
            self._workbench.hold_back(GOOD_MS)
        if by or how == "let_go":
            self._toast.good(texts[how], self.tr("Undo"), lambda: self._undo(conflict, by))
        else:
            self._toast.good(self.tr("Done: the hub has confirmed it."))

    def _undo(self, conflict: str, by: str) -> None:
        if by and self._workbench.undoable() != by:
            self._toast.bad(words.say("refused.nothing_to_undo"))
        elif self._workbench.undo().ok if by else self._workbench.reopen(conflict):
            self._page.show_conflict(conflict)
