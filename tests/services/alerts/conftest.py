"""A real SMTP server on loopback that keeps what it takes, and can be told to misbehave."""

import datetime
import ipaddress
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword

from services.alerts.channels.email import EmailChannel, Message


class Taken:
    """What the server took, and the replies it is told to give instead of taking it."""

    def __init__(self) -> None:
        self.letters: list[EmailMessage] = []
        self.raw: list[bytes] = []
        self.replies: dict[str, str] = {}

    async def handle_MAIL(self, server: Any, session: Any, envelope: Any, address: str, options: list[str]) -> str:
        envelope.mail_from = address
        return self.replies.get("MAIL", "250 OK")

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: list[str]) -> str:
        if "RCPT" in self.replies:
            return self.replies["RCPT"]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        if "DATA" in self.replies:
            return self.replies["DATA"]
        self.raw.append(envelope.content)
        letter = BytesParser(policy=default).parsebytes(envelope.content)
        assert isinstance(letter, EmailMessage)
        self.letters.append(letter)
        return "250 OK queued"


class Served:
    """A running server and what it took."""

    def __init__(self, taken: Taken, port: int) -> None:
        self.taken = taken
        self.port = port

    def channel(self, **changed: Any) -> EmailChannel:
        settings: dict[str, Any] = {"host": "127.0.0.1", "port": self.port, "security": "none"}
        return EmailChannel(**settings | {"sender": "安环台 <safety@plant.example>"} | changed)


@pytest.fixture
def serve() -> Iterator[Callable[..., Served]]:
    """Starts servers; they end with the test."""
    running: list[Controller] = []

    def start(**options: Any) -> Served:
        taken = Taken()
        controller = Controller(taken, hostname="127.0.0.1", port=free_port(), **options)
        controller.start()
        running.append(controller)
        return Served(taken, controller.port)

    yield start
    for controller in running:
        controller.stop()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def who_may(server: Any, session: Any, envelope: Any, mechanism: str, data: Any) -> AuthResult:
    """One account: safety / right."""
    good = isinstance(data, LoginPassword) and (data.login, data.password) == (b"safety", b"right")
    return AuthResult(success=good, handled=False)


@pytest.fixture
def talk() -> Iterator[Callable[[Callable[[socket.socket], None]], int]]:
    """Starts a server that speaks only what the given function says to one caller; its port."""
    listeners: list[socket.socket] = []
    threads: list[threading.Thread] = []

    def start(say: Callable[[socket.socket], None]) -> int:
        listener = socket.create_server(("127.0.0.1", 0))
        listeners.append(listener)

        def answer() -> None:
            caller, _ = listener.accept()
            with caller:
                try:
                    say(caller)
                except OSError:  # the caller went away, as it should
                    pass

        threads.append(threading.Thread(target=answer, daemon=True))
        threads[-1].start()
        return int(listener.getsockname()[1])

    yield start
    for listener in listeners:
        listener.close()
    for thread in threads:
        thread.join(10)


@pytest.fixture
def certificate(tmp_path: Path) -> Callable[[str], tuple[ssl.SSLContext, str]]:
    """Makes a self-signed certificate for a host: the server's context, and the file that trusts it."""
    pytest.importorskip("cryptography", reason="the certificate is made with cryptography")

    def make(host: str) -> tuple[ssl.SSLContext, str]:
        path = self_signed(host, tmp_path)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(path)
        return context, str(path)

    return make


def self_signed(host: str, folder: Path) -> Path:
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "plant")])
    now = datetime.datetime.now(datetime.UTC)
    kind = x509.IPAddress(ipaddress.ip_address(host)) if host[0].isdigit() else x509.DNSName(host)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(hours=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([kind]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    plain = serialization.NoEncryption()
    secret = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    path = folder / f"{host}.pem"
    path.write_bytes(secret + made.public_bytes(serialization.Encoding.PEM))
    return path


@pytest.fixture
def message() -> Message:
    return Message(
        to="wang@plant.example",
        name="王主管",
        subject="新隐患 YH-20261124-0001 · 冲压车间：配电柜前堆放杂物，通道被占用，请尽快处理",
        text="编号：YH-20261124-0001\n情况：通道被占用",
        html="<p>编号：YH-20261124-0001</p>",
        dedup_key="0198-delivery",
        number="a1b2c3",
    )
