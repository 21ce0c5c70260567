"""What can be done with a conflict now: again, changed or neither; and why, or what it does."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop import words
from desktop.views.conflicts.said import is_review, reviewable, state_of
from desktop.views.hazards.shown import Shown
from desktop.workbench import Workbench
from services.core.hazards import State
from services.core.operation import OPERATIONS
from services.store.queries.conflicts import Conflict, refused_now

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Choices:
    """Whether it can be done again and whether it can be changed, now and here; `says` why not, or what it does."""

    again: bool
    change: bool
    says: str


def choices(workbench: Workbench, one: Conflict, hazard: Shown | None, *, seen: bool) -> Choices:
    """`hazard` is that of an approval, as it is shown; `seen`: its present photos have been on the screen."""
    me, spec = workbench.me, OPERATIONS.get(one.row.kind)
    if spec is None or me is None or not workbench.may(one.row.kind):
        return Choices(False, False, translate("Conflicts", "Your roles do not allow this any more: let it go."))
    if not spec.offline and not workbench.syncing.reachable:
        return Choices(False, False, translate("Conflicts", "Only the hub can do this, and it cannot be reached now."))
    if is_review(one):
        return _review(one, hazard, seen=seen)
    change = bool(editable(one))
    refused = workbench.ask(refused_now, row=one.row, now=workbench.now()) if spec.offline else None
    if refused is not None:
        return Choices(False, change, translate("Conflicts", "Not as it was: {why}").format(why=words.refusal(refused)))
    if one.row.code == "lost_by_restore":
        told = translate("Conflicts", "Other consoles send theirs again by themselves; phones do not.")
        return Choices(True, change, told)
    told = translate("Conflicts", "Done again, it is sent anew in your name, on what is so now.")
    return Choices(True, change, told)


def _review(one: Conflict, hazard: Shown | None, *, seen: bool) -> Choices:
    if not reviewable(one) or hazard is None:
        told = translate("Conflicts", "It no longer waits for a review: {state}.")
        return Choices(False, False, told.format(state=state_of(one.target)))
    if hazard.unconfirmed:
        return Choices(
            False, False, translate("Conflicts", "You have decided about it again; the hub has yet to answer.")
        )
    if not hazard.mine:
        return Choices(False, False, translate("Conflicts", "This review is no longer yours: let it go."))
    if not seen:
        return Choices(False, True, translate("Conflicts", "Look at all the photos that are there now first."))
    if hazard.hazard.state == State.FIXED:
        told = translate(
            "Conflicts", "Approves the photos at the right. The hub decides whether it is the first review."
        )
    else:
        told = translate("Conflicts", "Approves the photos at the right. It is closed once the hub has confirmed this.")
    return Choices(True, True, told)


def editable(one: Conflict) -> tuple[str, ...]:
    """The arguments that a form can ask for: texts, numbers, choices; not the thing itself, photos or outlines."""
    spec = OPERATIONS.get(one.row.kind)
    if spec is None:
        return ()
    fields = spec.schema()["properties"]
    return tuple(name for name, schema in fields.items() if name != one.thing and _is_editable(schema))


def _is_editable(schema: dict[str, object]) -> bool:
    kinds = schema["type"]
    kind = kinds[0] if isinstance(kinds, list) else kinds
    if kind == "array":
        items = schema.get("items")
        return isinstance(items, dict) and "enum" in items
    return kind in ("string", "integer", "number") and "x-blob" not in schema
