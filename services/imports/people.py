"""Rows of people, pasted: each read, set beside who is here by the employee number, and told what it would change.

A remark's code is, besides those of `lines`: `changes` (what stands here, and what would); `long` (the most letters),
`email`, `number_twice` (the row that has it), `twice_name` (likewise, without a number), `number_gone` (that of someone
who has left), `same_name` (someone is called so, and the number does not tell them apart), `not_yours` (a role that the
reader may not give); `namesake`, which only warns."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from services.core.people import Person, SetContact, plain_email
from services.core.refused import Refused
from services.core.roles import ADMINISTRATION, Role
from services.core.shape import shapes
from services.imports.guessing import guessed
from services.imports.headings import columns, known_people, ours
from services.imports.lines import Line, Mends, Remark
from services.imports.looked import Looked
from services.imports.names import Names, plain
from services.imports.role_cells import roles_in, roles_said
from services.imports.workbook import HEAD_WITHIN, Book, Grid, Sheet, find_sheet, text_of
from services.store.records import Records

REGISTER = "people"
CONTACT = ("name", "employee_no", "phone", "email")
PLACED = ("team", "department")
MOST = {name: shapes(SetContact)[name].schema["maxLength"] for name in CONTACT}
ANYONES = frozenset({Role.WORKER, Role.CONTRACTOR, Role.FIXER})
Deed = tuple[str, dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Pasted:
    """How pasted cells are to be read: fields by heading (NOT_USED for what is left out), and what is put in place."""

    mapped: Mapping[str, str] = field(default_factory=dict)
    mends: Mends = field(default_factory=Mends)


def look_at_people(look: Records, grid: Grid, asked: Pasted, me: str) -> Looked:
    """Reads pasted rows beside the people that are here, for the one (id) who would do it; changes nothing."""
    names, sheet = Names(look), sheet_of(grid)
    mapped = asked.mapped if asked.mapped or _headed(sheet) else guessed(sheet, names)
    found = columns(REGISTER, sheet.heads, mapped)
    lacking = () if {"name", "employee_no"} & found.keys() else ("name",)
    reader = _Reader(look, found, names, asked.mends, me)
    lines = () if lacking else tuple(reader.line(number, cells) for number, cells in sheet.rows)
    return Looked(
        register=REGISTER,
        heads=tuple(dict.fromkeys(sheet.heads)),
        columns=found,
        lacking=lacking,
        lines=lines,
        here=frozenset(line.row for line in lines if "person" in line.values and not _changed(line)),
        names=names,
    )


def sheet_of(grid: Grid) -> Sheet:
    """The rows below the head; where there is none, columns are called by letters as a spreadsheet calls them."""
    wide = max(map(len, grid))
    letters = [chr(ord("A") + place) if place < 26 else f"A{place}" for place in range(wide)]
    try:
        found = find_sheet(Book("", "", {"pasted": grid}), known_people)
    except Refused:
        rows = [dict(zip(letters, cells, strict=False)) for cells in grid]
        numbered = [(number, cells) for number, cells in enumerate(rows, start=1) if any(cells.values())]
        return Sheet("", tuple(letters), tuple(numbered))
    heads = tuple(head for head in found.heads if not ours(head))
    return Sheet("", heads, found.rows)


def grid_in(book: Book) -> Grid:
    """The cells of the sheet that people stand in: the one whose head is known best, else the fullest. Raises Refused:
    workbook_without_head where all are empty."""
    filled = [grid for grid in book.grids.values() if any(any(cells) for cells in grid)]
    if not filled:
        raise Refused("workbook_without_head", file=book.file)
    return max(filled, key=lambda grid: (max(map(_known, grid[:HEAD_WITHIN])), len(grid)))


def _known(cells: Sequence[Any]) -> int:
    return known_people([text_of(cell) for cell in cells])


def _headed(sheet: Sheet) -> bool:
    return known_people(sheet.heads) > 0


def _changed(line: Line) -> set[str]:
    return {one.field for one in line.repairs if one.code == "changes"}


class _Reader:
    """Reads one row after the other; knows what the rows above have."""

    def __init__(self, look: Records, found: Mapping[str, str], names: Names, mends: Mends, me: str) -> None:
        self.columns, self.names, self.mends = found, names, mends
        people: tuple[Person, ...] = look.find("person")
        self.numbered = {one.employee_no: one for one in people if one.employee_no}
        self.called: dict[str, list[Person]] = {}
        for one in people:
            if one.here:
                self.called.setdefault(plain(one.name), []).append(one)
        self.placed = {kind: {one.id: one.name for one in look.find(kind)} for kind in PLACED}
        actor = look.get("person", me)
        self.grants = actor is not None and not ADMINISTRATION.isdisjoint(actor.roles)
        self.numbers: dict[str, int] = {}
        self.unnumbered: dict[str, int] = {}

    def line(self, number: int, cells: Mapping[str, Any]) -> Line:
        """A row, and what is to be said of it."""
        line = Line(number, dict(cells))
        for name, head in self.columns.items():
            cell = self.mends.into(line, name, head)
            if text_of(cell):
                self._cell(line, name, unicodedata.normalize("NFKC", text_of(cell)))
        self._beside(line)
        return line

    def _cell(self, line: Line, name: str, text: str) -> None:
        if name in PLACED:
            self._put(line, name, text, self.names.find(name, text))
        elif name == "roles":
            self._put(line, name, text, roles_in(text))
        elif len(text) > MOST[name]:
            line.problems.append(Remark("long", name, text, str(MOST[name])))
        elif name == "email" and not _is_email(text):
            line.problems.append(Remark("email", name, text))
        else:
            line.values[name] = text

    def _put(self, line: Line, name: str, text: str, value: Any) -> None:
        if value:
            line.values[name] = value
        else:
            line.problems.append(Remark("unknown", name, text))

    def _beside(self, line: Line) -> None:
        """Who the row is about: somebody who is here by the number, or somebody new."""
        number = line.values.get("employee_no")
        person = self.numbered.get(number) if number else None
        if number and self.numbers.setdefault(number, line.row) != line.row:
            line.problems.append(Remark("number_twice", "employee_no", str(self.numbers[number])))
        elif person is not None and not person.here:
            line.problems.append(Remark("number_gone", "employee_no", str(number)))
        elif person is not None:
            self._known(line, person)
        else:
            self._new(line)

    def _known(self, line: Line, person: Person) -> None:
        line.values["person"] = person.id
        for name in (*CONTACT, *PLACED, "roles"):
            value, here = line.values.get(name), getattr(person, name)
            same = set(value) == set(here) if name == "roles" and value else value == here
            if value and not same:
                line.repairs.append(Remark("changes", name, self._said(name, here), self._said(name, value)))
        if "roles" in _changed(line) and not self.grants:
            line.problems.append(Remark("not_yours", "roles", self._said("roles", line.values["roles"])))

    def _said(self, name: str, value: Any) -> str:
        if name in PLACED:
            return self.placed[name].get(value or "", "") or "–"
        return roles_said(value) if name == "roles" else str(value or "–")

    def _new(self, line: Line) -> None:
        said = {one.field for one in line.problems}
        name, number = line.values.get("name"), line.values.get("employee_no")
        if not name:
            line.problems += [Remark("missing", "name", "")] if "name" not in said else []
            return
        alike = self.called.get(plain(name), [])
        above = 0 if number else self.unnumbered.setdefault(plain(name), line.row)
        if above not in (0, line.row):
            line.problems.append(Remark("twice_name", "name", name, str(above)))
        elif alike and (not number or any(not one.employee_no for one in alike)):
            line.problems.append(Remark("same_name", "name", name, _numbers(alike)))
        elif alike:
            line.repairs.append(Remark("namesake", "name", name, _numbers(alike)))
        if not ANYONES.issuperset(line.values.get("roles", ())) and not self.grants:
            line.problems.append(Remark("not_yours", "roles", self._said("roles", line.values["roles"])))


def _is_email(text: str) -> bool:
    try:
        return bool(plain_email(text))
    except Refused:
        return False


def _numbers(people: Sequence[Person]) -> str:
    return ", ".join(one.employee_no or "–" for one in people)


def deeds(lines: Sequence[Line]) -> tuple[list[Deed], list[Deed]]:
    """What brings the lines about: the operations that a console does by itself, and those that only the hub can."""
    here: list[Deed] = []
    hubs: list[Deed] = []
    for line in lines:
        person, changed = line.values.get("person"), _changed(line)
        if person is None:
            here.append(("people.add", {name: _json(value) for name, value in line.values.items()}))
            continue
        contact = {name: line.values[name] for name in CONTACT if name in changed}
        if contact:
            here.append(("people.set_contact", {"person": person, **contact}))
        here += [(f"people.set_{one}", {"person": person, one: line.values[one]}) for one in PLACED if one in changed]
        if "roles" in changed:
            hubs.append(("people.set_roles", {"person": person, "roles": _json(line.values["roles"])}))
    return here, hubs


def _json(value: Any) -> Any:
    return [str(one) for one in value] if isinstance(value, tuple) else value
