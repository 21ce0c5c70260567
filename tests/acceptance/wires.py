"""A hub in a process of its own that a test may kill and start again, and wires between it and consoles that a test may
cut: a console behind a cut wire is away, the others are not."""

import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from services.commands.reach import reached
from services.core.refused import Refused
from services.store.folder import PlantFolder
from services.sync.client import HubClient
from tests.acceptance.consoles import ROOT

PATIENCE_S = 40.0


def free_port() -> int:
    """A port that nobody has at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class HubProcess:
    """`anhuan hub` on a plant's folder, always on the same port."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.process: subprocess.Popen[bytes] | None = None
        self.start()

    def start(self) -> None:
        (self.data / "hub" / "hub.json").unlink(missing_ok=True)
        command = [sys.executable, "-m", "services.cli", "hub", "--data", str(self.data), "--port", str(self.port)]
        self.process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            wait_for(lambda: PlantFolder(self.data).running() is not None)
        except BaseException:
            self.kill()
            raise

    def kill(self) -> None:
        """As a power cut would: nothing is said, nothing is finished."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process = None

    def do(self, kind: str, by: str, **args: Any) -> str:
        """An operation of somebody who is at the hub; its id."""
        with reached(self.data, by) as there:
            answer = there.do(kind, args)
        if "refused" in answer:
            raise Refused(answer["refused"], **answer["facts"])
        return str(answer["id"])

    def photo(self, data: bytes, by: str) -> str:
        """A photo as a phone sends it; its hash."""
        return str(self.client(by).call("POST", "/api/blobs/photo", data=data)["sha256"])

    def client(self, by: str) -> HubClient:
        running = PlantFolder(self.data).running()
        assert running is not None
        return HubClient(running.url, running.token, by)


@contextmanager
def hub_process(data: Path) -> Iterator[HubProcess]:
    """A hub that is killed at the end, whatever happens."""
    hub = HubProcess(data)
    try:
        yield hub
    finally:
        hub.kill()


class Cable:
    """Forwards bytes to a hub; cut, it lets nothing through and closes what was open."""

    def __init__(self, to: int) -> None:
        self.to = to
        self.cut = False
        self._open: set[socket.socket] = set()
        self._server = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._server.getsockname()[1]}"
        threading.Thread(target=self._serve, daemon=True).start()

    def pull(self) -> None:
        """The wire is out."""
        self.cut = True
        for one in list(self._open):
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)

    def plug(self) -> None:
        """The wire is in again."""
        self.cut = False

    def close(self) -> None:
        self.pull()
        self._server.close()

    def _serve(self) -> None:
        while True:
            try:
                near, _ = self._server.accept()
            except OSError:
                return
            try:
                far = None if self.cut else socket.create_connection(("127.0.0.1", self.to), timeout=5)
            except OSError:
                far = None
            if far is None:
                near.close()
                continue
            self._open |= {near, far}
            threading.Thread(target=self._pump, args=(near, far), daemon=True).start()
            threading.Thread(target=self._pump, args=(far, near), daemon=True).start()

    def _pump(self, one: socket.socket, other: socket.socket) -> None:
        try:
            one.settimeout(None)
            while data := one.recv(65536):
                other.sendall(data)
        except OSError:
            pass
        for end in (one, other):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
        self._open -= {one, other}


def wait_for(look: Any, within_s: float = PATIENCE_S) -> Any:
    """What is looked for, as soon as it is there."""
    end = time.monotonic() + within_s
    while (began := time.monotonic()) < end:
        if found := look():
            return found
        # a look that costs much, as a process that is started for it, leaves the machine to those it waits for
        time.sleep(max(0.05, 2 * (time.monotonic() - began)))
    raise AssertionError("it did not come")
