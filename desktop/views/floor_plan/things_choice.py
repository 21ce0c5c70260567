"""Which things stand on the map: equipment, sensors, doors; a menu that floats over the plan, left of its colours."""

from collections.abc import Collection

from PySide6.QtCore import QEvent, QObject, QSettings, QSize, Signal
from PySide6.QtWidgets import QFrame, QMenu, QToolButton

from desktop.style.icons import icon
from desktop.style.theme import theme
from desktop.style.tokens import RADIUS
from desktop.views.floor_plan.shapes import DOOR, EQUIPMENT, SENSOR, SYMBOL_KINDS
from desktop.widgets.parts import row
from desktop.words import say

KEPT = "map/things"
GAP = 8


class ThingsChoice(QFrame):
    """Sits to the left of another floating bar. `kinds` are those chosen; they are remembered. `changed` carries
    them."""

    changed = Signal(object)

    def __init__(self, beside: QFrame) -> None:
        super().__init__(beside.parentWidget())
        self.setObjectName("thingsChoice")
        self._beside = beside
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
        self.setLayout(row(self.button, gap=0, margins=(2, 2, 2, 2)))
        beside.installEventFilter(self)
        theme.changed.connect(self._restyle)
        self._restyle()

    def choose(self, kinds: Collection[str]) -> None:
        """Chooses some kinds, or none."""
        self.kinds = frozenset(kinds)
        for action in self.button.menu().actions():
            action.setChecked(action.data() in self.kinds)
        QSettings().setValue(KEPT, " ".join(sorted(self.kinds)))
        self.changed.emit(self.kinds)

    def _on_triggered(self) -> None:
        self.choose([str(action.data()) for action in self.button.menu().actions() if action.isChecked()])

    def _restyle(self) -> None:
        c = theme.colours
        self.setStyleSheet(
            f"#thingsChoice {{ background: {c.panel}; border: 1px solid {c.line}; border-radius: {RADIUS}px; }}"
            f"QToolButton {{ border: none; border-radius: 4px; padding: 0 18px 0 6px; background: transparent; }}"
            f"QToolButton:hover {{ background: {c.hover}; }}"
            f"QToolButton:focus {{ border: 2px solid {c.accent}; }}"
        )
        self.button.setIcon(icon("things"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show):
            self.adjustSize()
            self.move(self._beside.x() - self.width() - GAP, self._beside.y())
        return super().eventFilter(watched, event)
