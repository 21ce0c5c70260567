"""Makes a backup, or tries one, in a process of its own: verifying reads the whole journal, and the hub answers
meanwhile. Called with `make` or `try`, the plant's folder and the file; it says how far it is and what came of it, a
JSON object a line."""

import json
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from services.core import features as features  # a verification reads records of every kind
from services.core.refused import Refused
from services.store.backup import write_backup
from services.store.backup_trial import photos_in, put_back_for_trial, read_again
from services.store.folder import PlantFolder

STEP = 0.01


class Teller:
    """Says the share done, from `begins` on over a stretch `long`, at most once for each hundredth."""

    def __init__(self, begins: float, long: float) -> None:
        self.begins, self.long, self._said = begins, long, -1.0

    def __call__(self, share: float) -> None:
        whole = self.begins + self.long * share
        if whole - self._said >= STEP:
            self._said = whole
            say({"share": round(whole, 3)})


def say(line: dict[str, Any]) -> None:
    """One line to whoever has started this process."""
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


def make(folder: PlantFolder, file: Path) -> dict[str, Any]:
    """The backup, written and read again. Raises Refused."""
    file.parent.mkdir(parents=True, exist_ok=True)
    manifest = write_backup(folder, file, datetime.now(UTC), Teller(0.0, 0.7))
    try:
        read_again(file, Teller(0.7, 0.3))
    except Refused:
        file.unlink(missing_ok=True)
        raise
    photos = photos_in(manifest)
    return {"bytes": file.stat().st_size, "upto": manifest.seq, "photos": photos, "missing": len(manifest.missing)}


def carried_out(work: Callable[[], dict[str, Any]], file: str) -> int:
    """Does it where it disturbs nobody, and says what came of it as the last line."""
    with suppress(OSError, AttributeError):
        os.nice(10)
    try:
        say({"done": work()})
    except Refused as refused:
        say(refused.as_json())
    except OSError as error:
        say({"refused": "backup_folder", "facts": {"file": file, "what": str(error.strerror or error)}})
    return 0


def tried(folder: PlantFolder, file: Path) -> dict[str, Any]:
    """The backup, put back beside the plant for trial. Raises Refused."""
    put_back_for_trial(file, folder, Teller(0.0, 1.0))
    return {}


def main(what: str, data: str, file: str) -> int:
    """What is asked for: `make` or `try`."""
    work = make if what == "make" else tried
    return carried_out(partial(work, PlantFolder(data), Path(file)), file)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:4]))
