"""Opens a plant on this console: its replica, its blobs, its hub. Blocking; runs in a task, after the first paint."""

import json
import os
import platform
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from desktop.sealed import SealedBag
    from services.photos.folder import PhotoFolder
    from services.store.replica import Replica
    from services.sync.client import HubClient
    from services.sync.keys import Keys
    from services.sync.outgoing import Outgoing

HUB_START_S = 60
TRUSTED = "hub-ca.pem"


@dataclass
class Opened:
    """What a console works with. `plant_there`: the hub has a plant already. `client` is None while nobody is signed
    in; `own_hub` is the hub process that this console has started and ends with it. `bag`: all of it comes from an
    audit bag, and nothing of it may be changed; `folder` then goes with it."""

    replica: "Replica"
    blobs: "PhotoFolder"
    outgoing: "Outgoing"
    keys: "Keys"
    url: str
    client: "HubClient | None"
    own_hub: "subprocess.Popen[bytes] | None"
    folder: Path
    plant_there: bool = False
    bag: "SealedBag | None" = None

    @property
    def trusted(self) -> Path:
        """The authority that the hub's certificate must come from, if this console was paired with one."""
        return self.folder / TRUSTED

    @property
    def founded(self) -> bool:
        """Whether this console already belongs to a plant and a person."""
        return self.replica.fact("me") is not None

    def close(self) -> None:
        """Closes the replica; ends the hub that this console has started."""
        self.replica.close()
        if self.bag is not None:
            shutil.rmtree(self.folder, ignore_errors=True)
        if self.own_hub is not None:
            self.own_hub.terminate()
            self.own_hub.wait(timeout=20)


def utc_now() -> datetime:
    """The wall clock."""
    return datetime.now(UTC)


def open_plant(data: Path, hub: str | None, act_as: str | None = None) -> Opened:
    """Opens `data`; with no hub named, the one that runs on `data/hub`, else one that is started here. `act_as`
    (employee number, e-mail, name or id) signs that person in on the hub's own machine, without asking. Raises
    Refused: newer_store, hub_does_not_start."""
    from services.photos.folder import PhotoFolder
    from services.store.replica import Clock, Replica
    from services.sync.client import HubClient
    from services.sync.clock import steady
    from services.sync.keys import Keys
    from services.sync.outgoing import Outgoing

    console = data / "console"
    console.mkdir(parents=True, exist_ok=True)
    replica = Replica(console / "replica.db", Clock(utc_now, steady, boot_id()))
    blobs = PhotoFolder(console / "blobs")
    keys = Keys(console, "console")
    own = None
    url = hub or replica.fact("hub")
    if url is None:
        url, own = own_hub(data)
    token = session_token(replica, keys, data, url, act_as)
    client = HubClient(url, token, trusted=console / TRUSTED) if token else None
    outgoing = Outgoing(console / "outgoing", blobs)
    return Opened(replica, blobs, outgoing, keys, url, client, own, console, plant_at(url, console / TRUSTED))


def plant_at(url: str, trusted: Path) -> bool:
    """Whether the hub at an address answers and already has a plant."""
    from services.core.refused import Refused
    from services.sync.client import HubClient, Unreachable

    try:
        return HubClient(url, trusted=trusted).call("GET", "/health")["plant"] is not None
    except (Refused, Unreachable):
        return False


def boot_id() -> str:
    """Names this boot of the machine, so that a monotonic clock can be trusted within it."""
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
    except OSError:
        return f"{os.getpid()}-{int(time.time() - time.monotonic())}"


def own_hub(data: Path) -> "tuple[str, subprocess.Popen[bytes] | None]":
    """The address of the hub on `data/hub`: the running one, or a new process."""
    from desktop.language import language
    from services.core.refused import Refused
    from services.store.folder import PlantFolder

    folder = PlantFolder(data)
    folder.make()
    running = folder.running()
    if running:
        return running.url, None
    (folder.hub / "hub.json").unlink(missing_ok=True)
    said = folder.hub / "hub.log"  # what it says while it starts; its own log lies beside
    with open(said, "wb") as log:
        process = subprocess.Popen(
            [*program(), "--lang", language.name, "hub", "--data", str(data), "--host", folder.listening_host()],
            stdout=log,
            stderr=log,
            stdin=subprocess.DEVNULL,
        )
    deadline = time.monotonic() + HUB_START_S
    while time.monotonic() < deadline and process.poll() is None:
        running = folder.running()
        if running:
            return running.url, process
        time.sleep(0.05)
    raise Refused("hub_does_not_start", log=str(said), why=_last_line(said))


def _last_line(file: Path) -> str:
    """What a hub that did not start said at last: why."""
    lines = file.read_text(encoding="utf-8", errors="replace").split("\n")
    return next((line.strip() for line in reversed(lines) if line.strip()), "–")[:400]


