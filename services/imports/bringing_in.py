"""One register brought in: read and looked at first, then as one batch that can be taken back."""

import json
import re
from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from services.core.ids import digest
from services.core.paper import MOST_ROWS, Import, Register
from services.core.plant import the_plant
from services.core.refused import Refused, accepted
from services.imports.headings import columns, known, lacking, nearest, ours, register_of
from services.imports.lines import Line, Mends, Reader, arguments
from services.imports.looked import Looked
from services.imports.names import Names
from services.imports.workbook import Book, find_sheet, read_book
from services.store.records import Records

Do = Callable[[str, Mapping[str, Any]], Mapping[str, Any]]
KIND = {"hazards": "hazard", "inspections": "inspection", "incidents": "incident"}
MOMENT = {"hazards": "reported_at", "inspections": "due_at", "incidents": "at"}


@dataclass(frozen=True, slots=True)
class Asked:
    """How a workbook is to be read. What is not said is guessed: the register and the sheet by the columns. `mapped`
    are fields by heading; `year` that of days that are written without one."""

    register: Register | None = None
    sheet: str = ""
    mapped: Mapping[str, str] = field(default_factory=dict)
    mends: Mends = field(default_factory=Mends)
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview(Looked):
    """What a file holds for a register. `unknown` are headings that are none's; `batch` is an import of this very file
    that was broken off, `before` one that has come in whole. `year` is what days without a year are likely of."""

    register: Register
    file: str
    sha256: str
    sheet: str
    unknown: tuple[str, ...]
    batch: str | None
    before: bool
    year: int


def preview(look: Records, path: Path, now: datetime, register: Register | None, mapped: Mapping[str, str]) -> Preview:
    """Reads a workbook beside the plant; changes nothing. The register is guessed by its columns where none is named.
    Raises Refused: no_such_file, workbook_too_large, workbook_unreadable, workbook_without_head, imported_before."""
    found = look_at(look, read_book(path), now, Asked(register, mapped=mapped))
    if found.lacking:
        raise Refused("workbook_without_head", file=found.file)
    if found.before:
        raise Refused("imported_before", file=found.file)
    return found


def look_at(look: Records, book: Book, now: datetime, asked: Asked) -> Preview:
    """The same of a workbook that was read, as far as it goes: what can't be read without is told in `lacking`. Raises
    Refused: workbook_without_head."""
    mapped = asked.mapped

    def score(heads: Sequence[str]) -> int:
        guess = asked.register or register_of(heads, mapped)
        return known(guess, heads, mapped) if guess else 0

    sheet = find_sheet(book, score, asked.sheet)
    chosen = asked.register or register_of(sheet.heads, mapped) or nearest(sheet.heads, mapped)
    found = columns(chosen, sheet.heads, mapped)
    missing = lacking(chosen, found)
    zone, names = ZoneInfo(the_plant(look).timezone), Names(look)
    year = asked.year or year_in(f"{book.file} {sheet.name} {sheet.above}") or now.astimezone(zone).year
    reader = Reader(chosen, found, names, zone, now, asked.mends, asked.year, year)
    lines = () if missing else tuple(reader.lines(sheet))
    sha256 = content_of(book, asked.mends)
    batch, before = earlier(look, sha256, chosen)
    unknown = tuple(h for h in dict.fromkeys(sheet.heads) if h not in found.values() and not ours(h))
    return Preview(
        register=chosen,
        file=book.file,
        sha256=sha256,
        sheet=sheet.name,
        heads=tuple(dict.fromkeys(sheet.heads)),
        columns=found,
        unknown=unknown,
        lacking=missing,
        lines=lines,
        here=here(look, chosen, lines),
        batch=batch,
        before=before,
        year=year,
        names=names,
    )


def year_in(text: str) -> int | None:
    """The first year that a title or a file's name tells."""
    found = re.search(r"(?<!\d)(20\d\d)(?!\d)", text)
    return int(found[1]) if found else None


