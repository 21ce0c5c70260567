"""Garbage is collected on the GUI thread alone, a little at a time.

Left to itself Python collects on whatever thread happens to allocate: a task would then destroy pictures and widgets
that only the GUI thread may touch, and to look through everything takes a tenth of a second, and all threads stand.
"""

import gc
from typing import ClassVar
from weakref import WeakSet

from PySide6.QtCore import QObject, QTimer

EVERY_MS, OLD_MS = 200, 30_000
MANY = 700  # so many new objects are worth looking through


class Garbage(QObject):
    """Collects for as long as one of these lives. What is there when old objects are first looked through, mostly the
    program itself, is left alone from then on: once in a process."""

    living: ClassVar["WeakSet[Garbage]"] = WeakSet()
    settled: ClassVar[bool] = False

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.living.add(self)
        gc.disable()
        self._young, self._old = QTimer(self, interval=EVERY_MS), QTimer(self, interval=OLD_MS)
        self._young.timeout.connect(self._on_young)
        self._old.timeout.connect(self._on_old)
        self._young.start()
        self._old.start()

    def end(self) -> None:
        """Python collects by itself again, unless another one lives."""
        self._young.stop()
        self._old.stop()
        self.living.discard(self)
        if not self.living:
            gc.enable()

    def _on_young(self) -> None:
        if gc.get_count()[0] > MANY:
            gc.collect(1)

    def _on_old(self) -> None:
        if Garbage.settled:
            gc.collect()
        else:
            gc.collect(1)  # what is young may be garbage, and would be left alone, too
            gc.freeze()
            Garbage.settled = True
