"""The same rows as a plain Qt table shows them: everything is fetched into a list, and the model reads from it. The
fetching is as light as it can be: the driver's own tuples of the six columns, the zone's name joined in SQL.

python -m benchmarks.tables.fetched DATABASE
"""

import json
import sys
import time
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QTableView

from benchmarks.tables.watched import SIZE, frames, painted, resident_mb
from services.store.database import sqlite_driver

QUERY = """SELECT h.description, h.number, z.name, h.state, h.due_at, h.reported_at
  FROM hazards h JOIN zones z ON z.id = h.zone ORDER BY h.reported_at DESC"""
TITLES = ("隐患", "编号", "区域", "状态", "时限", "上报时间")


class Fetched(QAbstractTableModel):
    """Holds all rows."""

    def __init__(self, rows: list[tuple[Any, ...]]) -> None:
        super().__init__()
        self.rows = rows

    def rowCount(self, parent: Any = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Any = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(TITLES)

    def data(self, index: Any, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return self.rows[index.row()][index.column()] if role == Qt.ItemDataRole.DisplayRole else None


def main(path: str) -> int:
    """Prints what it takes until the rows are painted, a frame, and the memory."""
    app = QApplication(sys.argv[:1])
    connection = sqlite_driver().connect(path)
    connection.execute("SELECT 1").fetchall()
    view = QTableView()
    view.setModel(Fetched([]))
    view.resize(*SIZE)
    view.show()
    app.processEvents()
    painted(view)
    empty = resident_mb()
    begun = time.perf_counter()
    model = Fetched(connection.execute(QUERY).fetchall())
    view.setModel(model)
    app.processEvents()
    painted(view)
    ready = time.perf_counter() - begun
    said = {"ready": ready, "rows": model.rowCount(), "mb": resident_mb(), "empty_mb": empty}
    said["frame"], said["worst frame"] = frames(view)
    begun = time.perf_counter()
    model.layoutAboutToBeChanged.emit()
    model.rows.sort(key=lambda row: (row[3], row[5]))
    model.layoutChanged.emit()
    painted(view)
    said["by state"] = time.perf_counter() - begun
    begun = time.perf_counter()
    kept = [row for row in model.rows if any("没有这样的事" in cell for cell in row)]
    said["with a text of no row"] = time.perf_counter() - begun
    print(json.dumps(said), flush=True)
    assert not kept
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
