"""Three buttons that float over the plan: nearer, farther, all of it."""

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtWidgets import QFrame, QToolButton

from desktop.style.icons import icon
from desktop.style.theme import theme
from desktop.style.tokens import RADIUS
from desktop.views.floor_plan.plan_view import NOTCH, PlanView
from desktop.widgets.parts import row

EDGE = 12


class ZoomBar(QFrame):
    """Sits in the upper right of the plan it belongs to."""

    def __init__(self, view: PlanView) -> None:
        super().__init__(view)
        self.setObjectName("zoomBar")
        self._view = view
        self._buttons = {
            "add": self._button("zoomIn", self.tr("Zoom in (+)")),
            "minus": self._button("zoomOut", self.tr("Zoom out (−)")),
            "fit": self._button("zoomFit", self.tr("Show all of it (F)")),
        }
        self._buttons["add"].clicked.connect(self._on_nearer)
        self._buttons["minus"].clicked.connect(self._on_farther)
        self._buttons["fit"].clicked.connect(view.fit)
        self.setLayout(row(*self._buttons.values(), gap=0, margins=(2, 2, 2, 2)))
        view.installEventFilter(self)
        theme.changed.connect(self._restyle)
        self._restyle()

    def _button(self, name: str, said: str) -> QToolButton:
        made = QToolButton()
        made.setObjectName(name)
        made.setToolTip(said)
        made.setAccessibleName(said)
        made.setFixedSize(28, 28)
        made.setIconSize(QSize(18, 18))
        made.setAutoRaise(True)
        return made

    def _on_nearer(self) -> None:
        self._view.zoom(NOTCH**2)

    def _on_farther(self) -> None:
        self._view.zoom(NOTCH**-2)

    def _restyle(self) -> None:
        c = theme.colours
        self.setStyleSheet(
            f"#zoomBar {{ background: {c.panel}; border: 1px solid {c.line}; border-radius: {RADIUS}px; }}"
            f"QToolButton {{ border: none; border-radius: 4px; background: transparent; }}"
            f"QToolButton:hover {{ background: {c.hover}; }}"
            f"QToolButton:focus {{ border: 2px solid {c.accent}; }}"
        )
        for name, made in self._buttons.items():
            made.setIcon(icon(name))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self.adjustSize()
            self.move(self._view.width() - self.width() - EDGE, EDGE)
        return super().eventFilter(watched, event)
