"""One shelving: of what, until when, by whom and why; the way to end it, or to be the second person it waits for."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from desktop import words
from desktop.widgets.parts import box, button, column, label, row
from services.core.shelving import may_agree
from services.store.queries.shelvings import ShelvingRow

if TYPE_CHECKING:
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench


class ShelvingCard(QWidget):
    """`number` tells it from the others of its place; with `named` it says which rule it is of."""

    def __init__(
        self, workbench: "Workbench", toast: "Toast", one: ShelvingRow, number: int, *, named: bool = False
    ) -> None:
        super().__init__()
        self._workbench, self._toast, self._one = workbench, toast, one
        self._number, self._named = number, named
        parts: list[QWidget] = [label(self._head(), "head", f"shelving{number}", wrap=True)]
        parts.append(label(" · ".join(self._said()), "muted", f"shelvingWhy{number}", wrap=True))
        if one.waits and not self._may_agree():
            who = self.tr("A second person of the safety office has to agree, one of the two the EHS manager.")
            parts.append(label(who, "caption", f"shelvingSecond{number}", wrap=True))
        inside = column(*parts, row(*self._buttons(), None), gap=6, margins=(12, 10, 12, 10))
        frame: QFrame = box(inside, "card-red" if one.waits else "card-yellow")
        self.setLayout(column(frame))

    def _head(self) -> str:
        one = self._one.shelving
        until = words.when(one.until_at, self._workbench.now())
        rule = self._one.rule.name if self._named and self._one.rule else ""
        what = " · ".join(filter(None, (rule, one.key))) or self.tr("The rule")
        if self._one.waits:
            return self.tr(
                "{what}: shelving until {until} is asked for; people are told as always until it is agreed"
            ).format(what=what, until=until)
        return self.tr("{what}: shelved until {until}").format(what=what, until=until)

    def _said(self) -> list[str]:
        one = self._one
        second = self.tr("agreed by {name}").format(name=one.agreed.name) if one.agreed else ""
        why = words.say(f"value.shelve_reason.{one.shelving.shelve_reason}")
        return [part for part in (one.by.name if one.by else "", second, why, one.shelving.note) if part]

    def _may_agree(self) -> bool:
        me = self._workbench.me
        return me is not None and may_agree(self._one.shelving, self._one.by, me)

    def _buttons(self) -> list[QPushButton]:
        mine = self._workbench.me is not None and self._workbench.me.id == self._one.shelving.by
        if not self._one.waits:
            end = button(self.tr("Tell again now"), f"shelvingEnd{self._number}", self._on_end)
        else:
            text = self.tr("Take back") if mine else self.tr("Decline")
            end = button(text, f"shelvingEnd{self._number}", self._on_end)
        end.setEnabled(self._workbench.may("shelvings.end"))
        if not (self._one.waits and self._may_agree()):
            return [end]
        return [end, button(self.tr("Agree: tell nobody"), f"shelvingAgree{self._number}", self._on_agree, "primary")]

    def _on_agree(self) -> None:
        if self._workbench.run("shelvings.agree", shelving=self._one.shelving.id).ok:
            self._toast.good(self.tr("Shelved: nobody is told until then."), self.tr("Undo"), self._workbench.undo)

    def _on_end(self) -> None:
        waited = self._one.waits
        if self._workbench.run("shelvings.end", shelving=self._one.shelving.id).ok:
            told = (
                self.tr("It is not shelved.") if waited else self.tr("People are told again; what stands is told now.")
            )
            self._toast.good(told)
