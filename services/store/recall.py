"""Records that were read before. A row that is as it was makes the record that it made, so a window that looks again
after every change pays for what has changed only; and the same record stays the same object."""

from collections.abc import Callable
from typing import Any

import sqlalchemy as sa


class Recall:
    """Holds the newest row and record of each id. Every row is read from the database all the same: nothing here can be
    out of date. May be used by several threads."""

    MOST = 50_000

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], tuple[tuple[Any, ...], Any]] = {}

    def record(self, kind: str, row: sa.Row[Any], make: Callable[[str, sa.Row[Any]], Any]) -> Any:
        """The record of a whole row of this kind; `make` is asked where the row is new or another."""
        key, values = (kind, row.id), tuple(row)
        known = self._known.get(key)
        if known is not None and known[0] == values:
            return known[1]
        made = make(kind, row)
        if len(self._known) >= self.MOST:
            self._known.clear()
        self._known[key] = values, made
        return made
