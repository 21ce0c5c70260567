"""A table of a million hazards, in the project's own store: read page by page as the console does it, beside a Qt
model that fetches everything, each in a fresh process, in turn. Then the same for 200,000.

    python -m benchmarks.table [ROWS …]
"""

import sys
from statistics import median
from typing import Any

from benchmarks.figures import out
from benchmarks.tables.bulk import hazards_store
from benchmarks.window.outside import told

RUNS = 3
GOAL_TIMES, GOAL_MEMORY = 50, 5


def middle(runs: list[dict[str, Any]]) -> dict[str, Any]:
    """The median of each figure."""
    found: dict[str, Any] = {}
    for name, value in runs[0].items():
        each = [run[name] for run in runs]
        found[name] = middle(each) if isinstance(value, dict) else median(each)
    return found


def main(counts: list[int]) -> int:
    """Prints the figures; 1 where a goal is missed."""
    missed = [beside(count) for count in counts or [1_000_000, 200_000]]
    return int(any(missed))


def beside(count: int) -> bool:
    """Both tables of so many rows; whether a goal is missed."""
    database = str(hazards_store(count))
    runs: dict[str, list[dict[str, Any]]] = {"lazy": [], "fetched": []}
    for _ in range(RUNS):
        for module, each in runs.items():
            each.append(told(f"benchmarks.tables.{module}", database, on_screen=False))
    ours, peer = middle(runs["lazy"]), middle(runs["fetched"])
    times, memory = peer["ready"] / ours["ready"], peer["mb"] / ours["mb"]
    out(f"{count:,} rows, median of {RUNS} fresh processes each")
    out(f"  {'':34} {'ours':>9} {'fetch-all':>10}")
    out(f"  {'first rows painted, ms':34} {ours['ready'] * 1000:9.1f} {peer['ready'] * 1000:10.1f}   {times:.0f} x")
    out(f"  {'all places known, ms':34} {ours['known'] * 1000:9.1f} {peer['ready'] * 1000:10.1f}")
    out(f"  {'memory, MB':34} {ours['mb']:9.0f} {peer['mb']:10.0f}   1/{memory:.1f}")
    grown, fetched = ours["mb"] - ours["empty_mb"], peer["mb"] - peer["empty_mb"]
    out(f"  {'of it for the rows, MB':34} {grown:9.0f} {fetched:10.0f}   1/{fetched / grown:.1f}")
    out(f"  {'a frame while scrolling, ms':34} {ours['frame'] * 1000:9.1f} {peer['frame'] * 1000:10.1f}")
    out(f"  {'':34} {'painted':>9} {'all known':>10} {'GUI at most':>12} {'rows':>10}   ms")
    for name, one in ours.items():
        if isinstance(one, dict):
            known = f"{one['known'] * 1000:10.1f}" if "known" in one else " " * 10
            rows = f"{int(one['rows']):10,}" if "rows" in one else ""
            out(f"  {name:34} {one['ready'] * 1000:9.1f} {known} {one['gui'] * 1000:12.1f} {rows}")
    for name in ("by state", "with a text of no row"):
        out(f"  {'fetch-all, ' + name:34} {peer[name] * 1000:9.1f}   on the GUI thread")
    return times < GOAL_TIMES or memory < GOAL_MEMORY


if __name__ == "__main__":
    sys.exit(main([int(one) for one in sys.argv[1:]]))
