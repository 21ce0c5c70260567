"""The bar that goes along to the page of a first step: what is asked for there, and the next step once it is done."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from desktop.views.first_steps.put_off import put_off
from desktop.views.first_steps.steps import step_of
from desktop.widgets.parts import button, label, row

if TYPE_CHECKING:
    from desktop.workbench import Workbench
    from services.store.queries.first_steps import FirstSteps

KINDS = frozenset(
    {"shift", "person", "floor", "zone", "label", "inspection_plan", "rule", "plant"}
)  # by these a step is seen to be done


class StepBar(QFrame):
    """Hidden until a step is begun. `part_wanted` carries a page and the part of it that is needed; `left` when the
    person goes back to the list of steps."""

    part_wanted = Signal(str, str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("stepBar")
        self.setProperty("look", "hint")
        self._workbench: Workbench | None = None
        self._step = ""
        self.text = label("", "", "stepText", wrap=True)
        self.on = button("", "stepOn", self._on_on, "primary")
        self.back = button("", "stepBack", self._on_back, "link")
        self.shut = button("✕", "stepShut", self.leave, "link")
        inside = row(self.text, self.on, self.back, self.shut, gap=12, margins=(20, 6, 12, 6))
        inside.setStretch(0, 1)
        self.setLayout(inside)
        self.hide()

    def follow(self, workbench: "Workbench") -> None:
        """Steps are those of this plant from now on."""
        self._workbench = workbench
        workbench.changed.connect(self._on_changed)

    def begin(self, key: str) -> None:
        """Goes to the page of a step, and says there what it asks for."""
        self._step = key
        self._ready(key)
        step = step_of(key)
        self.part_wanted.emit(step.page, step.part)
        self._show()

    def leave(self) -> None:
        """No step is being done any more."""
        self._step = ""
        self.hide()

    def retell(self) -> None:
        """Another language is in force."""
        self._show()

    def _ready(self, key: str) -> None:
        """Rules are off in a new plant: the step that makes the first one switches them on."""
        bench = self._workbench
        plant = bench.plant if bench else None
        needed = {"rules", "alerts"} if key == "rules" else set()
        if bench is not None and plant is not None and needed & set(plant.modules_off):
            bench.run("plant.set_modules", modules_off=[one for one in plant.modules_off if one not in needed])

    def _steps(self) -> "FirstSteps | None":
        from services.store.queries.first_steps import first_steps

        bench = self._workbench
        return bench.ask(first_steps, me=bench.me) if bench is not None else None

    def _show(self) -> None:
        steps = self._steps() if self._step else None
        self.setVisible(steps is not None)
        if steps is None:
            return
        step, number = step_of(self._step), steps.steps.index(self._step) + 1
        done, after = self._step in steps.done, steps.next(put_off())
        if done and after is None:
            said = self.tr("That was the last of the first steps. The plant is set up.")
        elif done:
            said = self.tr("'{step}' is done.").format(step=step.title)
        else:
            from desktop.words import sentences

            head = self.tr("Step {n} of {all}: {step}.").format(n=number, all=len(steps.steps), step=step.title)
            said = sentences((head, step.what))
        self.text.setText(said)
        self.on.setVisible(done and after is not None)
        self.on.setText(self.tr("Next: {step}").format(step=step_of(after).title) if after else "")
        self.on.setAccessibleName(self.on.text())
        self.back.setText(self.tr("All first steps"))
        self.shut.setToolTip(self.tr("Close"))
        for part, words in ((self.back, self.back.text()), (self.shut, self.shut.toolTip())):
            part.setAccessibleName(words)

    def _on_changed(self, kinds: frozenset[str]) -> None:
        if self._step and kinds & KINDS:
            self._show()

    def _on_on(self) -> None:
        steps = self._steps()
        after = steps.next(put_off()) if steps else None
        if after is not None:
            self.begin(after)

    def _on_back(self) -> None:
        self.leave()
        self.left.emit()
