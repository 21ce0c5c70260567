"""What a console does not talk to: whatever shows a certificate of nobody, of another plant, for another name, that is
over or not yet good, or speaks an old protocol. And what a renewed certificate changes: nothing."""

import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from services.hub.certificates import Pair, make_authority, make_leaf
from services.sync.client import HubClient, Unreachable, Untrusted

NOW = datetime.now(UTC)
HERE = ["127.0.0.1"]
OURS, OTHERS = make_authority("江南精密", NOW), make_authority("别的厂", NOW)
OLD = make_authority("江南精密", NOW - timedelta(days=800))
SAID = b'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 12\r\n\r\n{"ok": true}'


def own(pair: Pair) -> Pair:
    """A certificate without anybody above it."""
    return Pair(pair.chain.split(b"-----END CERTIFICATE-----")[0] + b"-----END CERTIFICATE-----\n", pair.key)


BAD = {
    "self-signed": own(OTHERS),
    "another plant's": make_leaf(OTHERS, HERE, NOW),
    "another name": make_leaf(OURS, ["10.9.9.9", "bank.example"], NOW),
    "over": make_leaf(OLD, HERE, NOW - timedelta(days=700)),
    "not yet good": make_leaf(OURS, HERE, NOW + timedelta(days=30)),
    "the authority itself": OURS,
}


class Shown:
    """What answers there, and what it has heard."""

    def __init__(self, folder: Path, pair: Pair, newest: ssl.TLSVersion | None = None) -> None:
        chain, key = folder / "chain.pem", folder / "key.pem"
        chain.write_bytes(pair.chain)
        key.write_bytes(pair.key)
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.load_cert_chain(chain, key)
        if newest is not None:
            self.context.minimum_version = ssl.TLSVersion.TLSv1
            self.context.maximum_version = newest
            self.context.set_ciphers("ALL:@SECLEVEL=0")
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.heard: list[bytes] = []

    @property
    def url(self) -> str:
        return f"https://127.0.0.1:{self.listener.getsockname()[1]}"

    def answer(self) -> None:
        while True:
            try:
                plain, _ = self.listener.accept()
            except OSError:
                return
            try:
                with plain, self.context.wrap_socket(plain, server_side=True) as sealed:
                    self.heard.append(sealed.recv(65_536))
                    sealed.sendall(SAID)
            except OSError:
                continue


@contextmanager
def shown(folder: Path, pair: Pair, newest: ssl.TLSVersion | None = None) -> Iterator[Shown]:
    there = Shown(folder, pair, newest)
    thread = threading.Thread(target=there.answer, daemon=True)
    thread.start()
    yield there
    there.listener.close()


@pytest.fixture
def trusted(tmp_path: Path) -> Path:
    """The authority that a console has had since its pairing."""
    kept = tmp_path / "authority.pem"
    kept.write_bytes(OURS.chain + OLD.chain)
    return kept


@pytest.mark.parametrize("name", BAD)
def test_a_certificate_that_will_not_do_gets_no_word(name: str, tmp_path: Path, trusted: Path) -> None:
    with shown(tmp_path, BAD[name]) as there:
        with pytest.raises(Untrusted):
            HubClient(there.url, "a token", trusted=trusted).call("GET", "/health")
        assert there.heard == []


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_an_old_protocol_gets_no_word(tmp_path: Path, trusted: Path) -> None:
    with shown(tmp_path, make_leaf(OURS, HERE, NOW), ssl.TLSVersion.TLSv1_1) as there:
        with pytest.raises(Unreachable):
            HubClient(there.url, "a token", trusted=trusted).call("GET", "/health")
        assert there.heard == []


def test_a_renewed_certificate_of_the_same_authority_is_as_good(tmp_path: Path, trusted: Path) -> None:
    for _ in range(2):
        with shown(tmp_path, make_leaf(OURS, HERE, NOW)) as there:
            assert HubClient(there.url, "a token", trusted=trusted).call("GET", "/health") == {"ok": True}
            assert b"a token" in there.heard[0]


def test_whoever_did_not_look_would_have_told_its_token(tmp_path: Path) -> None:
    """What the tests above would see of a console that goes on in spite of it."""
    with shown(tmp_path, BAD["another plant's"]) as there:
        client = HubClient(there.url, "a token")
        client.session.verify = False
        with pytest.warns(match="Unverified HTTPS"):
            client.call("GET", "/health")
        assert b"a token" in there.heard[0]
