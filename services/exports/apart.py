"""Writes an export in a process of its own, for the hub. Called with the plant's folder and the file."""

import os
import sys
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from services.core.refused import Refused
from services.exports.writing import write_export
from services.store.backup_apart import Teller, say
from services.store.folder import PlantFolder


def main(data: str, file: str) -> int:
    """The export, and what came of it as the last line."""
    with suppress(OSError, AttributeError):
        os.nice(10)
    try:
        write_export(PlantFolder(data), Path(file), datetime.now(UTC), Teller(0.0, 1.0))
        say({"done": {"bytes": Path(file).stat().st_size}})
    except Refused as refused:
        say(refused.as_json())
    except OSError as error:
        say({"refused": "backup_folder", "facts": {"file": file, "what": str(error.strerror or error)}})
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
