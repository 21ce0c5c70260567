"""The paper registers are brought into the plant on the morning of go-live, each as one import."""

import hashlib
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from services.core.ids import canonical
from services.core.paper import MOST_ROWS
from services.demo.life import Life
from services.demo.paper import Ledger, Row

NAMES = ("zone", "plan", "reporter", "fixer", "reviewer", "by", "person")  # where a row has a name and a record an id


def bring_in(life: Life, ledger: Ledger) -> None:
    """One register, in parts of what an operation takes."""
    officer = life.someone("王芳")
    rows = [{"row": number, **_with_ids(life, row)} for number, row in enumerate(ledger.rows, start=2)]
    file = {"file": ledger.file, "sha256": hashlib.sha256(canonical(rows)).hexdigest(), "rows": len(rows)}
    batch = life.do(officer, "imports.begin", register=ledger.register, **file)
    if ledger.register == "incidents":
        for row in rows:
            life.do(officer, "incidents.record", batch=batch, **{k: v for k, v in row.items() if k != "row"})
        return
    for part in _parts(rows):
        life.do(officer, f"{ledger.register}.import_rows", batch=batch, rows=part)


def _with_ids(life: Life, row: Row) -> dict[str, Any]:
    found = {name: life.ids[value] if name in NAMES else value for name, value in row.items() if value is not None}
    return {name: value.isoformat() if isinstance(value, datetime) else value for name, value in found.items()}


def _parts(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    return (rows[start : start + MOST_ROWS] for start in range(0, len(rows), MOST_ROWS))
