"""Makes the papers of a period in the background: a page of one to look at, and whole ones as files. What is looked at
has no more rows than a person turns over; a file has all of them."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from desktop.language import language
from desktop.tasks import Cancelled
from services.core.refused import Refused
from services.core.report_designs import ReportDesign, span_of_day
from services.reports.titles import Paper

if TYPE_CHECKING:
    from desktop.tasks import Task, Tasks
    from desktop.workbench import Workbench
    from services.core.measures import Period
    from services.reports.blocks import Asked
    from services.reports.plan_sheet import Sheets, Step
    from services.reports.report_facts import ReportFacts
    from services.store.records import Records
    from services.store.stops import LineStops

MOST_ROWS, DPI = 200, 130


@dataclass(frozen=True)
class Shown:
    """A page, counted from 1, of so many; `rows` is how many rows the whole paper has, 0 where it has
    none of its own. `key` is as of `key_of`."""

    key: str
    picture: QImage
    page: int
    pages: int
    rows: int


def key_of(paper: Paper) -> str:
    """By what a paper is told from others: its name, or the id of one's own."""
    return paper.id if isinstance(paper, ReportDesign) else paper


class Papers(QObject):
    """`ready` carries a Shown."""

    ready = Signal(object)

    def __init__(self, workbench: "Workbench", tasks: "Tasks", parent: QObject) -> None:
        super().__init__(parent)
        self.workbench, self.tasks = workbench, tasks
        self.facts: ReportFacts | None = None
        self._made: dict[Paper, tuple[Sheets, int]] = {}
        self._round = 0

    def of(self, facts: "ReportFacts") -> None:
        """The papers are about this from now on."""
        self.facts, self._made = facts, {}
        self._round += 1

    def period_of(self, paper: Paper) -> "Period":
        """What a paper is about: the page's period, or one's own report's."""
        assert self.facts is not None
        return (
            span_of_day(paper.span, self.facts.as_of.date()) if isinstance(paper, ReportDesign) else self.facts.period
        )

    def want(self, paper: Paper, page: int = 1) -> None:
        """A page is to be seen."""
        self._round += 1  # what was wanted before is not wanted any more
        work = partial(self._page, self._round, paper, page, language.name)
        self.tasks.run(work, self._on_page)

    def _page(self, number: int, paper: Paper, page: int, lang: str) -> "tuple[int, Shown]":
        from services.reports.pages import page_image

        if paper not in self._made:
            self._made[paper] = self._sheets(paper, lang, MOST_ROWS, lambda _: True)
        sheets, rows = self._made[paper]
        page = min(page, sheets.pages)
        picture = QImage.fromData(page_image(sheets.pdf, page, DPI))
        return number, Shown(key_of(paper), picture, page, sheets.pages, rows)

    def _on_page(self, made: "tuple[int, Shown]") -> None:
        if made[0] == self._round:
            self.ready.emit(made[1])

    def _sheets(self, paper: Paper, lang: str, most: int | None, step: "Step") -> "tuple[Sheets, int]":
        from services.reports.period_papers import print_paper

        made: tuple[Sheets, int] = self._asked(paper, lang, lambda asked: print_paper(paper, asked, step, most=most))
        return made

    def _asked(self, paper: Paper, lang: str, make: "Callable[[Asked], Any]") -> Any:
        """What `make` makes of what is asked, in one snapshot."""
        facts, period, now = self.facts, self.period_of(paper), self.workbench.now()
        assert facts is not None
        return self.workbench.ask(
            _made, paper=paper, period=period, now=now, lang=lang, stops=self._stops(paper, period), photo=self._photo,
            facts=facts, make=make,
        )  # fmt: skip

    def _stops(self, paper: Paper, period: "Period") -> "tuple[LineStops, ...] | None":
        """Those of the period, of the hub, in a task; None where it cannot be asked, or not by this person."""
        from services.reports.period_papers import needs_stops
        from services.store.stops import LineStops
        from services.sync.client import Unreachable

        client = self.workbench.opened.client
        if client is None or not needs_stops(paper):
            return None
        try:
            first, last = period.first.isoformat(), period.last.isoformat()
            found = client.call("GET", "/api/stop-hours", first=first, last=last)
        except (Unreachable, Refused):
            return None
        return tuple(LineStops(**one) for one in found["lines"])

    def _photo(self, sha256: str) -> bytes | None:
        """In a task."""
        blobs = self.workbench.opened.blobs
        if not blobs.has(sha256):
            self.workbench.fetch_now(sha256)
        data: bytes | None = blobs.get(sha256)
        return data

    def save(
        self,
        paper: Paper,
        path: Path,
        done: Callable[[Path], object],
        failed: Callable[[Exception], object],
        progress: Callable[[float], None],
    ) -> "Task":
        """Writes a whole paper: a workbook where the file is called so, else a PDF. Can be cancelled."""
        lang = language.name

        def work(task: "Task") -> Path:
            if path.suffix.lower() == ".xlsx":
                self._book(paper, path, lang, task)
            else:
                self._pdf(paper, path, lang, task)
            return path

        return self.tasks.run(work, done, failed, progress)

    def _pdf(self, paper: Paper, path: Path, lang: str, task: "Task") -> None:
        from services.reports.labels import put
        from services.reports.plan_sheet import GivenUp

        try:
            put(path, self._sheets(paper, lang, None, task.step)[0].pdf)
        except GivenUp:
            raise Cancelled from None

    def _book(self, paper: Paper, path: Path, lang: str, task: "Task") -> None:
        from services.reports.period_papers import write_paper

        def wrote(share: float) -> None:
            if not task.step(share):
                raise Cancelled

        self._asked(paper, lang, lambda asked: write_paper(paper, asked, path, wrote))


def _made(
    look: "Records",
    *,
    paper: Paper,
    period: "Period",
    now: datetime,
    lang: str,
    stops: "tuple[LineStops, ...] | None",
    photo: Callable[[str], bytes | None],
    facts: "ReportFacts",
    make: "Callable[[Asked], Any]",
) -> Any:
    """The facts that the page shows are taken for a paper of the same period."""
    from services.reports.blocks import asked_for
    from services.reports.period_papers import zones_of
    from services.reports.report_facts import stretch_before

    asked = asked_for(look, period, stretch_before(period), now, lang, stops=stops, photo=photo, zones=zones_of(paper))
    return make(replace(asked, facts=lambda: facts) if period == facts.period else asked)
