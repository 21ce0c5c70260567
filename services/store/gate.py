"""Many pass at once, or one has the place for itself: how the file of an open database can be exchanged."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Gate:
    """Whoever is inside may pass again, so that nested passing never waits for a gate that waits for it."""

    def __init__(self) -> None:
        self._free = threading.Condition()
        self._inside = 0

    @contextmanager
    def passing(self) -> Iterator[None]:
        """Inside, together with others."""
        with self._free:
            self._inside += 1
        try:
            yield
        finally:
            with self._free:
                self._inside -= 1
                self._free.notify_all()

    @contextmanager
    def shut(self) -> Iterator[None]:
        """Alone: waits until nobody is inside, and lets nobody in until it ends."""
        with self._free:
            while self._inside:
                self._free.wait()
            yield
