"""A plant in a box, for one seed: a hub, consoles and phones, on a wire that cuts, repeats, delays and loses, with
clocks that jump, machines that crash and a hub that is set back. The same seed is the same history.

The domain, the store and the sync are the real ones; only the wire, the clocks and chance are made here.
"""

import json
import random
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import sqlalchemy as sa

from services.core import ids
from services.core.ids import digest, new_id
from services.core.operation import Actor, Operation
from services.core.refused import Refused
from services.core.roles import Role
from services.hub.hub import Hub
from services.photos.folder import PhotoFolder
from services.store.accounts import actor_for
from services.store.database import Database
from services.store.facts import set_fact
from services.store.folder import PlantFolder
from services.store.journal import head
from services.store.records import Records
from services.store.replica import Clock, Replica
from services.store.schema import bring_up
from services.store.tables import answered, conflicts, entries, pending
from services.sync.client import Parts, Unreachable
from services.sync.outgoing import Outgoing
from services.sync.round import Round, Sync
from tests.makers import NOON
from tests.services.sync.desks import Office, Wire

SYSTEM = Actor(None, frozenset({Role.SYSTEM}))
CUT, LOST, TWICE, LATE = 0.10, 0.15, 0.15, 0.05


class FaultyWire(Wire):
    """Every message may be cut off, arrive twice, arrive later or lose its answer, as the world's chance has it."""

    def __init__(self, world: "World", person: str, device: str) -> None:
        super().__init__(world.office, person, device)
        self.world = world
        self.old = False  # a console of an earlier version: it may send and gets nothing

    def call(self, method: str, path: str, *, json: Any = None, data: bytes | None = None, **query: Any) -> Any:
        def deliver() -> Any:
            return super(FaultyWire, self).call(method, path, json=json, data=data, **query)

        answer = self.world.carried(deliver, repeats=path == "/api/operations")
        if path == "/api/hello" and self.old:
            answer["protocol"]["pulls_from"] = 99
        return answer

    def page(self, path: str, **query: Any) -> Any:
        return self.world.carried(lambda: super(FaultyWire, self).page(path, **query), repeats=False)

    def changes(self, form: str, **query: Any) -> Parts:
        for part in super().changes(form, **query):
            if self.world.faults and self.world.chance.random() < CUT / 2:
                raise Unreachable("cut between two parts")
            yield part

    def download(self, path: str, target: Path, size: int, step: Any = None) -> None:
        self.world.carried(lambda: super(FaultyWire, self).download(path, target, size, step), repeats=False)


class SimDesk:
    """A console with clocks of its own, that can crash and lose its database."""

    def __init__(self, world: "World", name: str, person: str) -> None:
        self.world = world
        self.folder = world.folder / name
        self.folder.mkdir()
        self.person = person
        self.ahead = timedelta()
        self.boot, self.booted = "boot-0", world.now
        self.kept: dict[str, None] = {}
        self.held: set[str] = set()  # what others had been answered and the hub has lost; this console has it
        self.open()
        self.replica.set_facts(me=person)
        self.wire = FaultyWire(world, person, self.replica.fact("device"))
        self.attach()

    def open(self) -> None:
        path = self.folder / "replica.db"
        if not path.exists():
            shutil.copy(self.world.empty, path)  # migrations are tested elsewhere, and take their time
        self.replica = Replica(self.folder / "replica.db", Clock(self._wall, self._mono, self.boot))

    def attach(self) -> None:
        self.outgoing = Outgoing(self.folder / "outgoing", PhotoFolder(self.folder / "blobs"))
        self.following = Sync(self.wire, self.replica, self.outgoing)

    def _wall(self) -> datetime:
        return self.world.now + self.ahead

    def _mono(self) -> float:
        return (self.world.now - self.booted).total_seconds()

    def run(self, kind: str, args: dict[str, Any], id_: str | None = None) -> None:
        local = self.replica.run(kind, args, id_)
        if local.ok:
            self.kept[local.id] = None

    def photo(self, data: bytes) -> str:
        sha256 = self.outgoing.blobs.put_bytes(data)
        self.outgoing.add(sha256, "drawing")  # kept as it is: taking pictures apart has tests of its own
        return sha256

    def undo(self) -> None:
        back = self.replica.take_back()
        if back.ok:
            del self.kept[back.id]

    def sync(self) -> Round | None:
        try:
            found = self.following.once()
        except Unreachable:
            return None
        except Refused as refused:
            if refused.code not in ("not_allowed", "console_older"):
                raise
            return None
        if found.renewed == "restored":
            self.world.check_held(self)
        return found

    def crash(self, *, loses_database: bool) -> None:
        """The power is cut. What was not on the disk is not part of this: other tests cut there."""
        self.replica.close()
        if loses_database:
            self.world.excuse(self)
            for file in self.folder.glob("replica*"):
                file.unlink()
        self.boot, self.booted = f"boot-{self.world.chance.random()}", self.world.now
        self.open()
        self.attach()

    def ids(self, table: sa.Table) -> set[str]:
        with self.replica.database.reading() as connection:
            return set(connection.execute(sa.select(table.c.operation)).scalars())

    def has(self, kind: str, **equal: Any) -> tuple[Any, ...]:
        with self.replica.database.reading() as connection:
            return Records(connection).find(kind, **equal)


