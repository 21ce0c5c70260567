"""A workbook's rows as the preview's table shows them: what will be read, signs where something was put right or is
wrong, and what that is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Literal

from PySide6.QtCore import QCoreApplication

from desktop import words
from desktop.models.record_table import Column
from services.imports.bringing_in import KIND
from services.imports.headings import PASTED
from services.imports.lines import MOMENTS, Line, Remark
from services.imports.looked import Looked
from services.imports.workbook import text_of

Standing = Literal["comes", "mended", "new", "changes", "kept", "here"]
SIGNS: dict[Standing, str] = {
    "comes": "normal",
    "mended": "pending",
    "new": "normal",
    "changes": "pending",
    "kept": "overdue",
    "here": "unknown",
}
RECORDS = {**KIND, "people": "person"}
WIDE = {
    "phone": 200,
    "email": 180,
    "description": 260,
    "fix_note": 200,
    "note": 200,
    "row": 168,
    **dict.fromkeys(MOMENTS, 164),
}


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line and what will become of it."""

    id: str
    line: Line
    standing: Standing


def standings(register: str) -> tuple[Standing, ...]:
    """What can become of a line."""
    return ("new", "changes", "kept", "here") if register in PASTED else ("comes", "mended", "kept", "here")


def shown_lines(found: Looked) -> list[ShownLine]:
    """All lines of a preview."""
    return [ShownLine(str(line.row), line, _standing(line, found)) for line in found.lines]


def _standing(line: Line, found: Looked) -> Standing:
    if not line.good:
        return "kept"
    if line.row in found.here:
        return "here"
    if found.register in PASTED:
        return "changes" if any(one.code == "changes" for one in line.repairs) else "new"
    return "mended" if line.repairs else "comes"


def standing_word(standing: Standing) -> str:
    """What becomes of a line, in a word."""
    translate = QCoreApplication.translate
    return {
        "comes": translate("Ledgers", "as it stands"),
        "mended": translate("Ledgers", "repaired"),
        "new": translate("Ledgers", "new"),
        "changes": translate("Ledgers", "changed"),
        "kept": translate("Ledgers", "kept back"),
        "here": translate("Ledgers", "here already"),
    }[standing]


def field_word(register: str, field: str) -> str:
    """What a field is called."""
    keys = (f"import.field.{field}", f"field.{RECORDS[register]}.{field}")
    return next((words.say(key) for key in keys if words.known(key)), field)


def remark_words(remark: Remark) -> str:
    """What is to be said of a cell."""
    was, now = _was_and_now(remark)
    return words.say(f"import.cell.{remark.code}", was=words.short(was, 40), now=words.short(now, 40))


def _was_and_now(remark: Remark) -> tuple[str, str]:
    """What stands there and what was made of it, with words instead of codes."""
    if remark.field == "roles" and remark.code in ("changes", "not_yours"):
        return _roles(remark.was), _roles(remark.now)
    return remark.was, code_word(remark.field, remark.now) if remark.code == "other" else remark.now


def _roles(codes: str) -> str:
    return words.listed(words.say(f"role.{one}") for one in codes.split(",") if one)


def code_word(field: str, code: str) -> str:
    """The word for a code of a field."""
    keys = (f"{field}.{code}", f"value.{field}.{code}")
    return next((words.say(key) for key in keys if words.known(key)), code)


def remark_line(register: str, remark: Remark) -> str:
    """The same with the field that it is of."""
    said = remark_words(remark)
    return words.with_value(field_word(register, remark.field), said) if remark.field else said


def why(register: str, line: Line, between: str = "; ") -> str:
    """Why a row is kept back, in one text."""
    return between.join(remark_line(register, one) for one in line.problems)


def columns(found: Looked) -> list[Column]:
    """The row's number with what becomes of it, then a column for each field in the sheet's order."""
    order = {head: place for place, head in enumerate(found.heads)}
    fields = sorted(found.columns.items(), key=lambda one: order[one[1]])
    row = QCoreApplication.translate("Ledgers", "Row")
    made = [
        Column("row", row, _row, WIDE["row"], sort=lambda one: one.line.row, sign=lambda one: SIGNS[one.standing],
               tip=partial(_row_tip, found.register)),
    ]  # fmt: skip
    for field, head in fields:
        title = field_word(found.register, field)
        made.append(
            Column(field, title, partial(_cell, field, head), WIDE.get(field, 132), sign=partial(_sign, field),
                   tip=partial(_tip, field), loud=partial(_loud, field))
        )  # fmt: skip
    return made


def _row(one: ShownLine) -> str:
    return f"{one.line.row} · {standing_word(one.standing)}"


def _row_tip(register: str, one: ShownLine) -> str:
    return why(register, one.line, "\n")


def _cell(field: str, head: str, one: ShownLine) -> str:
    """What will be read; what can't be, as it stands."""
    remark, value = one.line.remark(field), one.line.values.get(field)
    if isinstance(value, datetime) and (remark is None or remark in one.line.repairs):
        return value.strftime("%Y-%m-%d %H:%M")
    if remark is not None and remark.code == "changes":
        was, now = _was_and_now(remark)
        return QCoreApplication.translate("Ledgers", "{now} (was {was})").format(now=now, was=was)
    if remark is not None and remark.code == "other":
        return code_word(field, remark.now)
    return text_of(one.line.cells.get(head))


def _sign(field: str, one: ShownLine) -> str | None:
    remark = one.line.remark(field)
    if remark is None:
        return None
    return "overdue" if remark in one.line.problems else "pending"


def _loud(field: str, one: ShownLine) -> str | None:
    remark = one.line.remark(field)
    return "overdue" if remark is not None and remark in one.line.problems else None


def _tip(field: str, one: ShownLine) -> str:
    remark = one.line.remark(field)
    return remark_words(remark) if remark is not None else ""


def wrong_cells(rows: Sequence[ShownLine]) -> list[tuple[ShownLine, str]]:
    """The cells for which rows are kept back, from above."""
    return [(one, remark.field) for one in rows for remark in one.line.problems if remark.field]
