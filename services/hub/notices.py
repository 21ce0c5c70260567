"""Tells consoles at once that something was committed: one stream of server-sent events a console."""

import asyncio
import threading
from collections.abc import AsyncIterator, Sequence

from services.store.journal import Answer

BEAT_S = 15.0  # a line now and then, so that both ends notice a connection that is gone


class Notices:
    """`told` may be called from any thread; `stream` runs in the server's loop."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._ears: set[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = set()
        self._head = 0
        self._closed = False

    def on_committed(self, answers: Sequence[Answer]) -> None:
        """The writer has committed these answers."""
        self.told(max(answer.seq for answer in answers))

    def told(self, head: int) -> None:
        """The journal has come to this entry."""
        with self._lock:
            self._head = max(self._head, head)
            ears = list(self._ears)
        for loop, event in ears:
            loop.call_soon_threadsafe(event.set)

    def close(self) -> None:
        """All streams end."""
        self._closed = True
        self.told(self._head)

    async def stream(self) -> AsyncIterator[str]:
        """Events `data: <sequence number>` as they come, and a comment line every so often."""
        ear = asyncio.get_running_loop(), asyncio.Event()
        with self._lock:
            self._ears.add(ear)
        try:
            yield ": listening\n\n"
            while not self._closed:
                try:
                    await asyncio.wait_for(ear[1].wait(), BEAT_S)
                except TimeoutError:
                    yield ": still here\n\n"
                    continue
                ear[1].clear()
                yield f"data: {self._head}\n\n"
        finally:
            with self._lock:
                self._ears.discard(ear)
