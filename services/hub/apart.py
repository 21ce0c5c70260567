"""Long work of the hub in a process of its own, which says how far it is and can be given up at any moment."""

import json
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from services.core.refused import Refused

TICK_S = 0.5
ROOT = Path(__file__).resolve().parents[2]


class Apart:
    """One such work at a time. `share` is how far it is; None while there is none."""

    def __init__(self) -> None:
        self.share: float | None = None
        self._given_up = threading.Event()

    def give_up(self) -> None:
        """Ends what is in hand, and whatever is begun after."""
        self._given_up.set()

    def run(self, module: str, what: list[str], wanted: Callable[[], bool] = lambda: True) -> dict[str, Any] | None:
        """What the module, called with the arguments, says at last; None where it was given up or is `wanted` no more.
        Raises Refused: as it refuses; backup_ended, where it ends without a word."""
        hidden = getattr(subprocess, "CREATE_NO_WINDOW", 0)
        with subprocess.Popen(
            [sys.executable, "-m", module, *what],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=ROOT,
            text=True,
            encoding="utf-8",
            creationflags=hidden,
        ) as process:
            said: dict[str, Any] = {}
            hearing = threading.Thread(target=self._hear, args=(process, said), daemon=True)
            self.share = 0.0
            hearing.start()
            try:
                while hearing.is_alive():
                    hearing.join(TICK_S)
                    if self._given_up.is_set() or not wanted():
                        return None
            finally:
                self.share = None
                process.kill()
        if "refused" in said:
            raise Refused(said["refused"], **said["facts"])
        if "done" not in said:
            raise Refused("backup_ended")
        done: dict[str, Any] = said["done"]
        return done

    def _hear(self, process: "subprocess.Popen[str]", said: dict[str, Any]) -> None:
        assert process.stdout is not None
        for line in process.stdout:
            found = json.loads(line)
            if "share" in found:
                self.share = found["share"]
            else:
                said.update(found)


def answer_of(refused: Refused) -> str:
    """The detail of a refusal, as it is noted."""
    return " ".join(str(value) for value in refused.facts.values())[:300]


def unlink(file: Path) -> bool:
    """Takes a file away, also what a killed work has left beside it; False where that can't be done now."""
    try:
        for one in (file, *file.parent.glob(f"{file.name}.*")):
            one.unlink(missing_ok=True)
    except OSError:
        return False
    return True
