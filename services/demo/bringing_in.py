"""The paper registers are brought into the plant on the morning of go-live: workbooks, read as any workbook is."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zoneinfo import ZoneInfo

from services.core.paper import MOST_ROWS
from services.core.refused import Refused
from services.demo.life import Life
from services.demo.paper import Ledger
from services.demo.workbooks import workbook
from services.imports.headings import columns, known
from services.imports.lines import Reader, arguments
from services.imports.names import Names
from services.imports.workbook import digest_of, read_sheet


def bring_in(life: Life, ledger: Ledger) -> None:
    """One register, in parts of what an operation takes. Raises Refused: rows_not_taken."""
    officer = life.someone("王芳")
    with TemporaryDirectory() as place:
        file = Path(place) / ledger.file
        file.write_bytes(workbook(ledger))
        rows, sha256 = read(life, ledger, file), digest_of(file)
    facts = {"file": ledger.file, "sha256": sha256, "rows": len(rows)}
    batch = life.do(officer, "imports.begin", register=ledger.register, **facts)
    if ledger.register == "incidents":
        for row in rows:
            del row["row"]
            life.do(officer, "incidents.record", batch=batch, **row)
        return
    for part in _parts(rows):
        life.do(officer, f"{ledger.register}.import_rows", batch=batch, rows=part)


def read(life: Life, ledger: Ledger, file: Path) -> list[dict[str, Any]]:
    """The rows of a workbook as operations take them."""
    sheet = read_sheet(file, lambda heads: known(ledger.register, heads, {}))
    heads = columns(ledger.register, sheet.heads, {})
    reader = Reader(ledger.register, heads, Names(life.journal.records), ZoneInfo("Asia/Shanghai"), life.now)
    lines = list(reader.lines(sheet))
    wrong = [line for line in lines if not line.good]
    if wrong or len(lines) != len(ledger.rows):
        raise Refused("rows_not_taken", file=ledger.file)
    return [arguments(line) for line in lines]


def _parts(rows: Sequence[dict[str, Any]]) -> Iterator[Sequence[dict[str, Any]]]:
    return (rows[start : start + MOST_ROWS] for start in range(0, len(rows), MOST_ROWS))
