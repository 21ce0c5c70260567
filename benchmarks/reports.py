"""How long the figures and papers of a plant take, warm: over all of the two years of a plant with 380 people and 4,000
hazards, which is as much as it has; and beside the workbook the same rows as CSV, the least that writing them takes.

    python -m benchmarks.reports [ROUNDS]
"""

import csv
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.figures import out
from benchmarks.window.years import two_years
from services.core.measures import Period
from services.reports.blocks import asked_for
from services.reports.ledgers import ledger_facts, sheet_of
from services.reports.period_papers import print_paper
from services.reports.report_facts import last_month, report_facts, stretch_before
from services.reports.safety_report import print_report
from services.reports.table_book import write_table
from services.store.database import Database
from services.store.folder import PlantFolder
from services.store.queries.analysis import analysis
from services.store.queries.figures import figures
from services.store.queries.forecast import WHATS, forecast
from services.store.queries.months import months
from services.store.queries.worked import worked_hours
from services.store.records import Records
from services.store.schema import bring_up

ROWS, PART = 10_000, 500
GOALS_MS = {
    "figures": 150.0,
    "analysis page": 1000.0,
    "monthly PDF": 3000.0,
    "annual equipment": 3000.0,
    f"workbook of {ROWS:,} rows": 3000.0,
}


def main(rounds: int = 5) -> int:
    """Prints the table; 1 where a goal is not reached."""
    database = Database(PlantFolder(two_years()).database)
    bring_up(database)
    now = datetime.now(UTC)
    whole = Period(now.date() - timedelta(days=5 * 365), now.date())
    month = last_month(now.date())
    missed = 0
    with database.reading() as connection, tempfile.TemporaryDirectory() as place:
        look = Records(connection)
        facts = report_facts(look, month, stretch_before(month), now)
        ledger = ledger_facts(look, "hazards", whole, now, "zh")
        rows = (ledger.rows * (ROWS // len(ledger.rows) + 1))[:ROWS]
        path = Path(place) / "rows.xlsx"

        def book() -> None:
            parts = (rows[at : at + PART] for at in range(0, ROWS, PART))
            write_table(path, sheet_of(ledger, "zh"), parts, lambda _: None)

        work: dict[str, Callable[[], Any]] = {
            "figures": lambda: figures(look, whole, now),
            "analysis": lambda: analysis(look, whole, now),
            "forecast": lambda: [forecast(look, what, now) for what in WHATS],
            "annual equipment": lambda: print_paper("annual-equipment", asked_for(look, whole, None, now, "zh")),
            "months": lambda: months(look, whole, now),
            "analysis page": lambda: report_facts(look, whole, stretch_before(whole), now),
            "hours worked": lambda: worked_hours(look, whole),
            "monthly PDF": lambda: print_report(facts, "zh"),
            f"workbook of {ROWS:,} rows": book,
            "the same as CSV": lambda: _csv(Path(place) / "rows.csv", rows),
        }
        for name, deed in work.items():
            taken, worked = map(median, zip(*_timed(deed, rounds), strict=True))
            goal = GOALS_MS.get(name)
            missed += bool(goal and taken > goal)
            out(f"{name:26} {taken:9.1f} ms   CPU {worked:8.1f}" + (f"   goal {goal:.0f}" if goal else ""))
    return int(missed > 0)


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
