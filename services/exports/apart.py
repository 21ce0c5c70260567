"""Writes an export in a process of its own, for the hub. Called with the plant's folder and the file."""

import sys
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from services.exports.writing import write_export
from services.store.backup_apart import Teller, carried_out
from services.store.folder import PlantFolder


def written(folder: PlantFolder, file: Path) -> dict[str, Any]:
    """The export. Raises Refused."""
    write_export(folder, file, datetime.now(UTC), Teller(0.0, 1.0))
    return {"bytes": file.stat().st_size}


def main(data: str, file: str) -> int:
    """What is asked for."""
    return carried_out(partial(written, PlantFolder(data), Path(file)), file)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
