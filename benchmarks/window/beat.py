"""A heartbeat on the GUI thread: how long it was away each time, and where everything stood when that was too long."""

import sys
import threading
import time
from collections import Counter
from pathlib import Path
from types import FrameType

from PySide6.QtCore import QObject, Qt, QTimer

EVERY_MS = 5
LONGEST_S = 0.05
LOOK_S = 0.005
SHOWN = 3
ROOT = Path(__file__).resolve().parents[2]


class Heart(QObject):
    """Gaps in seconds between beats, and where threads were found when a beat was 50 ms late, both by phase."""

    def __init__(self) -> None:
        super().__init__()
        self.gaps: dict[str, list[float]] = {}
        self.found: dict[str, Counter[str]] = {}
        self._phase = ""
        self._last = 0.0
        self._gui = threading.get_ident()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        threading.Thread(target=self._watch, daemon=True).start()

    def begin(self, phase: str) -> None:
        """From here on it is another phase."""
        self.gaps.setdefault(phase, [])
        self.found.setdefault(phase, Counter())
        self._last = time.perf_counter()
        self._phase = phase
        self._timer.start(EVERY_MS)

    def rest(self) -> None:
        """No phase."""
        self._timer.stop()
        self._phase = ""

    def _beat(self) -> None:
        now = time.perf_counter()
        self.gaps[self._phase].append(now - self._last)
        self._last = now

    def _watch(self) -> None:
        """Looks once at each beat that is late."""
        seen = 0.0
        while True:
            time.sleep(LOOK_S)
            phase, last = self._phase, self._last
            if phase and last != seen and time.perf_counter() - last > LONGEST_S:
                seen = last
                self.found[phase][self._where()] += 1

    def _where(self) -> str:
        """The program's innermost frames on the GUI thread; where there are none, those of its other threads."""
        frames = sys._current_frames()
        if gui := ours(frames.pop(self._gui)):
            return "in " + " < ".join(gui[:SHOWN])
        others = [" < ".join(found[:SHOWN]) for frame in frames.values() if (found := ours(frame))]
        return "in Qt alone; other threads in " + ("; ".join(others) or "nothing of this project")


def ours(frame: FrameType | None) -> list[str]:
    """The frames of the program (not of this benchmark), the innermost first."""
    found = []
    while frame is not None:
        file = Path(frame.f_code.co_filename)
        if file.is_relative_to(ROOT) and file.relative_to(ROOT).parts[0] in ("desktop", "services"):
            found.append(f"{file.relative_to(ROOT)}:{frame.f_lineno} {frame.f_code.co_name}")
        frame = frame.f_back
    return found
