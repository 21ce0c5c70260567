"""A hub in this process and consoles beside it, on a wire that tests may cut. The wire carries the same JSON texts as
HTTP does; the real HTTP is tested with the hub."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from services.core.refused import Refused
from services.core.shape import utc_moment
from services.hub.hub import Hub
from services.photos.folder import PhotoFolder
from services.store.changes import page_after
from services.store.database import Database
from services.store.folder import PlantFolder
from services.store.replica import Clock, Local, Replica
from services.store.tables import RECORDS
from services.store.wire import operation_from
from services.sync.client import HubClient, Round, Unreachable, sync_once
from services.sync.outgoing import Outgoing
from tests.makers import NOON
from tests.services.hub.living import FOUNDER, SQUARE


class Office:
    """The hub's side: a plant with a boss, an officer, a fixer with a team, one floor and one zone."""

    def __init__(self, root: Path) -> None:
        self.now: datetime = NOON
        self.hub = Hub(PlantFolder(root), now=lambda: self.now)
        self.boss = ""
        self.people: dict[str, str] = {}

    def furnish(self) -> "Office":
        self.hub.do("plant.found", {"name": "江南精密", "person": "周敏"}, FOUNDER)
        with self.hub.store.look() as look:
            self.boss = look.find("person")[0].id
        self.team = self.do("teams.add", name="机修班")
        for name, roles in (("孙丽", ["safety_officer"]), ("修理工", ["fixer"]), ("陈刚", ["safety_officer"])):
            crew = {"team": self.team} if roles == ["fixer"] else {}
            self.people[name] = self.do("people.add", name=name, roles=roles, **crew)
        self.floor = self.do("floors.add", name="一层", width_m=60, height_m=40)
        self.zone = self.do(
            "zones.draw", floor=self.floor, name="冲压区", zone_class="B", polygon=SQUARE, team=self.team
        )
        return self

    def do(self, kind: str, by: str | None = None, **args: Any) -> str:
        actor = self.hub._local_actor(by or self.boss)
        assert actor is not None
        answer = self.hub.do(kind, args, actor)
        if answer.refused:
            raise answer.refused
        return answer.id

    def blob(self, data: bytes) -> str:
        return self.hub.blobs.put_bytes(data)

    def close(self) -> None:
        self.hub.close()


class Wire(HubClient):
    """A client whose messages go by hand: the wire may be cut, or lose answers that the hub has already given."""

    def __init__(self, office: Office, person: str) -> None:
        self.office = office
        self.person = person
        self.cut = False
        self.lose_answers = 0

    def call(self, method: str, path: str, *, json: Any = None, data: bytes | None = None, **query: Any) -> Any:
        if self.cut:
            raise Unreachable("cut")
        answer = self._answer(method, path, json, data, query)
        if method == "POST" and self.lose_answers:
            self.lose_answers -= 1
            raise Unreachable("the answer was lost")
        return answer

    def _answer(self, method: str, path: str, message: Any, data: bytes | None, query: dict[str, Any]) -> Any:
        hub = self.office.hub
        actor = hub._local_actor(self.person)
        assert actor is not None
        if path == "/api/operations":
            message = json.loads(json.dumps(message))
            taken = [operation_from(one) for one in message["operations"]]
            clock = message["clock"]
            answers = hub.take(taken, actor, utc_moment(clock["wall"]), clock["mono"], clock["boot"])
            return json.loads(json.dumps({"answers": answers}))
        if path == "/api/changes":
            with hub.store.database.reading() as connection:
                return json.loads(json.dumps(page_after(connection, actor, query["after"], 7)))
        return {"sha256": hub.blobs.put_bytes(data or b"")}


class Desk:
    """A console: a replica, what it has to send, and a wire."""

    def __init__(self, office: Office, folder: Path, person: str) -> None:
        self.office = office
        folder.mkdir()
        self.wire = Wire(office, person)
        self.replica = Replica(folder / "replica.db", Clock(lambda: office.now, self._mono, "boot"))
        self.replica.set_facts(me=person)
        self.outgoing = Outgoing(folder / "outgoing", PhotoFolder(folder / "blobs"))

    def _mono(self) -> float:
        return (self.office.now - NOON).total_seconds()

    def run(self, kind: str, **args: Any) -> Local:
        self.office.now += timedelta(minutes=1)
        return self.replica.run(kind, args)

    def sync(self) -> Round:
        return sync_once(self.wire, self.replica, self.outgoing)

    def try_sync(self) -> Round | None:
        try:
            return self.sync()
        except Unreachable:
            return None

    def get(self, kind: str, id_: str) -> Any:
        from services.store.records import Records

        with self.replica.database.reading() as connection:
            return Records(connection).get(kind, id_)

    def close(self) -> None:
        self.replica.close()


def records_of(database: Database) -> dict[str, list[tuple[Any, ...]]]:
    """All records, as they are stored."""
    with database.reading() as connection:
        return {
            kind: sorted(tuple(row) for row in connection.execute(table.select())) for kind, table in RECORDS.items()
        }


def in_step(office: Office, *desks: Desk) -> bool:
    here = records_of(office.hub.store.database)
    return all(records_of(desk.replica.database) == here for desk in desks)


def refused_with(call: Callable[[], Any]) -> str:
    try:
        call()
    except Refused as refused:
        return refused.code
    return ""
