"""Data from every earlier schema comes through: at each step of the migrations a row is laid into every table that has
just come, and in the end each of them can be read as a record, with all that it said."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.script import ScriptDirectory

from services.core.record import as_json
from services.store.database import Database
from services.store.records import Records
from services.store.schema import HEAD, bring_up, config
from services.store.tables import RECORDS
from tests.services.store.test_schema import EXAMPLES

OF_ITS_OWN: dict[str, Any] = {"TEXT": "x", "INTEGER": 1, "FLOAT": 1.0, "BOOLEAN": True, "REAL": 1.0, "NUMERIC": 1}


def rows_of_now(folder: Path) -> dict[str, dict[str, Any]]:
    """An example of each kind, as this version keeps it."""
    database = Database(folder / "now.db")
    bring_up(database)
    found = {}
    with database.writing() as connection:
        look = Records(connection)
        for kind, example in EXAMPLES.items():
            look.put(example)
            found[kind] = dict(connection.execute(sa.select(RECORDS[kind])).mappings().one())
    database.close()
    return found


def steps(database: Database) -> list[str]:
    """The revisions, the first one first."""
    with database.engine.connect() as connection:
        script = ScriptDirectory.from_config(config(connection))
    return [one.revision for one in reversed(list(script.walk_revisions()))]


def upgraded(database: Database, to: str) -> None:
    with database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        command.upgrade(config(connection), to)
        connection.commit()


def laid(database: Database, now: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """A row in each table of records that has none, of what its columns of that time can hold; what was laid."""
    found = {}
    with database.writing() as connection:
        connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
        inspector = sa.inspect(connection)
        there = set(inspector.get_table_names())
        for kind, table in RECORDS.items():
            if table.name not in there or kind not in now:
                continue
            columns = {one["name"]: one for one in inspector.get_columns(table.name)}
            then = sa.table(table.name, *(sa.column(name, one["type"]) for name, one in columns.items()))
            if connection.execute(sa.select(sa.func.count()).select_from(then)).scalar():
                continue
            row = {name: value for name, value in now[kind].items() if name in columns}
            gone = [one for name, one in columns.items() if name not in row and not one["nullable"]]
            row |= {one["name"]: OF_ITS_OWN[str(one["type"]).split("(")[0]] for one in gone if one["default"] is None}
            connection.execute(sa.insert(then), row)
            found[kind] = row
    return found


@pytest.fixture(scope="module")
def now(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    return rows_of_now(tmp_path_factory.mktemp("now"))


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = Database(tmp_path / "old.db")
    yield made
    made.close()


def test_a_row_laid_at_every_step_is_a_record_in_the_end(database: Database, now: Any) -> None:
    laid_at: dict[str, dict[str, Any]] = {}
    for revision in steps(database):
        upgraded(database, revision)
        laid_at |= laid(database, now)
    assert set(laid_at) == set(now), "every kind was there at some step"
    assert changed(database, laid_at) == {}


def changed(database: Database, laid_at: dict[str, dict[str, Any]]) -> dict[str, list[str]]:
    """What is not as it was laid, by kind; all must be records."""
    found: dict[str, list[str]] = {}
    with database.reading() as connection:
        assert connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() == HEAD
        look = Records(connection)
        for kind, row in laid_at.items():
            (record,) = look.find(kind)
            example = as_json(EXAMPLES[kind])
            other = [name for name, value in as_json(record).items() if name in row and value != example[name]]
            if other:
                found[kind] = other
    return found
