"""Whose personal data were erased, listed beside the database by id: a backup of an earlier day brings them back, and
what restores it must erase them again."""

import json
from collections.abc import Iterable
from pathlib import Path

import sqlalchemy as sa

from services.store.secret_box import write_private
from services.store.tables import people

LIST = "erased.json"


def erased_people(connection: sa.Connection) -> frozenset[str]:
    """The ids of people whose data were erased, as the records say."""
    return frozenset(connection.execute(sa.select(people.c.id).where(people.c.erased_at.is_not(None))).scalars())


def listed_erased(folder: Path) -> frozenset[str]:
    """The ids in the list of a hub's folder."""
    try:
        return frozenset(json.loads((folder / LIST).read_text(encoding="utf-8")))
    except (FileNotFoundError, ValueError):
        return frozenset()


def list_erased(folder: Path, ids: Iterable[str]) -> None:
    """Adds to the list; nobody is ever taken off it. Raises Refused: disk_full."""
    known = listed_erased(folder)
    if not known.issuperset(ids):
        write_private(folder / LIST, json.dumps(sorted(known.union(ids))))
