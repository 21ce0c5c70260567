"""A console and a hub of which one is a version behind, by what went over the wire between two of that version: what
the older one asks and sends is answered as it was then, and what an older hub answers is understood.

`recorded/protocol-2`: a hub's store (of schema 0005), the copy that it gave a console, and their exchanges."""

import base64
import json
import threading
from collections.abc import Iterator, Mapping
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import zstandard
from fastapi.testclient import TestClient

from services.core.shape import utc_moment
from services.hub.app import make_app
from services.hub.hub import Hub
from services.photos.folder import PhotoFolder
from services.store.changes import from_lines
from services.store.folder import PlantFolder
from services.store.records import Records
from services.store.replica import Clock, Replica
from services.store.schema import HEAD
from services.store.verify import verify
from services.sync import FOLLOWS_FROM, PROTOCOL, PULLS_FROM
from services.sync.client import HubClient
from services.sync.outgoing import Outgoing
from services.sync.round import Sync

RECORDED = Path(__file__).parent / "recorded"
WIRE = json.loads((RECORDED / "protocol-2" / "wire.json").read_text(encoding="utf-8"))
NAMES = {"plant": "江南精密二厂", "zone": "冲压车间 三号冲床"}


def at() -> datetime:
    """When it was recorded: sessions are good then."""
    return utc_moment(WIRE["at"])


@pytest.fixture
def hub_of_now(tmp_path: Path) -> Iterator[Hub]:
    """This version's hub on the store that the older one left."""
    folder = PlantFolder(tmp_path / "plant")
    folder.make()
    packed = (RECORDED / "protocol-2" / "plant.db.zst").read_bytes()
    folder.database.write_bytes(zstandard.ZstdDecompressor().decompress(packed, max_output_size=1 << 26))
    hub = Hub(folder, now=at)
    hub.blobs.put_bytes(b"x" * 10)
    yield hub
    hub.close()


def test_the_store_of_an_earlier_version_is_whole_after_it_was_brought_up(hub_of_now: Hub) -> None:
    with hub_of_now.store.database.reading() as connection:
        assert verify(connection).whole
        look = Records(connection)
        assert [one.name for one in look.find("zone")] == ["冲压车间 2号冲床"]
        assert len(look.find("hazard")) == 6
        assert {one.name for one in look.find("person")} == {"周敏", "赵刚", "马超", "孙丽"}


def test_a_console_of_before_is_answered_as_it_was_then(hub_of_now: Hub) -> None:
    with TestClient(make_app(hub_of_now)) as wire:
        for one in WIRE["second"]:
            if one["query"].get("after") == 19:
                continue  # from here on it is another past: the hub of now has answered at another moment
            said, then = _asked(wire, one), base64.b64decode(one["answer"])
            assert said.status_code == one["status"], one["path"]
            if one["path"] == "api/operations":
                assert _shape(said.json()) >= _shape(json.loads(then))
                assert [answer["outcome"] for answer in said.json()["answers"]] == ["accepted"]
            elif one["path"] == "api/changes" and one["query"]["after"] == 17:
                (about, page), (_, page_then) = from_lines(_plain(said.content)), from_lines(_plain(then))
                assert _shape(about) >= {"head", "clear", "sum", "now"}
                assert [len(entry) for entry in page][:2] == [len(entry) for entry in page_then][:2]
            elif one["path"] == "api/hello":
                assert _shape(said.json()) >= _shape(json.loads(then))
                assert said.json()["protocol"]["pulls_from"] <= PROTOCOL - 1
    with hub_of_now.store.look() as look:
        assert [one.name for one in look.find("zone")] == [NAMES["zone"]]


def _asked(wire: TestClient, one: Mapping[str, Any]) -> Any:
    headers = {"Authorization": f"Bearer {WIRE['token']}", "X-Anhuan-Protocol": "2", "Accept": "application/zstd"}
    return wire.request(one["method"], "/" + one["path"], params=one["query"], json=one["json"], headers=headers)


def _plain(content: bytes) -> bytes:
    return zstandard.ZstdDecompressor().decompressobj().decompress(content)


def _shape(values: Any) -> set[str]:
    """The names in it."""
    if isinstance(values, dict):
        return set(values).union(*(_shape(one) for one in values.values()))
    return set[str]().union(*(_shape(one) for one in values)) if isinstance(values, list) else set()


class HubOfBefore(BaseHTTPRequestHandler):
    """Says what the older hub said when it was asked the same; to a console that speaks later than it, that it is
    older."""

    asked: list[str] = []
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        path, query = parts.path.lstrip("/"), {name: one[0] for name, one in parse_qs(parts.query).items()}
        self.asked.append(self.path)
        if path != "api/hello" and int(self.headers["X-Anhuan-Protocol"]) > 2:
            self._say(409, "application/json", b'{"refused": "hub_older", "facts": {"spoken": 2, "wanted": 3}}')
            return
        if path.startswith("api/replica/"):
            self._say(206, "application/zstd", (RECORDED / "protocol-2" / "ready.zst").read_bytes())
            return
        some = [*WIRE["second"], *WIRE["first"]]
        found = [one for one in some if one["path"] == path and _fits(one["query"], query)]
        if found and found[0]["answer"] is not None:
            self._say(found[0]["status"], found[0]["type"], base64.b64decode(found[0]["answer"]))
        else:
            self._say(404, "application/json", b'{"refused": "no_such_page", "facts": {}}')

    def do_HEAD(self) -> None:
        """It has none of the photos."""
        self.send_response(404)
        self.send_header("Upload-Offset", "0")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _say(self, status: int, kind: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Nothing."""


def _fits(recorded: Mapping[str, Any], asked: Mapping[str, str]) -> bool:
    return all(asked.get(name) == str(recorded[name]) for name in ("after", "before") if name in recorded)


@pytest.fixture
def hub_of_before() -> Iterator[str]:
    HubOfBefore.asked = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), HubOfBefore)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_console_of_now_follows_a_hub_of_before(hub_of_before: str, tmp_path: Path) -> None:
    replica = Replica(tmp_path / "replica.db", Clock(at, lambda: 0.0, "boot"))
    replica.set_facts(me=WIRE["person"], hub=hub_of_before)
    outgoing = Outgoing(tmp_path / "outgoing", PhotoFolder(tmp_path / "blobs"))
    following = Sync(HubClient(hub_of_before, WIRE["token"]), replica, outgoing)
    first = following.once()
    assert first.renewed == "first"
    assert first.trouble is None
    with replica.database.reading() as connection:
        look = Records(connection)
        assert [one.name for one in look.find("zone")] == [NAMES["zone"]]
        assert look.find("plant")[0].name == NAMES["plant"]
    assert following.once().mended == 0, "what another schema sums up is no damage"
    assert not [one for one in HubOfBefore.asked if "form=" in one], "it is asked for what it knows"
    replica.close()


def test_two_versions_are_spoken() -> None:
    assert PULLS_FROM <= PROTOCOL - 1
    assert FOLLOWS_FROM <= PROTOCOL - 1
    assert WIRE["schema"] < HEAD
