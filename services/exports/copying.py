"""The whole store as one SQLite file, also of a plant on a PostgreSQL server: every table, row by row."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import sqlalchemy as sa

from services.store.columns import metadata
from services.store.database import Database
from services.store.left_behind import leave_behind
from services.store.schema import bring_up

PART = 2000


def copy_tables(source: sa.Connection, file: Path, now: datetime) -> None:
    """All rows that `source` sees into a new file. Sessions and codes that are good for minutes stay out of it, and
    what waits to be sent is closed: nobody is told twice."""
    copy = Database(file, full="disk_full_here")
    try:
        bring_up(copy)
        with copy.writing() as connection:
            for table in metadata.sorted_tables:
                for part in _parts(source, table):
                    connection.execute(sa.insert(table), part)
            leave_behind(connection, now, frozenset())
        with copy.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA journal_mode=DELETE")  # one file, without a log beside it
    finally:
        copy.close()


def _parts(source: sa.Connection, table: sa.Table) -> Iterator[list[dict[str, object]]]:
    query = sa.select(table).execution_options(yield_per=PART)
    for part in source.execute(query).mappings().partitions(PART):
        yield [dict(row) for row in part]
