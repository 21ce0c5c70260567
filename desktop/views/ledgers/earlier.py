"""What was brought in before: a line each, with what was kept back of it and the way to take it back."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from desktop import words
from desktop.widgets.parts import box, button, column, emptied, label, row

if TYPE_CHECKING:
    from datetime import datetime

    from services.store.queries.imports import ImportRow


class Earlier(QScrollArea):
    """`back_wanted` and `kept_wanted` carry an import's id."""

    back_wanted = Signal(str)
    kept_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("earlierImports")
        self.setWidgetResizable(True)
        inner = QWidget()
        self._lines = column(gap=8)
        inner.setLayout(self._lines)
        self.setWidget(inner)

    def show_rows(self, rows: "tuple[ImportRow, ...]", kept: Path, now: "datetime", *, may: bool) -> None:
        """The imports; `kept` is the folder of what was kept back of each."""
        emptied(self._lines)
        for one in rows:
            self._lines.addWidget(self._line(one, (kept / f"{one.id}.xlsx").is_file(), now, may=may))
        if not rows:
            self._lines.addWidget(label(self.tr("Nothing has been brought in yet."), "muted"))
        self._lines.addStretch(1)

    def _line(self, one: "ImportRow", kept: bool, now: "datetime", *, may: bool) -> QWidget:
        batch = one.batch
        head = label(words.short(batch.file, 60), "", f"import-{one.id}")
        head.setToolTip(batch.file)
        when = words.when(batch.at, now)
        said = [words.say(f"value.register.{batch.register}"), when, one.who, self._became(one)]
        line = column(head, label(" · ".join(part for part in said if part), "caption"), gap=2)
        buttons = row(gap=8)
        if kept:
            ask = partial(self.kept_wanted.emit, one.id)
            buttons.addWidget(button(self.tr("What was kept back…"), f"kept-{one.id}", ask, "link"))
        if may and batch.taken_back_at is None:
            back = partial(self.back_wanted.emit, one.id)
            buttons.addWidget(button(self.tr("Take it back…"), f"takeBack-{one.id}", back, "link"))
        whole = row(line, None, buttons, margins=(14, 10, 14, 10))
        return box(whole, "card")

    def _became(self, one: "ImportRow") -> str:
        if one.batch.taken_back_at is None:
            came = self.tr("%n rows came in", "", one.here)
            short = one.here < one.batch.rows
            return self.tr("{came} of {all}").format(came=came, all=one.batch.rows) if short else came
        if one.worked_on:
            return self.tr("taken back; %n stay, as they have been worked on since", "", one.worked_on)
        return self.tr("taken back")
