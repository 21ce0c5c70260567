"""The console's window in a process of its own: from a key in the palette to its rows painted; one line of JSON.

python -m benchmarks.window.searching PLANT
"""

import json
import sys
import time
from pathlib import Path
from typing import Any

from PySide6.QtTest import QTest

from benchmarks.window.switching import Switching, painted_after, until
from benchmarks.window.years import LOGIN
from desktop.__main__ import start
from desktop.views.palette.palette import Palette

OPENED = 5
QUERIES = ("cyc", "chongya", "wang", "yh-2025", "0042", "冲压", "guangshan", "a", "shezhi", "xyzzy")


class Searching(Switching):
    """Types one query after the other."""

    def all(self) -> dict[str, Any]:
        everywhere = self.window.everywhere
        until(lambda: everywhere.index.ready)
        self.rest()
        shelves = everywhere.index.shelves
        found: dict[str, Any] = {"things": {kind: len(shelf.things) for kind, shelf in shelves.items()}, "open": []}
        for _ in range(OPENED):
            begun = time.perf_counter()
            everywhere.search()
            (palette,) = self.window.findChildren(Palette)
            found["open"].append(self._painted(palette, begun))
            palette.shut()
            self.rest()
        everywhere.search()
        found["keys"] = {query: self._typed(palette, query) for query in QUERIES}
        return found

    def _typed(self, palette: Palette, query: str) -> list[float]:
        palette.field.clear()
        self.rest()
        times = []
        for place in range(1, len(query) + 1):
            begun = time.perf_counter()
            if query.isascii():
                QTest.keyClicks(palette.field, query[place - 1])
            else:
                palette.field.setText(query[:place])
            times.append(self._painted(palette, begun))
        return times

    def _painted(self, palette: Palette, begun: float) -> float:
        part = palette.view.viewport() if palette.model.rows else palette.nothing
        part.update()
        return painted_after(part, begun)


def main() -> int:
    """The process."""
    _, console = start(Path(sys.argv[1]), None, LOGIN)
    sys.stdout.write(json.dumps(Searching(console).all()) + "\n")
    sys.stdout.flush()
    console.window.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
