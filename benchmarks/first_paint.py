"""From the start of a process to the first paint of its window: the console beside a bare PySide6 window, and on a
screen of memory beside Picard and Anki too.

They run as processes of their own, in turn. Offscreen the moment is the first paint event of the window; on the screen
(Xvfb, where it is there) it is when the X server shows more than one colour in it. The console opens an empty folder,
as on a new machine. Its modules are compiled, as they are once installed: the first run of each, which compiles them,
is left out.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import NamedTuple

from benchmarks.figures import out
from benchmarks.peers.bring import anki_window
from benchmarks.window.mapped import screen, until_seen

RUNS, GOAL = 15, 1.5
BESIDE = {"bare": 1.5, "picard": 0.75, "anki": 0.3}
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

HELD = (
    BARE.replace(WATCH, "import sys\n")
    .replace("done = app.quit\n", "")
    .replace("watch = Watch()\nwindow.installEventFilter(watch)\n", "")
)
# the address of no hub, so that the window starts none, which would go on alone
HELD_CONSOLE = """
import sys
from pathlib import Path
from desktop.__main__ import start
app, console = start(Path(sys.argv[1]), "http://127.0.0.1:9")
app.exec()
"""
PROFILE = """
import sys
from pathlib import Path
import anki.lang
from aqt.profiles import ProfileManager
Path(sys.argv[1]).mkdir(parents=True, exist_ok=True)
anki.lang.set_lang("en_US")
profiles = ProfileManager(Path(sys.argv[1]))
profiles.setupMeta()
profiles.meta.update(firstRun=False, updates=False)
profiles.create("User 1")
profiles.setLang("en_US")
"""
LOCAL = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
WEB = {"QTWEBENGINE_CHROMIUM_FLAGS": "--no-sandbox", "QTWEBENGINE_DISABLE_SANDBOX": "1", "QT_LOGGING_RULES": "*=false"}


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
    """Prints the medians and their ratios, the second of which a busy machine disturbs less; 1 where a goal is
    missed."""
    with tempfile.TemporaryDirectory() as compiled:
        missed = offscreen(compiled)
        if shutil.which("Xvfb"):
            return int(on_screen(compiled) or missed)
    out("NOT MEASURED: Xvfb is not on this machine, so no window can be seen beside Picard and Anki")
    return int(missed)


def offscreen(compiled: str) -> bool:
    """The console beside a bare window, without a screen; whether the goal is missed."""
    bare: list[Start] = []
    console: list[Start] = []
    for _ in range(RUNS + 1):
        bare.append(once(BARE, compiled))
        with tempfile.TemporaryDirectory() as place:
            console.append(once(CONSOLE, compiled, str(Path(place) / "plant")))
    peers, ours = (middle(one[1:]) for one in (bare, console))
    out(f"first paint, ms, median of {RUNS}{'console':>12} {'bare':>8} {'ratio':>8} (goal {GOAL})")
    for name in Start._fields:
        one, other = getattr(ours, name), getattr(peers, name)
        out(f"  {name:28} {one * 1000:8.0f} {other * 1000:8.0f} {one / other:8.2f}")
    return ours.wall / peers.wall > GOAL


def on_screen(compiled: str) -> bool:
    """The console beside others on a screen; whether a goal is missed."""
    took: dict[str, list[float]] = {}
    environment = {**os.environ, "QT_QPA_PLATFORM": "xcb", "PYTHONPYCACHEPREFIX": compiled, **WEB}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as place, screen() as display:
        home = Path(place)
        others = shown(home)
        for _ in range(RUNS + 1):
            for name, command in others.items():
                with tempfile.TemporaryDirectory(dir=home) as plant:
                    whole = [part.format(plant=plant) for part in command]
                    took.setdefault(name, []).append(until_seen(whole, display, environment, home))
    return compared({name: median(each[1:]) for name, each in took.items()})


def compared(seen: dict[str, float]) -> bool:
    """Prints when each window was seen, and the console's share of it; whether a goal is missed."""
    ours, missed = seen["console"], False
    out(f"window seen on Xvfb, ms, median of {RUNS}{'':14} console is")
    for name, one in seen.items():
        goal = BESIDE.get(name)
        wanted = f" (goal {goal})" if goal else ""
        out(f"  {name:28} {one * 1000:8.0f} {ours / one:17.2f} x{wanted}")
        missed |= goal is not None and ours / one > goal
    return missed


def shown(home: Path) -> dict[str, list[str]]:
    """The commands that show a window; a peer that cannot be had here is said to be missing."""
    found = {"bare": [sys.executable, "-c", HELD], "console": [sys.executable, "-c", HELD_CONSOLE, "{plant}"]}
    if picard := shutil.which("picard"):
        found["picard"] = [picard, "-N", "-P"]
    else:
        out("NOT MEASURED: Picard is not on this machine (Debian: picard)")
    python = anki_window()
    if python is not None:
        profile = str(home / "anki")
        subprocess.run([str(python), "-c", PROFILE, profile], check=True, env=LOCAL, capture_output=True)
        found["anki"] = [str(python), "-c", "import aqt; aqt.run()", "-b", profile, "-l", "en", "-p", "User 1"]
    return found


def middle(starts: list[Start]) -> Start:
    """The median of each figure."""
    return Start(median(one.wall for one in starts), median(one.work for one in starts))


if __name__ == "__main__":
    sys.exit(main())
