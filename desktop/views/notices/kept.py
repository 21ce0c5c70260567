"""Notifications in a file beside the console's copy: what there is, what was read, and what has been told already."""

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

MOST = 100


@dataclass(frozen=True)
class Notice:
    """`code` with `facts` makes its words; `page`, `kind` and `record` say what a press opens (no kind: the page)."""

    id: str
    code: str
    at: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    page: str = ""
    kind: str = ""
    record: str = ""
    read: bool = False

    @property
    def moment(self) -> datetime:
        """When it was told, in UTC."""
        return datetime.fromisoformat(self.at)


@dataclass
class Kept:
    """`known`: by subject the ids that have been told of, or were there when this console first looked."""

    notices: list[Notice] = field(default_factory=list)
    known: dict[str, list[str]] = field(default_factory=dict)


def read(path: Path) -> Kept:
    """What is kept; nothing where there is no file that can be read: it is told anew, and no work depends on it."""
    try:
        found = json.loads(path.read_text("utf-8"))
        return Kept([Notice(**one) for one in found["notices"]], found["known"])
    except (OSError, ValueError, KeyError, TypeError):
        return Kept()


def write(path: Path, kept: Kept) -> None:
    """Keeps it, whole or not at all; a full disk leaves what was there."""
    found = {"notices": [asdict(one) for one in kept.notices[:MOST]], "known": kept.known}
    half = path.with_suffix(".half")
    try:
        half.write_text(json.dumps(found, ensure_ascii=False), "utf-8")
        os.replace(half, path)
    except OSError:
        half.unlink(missing_ok=True)
