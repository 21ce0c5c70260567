"""An MTConnect agent over real HTTP, with a buffer that runs over and restarts that begin it anew."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

TAGS = {"availability": "Availability", "execution": "Execution", "emergency_stop": "EmergencyStop"}
HEAD = '<?xml version="1.0" encoding="UTF-8"?>'


@dataclass
class FakeAgent:
    """`log` are the words in its buffer: sequence, machine, item, value, moment."""

    log: list[tuple[int, str, str, str, str]] = field(default_factory=list)
    instance: int = 1
    first: int = 1
    address: str = ""
    asked: list[str] = field(default_factory=list)
    raw: bytes | None = None

    @property
    def next(self) -> int:
        return max((one[0] for one in self.log), default=0) + 1

    def say(self, machine: str, item: str, value: str, at: str) -> None:
        """One more word."""
        self.log.append((self.next, machine, item, value, at))

    def restart(self) -> None:
        """It knows only how things stand, numbered anew."""
        last = {(one[1], one[2]): one for one in self.log}
        self.log = [(number, *one[1:]) for number, one in enumerate(last.values(), 1)]
        self.instance, self.first = self.instance + 1, 1

    def streams(self, some: list[tuple[int, str, str, str, str]]) -> str:
        devices: dict[str, str] = {}
        for sequence, machine, item, value, at in some:
            tag = TAGS[item]
            word = f'<{tag} dataItemId="{machine}-{item}" sequence="{sequence}" timestamp="{at}">{value}</{tag}>'
            devices[machine] = devices.get(machine, "") + word
        inner = "".join(
            f'<DeviceStream name="{name}" uuid="{name}"><ComponentStream component="Controller">'
            f"<Events>{words}</Events></ComponentStream></DeviceStream>"
            for name, words in devices.items()
        )
        head = f'<Header instanceId="{self.instance}" nextSequence="{self.next}" firstSequence="{self.first}"/>'
        space = "urn:mtconnect.org:MTConnectStreams:1.3"
        return f'{HEAD}<MTConnectStreams xmlns="{space}">{head}<Streams>{inner}</Streams></MTConnectStreams>'

    def answer(self, path: str, given: dict[str, list[str]]) -> str:
        """The answer to a question."""
        if path == "/probe":
            devices = "".join(f'<Device name="{one}"/>' for one in dict.fromkeys(each[1] for each in self.log))
            return f"{HEAD}<MTConnectDevices><Devices>{devices}</Devices></MTConnectDevices>"
        if path == "/current":
            return self.streams(list({(one[1], one[2]): one for one in self.log}.values()))
        start = int(given["from"][0])
        if not self.first <= start <= self.next:
            return f'{HEAD}<MTConnectError><Errors><Error errorCode="OUT_OF_RANGE"/></Errors></MTConnectError>'
        return self.streams([one for one in self.log if one[0] >= start])


@contextmanager
def fake_agent() -> Iterator[FakeAgent]:
    """One that listens until the end."""
    made = FakeAgent()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            made.asked.append(parts.path)
            text = made.raw if made.raw is not None else made.answer(parts.path, parse_qs(parts.query)).encode()
            self.send_response(200)
            self.send_header("content-length", str(len(text)))
            self.end_headers()
            self.wfile.write(text)

        def log_message(self, *_: Any) -> None:
            """Nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    made.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield made
    finally:
        server.shutdown()
        server.server_close()
