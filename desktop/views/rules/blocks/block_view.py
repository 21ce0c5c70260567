"""A block as it is seen: what it says with its slots in it, what is missing, and within a joint the blocks below."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QWidget

from desktop import words
from desktop.views.rules.blocks.area import Area
from desktop.views.rules.blocks.carrying import Carrying, Grip, Load
from desktop.views.rules.blocks.chip import Chip
from desktop.widgets.flow import Flow
from desktop.widgets.parts import column, label
from services.core.rule_grammar import JOINTS, Slot, deeds, slots_for
from services.rules.draft import Block, Path
from services.rules.draft_faults import Fault

if TYPE_CHECKING:
    from desktop.views.rules.blocks.choices import Choices

PARTS = re.compile(r"\{([a-z_]+)\}")
KEYS = {
    (Qt.Key.Key_Delete, False): "remove",
    (Qt.Key.Key_Backspace, False): "remove",
    (Qt.Key.Key_Up, True): "up",
    (Qt.Key.Key_Down, True): "down",
    (Qt.Key.Key_Up, False): "before",
    (Qt.Key.Key_Down, False): "after",
}


class BlockView(QFrame):
    """`asked` with a deed and its path: remove, up, down, before, after, menu (with where); `wanted` with a chip."""

    asked = Signal(str, object, object)
    wanted = Signal(object)

    def __init__(
        self, path: Path, block: Block, found: Sequence[Fault], choices: "Choices", carrying: Carrying
    ) -> None:
        super().__init__()
        self.path, self.block = path, block
        self.area: Area | None = None
        self._grip = Grip(carrying)
        self.setObjectName("-".join(["block", *map(str, path)]))
        self.setProperty("look", "block")
        self.setProperty("of", "joint" if block.kind in JOINTS else "deed" if block.kind in deeds() else "condition")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(words.say(f"block.{block.kind}"))
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.shape = shape_of(path, block, found)
        self.chips: list[Chip] = []
        here = [one for one in found if one.path == path]
        layout = column(self._says(choices, here), gap=2, margins=(10, 6, 10, 6))
        for one in here:
            if one.code not in ("slot", "part"):
                layout.addWidget(label(words.say(f"refused.{one.code}", **one.facts), "error", wrap=True))
        self.setLayout(layout)

    def hold(self, area: Area) -> None:
        """The blocks within a joint."""
        self.area = area
        layout = self.layout()
        assert layout is not None
        layout.addWidget(area)

    def refresh(self, block: Block, found: Sequence[Fault], choices: "Choices") -> None:
        """Other values in the same slots; nothing is made anew, so that what is open or has the keys stays."""
        self.block = block
        wrong = {one.slot for one in found if one.path == self.path}
        for chip in self.chips:
            chip.slot = next(one for one in slots_for(block.kind, block.values) if one.name == chip.slot.name)
            chip.show_value(choices.shown(chip.slot, block.values), wrong=_is_wrong(chip.slot, wrong))

    def _says(self, choices: "Choices", found: Sequence[Fault]) -> QWidget:
        """The block's sentence; slots that it does not name stand behind it with theirs."""
        made, flow = QWidget(), Flow()
        made.setLayout(flow)
        slots = {one.name: one for one in slots_for(self.block.kind, self.block.values)}
        wrong = {one.slot for one in found}
        said = words.say(f"block.says.{self.block.kind}")
        named = set(PARTS.findall(said))
        for at, part in enumerate(PARTS.split(said)):
            if at % 2 == 0 and part.strip():
                flow.addWidget(label(part.strip()))
            elif at % 2 and part in slots:
                flow.addWidget(self._chip(slots[part].name, choices, wrong, labelled=False))
        for name in slots:
            if name not in named:
                flow.addWidget(self._chip(name, choices, wrong, labelled=True))
        return made

    def _chip(self, name: str, choices: "Choices", wrong: set[str], *, labelled: bool) -> Chip:
        slot = next(one for one in slots_for(self.block.kind, self.block.values) if one.name == name)
        shown = choices.shown(slot, self.block.values)
        made = Chip(self.path, slot, shown, wrong=_is_wrong(slot, wrong), labelled=labelled)
        made.wanted.connect(self.wanted)
        self.chips.append(made)
        return made

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus()
        self._grip.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._grip.move(event, Load(self.block, words.say(f"block.{self.block.kind}"), self.path))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip.release(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.setFocus()
        self.asked.emit("menu", self.path, event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        deed = KEYS.get((Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)))
        if deed is not None:
            self.asked.emit(deed, self.path, QPoint())
        else:
            super().keyPressEvent(event)


def shape_of(path: Path, block: Block, found: Sequence[Fault]) -> tuple[object, ...]:
    """What of a block can't be shown by other values in its slots."""
    told = tuple((one.code, str(one.facts)) for one in found if one.path == path and one.code not in ("slot", "part"))
    return block.kind, tuple(one.name for one in slots_for(block.kind, block.values)), len(block.parts), told


def _is_wrong(slot: Slot, wrong: set[str]) -> bool:
    """Whether what is missing or wrong stands in it; a bound has two names."""
    return bool(wrong & {slot.name, slot.other} - {""})
