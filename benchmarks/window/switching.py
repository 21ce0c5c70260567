"""The console's window in a process of its own: from a key to the page painted, for every page; one line of JSON.

python -m benchmarks.window.switching PLANT
"""

import cProfile
import json
import pstats
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.window.years import LOGIN
from desktop.__main__ import Console, start
from desktop.views.nav_item import NavItem
from desktop.views.pages import group_of
from desktop.workbench import Workbench
from services.core.record import KINDS

AGAIN, STALE, TOP = 9, 5, 8
QUIET_S, PATIENCE_S = 3.0, 240.0
ROOT = Path(__file__).resolve().parents[2]


class Painted(QObject):
    """Knows whether a page has been painted, with everything on it: the event after the paint has come."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.at = 0.0
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self.at:
            QTimer.singleShot(0, self, self._on_done)
        return False

    def _on_done(self) -> None:
        self.at = time.perf_counter()


def painted_after(part: QWidget, begun: float) -> float:
    """Seconds from a moment until a part of the window, which is about to be painted, has been."""
    seen = Painted(part)
    while not seen.at:
        QApplication.processEvents()
    seen.deleteLater()
    return seen.at - begun


def until(seen: Callable[[], object]) -> None:
    """Lets the window work until something is seen. Raises TimeoutError."""
    end = time.monotonic() + PATIENCE_S
    while not seen():
        if time.monotonic() > end:
            raise TimeoutError("waited in vain")
        QTest.qWait(1)


class Switching:
    """Goes from page to page by the keys."""

    def __init__(self, console: Console) -> None:
        self.console, self.window = console, console.window
        until(lambda: isinstance(console.workbench, Workbench))
        assert isinstance(console.workbench, Workbench)
        self.workbench = console.workbench
        self.brought = time.monotonic()
        self.workbench.syncing.brought.connect(self._on_brought)
        until(lambda: self.window.here and self.workbench.sync_state.hub == "in_step")
        self.rest(QUIET_S)
        self.window.activateWindow()
        until(self.window.isActiveWindow)  # else it gets no keys

    def _on_brought(self, kinds: Any, _: Any) -> None:
        if kinds:
            self.brought = time.monotonic()

    def rest(self, quiet_s: float = 0.0) -> None:
        """Until nothing runs, and nothing has been brought for so long."""
        until(lambda: not self.console.tasks.busy and time.monotonic() - self.brought >= quiet_s)
        QTest.qWait(30)
        until(lambda: not self.console.tasks.busy)

    def to(self, key: str) -> float:
        """Seconds from the press, the mouse's where a page has no key, until the page has been painted. One shown for
        the first time is built."""
        numbered = self.window.numbered_pages()
        item = self.window.findChild(NavItem, f"nav-{key}")
        assert item is not None
        if key not in numbered and not item.isVisible():
            self.to(group_of(key))  # beneath which it is seen
        begun = time.perf_counter()
        if key in numbered:
            number = numbered.index(key) + 1
            QTest.keyClick(self.window, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier)
        else:
            QTest.mouseClick(item, Qt.MouseButton.LeftButton)
        took = painted_after(self.window.pages[key], begun)
        self.rest()
        return took

    def away(self, key: str) -> None:
        """To another page."""
        self.to(next(one for one in self.window.shown_pages() if one != key and one in self.window.pages))

    def all(self) -> dict[str, Any]:
        """Each page: the first time, again, and after everything has changed."""
        pages = list(self.window.shown_pages())
        self.to(pages[1])
        first = {key: self.to(key) for key in pages if key not in self.window.pages}
        found: dict[str, dict[str, Any]] = {}
        for key in pages:
            found[key] = {"first": [first[key]] if key in first else [], "again": [], "changed": [], "slow": []}
            for name, times in (("again", AGAIN), ("changed", STALE)):
                for _ in range(times):
                    self.away(key)
                    if name == "changed":
                        self.workbench.changed.emit(frozenset(KINDS))
                    self.rest()
                    found[key][name].append(self.to(key))
            found[key]["slow"] = self.profile(key)
        return found

    def profile(self, key: str) -> list[str]:
        """Where the time goes when everything has changed: the project's own functions, the dearest first."""
        self.away(key)
        self.workbench.changed.emit(frozenset(KINDS))
        self.rest()
        profile = cProfile.Profile()
        profile.enable()
        self.to(key)
        profile.disable()
        known: Any = pstats.Stats(profile)
        rows = [
            (f"{Path(file).relative_to(ROOT)}:{line} {name}", calls, spent)
            for (file, line, name), (_, calls, _, spent, _) in known.stats.items()
            if file.startswith((str(ROOT / "desktop"), str(ROOT / "services")))
        ]
        rows.sort(key=lambda one: -one[2])
        return [f"{spent * 1000:7.1f} ms {calls:6} x  {name}" for name, calls, spent in rows[:TOP]]


def main(plant: Path) -> int:
    """Prints the figures."""
    _, console = start(plant, None, LOGIN)
    console.window.resize(1366, 768)
    print(json.dumps(Switching(console).all()), flush=True)
    console.window.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
