"""Rows of a register as what an operation takes: what was put right is told, and a row that can't be taken says why."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

from services.core.paper import Register
from services.core.shape import utc_text
from services.imports.cells import Unreadable, moment, whole, without_year
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
    """What was put right or is wrong in a cell: a code (`spelled`, `year`, `mended`, `left_out`, `other`, `cut`,
    `unsaid`; `unknown`, `missing`, `unreadable`, `backwards`, `future`, `twice`; those of people are in `people.py`),
    the field, what stands there and what was made of it. `twice` is about the whole row and names no field."""

    code: str
    field: str
    was: str
    now: str = ""


@dataclass(slots=True)
class Line:
    """A row. With `problems` it is not taken, and `cells` keep what stands there, mended where it was."""

    row: int
    cells: dict[str, Any]
    values: dict[str, Any] = field(default_factory=dict)
    repairs: list[Remark] = field(default_factory=list)
    problems: list[Remark] = field(default_factory=list)

    @property
    def good(self) -> bool:
        """Whether it can be taken."""
        return not self.problems

    def remark(self, name: str) -> Remark | None:
        """What is to be said of a field: what is wrong rather than what was put right, the newest of several."""
        of = [one for one in (*self.repairs, *self.problems) if one.field == name]
        return of[-1] if of else None


@dataclass(frozen=True, slots=True)
class Mends:
    """What a person puts in place of what stands there: in one cell, by row and field, or wherever a field has a text,
    by field and the text as `names.plain` has it."""

    cells: Mapping[tuple[int, str], str] = field(default_factory=dict)
    texts: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.cells or self.texts)

    def of(self, row: int, name: str, cell: Any) -> Any:
        """What is to be read instead of a cell."""
        here = self.cells.get((row, name))
        return here if here is not None else self.texts.get((name, plain(text_of(cell))), cell)

    def mended(self, row: int, name: str, stood: str, text: str, everywhere: bool) -> "Mends":
        """With a text in place of what stood in a cell, or `everywhere` that the field says so."""
        cells, texts = dict(self.cells), dict(self.texts)
        if everywhere:
            texts[name, plain(stood)] = text
            cells.pop((row, name), None)
        else:
            cells[row, name] = text
        return Mends(cells, texts)

    def restored(self, row: int, name: str, stood: str) -> "Mends":
        """Without what was put in place of what stood in a cell; where that was everywhere, everywhere."""
        cells, texts = dict(self.cells), dict(self.texts)
        if cells.pop((row, name), None) is None:
            texts.pop((name, plain(stood)), None)
        return Mends(cells, texts)

    def into(self, line: Line, name: str, head: str) -> Any:
        """What is to be read in a line's cell; where something was put in its place, the line then says so."""
        was = line.cells.get(head)
        cell = self.of(line.row, name, was)
        if cell is not was:
            line.cells[head] = cell
            line.repairs.append(Remark("mended", name, text_of(was), text_of(cell)))
        return cell


@dataclass(frozen=True, slots=True)
class Reader:
    """What reading needs to know of the plant. `now` bounds what can have been. A day without a year is of `year` if
    that is said, else of the same year as the last one above it that has one, else of the `likely` one."""

    register: Register
    columns: Mapping[str, str]
    names: Names
    zone: ZoneInfo
    now: datetime
    mends: Mends = field(default_factory=Mends)
    year: int | None = None
    likely: int | None = None
    seen: dict[str, int] = field(default_factory=dict)

    def lines(self, sheet: Sheet) -> Iterator[Line]:
        """Every row of a sheet. A row that says the very same as one above it is there twice."""
        said: dict[tuple[tuple[str, Any], ...], int] = {}
        for number, cells in sheet.rows:
            line = Line(number, dict(cells))
            for name, head in self.columns.items():
                self._take(line, name, head)
            self._whole(line)
            first = said.setdefault(tuple(sorted(line.values.items())), number)
            if first != number and line.good:
                line.problems.append(Remark("twice", "", str(first)))
            yield line

    def _take(self, line: Line, name: str, head: str) -> None:
        """A cell, or what a person put in its place."""
        cell = self.mends.into(line, name, head)
        if cell not in (None, ""):
            self._cell(line, name, cell)

    def _cell(self, line: Line, name: str, cell: Any) -> None:
        try:
            _READ.get(name, Reader._text)(self, line, name, cell)
        except Unreadable:
            line.problems.append(Remark("unreadable", name, text_of(cell)))

    def _moment(self, line: Line, name: str, cell: Any) -> None:
        end = name in ("due_at", "closes_at") and self.register == "hazards"
        bare = without_year(cell)
        found, repaired = moment(cell, self.zone, end=end, year=self._year(line, name) if bare else None)
        if bare:
            found = self._right_year(line, name, found)
        else:
            self.seen[name] = found.year
        line.values[name] = found
        if repaired:
            code = "year" if bare else "spelled"
            line.repairs.append(Remark(code, name, text_of(cell), found.strftime("%Y-%m-%d %H:%M")))

    def _year(self, line: Line, name: str) -> int | None:
        """The likeliest year of a day that is written without one."""
        if self.year is not None:
            return self.year
        before = [line.values[one] for one in ORDER[self.register] if one in line.values]
        return before[-1].year if before else self.seen.get(name, self.likely)

    def _right_year(self, line: Line, name: str, found: datetime) -> datetime:
        """A step after new year belongs to the next one; what has happened does not lie ahead."""
        before = [line.values[one] for one in ORDER[self.register] if one in line.values and one != name]
        if before and found < before[-1] and (found.month, found.day) != (2, 29):
            return found.replace(year=found.year + 1)
        if not before and self.year is None and found > self.now and (found.month, found.day) != (2, 29):
            return found.replace(year=found.year - 1)
        return found

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
        found = self.names.code(name, text_of(cell))
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