def program() -> list[str]:
    """How this program is started again for another command."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-m", "services.cli"]


def session_token(replica: "Replica", keys: "Keys", data: Path, url: str, act_as: str | None) -> str | None:
    """The kept session; on the hub's own machine a new one for the person of this console, or for `act_as`."""
    from services.core.refused import Refused
    from services.store.folder import PlantFolder
    from services.sync.client import HubClient, Unreachable

    kept = keys.read("session")
    if kept and act_as is None:
        return kept
    me, running = act_as or replica.fact("me"), PlantFolder(data).running()
    if me is None or running is None or running.url != url or replica.fact("signed_out"):
        return None
    try:
        message = {"person": me, **computer(replica)}
        session = HubClient(url, running.token).call("POST", "/api/session-here", json=message)
    except (Refused, Unreachable):
        return None
    if act_as is not None:
        replica.set_facts(me=session["person"])
    token: str = session["token"]
    return token


def found_plant(opened: Opened, data: Path, plant: str, person: str, password: str, language: str) -> None:
    """Founds a plant on the hub of this folder and signs its first person in. Raises Refused."""
    from services.core.refused import Refused
    from services.store.folder import PlantFolder
    from services.sync.client import HubClient

    running = PlantFolder(data).running()
    if running is None:
        raise Refused("hub_not_here")
    args = {"name": plant, "person": person, "language": language}
    client = HubClient(running.url, running.token)
    _signed_in(opened, running.url, client.found(args, password, computer(opened.replica)))


def join_hub(opened: Opened, url: str, login: str, secret: str) -> None:
    """Signs in at a hub, which this console belongs to from now on. Raises Refused: hub_not_trusted, and what the hub
    refuses with; Unreachable."""
    from services.sync.client import HubClient

    let_in(opened, url, HubClient(url, trusted=opened.trusted).sign_in(login, secret, computer(opened.replica)))


def claim_hub(opened: Opened, url: str, secret: str) -> dict[str, Any]:
    """Whether a browser has let this console in: a session, or `{"waiting": true}`. Raises Refused: device_revoked;
    Unreachable."""
    from services.sync.client import HubClient

    return HubClient(url, trusted=opened.trusted).claim(secret, computer(opened.replica))


def let_in(opened: Opened, url: str, session: dict[str, Any]) -> None:
    """A hub has given a session: this console belongs to it from now on."""
    opened.replica.set_facts(hub=url, hub_id=None)
    _signed_in(opened, url, session)


def pair_hub(opened: Opened, url: str, code: str) -> None:
    """Joins a hub by a one-time pairing code; a computer that was shut out there joins as a new one, and what waits on
    it is sent as that one's. The pin behind the code says which authority the hub's certificate must come from, from
    now on. Raises Refused: pairing_wrong, too_many_guesses, hub_pin_wrong, hub_not_trusted; Unreachable."""
    from services.core.ids import new_id
    from services.core.refused import Refused
    from services.sync.client import HubClient

    code, _, pin = code.partition(".")
    if pin:
        _pin(opened, url, pin)
    client, here = HubClient(url, trusted=opened.trusted), computer(opened.replica)
    try:
        session = client.pair(code, here)
    except Refused as refused:
        if refused.code != "device_revoked":
            raise
        fresh = new_id()
        session = client.pair(code, {**here, "device": fresh})
        opened.replica.number_again(1, fresh)
    opened.replica.set_facts(hub=url, hub_id=None)
    _signed_in(opened, url, session)


def _pin(opened: Opened, url: str, pin: str) -> None:
    import ssl

    from services.store.secret_box import write_private
    from services.sync.client import HubClient

    found = HubClient(url).authority(pin)
    write_private(opened.trusted, ssl.DER_cert_to_PEM_cert(found), full="disk_full_here")


def computer(replica: "Replica") -> dict[str, str]:
    """How this console names its computer to a hub."""
    return {"device": str(replica.fact("device")), "computer": (platform.node() or "PC")[:80]}


def open_demo(opened: Opened, data: Path) -> None:
    """Writes the demo plant into this folder, whose hub is stopped for it, and signs its EHS manager in. Raises
    Refused: hub_not_here, demo_not_written."""
    from services.core.refused import Refused
    from services.sync.client import HubClient

    if opened.own_hub is None:
        raise Refused("hub_not_here")
    opened.own_hub.terminate()
    opened.own_hub.wait(timeout=20)
    written = subprocess.run([*program(), "demo", "--data", str(data), "--json"], capture_output=True, check=False)
    opened.url, opened.own_hub = own_hub(data)
    if written.returncode != 0:
        raise Refused("demo_not_written")
    first = json.loads(written.stdout)[0]
    _signed_in(
        opened, opened.url, HubClient(opened.url).sign_in(first["login"], first["password"], computer(opened.replica))
    )


def _signed_in(opened: Opened, url: str, session: dict[str, Any]) -> None:
    from services.sync.client import HubClient

    opened.replica.set_facts(me=session["person"], signed_out=False)
    opened.keys.keep("session", session["token"])
    opened.url = url
    opened.client = HubClient(url, session["token"], trusted=opened.trusted)


def sign_out(opened: Opened) -> None:
    """Ends the session, on the hub too where it answers; the next start asks who it is."""
    from services.core.refused import Refused
    from services.sync.client import Unreachable

    client, opened.client = opened.client, None
    opened.keys.drop("session")
    opened.replica.set_facts(signed_out=True)
    if client is not None:
        try:
            client.call("POST", "/api/sign-out")
        except (Refused, Unreachable):
            return
