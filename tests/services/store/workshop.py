"""A real store with a plant in it, and the few words that tests need to work it."""

from collections import Counter
from collections.abc import Collection, Mapping
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from services.core.ids import new_id
from services.core.operation import Actor, premise_of
from services.core.plant import founder_id
from services.core.roles import Role
from services.store.database import Database
from services.store.journal import Answer, Request
from services.store.store import Store
from services.store.tables import entries, metadata
from services.store.verify import Verdict, verify
from tests.makers import NOON, SQUARE, operation

FOUNDER = Actor(None, frozenset({Role.FOUNDER}))
OUTLINE = [list(corner) for corner in SQUARE]


@dataclass(frozen=True)
class Place:
    """What a small plant holds, by id, and who may act in it."""

    boss: Actor
    officer: Actor
    fixer: Actor
    worker: Actor
    team: str
    floor: str
    zone: str


class Workshop:
    """A store on a file, or in the schema that a URL names."""

    def __init__(self, path: Path | str) -> None:
        self.path = path
        self.store = Store(path, NOON)
        self.counts: Counter[str] = Counter()
        self.now = NOON

    @property
    def folder(self) -> Path:
        """Where the file is."""
        return Path(self.path).parent

    def close(self) -> None:
        self.store.close()

    def reopen(self) -> None:
        self.store.close()
        self.store = Store(self.path, NOON)

    def request(
        self, kind: str, args: Mapping[str, Any], by: Actor, *, device: str = "desk", n: int | None = None, **given: Any
    ) -> Request:
        """An operation in its device's turn, with the premise of this moment."""
        if "premise" not in given:
            with self.store.look() as look:
                try:
                    given["premise"] = premise_of(kind, args, look)
                except Exception:  # noqa: BLE001 - arguments that cannot be read have no premise
                    given["premise"] = {}
        if n is None:
            self.counts[device] += 1
            n = self.counts[device]
        self.now += timedelta(minutes=1)
        issued = operation(kind, args, **{"id": new_id(), "device": device, "n": n, "made_at": self.now} | given)
        return Request(issued, by, self.now, self.now)

    def submit(self, request: Request) -> "Future[Answer]":
        return self.store.submit(request)

    def issue(self, kind: str, args: Mapping[str, Any], by: Actor, **given: Any) -> Answer:
        """The answer, accepted or refused."""
        return self.submit(self.request(kind, args, by, **given)).result(30)

    def do(self, kind: str, args: Mapping[str, Any], by: Actor, **given: Any) -> str:
        """The id of an operation that must be accepted."""
        answer = self.issue(kind, args, by, **given)
        if answer.refused:
            raise answer.refused
        return answer.id

    def found(self) -> Place:
        """A plant with four people, a team, a floor and a zone."""
        boss = Actor(founder_id(self.do("plant.found", {"name": "江南精密", "person": "周敏"}, FOUNDER)), BOSS)
        team = self.do("teams.add", {"name": "机修班"}, boss)
        people = {
            role: self.do(
                "people.add", {"name": name, "roles": [role.value], "team": team if "修" in name else None}, boss
            )
            for role, name in ((Role.SAFETY_OFFICER, "孙丽"), (Role.FIXER, "修理工"), (Role.WORKER, "马超"))
        }
        floor = self.do("floors.add", {"name": "一层", "width_m": 60, "height_m": 40}, boss)
        drawn = {"floor": floor, "name": "冲压区", "zone_class": "B", "polygon": OUTLINE, "team": team}
        zone = self.do("zones.draw", drawn, boss)
        officer, fixer, worker = (Actor(id_, frozenset({role})) for role, id_ in people.items())
        return Place(boss, officer, fixer, worker, team, floor, zone)

    def get(self, kind: str, id_: str) -> Any:
        with self.store.look() as look:
            return look.get(kind, id_)

    def find(self, kind: str, /, **equal: Any) -> tuple[Any, ...]:
        with self.store.look() as look:
            return look.find(kind, **equal)

    def rows(self, query: Any) -> list[dict[str, Any]]:
        with self.store.database.reading() as connection:
            return [dict(row) for row in connection.execute(query).mappings()]

    def entries(self) -> list[dict[str, Any]]:
        return self.rows(sa.select(entries).order_by(entries.c.seq))

    def verify(self) -> Verdict:
        with self.store.database.reading() as connection:
            return verify(connection)

    def spoil(self, statement: str, **values: Any) -> None:
        """Changes the database behind the journal's back."""
        with self.store.database.writing() as connection:
            connection.execute(sa.text(statement), values)


BOSS = frozenset({Role.EHS_MANAGER, Role.IT_ADMIN})


def dump(
    database: Database, but: Collection[str] = (), only: Mapping[str, str] | None = None
) -> dict[str, list[tuple[Any, ...]]]:
    """Every stored value of every table, as the database has it, so that a changed type shows too; of some tables
    `only` these columns."""
    found = {}
    with database.reading() as connection:
        for name in sorted(set(metadata.tables) - set(but)):
            rows = connection.exec_driver_sql(f"SELECT {(only or {}).get(name, '*')} FROM {name}").all()
            found[name] = sorted((tuple((type(v).__name__, v) for v in row) for row in rows), key=repr)
    return found


def checked_file(path: Path | str) -> Verdict:
    """A check of a database that nobody has open."""
    database = Database(path)
    try:
        with database.reading() as connection:
            return verify(connection)
    finally:
        database.close()
