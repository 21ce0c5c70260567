"""Looks for a photo among all photos of the plant: where it was used before, as it is or cut, lighter or smaller."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QWidget

from desktop import words
from desktop.models.record_table import Column
from desktop.views.hazards.shown import called, number
from desktop.widgets.book_bar import BookBar
from desktop.widgets.parts import button, column, label, row
from desktop.widgets.photo_dialog import PhotoDialog
from desktop.widgets.pictures import Pictures
from desktop.widgets.table import Table
from services.core.photos import Photo
from services.photos.picture import CleanPhoto
from services.store.queries.photos import Likeness, photo_facts, resembling
from services.store.records import Records

if TYPE_CHECKING:
    from desktop.workbench import Workbench

translate = QCoreApplication.translate
THUMB, ROW_HIGH = QSize(60, 45), 56
WIDE, TABLE_HIGH = 760, 320
NEARLY = 3  # bits


class PhotoSearch(PhotoDialog):
    """`wanted` carries the id of a hazard that should be opened. Open it with `open()`; it ends itself."""

    wanted = Signal(str)

    def __init__(self, workbench: "Workbench", pictures: Pictures, above: QWidget) -> None:
        super().__init__(workbench, above)
        self.setObjectName("photoSearch")
        self.setWindowTitle(self.tr("Find a photo"))
        self.setFixedWidth(WIDE)
        self._asked = 0
        self.table = Table("photoSearchTable", _columns(pictures, self.devicePixelRatioF(), workbench))
        self.table.view.verticalHeader().setDefaultSectionSize(ROW_HIGH)
        self.table.view.setIconSize(THUMB)
        self.table.setFixedHeight(TABLE_HIGH)
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(self._on_opened)
        self._told = label(self.tr("Give it a photo: it is looked for among all photos of the plant."), "muted")
        self._told.setObjectName("photoSearchTold")
        self._told.setWordWrap(True)
        self._open = button(self.tr("Open the hazard"), "photoSearchOpen", self._on_open, "primary")
        self._open.setEnabled(False)
        away = button(self.tr("Close"), "photoSearchClose", self.reject)
        parts = (
            label(self.tr("Find a photo"), "section"),
            self.tray,
            self._told,
            self.table,
            BookBar(self.table, workbench, self.windowTitle()),
            row(None, away, self._open),
        )
        self.arrange(column(*parts, gap=10, margins=(24, 20, 24, 20)))

    def look_for(self, sha: str) -> None:
        """Looks for a photo that is the plant's."""
        self._ask(found_of, sha=sha)

    def photos_changed(self) -> None:
        """Looks for the photo that came last."""
        if self.tray.photos and not self.tray.busy:
            self._ask(resembling, photo=_as_known(self.tray.photos[-1], self.workbench))

    def _ask(self, query: Callable[..., tuple[Likeness, ...]], **given: object) -> None:
        self._asked += 1
        self.workbench.ask_later(query, partial(self._on_found, self._asked), **given)

    def _on_found(self, asked: int, found: tuple[Likeness, ...]) -> None:
        if asked != self._asked:
            return
        rows = [Found(one) for one in found]
        self.table.show_rows(rows)
        none = self.tr("No photo of the plant looks like it.")
        self._told.setText(self.tr("%n photos look like it.", "", len(rows)) if rows else none)
        if rows:
            self.table.choose(rows[0].id)

    def _on_chosen(self, one: object) -> None:
        self._open.setEnabled(one is not None)

    def _on_open(self) -> None:
        self._on_opened(self.table.record())

    def _on_opened(self, one: object) -> None:
        if isinstance(one, Found):
            self.accept()
            self.wanted.emit(one.likeness.hazard.id)


class Found:
    """A row of what was found."""

    def __init__(self, likeness: Likeness) -> None:
        self.likeness = likeness

    @property
    def id(self) -> str:
        """The photo's hash."""
        return self.likeness.photo.id


def found_of(look: Records, sha: str) -> tuple[Likeness, ...]:
    """What looks like a photo of the plant; nothing where its looks are not known yet."""
    known = photo_facts(look, [sha]).get(sha)
    return resembling(look, known) if known is not None else ()


def _as_known(photo: CleanPhoto, workbench: "Workbench") -> Photo:
    return Photo(id=photo.sha256, fingerprint=photo.fingerprint, also=photo.also, noted_at=workbench.now())


def how_alike(bits: int) -> str:
    """In words."""
    if not bits:
        return translate("PhotoSearch", "the same")
    return translate("PhotoSearch", "nearly the same") if bits <= NEARLY else translate("PhotoSearch", "alike")


def _columns(pictures: Pictures, ratio: float, workbench: "Workbench") -> tuple[Column, ...]:
    def thumb(one: Found) -> QIcon:
        return pictures.icon(one.id, THUMB, ratio)

    def side(one: Found) -> str:
        after = one.likeness.photo.part == "after"
        return translate("PhotoPair", "After") if after else translate("PhotoPair", "Before")

    def when(one: Found) -> str:
        return words.when(one.likeness.photo.taken_at or one.likeness.photo.noted_at, workbench.now())

    return (
        Column(
            "what",
            translate("Hazards", "Hazard"),
            lambda one: called(one.likeness.hazard),
            220,
            picture=thumb,
            grows=True,
        ),
        Column("number", translate("Hazards", "Number"), lambda one: number(one.likeness.hazard), 150),
        Column("part", translate("PhotoSearch", "Photo"), side, 76),
        Column("when", translate("PhotoSearch", "Taken"), when, 128),
        Column("bits", translate("PhotoSearch", "Likeness"), lambda one: how_alike(one.likeness.bits), 100),
    )