@dataclass
class SimPhone:
    """A worker's phone: it sends one thing after the other, the same again until it is answered."""

    world: "World"
    person: str
    device: str
    n: int = 0
    queue: list[tuple[str, str, dict[str, Any], bytes]] = field(default_factory=list)

    def later(self, kind: str, args: dict[str, Any]) -> None:
        data = self.world.chance.randbytes(8)
        self.queue.append((new_id(), kind, {**args, "photos": [digest(data)]}, data))

    def send(self) -> None:
        if not self.queue:
            return
        id_, kind, args, data = self.queue[0]
        hub, now = self.world.office.hub, self.world.now
        operation = Operation(id_, kind, args, self.device, self.n + 1, now)
        with hub.store.database.reading() as connection:
            actor = actor_for(connection, self.person) or Actor()
        try:
            self.world.carried(lambda: self.world.office.blob(data))
            answer = self.world.carried(lambda: self.world.office.hub.take([operation], actor, now, 0.0, "")[0])
        except Unreachable:
            return
        if answer.get("refused") == "out_of_turn":
            self.n = answer["facts"]["expected_n"] - 1
        elif "seq" in answer:
            self.n += 1
            self.queue.pop(0)
            self.world.told.add(id_)
        elif answer["refused"] != "blob_missing":
            self.queue.pop(0)


