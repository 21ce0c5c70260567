"""The limit of a first sync: its rows written into SQLite in one flushed transaction, with no network and no check."""

import json
import time
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy.schema import CreateIndex, CreateTable

from services.store.database import sqlite_driver
from services.store.tables import hazards

NAMES = [column.name for column in hazards.columns]
PRAGMAS = ("PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL")


def _rows(database: Path) -> list[tuple[Any, ...]]:
    with closing(sqlite_driver().connect(database)) as source:
        quoted = ", ".join(f'"{name}"' for name in NAMES)
        rows: list[tuple[Any, ...]] = source.execute(f"SELECT {quoted} FROM hazards ORDER BY id").fetchall()
        return rows


def _written(place: Path, made: list[str], insert: str, rows: list[tuple[Any, ...]]) -> float:
    with closing(sqlite_driver().connect(place, isolation_level=None)) as target:
        for statement in (*PRAGMAS, *made):
            target.execute(statement)
        start = time.perf_counter()
        target.execute("BEGIN")
        target.executemany(insert, rows)
        target.execute("COMMIT")
        return time.perf_counter() - start


def as_text(database: Path, place: Path) -> float:
    """Seconds for a table of id and JSON text with no further index."""
    rows = [
        (row[NAMES.index("id")], json.dumps(dict(zip(NAMES, row, strict=True)), ensure_ascii=False))
        for row in _rows(database)
    ]
    made = ["CREATE TABLE records (id TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID"]
    return _written(place, made, "INSERT INTO records VALUES (?, ?)", rows)


def into_table(database: Path, place: Path) -> float:
    """Seconds for the table of a console, with all its columns and indexes."""
    made = [str(CreateTable(hazards)), *(str(CreateIndex(index)) for index in hazards.indexes)]
    places = ", ".join("?" for _ in NAMES)
    return _written(place, made, f"INSERT INTO hazards VALUES ({places})", _rows(database))
