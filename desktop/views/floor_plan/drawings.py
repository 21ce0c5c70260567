"""Drawings of floors, brought from their blobs in the background and kept while the page lives."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from desktop.tasks import Tasks
from desktop.views.floor_plan.shapes import Suggestion
from desktop.views.floor_plan.snapping import Snapper, corners_of
from desktop.views.floor_plan.underlay import Underlay
from desktop.workbench import Workbench
from services.core.zones import Floor
from services.plans.drawing import Drawing

MOST_KEPT = 4
Key = tuple[str, float, float]  # the hash of the blob, width and height in metres


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
        self._ready: dict[Key, Loaded] = {}
        self._under_way: set[Key] = set()
        self._broken: set[Key] = set()

    def get(self, floor: Floor) -> Loaded | None:
        """The drawing of a floor, as large as the floor; None where there is none, or while it is being brought: then
        `came` tells."""
        if floor.drawing is None:
            return None
        key = (floor.drawing, floor.width_m, floor.height_m)
        if key in self._ready:
            return self._ready[key]
        if key not in self._under_way | self._broken:
            data = self._workbench.photo(floor.drawing)
            if data is not None:
                self._under_way.add(key)
                self._tasks.run(lambda: _load(data, key[1:]), self._keeper(key), self._loser(key))
        return None

    def suggest(self, loaded: Loaded, done: Callable[[tuple[Suggestion, ...]], None]) -> None:
        """Has the zones found that a drawing suggests."""
        self._tasks.run(lambda: _suggestions(loaded.drawing), done, self.failed.emit)

    def _keeper(self, key: Key) -> Callable[[Loaded], None]:
        def keep(loaded: Loaded) -> None:
            self._under_way.discard(key)
            while len(self._ready) >= MOST_KEPT:
                self._ready.pop(next(iter(self._ready)))
            self._ready[key] = loaded
            self.came.emit(key[0])

        return keep

    def _loser(self, key: Key) -> Callable[[Exception], None]:
        def lose(error: Exception) -> None:
            self._under_way.discard(key)
            self._broken.add(key)
            self.failed.emit(error)

        return lose


def _load(data: bytes, size_m: tuple[float, float]) -> Loaded:
    from services.plans.codec import decoded
    from services.plans.drawing import on_floor

    drawing = on_floor(decoded(data), *size_m)
    return Loaded(drawing, Underlay(drawing), corners_of(drawing))


def _suggestions(drawing: Drawing) -> tuple[Suggestion, ...]:
    from services.plans.proposals import propose_zones

    return tuple(Suggestion(found.name, found.polygon) for found in propose_zones(drawing))
