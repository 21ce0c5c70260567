"""What the colours of the map say: a choice of three that floats over the plan, beside the way to zoom."""

from PySide6.QtCore import QEvent, QObject, QSettings, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QToolButton

from desktop.style.theme import theme
from desktop.style.tokens import RADIUS
from desktop.views.floor_plan.shapes import BOTH, COLOURINGS, LIVE, RISK
from desktop.views.floor_plan.zoom_bar import ZoomBar
from desktop.widgets.parts import row

KEPT = "map/colouring"
GAP = 8


class Colouring(QFrame):
    """Sits to the left of the zoom bar. `by` is what is chosen; it is remembered. `changed` carries it."""

    changed = Signal(str)

    def __init__(self, beside: ZoomBar) -> None:
        super().__init__(beside.parentWidget())
        self.setObjectName("colouring")
        kept = str(QSettings().value(KEPT) or LIVE)
        self.by = kept if kept in COLOURINGS else LIVE
        self._beside = beside
        self._group = QButtonGroup(self)
        self._buttons = {
            LIVE: self._button("colourLive", self.tr("Live status"), self.tr("Colours say how things stand now (L)")),
            RISK: self._button("colourRisk", self.tr("Four colours"), self.tr("Colours say how great the risk is (L)")),
            BOTH: self._button("colourBoth", self.tr("Both"), self.tr("Colours say the risk, hatching the status (L)")),
        }
        self._buttons[self.by].setChecked(True)
        self._group.idClicked.connect(self._on_clicked)
        self.setLayout(row(*self._buttons.values(), gap=0, margins=(2, 2, 2, 2)))
        beside.installEventFilter(self)
        theme.changed.connect(self._restyle)
        self._restyle()

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

    def _restyle(self) -> None:
        c = theme.colours
        self.setStyleSheet(
            f"#colouring {{ background: {c.panel}; border: 1px solid {c.line}; border-radius: {RADIUS}px; }}"
            f"QToolButton {{ border: none; border-radius: 4px; padding: 0 10px; background: transparent; }}"
            f"QToolButton:hover {{ background: {c.hover}; }}"
            f"QToolButton:checked {{ background: {c.tint}; color: {c.accent}; font-weight: 600; }}"
            f"QToolButton:focus {{ border: 2px solid {c.accent}; padding: 0 8px; }}"
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show):
            self.adjustSize()
            self.move(self._beside.x() - self.width() - GAP, self._beside.y())
        return super().eventFilter(watched, event)
