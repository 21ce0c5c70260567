"""From a drawing file to a floor: read it in the background, look at it, say what it is, use it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QRectF, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.style.theme import theme
from desktop.tasks import Task, Tasks
from desktop.views.floor_plan.import_measure import TwoPoints
from desktop.views.floor_plan.import_panel import ImportPanel
from desktop.views.floor_plan.import_waiting import ImportWaiting
from desktop.views.floor_plan.plan_view import PlanView
from desktop.views.floor_plan.snapping import Snapper, corners_of
from desktop.views.floor_plan.underlay import Underlay
from desktop.widgets.parts import row
from desktop.words import refusal, say
from desktop.workbench import Workbench
from services.core.refused import Refused
from services.photos.folder import FolderFull
from services.plans.drawing import Drawing, PlanRefused

Source = Callable[[], bytes]
LARGEST_KEPT = 40_000_000  # bytes that the hub takes of one drawing or source file


class ImportFlow(QWidget):
    """`made` carries the id of the new floor; `closed` when the person is done or gives up; `other_wanted` when
    another file is to be chosen; `failed` says which file gave no floor, and why. The page places `panel` beside it."""

    made = Signal(str)
    closed = Signal()
    other_wanted = Signal()
    failed = Signal(str)

    def __init__(self, workbench: Workbench, tasks: Tasks) -> None:
        super().__init__()
        self.setObjectName("importFlow")
        self._workbench, self._tasks = workbench, tasks
        self._source = b""
        self._file = Path()
        self._drawing: Drawing | None = None
        self._pages: tuple[bytes, ...] = ()
        self._page = 0
        self._task: Task | None = None
        self.waiting = ImportWaiting()
        self.waiting.cancelled.connect(self._on_cancel)
        self.waiting.other_wanted.connect(self.other_wanted)
        self.waiting.closed.connect(self.closed)
        self.preview = PlanView()
        self.preview.setObjectName("importPreview")
        self.panel = ImportPanel()
        self.panel.unit_wanted.connect(self._on_unit)
        self.panel.page_wanted.connect(self._on_page)
        self.panel.points_wanted.connect(self._on_points)
        self.panel.scale_told.connect(self._on_scale)
        self.panel.layers_changed.connect(self._on_layers)
        self.panel.used.connect(self._on_use)
        self.panel.given_up.connect(self.closed)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.waiting)
        self._stack.addWidget(self.preview)
        self.setLayout(row(self._stack))
        theme.changed.connect(self._on_theme)
        self._on_theme()

    def read(self, file: Path) -> None:
        """Begins with a file."""
        self._file, self._drawing = file, None
        self._pages, self._page = (), 0
        self.panel.hide()
        self._read(lambda: file.read_bytes(), None)

    def _read(self, source: Source, unit: str | None) -> None:
        self.panel.setEnabled(False)
        self.waiting.begin(self._file.name)
        self._stack.setCurrentWidget(self.waiting)
        page, pages = self._page, self._pages
        self._task = self._tasks.run(
            lambda task: _read(source, unit, page, pages, task), self._on_read, self._on_failed, self.waiting.show_share
        )

    def _on_read(self, found: "Read") -> None:
        first = self._drawing is None
        self._source, self._pages = found.source, found.pages
        self._drawing = drawing = found.drawing
        self.preview.set_tool("browse")
        self.preview.show_floor(found.underlay, QRectF(0, 0, drawing.width_m, drawing.height_m))
        self.preview.alignment.magnet.drawing = found.corners
        self._stack.setCurrentWidget(self.preview)
        self.panel.setEnabled(True)
        name = self._file.stem if first else None
        self.panel.show_drawing(drawing, name, (self._pages, self._page), found.units)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, PlanRefused) and error.code == "cancelled":
            self.closed.emit()
        else:
            self.panel.hide()
            self._stack.setCurrentWidget(self.waiting)
            why = failure_words(error)
            self.waiting.fail(self._file.name, why)
            self.failed.emit(self.tr("{file}: {why}").format(file=self._file.name, why=why))

    def _on_cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _on_unit(self, unit: str) -> None:
        source = self._source
        self._read(lambda: source, unit)

    def _on_page(self, page: int) -> None:
        source, self._page = self._source, page
        self._read(lambda: source, None)

    def _on_points(self) -> None:
        self.preview.set_tool("browse")
        self.preview.use_tool(TwoPoints(self.preview, self.panel.scale.measured))

    def _on_scale(self, seen_m: float, true_m: float) -> None:
        drawing, source, pages = self._drawing, self._source, self._pages
        if drawing is not None:
            self.panel.setEnabled(False)
            self._task = self._tasks.run(
                lambda: _rescaled(drawing, seen_m, true_m, source, pages), self._on_read, self._on_failed
            )

    def _on_layers(self, hidden: frozenset[str]) -> None:
        self.preview.hide_layers(hidden)

    def _on_use(self) -> None:
        if self._drawing is None:
            return
        hidden, source = self.panel.hidden_layers(), self._source
        layers = tuple(replace(layer, visible=layer.name not in hidden) for layer in self._drawing.layers)
        drawing = replace(self._drawing, layers=layers)
        self.panel.set_busy(True)
        self._tasks.run(lambda: _encoded(drawing), lambda data: self._keep(drawing, data, source), self._on_failed)

    def _keep(self, drawing: Drawing, data: bytes, source: bytes) -> None:
        self.panel.set_busy(False)
        try:
            place = self._workbench.keep_drawing(data)
            kept = self._workbench.keep_drawing(source) if len(source) <= LARGEST_KEPT else None
        except (OSError, FolderFull) as error:
            self._on_failed(error)
            return
        local = self._workbench.run(
            "floors.add",
            **self.panel.values(),
            width_m=max(round(drawing.width_m, 3), 0.1),
            height_m=max(round(drawing.height_m, 3), 0.1),
            drawing=place,
            source=kept,
        )
        if local.ok:
            self.made.emit(local.id)

    def _on_theme(self) -> None:
        self.preview.set_dark(theme.dark)


def failure_words(error: Exception) -> str:
    """Why a file gave no drawing."""
    if isinstance(error, PlanRefused):
        return say(f"refused.plan.{error.code}", **error.facts)
    if isinstance(error, FolderFull):
        return refusal(Refused("disk_full_here"))
    if isinstance(error, Refused):
        return refusal(error)
    return say("refused.plan.file_unreadable", why=str(error)[:160])


class Read(NamedTuple):
    """A file that was read, and the drawing made ready for painting. `units` says that it has a unit to choose."""

    source: bytes
    drawing: Drawing
    underlay: Underlay
    corners: Snapper
    pages: tuple[bytes, ...]
    units: bool


def _read(source: Source, unit: str | None, page: int, pages: tuple[bytes, ...], task: Task) -> Read:
    from services.plans.apart import pages_apart
    from services.plans.reading import kind_of, read_drawing

    data = source()
    drawing = read_drawing(data, unit, page, task.step)
    if kind_of(data) == "pdf" and not pages:
        _, pages = pages_apart(data, task.step)
    return _made_ready(data, drawing, pages)


def _rescaled(drawing: Drawing, seen_m: float, true_m: float, source: bytes, pages: tuple[bytes, ...]) -> Read:
    from services.plans.reading import told_length

    return _made_ready(source, told_length(drawing, seen_m, true_m), pages)


def _made_ready(source: bytes, drawing: Drawing, pages: tuple[bytes, ...]) -> Read:
    from services.plans.reading import kind_of

    units = kind_of(source) in ("dxf", "svg")
    return Read(source, drawing, Underlay(drawing), corners_of(drawing), pages, units)


def _encoded(drawing: Drawing) -> bytes:
    from services.plans.codec import encoded

    return encoded(drawing)
