"""The third column: what is different now, why it did not count, and what happened meanwhile, as sentences."""

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QWidget

from desktop import words
from desktop.views.conflicts.said import SAME, differences
from desktop.views.journal.sentences import sentence
from desktop.widgets.parts import box, column, emptied, label, picture, row
from services.store.queries.conflicts import Conflict
from services.store.queries.journal import EntryRow

WIDE = 264


class Difference(QWidget):
    """Filled anew for each conflict."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("difference")
        self.setFixedWidth(WIDE)
        self._told: object = None
        head = label(self.tr("The difference"), "head", "differenceHead")
        head.setFixedHeight(28)
        self._body = column(gap=10, margins=(14, 12, 14, 12))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(box(self._body, "panel"))
        scroll.setAccessibleName(head.text())
        whole = column(head, gap=0)
        whole.addWidget(box(column(scroll, margins=(1, 1, 1, 1)), "card"), 1)
        self.setLayout(whole)

    def show_conflict(
        self, one: Conflict, since: tuple[EntryRow, ...], names: Mapping[str, str], now: datetime
    ) -> None:
        """What differs, then what happened since, the oldest first. What stands there already is left alone."""
        told = differences(one, names)
        happened = tuple((words.when(entry.received_at, now), sentence(entry, names)) for entry in since)
        if (told, happened) != self._told:
            self._told = (told, happened)
            self._fill(told, happened)

    def _fill(self, told: tuple[tuple[str, str], ...], happened: tuple[tuple[str, str], ...]) -> None:
        emptied(self._body)
        for sign, text in told:
            self._body.addLayout(self._difference(sign, text))
        if self._body.count():
            self._body.addSpacing(6)
        self._body.addWidget(label(self.tr("What happened meanwhile"), "head"))
        for when, text in happened:
            self._body.addLayout(column(label(when, "caption"), label(text, "", wrap=True), gap=0))
        if not happened:
            self._body.addWidget(label(self.tr("Nothing that this console knows of."), "muted", wrap=True))
        self._body.addStretch(1)

    def _difference(self, sign: str, text: str) -> QHBoxLayout:
        look = {"overdue": "error", "pending": "warning"}.get(sign, "muted")
        said = label(text, look, f"difference-{sign}", wrap=True)
        made = row(gap=8)
        drawn = picture("normal" if sign == SAME else sign, "sign", 14)
        drawn.setFixedHeight(said.fontMetrics().height())  # beside the first line
        made.addWidget(drawn, 0, Qt.AlignmentFlag.AlignTop)
        made.addWidget(said, 1)
        return made
