"""Secrets of a service (a mail server's password): from the environment, else a file that only its owner can read.
A service has no keyring; a console's own secrets go to the keyring instead (services.sync.keys)."""

import json
import os
from pathlib import Path


def keep(path: Path, name: str, value: str) -> None:
    """Keeps a secret in the file, with tight rights from its birth on."""
    known = _all(path)
    known[name] = value
    fresh = path.with_suffix(".new")
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump(known, file)
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
        path.write_text(json.dumps(known), encoding="utf-8")
