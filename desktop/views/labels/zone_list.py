"""The zones with their ticks: those with something to print first, and what there is to print."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QStyleOptionViewItem, QTableView

from desktop import words
from desktop.models.record_table import Column
from desktop.models.ticks import TickTable
from desktop.style.tokens import ROW
from desktop.widgets import unconfirmed
from desktop.widgets.cells import Cells
from desktop.widgets.choice import Choice
from desktop.widgets.parts import button, column, label, line, row
from services.store.queries.labels import LabelRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

WIDTH = 296
NONE, CHANGED, HANGING, UNPOSTED, BUILDING = "none", "changed", "hanging", "unposted", "building:"
OLD_KEY, ENDING = "old_key", "ending"


class Rows(Cells):
    """Rows with the ground that their model asks for; the style sheet would leave it out."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        ground = index.data(Qt.ItemDataRole.BackgroundRole)
        if ground is not None:
            painter.fillRect(option.rect, ground)
        super().paint(painter, option, index)


class ZoneList(QFrame):
    """`picked` carries the zone code of the row a person is on."""

    picked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("zoneList")
        self.setProperty("look", "panel")
        self.setFixedWidth(WIDTH)
        columns = [
            Column("name", words.say("record.zone"), lambda one: one.row.zone.name, 150, tip=_tip),
            Column("class", "", lambda one: "", 34, badge=lambda one: one.row.zone.zone_class),
            Column("state", "", self._state, right=True, sign=self._sign, tip=self._state_tip),
        ]
        self.model = TickTable(columns, self)
        self.model.ticks_changed.connect(self._on_ticks)
        self.reasons: dict[str, str] = {}
        self.waiting: frozenset[str] = frozenset()
        self.rows: Sequence[LabelRow] = ()
        self.head = label("", "section", "zonesTicked")
        self.filter = Choice("labelFilter", self.tr("Which zones"))
        self.filter.activated.connect(self._on_filter)
        self.all = button(self.tr("All"), "tickAll", self._on_all, "link")
        self.needed = button(self.tr("To be printed"), "tickNeeded", self._on_needed, "link")
        self.view = self._view()
        told = self.tr(
            "Print the PDF at 100 %, never 'fit to page'. Press a place on the sheet if its sticker is gone."
        )
        self.setLayout(
            column(
                row(self.filter, margins=(16, 8, 12, 0)),
                row(self.head, None, self.needed, self.all, margins=(16, 6, 12, 8)),
                line(),
                self.view,
                line(),
                row(label(told, "caption", wrap=True), margins=(16, 10, 16, 12)),
                gap=0,
            )
        )

    def show_rows(self, rows: "Sequence[LabelRow]", waiting: frozenset[str]) -> None:
        """The zones as they are now, and the ids of those whose change the hub has yet to confirm; ticks of zones that
        are gone go."""
        first, self.waiting, self.rows = not self.rows, waiting, rows
        self.filter.offer(filters(rows), str(self.filter.currentData() or ""))
        self._show()
        known = {one.id for one in rows}
        self.model.tick({one.id for one in rows if one.to_print} if first else self.model.ticked & known)
        self._on_ticks()

    def _show(self) -> None:
        """The zones of the filter that is chosen."""
        wanted = str(self.filter.currentData() or "")
        self.model.show([one for one in self.rows if fits(one, wanted)])
        self.model.mark(self.model.faulty)

    def _on_filter(self) -> None:
        """What a filter shows is what one wants to print, all of it; without one it is what needs a new paper."""
        self._show()
        plain = not self.filter.currentData()
        self.model.tick({one.id for one in self.model.rows if one.to_print or not plain})
        self.model.ticks_changed.emit()

    def narrow(self, wanted: str) -> None:
        """Shows what a filter holds, if it holds anything."""
        place = self.filter.findData(wanted)
        if place >= 0:
            self.filter.setCurrentIndex(place)
            self._on_filter()

    def show_reasons(self, reasons: "dict[str, str]") -> None:
        """Why labels are kept back, by zone code."""
        self.reasons = reasons
        self.model.mark(one.id for one in self.model.rows if one.row.zone.code in reasons)

    def select(self, code: str) -> None:
        """The row of this zone is the current one."""
        found = next((one for one in self.model.rows if one.row.zone.code == code), None)
        if found is not None:
            self.view.setCurrentIndex(self.model.place_of(found.id))

    def chosen(self) -> list[LabelRow]:
        """The ticked zones."""
        return self.model.chosen()

    def _view(self) -> QTableView:
        view = QTableView()
        view.setTabKeyNavigation(False)
        view.setObjectName("zoneTicks")
        view.setAccessibleName(self.tr("Zones, ticked for printing"))
        view.setModel(self.model)
        view.setItemDelegate(Rows(view))
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setProperty("look", "bare")
        view.setShowGrid(False)
        view.setWordWrap(False)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(ROW)
        header = view.horizontalHeader()
        header.hide()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(1, self.model.columns[1].width)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)  # what is left is the name's
        view.selectionModel().currentRowChanged.connect(self._on_row)
        view.doubleClicked.connect(self._on_only)
        return view

    def _state(self, one: LabelRow) -> str:
        if one.row.zone.code in self.reasons:
            return self.tr("kept back")
        return unconfirmed.word() if one.id in self.waiting else state_words(one)

    def _sign(self, one: LabelRow) -> str | None:
        return unconfirmed.sign_of(one.id in self.waiting)

    def _state_tip(self, one: LabelRow) -> str:
        return unconfirmed.tip(one.id in self.waiting)

    def _on_row(self, index: QModelIndex, _: QModelIndex) -> None:
        if index.isValid():
            self.picked.emit(self.model.rows[index.row()].row.zone.code)

    def _on_ticks(self) -> None:
        self.head.setText(self.tr("%n zones", "", len(self.model.chosen())))

    def _on_all(self) -> None:
        every = {one.id for one in self.model.rows}
        self._tick(every if self.model.ticked != every else ())

    def _on_needed(self) -> None:
        self._tick(one.id for one in self.model.rows if one.to_print)

    def _on_only(self, index: QModelIndex) -> None:
        """One zone by itself."""
        self._tick({self.model.rows[index.row()].id})

    def _tick(self, ids: "Iterable[str]") -> None:
        self.model.tick(ids)


