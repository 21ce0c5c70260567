"""Records as lines of text, for Excel: by the clipboard, or in a file that is written as the rows come."""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from desktop.models.record_table import Column

FORMULAS = ("=", "@", "+", "-")


def cell(text: str) -> str:
    """A cell's text in one line. What a spreadsheet would take for a formula stays a text: it may come from anybody's
    phone."""
    plain = " ".join(text.split()) if any(mark in text for mark in "\t\r\n") else text
    return f"'{plain}" if plain.startswith(FORMULAS) and not _is_number(plain) else plain


def _is_number(text: str) -> bool:
    return text[1:].replace(" ", "").replace(".", "", 1).isdigit()


def line(columns: Sequence[Column], record: Any) -> list[str]:
    """The cells of a record."""
    return [cell(column.copied(record) or "") for column in columns]


def for_clipboard(columns: Sequence[Column], records: Iterable[Any]) -> str:
    """The titles and the records, tab by tab."""
    head = "\t".join(column.title for column in columns)
    return f"{head}\n{bare(columns, records)}"


def bare(columns: Sequence[Column], records: Iterable[Any]) -> str:
    """The records alone, tab by tab."""
    return "\n".join("\t".join(line(columns, record)) for record in records)


def write(path: Path, columns: Sequence[Column], parts: Iterable[Sequence[Any]]) -> int:
    """Writes the titles and the records into a CSV file that Excel opens as it is; how many records. Raises OSError."""
    count = 0
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        out = csv.writer(file)
        out.writerow([column.title for column in columns])
        for part in parts:
            out.writerows(line(columns, record) for record in part)
            count += len(part)
    return count
