"""What waits on a computer, in one file that a person can read without the program: a zip archive with the operations
as text and as JSON, and the photos and drawings that they name."""

import json
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from services.core.operation import OPERATIONS
from services.core.shape import is_hash

ENDINGS = {b"\xff\xd8": ".jpg", b"\x89P": ".png", b"RI": ".webp"}


@dataclass(frozen=True, slots=True)
class Told:
    """One operation: the sentence that people read, and its values as JSON."""

    sentence: str
    values: dict[str, Any]


@dataclass(frozen=True, slots=True)
class KeptFile:
    """What was written: how many operations and pictures, how many bytes. `missing` pictures are not on this
    computer."""

    place: Path
    operations: int
    pictures: int
    missing: int
    size: int


def write_kept(place: Path, head: str, told: Sequence[Told], blob: Callable[[str], bytes | None]) -> KeptFile:
    """Writes the file, which is there whole or not at all. `head` begins the text. Raises OSError."""
    fresh = place.with_name(place.name + ".new")
    named = sorted({sha256 for one in told for sha256 in blobs_in(one.values["kind"], one.values["args"])})
    text = "\n".join([head, "", *(one.sentence for one in told), ""])
    pictures = 0
    try:
        with ZipFile(fresh, "w", ZIP_DEFLATED) as archive:
            archive.writestr("operations.txt", text.encode("utf-8-sig"))  # else old editors take it for another code
            values = [one.values for one in told]
            archive.writestr("operations.json", json.dumps(values, ensure_ascii=False, indent=2))
            for sha256 in named:
                data = blob(sha256)
                if data is not None:
                    name = f"pictures/{sha256}{ENDINGS.get(data[:2], '')}"
                    archive.writestr(name, data, ZIP_STORED)
                    pictures += 1
        with open(fresh, "r+b") as file:
            os.fsync(file.fileno())
        fresh.replace(place)
    except OSError:
        fresh.unlink(missing_ok=True)
        raise
    return KeptFile(place, len(told), pictures, len(named) - pictures, place.stat().st_size)


def blobs_in(kind: str, args: dict[str, Any]) -> set[str]:
    """The hashes of the photos and drawings that an operation names."""
    found: set[str] = set()
    for name in OPERATIONS[kind].blobs if kind in OPERATIONS else ():
        value = args.get(name)
        found.update(one for one in (value if isinstance(value, list) else [value]) if is_hash(one))
    return found