class World:
    """The plant, its machines, and what was promised to whom."""

    def __init__(self, seed: int, furnished: Office, folder: Path, *, desks: int = 3, phones: int = 10) -> None:
        self.chance = random.Random(seed)
        self.folder = folder
        self.now = NOON
        self.hub_ahead = timedelta()
        self.told: set[str] = set()  # answered to a phone
        self.gone: set[str] = set()  # answered, then lost with the hub's later days
        self.once: set[str] = set()  # answered, and the console that had kept it for a while has lost its disk
        self.late: list[Callable[[], Any]] = []
        self.faults = True
        self.backup: Path | None = None
        self.backed_up = 0
        self.empty = furnished.hub.folder.root / "empty.db"
        shutil.copytree(furnished.hub.folder.root, folder / "hub")
        self.office = Office.__new__(Office)
        for name in ("boss", "people", "team", "floor", "zone"):
            setattr(self.office, name, getattr(furnished, name))
        self.open_hub()
        officers = ["孙丽", "陈刚", "周敏", *("孙丽" for _ in range(desks))][:desks]
        named = {**self.office.people, "周敏": self.office.boss}
        self.desks = [SimDesk(self, f"desk-{at}", named[name]) for at, name in enumerate(officers)]
        for desk in self.desks:
            self.office.do("devices.pair", desk.person, device=desk.wire.device, name="电脑")
        fixer = self.office.people["修理工"]
        self.phones = [SimPhone(self, fixer, f"phone-{at}") for at in range(phones)]

    # the hub

    def open_hub(self) -> None:
        self.office.now = self.now  # only so that it has one; the hub's clock is ours
        chance = self.chance
        self.office.hub = Hub(
            PlantFolder(self.folder / "hub"), now=lambda: self.now + self.hub_ahead, chance=chance.randbytes
        )

    def crash_hub(self) -> None:
        self.office.hub.close()
        self.open_hub()

    def back_up(self) -> None:
        self.backed_up = self.head()
        self.office.hub.close()
        self.backup = self.folder / "backup"
        shutil.rmtree(self.backup, ignore_errors=True)
        shutil.copytree(self.folder / "hub", self.backup)
        self.open_hub()

    def set_back(self, *, told: bool) -> None:
        """The hub is put back to its backup; `told`: by the proper command, which begins a new epoch."""
        if self.backup is None:
            return
        lost = self.journal()
        self.office.hub.close()
        shutil.rmtree(self.folder / "hub")
        shutil.copytree(self.backup, self.folder / "hub")
        self.open_hub()
        upto = self.head()
        for body in lost[upto:]:
            self.gone.add(body["operation"])
        for desk in self.desks:
            desk.held |= self._held_by(desk, lost[upto:])
        if told:
            epoch = self.chance.randbytes(16).hex()
            self.office.hub.store.write(lambda connection: set_fact(connection, "epoch", epoch))
            self.office.hub.do("plant.restored", {"upto": upto, "epoch": epoch}, SYSTEM)

    def _held_by(self, desk: SimDesk, lost: list[dict[str, Any]]) -> set[str]:
        here = desk.ids(entries)
        return {
            body["operation"]
            for body in lost
            if body["operation"] in here and body["changes"] and body["device"] != desk.wire.device
        }

    def head(self) -> int:
        with self.office.hub.store.database.reading() as connection:
            return head(connection)[0]

    def journal(self) -> list[dict[str, Any]]:
        with self.office.hub.store.database.reading() as connection:
            rows = connection.execute(sa.select(entries.c.body).order_by(entries.c.seq)).scalars()
            return [json.loads(row) for row in rows]

    def operations(self) -> list[str]:
        with self.office.hub.store.database.reading() as connection:
            return list(connection.execute(sa.select(entries.c.operation)).scalars())

    # the wire

    def carried(self, deliver: Callable[[], Any], *, repeats: bool = True) -> Any:
        if not self.faults:
            return deliver()
        luck = self.chance.random()
        if luck < CUT:
            raise Unreachable("cut")
        if repeats and luck < CUT + LATE:
            self.late.append(deliver)
            raise Unreachable("late")
        answer = deliver()
        if repeats and luck < CUT + LATE + TWICE:
            answer = deliver()
        elif luck < CUT + LATE + TWICE + LOST:
            raise Unreachable("the answer was lost")
        return answer

    def deliver_late(self) -> None:
        """A message of an earlier time arrives; nobody waits for its answer."""
        if self.late:
            message = self.late.pop(self.chance.randrange(len(self.late)))
            try:
                message()
            except (Refused, Unreachable):
                return

    # promises

    def excuse(self, desk: SimDesk) -> None:
        """What it had been answered is at the hub only, from now on; two broken machines may lose it."""
        self.once |= desk.ids(answered)
        desk.held.clear()

    def check_held(self, desk: SimDesk) -> None:
        """What others had been answered and this console held is in the journal again, or shown to a person."""
        there, shown = set(self.operations()), desk.ids(conflicts)
        missing = desk.held - there - shown
        assert not missing, f"lost with the hub's later days, and shown to nobody: {missing}"
        desk.held.clear()

    def waiting(self) -> int:
        return sum(len(desk.ids(pending)) for desk in self.desks) + sum(len(phone.queue) for phone in self.phones)

    def close(self) -> None:
        for desk in self.desks:
            desk.replica.close()
        self.office.hub.close()


def furnished_office(root: Path) -> Office:
    """A hub's folder, closed, to be copied for each history; with an empty replica beside it."""
    office = Office(root).furnish()
    office.hub.ready.get(blank=False)  # also makes the empty database that ready files begin with
    empty = Database(root / "empty.db")
    bring_up(empty)
    empty.close()
    office.close()
    return office


def seeded_chance(monkeypatch: pytest.MonkeyPatch, world: Callable[[], World | None], seed: int) -> None:
    """Ids and salts come from the seed, and their time from the world's clock."""
    chance = random.Random(seed * 7919 + 1)

    def moment() -> int:
        found = world()
        return int(((found.now if found else NOON) - NOON).total_seconds() * 1e9) + 1_772_000_000_000_000_000

    monkeypatch.setattr(ids, "secrets", SimpleNamespace(token_bytes=chance.randbytes))
    monkeypatch.setattr(ids, "time", SimpleNamespace(time_ns=moment))
    assert new_id()
