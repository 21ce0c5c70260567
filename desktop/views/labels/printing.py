"""One print job: zones without a label get one from the hub, the sheet is drawn and read back, the journal is told."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.language import language
from services.core.refused import Refused

if TYPE_CHECKING:
    from desktop.tasks import Tasks
    from desktop.workbench import Workbench
    from services.reports.labels import Printed
    from services.store.queries.people import ZoneRow


@dataclass(frozen=True)
class Outcome:
    """How many labels are in the file, and what was kept back, as (zone code, why)."""

    out: Path
    printed: int
    kept: tuple[tuple[str, tuple[str, ...]], ...]


class PrintJob(QObject):
    """`told` says what is being done, for a person; then either `done` with an Outcome or `failed` with the error."""

    told = Signal(str)
    done = Signal(object)
    failed = Signal(object)

    def __init__(self, workbench: "Workbench", tasks: "Tasks", parent: QObject) -> None:
        super().__init__(parent)
        self.workbench, self.tasks = workbench, tasks
        self.busy = False
        workbench.sync_changed.connect(self._on_sync)

    def start(self, rows: "Sequence[ZoneRow]", template: str, used: Sequence[int], out: Path) -> None:
        """Prints the labels of these zones to a PDF."""
        self.busy = True
        self._zones = [row.id for row in rows]
        self._template, self._used, self._out = template, list(used), out
        self._refused: Refused | None = None
        self._open = {row.id for row in rows if row.label is None}
        if not self._open:
            self._print()
            return
        self.told.emit(self.tr("%n labels are being issued by the hub…", "", len(self._open)))
        for zone in tuple(self._open):
            self.workbench.send("labels.issue", partial(self._on_answer, zone), zone=zone)

    def _on_answer(self, zone: str, refused: Refused | None) -> None:
        if zone not in self._open:
            return
        self._refused = refused or self._refused
        self._open.discard(zone)
        if not self._open:
            self._print()

    def _on_sync(self) -> None:
        """A hub that has gone does not answer: what was asked for is sent later, and this job ends."""
        if self.busy and self._open and not self.workbench.syncing.reachable:
            self._open = set()
            self._end(Refused("needs_hub"))

    def _print(self) -> None:
        from services.reports.zone_labels import label_facts, print_to
        from services.store.queries.people import zone_rows

        wanted = set(self._zones)
        rows = {row.id: row for row in self.workbench.ask(zone_rows) if row.id in wanted and row.label}
        if not rows:
            self._end(self._refused or Refused("no_such_record"))
            return
        self._labels = {row.zone.code: row.label.id for row in rows.values() if row.label}
        lang, template, used, out = language.name, self._template, self._used, self._out
        facts = self.workbench.ask(label_facts, rows=[rows[zone] for zone in self._zones if zone in rows], lang=lang)
        self.told.emit(self.tr("The sheet is being drawn and read back…"))
        self.tasks.run(lambda: print_to(str(out), template, facts, used=used, lang=lang), self._on_printed, self._end)

    def _on_printed(self, printed: "Printed") -> None:
        labels = [self._labels[place.code] for place in printed.places]
        if labels and not self.workbench.run("labels.printed", labels=labels, template=self._template).ok:
            self.busy = False
            return
        self.busy = False
        kept = tuple((kept.label.code, kept.why) for kept in printed.kept_back)
        self.done.emit(Outcome(self._out, len(labels), kept))

    def _end(self, error: Exception) -> None:
        self.busy = False
        self.failed.emit(error)
