"""A heartbeat on the GUI thread: how long it was away each time, for how much of that it worked itself or stood in line
for a processor, and where it was found when that was too long."""

import sys
import threading
import time
from collections import Counter
from pathlib import Path
from types import FrameType
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer

EVERY_MS = 5
LONGEST_S = 0.05
LOOK_S = 0.005
SHOWN = 3
OPENING = "opening"
ROOT = Path(__file__).resolve().parents[2]


class Gap(NamedTuple):
    """Seconds between two beats: by the clock, at work on a processor, and ready but waiting for one that others had
    (0 where the system does not tell)."""

    wall: float
    work: float
    queued: float


class Heart(QObject):
    """Gaps between beats, and where the GUI thread was found in those that were too long (by looks of 5 ms), by
    phase. A gap counts as too long without its wait for a processor: that is the machine's."""

    def __init__(self) -> None:
        super().__init__()
        self.gaps: dict[str, list[Gap]] = {}
        self.found: dict[str, Counter[str]] = {}
        self._phase = ""
        self._last, self._worked, self._queued = 0.0, 0.0, 0.0
        self._seen: list[str] = []
        self._gui = threading.get_ident()
        self._line = Path(f"/proc/self/task/{threading.get_native_id()}/schedstat")
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        threading.Thread(target=self._watch, daemon=True).start()

    def begin(self, phase: str) -> None:
        """From here on it is another phase."""
        self.gaps.setdefault(phase, [])
        self.found.setdefault(phase, Counter())
        self._last, self._worked, self._queued = time.perf_counter(), time.thread_time(), self._in_line()
        self._phase = phase
        self._timer.start(EVERY_MS)

    def rest(self) -> None:
        """No phase."""
        self._timer.stop()
        self._phase = ""

    def _beat(self) -> None:
        now, worked, queued = time.perf_counter(), time.thread_time(), self._in_line()
        gap = Gap(now - self._last, worked - self._worked, queued - self._queued)
        self.gaps[self._phase].append(gap)
        seen, self._seen = self._seen, []
        if gap.wall - gap.queued > LONGEST_S:
            self.found[self._phase].update(seen)
        self._last, self._worked, self._queued = now, worked, queued

    def _in_line(self) -> float:
        """Seconds that this thread has ever waited for a processor, as Linux counts them."""
        try:
            return int(self._line.read_text("ascii").split()[1]) / 1e9
        except (OSError, IndexError):
            return 0.0

    def _watch(self) -> None:
        """Looks again and again while a beat is late."""
        while True:
            time.sleep(LOOK_S)
            if self._phase and time.perf_counter() - self._last > 2 * LOOK_S:
                self._seen.append(self._where())

    def _where(self) -> str:
        """The program's frames on the GUI thread: what was called first, and the innermost; where there are none, those
        of its other threads."""
        frames = sys._current_frames()
        if gui := ours(frames.pop(self._gui)):
            return f"in {shortened(gui)}"
        others = [found[0] for frame in frames.values() if (found := ours(frame))]
        return "in Qt alone; other threads in " + ("; ".join(others) or "nothing of this project")


def shortened(frames: list[str]) -> str:
    """The innermost frames and the two that called all others."""
    if len(frames) <= SHOWN + 2:
        return " < ".join(frames)
    return " < ".join([*frames[:SHOWN], "…", *frames[-2:]])


def ours(frame: FrameType | None) -> list[str]:
    """The frames of the program (not of this benchmark), the innermost first."""
    found = []
    while frame is not None:
        file = Path(frame.f_code.co_filename)
        if file.is_relative_to(ROOT) and file.relative_to(ROOT).parts[0] in ("desktop", "services"):
            found.append(f"{file.relative_to(ROOT)}:{frame.f_lineno} {frame.f_code.co_name}")
        frame = frame.f_back
    return found
