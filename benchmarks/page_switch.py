"""From a key's press until the page is painted, in the real window, on a plant with two years of data (380 people,
4,000 hazards, 60,000 entries): the first time, again, and after everything has changed.

The window is drawn on a screen of memory where there is one, else on Qt's offscreen platform. Where a page takes more
than the goal, the functions that it spends the time in are told.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.figures import out
from benchmarks.heartbeat import hub
from benchmarks.window.years import two_years

GOAL_MS = 100.0


def measured(plant: Path) -> dict[str, Any]:
    """What the console's process says."""
    command = [sys.executable, "-m", "benchmarks.window.switching", str(plant)]
    screen = shutil.which("xvfb-run")
    if screen:
        command = [screen, "-a", "-s", "-screen 0 1600x1000x24", *command]
    platform = "xcb" if screen else "offscreen"
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "QT_QPA_PLATFORM": platform})
    if done.returncode or not done.stdout.strip():
        raise RuntimeError(f"the console has ended with {done.returncode}: {done.stderr[-2000:]}")
    said: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return said


def main() -> int:
    """Prints the table; 1 where a page that was built before takes longer than the goal."""
    kept = two_years()
    with tempfile.TemporaryDirectory() as place:
        plant = Path(place) / "plant"
        shutil.copytree(kept, plant)
        with hub(plant):
            said = measured(plant)
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
