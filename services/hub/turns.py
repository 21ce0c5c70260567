"""A few threads for the many looks of the many plants of one process: each look has its turn when it is due, and none
is at work twice at once."""

import heapq
import threading
import time
from collections.abc import Callable
from itertools import count

THREADS = 6


class Turn:
    """One look that comes again and again, until `end`."""

    def __init__(self, turns: "Turns", look: Callable[[], None], every_s: float) -> None:
        self._turns, self.look, self.every_s = turns, look, every_s
        self.due = time.monotonic() + every_s
        self.at_work = self.ended = self.again = False

    def soon(self, after_s: float) -> None:
        """It comes after so many seconds, if it would not come sooner."""
        self._turns.sooner(self, time.monotonic() + after_s)

    def end(self, patience_s: float = 20) -> None:
        """It does not come again; waits for one that is at work."""
        self._turns.drop(self, patience_s)


class Turns:
    """The threads start with the first look."""

    def __init__(self, threads: int = THREADS) -> None:
        self._changed = threading.Condition()
        self._waiting: list[tuple[float, int, Turn]] = []
        self._order = count()
        self._ended = False
        self._threads = [threading.Thread(target=self._run, name=f"turns-{n}", daemon=True) for n in range(threads)]

    def add(self, look: Callable[[], None], every_s: float) -> Turn:
        """A look that comes every so many seconds, the first time after as many."""
        turn = Turn(self, look, every_s)
        with self._changed:
            if self._threads and not self._threads[0].is_alive():
                for thread in self._threads:
                    thread.start()
            self._wait(turn)
        return turn

    def sooner(self, turn: Turn, due: float) -> None:
        """See Turn.soon."""
        with self._changed:
            turn.again = turn.at_work
            if due < turn.due or turn.at_work:
                turn.due = due
                if not turn.at_work:
                    self._wait(turn)

    def drop(self, turn: Turn, patience_s: float) -> None:
        """See Turn.end."""
        with self._changed:
            turn.ended = True
            self._changed.wait_for(lambda: not turn.at_work, patience_s)

    def stop(self) -> None:
        """All threads end after the looks in hand."""
        with self._changed:
            self._ended = True
            self._changed.notify_all()
        for thread in self._threads:
            if thread.is_alive():
                thread.join(timeout=20)

    def _wait(self, turn: Turn) -> None:
        heapq.heappush(self._waiting, (turn.due, next(self._order), turn))
        self._changed.notify()

    def _run(self) -> None:
        while (turn := self._next()) is not None:
            try:
                turn.look()
            finally:
                self._done(turn)

    def _next(self) -> Turn | None:
        """The look that is due now; waits for one. None at the end."""
        with self._changed:
            while not self._ended:
                rest = self._waiting[0][0] - time.monotonic() if self._waiting else None
                if rest is not None and rest <= 0:
                    due, _, turn = heapq.heappop(self._waiting)
                    if turn.ended or turn.at_work or due != turn.due:
                        continue  # it was asked for sooner, and has come
                    turn.at_work, turn.again = True, False
                    return turn
                self._changed.wait(rest)
        return None

    def _done(self, turn: Turn) -> None:
        with self._changed:
            turn.at_work = False
            if not turn.again:
                turn.due = time.monotonic() + turn.every_s
            if not turn.ended:
                self._wait(turn)
            self._changed.notify_all()
