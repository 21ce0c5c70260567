"""Other people at work: a hundred changes a second straight to the hub, until the input ends.

python -m benchmarks.window.others PLANT
"""

import sys
import threading
import time
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.peers.plant import LOGIN, PASSWORD, hazards_in
from services.core.ids import new_id
from services.core.operation import Operation
from services.store.folder import PlantFolder
from services.sync.client import HubClient

RATE, AT_ONCE = 100, 10


def wait_for_end(ended: threading.Event) -> None:
    """Until the input ends."""
    sys.stdin.read()
    ended.set()


def main(plant: Path) -> None:
    """Hands open hazards on, one after the other and again from the beginning."""
    folder = PlantFolder(plant)
    running = folder.running()
    assert running is not None
    session = HubClient(running.url).sign_in(LOGIN, PASSWORD)
    client = HubClient(running.url, session["token"])
    open_ones = [one for one in hazards_in(folder.database) if one["state"] == "assigned"]
    ended = threading.Event()
    threading.Thread(target=wait_for_end, args=(ended,), daemon=True).start()
    device, n, begun = f"bench-{new_id()}", 0, time.monotonic()
    while not ended.wait(max(0.0, begun + n / RATE - time.monotonic())):
        part = []
        for _ in range(AT_ONCE):
            hazard = open_ones[n % len(open_ones)]
            n += 1
            args = {"hazard": hazard["id"], "team": hazard["team"]}
            part.append(Operation(new_id(), "hazards.dispatch", args, device, n, datetime.now(UTC)))
        answers = client.push(part, datetime.now(UTC), 0.0, "boot")["answers"]
        if any(one.get("outcome") != "accepted" for one in answers):
            raise RuntimeError(str(answers)[:300])
    print(n / (time.monotonic() - begun), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
