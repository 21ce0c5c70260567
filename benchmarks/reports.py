"""How long the figures and papers of a plant take, warm, over five years of a plant with 380 people, 10,000 hazards and
26,000 inspections; the analysis page from the question to the painted picture; and beside the workbook the same rows
as CSV, the least that writing them takes.

    python -m benchmarks.reports [ROUNDS]
"""

import csv
import os
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from benchmarks.figures import out
from benchmarks.window.five_years import five_years
from desktop.views.reports.analysis_view import AnalysisView
from services.core.measures import Period
from services.core.plant import the_plant
from services.reports.blocks import asked_for
from services.reports.ledgers import ledger_facts, sheet_of
from services.reports.period_papers import print_paper
from services.reports.report_facts import last_month, report_facts, stretch_before
from services.reports.table_book import write_table
from services.store.database import Database
from services.store.folder import PlantFolder
from services.store.queries.analysis import analysis
from services.store.queries.figures import figures, injuries, plan_completion, reports, time_to_fix, waterfall
from services.store.queries.forecast import WHATS, forecast
from services.store.queries.losses import machine_rows, post_losses
from services.store.queries.months import injury_gaps, months
from services.store.queries.worked import worked_hours
from services.store.records import Records
from services.store.schema import bring_up
from services.store.stops import by_line

Work = Callable[[], Any]
ROWS, PART = 10_000, 500
FIGURE, PAGE, PAPER = 150.0, 1000.0, 3000.0  # ms, the goals


def main(rounds: int = 5) -> int:
    """Prints the table; 1 where a goal is not reached."""
    database = Database(PlantFolder(five_years()).database)
    bring_up(database)
    app, missed = _app(), 0
    with database.reading() as connection, tempfile.TemporaryDirectory() as place:
        look, now = Records(connection), datetime.now(UTC)
        whole = Period(now.date() - timedelta(days=5 * 365), now.date())
        for goal, works in (
            (FIGURE, _figures(look, whole, now)),
            (PAGE, _pages(look, whole, now)),
            (PAPER, _papers(look, whole, now, Path(place))),
        ):
            for name, deed in works.items():
                taken, worked = map(median, zip(*_timed(deed, rounds), strict=True))
                missed += taken > goal
                out(f"{name:26} {taken:9.1f} ms   CPU {worked:8.1f}   goal {goal:.0f}")
    app.quit()
    return int(missed > 0)


def _app() -> QCoreApplication:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return QApplication.instance() or QApplication([])


def _figures(look: Records, whole: Period, now: datetime) -> dict[str, Work]:
    stops = by_line(look.connection, *whole.span(ZoneInfo(the_plant(look).timezone)), now)
    return {
        "time to fix": lambda: time_to_fix(look, whole),
        "plan completion": lambda: plan_completion(look, whole, now),
        "injuries": lambda: injuries(look, whole),
        "hazards reported": lambda: reports(look, whole, now),
        "steps of the loop": lambda: waterfall(look, whole),
        "these five together": lambda: figures(look, whole, now),
        "what hazards share": lambda: analysis(look, whole, now),
        "month by month": lambda: months(look, whole, now),
        "between injuries": lambda: injury_gaps(look, whole, now),
        "hours worked": lambda: worked_hours(look, whole),
        **{f"forecast: {what}": partial(forecast, look, what, now) for what in WHATS},
        "losses by post": lambda: post_losses(look, whole, stops),
        "losses by machine": lambda: machine_rows(look, whole, stops),
    }


def _pages(look: Records, whole: Period, now: datetime) -> dict[str, Work]:
    """All of the page, also what has to be scrolled to."""
    view = AnalysisView()
    view.resize(1366, 768)
    view.show()
    inner = view.widget()
    assert inner is not None

    def page() -> None:
        view.show_facts(report_facts(look, whole, stretch_before(whole), now))
        inner.grab()

    return {
        "analysis page, reckoned": lambda: report_facts(look, whole, stretch_before(whole), now),
        "analysis page, painted": page,
    }


def _papers(look: Records, whole: Period, now: datetime, place: Path) -> dict[str, Work]:
    month = last_month(now.date())
    ledger = ledger_facts(look, "hazards", whole, now, "zh")
    rows = (ledger.rows * (ROWS // len(ledger.rows) + 1))[:ROWS]

    def book() -> None:
        parts = (rows[at : at + PART] for at in range(0, ROWS, PART))
        write_table(place / "rows.xlsx", sheet_of(ledger, "zh"), parts, lambda _: None)

    return {
        "monthly PDF": lambda: print_paper("monthly", asked_for(look, month, stretch_before(month), now, "zh")),
        "annual equipment PDF": lambda: print_paper("annual-equipment", asked_for(look, whole, None, now, "zh")),
        f"workbook of {ROWS:,} rows": book,
        "the same as CSV": lambda: _csv(place / "rows.csv", rows),
    }


def _csv(path: Path, rows: Any) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(rows)


def _timed(deed: Callable[[], Any], rounds: int) -> list[tuple[float, float]]:
    """Milliseconds by the clock and of the processor, each round."""
    deed()  # warm
    made = []
    for _ in range(rounds):
        begun, worked = time.perf_counter(), time.process_time()
        deed()
        made.append(((time.perf_counter() - begun) * 1000, (time.process_time() - worked) * 1000))
    return made


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
