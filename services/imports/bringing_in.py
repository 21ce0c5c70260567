"""One register brought in: read and looked at first, then as one batch that can be taken back."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from services.core.paper import MOST_ROWS, Import, Register
from services.core.plant import the_plant
from services.core.refused import Refused, accepted
from services.imports.headings import columns, known, register_of
from services.imports.lines import Line, Reader, arguments
from services.imports.names import Names
from services.imports.workbook import digest_of, read_sheet
from services.store.records import Records

Do = Callable[[str, Mapping[str, Any]], Mapping[str, Any]]
KIND = {"hazards": "hazard", "inspections": "inspection", "incidents": "incident"}
MOMENT = {"hazards": "reported_at", "inspections": "due_at", "incidents": "at"}


@dataclass(frozen=True, slots=True)
class Preview:
    """What a file holds for a register. `columns` are headings by field, `unknown` headings that are none's; `here`
    are good lines that the plant has already; `batch` is an import of this very file that was broken off."""

    register: Register
    file: str
    sha256: str
    sheet: str
    columns: dict[str, str]
    unknown: tuple[str, ...]
    lines: tuple[Line, ...]
    here: frozenset[int]
    batch: str | None

    @property
    def fresh(self) -> list[Line]:
        """The lines that would be taken."""
        return [line for line in self.lines if line.good and line.row not in self.here]

    @property
    def bad(self) -> list[Line]:
        """The lines that can't be."""
        return [line for line in self.lines if not line.good]


def preview(look: Records, path: Path, now: datetime, register: Register | None, mapped: Mapping[str, str]) -> Preview:
    """Reads a workbook beside the plant; changes nothing. The register is guessed by its columns where none is named.
    Raises Refused: no_such_file, workbook_too_large, workbook_unreadable, workbook_without_head, imported_before."""
    sha256 = digest_of(path)

    def score(heads: Sequence[str]) -> int:
        guess = register or register_of(heads, mapped)
        return known(guess, heads, mapped) if guess else 0

    sheet = read_sheet(path, score)
    chosen = register or register_of(sheet.heads, mapped)
    assert chosen is not None  # a head without one has no score
    found = columns(chosen, sheet.heads, mapped)
    reader = Reader(chosen, found, Names(look), ZoneInfo(the_plant(look).timezone), now)
    lines = tuple(reader.lines(sheet))
    batch = broken_off(look, sha256, chosen, path.name)
    unknown = tuple(head for head in dict.fromkeys(sheet.heads) if head not in found.values())
    return Preview(chosen, path.name, sha256, sheet.name, found, unknown, lines, here(look, chosen, lines), batch)


def broken_off(look: Records, sha256: str, register: Register, file: str) -> str | None:
    """The import of this file that has not all its rows yet. Raises Refused: imported_before, when it has."""
    for one in look.find("import", sha256=sha256):
        if one.taken_back_at is None and one.register == register:
            if len(look.find(KIND[register], batch=one.id)) >= one.rows:
                raise Refused("imported_before", file=file)
            batch: str = one.id
            return batch
    return None


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


def bring_in(do: Do, found: Preview) -> str:
    """Brings the fresh lines in, through `do(kind, args)`, which answers as the hub does; the batch's id. Raises
    Refused: nothing_to_import, and whatever an operation is refused with: what came before it stays, and the same
    file goes on from there."""
    fresh = found.fresh
    if not fresh:
        raise Refused("nothing_to_import", file=found.file)
    batch = found.batch or _begun(do, found)
    if found.register == "incidents":
        for line in fresh:
            told = {name: value for name, value in arguments(line).items() if name != "row"}
            accepted(do("incidents.record", {**told, "batch": batch}))
    else:
        for part in _parts(fresh):
            accepted(do(f"{found.register}.import_rows", {"batch": batch, "rows": [arguments(one) for one in part]}))
    return batch


def _begun(do: Do, found: Preview) -> str:
    told = {"register": found.register, "file": found.file[-200:], "sha256": found.sha256, "rows": len(found.fresh)}
    return str(accepted(do("imports.begin", told))["id"])


def _parts(lines: list[Line]) -> Iterator[list[Line]]:
    for start in range(0, len(lines), MOST_ROWS):
        yield lines[start : start + MOST_ROWS]


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
