"""Which things stand on the map: equipment, sensors, doors; a menu that floats over the plan, left of its colours."""

from collections.abc import Collection

from PySide6.QtCore import QSettings, QSize, Signal
from PySide6.QtWidgets import QMenu, QToolButton

from desktop.style.icons import icon
from desktop.views.floor_plan.floating_bar import FloatingBar
from desktop.views.floor_plan.shapes import DOOR, EQUIPMENT, SENSOR, SYMBOL_KINDS
from desktop.words import say

KEPT = "map/things"


class ThingsChoice(FloatingBar):
    """Sits to the left of another floating bar. `kinds` are those chosen; they are remembered. `changed` carries
    them."""

    changed = Signal(object)

    def __init__(self, beside: FloatingBar) -> None:
        super().__init__("thingsChoice", beside, "0 18px 0 6px")
        kept = QSettings().value(KEPT)
        self.kinds = frozenset(SYMBOL_KINDS if kept is None else str(kept).split()) & frozenset(SYMBOL_KINDS)
        self.button = QToolButton()
        self.button.setObjectName("things")
        self.button.setFixedHeight(28)
        self.button.setIconSize(QSize(18, 18))
        self.button.setAutoRaise(True)
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        said = self.tr("Things on the map")
        self.button.setToolTip(said)
        self.button.setAccessibleName(said)
        menu = QMenu(self.button)
        for kind in (EQUIPMENT, SENSOR, DOOR):
            action = menu.addAction(say(f"record.{kind}"))
            action.setObjectName(f"things-{kind}")
            action.setCheckable(True)
            action.setChecked(kind in self.kinds)
            action.setData(kind)
        menu.triggered.connect(self._on_triggered)
        self.button.setMenu(menu)
        self.hold(self.button)

    def choose(self, kinds: Collection[str]) -> None:
        """Chooses some kinds, or none."""
        self.kinds = frozenset(kinds)
        for action in self.button.menu().actions():
            action.setChecked(action.data() in self.kinds)
        QSettings().setValue(KEPT, " ".join(sorted(self.kinds)))
        self.changed.emit(self.kinds)

    def _on_triggered(self) -> None:
        self.choose([str(action.data()) for action in self.button.menu().actions() if action.isChecked()])

    def restyle(self) -> None:
        super().restyle()
        self.button.setIcon(icon("things"))
