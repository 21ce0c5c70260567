"""The project's table of all hazards, in a window of its own: what it takes comes out as one line of JSON.

python -m benchmarks.tables.lazy DATABASE
"""

import json
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from benchmarks.tables.watched import SIZE, Longest, frames, painted, resident_mb, until
from desktop.models.paged_table import PagedTable, Source
from desktop.models.record_table import Column
from desktop.style.icons import icon
from desktop.style.theme import set_font, theme
from desktop.tasks import Tasks
from desktop.widgets.table import Table
from services.store.database import Database
from services.store.queries.hazard_pages import Part, hazard_listing
from services.store.records import Records

SORTS = {"number": 1, "state": 3, "zone": 2, "clock": 4}
FILTERS: dict[str, tuple[str, Any]] = {
    "a text of many rows": ("what", "灭火器"),
    "a text of no row": ("what", "没有这样的事"),
    "a number": ("number", "0099999"),
    "a state": ("state", ["fixing"]),
    "a month": ("reported", "2024-05-01/2024-05-31"),
}
COLUMNS = (
    Column("what", "隐患", lambda one: one.hazard.description, 300, grows=True),
    Column("number", "编号", lambda one: one.hazard.number or "", 150),
    Column("zone", "区域", lambda one: one.zone.name, 120),
    Column("state", "状态", lambda one: one.hazard.state.value, 120, choices=lambda: [("fixing", "整改中")]),
    Column("clock", "时限", lambda one: str(one.clock or ""), 150),
    Column("reported", "上报时间", lambda one: str(one.hazard.reported_at), 120, moment=lambda one: one.clock),
)


class Run:
    """The table and its figures, in seconds. `part` as `hazard_listing` has it; `first` is asked before, as a page
    asks for what stands above its table."""

    def __init__(self, path: Path, part: Part = "", first: Callable[[Records], object] | None = None) -> None:
        database = Database(path)

        def ask(query: Callable[..., Any], **given: Any) -> Any:
            with database.reading() as connection:
                return query(Records(connection), **given)

        self.heart = Longest()
        self.said: dict[str, Any] = {}
        source = Source(lambda: hazard_listing(datetime.now(UTC), part=part), ask, Tasks())
        ask(lambda look: look.find("plant"))  # the file is open, as in a console that is at work
        icon("close")  # the icons are there, too
        self.table = Table("benchTable", COLUMNS, source=source)
        assert isinstance(self.table.model, PagedTable)
        self.model = self.table.model
        self.table.resize(*SIZE)
        self.table.show()
        until(lambda: True)
        painted(self.table.view)
        self.empty_mb = resident_mb()
        self.heart.begin()
        begun = time.perf_counter()
        if first is not None:
            ask(first)
        self.table.look_again()
        until(self._here)
        painted(self.table.view)
        self.said["ready"] = time.perf_counter() - begun
        until(lambda: self.model.known)
        self.said["known"] = time.perf_counter() - begun
        self.said |= {"rows": self.model.rowCount(), "mb": resident_mb(), "gui": self.heart.longest}

    def _here(self) -> bool:
        """All rows in view have been read, or there is none."""
        top = max(self.table.view.rowAt(0), 0)
        last = self.table.view.rowAt(self.table.view.viewport().height() - 1)
        bottom = last if last >= 0 else self.model.rowCount() - 1
        shown = [self.model.held(row) is not None for row in range(top, bottom + 1)]
        return all(shown) and (bool(shown) or self.model.known)

    def change(self, do: Callable[[], object]) -> dict[str, float]:
        """Until what is in view after a change has been painted, until all places are known, and the GUI's worst."""
        self.model.known = False
        self.heart.begin()
        begun = time.perf_counter()
        seen = False

        def moved() -> None:
            nonlocal seen
            seen = True

        self.model.layoutChanged.connect(moved)
        do()
        until(lambda: seen and self._here())
        painted(self.table.view)
        ready = time.perf_counter() - begun
        until(lambda: self.model.known)
        self.model.layoutChanged.disconnect(moved)
        known = time.perf_counter() - begun
        return {"ready": ready, "known": known, "gui": self.heart.longest, "rows": self.model.rowCount()}

    def jump(self, row: int) -> dict[str, float]:
        """Until the rows at a place have been painted."""
        self.heart.begin()
        begun = time.perf_counter()
        self.table.view.verticalScrollBar().setValue(row)
        painted(self.table.view)
        until(self._here)
        painted(self.table.view)
        return {"ready": time.perf_counter() - begun, "gui": self.heart.longest}

    def all(self) -> dict[str, Any]:
        """Everything, one after the other."""
        count, view = self.model.rowCount(), self.table.view
        self.said["to the middle"] = self.jump(count // 2)
        self.said["frame"], self.said["worst frame"] = frames(view)
        self.said["to the end"] = self.jump(count)
        view.verticalScrollBar().setValue(0)
        head = self.table.columns.head
        for name, place in SORTS.items():
            by = self.change(partial(head.setSortIndicator, place, Qt.SortOrder.AscendingOrder))
            self.said[f"by {name}"] = by
            self.said[f"by {name}, to the middle"] = self.jump(count // 2)
            view.verticalScrollBar().setValue(0)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        until(lambda: self.model.known)
        for name, (key, kept) in FILTERS.items():
            self.said[f"with {name}"] = self.change(partial(self.table.filters.fields[key].put, kept))
            self.change(self.table.filters.clear)
        self.said["mb at the end"] = resident_mb()
        return self.said


def main(path: str) -> int:
    """Prints the figures."""
    app = QApplication(sys.argv[:1])
    theme.apply("light")
    set_font()
    run = Run(Path(path))
    print(json.dumps(run.all() | {"empty_mb": run.empty_mb}), flush=True)
    run.model.source.tasks.wait()
    app.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
