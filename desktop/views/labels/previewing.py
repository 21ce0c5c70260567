"""One label drawn and read back in the background while it is being edited; only the last wish counts."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from desktop.language import language
from desktop.views.labels.proofing import PICTURE_DPI
from services.core.refused import Refused

if TYPE_CHECKING:
    from desktop.tasks import Tasks
    from services.reports.label_face import LabelFacts
    from services.reports.label_sheets import Template
    from services.reports.labels import Proof


class Previewing(QObject):
    """`ready` carries the proof of one label and its picture."""

    ready = Signal(object, object)
    refused = Signal(object)

    def __init__(self, tasks: "Tasks", parent: QObject) -> None:
        super().__init__(parent)
        self.tasks = tasks
        self.busy = False
        self._wanted: tuple[Template, LabelFacts] | None = None

    def want(self, template: "Template", facts: "LabelFacts") -> None:
        """This label should be seen; while another is being drawn it waits for it."""
        self._wanted = (template, facts)
        if not self.busy:
            self._go()

    def _go(self) -> None:
        assert self._wanted is not None
        (template, facts), lang = self._wanted, language.name
        self._wanted, self.busy = None, True
        self.tasks.run(lambda: previewed(template, facts, lang), self._on_done, self._on_failed)

    def _on_done(self, found: "tuple[Proof, QImage | None]") -> None:
        if self._next():
            self.ready.emit(*found)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, Refused):
            raise error
        if self._next():
            self.refused.emit(error)

    def _next(self) -> bool:
        """Whether this was the last wish."""
        self.busy = False
        if self._wanted is None:
            return True
        self._go()
        return False


def previewed(template: "Template", facts: "LabelFacts", lang: str) -> "tuple[Proof, QImage | None]":
    """Runs in the background: the label by itself on a paper of its size."""
    from services.reports.labels import proof_labels
    from services.reports.pages import page_image

    size = template.label_mm
    alone = replace(template, page_mm=size, columns=1, rows=1, first_mm=(0.0, 0.0), pitch_mm=size)
    proof = proof_labels(alone, [facts], lang=lang)
    return proof, QImage.fromData(page_image(proof.pdf, 1, PICTURE_DPI)) if proof.places else None
