"""Which column is what where nothing stands over it: told by what is in it."""

import re
from collections.abc import Callable, Sequence
from typing import Any

from services.imports.names import Names
from services.imports.role_cells import roles_in
from services.imports.workbook import Sheet, text_of

Fits = Callable[[str], Any]
PHONE = re.compile(r"(\+?86[- ]?)?1\d{10}|0\d{2,3}[- ]?\d{7,8}(-\d+)?|\+\d[\d -]{7,}")
NUMBER = re.compile(r"(?=.*\d)[A-Za-z0-9-]{1,20}")
NAME = re.compile(r"[\u4e00-\u9fff·]{2,12}|[^\W\d_]+([ .'-]+[^\W\d_]+)*\.?")
MOSTLY = 0.6


def guessed(sheet: Sheet, names: Names) -> dict[str, str]:
    """Fields by heading: each goes to the column that fits it best, the plainest fields first."""
    cells = {head: [text for _, row in sheet.rows if (text := text_of(row.get(head)))] for head in sheet.heads}
    tests: tuple[tuple[str, Fits], ...] = (
        ("email", lambda text: "@" in text),
        ("roles", roles_in),
        ("team", lambda text: names.find("team", text)),
        ("department", lambda text: names.find("department", text)),
        ("phone", PHONE.fullmatch),
        ("name", NAME.fullmatch),
        ("employee_no", NUMBER.fullmatch),
    )
    found: dict[str, str] = {}
    for field, fits in tests:
        left = [head for head in sheet.heads if head not in found]
        best = max(left, key=lambda head: _share(cells[head], fits), default=None)
        if best is not None and _share(cells[best], fits) >= MOSTLY:
            found[best] = field
    return found


def _share(texts: Sequence[str], fits: Fits) -> float:
    return sum(bool(fits(text)) for text in texts) / len(texts) if texts else 0.0
