"""The project as a contestant: a hub in a process of its own, and consoles that sync with it in this one.

python -m benchmarks.peers.console PLANT FOLDER
"""

import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.peers.lines import answer_lines, free_port, wait_for
from benchmarks.peers.plant import LOGIN, PASSWORD, hazards_in
from services.core.ids import new_id
from services.core.operation import Operation
from services.photos.folder import PhotoFolder
from services.store.folder import PlantFolder
from services.store.replica import Clock, Replica
from services.sync.client import HubClient
from services.sync.outgoing import Outgoing
from services.sync.round import Sync

PUSHED_AT_ONCE = 100
MOST_ROUNDS = 1000


class Consoles:
    """Makes a new console for each first sync; the last one follows. Each round is compared with the hub's file."""

    def __init__(self, plant: Path, folder: Path, port: int) -> None:
        self.plant, self.folder = plant, folder
        self.direct = HubClient(f"http://127.0.0.1:{port}")
        session = self.direct.sign_in(LOGIN, PASSWORD)
        self.person, self.token = session["person"], session["token"]
        self.direct = HubClient(self.direct.url, self.token)
        self.url = self.direct.url
        self.sync: Sync | None = None
        self.consoles = self.sent = 0

    def do(self, what: str, rest: dict[str, Any]) -> dict[str, Any] | None:
        """One command by its name."""
        answer: dict[str, Any] | None = getattr(self, f"do_{what}")(**rest)
        return answer

    def do_through(self, port: int) -> None:
        """Consoles speak through this port."""
        self.url = f"http://127.0.0.1:{port}"

    def do_ready(self) -> dict[str, Any]:
        """Has the hub make its ready replica, which all first syncs after it share."""
        start = time.perf_counter()
        HubClient(self.url, self.token).call("GET", "/api/replica")
        return {"seconds": time.perf_counter() - start}

    def do_first(self) -> dict[str, Any]:
        """A new console's first round."""
        self.sync = self._console()
        return self._round(self.sync)

    def _console(self) -> Sync:
        if self.sync is not None:
            self.sync.replica.close()
        self.consoles += 1
        folder = self.folder / f"console-{self.consoles}"
        folder.mkdir(parents=True)
        replica = Replica(folder / "replica.db", Clock(lambda: datetime.now(UTC), time.monotonic, "boot"))
        replica.set_facts(me=self.person)
        return Sync(HubClient(self.url, self.token), replica, Outgoing(folder / "out", PhotoFolder(folder / "blobs")))

    def _round(self, sync: Sync) -> dict[str, Any]:
        start = time.perf_counter()
        brought = sync.once()
        return {"seconds": time.perf_counter() - start, "more": brought.more}

    def do_older(self) -> dict[str, Any]:
        """The rounds after the first, which bring the older entries of the journal."""
        assert self.sync is not None
        seconds = 0.0
        for _ in range(MOST_ROUNDS):
            took = self._round(self.sync)
            seconds += took["seconds"]
            if not took["more"]:
                return {"seconds": seconds}
        raise RuntimeError("older entries do not end")

    def do_change(self, ids: list[str], team: str) -> None:
        """Each of these hazards is handed on, by another device, straight to the hub."""
        made = datetime.now(UTC)
        for start in range(0, len(ids), PUSHED_AT_ONCE):
            part = []
            for id_ in ids[start : start + PUSHED_AT_ONCE]:
                self.sent += 1
                args = {"hazard": id_, "team": team}
                part.append(Operation(new_id(), "hazards.dispatch", args, "bench-3", self.sent, made))
            answers = self.direct.push(part, datetime.now(UTC), 0.0, "boot")["answers"]
            if any(one.get("outcome") != "accepted" for one in answers):
                raise RuntimeError(str(answers)[:300])

    def do_pull(self) -> dict[str, Any]:
        """One round."""
        assert self.sync is not None
        return self._round(self.sync)

    def do_check(self) -> None:
        """Every hazard here is as the hub has it."""
        assert self.sync is not None
        if hazards_in(self.sync.replica.path) != hazards_in(PlantFolder(self.plant).database):
            raise RuntimeError("the console's hazards are not the hub's")


def main(plant: Path, folder: Path) -> None:
    """Starts the hub and answers until the input ends."""
    port = free_port()
    command = [sys.executable, "-m", "services.cli", "hub", "--data", str(plant), "--port", str(port)]
    hub = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        wait_for(port)
        consoles = Consoles(plant, folder, port)
        answer_lines({"port": port}, consoles.do)
    finally:
        hub.terminate()
        hub.wait()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
