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
MOST_TRIES = 6  # pages of modules that are off are imported only now


class Index(QObject):
    """`changed` when something else can be found. `shelves` by kind; `finders` likewise."""

    changed = Signal()

    def __init__(self, workbench: "Workbench", parent: QObject) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self.finders: dict[str, Finder] = {}
        self.shelves: dict[str, Shelf] = {}
        self._stale: set[str] | None = None  # kinds to be read anew; None: all
        self._busy, self._tries = False, 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_time)
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
            self.finders = self.finders or _finders()
            self._workbench.ask_later(_read, self._on_read, finders=dict(self.finders), kinds=wanted)

    def _on_time(self) -> None:
        """The pages are imported first, which the window does by itself; who opens the palette does not wait for it."""
        from desktop.views.pages import PAGES, is_in

        if self._tries < MOST_TRIES and not all(is_in(key) for key, _ in PAGES):
            self._tries += 1
            self._timer.start(BEGIN_MS)
        else:
            self.soon()

    def _on_read(self, read: "Mapping[str, Shelf]") -> None:
        self._busy = False
        self.shelves.update(read)
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


def _finders() -> "dict[str, Finder]":
    """What each page has to be found, by kind; it imports the pages that are not here yet."""
    from desktop.views.pages import PAGES, page_class

    return {finder.kind: finder for _, place in PAGES for finder in page_class(place).finders()}


def _read(look: "Records", finders: "dict[str, Finder]", kinds: set[str] | None) -> "dict[str, Shelf]":
    """Runs in a task."""
    from desktop.views.palette.matching import Shelf

    wanted = finders if kinds is None else kinds & finders.keys()
    return {kind: Shelf(finders[kind].things(look)) for kind in wanted}
