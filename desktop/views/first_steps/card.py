"""The card of the first steps on the first page: which are done, the next one with its deed, all others below."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop.views.first_steps.put_off import keep_put_off, put_off
from desktop.views.first_steps.steps import step_of
from desktop.widgets.parts import box, button, column, emptied, label, line, picture, row
from services.store.queries.first_steps import FirstSteps

WIDTH, HEAD, HIGH = 374, 44, 36


class FirstStepsCard(QFrame):
    """`wanted` carries a step that is to be done now; `altered` when another one is put off, or none any more;
    `tour_wanted` when the window is to be explained."""

    wanted = Signal(str)
    tour_wanted = Signal()
    altered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("firstSteps")
        self.setProperty("look", "card")
        self.setFixedWidth(WIDTH)
        self._count = label("", "muted", "firstStepsCount")
        head = QWidget()
        head.setFixedHeight(HEAD)
        head.setLayout(row(label(self.tr("First steps"), "section"), None, self._count, margins=(16, 0, 16, 0)))
        self._rows = column(gap=0)
        self._shown: tuple[FirstSteps, frozenset[str]] | None = None
        tour = button(self.tr("Tour of the window"), "stepTour", self.tour_wanted.emit, "link")
        foot = row(tour, None, margins=(14, 8, 16, 0))
        self.setLayout(column(head, line(), self._rows, None, foot, gap=0, margins=(1, 0, 1, 8)))
        self.hide()

    def show_steps(self, steps: FirstSteps | None) -> None:
        """What is so now. The card is folded away when nothing is left to be done."""
        off = put_off()
        left = steps is not None and steps.next(off) is not None
        self.setVisible(left)
        if steps is None or not left or (steps, off) == self._shown:
            return
        self._shown = (steps, off)
        self._count.setText(self.tr("{n} of {all} done").format(n=len(steps.done), all=len(steps.steps)))
        emptied(self._rows)
        for number, key in enumerate(steps.steps, 1):
            part = self._open(key, number) if key == steps.next(off) else self._closed(steps, key, number, off)
            self._rows.addWidget(part)

    def _closed(self, steps: FirstSteps, key: str, number: int, off: frozenset[str]) -> QWidget:
        """A step in one line: done, put off, or still to come; each can be opened."""
        done = key in steps.done
        step = step_of(key)
        said = f"{number}. {step.title}"
        open_ = button(said, f"step-{key}", partial(self.wanted.emit, key), "link")
        open_.setToolTip(step.what)
        word = self.tr("done") if done else self.tr("put off") if key in off else ""
        open_.setAccessibleName(f"{said} {word}".strip())
        sign = picture("normal" if done else "unknown", "sign", 12)
        made = box(row(sign, open_, None, label(word, "caption"), gap=8, margins=(16, 0, 16, 0)))
        made.setFixedHeight(HIGH)
        return made

    def _open(self, key: str, number: int) -> QWidget:
        """The step that is next, with what it asks for and its deeds."""
        step = step_of(key)
        go = button(self.tr("Go on"), "stepGo", partial(self.wanted.emit, key), "primary")
        go.setAccessibleName(f"{go.text()}: {step.title}")
        later = button(self.tr("Later"), "stepLater", partial(self._on_later, key), "link")
        later.setAccessibleName(f"{later.text()}: {step.title}")
        head = row(picture("pending", "sign", 12), label(f"{number}. {step.title}", "head"), None, gap=8)
        inner = column(head, label(step.what, "muted", wrap=True), row(go, later, None, gap=8), gap=8)
        inner.setContentsMargins(16, 12, 16, 12)
        return box(inner, "hint")

    def _on_later(self, key: str) -> None:
        keep_put_off(put_off() | {key})
        self.altered.emit()
