"""Connections that say nothing, or a letter now and then, heads and bodies without an end: whoever else asks is
answered all the while, and they are let go. ANHUAN_FULL: a thousand at once."""

import os
import socket
from collections.abc import Iterator

import pytest
import requests

from services.hub.patience import Patient, room_for_connections
from tests.services.hub.living import Living, living_plant

MANY = 1_000 if os.environ.get("ANHUAN_FULL") else 60
LATEST_S = 10
HALF = b"POST /api/sign-in HTTP/1.1\r\nHost: x\r\nX-Slow: "
BEGUN = b"POST /api/sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{"


@pytest.fixture(scope="module")
def plant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Living]:
    room_for_connections()
    made = living_plant(tmp_path_factory.mktemp("slow") / "plant")
    yield made
    made.served.stop()


def connected(plant: Living, said: bytes = b"") -> socket.socket:
    made = socket.create_connection(("127.0.0.1", plant.served.port), timeout=LATEST_S)
    if said:
        made.sendall(said)
    return made


def well(plant: Living) -> bool:
    return bool(requests.get(f"{plant.url}/health", timeout=LATEST_S).json()["ok"])


def let_go(stream: socket.socket) -> bool:
    """Whether the hub ends a connection, with an answer before it or without."""
    try:
        while stream.recv(65_536):
            pass
    except ConnectionError:
        return True
    except TimeoutError:
        return False
    return True


def test_many_that_say_nothing_keep_nobody_out(plant: Living) -> None:
    idle = [connected(plant, HALF if number % 2 else b"") for number in range(MANY)]
    assert well(plant)
    for one in idle[1::2]:
        one.sendall(b"a")
    assert well(plant)
    for one in idle:
        one.close()


@pytest.mark.parametrize("said", [b"", HALF, BEGUN], ids=["nothing", "half a head", "half a body"])
def test_what_does_not_come_whole_is_let_go(plant: Living, monkeypatch: pytest.MonkeyPatch, said: bytes) -> None:
    monkeypatch.setattr(Patient, "head_s", 0.2)
    monkeypatch.setattr(Patient, "body_s", 0.2)
    stream = connected(plant, said)
    assert let_go(stream)
    assert well(plant)


def test_without_patience_having_an_end_they_would_stay(plant: Living, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the tests above would see if nobody closed them."""
    monkeypatch.setattr(Patient, "head_s", 0.2)
    monkeypatch.setattr(Patient, "_late", lambda _: None)
    stream = connected(plant, HALF)
    stream.settimeout(1)
    assert not let_go(stream)


def test_a_second_request_that_comes_slowly_is_let_go_too(plant: Living, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Patient, "head_s", 0.2)
    stream = connected(plant, b"GET /health HTTP/1.1\r\nHost: x\r\n\r\n")
    assert b"200" in stream.recv(65_536)
    stream.sendall(HALF)
    assert let_go(stream)


def test_heads_and_bodies_without_an_end(plant: Living) -> None:
    flood = connected(plant)
    try:
        for _ in range(100):
            flood.sendall(b"GET / HTTP/1.1\r\n" + b"X-A: b\r\n" * 1_000)
    except OSError:
        pass  # it was shut in the middle
    assert let_go(flood)
    large = connected(plant, b"POST /api/operations HTTP/1.1\r\nHost: x\r\nContent-Length: 10000000000\r\n\r\n")
    assert b"413" in large.recv(65_536)
    deep = b"[" * 100_000
    head = f"POST /api/sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: {len(deep)}"
    nested = connected(plant, head.encode() + b"\r\n\r\n" + deep)
    assert nested.recv(65_536).split()[1] in (b"400", b"422")
    assert well(plant)
