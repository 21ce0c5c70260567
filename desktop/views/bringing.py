"""What the window shows until there is a plant to show: what is being done, and how much of it is."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QWidget

from desktop.widgets.parts import column, label, row

if TYPE_CHECKING:
    from desktop.workbench import Workbench

WIDTH, FINE = 320, 1000


class Bringing(QWidget):
    """A sentence; below it a bar while a first copy comes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setObjectName("bringingPage")
        self._text = label(text, "muted", "bringingText")
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._bar = QProgressBar()
        self._bar.setObjectName("bringingBar")
        self._bar.setFixedWidth(WIDTH)
        self._bar.setTextVisible(False)
        self._bar.setRange(0, FINE)
        self._bar.hide()
        self._share = label("", "caption", "bringingShare")
        self._share.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setLayout(column(None, self._text, row(None, self._bar, None), self._share, None, gap=12))

    def setText(self, text: str) -> None:
        """Says something else."""
        self._text.setText(text)

    def follow(self, workbench: "Workbench") -> None:
        """The plant is on its way to this computer."""
        self._workbench = workbench
        self.setText(self.tr("Bringing the plant to this computer…"))
        workbench.sync_changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        """While the hub can't be reached it says so: what has come stays, and it goes on from there."""
        from desktop.views import standing

        state, now = self._workbench.sync_state, self._workbench.now()
        share = state.progress
        if share is not None:
            self._bar.setValue(round(share * FINE))
            self._bar.setAccessibleName(self._text.text())
        self._bar.setVisible(share is not None)
        if share is not None:
            self._share.setText(f"{round(share * 100)} %")
        else:
            self._share.setText(standing.hub_words(state, now) if state.hub == "unreachable" else "")
