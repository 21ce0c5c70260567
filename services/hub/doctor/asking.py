"""Asks the store of a folder one thing, where it can be asked; what is wrong with it is said elsewhere."""

from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from services.core.refused import Refused
from services.store.database import Database
from services.store.folder import PlantFolder
from services.store.records import Records
from services.store.schema import as_now

T = TypeVar("T")


def answered(folder: PlantFolder, question: Callable[[Records], T], otherwise: T) -> T:
    """The answer; `otherwise` where there is no store, or none that can be read."""
    place = folder.place() if folder.root.is_dir() else None
    if place is None:
        return otherwise
    database = Database(place)
    try:
        with suppress(Refused), database.reading() as connection:
            as_now(connection)
            return question(Records(connection))
    finally:
        database.close()
    return otherwise
