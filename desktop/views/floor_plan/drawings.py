"""Drawings of floors, brought from their blobs in the background and kept while the page lives."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from desktop.tasks import Tasks
from desktop.views.floor_plan.shapes import Suggestion
from desktop.views.floor_plan.snapping import Snapper, corners_of
from desktop.views.floor_plan.underlay import Underlay
from desktop.workbench import Workbench
from services.plans.drawing import Drawing

MOST_KEPT = 4


@dataclass(frozen=True, slots=True)
class Loaded:
    """A drawing made ready for painting and for drawing on it."""

    drawing: Drawing
    underlay: Underlay
    corners: Snapper


class Drawings(QObject):
    """`came` carries the hash of a drawing that is ready now; `failed` an exception of one that can't be shown."""

    came = Signal(str)
    failed = Signal(object)

    def __init__(self, workbench: Workbench, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workbench, self._tasks = workbench, tasks
        self._ready: dict[str, Loaded] = {}
        self._under_way: set[str] = set()
        self._broken: set[str] = set()

    def get(self, sha256: str) -> Loaded | None:
        """The drawing, or None while it is being brought; then `came` tells."""
        if sha256 in self._ready:
            return self._ready[sha256]
        if sha256 not in self._under_way | self._broken:
            data = self._workbench.photo(sha256)
            if data is not None:
                self._under_way.add(sha256)
                self._tasks.run(lambda: _load(data), self._keeper(sha256), self._loser(sha256))
        return None

    def suggest(self, loaded: Loaded, done: Callable[[tuple[Suggestion, ...]], None]) -> None:
        """Has the zones found that a drawing suggests."""
        self._tasks.run(lambda: _suggestions(loaded.drawing), done, self.failed.emit)

    def _keeper(self, sha256: str) -> Callable[[Loaded], None]:
        def keep(loaded: Loaded) -> None:
            self._under_way.discard(sha256)
            while len(self._ready) >= MOST_KEPT:
                self._ready.pop(next(iter(self._ready)))
            self._ready[sha256] = loaded
            self.came.emit(sha256)

        return keep

    def _loser(self, sha256: str) -> Callable[[Exception], None]:
        def lose(error: Exception) -> None:
            self._under_way.discard(sha256)
            self._broken.add(sha256)
            self.failed.emit(error)

        return lose


def _load(data: bytes) -> Loaded:
    from services.plans.codec import decoded

    drawing = decoded(data)
    return Loaded(drawing, Underlay(drawing), corners_of(drawing))


def _suggestions(drawing: Drawing) -> tuple[Suggestion, ...]:
    from services.plans.proposals import propose_zones

    return tuple(Suggestion(found.name, found.polygon) for found in propose_zones(drawing))