def content_of(book: Book, mends: Mends) -> str:
    """The SHA-256 by which this content is known again: of the file, and of what was mended in it."""
    if not mends:
        return book.sha256
    told = [sorted((f"{row} {name}", text) for (row, name), text in mends.cells.items())]
    told.append(sorted((f"{name} {was}", text) for (name, was), text in mends.texts.items()))
    return digest(json.dumps([book.sha256, *told], ensure_ascii=False).encode())


def earlier(look: Records, sha256: str, register: Register) -> tuple[str | None, bool]:
    """The import of this content that has not all its rows yet, and whether there is one that has."""
    for one in look.find("import", sha256=sha256):
        if one.taken_back_at is None and one.register == register:
            whole = len(look.find(KIND[register], batch=one.id)) >= one.rows
            return (None, True) if whole else (one.id, False)
    return None, False


def here(look: Records, register: Register, lines: Sequence[Line]) -> frozenset[int]:
    """The rows that came with an earlier import which still stands: the same place, time and old number or words."""
    standing = [one for one in look.find("import") if one.register == register and one.taken_back_at is None]
    seen = {_mark(register, record) for batch in standing for record in _records(look, register, batch)}
    return frozenset(line.row for line in lines if line.good and _mark(register, _Told(line.values)) in seen)


def _records(look: Records, register: Register, batch: Import) -> tuple[Any, ...]:
    return look.find(KIND[register], batch=batch.id)


class _Told:
    """A line's values read as a record's."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        self.values = values

    def __getattr__(self, name: str) -> Any:
        return self.values.get(name)


def _mark(register: Register, one: Any) -> tuple[Any, ...]:
    when = getattr(one, MOMENT[register]).timestamp()
    if register == "inspections":
        return one.plan, one.equipment or one.zone, when
    return one.zone, when, one.old_number or one.description or ""


@dataclass(frozen=True, slots=True)
class Step:
    """One operation of an import, and how many of its rows it brings."""

    kind: str
    args: dict[str, Any]
    rows: int


def steps(found: Preview, most: int = MOST_ROWS) -> Generator[Step, str, str]:
    """The operations that bring the fresh lines in, `most` rows at a time; each is answered by the id it was given.
    Returns the batch's id. Raises Refused: nothing_to_import."""
    fresh = found.fresh
    if not fresh:
        raise Refused("nothing_to_import", file=found.file)
    batch = found.batch or (yield _begin(found))
    if found.register == "incidents":
        for line in fresh:
            told = {name: value for name, value in arguments(line).items() if name != "row"}
            yield Step("incidents.record", {**told, "batch": batch}, 1)
    else:
        for start in range(0, len(fresh), most):
            part = fresh[start : start + most]
            rows = [arguments(one) for one in part]
            yield Step(f"{found.register}.import_rows", {"batch": batch, "rows": rows}, len(part))
    return batch


def _begin(found: Preview) -> Step:
    told = {"register": found.register, "file": found.file[-200:], "sha256": found.sha256, "rows": len(found.fresh)}
    return Step("imports.begin", told, 0)


def bring_in(do: Do, found: Preview) -> str:
    """Brings the fresh lines in, through `do(kind, args)`, which answers as the hub does; the batch's id. Raises
    Refused: nothing_to_import, and whatever an operation is refused with: what came before it stays, and the same
    file goes on from there."""
    going = steps(found, MOST_ROWS)
    try:
        step = next(going)
        while True:
            step = going.send(str(accepted(do(step.kind, step.args))["id"]))
    except StopIteration as ended:
        return str(ended.value)


def take_back(do: Do, standing: Callable[[], Import | None], reason: str) -> int:
    """Takes an import back, part by part; how many parts it took. `standing` looks at it afresh. Raises Refused:
    no_such_record, import_taken_back."""
    parts = 0
    while True:
        batch = standing()
        if batch is None:
            raise Refused("no_such_record", record="import", id="")
        if batch.taken_back_at is not None and parts:
            return parts
        accepted(do("imports.take_back", {"batch": batch.id, "reason": reason}))
        parts += 1
