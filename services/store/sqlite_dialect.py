"""SQLAlchemy's SQLite with one memory for all files of a process: a statement that was compiled for one file is not
compiled again for the next. A console opens its file anew after each new replica, and a statement takes most of a
millisecond to compile."""

from typing import Any

from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.util import LRUCache

MOST_STATEMENTS = 1000
COMPILED: "LRUCache[Any, Any]" = LRUCache(MOST_STATEMENTS)


class SameForAllFiles(SQLiteDialect_pysqlite):
    """Equal to every other of its kind, since one driver and one set of settings serve all files of a process: what is
    compiled is kept by its dialect."""

    supports_statement_cache = True

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self)

    def __hash__(self) -> int:
        return hash(type(self))
