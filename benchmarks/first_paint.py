"""From the start of a process to the first paint of its window: the console beside a bare PySide6 window.

Both run as processes of their own, in turn, on Qt's offscreen platform; the moment is the first paint event of the
window. The console opens an empty folder, as on a new machine. Its modules are compiled, as they are once installed:
the first run of each, which compiles them, is left out.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import NamedTuple

from benchmarks.figures import out

RUNS, GOAL = 15, 1.5
WATCH = """
import sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            sys.stdout.write(f"{time.time()} {time.process_time()}\\n"); sys.stdout.flush()
            watched.removeEventFilter(self)
            QTimer.singleShot(0, done)
        return False
"""
BARE = (
    WATCH
    + """
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
app = QApplication([])
done = app.quit
window = QMainWindow()
window.setCentralWidget(QLabel("Anhuan"))
window.resize(1366, 768)
watch = Watch()
window.installEventFilter(watch)
window.show()
app.exec()
"""
)
CONSOLE = (
    WATCH
    + """
import os
from pathlib import Path
from desktop.__main__ import start
app, console = start(Path(sys.argv[1]), None)
done = lambda: os._exit(0)
watch = Watch()
console.window.installEventFilter(watch)
app.exec()
"""
)


class Start(NamedTuple):
    """Seconds from the start of a process to its first paint: by the clock, and at work on processors."""

    wall: float
    work: float


def once(code: str, compiled: str, *arguments: str) -> Start:
    """One start. `compiled` is the folder of compiled modules."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": compiled}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    start = time.time()
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, env=environment, check=True
    )
    painted, work = map(float, done.stdout.split())
    return Start(painted - start, work)


def main() -> int:
    """Prints the medians and their ratios, the second of which a busy machine disturbs less; 1 where the goal is
    missed."""
    bare: list[Start] = []
    console: list[Start] = []
    with tempfile.TemporaryDirectory() as compiled:
        for _ in range(RUNS + 1):
            bare.append(once(BARE, compiled))
            with tempfile.TemporaryDirectory() as place:
                console.append(once(CONSOLE, compiled, str(Path(place) / "plant")))
    peers, ours = (middle(one[1:]) for one in (bare, console))
    out(f"first paint, ms, median of {RUNS}{'console':>12} {'bare':>8} {'ratio':>8} (goal {GOAL})")
    for name in Start._fields:
        one, other = getattr(ours, name), getattr(peers, name)
        out(f"  {name:28} {one * 1000:8.0f} {other * 1000:8.0f} {one / other:8.2f}")
    return int(ours.wall / peers.wall > GOAL)


def middle(starts: list[Start]) -> Start:
    """The median of each figure."""
    return Start(median(one.wall for one in starts), median(one.work for one in starts))


if __name__ == "__main__":
    sys.exit(main())
