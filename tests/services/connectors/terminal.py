"""A terminal at a door over real HTTP: digest, searches in pages, lock-out; with answers of its own."""

import hashlib
import json
import queue
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

USER, PASSWORD, REALM = "anhuan", "right one", "IP Camera"
LOCKED = (
    "<userCheck><statusValue>401</statusValue><statusString>Unauthorized</statusString>"
    "<lockStatus>lock</lockStatus><unlockTime>900</unlockTime></userCheck>"
)
NOT_SUPPORTED = {"statusCode": 4, "statusString": "Invalid Operation", "subStatusCode": "notSupport"}


def event(serial: int, at: str, employee: str = "", card: str = "", minor: int = 1, **more: Any) -> dict[str, Any]:
    """One event as a search lists it."""
    plain = {"major": 5, "minor": minor, "time": at, "doorNo": 1, "cardReaderNo": 1, "serialNo": serial}
    return {**plain, "employeeNoString": employee, "cardNo": card, **more}


@dataclass
class Terminal:
    """`events` are what it has seen. `raw`, where it is given, is the answer to every search that is let in: a status
    and a body."""

    events: list[dict[str, Any]] = field(default_factory=list)
    at_once: int = 2
    raw: tuple[int, Any] | None = None
    locked: bool = False
    address: str = ""
    let_in: int = 0
    turned_away: int = 0
    asked: list[dict[str, Any]] = field(default_factory=list)
    stale_after: int = 0  # a nonce is good for so many requests, 0 for any number
    nonce: int = 0
    kind: str = "multipart/mixed; boundary=MIME_boundary"
    saying: "queue.Queue[bytes | None]" = field(default_factory=queue.Queue)
    listeners: int = 0

    def says(self, one: dict[str, Any] | bytes, kind: str = "application/json", *, length: bool = True) -> None:
        """A part to whoever listens."""
        body = one if isinstance(one, bytes) else json.dumps(one).encode()
        sized = b"Content-Length: %d\r\n" % len(body) if length else b""
        self.saying.put(b"--MIME_boundary\r\nContent-Type: %s\r\n%s\r\n%s\r\n" % (kind.encode(), sized, body))

    def breaks_off(self) -> None:
        """It ends the connection of whoever listens."""
        self.saying.put(None)

    def search(self, condition: dict[str, Any]) -> dict[str, Any]:
        """The page that is asked for."""
        self.asked.append(condition)
        begins, ends = (datetime.fromisoformat(condition[name]) for name in ("startTime", "endTime"))
        found = [one for one in self.events if begins <= datetime.fromisoformat(one["time"]) <= ends]
        start = condition["searchResultPosition"]
        page = found[start : start + self.at_once]
        status = "NO MATCH" if not found else "MORE" if start + len(page) < len(found) else "OK"
        counts = {"totalMatches": len(found), "numOfMatches": len(page), "responseStatusStrg": status}
        listed = {"InfoList": page} if page else {}
        return {"AcsEvent": {"searchID": condition["searchID"], **counts, **listed}}

    def right(self, said: str, method: str) -> bool:
        """Whether the digest in an Authorization header is the right one (RFC 7616, MD5, qop=auth), by a nonce that is
        still good."""
        if not said.startswith("Digest "):
            return False
        given = dict(re.findall(r'(\w+)="?([^",]+)"?', said))
        if given.get("nonce") != f"n0nce{self.nonce}":
            return False
        if self.stale_after and int(given.get("nc", "0"), 16) > self.stale_after:
            self.nonce += 1
            return False
        first = _md5(f"{USER}:{REALM}:{PASSWORD}")
        second = _md5(f"{method}:{given.get('uri', '')}")
        middle = (given.get(name, "") for name in ("nonce", "nc", "cnonce", "qop"))
        return given.get("username") == USER and given.get("response") == _md5(":".join((first, *middle, second)))


def _md5(text: str) -> str:
    return hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()


@contextmanager
def terminal(**given: Any) -> Iterator[Terminal]:
    """One that listens until the end."""
    made = Terminal(**given)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("content-length", 0)))
            if made.locked or not made.right(self.headers.get("Authorization", ""), "POST"):
                made.turned_away += 1
                self._answer(401, LOCKED.encode() if made.locked else b"")
                return
            made.let_in += 1
            status, answer = made.raw or (200, made.search(json.loads(body)["AcsEventCond"]))
            self._answer(status, answer if isinstance(answer, bytes) else json.dumps(answer).encode())

        def do_GET(self) -> None:
            if made.locked or not made.right(self.headers.get("Authorization", ""), "GET"):
                made.turned_away += 1
                self._answer(401, LOCKED.encode() if made.locked else b"")
                return
            made.let_in, made.listeners = made.let_in + 1, made.listeners + 1
            self.close_connection = True
            self.send_response(200)
            self.send_header("content-type", made.kind)
            self.end_headers()
            while (part := made.saying.get()) is not None:
                self.wfile.write(part)

        def _answer(self, status: int, text: bytes) -> None:
            self.send_response(status)
            if status == 401:
                stale = ", stale=true" if made.nonce else ""
                asked = f'Digest qop="auth", realm="{REALM}", nonce="n0nce{made.nonce}", opaque="o"{stale}'
                self.send_header("WWW-Authenticate", asked)
            self.send_header("content-length", str(len(text)))
            self.end_headers()
            self.wfile.write(text)

        def log_message(self, *_: Any) -> None:
            """Nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads, server.block_on_close = True, False
    made.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield made
    finally:
        made.breaks_off()
        server.shutdown()
        server.server_close()
