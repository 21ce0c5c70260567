"""What the window has done in the background: how a book is best read at first, and the rows that are kept back written
for a person."""

from collections.abc import Sequence
from pathlib import Path

from desktop.views.ledgers.shown import why
from services.core.paper import Register
from services.core.refused import Refused
from services.imports.bringing_in import Asked, Preview
from services.imports.headings import NAMES, known, register_of
from services.imports.lines import Line, Mends
from services.imports.remembering import Remembered
from services.imports.workbook import Book, find_sheet
from services.imports.writing import write_kept_back


def first_asked(book: Book, home: Register, memory: Remembered) -> Asked:
    """As what a book is looked at first: what its headings were taken for the last time, else the register that the
    window was opened for, else the one whose columns it has."""
    told = memory.headings()
    sheet = None
    for register in (home, *(one for one in NAMES if one != home)):
        try:
            sheet = find_sheet(book, lambda heads, of=register: known(of, heads, told))  # type: ignore[misc]
            break
        except Refused:
            continue
    if sheet is None:
        sheet = find_sheet(book, lambda heads: 0, next(iter(book.grids), ""))
    register = memory.register_of(sheet.heads) or _fits(home, sheet.heads, told)
    texts = memory.texts(register)
    return Asked(register, sheet.name, memory.of(register, sheet.heads), Mends(texts=texts))


def _fits(home: Register, heads: tuple[str, ...], told: dict[str, str]) -> Register:
    return home if known(home, heads, told) else register_of(heads, told) or home


def write(path: Path, found: Preview, lines: Sequence[Line], lang: str) -> None:
    """A workbook of rows that have not come in, which is there whole or not at all. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(path.name + ".new")
    write_kept_back(fresh, found.register, found.heads, lines, lambda line: why(found.register, line), lang)
    fresh.replace(path)
