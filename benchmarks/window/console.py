"""The console's window in a process of its own, through all phases; its gaps come out as one line of JSON.

python -m benchmarks.window.console PLANT SECONDS
"""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer

from benchmarks.peers.plant import LOGIN
from benchmarks.window.beat import OPENING, Heart
from desktop.__main__ import Console, start
from desktop.workbench import Workbench

QUIET_S = 2.0
EVERY_MS = 200
FIRST = "first sync"


class Acts(QObject):
    """What happens one after the other. `took`: seconds of each operation that the person here issued."""

    def __init__(self, console: Console, heart: Heart, plant: Path, seconds: int) -> None:
        super().__init__()
        self.console, self.heart, self.plant, self.seconds = console, heart, plant, seconds
        self.took: list[float] = []
        self.brought, self.rate = time.monotonic(), 0.0
        self._person = QTimer(self)
        self._person.timeout.connect(self._issue)
        self._acts = self._all()
        heart.begin(OPENING)
        QTimer.singleShot(0, self._next)

    def _next(self) -> None:
        wait = next(self._acts, None)
        if wait is None:
            said = {"gaps": self.heart.gaps, "found": self.heart.found, "took": self.took, "rate": self.rate}
            print(json.dumps(said), flush=True)
            self.console.window.close()
            return
        QTimer.singleShot(wait, self._next)

    def _all(self) -> Iterator[int]:
        yield from self._opened()
        yield from self._quiet()
        self.heart.begin("nothing happens")
        yield self.seconds * 1000
        others = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.window.others", str(self.plant)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        for page in ("map", "hazards"):
            yield from self._page(page)
        self.rate = float(others.communicate()[0])

    def _opened(self) -> Iterator[int]:
        while not isinstance(self.console.workbench, Workbench):
            yield 1
        self.heart.begin(FIRST)
        self.console.workbench.syncing.brought.connect(self._on_brought)

    def _on_brought(self, kinds: Any, _: Any) -> None:
        if kinds:
            self.brought = time.monotonic()

    def _quiet(self) -> Iterator[int]:
        """Until the first sync is over, older entries too."""
        assert isinstance(self.console.workbench, Workbench)
        while not self.console.workbench.syncing.reachable or time.monotonic() - self.brought < QUIET_S:
            yield 50

    def _page(self, page: str) -> Iterator[int]:
        self.heart.rest()
        self.console.window.go(page)
        yield 2000
        self.heart.begin(f"100 changes/s, {page}")
        yield self.seconds * 1000
        self._person.start(EVERY_MS)
        self.heart.begin(f"and a person at work, {page}")
        yield self.seconds * 1000
        self._person.stop()
        self.heart.rest()

    def _issue(self) -> None:
        workbench = self.console.workbench
        assert isinstance(workbench, Workbench)
        zones = workbench.ask(lambda look: look.find("zone"))
        number = len(self.took)
        begun = time.perf_counter()
        local = workbench.run("zones.rename", zone=zones[number % len(zones)].id, name=f"车间 {number} 区")
        self.took.append(time.perf_counter() - begun)
        if not local.ok:
            raise RuntimeError(str(local.refused))


def main(plant: Path, seconds: int) -> int:
    """Shows the window and goes through all acts."""
    app, console = start(plant, None, LOGIN)
    acts = Acts(console, Heart(), plant, seconds)
    code = app.exec()
    assert acts.took
    return code


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2])))
