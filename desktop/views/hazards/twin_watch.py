"""Which open hazards may be second reports of another: looked for in the background, whenever hazards have changed."""

from PySide6.QtCore import QObject, Signal

from desktop.workbench import Workbench
from services.core.hazards import Hazard
from services.store.queries.photos import open_twins


class TwinWatch(QObject):
    """`of` has by a hazard's id the older one that it may be the same as; `changed` when it is other than before."""

    changed = Signal()

    def __init__(self, workbench: Workbench, parent: QObject) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self.of: dict[str, Hazard] = {}
        self._busy = self._again = False

    def look_again(self) -> None:
        """One look at a time; what changes meanwhile is looked at afterwards."""
        if self._busy:
            self._again = True
            return
        self._busy, self._again = True, False
        self._workbench.ask_later(open_twins, self._on_found)

    def _on_found(self, found: dict[str, Hazard]) -> None:
        self._busy = False
        if found != self.of:
            self.of = found
            self.changed.emit()
        if self._again:
            self.look_again()
