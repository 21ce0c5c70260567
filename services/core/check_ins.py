"""Checking in: somebody was there and answered the items of a form. A fail opens a hazard; what speaks against it is
noted, and nothing is thrown away."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Annotated

from services.core.answers import FieldsForm, Result, Results, answered, fields_answered
from services.core.checklists import CheckItem, ChecklistVersion
from services.core.equipment import Equipment, living
from services.core.hazards import MOST_PHOTOS, Hazard, Photo, State, opened
from services.core.ids import id_from
from services.core.inspections import MOST_RESULTS, Doubt, Inspection, InspectionState, too_fast
from services.core.label_life import scanned
from services.core.labels import Label
from services.core.operation import Change, Context, Look, Put, operation, required
from services.core.photo_place import FAR_M, Fix, off_zone
from services.core.refused import Refused
from services.core.roles import STAFF
from services.core.shape import Ref, Text
from services.core.zones import Zone, living_zone

MOST_CHECK_PHOTOS = 60
LONGEST_HAZARD = 500
Note = Annotated[str, Text(most=500, least=0)]
Photos = tuple[Photo, ...]
Form = Annotated[str, Ref("checklist_version")]
Shown = Annotated[str, Ref("label")]


@operation("inspections.check_in", roles=STAFF)
@dataclass(frozen=True, kw_only=True)
class CheckIn:
    """Someone was there and looked. What was made in its window is done, whenever it arrives; else it is late. The
    label shows the place: without it, or with that of another place, the check-in is kept and doubtful. `form` is the
    version of the checklist that was answered; its required items must be. `extra` are the extra fields as `extra_form`
    asks for them; `fix` is where the phone says that it is: far off is doubtful too."""

    inspection: Annotated[str, Ref("inspection")]
    results: Results = ()
    note: Note = ""
    label: Shown | None = None
    form: Form | None = None
    photos: Photos = ()
    extra: Results = ()
    extra_form: FieldsForm = None
    fix: Fix | None = None

    def decide(self, context: Context, look: Look) -> list[Change]:
        bounded(self)
        task = required(look, Inspection, self.inspection)
        if context.now < task.opens_at:
            raise Refused("too_early", opens_at=task.opens_at.isoformat())
        in_time = context.now <= task.closes_at
        if task.state == InspectionState.DONE or (task.state == InspectionState.LATE and not in_time):
            raise Refused("checked_in_already")
        state = InspectionState.DONE if in_time else InspectionState.LATE
        return made(self, context, look, replace(task, state=state, reason="", excused=""))


@operation("inspections.extra", roles=STAFF)
@dataclass(frozen=True, kw_only=True)
class Extra:
    """Someone looked at a place though nothing was due there: an extra round, which counts for no plan."""

    zone: Annotated[str, Ref("zone")]
    equipment: Annotated[str, Ref("equipment")] | None = None
    results: Results = ()
    note: Note = ""
    label: Shown | None = None
    form: Form | None = None
    photos: Photos = ()
    extra: Results = ()
    extra_form: FieldsForm = None
    fix: Fix | None = None

    def decide(self, context: Context, look: Look) -> list[Change]:
        bounded(self)
        zone = living_zone(look, self.zone)
        machine = living(look, Equipment, self.equipment) if self.equipment else None
        extra = Inspection(
            id=context.id,
            plan="",
            zone=machine.zone if machine else zone.id,
            equipment=self.equipment,
            due_at=context.now,
            opens_at=context.now,
            closes_at=context.now,
            state=InspectionState.DONE,
        )
        return made(self, context, look, extra)


def bounded(given: CheckIn | Extra) -> None:
    """Raises Refused: results_too_many, photos_too_many."""
    if len(given.results) > MOST_RESULTS:
        raise Refused("results_too_many", most=MOST_RESULTS)
    if len(given.photos) > MOST_CHECK_PHOTOS:
        raise Refused("photos_too_many", most=MOST_CHECK_PHOTOS)


def made(given: CheckIn | Extra, context: Context, look: Look, task: Inspection) -> list[Change]:
    """The inspection as made by who asks, with the hazards that its fails open. Raises Refused: item_missing,
    item_unknown, fail_needs_photo, photo_needed, no_such_record."""
    form = required(look, ChecklistVersion, given.form) if given.form else None
    results = answered(form, given.results, given.photos) if form else given.results
    found = list(_found(context, look, task, form, results)) if form else []
    zone = required(look, Zone, task.zone)
    off = off_zone(look, zone, given.fix)
    one = replace(
        task,
        by=context.actor.person,
        at=context.now,
        note=given.note,
        results=results,
        form=given.form,
        photos=given.photos,
        hazards=tuple(hazard.id for hazard, _ in found),
        doubtful=doubt(given.label, context, look, task, off),
        extra=fields_answered(look, "inspection", given.extra_form, given.extra, given.photos),
        extra_form=given.extra_form,
        off_m=off,
    )
    changes = [change for hazard, fresh in found if fresh for change in opened(context, look, hazard, zone)]
    return [*seen(given.label, context, look, task), *changes, Put(one)]


def seen(label: str | None, context: Context, look: Look, task: Inspection) -> list[Change]:
    """A label that was shown where it belongs hangs there."""
    shown = required(look, Label, label) if label else None
    return scanned(look, shown, context.now, context.id) if shown and shown.zone == task.zone else []


def doubt(label: str | None, context: Context, look: Look, task: Inspection, off_m: float | None) -> Doubt:
    """What speaks against the place, else against the way there."""
    if label is None:
        return "no_label"
    shown = required(look, Label, label)
    if shown.zone != task.zone:
        return "other_place"
    if (shown.revoked_at is not None and shown.revoked_at <= context.now) or shown.ended(context.now):
        return "old_label"
    if off_m is not None and off_m > FAR_M:
        return "far_off"
    return "too_fast" if too_fast(look, task, context.actor.person, context.now) else ""


def _found(
    context: Context, look: Look, task: Inspection, form: ChecklistVersion, results: Results
) -> Iterator[tuple[Hazard, bool]]:
    """The hazard of each fail that is to have one, and whether it is new: the same item of the same thing that is open
    already is not reported twice."""
    items = {item.key: item for item in form.items}
    known = [one for one in look.find("hazard", zone=task.zone) if one.open and one.check_item]
    for result in results:
        item = items[result.key]
        if result.outcome != "fail" or item.hazard is None:
            continue
        same = [one for one in known if (one.check_item, one.equipment) == (item.key, task.equipment)]
        if same:
            yield same[0], False
        else:
            yield _hazard_of(context, look, task, item, result), True


def _hazard_of(context: Context, look: Look, task: Inspection, item: CheckItem, result: Result) -> Hazard:
    if not result.photos:
        raise Refused("fail_needs_photo", item=item.text)
    machine = look.get("equipment", task.equipment) if task.equipment else None
    return Hazard(
        id=id_from("hazard", context.id, item.key),
        zone=task.zone,
        description=_said(machine, item, result),
        category=item.hazard or "other",
        state=State.REPORTED,
        reported_at=context.now,
        before=result.photos[:MOST_PHOTOS],
        reporter=context.actor.person,
        x=machine.x if machine else None,
        y=machine.y if machine else None,
        equipment=task.equipment,
        inspection=task.id,
        check_item=item.key,
    )


def _said(machine: Equipment | None, item: CheckItem, result: Result) -> str:
    """What is known of a fail, without a word of a language of its own."""
    figure = f"{result.value:g} {item.unit}".strip() if result.value is not None else result.choice
    limits = "–".join("" if one is None else f"{one:g}" for one in (item.low, item.high))
    beside = f"{figure} ({limits})" if result.value is not None and item.has_limits else figure
    parts = [machine.code if machine else "", item.text, beside, result.note]
    return " · ".join(part for part in parts if part)[:LONGEST_HAZARD]
