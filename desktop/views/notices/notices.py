"""The notifications of one console: the newest first, read or not, and whence they come."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop.views.notices.kept import MOST, Notice, read, write
from desktop.views.notices.watching import Watching

if TYPE_CHECKING:
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench

FILE = "notices.json"
MANY = 4  # so many at once of one kind are told as one


class Notices(QObject):
    """`changed` when there is another one, or one was read; `added` with each new one."""

    changed = Signal()
    added = Signal(object)

    def __init__(self, workbench: "Workbench", toast: "Toast", parent: QObject) -> None:
        super().__init__(parent)
        self.workbench = workbench
        self._path = workbench.opened.folder / FILE
        self._kept = read(self._path)
        self._watching = Watching(workbench, self)
        toast.kept.connect(self._on_toast)

    @property
    def all_(self) -> list[Notice]:
        """The newest first."""
        return self._kept.notices

    @property
    def unread(self) -> int:
        """How many have not been read."""
        return sum(not one.read for one in self._kept.notices)

    def add(self, code: str, facts: Mapping[str, Any], page: str = "", kind: str = "", record: str = "") -> None:
        """Something happened now."""
        from services.core.ids import new_id

        at = self.workbench.now().isoformat()
        made = Notice(new_id(), code, at, dict(facts), page, kind, record)
        self._keep([made, *self._kept.notices][:MOST])
        self.added.emit(made)

    def add_all(self, code: str, found: list[tuple[str, dict[str, Any]]], page: str, kind: str) -> None:
        """Several things of one kind, as (record, facts); many of them as one notification that opens the page."""
        if len(found) >= MANY:
            self.add(f"{code}_many", {"n": len(found)}, page)
            return
        for record, facts in found:
            self.add(code, facts, page, kind, record)

    def fresh(self, subject: str, ids: set[str]) -> set[str]:
        """Which of these have not been told of; none the first time, when all is new. They are known from now on."""
        known = self._kept.known.get(subject)
        if known is not None and set(known) == ids:
            return set()
        self._kept.known[subject] = sorted(ids)
        write(self._path, self._kept)
        return ids - set(known) if known is not None else set()

    def read(self, id_: str) -> None:
        """This one has been seen."""
        self._keep([replace(one, read=True) if one.id == id_ else one for one in self._kept.notices])

    def read_all(self) -> None:
        """All have been seen."""
        self._keep([replace(one, read=True) for one in self._kept.notices])

    def _keep(self, notices: list[Notice]) -> None:
        self._kept.notices = notices
        write(self._path, self._kept)
        self.changed.emit()

    def _on_toast(self, text: str, bad: bool, page: str) -> None:
        self.add("failed" if bad else "done", {"text": text}, page)
