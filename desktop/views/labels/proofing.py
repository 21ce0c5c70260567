"""Draws and measures the sheet in the background, again and again as the choice changes; only the last one counts."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from desktop.language import language

if TYPE_CHECKING:
    from desktop.tasks import Tasks
    from desktop.workbench import Workbench
    from services.reports.label_face import LabelFacts
    from services.reports.label_sheets import Template
    from services.reports.labels import Place, Proof
    from services.reports.preflight import Finding
    from services.store.queries.people import ZoneRow

PICTURE_DPI = 200


@dataclass(frozen=True)
class Wanted:
    """What the sheet should show; `page` counts from 1."""

    template: str
    rows: "tuple[ZoneRow, ...]"
    used: frozenset[int]
    page: int = 1


@dataclass(frozen=True)
class Proofed:
    """A proof, and the picture of the page that was wanted (None while nothing stands on it)."""

    wanted: Wanted
    template: "Template"
    proof: "Proof"
    page: int
    picture: QImage | None

    @property
    def pages(self) -> int:
        """How many sheets it takes."""
        return max((place.page for place in self.proof.places), default=1)

    def answers(self) -> "dict[str, tuple[Place, Finding]]":
        """What was measured, by zone code."""
        both = zip(self.proof.places, self.proof.findings, strict=True)
        return {place.code: (place, finding) for place, finding in both}

    def reasons(self) -> dict[str, tuple[str, ...]]:
        """Why labels can't be printed, by zone code."""
        found = {place.code: finding.why for place, finding in self.answers().values() if finding.why}
        return found | {kept.label.code: kept.why for kept in self.proof.undrawn}


class Proofing(QObject):
    """`ready` carries a Proofed; `refused` what stands against the whole sheet."""

    ready = Signal(object)
    refused = Signal(object)

    def __init__(self, workbench: "Workbench", tasks: "Tasks", parent: QObject) -> None:
        super().__init__(parent)
        self.workbench, self.tasks = workbench, tasks
        self.busy = False
        self._wanted: Wanted | None = None
        self._again = False
        self._last: tuple[Any, Proof] | None = None

    def want(self, wanted: Wanted) -> None:
        """This is what should be seen; while another sheet is being drawn it waits for it."""
        self._wanted, self._again = wanted, True
        if not self.busy:
            self._go()

    def _go(self) -> None:
        wanted = self._wanted
        assert wanted is not None
        self.busy, self._again = True, False
        facts, last, lang = self._facts(wanted.rows), self._last, language.name
        self.tasks.run(lambda: _proofed(wanted, facts, lang, last), self._on_done, self._on_failed)

    def _facts(self, rows: "Sequence[ZoneRow]") -> "list[LabelFacts]":
        from services.reports.zone_labels import as_if_issued, label_facts

        whole = as_if_issued(rows, self.workbench.now())
        facts: list[LabelFacts] = self.workbench.ask(label_facts, rows=whole, lang=language.name)
        return facts

    def _on_done(self, made: "tuple[Any, Proofed]") -> None:
        key, proofed = made
        self._last = (key, proofed.proof)
        self._next()
        if not self.busy:
            self.ready.emit(proofed)

    def _on_failed(self, error: Exception) -> None:
        self._next()
        self.refused.emit(error)

    def _next(self) -> None:
        self.busy = False
        if self._again:
            self._go()


def _proofed(wanted: Wanted, facts: "list[LabelFacts]", lang: str, last: Any) -> tuple[Any, Proofed]:
    from services.reports.label_sheets import load_template
    from services.reports.zone_labels import proof_of

    key = (wanted.template, tuple(facts), wanted.used, lang)
    proof = (
        last[1] if last and last[0] == key else proof_of(wanted.template, facts, used=sorted(wanted.used), lang=lang)
    )
    page = min(wanted.page, max((place.page for place in proof.places), default=1))
    return key, Proofed(wanted, load_template(wanted.template), proof, page, _picture(proof, page))


def _picture(proof: "Proof", page: int) -> QImage | None:
    from services.reports.pages import page_image

    return QImage.fromData(page_image(proof.pdf, page, PICTURE_DPI)) if proof.places else None
