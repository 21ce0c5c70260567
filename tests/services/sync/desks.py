"""A hub in this process and consoles beside it, on a wire that tests may cut. The wire carries the same JSON texts as
HTTP does; the real HTTP is tested with the hub."""

import json
import shutil
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from services.core.operation import Actor
from services.core.refused import Refused
from services.core.shape import utc_moment, utc_text
from services.hub import blobs, following
from services.hub.hub import Hub
from services.photos.folder import PhotoFolder
from services.store.accounts import actor_for
from services.store.changes import as_lines, from_lines, may_follow, page_after, page_before, sees_people
from services.store.database import Database
from services.store.folder import PlantFolder
from services.store.replica import Clock, Local, Replica
from services.store.tables import RECORDS
from services.store.thin import Entry, thin_page
from services.store.wire import operation_from
from services.sync.client import HubClient, Parts, Unreachable
from services.sync.outgoing import Outgoing
from services.sync.round import Round, Sync
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

    def __init__(self, office: Office, person: str, device: str = "") -> None:
        self.office = office
        self.person = person
        self.device = device
        self.cut = False
        self.lose_answers = 0
        self.most = 7  # entries a page, so that tests turn pages
        self.most_at_once = 3  # of them a part

    def speak(self, protocol: int) -> None:
        """Both are of this version."""

    def call(self, method: str, path: str, *, json: Any = None, data: bytes | None = None, **query: Any) -> Any:
        self._there()
        answer = _plain(self._answer(method, path, _plain(json), data, query))
        if method == "POST" and self.lose_answers:
            self.lose_answers -= 1
            raise Unreachable("the answer was lost")
        return answer

    def changes(self, form: str, **query: Any) -> Parts:
        """In parts of a few entries, as the hub makes them; the wire may be cut between two."""
        about, page = self.page("/api/changes", **query)
        sum_ = {"sum": about.pop("sum")} if "sum" in about else {}
        for start in range(0, len(page), self.most_at_once):
            self._there()
            part = page[start : start + self.most_at_once]
            yield from_lines(as_lines(about, thin_page(part) if form == "thin" else part))
        self._there()
        yield from_lines(as_lines({**about, **sum_}, []))

    def page(self, path: str, **query: Any) -> tuple[dict[str, Any], list[Entry]]:
        self._there()
        hub, actor = self.office.hub, self._actor()
        with hub.store.database.reading() as connection:
            if path == "/api/entries":
                return from_lines(as_lines(*page_before(connection, actor, query["before"], self.most)))
            about, page = page_after(
                connection, actor, query["after"], hash_=query["hash"], epoch=query["epoch"], most=self.most
            )
            if query["after"] + len(page) == about["head"]:
                about["sum"] = hub.digests[not sees_people(actor)].total(connection)
        about["now"] = utc_text(hub.now())
        return from_lines(as_lines(about, page))

    def standing(self, sha256: str) -> tuple[bool, int]:
        self._there()
        place = self.office.hub.blobs.whole(sha256)
        return place is not None, place.stat().st_size if place else 0

    def download(self, path: str, target: Path, size: int, step: Callable[[float], bool] | None = None) -> None:
        self._there()
        found = self.office.hub.ready.named(path.rpartition("/")[2], blank=not sees_people(self._actor()))
        if found is None:
            raise Refused("no_such_page")
        shutil.copy(found, target)

    def _there(self) -> None:
        if self.cut:
            raise Unreachable("cut")

    def _actor(self) -> Actor:
        with self.office.hub.store.database.reading() as connection:
            actor = actor_for(connection, self.person, self.device or None)
        if actor is None:
            raise Refused("sign_in_needed")
        return actor

    def _answer(self, method: str, path: str, message: Any, data: bytes | None, query: dict[str, Any]) -> Any:
        hub = self.office.hub
        if path == "/api/hello":
            return following.hello(hub)
        actor = self._actor()
        if path == "/api/operations":
            taken = [operation_from(one) for one in message["operations"]]
            clock = message["clock"]
            answers = hub.take(taken, actor, utc_moment(clock["wall"]), clock["mono"], clock["boot"])
            return {"answers": answers, "received_at": utc_text(hub.now())}
        if not path.startswith("/api/blobs"):
            may_follow(actor)
        if path == "/api/common":
            return following.common(hub, actor, message)
        if path == "/api/sums":
            return following.sums(hub, actor)
        if path == "/api/replica":
            return following.ready(hub, actor)
        if path.startswith("/api/records/"):
            _, _, _, kind, bucket = path.split("/")
            return following.records(hub, actor, kind, int(bucket))
        offset, total = query["offset"], query["total"]
        return blobs.add_part(hub, actor, path.rpartition("/")[2], query["what"], offset, total, data or b"")


def _plain(value: Any) -> Any:
    """What JSON makes of it."""
    return json.loads(json.dumps(value))


class Desk:
    """A console: a replica, what it has to send, and a wire."""

    def __init__(self, office: Office, folder: Path, person: str) -> None:
        self.office = office
        folder.mkdir()
        self.wire = Wire(office, person)
        self.replica = Replica(folder / "replica.db", Clock(lambda: office.now, self._mono, "boot"))
        self.replica.set_facts(me=person)
        self.outgoing = Outgoing(folder / "outgoing", PhotoFolder(folder / "blobs"))
        self.following = Sync(self.wire, self.replica, self.outgoing)

    def _mono(self) -> float:
        return (self.office.now - NOON).total_seconds()

    def run(self, kind: str, **args: Any) -> Local:
        self.office.now += timedelta(minutes=1)
        return self.replica.run(kind, args)

    def sync(self) -> Round:
        return self.following.once()

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
