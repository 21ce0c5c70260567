"""Secrets of a service (a mail server's password): from the environment, else a file that only its owner can read.
A service has no keyring; a console's own secrets go to the keyring instead (services.sync.keys)."""

import json
import os
from pathlib import Path

from services.store.room import needing_room


def keep(path: Path, name: str, value: str, *, full: str = "disk_full") -> None:
    """Keeps a secret in the file, with tight rights from its birth on. Raises Refused: `full`, where there is no room;
    the file is as it was then."""
    write_private(path, json.dumps({**_all(path), name: value}), full=full)


def write_private(path: Path, text: str, *, full: str = "disk_full") -> None:
    """Writes a file that only its owner may ever read; it is there whole, or as it was. Raises Refused: `full`."""
    fresh = path.with_suffix(".new")
    with needing_room(fresh, full=full):
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)


def read(path: Path, name: str) -> str | None:
    """A secret: the variable ANHUAN_SECRET_<NAME> wins over the file."""
    return os.environ.get(f"ANHUAN_SECRET_{name.upper()}") or _all(path).get(name)


def _all(path: Path) -> dict[str, str]:
    try:
        known: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return known


def drop(path: Path, name: str) -> None:
    """Forgets a secret of the file."""
    known = _all(path)
    if known.pop(name, None) is not None:
        write_private(path, json.dumps(known))
