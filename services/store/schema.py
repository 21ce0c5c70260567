"""Brings a database to this version's tables. Alembic is imported only when there is something to do."""

import logging
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from services.core.refused import Refused
from services.store import hazard_parts
from services.store.database import Database
from services.store.kept_copies import keep_copy
from services.store.postgresql import ALONE, make_schema

LOG = logging.getLogger(__name__)
HEAD = "0070"
MIGRATIONS = Path(__file__).parent / "migrations"
VERSIONS = (MIGRATIONS / "versions",)


def bring_up(database: Database, *, keep: bool = False) -> None:
    """Makes or migrates the tables; of several who do it at once, one does. With `keep` a file that is to be migrated
    is copied first. Where a step fails all is as it was. Raises Refused: newer_store, when a later version wrote it;
    store_not_utf8; upgrade_failed; disk_full, where there is no room for the copy."""
    with database.reading() as connection:
        present = _known(connection)
    if present == HEAD:
        return
    kept = keep_copy(database, present) if keep and present is not None else None
    try:
        _upgrade(database)
    except Refused:
        raise
    except Exception as error:
        LOG.exception("the store could not be brought from %s to %s", present, HEAD)
        if present is None:
            raise
        what = f"{type(error).__name__}: {getattr(error, 'orig', None) or error}"[:160]
        raise Refused("upgrade_failed", found=present, known=HEAD, what=what, copy=str(kept or "") or "–") from error


def as_now(connection: sa.Connection) -> None:
    """For whoever only reads. Raises Refused: newer_store; older_store, when an earlier version wrote it and nobody has
    brought it up since."""
    present = _known(connection)
    if present != HEAD:
        raise Refused("older_store", found=present or "-", known=HEAD)


def still_ours(connection: sa.Connection) -> None:
    """For a writer that does not have the database alone, and holds its lock: a process of a later version may have
    migrated it meanwhile. Raises Refused: newer_store."""
    found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one()
    if found > HEAD:
        raise Refused("newer_store", found=found, known=HEAD)


def _known(connection: sa.Connection) -> str | None:
    present = _revision(connection)
    if present is not None and present > HEAD:
        raise Refused("newer_store", found=present, known=HEAD)
    return present


def _revision(connection: sa.Connection) -> str | None:
    if not sa.inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar()


def _upgrade(database: Database) -> None:
    from alembic import command

    with database.engine.connect() as connection:
        if database.is_sqlite:
            # A table that is rebuilt while foreign keys are on would take its children with it.
            connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            hazard_parts.forget(connection)
        else:
            make_schema(connection)
            connection.exec_driver_sql(ALONE)  # whoever writes by the tables of before is done, or comes after
        try:
            command.upgrade(config(connection), "head")
            connection.commit()
        finally:
            connection.invalidate()  # rolls back what failed; and the next one has foreign keys again


def config(connection: sa.Connection) -> Any:
    """Alembic's configuration for this connection."""
    from alembic.config import Config

    settings = Config()
    settings.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    settings.set_main_option("path_separator", "newline")
    settings.set_main_option("version_locations", "\n".join(str(one).replace("%", "%%") for one in VERSIONS))
    settings.attributes["connection"] = connection
    return settings
