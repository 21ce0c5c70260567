"""A hub that says soon that nothing goes out, and whose dispatcher rests while a file says so: run as the hub's command
by a test of those who watch it."""

import sys
import time
from pathlib import Path
from typing import Any

from services import cli
from services.hub import canary, dispatch, worker
from services.store import canary as canary_rows

SILENT_S, EVERY_S = 4.0, 0.2
SLOW = "slow"  # this file in the hub's folder makes the dispatcher rest


def make_hasty(folder: Path) -> None:
    """Everything that takes minutes in life takes seconds."""
    dispatch.DEAD_AFTER_S = SILENT_S
    canary.EVERY_S = canary_rows.AGAIN_S = worker.LONGEST_REST_S = EVERY_S
    usual = worker.Worker._send

    def send(self: worker.Worker, delivery: Any) -> None:
        while (folder / SLOW).exists():
            time.sleep(EVERY_S)
        usual(self, delivery)

    worker.Worker._send = send  # type: ignore[method-assign]


if __name__ == "__main__":
    make_hasty(Path(sys.argv[sys.argv.index("--data") + 1]) / "hub")
    sys.exit(cli.main())
