"""How a command reaches a plant: through the hub that runs on the folder, or by opening the store under its lock."""

import platform
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from services.core.ids import new_id
from services.core.operation import Actor, Operation, premise_of
from services.core.people import holders
from services.core.refused import Refused
from services.core.roles import Role
from services.core.shape import utc_text
from services.store.database import Database
from services.store.folder import HubAddress, PlantFolder
from services.store.records import Records
from services.store.schema import as_now


class Reached:
    """A plant within reach, to issue operations as one person."""

    def __init__(self, folder: PlantFolder, running: HubAddress | None, hub: Any, act_as: str | None) -> None:
        self.folder = folder
        self.running = running
        self.hub = hub
        self.act_as = act_as

    def do(self, kind: str, args: Mapping[str, Any]) -> dict[str, Any]:
        """The answer as JSON. Raises Refused for what could not be answered."""
        if self.hub is not None:
            answer: dict[str, Any] = self.hub.do(kind, dict(args), self._actor()).as_json()
            return answer
        return self._through_hub(kind, args)

    def now(self) -> Any:
        """The clock that commands go by."""
        return _now()

    def _actor(self) -> Actor:
        if self.act_as is None:
            return _founder()
        found: Actor | None = self.hub.actor(self.hub.local_token, self.act_as)
        if found is None:
            raise Refused("no_such_person", who=self.act_as)
        return found

    def _through_hub(self, kind: str, args: Mapping[str, Any]) -> dict[str, Any]:
        from services.sync.client import HubClient

        assert self.running is not None
        client = HubClient(self.running.url, self.running.token, self.act_as)
        with looking(self.folder.place()) as look:
            premise = premise_of(kind, args, look)
        id_, n = new_id(), 1
        while True:
            mono, boot = time.monotonic(), id_  # the steady clock is this run's alone
            operation = Operation(id_, kind, args, f"command-{platform.node()}"[:60], n, _now(), premise, mono, boot)
            answer: dict[str, Any] = client.push([operation], _now(), time.monotonic(), boot)["answers"][0]
            if answer.get("refused") != "out_of_turn":
                return answer
            n = answer["facts"]["expected_n"]

    def keep_drawing(self, data: bytes) -> str:
        """Stores a drawing; its hash."""
        if self.hub is not None:
            sha256: str = self.hub.blobs.put_bytes(data)
            return sha256
        from services.sync.client import HubClient

        assert self.running is not None
        client = HubClient(self.running.url, self.running.token, self.act_as)
        return str(client.call("POST", "/api/blobs/drawing", data=data)["sha256"])


def _now() -> Any:
    from datetime import UTC, datetime

    return datetime.now(UTC)


def _founder() -> Actor:
    return Actor(None, frozenset({Role.FOUNDER}))


@contextmanager
def reached(data: Path, act_as: str | None = None) -> Iterator[Reached]:
    """The plant in a folder. `act_as` None: its EHS manager of longest standing, or the founder of a plant to be."""
    folder = PlantFolder(data)
    who = act_as or _first_manager(folder)
    running = folder.running() if folder.root.exists() else None
    if running:
        yield Reached(folder, running, None, who)
        return
    from services.hub.hub import Hub

    hub = Hub(folder)
    try:
        yield Reached(folder, None, hub, who)
    finally:
        hub.close()


def _first_manager(folder: PlantFolder) -> str | None:
    place = folder.place()
    if place is None:
        return None
    with looking(place) as look:
        found = holders(look, Role.EHS_MANAGER)
    return found[0].id if found else None


@contextmanager
def looking(place: Path | str | None) -> Iterator[Records]:
    """The records of a database, by its file or URL, as they are, without a hub. Raises Refused: no_plant,
    newer_store, older_store."""
    if place is None or (isinstance(place, Path) and not place.exists()):
        raise Refused("no_plant")
    database = Database(place)
    try:
        with database.reading() as connection:
            as_now(connection)
            yield Records(connection)
    finally:
        database.close()


def readable(folder: PlantFolder) -> Path | str:
    """The database to read: the authority's, else the console's replica."""
    return folder.place() or folder.console / "replica.db"


def stamp() -> str:
    """Now, as text."""
    return utc_text(_now())
