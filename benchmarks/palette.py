"""From a key in the palette until its rows are painted, in the real window, on a plant with two years of data (380
people, 4,000 hazards): every key of ten queries, and the opening."""

import sys
from statistics import median

from benchmarks.figures import out
from benchmarks.window.outside import told_beside_a_hub
from benchmarks.window.years import two_years

GOAL_MS = 50.0


def main() -> int:
    """Prints the table; 1 where the median key takes longer than the goal."""
    said = told_beside_a_hub(two_years(), "benchmarks.window.searching")
    first, *again = [round(one * 1000, 1) for one in said["open"]]
    out(f"things that can be found: {said['things']}")
    out(f"opened for the first time in {first} ms, again in {median(again):.1f} ms")
    out(f"from key to painted, ms (goal {GOAL_MS:.0f})")
    keys = []
    for query, times in said["keys"].items():
        shown = [one * 1000 for one in times]
        keys += shown
        out(f"  {query:12} median {median(shown):6.1f}   worst {max(shown):6.1f}")
    out(f"  {'all':12} median {median(keys):6.1f}   worst {max(keys):6.1f}")
    return int(median(keys) > GOAL_MS)


if __name__ == "__main__":
    sys.exit(main())
