"""What is written of the hazards of a very large plant, found by parts of three signs: a full-text table beside a
console's records. It is no part of what is synced: where there are many hazards a console makes it bit by bit, and
from then on triggers keep it. As long as it is not whole, each row is read instead."""

import time

import sqlalchemy as sa

from services.store.database import Database, sqlite_driver
from services.store.facts import fact, set_fact
from services.store.tables import facts, hazards

TABLE = "hazard_parts"
MANY = 50_000  # hazards; to read fewer row by row takes no longer than a blink
AT_ONCE = 500  # in one transaction, for which whoever writes meanwhile waits
PATIENCE_S = 0.3  # of one `further`
SIGNS = 3  # of a part, as SQLite's trigram has it
LEAST_SQLITE = (3, 43, 0)  # from which on a table without texts of its own forgets a row
WHOLE = "whole"
_KEPT = f"INSERT OR REPLACE INTO {TABLE} (rowid, number, description) VALUES (NEW.rowid, NEW.number, NEW.description);"
_MADE = (
    f"CREATE VIRTUAL TABLE {TABLE} USING fts5"
    "(number, description, tokenize='trigram', content='', contentless_delete=1, detail='none')",
    f"CREATE TRIGGER {TABLE}_made AFTER INSERT ON hazards BEGIN {_KEPT} END",
    f"CREATE TRIGGER {TABLE}_changed AFTER UPDATE OF number, description ON hazards"
    f" WHEN NEW.number IS NOT OLD.number OR NEW.description IS NOT OLD.description BEGIN {_KEPT} END",
)
_SOME = sa.text(
    f"INSERT OR REPLACE INTO {TABLE} (rowid, number, description)"
    " SELECT rowid, number, description FROM hazards WHERE rowid > :after AND rowid <= :last"
)
_LAST = sa.text("SELECT max(n) FROM (SELECT rowid AS n FROM hazards WHERE rowid > :after ORDER BY rowid LIMIT :most)")


def further(database: Database, patience_s: float = PATIENCE_S) -> bool:
    """Goes on making the table for so long, where there are many hazards; whether it is to go on."""
    with database.reading() as connection:
        if not _wanted(connection):
            return False
    end = time.monotonic() + patience_s
    while _step(database):
        if time.monotonic() >= end:
            return True
    return False


def _wanted(connection: sa.Connection) -> bool:
    if sqlite_driver().sqlite_version_info < LEAST_SQLITE or fact(connection, TABLE) == WHOLE:
        return False
    found = connection.execute(sa.select(hazards.c.id).offset(MANY).limit(1)).first()
    return found is not None


def _step(database: Database) -> bool:
    """The next rows, the oldest first; False where none is left."""
    with database.writing() as connection:
        after = fact(connection, TABLE)
        if after == WHOLE:
            return False
        if after is None:
            for statement in _MADE:
                connection.exec_driver_sql(statement)
        last = connection.execute(_LAST, {"after": after or 0, "most": AT_ONCE}).scalar()
        if last is not None:
            connection.execute(_SOME, {"after": after or 0, "last": last})
        set_fact(connection, TABLE, WHOLE if last is None else last)
        return last is not None


def forget(connection: sa.Connection) -> None:
    """Takes the table away before the tables beside it change: one that is rebuilt loses its triggers and numbers its
    rows anew. It is made again in time."""
    if sa.inspect(connection).has_table(TABLE):
        for trigger in (f"{TABLE}_made", f"{TABLE}_changed"):
            connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {trigger}")
        connection.exec_driver_sql(f"DROP TABLE {TABLE}")
        connection.execute(sa.delete(facts).where(facts.c.name == TABLE))


def is_whole(connection: sa.Connection) -> bool:
    """Whether it knows every hazard."""
    return connection.dialect.name == "sqlite" and fact(connection, TABLE) == WHOLE


def may_hold(number: sa.ColumnElement[int], text: str) -> "sa.ColumnElement[bool] | None":
    """Holds for every row in which the text stands, and for some others; None for a text that has no whole part.
    `number` is SQLite's own of the hazard's row."""
    parts = [text[at : at + SIGNS] for at in range(len(text) - SIGNS + 1)]
    if not parts or "\0" in text:
        return None
    asked = " AND ".join('"' + part.replace('"', '""') + '"' for part in parts)
    rowid, match = sa.literal_column(f"{TABLE}.rowid", sa.Integer), sa.literal_column(TABLE, sa.Text)
    return number.in_(sa.select(rowid).select_from(sa.text(TABLE)).where(match.op("MATCH")(asked)))
