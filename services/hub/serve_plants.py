"""Runs the hub of many plants as a process: one door for all plants of a database, and the share of looking after them
that falls to this process."""

import sys
import threading
from pathlib import Path

import uvicorn

from services import words
from services.hub.app import pages_and_routes
from services.hub.plants import LEASE_S, Plants
from services.hub.serve import listening_at, shown, told_to_end, wait_for
from services.hub.which_plant import WhichPlant
from services.store.folder import USUAL_PORT

BACKLOG_S = 5


class ServedPlants:
    """Listens on a port of this machine, in a thread of this process. Sealing what goes over the network is the
    balancer's, before which several such processes stand."""

    def __init__(
        self,
        root: Path,
        url: str,
        *,
        host: str = "127.0.0.1",
        port: int | None = None,
        photos: str | None = None,
        lease_s: float = LEASE_S,
    ) -> None:
        self.plants = Plants(root, url, photos=photos, lease_s=lease_s)
        self.socket = listening_at(host, (USUAL_PORT if port is None else port,))
        self.url = f"http://{shown(host)}:{self.socket.getsockname()[1]}"
        self.plants.address = self.url
        config = uvicorn.Config(
            WhichPlant(pages_and_routes(), self.plants),
            log_level="warning",
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=BACKLOG_S,
        )
        self.server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._serve, name="server", daemon=True)

    def start(self) -> None:
        """Listens, and begins to look after plants."""
        self.plants.start()
        self._thread.start()

    def _serve(self) -> None:
        self.server.run(sockets=[self.socket])

    def stop(self) -> None:
        """Answers what has come in, and closes."""
        for hub in self.plants.hubs.values():
            hub.notices.close()
        self.server.should_exit = True
        self._thread.join(timeout=15)
        self.plants.stop()


def run(served: ServedPlants, lang: str) -> int:
    """The command `anhuan hub` on a database with plants: serves until a signal comes."""
    ended = told_to_end()
    served.start()
    sys.stdout.write(words.say("cli.hub_of_plants", lang, url=served.url, plants=len(served.plants.listed)) + "\n")
    sys.stdout.flush()
    wait_for(ended)
    served.stop()
    return 0
