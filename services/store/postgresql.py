"""PostgreSQL as a plant's database: one schema a plant, one lock a plant, and what its errors mean.

Every connection sees one schema only, so that a plant which has no table yet never falls through to another's.
"""

import re
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event

from services.core.refused import Refused

CONNECTIONS, MORE_AT_NEED = 5, 15  # of one process; a server grants 100 as it comes
WAIT_S = 10
SILENT_S = 60

# The first name of the search path that the URL brings, else the schema that the server would take.
ONE_SCHEMA = """
SELECT set_config('search_path', CASE WHEN current_setting('search_path') LIKE '"$user"%'
    THEN quote_ident(current_schema()) ELSE split_part(current_setting('search_path'), ',', 1) END, false)
"""
SETTINGS = f"SET lock_timeout = '{WAIT_S}s'; SET timezone = 'UTC'"

# A writer's first statement. The lock ends with the transaction, after its rows can be seen: sequence numbers are given
# under it, so that nobody sees a number before all smaller ones. A writer that falls silent loses it.
ALONE = f"""
SELECT set_config('idle_in_transaction_session_timeout', '{SILENT_S}s', true),
    pg_advisory_xact_lock(7205, (SELECT oid::int FROM pg_namespace WHERE nspname = current_schema()))
"""
ONE_BRINGS_UP = "SELECT pg_advisory_xact_lock(7205, 0)"
SNAPSHOT = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}

CODES = {
    "53100": "disk_full",
    "58030": "disk_full",
    "40001": "store_busy",
    "40P01": "store_busy",
    "53200": "store_busy",
    "53300": "store_busy",
    "55P03": "store_busy",
    "57014": "store_busy",
    "XX001": "store_damaged",
    "XX002": "store_damaged",
}
GONE = ("08", "25P03", "57P")  # a connection that broke, a writer that was silent too long, a server that ends


def schema_in(url: str) -> str:
    """The schema that a plant's URL names; "" where it names none."""
    options = sa.make_url(url).query.get("options", "")
    found = re.search(r"search_path=([a-z_0-9]+)", str(options))
    return found[1] if found else ""


def with_schema(url: str, schema: str) -> str:
    """The same server's URL for the plant in a schema."""
    named = sa.make_url(url).update_query_dict({"options": f"-csearch_path={schema}"})
    return named.render_as_string(hide_password=False)


def engine(url: str, connections: int = CONNECTIONS, more_at_need: int = MORE_AT_NEED) -> sa.Engine:
    """Connections to one plant's schema; one that broke while nobody used it is replaced unseen."""
    made = sa.create_engine(
        url,
        pool_size=connections,
        max_overflow=more_at_need,
        pool_timeout=WAIT_S,
        pool_pre_ping=True,
        connect_args={"connect_timeout": WAIT_S},
    )

    @event.listens_for(made, "connect")
    def prepare(connection: Any, _: Any) -> None:
        connection.execute(ONE_SCHEMA)
        connection.execute(SETTINGS)
        connection.commit()

    return made


def refused_by(error: sa.exc.DBAPIError) -> Refused | None:
    """The refusal that an error of the server or of its connection is; None for a fault of ours."""
    state = getattr(error.orig, "sqlstate", None)
    if state in CODES:
        return Refused(CODES[state])
    if isinstance(error, sa.exc.DataError) and "NUL" in str(error.orig):
        return Refused("malformed", field="text")  # nothing that is asked for by such a text can be here
    no_answer = state is None and isinstance(error, sa.exc.OperationalError)
    if no_answer or error.connection_invalidated or (state or "").startswith(GONE):
        return Refused("store_unreachable")
    return None


def write_anew(engine: sa.Engine, tables: Sequence[str]) -> None:
    """Gives tables new files, without what was deleted or changed; the old ones are gone. A reader in the way is not
    waited for, as others would wait behind."""
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql(f"SET lock_timeout = '{WAIT_S * 50}ms'")
        try:
            for table in tables:
                connection.exec_driver_sql(f"VACUUM (FULL) {table}")
        finally:
            connection.exec_driver_sql(SETTINGS)


def make_schema(connection: sa.Connection) -> None:
    """Makes the plant's schema where it is missing, under the lock of those who bring up. Raises Refused:
    store_not_utf8."""
    connection.exec_driver_sql(ONE_BRINGS_UP)
    encoding = connection.exec_driver_sql("SELECT current_setting('server_encoding')").scalar_one()
    if encoding != "UTF8":
        raise Refused("store_not_utf8", found=encoding)
    if connection.exec_driver_sql("SELECT current_schema()").scalar() is None:
        name = connection.exec_driver_sql("SELECT current_setting('search_path')").scalar()
        connection.exec_driver_sql(f"CREATE SCHEMA {name}")
