"""Pasted rows on their way: what this console does by itself as one step, then the roles, which only the hub gives."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.widgets.toast import GOOD_MS
from desktop.words import refusal
from services.imports.people import deeds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.views.page import Page
    from services.core.refused import Refused
    from services.imports.lines import Line
    from services.store.replica import Local

LONG_MS = 60_000


class Taking(QObject):
    """Belongs to the page, so that the window may close meanwhile; says by its toast what came of it. `ended` comes
    once; `whole` says whether all came about."""

    ended = Signal()

    def __init__(self, page: "Page", lines: "Sequence[Line]") -> None:
        super().__init__(page)
        self._workbench, self._toast = page.workbench, page.toast
        self._here, self._hubs = deeds(lines)
        self._new = sum("person" not in line.values for line in lines)
        self._others = len(lines) - self._new
        self._waits = 0
        self.refused: list[Refused] = []

    @property
    def whole(self) -> bool:
        """Whether all came about."""
        return not self.refused

    def begin(self) -> None:
        """Nothing is sent meanwhile, nor while the way back is offered, unless roles wait for the hub."""
        if self._here:
            self._workbench.hold_back(LONG_MS)
            self._workbench.run_all(self._here, self._on_here)
        else:
            self._give_roles()

    def _on_here(self, local: "Local") -> None:
        self._workbench.hold_back(0 if self._hubs else GOOD_MS)
        if local.refused is not None:
            self.refused.append(local.refused)
            self._end()
            return
        self._give_roles()

    def _give_roles(self) -> None:
        self._waits = len(self._hubs)
        for kind, args in self._hubs:
            self._workbench.send(kind, self._on_role, **args)
        if not self._hubs:
            self._end()

    def _on_role(self, refused: "Refused | None") -> None:
        self._waits -= 1
        if refused is not None:
            self.refused.append(refused)
        if not self._waits:
            self._end()

    def _end(self) -> None:
        QTimer.singleShot(0, self, self._finish)  # where all is refused at once, `begin` has to return first

    def _finish(self) -> None:
        self._tell()
        self.ended.emit()
        self.deleteLater()

    def _tell(self) -> None:
        """What came of it, with the way back where there is one."""
        toast = self._toast
        if self.refused:
            why = refusal(self.refused[0])
            toast.bad(self.tr("%n changes were refused", "", len(self.refused)) + f": {why}")
            return
        told = [self.tr("%n people added", "", self._new)] if self._new else []
        told += [self.tr("%n people changed", "", self._others)] if self._others else []
        if self._here and not self._hubs:
            toast.good(" · ".join(told), self.tr("Undo"), self._workbench.undo)
        else:
            toast.good(" · ".join(told))
