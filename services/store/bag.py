"""An audit bag: the journal's entries in a database file of their own, with no clear personal values, to be checked
by anyone with `anhuan audit verify`."""

from pathlib import Path

import sqlalchemy as sa

from services.store.database import Database
from services.store.facts import set_fact
from services.store.schema import bring_up
from services.store.tables import entries


def write_bag(source: Path | str, target: Path) -> int:
    """Copies all entries of a database, by its file or URL; how many. An existing file is replaced."""
    fresh = target.with_name(target.name + ".new")
    fresh.unlink(missing_ok=True)
    from_plant, into = Database(source), Database(fresh)
    try:
        bring_up(into)
        with from_plant.reading() as reading, into.writing() as writing:
            rows = [dict(row) for row in reading.execute(sa.select(entries).order_by(entries.c.seq)).mappings()]
            if rows:
                writing.execute(sa.insert(entries), rows)
            set_fact(writing, "bag", True)
        with into.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA journal_mode=DELETE")
    finally:
        from_plant.close()
        into.close()
    fresh.replace(target)
    return len(rows)
