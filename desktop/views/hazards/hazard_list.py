"""The list of the hazards page: chips that count and narrow, the open ones by urgency, all others page by page,
and the open ones too where they are many."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from desktop.models.paged_table import PagedTable, Source
from desktop.models.record_table import RECORD
from desktop.tasks import Tasks
from desktop.views.hazards.columns import ROW_HIGH, THUMB, hazard_columns
from desktop.views.hazards.shown import Showing, Shown
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.field_columns import field_columns
from desktop.widgets.parts import button
from desktop.widgets.pictures import Pictures
from desktop.widgets.table import Table
from desktop.workbench import Workbench
from services.core.hazard_pool import in_pool
from services.core.hazards import Hazard
from services.store.queries.hazard_pages import Part

if TYPE_CHECKING:
    from services.store.queries.paging import Listing

MINE, LATE, POOL, OPEN, CLOSED = "mine", "overdue", "pool", "open", "closed"
PAGED = (CLOSED, "")  # without an end: always read page by page
PARTS: dict[str, Part] = {CLOSED: "settled", OPEN: "open", LATE: "overdue", POOL: "pool"}


class HazardList(QObject):
    """`chips` stand above, `content` below. `only` is what is shown; with no chip pressed, everything."""

    altered = Signal()
    chosen = Signal()
    opened = Signal(object)
    labels_wanted = Signal()

    def __init__(self, workbench: Workbench, tasks: Tasks, pictures: Pictures, page: QWidget) -> None:
        super().__init__(page)
        self.only = OPEN
        self._showing = Showing(workbench)
        self._twins: dict[str, Hazard] = {}
        columns = hazard_columns(workbench, pictures, page.devicePixelRatioF(), self._twins)
        self.held = Table("hazardTable", columns, now=workbench.now)
        source = Source(self._listing, workbench.ask, tasks)
        self.paged = Table("hazardPages", columns, source=source, now=workbench.now)
        for table in self.tables:
            table.view.verticalHeader().setDefaultSectionSize(ROW_HIGH)
            table.view.setIconSize(QSize(THUMB))
            table.chosen.connect(self.chosen)
            table.opened.connect(self.opened)
            table.copying.more = lambda: field_columns(workbench, "hazard", lambda one: one.hazard.extra)
        self.chips = {name: self._chip(name) for name in (MINE, LATE, POOL, OPEN, CLOSED)}
        self._build_content()

    def _chip(self, name: str) -> QPushButton:
        chip = button("", f"chip-{name}", self._on_chip, "chip")
        chip.setCheckable(True)
        chip.setProperty("only", name)
        return chip

    def _build_content(self) -> None:
        self.empty = EmptyState(
            "hazards",
            self.tr("No hazards yet"),
            self.tr(
                "Whoever sees something scans the label of the zone and sends a photo. It appears here, with a clock."
            ),
            self.tr("Print labels for the zones"),
            "hazardsToLabels",
            self.labels_wanted.emit,
        )
        self.none_left = EmptyState(
            "check", self.tr("Nothing here"), self.tr("No hazard fits what you have chosen above.")
        )
        self.content = QStackedWidget()
        for part in (*self.tables, self.empty, self.none_left):
            self.content.addWidget(part)

    @property
    def tables(self) -> tuple[Table, Table]:
        """Both, whichever is shown."""
        return self.held, self.paged

    @property
    def table(self) -> Table:
        """The one that has what is wanted."""
        return self.paged if self._by_page else self.held

    @property
    def _by_page(self) -> bool:
        return self.only in PAGED or (self._showing.many and self.only != MINE)

    def _listing(self) -> "Listing":
        return self._showing.listing(PARTS.get(self.only, ""))

    def show(self, rows: tuple[Shown, ...], settled: int, showing: Showing) -> None:
        """What is open or waits for the hub's word, how many are settled, and how rows are made that are read later."""
        self._showing = showing
        counts = self._counts(rows, settled)
        self._show_counts(counts)
        fitting = tuple(one for one in rows if fits(one, self.only))
        self.held.show_rows(fitting)
        if self._by_page:
            self.paged.look_again()
        there = counts[self.only] if self.only else settled or rows
        self.content.setCurrentWidget(self.table if there else self.none_left if rows or settled else self.empty)

    def _counts(self, rows: tuple[Shown, ...], settled: int) -> dict[str, int]:
        """How many each chip stands for."""
        counts = {name: sum(fits(one, name) for one in rows) for name in self.chips} | {CLOSED: settled}
        if self._showing.many:
            all_ = self._showing.counts
            counts |= {OPEN: all_.open, LATE: all_.overdue, POOL: all_.pool}
        return counts

    def _show_counts(self, counts: dict[str, int]) -> None:
        texts = {
            MINE: self.tr("waiting for me {n}"),
            LATE: self.tr("overdue {n}"),
            POOL: self.tr("open pool {n}"),
            OPEN: self.tr("open {n}"),
            CLOSED: self.tr("closed {n}"),
        }
        for name, chip in self.chips.items():
            chip.setText(texts[name].format(n=counts[name]))
            chip.setChecked(name == self.only)
        self.chips[POOL].setVisible(bool(counts[POOL]) or self.only == POOL)

    def choose(self, id_: str) -> None:
        """Makes it the current one; in what is read page by page, once it is known where every row stands."""
        paged = self.paged.model
        if self.table is not self.paged or not isinstance(paged, PagedTable):
            self.held.choose(id_)
            return
        paged.arranged.connect(lambda: self.paged.choose(id_), Qt.ConnectionType.SingleShotConnection)
        self.paged.look_again()

    def show_twins(self, twins: Mapping[str, Hazard]) -> None:
        """Which hazards may be the same as an older one, from now on."""
        self._twins.clear()
        self._twins.update(twins)
        self.look_over()

    def selected(self) -> tuple[Shown, ...]:
        """All rows that are selected, as far as they are here."""
        rows = self.table.view.selectionModel().selectedRows()
        return tuple(one for one in (row.data(RECORD) for row in rows) if isinstance(one, Shown))

    def look_over(self) -> None:
        """Clocks have gone on, or pictures have come: what is in view is painted anew."""
        for table in self.tables:
            table.view.viewport().update()

    def _on_chip(self) -> None:
        pressed = str(self.sender().property("only"))
        self.only = "" if pressed == self.only else pressed
        self.altered.emit()


def fits(one: Shown, only: str) -> bool:
    """Whether a hazard belongs to what a chip shows; all do where none is pressed."""
    return {
        MINE: one.mine,
        LATE: one.hazard.open and one.row.overdue,
        POOL: in_pool(one.hazard) and not one.unconfirmed,
        OPEN: one.hazard.open or one.unconfirmed,
        CLOSED: not one.hazard.open and not one.unconfirmed,
    }.get(only, True)
