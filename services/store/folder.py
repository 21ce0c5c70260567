"""A plant's folder: `hub/` is the authority (database, blobs, keys), `console/` a replica with what waits.

A running hub holds `hub/hub.lock` and writes its address and a local token into `hub/hub.json`, which only the
owner of the folder can read.
"""

import json
import os
import time
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from services.core.refused import Refused
from services.store.secret_box import write_private

USUAL_PORT = 8750
USUAL_HTTPS_PORT = 8743
LOOKS = 10


def default_folder() -> Path:
    """Where a plant lives when nobody says."""
    from platformdirs import user_data_dir

    return Path(user_data_dir("anhuan", appauthor=False))


@dataclass(frozen=True, slots=True)
class HubAddress:
    """Where a running hub of this folder answers, and the token by which its own machine may act for people. `https`
    is where phones reach it, "" where they don't; `setup_code` founds the plant, while there is none."""

    url: str
    token: str
    pid: int
    https: str = ""
    setup_code: str = ""


class PlantFolder:
    """The paths in a plant's folder."""

    def __init__(self, root: Path | str) -> None:
        self.root = Path(root).absolute()
        self.hub = self.root / "hub"
        self.console = self.root / "console"

    @property
    def database(self) -> Path:
        """The authority's database, where it is a file."""
        return self.hub / "plant.db"

    @property
    def blobs(self) -> Path:
        """The authority's photos and drawings."""
        return self.hub / "blobs"

    @property
    def secrets(self) -> Path:
        """The authority's passwords for other services, where there is no keyring."""
        return self.hub / "secrets.json"

    @property
    def slips(self) -> Path:
        """What the authority's dispatcher has sent and not yet written down."""
        return self.hub / "sent.slips"

    @property
    def restored(self) -> Path:
        """A hub's folder out of a backup, whole, that is about to take the place of `hub`."""
        return self.root / "hub.restored"

    def finish_restore(self) -> None:
        """Whoever comes first finishes a restore that ended between moving the old away and the new in."""
        if not self.hub.exists() and self.restored.exists():
            with suppress(FileNotFoundError):  # another one was quicker
                self.restored.rename(self.hub)

    def make(self) -> None:
        """Makes the folders; the hub's is for its owner only."""
        self.finish_restore()
        self.hub.mkdir(parents=True, exist_ok=True)
        if os.name == "posix":
            self.hub.chmod(0o700)

    def hold(self) -> "Held":
        """Takes the exclusive lock; someone who only looks whether a hub runs may have it for a moment. Raises
        Refused: hub_runs."""
        self.make()
        for _ in range(LOOKS):
            with suppress(Refused):
                return self._held()
            time.sleep(0.05)
        return self._held()

    def _held(self) -> "Held":
        """The lock. Where the last holder answered is no address any more: another hub may answer there by now."""
        held = Held(self.hub / "hub.lock")
        (self.hub / "hub.json").unlink(missing_ok=True)
        return held

    def running(self) -> HubAddress | None:
        """The running hub, if there is one: the lock is held and the address is written."""
        try:
            values = json.loads((self.hub / "hub.json").read_text(encoding="utf-8"))
            address = HubAddress(**values)
        except (OSError, ValueError, KeyError, TypeError):
            return None
        try:
            Held(self.hub / "hub.lock").release()
        except Refused:
            return address
        return None

    @property
    def demo(self) -> Path:
        """A mark that this is the demo plant, whose passwords everyone knows."""
        return self.hub / "demo"

    def listening_host(self) -> str:
        """Where a console's own hub listens: phones must reach a plant, and nobody from outside the demo."""
        return "127.0.0.1" if self.demo.exists() else "0.0.0.0"

    def usual_ports(self) -> tuple[int, ...]:
        """Ports to listen on, the best first: the one of last time, as it stands on labels; the usual one; any. The
        demo and copies keep away from the usual one, where consoles of a plant look for theirs."""
        return self._ports("port", USUAL_PORT)

    def usual_https_ports(self) -> tuple[int, ...]:
        """As `usual_ports`, for HTTPS."""
        return self._ports("https_port", USUAL_HTTPS_PORT)

    def _ports(self, kept: str, usual: int) -> tuple[int, ...]:
        usual = 0 if self.demo.exists() else usual
        try:
            last = int((self.hub / kept).read_text(encoding="ascii"))
        except (OSError, ValueError):
            last = usual
        return (last, usual, 0)

    def keep_https_port(self, port: int) -> None:
        """Where HTTPS answers, for the next time: it stands on labels. Raises Refused: disk_full."""
        write_private(self.hub / "https_port", str(port))

    def announce(self, url: str, token: str, https: str = "", setup_code: str = "") -> None:
        """Writes where this process's hub answers. Raises Refused: disk_full; the files are as they were then."""
        write_private(self.hub / "port", str(urlsplit(url).port or 0))
        write_private(self.hub / "hub.json", json.dumps(asdict(HubAddress(url, token, os.getpid(), https, setup_code))))

    def settle(self, database: str) -> None:
        """Says that the plant is in a PostgreSQL database, of this URL, from now on."""
        write_private(self.hub / "database", database)

    def settled(self) -> Path | str:
        """Where the authority's store is, or will be: its file, or the URL that `settle` has kept."""
        try:
            return (self.hub / "database").read_text(encoding="utf-8")
        except OSError:
            return self.database

    def place(self) -> Path | str | None:
        """Where the authority's store is; None where there is none yet."""
        self.finish_restore()
        settled = self.settled()
        return settled if isinstance(settled, str) or settled.exists() else None


class Held:
    """An exclusive lock on a file, given back by `release` or the end of the process."""

    def __init__(self, path: Path) -> None:
        self.file: Any = open(path, "a+b")  # noqa: SIM115 - the open file is the lock
        try:
            _lock(self.file)
        except OSError:
            self.file.close()
            raise Refused("hub_runs") from None

    def release(self) -> None:
        """Gives the lock back."""
        self.file.close()


def _lock(file: Any) -> None:
    if os.name == "nt":
        import msvcrt

        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
