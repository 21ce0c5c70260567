"""Is the GUI thread ever away for more than 50 ms while the console syncs? The real window, a real hub, a heartbeat of
5 ms, through a first sync, a stream of 100 changes a second from others, and a person who works meanwhile.

    python -m benchmarks.heartbeat [RECORDS] [SECONDS]

Nine in ten hazards are settled, as in a plant of some age. The figures are told, with the places where the thread was
found when it was late; "nothing happens" shows what the machine itself takes.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.figures import out
from benchmarks.peers.lines import free_port, wait_for
from benchmarks.peers.plant import filled
from benchmarks.window.beat import LONGEST_S

SETTLED = 0.9
MOST_PLACES = 5


@contextmanager
def hub(plant: Path) -> Iterator[None]:
    """The plant's hub in a process of its own."""
    port = free_port()
    command = [sys.executable, "-m", "services.cli", "hub", "--data", str(plant), "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        wait_for(port)
        yield
    finally:
        process.terminate()
        process.wait()


def window(plant: Path, seconds: int) -> dict[str, Any]:
    """What the console's process says: on a screen of memory where there is one, else without any."""
    command = [sys.executable, "-m", "benchmarks.window.console", str(plant), str(seconds)]
    screen = shutil.which("xvfb-run")
    if screen:
        command = [screen, "-a", "-s", "-screen 0 1600x1000x24", *command]
    else:
        out("no Xvfb here: the window is drawn on Qt's offscreen platform")
    platform = "xcb" if screen else "offscreen"
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "QT_QPA_PLATFORM": platform})
    if done.returncode or not done.stdout.strip():
        raise RuntimeError(f"the console has ended with {done.returncode}: {done.stderr[-800:]}")
    said: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return said


def row(name: str, seconds: list[float]) -> None:
    """One line of the table, in milliseconds."""
    each = sorted(one * 1000 for one in seconds)
    late = sum(one > LONGEST_S * 1000 for one in each)
    out(f"  {name:32} {median(each):7.1f} {each[int(len(each) * 0.99)]:7.1f} {each[-1]:7.1f} {late:6} of {len(each)}")


def places(found: dict[str, dict[str, int]]) -> None:
    """Where the GUI thread was when it was late."""
    for phase, counted in found.items():
        for place, times in sorted(counted.items(), key=lambda one: -one[1])[:MOST_PLACES]:
            out(f"  {phase}: {times} x {place}")


def main(count: int = 3000, seconds: int = 15) -> int:
    """Prints the gaps of each phase, what an operation took, and who was in the way."""
    kept = filled(count, settled=SETTLED)
    with tempfile.TemporaryDirectory() as place:
        plant = Path(place) / "plant"
        shutil.copytree(kept.folder, plant)
        with hub(plant):
            said = window(plant, seconds)
    out(f"a plant of {count:,} hazards; gaps between heartbeats in ms (goal: none over {LONGEST_S * 1000:.0f})")
    out(f"  {'':32} {'median':>7} {'p99':>7} {'max':>7}   over {LONGEST_S * 1000:.0f}")
    for phase, each in said["gaps"].items():
        row(phase, each)
    row("an operation of the person", said["took"])
    out(f"others changed {said['rate']:.0f} records a second; when the thread was late:")
    places(said["found"])
    return 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
