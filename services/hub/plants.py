"""The plants that one process serves out of one database: each is opened when it is asked for, and looked after while
this process holds its leases."""

import logging
import secrets
import threading
import time
from pathlib import Path

from services.core.refused import Refused
from services.hub.duties import Dispatch, EngineAmongOthers, Shared
from services.hub.hub import Hub
from services.hub.turns import Turns
from services.store.folder import PlantFolder
from services.store.group import Group, GroupPlant, Lease, Leases
from services.store.shared import SharedServer

LOG = logging.getLogger(__name__)
LEASE_S = 15.0
FAR_THREADS = 24
DUTIES: dict[str, type[EngineAmongOthers] | type[Dispatch]] = {"engine": EngineAmongOthers, "dispatch": Dispatch}


class Plants:
    """Starts with `start`, ends with `stop`. `lease_s`: how long a plant may be without whoever looks after it, when
    that process was killed."""

    def __init__(self, root: Path, url: str, *, photos: str | None = None, lease_s: float = LEASE_S) -> None:
        self.root, self.photos, self.lease_s = root, photos, lease_s
        self.server = SharedServer(url)
        self.group = Group(self.server)
        self.leases = Leases(self.group, secrets.token_hex(8), lease_s)
        self.turns = Shared(Turns(), Turns(FAR_THREADS))
        self.listed: dict[str, GroupPlant] = {}
        self.hubs: dict[str, Hub] = {}
        self.address = ""
        self._duties: dict[Lease, EngineAmongOthers | Dispatch] = {}
        self._opening = threading.Lock()
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="leases", daemon=True)
        self._good_until = 0.0

    def start(self) -> None:
        """Knows the plants that are there, and begins to look after its share of them."""
        self.list_again()
        self._thread.start()

    def list_again(self) -> None:
        """Also those that were added since."""
        self.listed = {one.key: one for one in self.group.plants()}

    def at_host(self, host: str) -> str | None:
        """The plant that has this name, by its key."""
        return next((one.key for one in self.listed.values() if one.host == host), None)

    def hub(self, key: str) -> Hub:
        """The hub of a plant. Raises Refused: no_such_plant."""
        known = self.hubs.get(key)
        return known or self._opened(key)

    def _opened(self, key: str) -> Hub:
        with self._opening:
            if key not in self.listed:
                self.list_again()
            if key not in self.listed or self._stop.is_set():
                raise Refused("no_such_plant", key=key[:40])
            if key not in self.hubs:
                self.hubs[key] = self._open(self.listed[key])
            return self.hubs[key]

    def _open(self, plant: GroupPlant) -> Hub:
        folder = PlantFolder(self.root / "plants" / plant.key)
        url = self.group.url(plant)
        hub = Hub(folder, database=url, server=self.server, photos=self.photos, photos_of=plant.key)
        hub.bringing.start(self.turns.far)
        hub.address = f"{self.address}/at/{plant.key}"
        folder.announce(hub.address, hub.local_token)
        return hub

    def looks_after(self) -> dict[str, list[str]]:
        """What this process does for which plants at this moment."""
        found: dict[str, list[str]] = {}
        for key, part in sorted(self._duties):
            found.setdefault(key, []).append(part)
        return found

    def _run(self) -> None:
        while not self._stop.is_set():
            began = time.monotonic()
            try:
                self.list_again()
                held = self.leases.renew()
                self._good_until = began + self.lease_s
                self._do(held)
            except Refused as refused:
                LOG.info("leases cannot be renewed now: %s", refused.code)
            except Exception:
                LOG.exception("leases were not renewed; it is tried again")
            if time.monotonic() > self._good_until:
                self._do(frozenset())  # whoever can't renew has lost them: another may have begun
            self._stop.wait(self.lease_s / 4)

    def _do(self, held: frozenset[Lease]) -> None:
        for lease in set(self._duties) - held:
            self._duties.pop(lease).stop()
        for lease in sorted(held - set(self._duties)):
            if self._stop.is_set() or time.monotonic() > self._good_until - self.lease_s / 2:
                return  # the rest after the next renewal: opening many plants may take longer than a lease
            try:
                self._begin(lease)
            except Exception:
                LOG.exception("%s of %s could not begin; it is tried again", lease[1], lease[0])

    def _begin(self, lease: Lease) -> None:
        key, part = lease
        duty = DUTIES[part](self.hub(key))
        duty.start(self.turns)
        self._duties[lease] = duty

    def stop(self) -> None:
        """Ends what it does for plants, gives its leases back, and closes."""
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join(timeout=60)
        self._do(frozenset())
        try:
            self.leases.end()
        except Refused as refused:
            LOG.info("leases were not given back: %s", refused.code)
        for turns in self.turns:
            turns.stop()
        for hub in self.hubs.values():
            hub.close()
        self.server.close()
