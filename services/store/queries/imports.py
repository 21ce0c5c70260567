"""Registers that were brought in: who did, what of them still counts, and what has been worked on since."""

from dataclasses import dataclass

from services.core.hazards import State
from services.core.inspections import InspectionState
from services.core.paper import Import, worked_on
from services.store.records import Records

MOST = 50
KIND = {"hazards": "hazard", "inspections": "inspection", "incidents": "incident"}


@dataclass(frozen=True, slots=True)
class ImportRow:
    """An import: how many of its records are here, how many of those still count, how many of these were worked on
    since (with the numbers of some), and who brought it in."""

    batch: Import
    who: str
    here: int
    counting: int
    worked_on: int
    numbers: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """That of the import."""
        return self.batch.id


def import_rows(look: Records, most: int = MOST) -> tuple[ImportRow, ...]:
    """The newest imports first."""
    batches = sorted(look.find("import"), key=lambda one: one.at, reverse=True)[:most]
    return tuple(import_row(look, one) for one in batches)


def import_row(look: Records, batch: Import) -> ImportRow:
    """One import as it stands."""
    found = look.find(KIND[batch.register], batch=batch.id)
    counting = [one for one in found if _counts(one)]
    on = [one for one in counting if worked_on(one)]
    numbers = tuple(number for one in on[:5] if (number := getattr(one, "number", None)))
    by = look.get("person", batch.by) if batch.by else None
    return ImportRow(batch, by.name if by else "", len(found), len(counting), len(on), numbers)


def _counts(one: object) -> bool:
    state = getattr(one, "state", None)
    return state not in (State.REJECTED, InspectionState.EXCUSED) and getattr(one, "withdrawn_at", None) is None
