"""Access tokens of messengers: fetched once for all who send, kept while they are good, fetched anew when one dies."""

import threading
import time
from collections.abc import Callable

from services.alerts.receipt import Receipt

EARLY_S = 300.0
Fetched = tuple[str, float] | Receipt  # a token and for how many seconds it is good; or why there is none


class Tokens:
    """One token per account. However many ask at once, and however many find the same token dead, one fetches."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._known: dict[str, tuple[str, float]] = {}
        self._locks: dict[str, threading.Lock] = {}
        self._lock = threading.Lock()

    def get(self, account: str, fetch: Callable[[], Fetched], dead: str = "") -> str | Receipt:
        """The token of an account; never the one that was found `dead`."""
        with self._lock:
            turn = self._locks.setdefault(account, threading.Lock())
        with turn:
            token, until = self._known.get(account, ("", 0.0))
            if token and token != dead and self._clock() < until:
                return token
            found = fetch()
            if isinstance(found, Receipt):
                return found
            self._known[account] = (found[0], self._clock() + max(found[1] - EARLY_S, found[1] / 2))
            return found[0]
