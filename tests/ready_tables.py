"""The tables of a new SQLite file, laid at once: the migrations run once in a process, and most tests begin with a
new plant. What is laid is what they left; a file that has tables already is migrated as everywhere."""

from collections.abc import Callable

import sqlalchemy as sa

from services.store.database import Database
from services.store.schema import HEAD


def laid_at_once(migrate: Callable[[Database], None]) -> Callable[[Database], None]:
    """`migrate`, which a database without any table goes through only the first time."""
    known: list[str] = []

    def lay(database: Database) -> None:
        if not (database.is_sqlite and _new(database)):
            migrate(database)
        elif known:
            with database.writing() as connection:
                if not _statements(connection):  # of several who do it at once, one does
                    for statement in known:
                        connection.exec_driver_sql(statement)
                    connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (HEAD,))
        else:
            migrate(database)
            with database.reading() as connection:
                known.extend(_statements(connection))

    return lay


def _new(database: Database) -> bool:
    with database.reading() as connection:
        return not _statements(connection)


def _statements(connection: sa.Connection) -> list[str]:
    found = connection.exec_driver_sql("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid")
    return [one[0] for one in found]
