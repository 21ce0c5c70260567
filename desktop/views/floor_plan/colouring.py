"""What the colours of the map say: a choice of three that floats over the plan, beside the way to zoom."""

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QButtonGroup, QToolButton

from desktop.views.floor_plan.floating_bar import FloatingBar
from desktop.views.floor_plan.shapes import BOTH, COLOURINGS, LIVE, RISK

KEPT = "map/colouring"


class Colouring(FloatingBar):
    """Sits to the left of the zoom bar. `by` is what is chosen; it is remembered. `changed` carries it."""

    changed = Signal(str)

    def __init__(self, beside: FloatingBar) -> None:
        super().__init__("colouring", beside, "0 10px")
        kept = str(QSettings().value(KEPT) or LIVE)
        self.by = kept if kept in COLOURINGS else LIVE
        self._group = QButtonGroup(self)
        self._buttons = {
            LIVE: self._button("colourLive", self.tr("Live status"), self.tr("Colours say how things stand now (L)")),
            RISK: self._button("colourRisk", self.tr("Four colours"), self.tr("Colours say how great the risk is (L)")),
            BOTH: self._button("colourBoth", self.tr("Both"), self.tr("Colours say the risk, hatching the status (L)")),
        }
        self._buttons[self.by].setChecked(True)
        self._group.idClicked.connect(self._on_clicked)
        self.hold(*self._buttons.values())

    def next(self) -> None:
        """The one after the one that is chosen, round the end."""
        self.choose(COLOURINGS[(COLOURINGS.index(self.by) + 1) % len(COLOURINGS)])

    def choose(self, by: str) -> None:
        """Chooses one."""
        if by != self.by:
            self.by = by
            self._buttons[by].setChecked(True)
            QSettings().setValue(KEPT, by)
            self.changed.emit(by)

    def _button(self, name: str, text: str, said: str) -> QToolButton:
        made = QToolButton()
        made.setObjectName(name)
        made.setText(text)
        made.setToolTip(said)
        made.setCheckable(True)
        made.setFixedHeight(28)
        made.setAutoRaise(True)
        self._group.addButton(made, len(self._group.buttons()))
        return made

    def _on_clicked(self, place: int) -> None:
        self.choose(COLOURINGS[place])
