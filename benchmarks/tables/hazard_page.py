"""What the hazards page does with very many open hazards: its counts and the queue, then the table of the open ones.

python -m benchmarks.tables.hazard_page DATABASE
"""

import json
import sys
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication

from benchmarks.tables.lazy import FILTERS, Run
from desktop.style.theme import set_font, theme
from desktop.views.hazards.shown import MOST_HELD
from services.store.queries.hazard_pages import hazard_counts, review_rows
from services.store.queries.hazards import settled_count
from services.store.records import Records


def above(look: Records) -> None:
    """What stands above the table: the chips' counts, and what waits for a review."""
    now = datetime.now(UTC)
    settled_count(look)
    hazard_counts(look, now)
    review_rows(look, now, None, MOST_HELD)


def main(path: str) -> int:
    """Prints the figures."""
    app = QApplication(sys.argv[:1])
    theme.apply("light")
    set_font()
    run = Run(Path(path), "clocked", above)
    for name, (key, kept) in FILTERS.items():
        run.said[f"with {name}"] = run.change(partial(run.table.filters.fields[key].put, kept))
        run.change(run.table.filters.clear)
    print(json.dumps(run.said), flush=True)
    run.model.source.tasks.wait()
    app.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
