"""The editor of a rule: the palette, the blocks or the text, what it says and lacks, and what it would have said of the
past."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QStackedWidget, QWidget

from desktop import words
from desktop.style.tokens import HEAD, PAGE_PADDING
from desktop.views.rules.blocks.as_text import AsText
from desktop.views.rules.blocks.block_menu import BlockMenu, pushed
from desktop.views.rules.blocks.canvas import Canvas
from desktop.views.rules.blocks.carrying import Carrying, Load
from desktop.views.rules.blocks.chip import Chip
from desktop.views.rules.blocks.choices import Choices
from desktop.views.rules.blocks.palette import BlockPalette
from desktop.views.rules.blocks.picker import Picker
from desktop.views.rules.blocks.saying import Saying
from desktop.views.rules.blocks.steps import RuleSteps
from desktop.views.rules.blocks.unsaved import Unsaved, kept_here
from desktop.views.rules.time_machine import TimeMachine
from desktop.widgets.parts import button, column, joined, label, row
from services.core.alert_rules import plainly
from services.core.refused import Refused
from services.core.rule_document import rule_from
from services.core.rule_grammar import JOINTS, deeds
from services.rules import draft as moves
from services.rules.draft import THEN, WHEN, Block, Draft, Path
from services.rules.draft_faults import Fault, faults

if TYPE_CHECKING:
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench
    from services.core.alert_rules import AlertRule


class RuleEditor(QWidget):
    """`left` when the person goes back to the list, with the id of a rule that was saved, or ""."""

    left = Signal(str)

    def __init__(self, workbench: "Workbench", toast: "Toast") -> None:
        super().__init__()
        self.workbench, self.toast = workbench, toast
        self.steps = RuleSteps(Draft())
        self.choices: Choices | None = None
        self.unsaved = Unsaved("")
        self.setObjectName("ruleEditor")
        self.carrying = Carrying(self)
        self.palette_ = BlockPalette(self.carrying)
        self.palette_.wanted.connect(self._on_kind)
        self.canvas = Canvas(self.carrying)
        self.canvas.put.connect(self._on_put)
        self.canvas.asked.connect(self._on_asked)
        self.canvas.wanted.connect(self._on_chip)
        self.text = AsText()
        self.text.typed.connect(self._on_typed)
        self.middle = QStackedWidget()
        self.middle.addWidget(self.canvas)
        self.middle.addWidget(self.text)
        self.saying = Saying()
        self.saying.wanted.connect(self._on_fault)
        self.machine = TimeMachine(workbench)
        self.picker = Picker(self)
        self.picker.filled.connect(self._on_filled)
        self.picker.ended.connect(self.canvas.focus_on)
        sides = (PAGE_PADDING, 0, PAGE_PADDING, 0)
        whole = row(self.palette_, column(self._ways(), self.middle, gap=4), self.saying, gap=12, margins=sides)
        whole.setStretch(1, 1)
        inner = column(self._head(), gap=4, margins=(0, 0, 0, 12))
        inner.addLayout(whole, 1)
        inner.addLayout(row(self.machine, margins=sides))
        self.setLayout(inner)
        self._keys()

    def _head(self) -> QWidget:
        self.back = button("‹ " + self.tr("Rules"), "leaveRule", self.leave, "link")
        self.name = QLineEdit()
        self.name.setObjectName("ruleName")
        self.name.setAccessibleName(words.say("field.rule.name"))
        self.name.setPlaceholderText(self.tr("What the rule is called"))
        self.name.setMaxLength(80)
        self.name.textEdited.connect(self._on_name)
        self.undo = button(self.tr("Undo"), "undoBlock", self._on_undo, "", "undo")
        self.redo = button(self.tr("Redo"), "redoBlock", self._on_redo, "", "redo")
        self.undo.setToolTip(self.tr("Undo (Ctrl+Z)"))
        self.redo.setToolTip(self.tr("Redo (Ctrl+Y)"))
        self.save = button(self.tr("Save the rule"), "saveRule", self._on_save, "primary")
        made = QWidget()
        line = row(self.back, self.name, self.undo, self.redo, self.save, margins=(PAGE_PADDING, 0, PAGE_PADDING, 0))
        line.setStretchFactor(self.name, 1)
        made.setLayout(line)
        made.setFixedHeight(HEAD)
        return made

    def _ways(self) -> QWidget:
        """Blocks or text."""
        self.as_blocks = button(self.tr("Blocks"), "asBlocks", self._on_way, "segment")
        self.as_text = button(self.tr("Text"), "asText", self._on_way, "segment")
        for one in (self.as_blocks, self.as_text):
            one.setCheckable(True)
            one.setAutoExclusive(True)
        self.as_blocks.setChecked(True)
        self.hint = label(self.tr("Right-click a block for all that can be done with it."), "caption", "blocksHint")
        self.as_blocks.toggled.connect(self.hint.setVisible)
        made = QWidget()
        made.setLayout(row(joined(self.as_blocks, self.as_text), self.hint, None, gap=10))
        return made

    def _keys(self) -> None:
        keys: list[tuple[QKeySequence | QKeySequence.StandardKey | str, Callable[[], None]]] = [
            (QKeySequence.StandardKey.Undo, self._on_undo),
            (QKeySequence.StandardKey.Redo, self._on_redo),
            (QKeySequence.StandardKey.Save, self._on_save),
        ]
        for key, do in keys:
            within = QShortcut(QKeySequence(key), self, do)
            within.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        clip: list[tuple[QKeySequence | QKeySequence.StandardKey | str, Callable[[], None]]] = [
            ("Ctrl+D", self._on_double),
            (QKeySequence.StandardKey.Copy, self._on_copy),
            (QKeySequence.StandardKey.Paste, self._on_paste),
        ]
        for key, do in clip:
            within = QShortcut(QKeySequence(key), self.canvas, do)
            within.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def edit(self, draft: Draft, known: "AlertRule | None", *, go_on: bool = False) -> None:
        """Shows a draft; `known` is the rule that it changes. What was not saved of a rule is there again, and with
        `go_on` what was not saved of a new one."""
        self.steps = RuleSteps(draft, known.id if known else "")
        self.unsaved = kept_here(self.workbench)
        kept = self.unsaved.of(self.steps.rule) if known or go_on else None
        if kept is not None and kept != draft:
            self.steps.take(kept)
            draft = kept
            told = self.tr("What was not saved the last time is here again; Ctrl+Z takes it away.")
            self.toast.good(told)
        self.choices = Choices(self.workbench)
        self.machine.compare_with(known.rule if known else None)
        self.as_blocks.setChecked(True)
        self.middle.setCurrentWidget(self.canvas)
        self.name.setText(draft.name)
        self._show()
        if not draft.name:
            self.name.setFocus()

    def leave(self) -> None:
        """Back to the list."""
        self.machine.stop()
        self.left.emit("")

    # what is done

    def _on_kind(self, kind: str) -> None:
        """Pressed in the palette: it goes in or behind the block that has the focus, else to the end."""
        block, chosen = Block(kind), self.canvas.chosen()
        draft = self.steps.draft
        places: list[tuple[Path, int]] = []
        if chosen is not None and kind not in deeds():
            inside = draft.block(chosen).kind in JOINTS
            places = [(chosen, len(draft.parts(chosen)))] if inside else []
            places.append((chosen[:-1], int(chosen[-1]) + 1))
        places.append((THEN, len(draft.then)) if kind in deeds() else (WHEN, 1))
        place = next((one for one in places if moves.may_stand(draft, one[0], block)), None)
        if place is None:
            self.toast.bad(self.tr("There is no room for it here."))
        else:
            self._on_put(Load(block, ""), *place)

    def _on_put(self, load: Load, place: Path, at: int) -> None:
        draft = self.steps.draft
        if load.path is None:
            draft, now = moves.put(draft, place, at, load.block)
        else:
            draft, now = moves.move(draft, load.path, place, at)
        self._take(draft)
        self.canvas.focus_on(now)

    def _on_asked(self, deed: str, path: Path, at: QPoint) -> None:
        draft = self.steps.draft
        if deed == "menu":
            BlockMenu(draft, path, self._do, self).popup(at)
        elif deed == "remove":
            self._take(moves.remove(draft, path))
            self.canvas.focus_on(next((one for one in reversed(self.canvas.blocks) if one <= path), path))
        elif deed in ("up", "down"):
            try:
                draft, now = pushed(draft, path, -1 if deed == "up" else 1)
            except Refused:
                return
            self._take(draft)
            self.canvas.focus_on(now)
        else:
            order = list(self.canvas.blocks)
            to = order.index(path) + (1 if deed == "after" else -1)
            if 0 <= to < len(order):
                self.canvas.focus_on(order[to])

    def _do(self, move: Callable[[Draft], Draft]) -> None:
        self._take(move(self.steps.draft))

    def _on_double(self) -> None:
        path = self.canvas.chosen()
        if path is not None:
            try:
                draft, now = moves.double(self.steps.draft, path)
            except Refused:
                self.toast.bad(self.tr("There is no room for it here."))
                return
            self._take(draft)
            self.canvas.focus_on(now)

    def _on_copy(self) -> None:
        path = self.canvas.chosen()
        if path is not None:
            QApplication.clipboard().setText(moves.as_clip(self.steps.draft.block(path)))
            self.toast.good(self.tr("The block is copied; Ctrl+V puts it in, also in another rule."))

    def _on_paste(self) -> None:
        block = moves.from_clip(QApplication.clipboard().text())
        if block is None:
            return
        chosen, draft = self.canvas.chosen(), self.steps.draft
        end = (THEN, len(draft.then)) if block.kind in deeds() else (WHEN, 1)
        behind = (chosen[:-1], int(chosen[-1]) + 1) if chosen else end
        place = next((one for one in (behind, end) if moves.may_stand(draft, one[0], block)), None)
        if place is not None:
            self._on_put(Load(block, ""), *place)

    def _on_chip(self, chip: Chip) -> None:
        if self.choices is not None:
            self.picker.open_at(chip, self.choices, self.steps.draft.block(chip.path).values)

    def _on_filled(self, path: Path, slot: str, value: object) -> None:
        self._take(moves.fill(self.steps.draft, path, slot, value), (path, slot))

    def _on_fault(self, fault: Fault) -> None:
        if fault.code == "name":
            self.name.setFocus()
            return
        self.as_blocks.setChecked(True)
        self._on_way()
        self.canvas.focus_on(fault.path, fault.slot)

    def _on_name(self, text: str) -> None:
        self._take(moves.named(self.steps.draft, text), "name")

    def _on_typed(self, draft: Draft) -> None:
        self._take(draft, "text")

    def _on_way(self) -> None:
        self.middle.setCurrentWidget(self.text if self.as_text.isChecked() else self.canvas)

    def _on_undo(self) -> None:
        self.steps.undo()
        self._show()

    def _on_redo(self) -> None:
        self.steps.redo()
        self._show()

    def _take(self, draft: Draft, typing: object = None) -> None:
        self.steps.take(draft, typing)
        self._show()

    def _show(self) -> None:
        draft = self.steps.draft
        if draft == self.steps.first:
            self.unsaved.let_go(self.steps.rule)
        else:
            self.unsaved.keep(self.steps.rule, draft)
        found = faults(draft)
        if self.choices is not None:
            self.canvas.show_draft(draft, found, self.choices)
        self.text.show_draft(draft)
        self.saying.show_draft(draft, found, self.workbench)
        self.machine.show_rule(None if found else rule_from(moves.document_of(draft)))
        if self.name.text() != draft.name:
            self.name.setText(draft.name)
        self.undo.setEnabled(self.steps.can_undo)
        self.redo.setEnabled(self.steps.can_redo)
        may = self.workbench.may("rules.change" if self.steps.rule else "rules.add")
        self.save.setEnabled(may and self.steps.changed)

    def _on_save(self) -> None:
        found = self.saying.faults
        if found:
            self.toast.bad(self.tr("The rule is not whole yet: see what is still missing."))
            self._on_fault(found[0])
            return
        document = plainly(rule_from(moves.document_of(self.steps.draft)))
        if self.steps.rule:
            local = self.workbench.run("rules.change", rule=self.steps.rule, document=document)
        else:
            local = self.workbench.run("rules.add", document=document)
        if local.ok:
            self.unsaved.let_go(self.steps.rule)
            self.machine.stop()
            self.left.emit(self.steps.rule or local.id)
            told = self.tr("The rule is saved.") if self.steps.rule else self.tr("The rule is saved, switched off.")
            self.toast.good(told, self.tr("Undo"), self.workbench.undo)
