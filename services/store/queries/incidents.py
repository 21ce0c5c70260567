"""Incidents as the office sees them: what is to be classified or investigated first, and what was counted this year."""

from dataclasses import dataclass
from datetime import date, datetime

from services.core.accident_codes import TypeCode, code_on
from services.core.calendar import day_of
from services.core.hazards import Hazard
from services.core.incidents import Incident
from services.core.investigations import Investigation
from services.core.measures import Period
from services.core.zones import Zone
from services.store.queries.figures import injuries
from services.store.records import Records


@dataclass(frozen=True, slots=True)
class IncidentRow:
    """An incident with its place, who told of it, its investigation, and the hazards that its corrective actions are.
    `hurt` is somebody's name: not for everybody. `code` is what the standard that was in force calls its type."""

    incident: Incident
    zone: Zone
    hurt: str
    reporter: str
    investigation: Investigation | None
    leader: str
    actions: tuple[Hazard, ...]
    code: TypeCode | None
    edition: str

    @property
    def id(self) -> str:
        """The incident's id."""
        return self.incident.id

    @property
    def stage(self) -> str:
        """What it waits for: classify, investigate, conclude, act; or it is settled, or withdrawn."""
        if self.incident.withdrawn_at is not None:
            return "withdrawn"
        if self.incident.to_classify:
            return "classify"
        if self.investigation is not None and self.investigation.concluded_at is None:
            return "conclude"
        if self.investigation is None and self.incident.kind == "recordable_injury" and not self.incident.batch:
            return "investigate"
        return "act" if any(one.open for one in self.actions) else "settled"

    @property
    def status(self) -> str:
        """Its sign."""
        return {"settled": "normal", "withdrawn": "unknown"}.get(self.stage, "pending")


@dataclass(frozen=True, slots=True)
class IncidentCounts:
    """Of the plant's year until now; `since` is how many days ago the last recordable injury was, None without one."""

    recordable: int
    days_lost: int
    near_misses: int
    since: int | None


def incident_rows(look: Records) -> tuple[IncidentRow, ...]:
    """All incidents, the newest first."""
    zones = {one.id: one for one in look.find("zone")}
    people = {one.id: one.name for one in look.find("person")}
    studied = {one.incident: one for one in look.find("investigation")}
    found = sorted(look.find("incident"), key=lambda one: (one.at, one.id), reverse=True)
    return tuple(_row(look, one, zones, people, studied.get(one.id)) for one in found)


def incident_row(look: Records, id_: str) -> IncidentRow | None:
    """One incident; None where there is none."""
    return next((one for one in incident_rows(look) if one.id == id_), None)


def incident_called(look: Records, number: str) -> IncidentRow | None:
    """The incident of this number, its own or that of the paper register."""
    return next((one for one in incident_rows(look) if number in (one.incident.number, one.incident.old_number)), None)


def _row(
    look: Records, one: Incident, zones: dict[str, Zone], people: dict[str, str], study: Investigation | None
) -> IncidentRow:
    known = code_on(look, one.accident_type, day_of(look, one.at))
    return IncidentRow(
        incident=one,
        zone=zones[one.zone],
        hurt=people.get(one.person or "", ""),
        reporter=people.get(one.reported_by or "", ""),
        investigation=study,
        leader=people.get(study.leader, "") if study else "",
        actions=look.find("hazard", incident=one.id) if study else (),
        code=known[1] if known else None,
        edition=known[0].edition if known else "",
    )


def incident_counts(look: Records, now: datetime) -> IncidentCounts:
    """What the page counts."""
    today = day_of(look, now)
    year = Period(date(today.year, 1, 1), today)
    living = [one for one in look.find("incident") if one.withdrawn_at is None]
    days = {one.id: day_of(look, one.at) for one in living}
    counted = injuries(look, year)
    hurt = [days[one.id] for one in living if one.kind == "recordable_injury"]
    return IncidentCounts(
        recordable=counted.count,
        days_lost=counted.days_lost,
        near_misses=sum(one.kind == "near_miss" and days[one.id].year == today.year for one in living),
        since=(today - max(hurt)).days if hurt else None,
    )
