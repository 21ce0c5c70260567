"""The plant's own fields as columns of a table that is copied or saved: one of each, however it was asked."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from desktop.models.record_table import Column
from services.core.answers import Results
from services.store.queries.checklists import fields_ever

if TYPE_CHECKING:
    from desktop.workbench import Workbench
    from services.core.checklists import CheckItem, Purpose

WIDE = 120


def field_columns(workbench: "Workbench", purpose: "Purpose", given: Callable[[Any], Results]) -> list[Column]:
    """`given` has the answers of a record of the table."""
    return [_column(item, given) for item in workbench.ask(fields_ever, purpose=purpose)]


def _column(item: "CheckItem", given: Callable[[Any], Results]) -> Column:
    def answer(record: Any) -> Any:
        return next((one for one in given(record) if one.key == item.key), None)

    def text(record: Any) -> str:
        one = answer(record)
        if one is None:
            return ""
        return f"{one.value:g}" if one.value is not None else one.choice or one.note

    def amount(record: Any) -> float | None:
        one = answer(record)
        return one.value if one is not None else None

    title = f"{item.text} ({item.unit})" if item.unit else item.text
    return Column(f"extra-{item.key}", title, text, WIDE, amount=amount if item.kind == "number" else None)
