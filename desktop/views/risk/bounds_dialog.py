"""The plant's own bounds between the levels of risk, what they mean in words, and how many points they would move."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QWidget

from desktop import words
from desktop.widgets.choice import Choice
from desktop.widgets.figures import Figure
from desktop.widgets.parts import box, button, column, label, row
from services.core.risk_controls import bounds_of
from services.core.risk_levels import RiskLevel
from services.core.risk_methods import METHODS, USUAL, Bounds, Scale
from services.core.risks import Assessed
from services.store.queries.risk import PointRow

if TYPE_CHECKING:
    from desktop.workbench import Workbench

LEVELS = ("red", "orange", "yellow")
MOST = 10_000.0


class BoundsDialog(QDialog):
    """`given` carries a scale and its new bounds; it stays open until it is accepted. Open it with `open()`; it ends
    itself."""

    given = Signal(str, object)

    def __init__(self, workbench: "Workbench", rows: tuple[PointRow, ...], above: QWidget) -> None:
        super().__init__(above)
        self._workbench, self._rows = workbench, rows
        self.setObjectName("boundsDialog")
        self.setWindowTitle(words.say("record.risk_scale"))
        self.setMinimumWidth(460)
        self.scale = Choice("boundsScale", words.say("field.risk_scale.scale"))
        self.scale.offer([(self.tr("LEC (D)"), "lec"), (self.tr("LS, JHA and SCL (R)"), "ls")], "lec")
        self.scale.activated.connect(self._on_scale)
        self.bounds = {level: self._number(level) for level in LEVELS}
        self.over = QCheckBox(words.say("field.risk_scale.red_over"))
        self.over.setObjectName("boundsRedOver")
        self.over.toggled.connect(self._tell)
        self.meaning = label("", "", "boundsMeaning", wrap=True)
        self.moved = label("", "muted", "boundsMoved", wrap=True)
        self.save = button(self.tr("Save"), "boundsSave", self._on_save, "primary")
        usual = button(self.tr("The usual ones"), "boundsUsual", self._on_usual, "link")
        foot = row(usual, None, button(self.tr("Cancel"), "boundsCancel", self.reject), self.save)
        fields = [
            row(label(words.say(f"field.risk_scale.{level}"), "caption"), None, number)
            for level, number in self.bounds.items()
        ]
        told = self.tr("They hold from now on, for all risk points. Earlier ones stay in the journal with their dates.")
        said = box(column(self.meaning, self.moved, gap=6, margins=(12, 10, 12, 10)), "card")
        head = label(told, "muted", wrap=True)
        self.setLayout(column(head, self.scale, *fields, self.over, said, foot, gap=10, margins=(20, 20, 20, 20)))
        self._on_scale()
        self.finished.connect(self.deleteLater)

    def _number(self, level: str) -> Figure:
        made = Figure(f"bounds{level.capitalize()}", words.say(f"field.risk_scale.{level}"), 0.1, MOST)
        made.setDecimals(1)
        made.setMinimumWidth(120)
        made.valueChanged.connect(self._tell)
        return made

    @property
    def _chosen(self) -> Scale:
        found: Scale = self.scale.currentData()
        return found

    def _typed(self) -> Bounds:
        red, orange, yellow = (self.bounds[level].value() for level in LEVELS)
        return Bounds(red, orange, yellow, self.over.isChecked())

    def _on_scale(self) -> None:
        self._show(self._workbench.ask(bounds_of, scale=self._chosen))

    def _on_usual(self) -> None:
        self._show(USUAL[self._chosen])

    def _show(self, bounds: Bounds) -> None:
        for level in LEVELS:
            self.bounds[level].setValue(getattr(bounds, level))
        self.over.setChecked(bounds.red_over)
        self._tell()

    def _tell(self) -> None:
        found = self._typed()
        falls = found.red > found.orange > found.yellow
        self.meaning.setText("\n".join(_meaning(found, "D" if self._chosen == "lec" else "R")))
        moves = sum(self._moves(one, found) for one in self._rows)
        wrong = words.say("refused.risk_bounds_wrong")
        self.moved.setText(self.tr("%n risk points would get another level.", "", moves) if falls else wrong)
        self.save.setEnabled(falls)

    def _moves(self, one: PointRow, bounds: Bounds) -> bool:
        if METHODS[one.point.method].scale != self._chosen:
            return False
        return _other(one.inherent, bounds) or _other(one.residual, bounds)

    def _on_save(self) -> None:
        self.given.emit(self._chosen, self._typed())


def _other(now: Assessed, bounds: Bounds) -> bool:
    return not now.designated and bounds.level(now.score) != now.level


def _meaning(bounds: Bounds, sign: str) -> list[str]:
    """Each level with its stretch, at the bound and beyond it told apart."""
    red, orange, yellow = (f"{one:g}" for one in (bounds.red, bounds.orange, bounds.yellow))
    below, beyond = ("≤", ">") if bounds.red_over else ("<", "≥")
    stretches = {
        RiskLevel.RED: f"{sign} {beyond} {red}",
        RiskLevel.ORANGE: f"{orange} ≤ {sign} {below} {red}",
        RiskLevel.YELLOW: f"{yellow} ≤ {sign} < {orange}",
        RiskLevel.BLUE: f"{sign} < {yellow}",
    }
    return [f"{words.say(f'risk.level.{level}')}: {said}" for level, said in stretches.items()]
