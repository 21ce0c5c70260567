"""The difference of the two photos on the desk: which place is to be clicked next, and the work in the background."""

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame

from desktop.tasks import Tasks
from desktop.widgets.parts import button, label, row
from desktop.widgets.photo_difference import Difference, difference
from desktop.widgets.photo_pair import DIFFERENCE, PhotoPair

translate = QCoreApplication.translate


class Aligning(QFrame):
    """A strip above the photos, while their difference is wanted."""

    def __init__(self, pair: PhotoPair, tasks: Tasks) -> None:
        super().__init__()
        self.setObjectName("aligning")
        self.setProperty("look", "card")
        self._pair, self._tasks = pair, tasks
        self._round = 0
        self._says = label("", "", "aligningSays", wrap=True)
        self._plain = button(self.tr("As they are"), "aligningPlain", self._on_plain, "link")
        self._plain.setToolTip(self.tr("Compare without aligning: both photos were taken from the same place"))
        self._anew = button(self.tr("Align anew"), "aligningAnew", pair.align_anew, "link")
        strip = row(self._says, self._plain, self._anew, gap=8, margins=(12, 4, 12, 4))
        strip.setStretch(0, 1)
        self.setLayout(strip)
        pair.mode_changed.connect(self._show)
        pair.placed.connect(self._on_placed)
        self.hide()

    def _on_plain(self) -> None:
        self._begin(aligned=False)

    def _on_placed(self) -> None:
        """Another place was clicked, or all were taken away."""
        self._round += 1
        if self._pair.alignment.ready and self._pair.found is None:
            self._begin(aligned=True)
        self._show()

    def _begin(self, *, aligned: bool) -> None:
        images = self._pair.images()
        if images is None:
            return
        self._round += 1
        places = tuple(list(side) for side in self._pair.alignment.places) if aligned else None
        work = partial(difference, *images, places)  # type: ignore[arg-type]
        self._tasks.run(work, partial(self._on_found, self._round))
        self._says.setText(self.tr("The photos are being compared…"))

    def _on_found(self, asked: int, found: Difference) -> None:
        if asked == self._round:
            self._pair.show_difference(found)
            self._show()

    def _show(self) -> None:
        self.setVisible(self._pair.mode == DIFFERENCE)
        found = self._pair.found
        self._plain.setVisible(found is None)
        self._anew.setVisible(found is not None or self._pair.alignment.begun)
        if found is not None:
            percent = round(100 * found.changed)
            text = self.tr("Coloured is what is different: {percent} % of what both photos show.")
            self._says.setText(text.format(percent=percent))
        elif not self._pair.alignment.ready:
            self._says.setText(self._next())

    def _next(self) -> str:
        side, number = self._pair.alignment.wanted()
        if side == 0 and number == 1:
            return self.tr("Click a place in the photo before that can be seen in both: a corner, a bolt.")
        if number == 1:
            return self.tr("Click the same place in the photo after.")
        if side == 0:
            return self.tr("Click a second place in the photo before, far from the first.")
        return self.tr("Click that second place in the photo after.")
