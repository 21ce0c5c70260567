"""Rows of a register as what an operation takes: what was put right is told, and a row that can't be taken says why."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

from services.core.paper import Register
from services.core.shape import utc_text
from services.imports.cells import Unreadable, moment, whole
from services.imports.headings import REQUIRED
from services.imports.names import SPOKEN, Names, plain
from services.imports.workbook import Sheet, text_of

MOMENTS = ("reported_at", "due_at", "fixed_at", "closed_at", "closes_at", "at")
PEOPLE = ("reporter", "fixer", "reviewer", "by", "person")
PLACES = ("zone", "plan", "equipment")
LONGEST = {"description": 500, "fix_note": 500, "note": 500, "old_number": 40, "injury": 200}
ORDER: dict[Register, tuple[str, ...]] = {
    "hazards": ("reported_at", "fixed_at", "closed_at"),
    "inspections": ("due_at", "closes_at"),
    "incidents": ("at",),
}
OTHERWISE = {"category": "other", "accident_type": "other", "kind": "recordable_injury", "grade": "general"}


@dataclass(frozen=True, slots=True)
class Remark:
    """What was put right or is wrong in a cell: a code (`spelled`, `left_out`, `other`, `cut`, `unknown`, `missing`,
    `unreadable`, `backwards`, `future`, `unsaid`), the field, what stands there and what was made of it."""

    code: str
    field: str
    was: str
    now: str = ""


@dataclass(slots=True)
class Line:
    """A row. With `problems` it is not taken, and `cells` keep what stands there."""

    row: int
    cells: dict[str, str]
    values: dict[str, Any] = field(default_factory=dict)
    repairs: list[Remark] = field(default_factory=list)
    problems: list[Remark] = field(default_factory=list)

    @property
    def good(self) -> bool:
        """Whether it can be taken."""
        return not self.problems


@dataclass(frozen=True, slots=True)
class Reader:
    """What reading needs to know of the plant. `now` bounds what can have been."""

    register: Register
    columns: Mapping[str, str]
    names: Names
    zone: ZoneInfo
    now: datetime

    def lines(self, sheet: Sheet) -> Iterator[Line]:
        """Every row of a sheet."""
        for number, cells in sheet.rows:
            line = Line(number, {head: text_of(cell) for head, cell in cells.items()})
            for name, head in self.columns.items():
                if head in cells:
                    self._cell(line, name, cells[head])
            self._whole(line)
            yield line

    def _cell(self, line: Line, name: str, cell: Any) -> None:
        try:
            _READ.get(name, Reader._text)(self, line, name, cell)
        except Unreadable:
            line.problems.append(Remark("unreadable", name, text_of(cell)))

    def _moment(self, line: Line, name: str, cell: Any) -> None:
        found, repaired = moment(cell, self.zone, end=name in ("due_at", "closes_at") and self.register == "hazards")
        line.values[name] = found
        if repaired:
            line.repairs.append(Remark("spelled", name, text_of(cell), found.strftime("%Y-%m-%d %H:%M")))

    def _place(self, line: Line, name: str, cell: Any) -> None:
        found = self.names.find(name, text_of(cell))
        if found:
            line.values[name] = found
        else:
            line.problems.append(Remark("unknown", name, text_of(cell)))

    def _person(self, line: Line, name: str, cell: Any) -> None:
        found = self.names.find("person", text_of(cell))
        if found:
            line.values[name] = found
        else:
            line.repairs.append(Remark("left_out", name, text_of(cell)))

    def _choice(self, line: Line, name: str, cell: Any) -> None:
        found = SPOKEN[name].get(plain(text_of(cell)))
        if found:
            line.values[name] = found
        elif name in OTHERWISE:
            line.values[name] = OTHERWISE[name]
            line.repairs.append(Remark("other", name, text_of(cell), OTHERWISE[name]))
        else:
            line.problems.append(Remark("unknown", name, text_of(cell)))

    def _days(self, line: Line, name: str, cell: Any) -> None:
        line.values[name] = whole(cell)

    def _text(self, line: Line, name: str, cell: Any) -> None:
        text, most = text_of(cell), 1000 if self.register == "incidents" else LONGEST.get(name, 200)
        most = LONGEST[name] if name in ("injury", "old_number") else most
        line.values[name] = text[:most]
        if len(text) > most:
            line.repairs.append(Remark("cut", name, text, text[:most]))

    def _whole(self, line: Line) -> None:
        """What can be seen of the row as a whole only."""
        said = {remark.field for remark in line.problems}
        for name in REQUIRED[self.register]:
            if name not in line.values and name not in said:
                line.problems.append(Remark("missing", name, ""))
        _FINISH[self.register](self, line)
        known = [(name, line.values[name]) for name in ORDER[self.register] if name in line.values]
        for (_, earlier), (name, later) in pairwise(known):
            if later < earlier:
                line.problems.append(Remark("backwards", name, f"{later:%Y-%m-%d %H:%M}"))
        for name in dict.fromkeys((*ORDER[self.register], "at")):
            when = line.values.get(name)
            if when is not None and when > self.now:
                line.problems.append(Remark("future", name, f"{when:%Y-%m-%d %H:%M}"))

    def _hazard(self, line: Line) -> None:
        """A ledger that says 'closed' without saying when is closed when it was fixed."""
        status, values = line.values.pop("status", None), line.values
        if status == "open":
            values.pop("closed_at", None)
        elif status == "closed" and "closed_at" not in values:
            if "fixed_at" in values:
                values["closed_at"] = values["fixed_at"]
                line.repairs.append(Remark("unsaid", "closed_at", "", f"{values['fixed_at']:%Y-%m-%d %H:%M}"))
            else:
                line.problems.append(Remark("missing", "closed_at", ""))

    def _inspection(self, line: Line) -> None:
        """Where the register has only a day, the whole of it was in time."""
        due = line.values.get("due_at")
        if due is not None and "closes_at" not in line.values:
            alone = (due.hour, due.minute) == (0, 0)
            line.values["closes_at"] = due + timedelta(hours=23, minutes=59) if alone else due + timedelta(minutes=30)

    def _incident(self, line: Line) -> None:
        """A register of injuries has injuries in it, unless it says otherwise; nobody known, nothing said of them."""
        line.values.setdefault("kind", "recordable_injury")
        if "injury" in line.values and "person" not in line.values:
            line.repairs.append(Remark("left_out", "injury", line.values.pop("injury")))


_READ: dict[str, Callable[[Reader, Line, str, Any], None]] = {
    **dict.fromkeys(MOMENTS, Reader._moment),
    **dict.fromkeys(PLACES, Reader._place),
    **dict.fromkeys(PEOPLE, Reader._person),
    **dict.fromkeys(SPOKEN, Reader._choice),
    "days_lost": Reader._days,
}
_FINISH: dict[Register, Callable[[Reader, Line], None]] = {
    "hazards": Reader._hazard,
    "inspections": Reader._inspection,
    "incidents": Reader._incident,
}


def arguments(line: Line) -> dict[str, Any]:
    """The row as the JSON that an operation takes."""
    values = {name: utc_text(value) if isinstance(value, datetime) else value for name, value in line.values.items()}
    return {"row": line.row, **values}
