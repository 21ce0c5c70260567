"""What was answered to the items of a form, judged by the form's own limits. The extra fields of hazards and of
inspections are such a form too."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated, Literal

from services.core.checklists import CheckItem, ChecklistVersion, Purpose
from services.core.inspection_plans import Item
from services.core.operation import Look, required
from services.core.refused import Refused
from services.core.shape import Range, Ref, Text

Outcome = Literal["pass", "fail", "not_applicable"]
FieldsForm = Annotated[str, Ref("checklist_version")] | None


@dataclass(frozen=True, kw_only=True)
class Result:
    """What one item of the checklist showed. `item` is its text and `key` its name in the inspection's form, empty
    where there is none. `photos` and `signature` are among the photos of the check-in. Of an item that is answered in
    words, `note` has them, of a date that as YYYY-MM-DD."""

    item: Item
    outcome: Outcome = "pass"
    value: Annotated[float, Range(-1e9, 1e9)] | None = None
    note: Annotated[str, Text(most=200, least=0)] = ""
    key: Annotated[str, Text(most=40, least=0)] = ""
    choice: Annotated[str, Text(most=40, least=0)] = ""
    photos: tuple[Annotated[str, Text(most=64)], ...] = ()
    signature: Annotated[str, Text(most=64, least=0)] = ""


Results = tuple[Result, ...]


def fields_answered(
    look: Look, purpose: Purpose, form: str | None, results: Results, photos: tuple[str, ...] = ()
) -> Results:
    """The extra fields as the version of their form that was filled in judges them, which need not be the one in force
    any more; none without a form. `photos` are those that came with them. Raises Refused: fields_without_form,
    fields_of_other, item_unknown, item_missing, photo_needed, no_such_record."""
    if not form:
        if results:
            raise Refused("fields_without_form")
        return ()
    version = required(look, ChecklistVersion, form)
    whose = look.get("checklist", version.checklist)
    if whose is None or whose.purpose != purpose:
        raise Refused("fields_of_other", name=version.name)
    return answered(version, results, photos)


def answered(form: ChecklistVersion, results: Results, photos: tuple[str, ...]) -> Results:
    """The results as the form's items judge them, each with its text. Raises Refused: item_unknown, item_missing,
    photo_needed."""
    items = {item.key: item for item in form.items}
    given = {one.key: one for one in results}
    for one in results:
        if one.key not in items:
            raise Refused("item_unknown", item=one.item)
        if not {*one.photos, *filter(None, [one.signature])} <= set(photos):
            raise Refused("photo_needed")
    return tuple(judged(item, given.get(item.key)) for item in form.items if item.required or item.key in given)


def judged(item: CheckItem, result: Result | None) -> Result:
    """A result with the outcome that the item's limits give it. Raises Refused: item_missing."""
    if result is None or not (result.outcome == "not_applicable" or _has_answer(item, result)):
        raise Refused("item_missing", item=item.text)
    return replace(result, item=item.text, outcome=_outcome(item, result))


def _has_answer(item: CheckItem, result: Result) -> bool:
    if item.kind in ("number", "sensor"):
        return result.value is not None
    if item.kind == "choice":
        return result.choice in item.choices
    if item.kind == "photo":
        return bool(result.photos)
    if item.kind == "text":
        return bool(result.note.strip())
    if item.kind == "date":
        return is_day(result.note)
    return item.kind == "pass_fail" or bool(result.signature)


def is_day(text: str) -> bool:
    """Whether it is a day as YYYY-MM-DD."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _outcome(item: CheckItem, result: Result) -> Outcome:
    if result.outcome != "not_applicable":
        if item.kind in ("number", "sensor") and item.has_limits and result.value is not None:
            return "pass" if item.within(result.value) else "fail"
        if item.kind == "choice":
            return "fail" if result.choice in item.bad else "pass"
    return result.outcome
