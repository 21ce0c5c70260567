"""Checklists with the plans that use them, their versions with what changed, and what was checked by them."""

from collections.abc import Iterable
from dataclasses import dataclass

import sqlalchemy as sa

from services.core.answers import Result
from services.core.checklist_changes import ItemChange, version_changes
from services.core.checklists import CheckItem, Checklist, ChecklistVersion, Items, Purpose, plain_items
from services.core.inspection_plans import InspectionPlan
from services.core.inspections import Inspection
from services.core.operation import required
from services.store.records import Records
from services.store.tables import RECORDS


@dataclass(frozen=True, slots=True)
class ChecklistRow:
    """A checklist as it is now. `plans` are those in use that are made by it, `places` what these go to, each once."""

    checklist: Checklist
    form: ChecklistVersion
    plans: tuple[str, ...]
    places: tuple[str, ...]

    @property
    def id(self) -> str:
        """The checklist's id."""
        return self.checklist.id


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A version, who made it ("" for the system), and what it has otherwise than the one before it."""

    version: ChecklistVersion
    author: str
    changes: tuple[ItemChange, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """An item in the words of the version that was answered, and what it showed; None where it was left out."""

    item: CheckItem
    result: Result | None

    @property
    def said(self) -> str:
        """What was given: the figure with its unit, the choice, the words or the day; "" for photos, and where nothing
        was."""
        one, kind = self.result, self.item.kind
        if one is None or one.outcome == "not_applicable":
            return ""
        if kind in ("text", "date"):
            return one.note
        return f"{one.value:g} {self.item.unit}".strip() if one.value is not None else one.choice


@dataclass(frozen=True, slots=True)
class CheckRecord:
    """An inspection that was made, as it was: with the form of that day. `version` is None for one from before there
    were checklists, whose texts stand in its results."""

    inspection: Inspection
    plan: str
    place: str
    by: str
    version: ChecklistVersion | None
    newest: int
    answers: tuple[Answer, ...]

    @property
    def outdated(self) -> bool:
        """Whether the checklist is another one today."""
        return self.version is not None and self.version.number != self.newest


def checklist_rows(look: Records, *, with_retired: bool = False) -> tuple[ChecklistRow, ...]:
    """The checklists by name, those in use before the retired ones."""
    plans = [plan for plan in look.find("inspection_plan") if plan.retired_at is None]
    names = {one.id: one.name for kind in ("zone", "equipment") for one in look.find(kind)}
    kept = [one for one in look.find("checklist") if with_retired or one.retired_at is None]
    rows = [_row(look, one, [plan for plan in plans if plan.checklist == one.id], names) for one in kept]
    return tuple(sorted(rows, key=lambda row: (row.checklist.retired_at is not None, row.checklist.name)))


def _row(look: Records, one: Checklist, plans: list[InspectionPlan], names: dict[str, str]) -> ChecklistRow:
    places = dict.fromkeys(id_ for plan in plans for id_ in (*plan.equipment, *plan.zones))
    form = required(look, ChecklistVersion, one.version)
    return ChecklistRow(
        one, form, tuple(sorted(plan.name for plan in plans)), tuple(names[id_] for id_ in places if id_ in names)
    )


def version_rows(look: Records, checklist: str) -> tuple[VersionRow, ...]:
    """All versions of a checklist, the newest first."""
    names = {one.id: one.name for one in look.find("person")}
    found = sorted(look.find("checklist_version", checklist=checklist), key=lambda one: one.number)
    before: list[ChecklistVersion | None] = [None, *found]
    rows = [
        VersionRow(one, names.get(one.made_by or "", ""), version_changes(last, one) if last else ())
        for last, one in zip(before, found, strict=False)
    ]
    return tuple(reversed(rows))


def checked_by(look: Records, checklist: str, most: int, *, version: str | None = None) -> tuple[CheckRecord, ...]:
    """The inspections that were due last among those made by a checklist (by one of its versions), for plans that use
    it now; the last one made first."""
    plans = [plan.id for plan in look.find("inspection_plan") if plan.checklist == checklist]
    table = RECORDS["inspection"]
    query = (
        sa.select(table.c.id)
        .where(table.c.plan.in_(plans), table.c.at.is_not(None))
        .where(table.c.form == version if version else table.c.form.is_not(None))
        .order_by(table.c.due_at.desc(), table.c.id.desc())
        .limit(most)
    )
    found = [check_record(look, row.id) for row in look.connection.execute(query)]
    return tuple(sorted(found, key=lambda one: one.inspection.at or one.inspection.due_at, reverse=True))


def check_record(look: Records, inspection: str) -> CheckRecord:
    """One inspection with its answers, in the words of the form that it was made by. Raises Refused:
    no_such_record."""
    one = required(look, Inspection, inspection)
    version: ChecklistVersion | None = look.get("checklist_version", one.form) if one.form else None
    checklist: Checklist | None = look.get("checklist", version.checklist) if version else None
    plan = look.get("inspection_plan", one.plan) if one.plan else None
    place = look.get("equipment", one.equipment) if one.equipment else look.get("zone", one.zone)
    person = look.get("person", one.by) if one.by else None
    items = version.items if version else plain_items([result.item for result in one.results])
    return CheckRecord(
        inspection=one,
        plan=plan.name if plan else "",
        place=place.name if place else "",
        by=person.name if person else "",
        version=version,
        newest=checklist.number if checklist else 0,
        answers=tuple(_answers(items, one.results, by_key=version is not None)),
    )


def extra_answers(look: Records, form: str | None, results: tuple[Result, ...]) -> tuple[Answer, ...]:
    """The extra fields of a hazard or an inspection, in the words of the version that was asked."""
    version: ChecklistVersion | None = look.get("checklist_version", form) if form else None
    return tuple(_answers(version.items, results, by_key=True)) if version else ()


def fields_ever(look: Records, purpose: Purpose) -> tuple[CheckItem, ...]:
    """All extra fields that there are or have been, each as it was asked last."""
    forms = [one.id for one in look.find("checklist") if one.purpose == purpose]
    versions = [version for form in forms for version in look.find("checklist_version", checklist=form)]
    newest = sorted(versions, key=lambda one: (one.made_at, one.number), reverse=True)
    found: dict[str, CheckItem] = {}
    for version in newest:
        for item in version.items:
            found.setdefault(item.key, item)
    return tuple(found.values())


def _answers(items: Items, results: tuple[Result, ...], *, by_key: bool) -> Iterable[Answer]:
    given = {result.key if by_key else result.item: result for result in results}
    return (Answer(item, given.get(item.key if by_key else item.text)) for item in items)
