"""One print job: zones without a label get one from the hub, the sheet is drawn and read back, the journal is told."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.language import language
from desktop.views.labels.destination import Destination
from services.core.refused import Refused

if TYPE_CHECKING:
    from desktop.tasks import Tasks
    from desktop.workbench import Workbench
    from services.reports.label_face import LabelFacts
    from services.reports.labels import Printed
    from services.store.queries.labels import LabelRow

BLANKS = "blanks"


@dataclass(frozen=True)
class Outcome:
    """Where how many labels went, and what was kept back, as (zone code, why)."""

    to: Destination
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

    def start(self, rows: "Sequence[LabelRow]", template: str, used: Sequence[int], to: Destination) -> None:
        """Prints the labels of these zones. A paper that is out of date becomes another version, so that a scan tells
        the old one from it; without the hub it is printed as it is."""
        self.busy = True
        self._zones = [one.id for one in rows]
        self._template, self._used, self._to = template, list(used), to
        self._refused: Refused | None = None
        here = self.workbench.syncing.reachable
        self._open = {one.id for one in rows if one.row.label is None or (here and one.new_version)}
        if not self._open:
            self._print()
            return
        self.told.emit(self.tr("%n labels are being issued by the hub…", "", len(self._open)))
        for zone in tuple(self._open):
            self.workbench.send("labels.issue", partial(self._on_answer, zone), zone=zone)

    def start_blanks(self, count: int, template: str, to: Destination) -> None:
        """Prints so many labels without a zone, which the hub issues."""
        self.busy = True
        self._template, self._used, self._to = template, [], to
        self._refused = None
        self._open = {BLANKS}
        self.told.emit(self.tr("%n labels are being issued by the hub…", "", count))
        self._issued = self.workbench.send("labels.issue_blanks", self._on_blanks, count=count)
        self._count = count

    def _on_blanks(self, refused: Refused | None) -> None:
        if BLANKS not in self._open:
            return
        self._open = set()
        if refused is not None:
            self._end(refused)
            return
        from services.core.ids import id_from
        from services.reports.zone_labels import blank_facts
        from services.store.queries.labels import blank_labels

        made = {id_from(self._issued, "blank", str(number)) for number in range(self._count)}
        labels = [label for label in self.workbench.ask(blank_labels) if label.id in made]
        self._labels = {label.code: label.id for label in labels}
        self._draw(self.workbench.ask(blank_facts, labels=labels, lang=language.name))

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
        from services.reports.zone_labels import label_facts
        from services.store.queries.people import zone_rows

        wanted = set(self._zones)
        rows = {row.id: row for row in self.workbench.ask(zone_rows) if row.id in wanted and row.label}
        if not rows:
            self._end(self._refused or Refused("no_such_record"))
            return
        self._labels = {row.zone.code: row.label.id for row in rows.values() if row.label}
        wanted_rows = [rows[zone] for zone in self._zones if zone in rows]
        self._draw(self.workbench.ask(label_facts, rows=wanted_rows, lang=language.name))

    def _draw(self, facts: "list[LabelFacts]") -> None:
        lang, template, used, to = language.name, self._template, self._used, self._to
        self.told.emit(self.tr("The sheet is being drawn and read back…"))
        self.tasks.run(lambda: printed_to(to, template, facts, used, lang), self._on_printed, self._end)

    def _on_printed(self, printed: "Printed") -> None:
        labels = [self._labels[place.code] for place in printed.places]
        if labels and not self.workbench.run("labels.printed", labels=labels, template=self._template).ok:
            self.busy = False
            return
        self.busy = False
        kept = tuple((kept.label.code, kept.why) for kept in printed.kept_back)
        self.done.emit(Outcome(self._to, len(labels), kept))

    def _end(self, error: Exception) -> None:
        self.busy = False
        self.failed.emit(error)


def printed_to(
    to: Destination, template: str, facts: "Sequence[LabelFacts]", used: Sequence[int], lang: str
) -> "Printed":
    """Runs in the background. A printer of this computer gets the very pages that were read back. Raises Refused."""
    from services.reports.label_sheets import load_template
    from services.reports.zone_labels import print_to

    offset, scale = to.correction.offset_mm, to.correction.scale
    if to.kind != "printer":
        dpi, speaks = to.dpi, to.language
        return print_to(
            to.to, template, facts, dpi=dpi, language=speaks, used=used, offset=offset, scale=scale, lang=lang
        )
    from desktop.views.labels.paper_printer import print_on

    with TemporaryDirectory() as folder:
        pages = Path(folder) / "labels.pdf"
        printed = print_to(str(pages), template, facts, used=used, offset=offset, scale=scale, lang=lang)
        if printed.places:
            print_on(to.to, pages, load_template(template))
    return printed
