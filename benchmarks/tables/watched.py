"""What is measured alike of every table: until rows are painted, how long a frame takes, how long the GUI thread was
away, and what the process holds in memory."""

import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QTableView

SIZE = (1000, 700)
STEPS = 60
PATIENCE_S = 60.0


class Longest(QObject):
    """The longest time for which the event loop did not come round, in seconds, since the last `begin`."""

    def __init__(self) -> None:
        super().__init__()
        self.longest, self._last = 0.0, 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    def begin(self) -> None:
        """Counts from here."""
        self.longest, self._last = 0.0, time.perf_counter()
        self._timer.start(1)

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now


def until(seen: Callable[[], bool]) -> float:
    """Lets the window work until something is seen; in seconds. Raises TimeoutError."""
    begun = time.perf_counter()
    QApplication.processEvents()
    while not seen():
        QApplication.processEvents()
        if time.perf_counter() - begun > PATIENCE_S:
            raise TimeoutError("waited in vain")
        time.sleep(0.0005)
    return time.perf_counter() - begun


def painted(view: QTableView) -> float:
    """Seconds that painting all visible rows takes."""
    begun = time.perf_counter()
    view.viewport().repaint()
    return time.perf_counter() - begun


def frames(view: QTableView) -> tuple[float, float]:
    """Median and longest seconds of a frame, while scrolling three rows at a time from where the view is."""
    took = []
    bar = view.verticalScrollBar()
    for _ in range(STEPS):
        begun = time.perf_counter()
        bar.setValue(bar.value() + 3)
        view.viewport().repaint()
        took.append(time.perf_counter() - begun)
        QApplication.processEvents()
    return median(took), max(took)


def resident_mb() -> float:
    """What the process holds in memory, as Linux counts it, in MB; 0 where the system does not tell."""
    try:
        text = Path("/proc/self/status").read_text("ascii")
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in text.splitlines() if line.startswith("VmRSS")), 0.0)
