"""A hub closes connections that lie idle; a call that is made at that moment is not lost."""

import socket
import threading
from collections.abc import Iterator

import pytest

from services.sync import client as client_module
from services.sync.client import HubClient, Unreachable


@pytest.fixture
def once() -> Iterator[str]:
    """A server that answers one call a connection and leaves it open; what comes after meets its end."""
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            try:
                line, _ = listener.accept()
            except OSError:
                return
            threading.Thread(target=answer, args=(line,), daemon=True).start()

    def answer(line: socket.socket) -> None:
        with line:
            line.recv(65_536)
            line.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}")
            line.recv(65_536)  # the next call is read and never answered

    threading.Thread(target=serve, daemon=True).start()
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    listener.close()


def test_a_call_after_a_rest_has_a_connection_of_its_own(once: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client_module, "IDLE_S", 0.0)
    client = HubClient(once)
    assert [client.call("POST", "/x", json={}) for _ in range(3)] == [{}] * 3


def test_without_that_it_would_be_lost(once: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client_module, "IDLE_S", 1e9)
    client = HubClient(once)
    assert client.call("POST", "/x", json={}) == {}
    with pytest.raises(Unreachable):
        client.call("POST", "/x", json={})
