"""What the auditor's desk shows of a bag's records."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from services.core.hazards import Hazard
from services.reports.bag.evidence import clause_map
from services.reports.bag.ledger import clause_row
from services.store.bag import newest_of
from services.store.records import Records


@dataclass(frozen=True)
class ClauseRow:
    """A clause with its evidence in words; `place` is where it stands, gaps first."""

    id: str
    name: str
    evidence: str
    newest: str
    gap: bool
    place: int


def clause_rows(look: Records, lang: str) -> list[ClauseRow]:
    """The clause map of the records that are here."""
    plant = look.find("plant")[0]
    clock = plant.founded_at.astimezone(ZoneInfo(plant.timezone))
    rows = []
    for place, one in enumerate(clause_map(newest_of(look.connection))):
        standard, number, title, evidence, newest = clause_row(one, clock, lang)
        name = " ".join((*standard.split(" ")[:2], number, title))
        rows.append(ClauseRow(one.clause.code, name, evidence, newest, one.gap, place))
    return rows


def hazards_called(look: Records) -> list[tuple[str, str]]:
    """The hazards that a comment may be on, the newest first: id, and number with description."""
    hazards: tuple[Hazard, ...] = look.find("hazard")
    ordered = sorted(hazards, key=lambda one: (one.reported_at, one.id), reverse=True)
    return [(one.id, f"{one.number or ''} {one.description}".strip()) for one in ordered]
