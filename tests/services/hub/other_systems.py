"""A MES and a system that is called, over real HTTP, with every answer that they can give."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class OtherSystem:
    """`answers` are given one after the other, the last one again and again: a status and a body (an object, with
    `{id}` where the id that was asked for belongs, or plain bytes). `heard` is what came."""

    answers: list[tuple[int, Any]]
    address: str = ""
    heard: list[tuple[str, str, dict[str, str], bytes]] = field(default_factory=list)

    def answer(self, id_: str) -> tuple[int, bytes]:
        status, body = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(body, bytes):
            return status, body
        return status, json.dumps(body).replace("{id}", id_).encode()


@contextmanager
def other_system(*answers: tuple[int, Any]) -> Iterator[OtherSystem]:
    """One that listens until the end."""
    system = OtherSystem(list(answers))

    class Handler(BaseHTTPRequestHandler):
        def _taken(self) -> None:
            body = self.rfile.read(int(self.headers.get("content-length", 0)))
            system.heard.append((self.command, self.path, {k.lower(): v for k, v in self.headers.items()}, body))
            status, text = system.answer(self.headers.get("Idempotency-Key", ""))
            self.send_response(status)
            self.send_header("content-length", str(len(text)))
            self.end_headers()
            self.wfile.write(text)

        do_GET = do_POST = _taken  # noqa: N815

        def log_message(self, *_: Any) -> None:
            """Nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    system.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield system
    finally:
        server.shutdown()
        server.server_close()
