"""Puts a report together: blocks by ticks and in an order by dragging, the period, zones, a logo, and a look at its
pages."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QDialog, QLineEdit, QListWidget, QListWidgetItem, QWidget

from desktop import words
from desktop.views.reports.papers import Papers, Shown
from desktop.widgets.asking import ask_open
from desktop.widgets.choice import Choice
from desktop.widgets.page_preview import PagePreview
from desktop.widgets.parts import box, button, column, label, row
from services.core.ids import new_id
from services.core.report_designs import BLOCK_NAMES, SPANS, BlockName, ReportDesign

if TYPE_CHECKING:
    from desktop.tasks import Tasks
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench
    from services.photos.picture import CleanPhoto
    from services.reports.report_facts import ReportFacts

NAME = int(Qt.ItemDataRole.UserRole) + 1
BEGIN: tuple[BlockName, ...] = ("figures", "words", "courses")
WIDE, HIGH, SIDE = 940, 640, 340
Picked = Callable[["CleanPhoto"], object]


class DesignDialog(QDialog):
    """`saved` carries the id of the report. Open it with `open()`; it ends itself."""

    saved = Signal(str)

    def __init__(
        self, workbench: "Workbench", tasks: "Tasks", toast: "Toast", facts: "ReportFacts", known: ReportDesign | None,
        zones: Sequence[tuple[str, str]], above: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(above)
        self.setObjectName("designDialog")
        self.setWindowTitle(words.say("record.report_design") if known is None else known.name)
        self.resize(WIDE, HIGH)
        self.workbench, self.tasks, self.toast, self.known = workbench, tasks, toast, known
        self.logo = known.logo if known else None
        self.papers = Papers(workbench, tasks, self)
        self.papers.of(facts)
        self.papers.ready.connect(self._on_ready)
        self._build(zones)
        self.finished.connect(self.deleteLater)
        self.look()

    def _build(self, zones: Sequence[tuple[str, str]]) -> None:
        known = self.known
        self.name = QLineEdit(known.name if known else "")
        self.name.setObjectName("designName")
        self.name.setMaxLength(60)
        self.name.setAccessibleName(words.say("field.report_design.name"))
        self.span = Choice("designSpan", words.say("field.report_design.span"))
        self.span.offer([(words.say(f"value.span.{one}"), one) for one in SPANS], known.span if known else "last_month")
        chosen = known.blocks if known else BEGIN
        ordered = [*chosen, *(one for one in BLOCK_NAMES if one not in chosen)]
        options = [(words.say(f"value.blocks.{one}"), one) for one in ordered]
        self.blocks = ticked_list("designBlocks", words.say("field.report_design.blocks"), options, chosen)
        self.blocks.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        up = button("↑", "designUp", partial(self._move, -1), "tool")
        up.setAccessibleName(self.tr("Earlier"))
        down = button("↓", "designDown", partial(self._move, 1), "tool")
        down.setAccessibleName(self.tr("Later"))
        self.zones = ticked_list(
            "designZones", words.say("field.report_design.zones"), zones, known.zones if known else ()
        )
        self.zones.setFixedHeight(112)
        self._logo = button("", "designLogo", self._on_logo)
        self._no_logo = button(self.tr("Without"), "designNoLogo", self._on_no_logo, "link")
        self._tell_logo()
        side = column(
            label(words.say("field.report_design.name"), "caption"),
            self.name,
            label(words.say("field.report_design.span"), "caption"),
            self.span,
            row(label(self.tr("Blocks: tick them, drag them into order"), "caption"), None, up, down),
            self.blocks,
            label(self.tr("Only these zones (none ticked: all)"), "caption"),
            self.zones,
            row(self._logo, self._no_logo, None),
            gap=6,
        )
        left = box(side)
        left.setFixedWidth(SIDE)
        self.preview = PagePreview("designPreview")
        self.before = button("‹", "designBefore", partial(self._turn, -1), "tool")
        self.before.setAccessibleName(self.tr("Previous page"))
        self.after = button("›", "designAfter", partial(self._turn, 1), "tool")
        self.after.setAccessibleName(self.tr("Next page"))
        self.place = label("", "muted", "designPlace")
        self.shown: Shown | None = None
        turn = row(self.before, self.place, self.after, None, button(self.tr("Look again"), "designLook", self.look))
        right = column(self.preview, turn, gap=8)
        right.setStretch(0, 1)
        whole = row(left, right, gap=20)
        whole.setStretch(1, 1)
        foot = row(None, button(self.tr("Cancel"), "designCancel", self.reject),
                   button(self.tr("Save"), "designSave", self._on_save, "primary"))  # fmt: skip
        self.setLayout(column(whole, foot, gap=14, margins=(20, 20, 20, 16)))

    def design(self) -> ReportDesign:
        """As it is put together now."""
        now = self.workbench.now()
        made = self.known or ReportDesign(id=new_id(), name="", blocks=(), made_at=now)
        blocks = tuple(next(one for one in BLOCK_NAMES if one == name) for name in ticked(self.blocks))
        return replace(
            made,
            name=self.name.text().strip(),
            blocks=blocks,
            span=self.span.currentData(),
            zones=tuple(ticked(self.zones)),
            logo=self.logo,
        )

    def look(self) -> None:
        """Draws the first page anew."""
        self._look(1)

    def _look(self, page: int) -> None:
        design = self.design()
        if not design.blocks:
            self.toast.bad(words.say("refused.design_empty"))
            return
        named = design if design.name else replace(design, name=words.say("record.report_design"))
        self.preview.set_stale()
        self.place.setText(self.tr("being drawn…"))
        self.papers.want(named, page)

    def _turn(self, by: int) -> None:
        if self.shown is not None:
            self._look(self.shown.page + by)

    def _on_ready(self, shown: Shown) -> None:
        self.shown = shown
        self.preview.show_page(shown.picture)
        self.place.setText(self.tr("{page} of {pages}").format(page=shown.page, pages=shown.pages))
        self.before.setEnabled(shown.page > 1)
        self.after.setEnabled(shown.page < shown.pages)

    def _move(self, by: int) -> None:
        """The current block goes up or down, as dragging it would."""
        at = self.blocks.currentRow()
        to = at + by
        if at < 0 or not 0 <= to < self.blocks.count():
            return
        item = self.blocks.takeItem(at)
        self.blocks.insertItem(to, item)
        self.blocks.setCurrentRow(to)

    def _on_logo(self) -> None:
        ask_open(self, "designLogoFile", self._logo.text(), ["PNG, JPEG (*.png *.jpg *.jpeg)"], self.take_logo)

    def take_logo(self, file: str) -> None:
        """The picture of a file from now on."""

        def cleaned() -> "CleanPhoto":
            from services.photos import clean

            return clean(Path(file).read_bytes())

        def came(photo: "CleanPhoto") -> None:
            self.logo = self.workbench.keep_photo(photo)
            self._tell_logo()
            self.look()

        self.tasks.run(cleaned, came, self._on_no_picture)

    def _on_no_picture(self, error: Exception) -> None:
        self.toast.bad(self.tr("This is no picture that can be read: {why}").format(why=str(error)))

    def _on_no_logo(self) -> None:
        self.logo = None
        self._tell_logo()
        self.look()

    def _tell_logo(self) -> None:
        self._logo.setText(self.tr("Another logo…") if self.logo else self.tr("Add a logo…"))
        self._no_logo.setVisible(self.logo is not None)

    def _on_save(self) -> None:
        made = self.design()
        if not made.name:
            self.toast.bad(self.tr("Please give the report a name."))
            self.name.setFocus()
            return
        args: dict[str, Any] = {"name": made.name, "blocks": list(made.blocks), "span": made.span}
        args |= {"zones": list(made.zones), **({"logo": made.logo} if made.logo else {})}
        if self.known is not None:
            local = self.workbench.run("report_designs.change", report_design=self.known.id, **args)
        else:
            local = self.workbench.run("report_designs.add", **args)
        if local.ok:
            self.toast.good(self.tr("Saved."), self.tr("Undo"), self.workbench.undo)
            self.saved.emit(self.known.id if self.known else local.id)
            self.accept()


def ticked_list(name: str, said: str, options: Sequence[tuple[str, str]], chosen: Sequence[str]) -> QListWidget:
    """A list of texts, each to be ticked."""
    made = QListWidget()
    made.setObjectName(name)
    made.setAccessibleName(said)
    for text, code in options:
        item = QListWidgetItem(text, made)
        item.setFlags(
            Qt.ItemFlag.ItemIsUserCheckable
            | Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsDragEnabled
        )
        item.setData(NAME, code)
        item.setCheckState(Qt.CheckState.Checked if code in chosen else Qt.CheckState.Unchecked)
    return made


def ticked(made: QListWidget) -> list[str]:
    """What is ticked, in the order in which it stands."""
    items = (made.item(place) for place in range(made.count()))
    return [str(one.data(NAME)) for one in items if one.checkState() == Qt.CheckState.Checked]
