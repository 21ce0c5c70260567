"""A hazard is reported in a zone of the demo plant: how long until its colour is on the map of the console that did so,
and on the map of another one. A real hub in a process of its own, two real windows with their own replicas; both
windows are driven by this process, so that each also waits for the other.

Give a demo plant's folder (what is reported stays in it), or one is made for it.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, NamedTuple, cast

from benchmarks.figures import out

if TYPE_CHECKING:
    from desktop.opening import Opened
    from desktop.views.floor_plan.page import MapPage
    from desktop.views.window import Window
    from desktop.workbench import Workbench

LOGIN, TIMES, PATIENCE_S = "刘洋", 15, 60.0
HERE_MS, THERE_MS = 200.0, 2000.0


class Desk(NamedTuple):
    """One console."""

    opened: "Opened"
    workbench: "Workbench"
    window: "Window"
    page: "MapPage"

    def shows(self, zone: str, status: str) -> bool:
        """Whether the zone has this colour on the map; if so, it is painted by now."""
        if self.page.view.status_of(zone) != status:
            return False
        self.page.view.repaint()
        return True

    def close(self) -> None:
        """Ends it, with the hub that it has started."""
        self.window.close()
        self.workbench.close()


def main() -> int:
    """Prints the figures; 1 where a median is beyond its goal."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if len(sys.argv) > 1:
        return measured(Path(sys.argv[1]))
    with tempfile.TemporaryDirectory() as place:
        made = [sys.executable, "-m", "services.cli", "demo", "--data", f"{place}/plant"]
        subprocess.run(made, check=True, stdout=subprocess.DEVNULL)
        return measured(Path(place) / "plant")


def measured(plant: Path) -> int:
    """The figures of one plant."""
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance() or QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as place:
        beside = Path(place) / "plant"
        beside.mkdir()
        (beside / "hub").symlink_to(plant.resolve() / "hub")
        here = desk(plant, None)
        there = desk(beside, here.opened.url)
        try:
            return told(*times(app.processEvents, here, there))
        finally:
            there.close()
            here.close()


def desk(folder: Path, hub: str | None) -> Desk:
    """A console on a folder, in step with the hub, its map shown."""
    from PySide6.QtWidgets import QApplication

    from desktop.opening import open_plant
    from desktop.tasks import Tasks
    from desktop.views.window import Window
    from desktop.workbench import Workbench

    opened, tasks = open_plant(folder, hub, LOGIN), Tasks()
    workbench, window = Workbench(opened, tasks), Window()
    window.resize(1366, 768)
    window.show()
    window.work_with(workbench, tasks)
    workbench.syncing.start()
    until(QApplication.processEvents, lambda: workbench.me is not None and workbench.sync_state.hub == "in_step")
    window.go("map")
    page = cast("MapPage", window.pages["map"])
    until(QApplication.processEvents, lambda: page.view.picture.underlay is not None and not tasks.busy)
    return Desk(opened, workbench, window, page)


def times(events: Callable[[], object], here: Desk, there: Desk) -> tuple[list[float], list[float]]:
    """Seconds until each report was seen here and there."""
    photo = here.workbench.ask(lambda look: look.find("hazard"))[-1].before[0]
    calm = [zone.id for zone in here.page.view.picture.zones if zone.status == "normal"][:TIMES]
    seen_here, seen_there = [], []
    for zone in calm:
        begun = time.perf_counter()
        local = here.workbench.run("hazards.report", zone=zone, photos=[photo], description="")
        if not local.ok:
            raise RuntimeError(str(local.refused))
        until(events, partial(here.shows, zone, "pending"))
        seen_here.append(time.perf_counter() - begun)
        until(events, partial(there.shows, zone, "pending"))
        seen_there.append(time.perf_counter() - begun)
    return seen_here, seen_there


def until(events: Callable[[], object], seen: Callable[[], bool]) -> None:
    """Lets both windows work until something is seen. Raises TimeoutError after a minute."""
    end = time.monotonic() + PATIENCE_S
    while not seen():
        events()
        if time.monotonic() > end:
            raise TimeoutError


def told(here: list[float], there: list[float]) -> int:
    """Prints; 1 where a median is beyond its goal."""
    missed = 0
    for what, found, goal in (("here", here, HERE_MS), ("on another console", there, THERE_MS)):
        middle, worst = median(found) * 1000, max(found) * 1000
        out(f"seen {what}: median {middle:.0f} ms, at worst {worst:.0f} ms of {len(found)} (goal {goal:.0f})")
        missed |= int(middle > goal)
    return missed


if __name__ == "__main__":
    sys.exit(main())
