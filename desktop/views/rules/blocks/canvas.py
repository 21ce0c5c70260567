"""The blocks of a rule: if, then. Knows what stands where on the screen, and what may be put there."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from desktop.views.rules.blocks.area import NOWHERE, Area
from desktop.views.rules.blocks.block_view import BlockView, shape_of
from desktop.views.rules.blocks.carrying import Carrying, Load
from desktop.views.rules.blocks.chip import Chip, chip_name
from desktop.widgets.parts import column, emptied, label
from services.core.rule_grammar import JOINTS
from services.rules.draft import THEN, WHEN, Block, Draft, Path, may_stand
from services.rules.draft_faults import Fault

if TYPE_CHECKING:
    from desktop.views.rules.blocks.choices import Choices


class Canvas(QScrollArea):
    """`asked` with a deed, a path and a place of the screen; `wanted` with a chip; `chosen` when another block has the
    focus; `put` with a load, a place and before which block it stands."""

    asked = Signal(str, object, object)
    wanted = Signal(object)
    put = Signal(object, object, int)

    def __init__(self, carrying: Carrying) -> None:
        super().__init__()
        self.carrying = carrying
        self.draft = Draft()
        self.areas: list[Area] = []
        self.blocks: dict[Path, BlockView] = {}
        self.setObjectName("ruleCanvas")
        self.setAccessibleName(self.tr("The rule, block by block"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._body = column(gap=4, margins=(2, 0, 10, 8))
        inner = QWidget()
        inner.setLayout(self._body)
        self.setWidget(inner)
        carrying.over.connect(self._on_over)
        carrying.dropped.connect(self._on_dropped)

    def show_draft(self, draft: Draft, found: Sequence[Fault], choices: "Choices") -> None:
        """The blocks from now on; what had the focus has it again, where it is still there."""
        if self._same_shape(draft, found):
            self.draft = draft
            for path, view in self.blocks.items():
                view.refresh(draft.block(path), found, choices)
            return
        focus = self._focused()
        self.draft, self.areas, self.blocks = draft, [], {}
        emptied(self._body)
        hint = self.tr("Drag a condition here, or press one at the left.")
        self._body.addWidget(label(self.tr("If"), "section"))
        self._body.addWidget(self._area(WHEN, draft.when, hint, found, choices))
        self._body.addWidget(label(self.tr("Then"), "section"))
        hint = self.tr("Drag here what is to be done, such as an alert.")
        self._body.addWidget(self._area(THEN, draft.then, hint, found, choices))
        self._body.addStretch(1)
        self._show_all()
        if focus:
            self.focus_on(*focus)

    def _same_shape(self, draft: Draft, found: Sequence[Fault]) -> bool:
        """Whether the blocks that are shown need only other values."""
        count = sum(map(_blocks, (*draft.when, *draft.then)))
        return len(self.blocks) == count > 0 and all(
            draft.has(path) and shape_of(path, draft.block(path), found) == view.shape
            for path, view in self.blocks.items()
        )

    def focus_on(self, path: Path, slot: str = "") -> None:
        """The keys go to a block, or to one of its slots."""
        view = self.blocks.get(path)
        chip = view.findChild(Chip, chip_name(path, slot)) if view is not None and slot else None
        part: QWidget | None = chip or view
        if part is not None:
            part.setFocus()
            QTimer.singleShot(0, part, lambda: self.ensureWidgetVisible(part))  # once it has its place

    def chosen(self) -> Path | None:
        """The block that has the focus, or in which it is."""
        focus = self._focused()
        return focus[0] if focus else None

    def _focused(self) -> tuple[Path, str] | None:
        for path, view in reversed(self.blocks.items()):
            for chip in view.findChildren(Chip):
                if chip.hasFocus() and chip.path == path:
                    return path, chip.slot.name
            if view.hasFocus():
                return path, ""
        return None

    def _show_all(self) -> None:
        """New parts are made visible now, so that they can have the focus."""
        for view in self.blocks.values():
            view.show()

    def _area(self, path: Path, blocks: Sequence[Block], hint: str, found: Sequence[Fault], choices: "Choices") -> Area:
        area = Area(path, hint)
        self.areas.append(area)
        for at, block in enumerate(blocks):
            here = (*path, at)
            view = BlockView(here, block, found, choices, self.carrying)
            view.asked.connect(self.asked)
            view.wanted.connect(self.wanted)
            self.blocks[here] = view
            if block.kind in JOINTS:
                view.hold(self._area(here, block.parts, self.tr("Drag conditions in here."), found, choices))
            area.add(view)
        return area

    def place_at(self, load: Load, screen: QPoint) -> tuple[Area, int] | None:
        """Where a load would stand that is let go of here: in the innermost place that may hold it."""
        if not self.viewport().rect().contains(self.viewport().mapFromGlobal(screen)):
            return None
        under = [one for one in self.areas if one.rect().contains(one.mapFromGlobal(screen))]
        for area in sorted(under, key=lambda one: -len(one.path)):
            if may_stand(self.draft, area.path, load.block, load.path):
                return area, area.place_at(screen)
        return None

    def _on_over(self, load: Load, screen: QPoint | None) -> None:
        place = self.place_at(load, screen) if screen is not None else None
        for area in self.areas:
            area.show_mark(place[1] if place is not None and place[0] is area else NOWHERE)
        self.carrying.may(place is not None)

    def _on_dropped(self, load: Load, screen: QPoint) -> None:
        place = self.place_at(load, screen)
        if place is not None:
            self.put.emit(load, place[0].path, place[1])


def _blocks(block: Block) -> int:
    return 1 + sum(map(_blocks, block.parts))
