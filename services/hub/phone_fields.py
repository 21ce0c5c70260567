"""The items of a form as the phone's scripts take them, and the plant's own fields, which are such items too."""

from typing import Any

from services.core.checklists import CheckItem, Purpose, fields_of
from services.store.records import Records


def as_asked(item: CheckItem) -> dict[str, Any]:
    """One item, without what is known of its place."""
    return {
        "key": item.key,
        "text": item.text,
        "kind": item.kind,
        "required": item.required,
        "hint": item.hint,
        "low": item.low,
        "high": item.high,
        "unit": item.unit,
        "choices": list(item.choices),
        "bad": list(item.bad),
        "opens": item.hazard is not None,
        "reading": None,
    }


def fields_asked(look: Records, purpose: Purpose) -> dict[str, Any] | None:
    """The extra fields with the version that they are of; None where there are none."""
    form = fields_of(look, purpose)
    return {"form": form.id, "items": [as_asked(item) for item in form.items]} if form else None
