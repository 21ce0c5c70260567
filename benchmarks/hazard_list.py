"""The hazards page with 200,000 hazards, a fifth of them open: until its rows are painted, and until they are narrowed.

python -m benchmarks.hazard_list [ROWS]
"""

import sys
from typing import Any

from benchmarks.figures import out
from benchmarks.table import middle
from benchmarks.tables.bulk import hazards_store
from benchmarks.window.outside import told

RUNS = 3
GOAL_OPEN_MS, GOAL_FILTER_MS = 150, 100


def main(count: int) -> int:
    """Prints the figures; 1 where a goal is missed."""
    database = str(hazards_store(count))
    runs: list[dict[str, Any]] = [told("benchmarks.tables.hazard_page", database, on_screen=False) for _ in range(RUNS)]
    found = middle(runs)
    opened = found["ready"] * 1000
    out(f"{count:,} hazards, {int(found['rows']):,} of them open; median of {RUNS} fresh processes")
    out(f"  {'opened, rows painted':28} {opened:7.1f} ms   goal {GOAL_OPEN_MS}")
    narrowed = {name: one["ready"] * 1000 for name, one in found.items() if name.startswith("with ")}
    for name, took in narrowed.items():
        out(f"  {name:28} {took:7.1f} ms   goal {GOAL_FILTER_MS}")
    return int(opened > GOAL_OPEN_MS or max(narrowed.values()) > GOAL_FILTER_MS)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if sys.argv[1:] else 200_000))
