"""What was kept on paper: rows of old registers become records with their own dates, in a batch that can be taken
back as one. The journal shows who brought them in, from which file and when."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated, Literal

from services.core.categories import known_category
from services.core.equipment import Equipment
from services.core.hazards import Hazard, State, hours_of
from services.core.ids import digest, new_id
from services.core.incidents import Incident
from services.core.inspection_plans import InspectionPlan, Window
from services.core.inspections import Inspection, InspectionState, task_of
from services.core.operation import Change, Context, Look, Put, operation, required
from services.core.people import Person
from services.core.plant import day_number, the_plant
from services.core.record import record
from services.core.refused import Refused
from services.core.roles import OFFICE
from services.core.routes import Category, destination
from services.core.shape import Range, Ref, Text
from services.core.zones import Zone

MOST_ROWS = 500
Register = Literal["hazards", "inspections", "incidents"]
RowNumber = Annotated[int, Range(1, 2_000_000)]
Someone = Annotated[str, Ref("person")]


@record("import", indexed=("sha256",), called="file")
@dataclass(frozen=True, kw_only=True)
class Import:
    """One file that was brought in. `rows` is how many were to come; it was `taken_back_at` when none is left."""

    id: str
    register: Register
    file: str
    sha256: str
    rows: int
    at: datetime
    by: str | None = None
    taken_back_at: datetime | None = None
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class HazardRow:
    """A line of a hazard ledger (隐患台账). `row` is its number in the sheet. Without `closed_at` it is still open."""

    row: RowNumber
    zone: Annotated[str, Ref("zone")]
    reported_at: datetime
    description: Annotated[str, Text(most=500, least=0)] = ""
    category: Category = "other"
    grade: Literal["general", "major"] = "general"
    old_number: Annotated[str, Text(most=40, least=0)] = ""
    reporter: Someone | None = None
    fixer: Someone | None = None
    reviewer: Someone | None = None
    due_at: datetime | None = None
    fixed_at: datetime | None = None
    closed_at: datetime | None = None
    fix_note: Annotated[str, Text(most=500, least=0)] = ""


@dataclass(frozen=True, kw_only=True)
class InspectionRow:
    """A line of an inspection register: what became of an inspection that a plan asked for on a day."""

    row: RowNumber
    plan: Annotated[str, Ref("inspection_plan")]
    zone: Annotated[str, Ref("zone")]
    due_at: datetime
    closes_at: datetime
    state: Literal["done", "late", "missed", "excused"]
    equipment: Annotated[str, Ref("equipment")] | None = None
    by: Someone | None = None
    at: datetime | None = None
    note: Annotated[str, Text(most=500, least=0)] = ""


def running(look: Look, batch: str, register: Register) -> Import:
    """The import, which must be of this register and not taken back. Raises Refused: no_such_record,
    import_taken_back, import_of_another."""
    found = required(look, Import, batch)
    if found.taken_back_at is not None:
        raise Refused("import_taken_back", file=found.file)
    if found.register != register:
        raise Refused("import_of_another", file=found.file)
    return found


def row_id(batch: str, row: int, at: datetime) -> str:
    """The id of what a row becomes: the same row again is the same record, and it sorts by its own date."""
    return new_id(max(0, int(at.timestamp() * 1000)), bytes.fromhex(digest(f"{batch} {row}".encode()))[:10])


def numbered(rows: tuple[HazardRow, ...] | tuple[InspectionRow, ...]) -> None:
    """Not too many rows, none twice. Raises Refused: rows_too_many, row_twice."""
    if not 0 < len(rows) <= MOST_ROWS:
        raise Refused("rows_too_many", most=MOST_ROWS)
    if len({one.row for one in rows}) != len(rows):
        raise Refused("row_twice")


def in_order(row: int, *moments: datetime | None) -> None:
    """The dates of a row do not run backwards. Raises Refused: row_dates_wrong."""
    known = [one for one in moments if one is not None]
    if known != sorted(known):
        raise Refused("row_dates_wrong", row=row)


@operation("imports.begin", roles=OFFICE, offline=False)
@dataclass(frozen=True, kw_only=True)
class Begin:
    """A paper register is brought in from a file; its rows follow."""

    register: Register
    file: Annotated[str, Text(most=200)]
    sha256: Annotated[str, Text(most=64, least=64)]
    rows: RowNumber

    def decide(self, context: Context, look: Look) -> list[Change]:
        if any(one.taken_back_at is None for one in look.find("import", sha256=self.sha256)):
            raise Refused("imported_before", file=self.file)
        batch = Import(
            id=context.id,
            register=self.register,
            file=self.file,
            sha256=self.sha256,
            rows=self.rows,
            at=context.now,
            by=context.actor.person,
        )
        return [Put(batch)]


@operation("hazards.import_rows", roles=OFFICE, offline=False)
@dataclass(frozen=True, kw_only=True)
class ImportHazards:
    """Lines of a hazard ledger, with the dates that stand there. What is still open is sent on, without a letter to
    anyone; rows that are there already stay as they are."""

    batch: Annotated[str, Ref("import")]
    rows: tuple[HazardRow, ...]

    def decide(self, context: Context, look: Look) -> list[Change]:
        batch = running(look, self.batch, "hazards")
        numbered(self.rows)
        fresh = [one for one in self.rows if look.get("hazard", row_id(batch.id, one.row, one.reported_at)) is None]
        return [Put(hazard_of(context, look, batch, one)) for one in fresh]


def hazard_of(context: Context, look: Look, batch: Import, row: HazardRow) -> Hazard:
    """The hazard that a line tells of. Raises Refused: no_such_record, no_such_category, row_dates_wrong."""
    zone = required(look, Zone, row.zone)
    known_category(look, row.category)
    in_order(row.row, row.reported_at, row.fixed_at, row.closed_at, context.now)
    for person in (row.reporter, row.fixer, row.reviewer):
        if person:
            required(look, Person, person)
    closed = row.closed_at is not None
    hazard = Hazard(
        id=row_id(batch.id, row.row, row.reported_at),
        zone=zone.id,
        description=row.description,
        category=row.category,
        state=State.CLOSED if closed else State.ASSIGNED,
        reported_at=row.reported_at,
        before=(),
        number=day_number(replace(context, now=row.reported_at), look, "YH", "hazard"),
        grade=row.grade,
        reporter=row.reporter,
        due_at=row.due_at or row.reported_at + hours_of(the_plant(look).fix_hours, zone),
        fix_note=row.fix_note,
        fixed_by=row.fixer if closed else None,
        fixed_at=(row.fixed_at or row.closed_at) if closed else None,
        second_by=row.reviewer if closed else None,
        closed_at=row.closed_at,
        old_number=row.old_number,
        batch=batch.id,
    )
    return hazard if closed else sent_on(look, hazard, row.fixer)


def sent_on(look: Look, hazard: Hazard, fixer: str | None) -> Hazard:
    """An open one from paper goes to who has it there, else along the routes. What is fixed on paper only is still to
    be shown by a photo."""
    person: Person | None = look.get("person", fixer or "")
    if person is not None and person.here:
        return replace(hazard, assignee=person.id, why="on_paper")
    to = destination(look, hazard.zone, hazard.category)
    state = State.ASSIGNED if to.team or to.person else State.REPORTED
    return replace(hazard, state=state, team=to.team, assignee=to.person, why=to.why, route=to.route)


@operation("inspections.import_rows", roles=OFFICE, offline=False)
@dataclass(frozen=True, kw_only=True)
class ImportInspections:
    """Lines of an inspection register, with the dates that stand there; rows that are there already stay as they
    are."""

    batch: Annotated[str, Ref("import")]
    rows: tuple[InspectionRow, ...]

    def decide(self, context: Context, look: Look) -> list[Change]:
        batch = running(look, self.batch, "inspections")
        numbered(self.rows)
        made = {one.id: one for one in (inspection_of(context, look, batch, row) for row in self.rows)}
        return [Put(one) for one in made.values() if look.get("inspection", one.id) is None]


def inspection_of(context: Context, look: Look, batch: Import, row: InspectionRow) -> Inspection:
    """The inspection that a line tells of. Raises Refused: no_such_record, row_dates_wrong."""
    plan = required(look, InspectionPlan, row.plan)
    zone = required(look, Zone, row.zone)
    in_order(row.row, row.due_at, row.closes_at, context.now)
    in_order(row.row, row.at, context.now)
    if row.by:
        required(look, Person, row.by)
    if row.equipment:
        required(look, Equipment, row.equipment)
    task = task_of(plan, zone.id, row.equipment, Window(row.due_at, row.due_at, row.closes_at))
    return replace(
        task,
        state=InspectionState(row.state),
        by=row.by,
        at=row.at,
        note="" if row.state == "excused" else row.note,
        reason=row.note if row.state == "excused" else "",
        batch=batch.id,
    )


@operation("imports.take_back", roles=OFFICE, offline=False)
@dataclass(frozen=True, kw_only=True)
class TakeBack:
    """The import was a mistake: up to 500 of its records count for nothing from now on; said again, the next ones. What
    has been worked on since (`worked_on`) is left as it is."""

    batch: Annotated[str, Ref("import")]
    reason: Annotated[str, Text(most=200)]

    def decide(self, context: Context, look: Look) -> list[Change]:
        batch = required(look, Import, self.batch)
        if batch.taken_back_at is not None:
            raise Refused("import_taken_back", file=batch.file)
        left = [*self.left(context, look, batch)]
        done = replace(batch, reason=self.reason, taken_back_at=context.now if len(left) <= MOST_ROWS else None)
        return [*(Put(one) for one in left[:MOST_ROWS]), Put(done)]

    def left(self, context: Context, look: Look, batch: Import) -> Iterator[Hazard | Inspection | Incident]:
        """What still counts of the import, as it is to be."""
        if batch.register == "hazards":
            for hazard in look.find("hazard", batch=batch.id):
                if hazard.state != State.REJECTED and not worked_on(hazard):
                    yield replace(hazard, state=State.REJECTED, reject_reason=self.reason, closed_at=context.now)
        elif batch.register == "inspections":
            for one in look.find("inspection", batch=batch.id):
                if one.state != InspectionState.EXCUSED and not worked_on(one):
                    yield replace(one, state=InspectionState.EXCUSED, reason=self.reason)
        else:
            for incident in look.find("incident", batch=batch.id):
                if incident.withdrawn_at is None:
                    yield replace(incident, withdrawn_at=context.now)


def worked_on(one: Hazard | Inspection | Incident) -> bool:
    """Whether somebody has gone on with a record since it came from paper: it has photos, or was sent on, taken on,
    reviewed, merged or checked in on a phone. An incident is never gone on with."""
    if isinstance(one, Hazard):
        by = (one.dispatched_at, one.accepted_at, one.first_by, one.merged_into, one.more_by)
        return bool(one.before or one.after or any(by)) or one.why == "pool"
    return isinstance(one, Inspection) and bool(one.form or one.photos or one.results)
