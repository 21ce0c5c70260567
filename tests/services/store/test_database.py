"""An opened database: its settings, its two kinds of transaction, and the version guard."""

import threading
from contextlib import nullcontext

import pytest
import sqlalchemy as sa

from services.core.refused import Refused
from services.store import database as database_module
from services.store.database import Database, sqlite_driver, wal_is_safe


@pytest.fixture
def database(ground):
    made = Database(ground.fresh())
    with made.writing() as connection:
        connection.exec_driver_sql("CREATE TABLE t (a INTEGER)")
    yield made
    made.close()


def setting(database, name):
    with database.engine.connect() as connection:
        return connection.exec_driver_sql(f"PRAGMA {name}").scalar()


@pytest.mark.sqlite
def test_every_commit_reaches_the_disk(database):
    safe = wal_is_safe(tuple(int(part) for part in sqlite_driver().sqlite_version.split(".")))
    assert setting(database, "journal_mode") == ("wal" if safe else "truncate")
    assert setting(database, "synchronous") == 2
    assert setting(database, "foreign_keys") == 1
    assert setting(database, "secure_delete") == 1
    assert setting(database, "busy_timeout") == database_module.BUSY_MS
    assert setting(database, "mmap_size") in (0, None)


def test_an_unrepaired_sqlite_gets_no_write_ahead_log(tmp_path, monkeypatch):
    monkeypatch.setattr(database_module, "wal_is_safe", lambda version: False)
    made = Database(tmp_path / "x.db")
    assert (setting(made, "journal_mode"), setting(made, "synchronous")) == ("truncate", 2)
    made.close()


@pytest.mark.parametrize(
    ("version", "safe"),
    [
        ((3, 40, 1), False),
        ((3, 44, 5), False),
        ((3, 44, 6), True),
        ((3, 45, 0), False),
        ((3, 50, 6), False),
        ((3, 50, 7), True),
        ((3, 51, 0), False),
        ((3, 51, 2), False),
        ((3, 51, 3), True),
        ((3, 54, 0), True),
        ((4, 0, 0), True),
    ],
)
def test_which_versions_are_repaired(version, safe):
    assert wal_is_safe(version) is safe


def rows(database):
    with database.reading() as connection:
        return [row.a for row in connection.exec_driver_sql("SELECT a FROM t")]


def half_written(database):
    with database.writing() as connection:
        connection.exec_driver_sql("INSERT INTO t VALUES (1)")
        raise ZeroDivisionError


def test_what_fails_is_rolled_back(database):
    with pytest.raises(ZeroDivisionError):
        half_written(database)
    assert rows(database) == []


def test_a_reader_sees_one_snapshot(database):
    with database.reading() as reading:
        before = reading.exec_driver_sql("SELECT count(*) FROM t").scalar()
        with database.writing() as connection:
            connection.exec_driver_sql("INSERT INTO t VALUES (1)")
        assert reading.exec_driver_sql("SELECT count(*) FROM t").scalar() == before == 0
    assert rows(database) == [1]


def test_a_reader_writes_nothing(database):
    refuses = nullcontext() if database.is_sqlite else pytest.raises(sa.exc.InternalError)
    with refuses, database.reading() as connection:
        connection.exec_driver_sql("INSERT INTO t VALUES (1)")
    assert rows(database) == []


def test_a_second_writer_waits_its_turn_and_is_told_when_it_takes_too_long(tmp_path, monkeypatch):
    monkeypatch.setattr(database_module, "BUSY_MS", 50)
    monkeypatch.setattr(database_module, "PRAGMAS", (*database_module.PRAGMAS, "busy_timeout=50"))
    database = Database(tmp_path / "x.db")
    told = []

    def second():
        try:
            with database.writing():
                told.append("in")
        except Refused as refused:
            told.append(refused.code)

    with database.writing():
        thread = threading.Thread(target=second)
        thread.start()
        thread.join()
    second()
    database.close()
    assert told == ["store_busy", "in"]


def test_a_full_disk_is_one_refusal_and_space_makes_it_work_again(tmp_path):
    database = Database(tmp_path / "x.db")
    with database.writing() as connection:
        connection.exec_driver_sql("CREATE TABLE t (a)")

    @sa.event.listens_for(database.engine, "checkout")
    def limited(connection, *_):
        connection.execute(f"PRAGMA max_page_count={limit[0]}").close()

    limit = [20]
    with pytest.raises(Refused, match="disk_full"):
        fill(database)
    assert rows(database) == []
    limit[0] = 1_000_000
    fill(database)
    assert len(rows(database)) == 1
    database.close()


def fill(database):
    with database.writing() as connection:
        connection.exec_driver_sql("INSERT INTO t VALUES (zeroblob(500000))")


@pytest.mark.parametrize("plain", [False, True])
def test_a_text_that_no_one_can_read_is_damage_however_it_is_read(tmp_path, plain):
    database = Database(tmp_path / "a.db")
    with database.writing() as connection:
        connection.exec_driver_sql("CREATE TABLE t (name TEXT)")
        connection.exec_driver_sql("INSERT INTO t VALUES (CAST(X'C328' AS TEXT))")
    with pytest.raises(Refused, match="store_damaged"):
        names_in(database, plain=plain)
    database.close()


def names_in(database, *, plain):
    with database.reading() as connection:
        found = connection.exec_driver_sql("SELECT name FROM t")
        return found.cursor.fetchall() if plain else found.all()
