"""A shift of people at a hub: phones that report hazards without a name, fixers and workers signed in on theirs, and
desks that sync. Each goes on until it has its answer, as the real ones do, and says what it was told."""

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.client import HTTPConnection, HTTPException
from json import dumps, loads
from pathlib import Path
from typing import Any

from services.core.ids import new_id
from services.core.refused import Refused
from services.core.shape import utc_text
from services.photos.folder import PhotoFolder
from services.store.replica import Clock, Replica
from services.sync.client import HubClient, Unreachable
from services.sync.outgoing import Outgoing
from services.sync.round import Sync

PATIENCE_S = 30.0
PAUSE_S = 0.1


@dataclass
class Told:
    """What somebody was told about an operation: its number, and the seconds from its birth to the answer."""

    number: str
    seconds: float


@dataclass
class Phone:
    """Sends reports with a photo each. With a `token` it is signed in and counts its operations; without, it shows its
    label anew each time. `hasty` plants the two faults that the check must see: another id for each try, and taking
    silence for an answer."""

    port: int
    label: str
    zone: str
    photo: bytes
    token: str = ""
    hasty: str = ""
    told: dict[str, Told] = field(default_factory=dict)
    device: str = field(default_factory=new_id)
    n: int = 0

    def reports(self, count: int) -> None:
        """So many, one after the other."""
        for _ in range(count):
            self._report()

    def _report(self) -> None:
        born, operation = time.monotonic(), self._born()
        while True:
            try:
                token = self.token or self._post("/api/visit", {"label": self.label})["token"]
                sha256 = self._post("/api/blobs/photo", self.photo, token)["sha256"]
                operation["args"]["photos"] = [sha256]
                answer = self._post("/api/operations", {"operations": [operation]}, token)["answers"][0]
            except (OSError, HTTPException, ValueError):
                if self.hasty == "silence":
                    self.told[operation["id"]] = Told("", time.monotonic() - born)
                    return
                if self.hasty == "new id":
                    operation = self._born()
                time.sleep(PAUSE_S)
                continue
            if answer.get("refused") == "out_of_turn":
                operation["n"] = answer["facts"]["expected_n"]
                continue
            self.n = operation["n"]
            if answer.get("outcome") != "accepted":
                raise AssertionError(str(answer)[:300])
            self.told[operation["id"]] = Told(answer["given"][operation["id"]], time.monotonic() - born)
            return

    def _born(self) -> dict[str, Any]:
        device, n = (self.device, self.n + 1) if self.token else (new_id(), 1)
        args = {"zone": self.zone, "category": "guarding"}
        born = {"id": new_id(), "kind": "hazards.report", "args": args, "device": device, "n": n}
        return born | {"made_at": utc_text(datetime.now(UTC))}

    def _post(self, path: str, body: Any, token: str = "") -> Any:
        """The answer's JSON. Raises OSError, HTTPException or ValueError where there is none that makes sense."""
        data = body if isinstance(body, bytes) else dumps(body).encode()
        kind = "application/octet-stream" if isinstance(body, bytes) else "application/json"
        head = {"Content-Type": kind} | ({"Authorization": f"Bearer {token}"} if token else {})
        with closing(HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE_S)) as line:
            line.request("POST", path, data, head)
            answer = line.getresponse()
            found = loads(answer.read())
        if answer.status >= 300:
            raise ValueError(f"{answer.status} {found}")
        return found


class Desktop:
    """A console's copy that renames a zone again and again and syncs."""

    def __init__(self, url: str, token: str, person: str, folder: Path) -> None:
        folder.mkdir()
        clock = Clock(lambda: datetime.now(UTC), time.monotonic, "boot")
        self.replica = Replica(folder / "replica.db", clock)
        self.replica.set_facts(me=person)
        outgoing = Outgoing(folder / "outgoing", PhotoFolder(folder / "blobs"))
        self.sync = Sync(HubClient(url, token), self.replica, outgoing)
        self.told: set[str] = set()

    def works(self, zone: str, name: str, count: int) -> None:
        """So many names, then until nothing waits and everything has come."""
        self._until_here()
        for number in range(count):
            made = self.replica.run("zones.rename", {"zone": zone, "name": f"{name} {number}"})
            assert made.ok, made.refused
            self.told.add(made.id)
            self._try()
        self._until_here()

    def _until_here(self) -> None:
        while not self._try() or self.replica.to_send() or not self.replica.fact("cursor"):
            time.sleep(PAUSE_S)

    def _try(self) -> bool:
        try:
            self.sync.once()
        except Unreachable:
            return False
        except Refused as refused:  # half a request, or half an answer, came through
            if refused.code != "malformed":
                raise
            return False
        return True


def all_at_once(works: Sequence[Callable[[], None]]) -> None:
    """Everybody in a thread of their own, to the end; the first trouble of anyone is raised."""
    with ThreadPoolExecutor(len(works)) as pool:
        for done in [pool.submit(work) for work in works]:
            done.result()
