"""All that the palette can find of the plant, kept while the window lives: made in tasks, a kind when it changes."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.language import language

if TYPE_CHECKING:
    from desktop.views.palette.finder import Finder
    from desktop.views.palette.matching import Shelf
    from desktop.workbench import Workbench
    from services.store.records import Records

BEGIN_MS, AFTER_CHANGE_MS = 1500, 3000  # the palette reads at once what has changed when it opens


class Index(QObject):
    """`changed` when something else can be found. `shelves` by kind; `finders` likewise."""

    changed = Signal()

    def __init__(self, workbench: "Workbench", parent: QObject) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self.finders: dict[str, Finder] = {}
        self.shelves: dict[str, Shelf] = {}
        self._stale: set[str] | None = None  # kinds to be read anew; None: all
        self._busy = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.soon)
        workbench.changed.connect(self._on_changed)
        language.changed.connect(self._on_language)
        self._timer.start(BEGIN_MS)

    @property
    def ready(self) -> bool:
        """Whether all that is here can be found."""
        return bool(self.shelves)

    def soon(self) -> None:
        """Reads what is not up to date, unless that is being done."""
        self._timer.stop()
        if not self._busy and self._stale != set():
            self._busy, wanted, self._stale = True, self._stale, set()
            self._workbench.ask_later(_read, self._on_read, known=dict(self.finders), kinds=wanted)

    def _on_read(self, read: "tuple[Mapping[str, Finder], Mapping[str, Shelf]]") -> None:
        self._busy = False
        self.finders.update(read[0])
        self.shelves.update(read[1])
        self.changed.emit()
        if self._stale != set():
            self._timer.start(AFTER_CHANGE_MS)

    def _on_changed(self, kinds: frozenset[str]) -> None:
        stale = {kind for kind, finder in self.finders.items() if finder.kinds & kinds}
        if stale and self._stale is not None:
            self._stale |= stale
        if stale and not self._timer.isActive():
            self._timer.start(AFTER_CHANGE_MS)

    def _on_language(self) -> None:
        self._stale = None
        self._timer.start(AFTER_CHANGE_MS)


def _read(
    look: "Records", known: "dict[str, Finder]", kinds: set[str] | None
) -> "tuple[dict[str, Finder], dict[str, Shelf]]":
    """Runs in a task, where the pages' modules can be loaded, too."""
    from desktop.views.pages import PAGES, page_class
    from desktop.views.palette.matching import Shelf

    finders = known or {finder.kind: finder for _, place in PAGES for finder in page_class(place).finders()}
    wanted = finders if kinds is None else kinds & finders.keys()
    return finders, {kind: Shelf(finders[kind].things(look)) for kind in wanted}
