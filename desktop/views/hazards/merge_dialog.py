"""Two reports beside each other: whether they are the same, and which of them stays."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QDialog, QFrame, QGridLayout, QRadioButton, QWidget

from desktop import words
from desktop.views.hazards.shown import called, number, reporter, sent_to
from desktop.widgets.choice import Choice
from desktop.widgets.parts import box, button, column, emptied, label, row
from desktop.widgets.pictures import Pictures, Thumb
from services.core.hazard_merging import goes_on, mergeable
from services.store.queries.hazards import HazardRow

if TYPE_CHECKING:
    from desktop.workbench import Workbench
    from services.store.queries.merging import Candidates

PHOTO, WIDE = QSize(336, 252), 780


class MergeDialog(QDialog):
    """`chosen` carries the id of the report that ends and of the one that it ends in, `differ` the two that are found
    to be of different hazards. Open it with `open()`; it ends itself."""

    chosen = Signal(str, str)
    differ = Signal(str, str)

    def __init__(self, workbench: "Workbench", pictures: Pictures, found: "Candidates", above: QWidget) -> None:
        super().__init__(above)
        self._workbench, self._pictures, self._found = workbench, pictures, found
        self._others = {one.id: one for one in found.others}
        self.setObjectName("mergeDialog")
        self.setWindowTitle(self.tr("Are they the same?"))
        self.setFixedWidth(WIDE)
        self._choice = Choice("mergeOther", self.tr("The other report"))
        self._choice.offer([(self._said(one), one.id) for one in found.others], found.others[0].id)
        self._choice.currentIndexChanged.connect(self._show)
        self._cards = row(gap=12)
        self._stays = QButtonGroup(self)
        self._says = label("", "muted", "mergeSays", wrap=True)
        self._merge = button(self.tr("Merge"), "mergeSend", self._on_merge, "primary")
        self._differ = button(self.tr("They are not the same"), "mergeDiffer", self._on_differ)
        parts = (
            label(self.windowTitle(), "section"),
            label(self.tr("The other report"), "caption"),
            self._choice,
            self._cards,
            self._says,
            row(self._differ, None, button(self.tr("Cancel"), "mergeCancel", self.reject), self._merge),
        )
        self.setLayout(column(*parts, gap=10, margins=(24, 20, 24, 20)))
        self.finished.connect(self.deleteLater)
        self._show()

    def _said(self, one: HazardRow) -> str:
        text = f"{number(one.hazard)} · {words.short(called(one.hazard), 28)}"
        return self.tr("{hazard} · looks the same").format(hazard=text) if one.id in self._found.likely else text

    def _pair(self) -> tuple[HazardRow, HazardRow]:
        """The older one stands at the left."""
        other = self._others[str(self._choice.currentData())]
        older, newer = sorted((self._found.mine, other), key=lambda one: one.id)
        return older, newer

    def _show(self) -> None:
        if self._choice.currentData() is None:
            return
        self._differ.setVisible(str(self._choice.currentData()) in self._found.likely)
        emptied(self._cards)
        self._stays = QButtonGroup(self)
        pair = self._pair()
        for place, (one, other) in enumerate((pair, pair[::-1])):
            stays = QRadioButton(self.tr("This one stays"))
            stays.setObjectName(f"stays{place}")
            stays.setProperty("hazard", one.id)
            stays.setEnabled(goes_on(one.hazard) and mergeable(other.hazard))
            stays.toggled.connect(self._on_stays)
            self._stays.addButton(stays)
            self._cards.addWidget(self._card(one, stays))
        able = [one for one in self._stays.buttons() if one.isEnabled()]
        if able:
            able[0].setChecked(True)
        self._on_stays()

    def _card(self, one: HazardRow, stays: QRadioButton) -> QFrame:
        photo = next(iter(one.hazard.before), "")
        thumb = Thumb(self._pictures, photo, PHOTO, "mergePhoto", called(one.hazard))
        now = self._workbench.now()
        facts = (
            (self.tr("Number"), number(one.hazard)),
            (self.tr("State"), words.say(f"state.{one.hazard.state.value}")),
            (self.tr("Reported"), f"{words.when(one.hazard.reported_at, now)} · {reporter(one)}"),
            (self.tr("With"), sent_to(one)),
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for at, (head, text) in enumerate(facts):
            grid.addWidget(label(head, "muted"), at, 0)
            grid.addWidget(label(text), at, 1)
        title = label(words.short(called(one.hazard), 60), "head", wrap=True)
        return box(column(stays, thumb, title, grid, None, gap=8, margins=(12, 10, 12, 10)), "card")

    def _staying(self) -> str:
        chosen = self._stays.checkedButton()
        return str(chosen.property("hazard")) if chosen is not None else ""

    def _on_stays(self) -> None:
        staying = self._staying()
        self._merge.setEnabled(bool(staying))
        if not staying:
            self._says.setText(self.tr("Neither can end in the other: one of them has been fixed already."))
            return
        self._says.setText(
            self.tr("The other report goes into it with its photos and reporter. They can be separated again.")
        )

    def _on_differ(self) -> None:
        self.accept()
        self.differ.emit(self._found.mine.id, str(self._choice.currentData()))

    def _on_merge(self) -> None:
        staying = self._staying()
        ends = next(one for one in self._pair() if one.id != staying)
        self.accept()
        self.chosen.emit(ends.id, staying)
