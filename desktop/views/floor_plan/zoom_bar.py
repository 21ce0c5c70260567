"""Three buttons that float over the plan: nearer, farther, all of it."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QToolButton

from desktop.style.icons import icon
from desktop.views.floor_plan.floating_bar import FloatingBar
from desktop.views.floor_plan.plan_view import NOTCH, PlanView


class ZoomBar(FloatingBar):
    """Sits in the upper right of the plan it belongs to."""

    def __init__(self, view: PlanView) -> None:
        super().__init__("zoomBar", view)
        self._view = view
        self._buttons = {
            "add": self._button("zoomIn", self.tr("Zoom in (+)")),
            "minus": self._button("zoomOut", self.tr("Zoom out (−)")),
            "fit": self._button("zoomFit", self.tr("Show all of it (F)")),
        }
        self._buttons["add"].clicked.connect(self._on_nearer)
        self._buttons["minus"].clicked.connect(self._on_farther)
        self._buttons["fit"].clicked.connect(view.fit)
        self.hold(*self._buttons.values())

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

    def restyle(self) -> None:
        super().restyle()
        for name, made in self._buttons.items():
            made.setIcon(icon(name))
