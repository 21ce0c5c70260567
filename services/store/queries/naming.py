"""What can be chosen in a form: the records of a kind that are in use, as id and name, by name."""

from typing import Any

from services.core.checklists import Checklist
from services.core.people import Person
from services.store.records import Records

Named = list[tuple[str, str]]


def names_of(look: Records, kind: str) -> Named:
    """Those that are not retired; of people, those who are here and have a name; of checklists, those that one checks
    by."""
    return sorted(((one.id, one.name) for one in look.find(kind) if _in_use(one)), key=lambda one: one[1])


def _in_use(one: Any) -> bool:
    if isinstance(one, Person):
        return one.here and bool(one.name)
    return one.retired_at is None and (not isinstance(one, Checklist) or one.purpose == "check")
