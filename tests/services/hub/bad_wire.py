"""A wire between phones, consoles and a hub that does what bad networks do to real sockets: it breaks off in the middle
of a request, brings a request twice, and loses the answer to one that the hub has carried out."""

import random
import re
import socket
import threading
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass

ENDING = b"\r\n\r\n"
LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
KEEPING = re.compile(rb"\r\nconnection:[^\r]*", re.IGNORECASE)
PATIENCE_S = 30.0


@dataclass(frozen=True)
class Faults:
    """How often each thing happens to a request: a share from 0 to 1."""

    cut: float = 0.10
    doubled: float = 0.15
    lost: float = 0.15


class BadWire:
    """Listens on a port of its own and forwards one request a connection to the hub's port. `happened` counts what it
    did. `faults` may be changed at any time."""

    def __init__(self, to: int, faults: Faults, seed: int) -> None:
        self.to, self.faults = to, faults
        self.happened: Counter[str] = Counter()
        self._chance, self._lock = random.Random(seed), threading.Lock()
        self._server = socket.create_server(("127.0.0.1", 0), backlog=512)
        self.port: int = self._server.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        threading.Thread(target=self._serve, daemon=True).start()

    def close(self) -> None:
        """Forwards nothing more."""
        self._server.close()

    def _serve(self) -> None:
        while True:
            try:
                near, _ = self._server.accept()
            except OSError:
                return
            threading.Thread(target=self._one, args=(near,), daemon=True).start()

    def _one(self, near: socket.socket) -> None:
        """One request, whatever becomes of it."""
        with near, suppress(OSError):
            near.settimeout(PATIENCE_S)
            asked = whole_request(near)
            if not asked:
                return
            fate, share = self._fate()
            if fate == "cut":
                self._far(asked[: int(len(asked) * share)], answered=False)
                return
            if fate == "doubled":
                self._far(asked)
            answer = self._far(asked)
            if fate != "lost":
                near.sendall(answer)

    def _fate(self) -> tuple[str, float]:
        with self._lock:
            drawn, share = self._chance.random(), self._chance.random()
            for fate in ("cut", "doubled", "lost"):
                drawn -= getattr(self.faults, fate)
                if drawn < 0:
                    break
            else:
                fate = "whole"
            self.happened[fate] += 1
            return fate, share

    def _far(self, asked: bytes, *, answered: bool = True) -> bytes:
        with socket.create_connection(("127.0.0.1", self.to), timeout=PATIENCE_S) as far:
            far.sendall(asked)
            return b"".join(iter(lambda: far.recv(65536), b"")) if answered else b""


def whole_request(near: socket.socket) -> bytes:
    """A request as it came, but that the hub is to close the connection after it; empty, if none came whole."""
    found = b""
    while ENDING not in found:
        part = near.recv(65536)
        if not part:
            return b""
        found += part
    head, _, body = found.partition(ENDING)
    length = LENGTH.search(head)
    while length and len(body) < int(length[1]):
        part = near.recv(65536)
        if not part:
            return b""
        body += part
    return KEEPING.sub(b"", head) + b"\r\nConnection: close" + ENDING + body
