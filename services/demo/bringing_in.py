"""The paper registers are brought into the plant on the morning of go-live: workbooks, as any plant brings them in."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from services.demo.life import Life
from services.demo.paper import Ledger
from services.demo.workbooks import workbook
from services.imports import bringing_in


def bring_in(life: Life, ledger: Ledger) -> None:
    """One register, whole."""
    officer = life.someone("王芳")

    def do(kind: str, args: Mapping[str, Any]) -> dict[str, Any]:
        return {"id": life.do(officer, kind, **args)}

    with TemporaryDirectory() as place:
        file = Path(place) / ledger.file
        file.write_bytes(workbook(ledger))
        found = bringing_in.preview(life.journal.records, file, life.now, ledger.register, {})
    if len(found.fresh) != len(ledger.rows) or any(line.repairs for line in found.lines):
        raise ValueError(f"{ledger.file} is not read as it was written")
    bringing_in.bring_in(do, found)
