"""What can be chosen in a form: the records of a kind that are in use, as id and name, by name."""

from typing import Any

from services.core.people import Person
from services.store.records import Records

Named = list[tuple[str, str]]


def names_of(look: Records, kind: str) -> Named:
    """Those that are not retired; of people, those who are here and have a name."""
    return sorted(((one.id, one.name) for one in look.find(kind) if _in_use(one)), key=lambda one: one[1])


def _in_use(one: Any) -> bool:
    return bool(one.here and one.name) if isinstance(one, Person) else one.retired_at is None