def state_words(one: LabelRow) -> str:
    """What there is to print: never printed, what has changed since, or when it was printed."""
    if one.state == "new":
        return QCoreApplication.translate("LabelState", "never printed")
    if one.state == "hanging":
        return QCoreApplication.translate("LabelState", "old one hangs")
    if one.state == "worn":
        return QCoreApplication.translate("LabelState", "worn")
    if one.state == "ended":
        return QCoreApplication.translate("LabelState", "time is over")
    if one.state == "good":
        return words.day(one.posted_at or one.printed_at)
    said = {
        "name": QCoreApplication.translate("LabelState", "new name"),
        "zone_class": QCoreApplication.translate("LabelState", "new class"),
        "supervisor": QCoreApplication.translate("LabelState", "new supervisor"),
        "phone": QCoreApplication.translate("LabelState", "new phone"),
        "address": QCoreApplication.translate("LabelState", "new address"),
    }
    return said[one.changed[-1]]


def filters(rows: "Sequence[LabelRow]") -> "list[tuple[str, str]]":
    """What the list can be narrowed to, as (text, key): by state, where any zone is in it, and by building."""
    buildings = sorted({one.row.floor.building for one in rows if one.row.floor.building})
    states = (
        (QCoreApplication.translate("LabelState", "Without a label"), NONE),
        (QCoreApplication.translate("LabelState", "Changed since printed"), CHANGED),
        (QCoreApplication.translate("LabelState", "To be replaced on the wall"), HANGING),
        (QCoreApplication.translate("LabelState", "Printed, not scanned yet"), UNPOSTED),
        (QCoreApplication.translate("LabelState", "With an end"), ENDING),
        (QCoreApplication.translate("LabelState", "Sealed by an old key"), OLD_KEY),
    )
    every = QCoreApplication.translate("LabelState", "All zones")
    here = [(said, key) for said, key in states if any(fits(one, key) for one in rows)]
    return [(every, ""), *here, *((building, BUILDING + building) for building in buildings)]


def fits(one: LabelRow, wanted: str) -> bool:
    """Whether a filter shows this zone."""
    if wanted.startswith(BUILDING):
        return one.row.floor.building == wanted.removeprefix(BUILDING)
    found = {
        NONE: one.state in ("new", "ended"),
        CHANGED: one.state == "changed",
        HANGING: one.replacement is not None,
        ENDING: one.row.label is not None and one.row.label.ends_at is not None,
        OLD_KEY: one.old_key,
        UNPOSTED: one.printed_at is not None and one.posted_at is None,
    }
    return found.get(wanted, True)


def _tip(one: LabelRow) -> str:
    return f"{one.row.zone.name} · {one.row.zone.code}"
