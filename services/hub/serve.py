"""Runs a hub as a process: lock, app, worker, address; ends cleanly on a signal."""

import asyncio
import errno
import signal
import socket
import ssl
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Protocol

import uvicorn

from services import words
from services.core.refused import Refused
from services.hub.app import make_app
from services.hub.backing import Backing
from services.hub.duties import Dispatch, Engine
from services.hub.exporting import Exporting
from services.hub.hub import Hub
from services.hub.log_file import LogFile
from services.hub.patience import Patient, room_for_connections
from services.hub.tls import Tls, Wanted, address_of
from services.store.folder import PlantFolder

ANSWER_S = 0.5


class Beside(Protocol):
    """What runs beside a hub, as long as it does."""

    def start(self) -> None: ...

    def stop(self) -> None: ...


class Served:
    """A hub that listens on a port of this machine, in a thread of this process."""

    def __init__(
        self,
        folder: PlantFolder,
        *,
        host: str = "127.0.0.1",
        port: int | None = 0,
        database: str | None = None,
        https: Wanted | None = None,
        photos: str | None = None,
    ) -> None:
        self.hub = Hub(folder, database=database, photos=photos)
        try:
            self._prepare(folder, host, port, https)
        except BaseException:
            self.hub.close()
            raise

    def _prepare(self, folder: PlantFolder, host: str, port: int | None, https: Wanted | None) -> None:
        self.socket = listening_at(host, (port,)) if port is not None else listening_at(host, folder.usual_ports())
        self.port: int = self.socket.getsockname()[1]
        self.url = f"http://{shown(host)}:{self.port}"
        self.sealed = self._sealed(folder, host, https) if https else None
        self.engine = Engine(self.hub, (self.hub.https.refresh,) if self.hub.https else ())
        self.dispatch = Dispatch(self.hub)
        self.backing = Backing(self.hub)
        self.exporting = Exporting(self.hub)
        config = uvicorn.Config(
            make_app(self.hub),
            http=Patient,
            log_level="warning",
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=5,
        )
        self.server = BothWays(config, self.sealed, self.hub.https.context if self.hub.https else None)
        self._thread = threading.Thread(target=self._serve, name="server", daemon=True)

    def _sealed(self, folder: PlantFolder, host: str, https: Wanted) -> socket.socket:
        """The socket of HTTPS; the hub knows its certificate and where phones find it."""
        tls = Tls(https, self.hub.store, folder, self.hub.now)
        listener = listening_at(host, folder.usual_https_ports() if https.port is None else (https.port,))
        port: int = listener.getsockname()[1]
        folder.keep_https_port(port)
        tls.url = address_of(tls.names(), port)
        self.hub.https = tls
        return listener

    def start(self) -> None:
        """Listens, sends, and tells the plant's folder where."""
        self.hub.address = self.url
        self._thread.start()
        self.dispatch.start()
        self.engine.start()
        self.backing.start()
        self.exporting.start()
        self.hub.bringing.start()
        sealed = self.hub.https.url if self.hub.https else ""
        self.hub.folder.announce(self.url, self.hub.local_token, sealed, self.hub.setup_code or "")

    def _serve(self) -> None:
        self.server.run(sockets=[self.socket])

    def stop(self) -> None:
        """Answers what has come in, and closes."""
        self.hub.notices.close()
        self.backing.stop()
        self.exporting.stop()
        self.server.should_exit = True
        self._thread.join(timeout=15)
        self.engine.stop()
        self.dispatch.stop()
        self.hub.close()


class BothWays(uvicorn.Server):
    """Plain HTTP and, where there is a certificate, HTTPS on a socket of its own, in one loop."""

    def __init__(self, config: uvicorn.Config, sealed: socket.socket | None, context: ssl.SSLContext | None) -> None:
        super().__init__(config)
        self._sealed, self._context = sealed, context

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Listens on both."""
        await super().startup(sockets)
        if self._sealed is not None:
            loop = asyncio.get_running_loop()
            made = await loop.create_server(self._protocol, sock=self._sealed, ssl=self._context, backlog=512)
            self.servers.append(made)

    def _protocol(self) -> asyncio.Protocol:
        protocol: Any = self.config.http_protocol_class
        made: asyncio.Protocol = protocol(
            config=self.config, server_state=self.server_state, app_state=self.lifespan.state
        )
        return made


def listening_at(host: str, ports: Sequence[int]) -> socket.socket:
    """Listens on the first port that is free. Raises Refused: port_taken."""
    for port in ports:
        try:
            return _listening(host, port)
        except OSError as error:
            if error.errno not in (errno.EADDRINUSE, errno.EACCES):
                raise
    raise Refused("port_taken", port=ports[0])


def _listening(host: str, port: int) -> socket.socket:
    if port and answers_at("127.0.0.1", port):
        raise OSError(errno.EADDRINUSE, "another program answers there")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # the protocol is named: only then does asyncio send each part of an answer at once, and not 40 ms later
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError:
        listener.close()
        raise
    listener.listen(512)
    return listener


def answers_at(host: str, port: int) -> bool:
    """Whether someone answers at this port. Some systems let two programs listen at one port of a machine, each at
    another address, and then nobody knows whom they will reach."""
    try:
        socket.create_connection((host, port), ANSWER_S).close()
    except OSError:
        return False
    return True


def shown(host: str) -> str:
    """The host as it stands in an address of this machine."""
    return {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)


def told_to_end() -> threading.Event:
    """Is set when this process is told to end."""
    ended = threading.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda *_: ended.set())
    return ended


def wait_for(ended: threading.Event) -> None:
    """Until it is set; a signal that another thread got is heard when this one wakes."""
    while not ended.wait(1):
        pass


def run(
    data: Path,
    host: str,
    port: int | None,
    database: str | None,
    https: Wanted | None,
    lang: str,
    beside: Callable[[Hub], Beside | None],
    photos: str | None,
) -> int:
    """The command `anhuan hub`: serves until a signal comes, and something `beside` it, where there is. Raises Refused:
    hub_runs, newer_store, port_taken, and what a certificate is refused for."""
    room_for_connections()
    folder = PlantFolder(data)
    served = Served(folder, host=host, port=port, database=database, https=https, photos=photos)
    served.backing.log = log = LogFile(folder)
    log.start()
    ended = told_to_end()
    served.start()
    other = beside(served.hub)
    if other:
        other.start()
    sys.stdout.write(words.say("cli.hub_at", lang, url=served.url, data=str(data)) + "\n")
    if served.hub.https:
        sys.stdout.write(words.say("cli.hub_https", lang, url=served.hub.https.url) + "\n")
    if served.hub.setup_code:
        sys.stdout.write(words.say("cli.setup_code", lang, code=served.hub.setup_code) + "\n")
    sys.stdout.flush()
    wait_for(ended)
    if other:
        other.stop()
    served.stop()
    log.close()
    return 0
