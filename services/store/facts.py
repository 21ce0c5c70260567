"""Small facts kept beside the records, by name: which hub a console belongs to, how far it is, the plant's epoch."""

import json
from typing import Any

import sqlalchemy as sa

from services.store.tables import facts

BROUGHT_IN = "brought_in"  # the hub has yet to settle what was going on when its plant was written elsewhere


def fact(connection: sa.Connection, name: str) -> Any:
    """A kept fact, or None."""
    found = connection.execute(sa.select(facts.c.value).where(facts.c.name == name)).scalar()
    return None if found is None else json.loads(found)


def set_fact(connection: sa.Connection, name: str, value: Any) -> None:
    """Keeps a fact."""
    connection.execute(sa.delete(facts).where(facts.c.name == name))
    connection.execute(sa.insert(facts), {"name": name, "value": json.dumps(value)})


def epoch_of(connection: sa.Connection) -> str:
    """Names the time since the hub's store was made or last put back to a backup; '' on a console that is new."""
    return str(fact(connection, "epoch") or "")
