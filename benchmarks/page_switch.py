"""From a press (a key, or the mouse beyond the ninth page) until the page is painted, in the real window, on a plant
with two years of data (380 people, 4,000 hazards, 60,000 entries): the first time, again, and after everything changed.

The window is drawn on a screen of memory where there is one, else on Qt's offscreen platform. Where a page takes more
than the goal, the functions that it spends the time in are told.
"""

import sys
from statistics import median

from benchmarks.figures import out
from benchmarks.window.outside import told_beside_a_hub
from benchmarks.window.years import two_years

GOAL_MS = 100.0


def main() -> int:
    """Prints the table; 1 where a page that was built before takes longer than the goal."""
    said = told_beside_a_hub(two_years(), "benchmarks.window.switching")
    out(f"from key to painted, ms, median and worst (goal {GOAL_MS:.0f})")
    out(f"  {'':12} {'first':>8} {'again':>8} {'worst':>8} {'changed':>8} {'worst':>8}")
    late = []
    for key, one in said.items():
        first, again, changed = (
            [round(each * 1000, 1) for each in one[name]] for name in ("first", "again", "changed")
        )
        shown = f"{first[0]:8.1f}" if first else " " * 8
        out(f"  {key:12} {shown} {median(again):8.1f} {max(again):8.1f} {median(changed):8.1f} {max(changed):8.1f}")
        if max(median(again), median(changed)) > GOAL_MS:
            late.append(key)
    for key in late:
        out(f"{key}, after everything has changed:")
        for line in said[key]["slow"]:
            out(f"  {line}")
    return int(bool(late))


if __name__ == "__main__":
    sys.exit(main())
