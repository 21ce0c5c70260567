"""Several hubs on one machine: each has a port of its own, the demo and copies keep away from the usual one."""

import socket
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
import requests

from services.core.refused import Refused
from services.hub import serve
from services.hub.serve import Served
from services.store import folder as folders
from services.store.folder import PlantFolder


@pytest.fixture
def usual(monkeypatch: Any) -> int:
    """A free port in the place of the usual one, which something else of this machine may have."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
    monkeypatch.setattr(folders, "USUAL_PORT", port)
    return port


@pytest.fixture
def running() -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


def start(running: ExitStack, root: Path, *, demo: bool = False, port: int | None = None) -> Served:
    folder = PlantFolder(root)
    folder.make()
    if demo:
        folder.demo.touch()
    made = Served(folder, port=port)
    running.callback(made.stop)
    made.start()
    return made


def test_a_second_hub_takes_another_port_and_keeps_it(tmp_path: Path, running: ExitStack, usual: int) -> None:
    first = start(running, tmp_path / "one")
    with ExitStack() as for_now:
        second = start(for_now, tmp_path / "two")
        assert first.port == usual
        assert second.port not in (usual, 0)
        kept = second.port
    assert start(running, tmp_path / "two").port == kept


def test_the_demo_never_stands_where_a_plant_is_looked_for(tmp_path: Path, running: ExitStack, usual: int) -> None:
    demos = [start(running, tmp_path / name, demo=True).port for name in ("one", "two")]
    assert usual not in demos
    assert len(set(demos)) == 2
    assert start(running, tmp_path / "plant").port == usual


def test_a_port_that_is_asked_for_and_taken_is_refused(tmp_path: Path, running: ExitStack, usual: int) -> None:
    start(running, tmp_path / "one", port=usual)
    with pytest.raises(Refused, match="port_taken"):
        start(running, tmp_path / "two", port=usual)


@pytest.mark.skipif(not hasattr(socket, "SO_REUSEPORT"), reason="this system lets no two programs have a port")
@pytest.mark.parametrize("looks", [True, False])
def test_a_port_where_someone_answers_is_not_shared(
    tmp_path: Path, running: ExitStack, usual: int, monkeypatch: Any, *, looks: bool
) -> None:
    """Even where the system would let two programs have it, at two addresses; without the look it is shared."""
    monkeypatch.setattr(socket.socket, "bind", _two_may_bind(socket.socket.bind, usual))
    other = socket.create_server(("127.0.0.1", usual))
    running.callback(other.close)
    if not looks:
        monkeypatch.setattr(serve, "answers_at", lambda host, port: False)
    ports: list[int] = []
    monkeypatch.setattr(socket.socket, "listen", lambda own, _: ports.append(own.getsockname()[1]))
    serve.listening_at("127.0.0.1", (usual, 0)).close()
    assert (usual in ports) is not looks


def _two_may_bind(bind: Any, port: int) -> Any:
    """As on systems that let two programs listen at one port."""

    def bound(own: Any, place: tuple[str, int]) -> None:
        own.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        bind(own, place)

    return bound


def test_an_answer_does_not_wait_for_the_other_side_to_confirm_its_head(tmp_path: Path, running: ExitStack) -> None:
    """Head and body of an answer go out apart; held back until the head is confirmed, each answer took 40 ms more."""
    made = start(running, tmp_path / "one")
    with requests.Session() as session:
        session.trust_env = False
        session.get(made.url, timeout=30)
        (connection,) = made.server.server_state.connections
        transport: Any = connection.transport
        assert transport.get_extra_info("socket").getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_where_the_last_hub_answered_is_forgotten_when_the_next_begins(tmp_path: Path) -> None:
    folder = PlantFolder(tmp_path)
    folder.make()
    folder.announce("http://127.0.0.1:5", "an old token")
    held = folder.hold()
    assert folder.running() is None
    held.release()
