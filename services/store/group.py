"""The plants of one PostgreSQL database, and which process looks after which of them.

Beside the schema of each plant there is one for what they share: their names, and the leases by which a process is the
only one that runs a plant's rules (`engine`) or sends its messages (`dispatch`). A lease ends by the database's clock,
unless it is renewed: of a process that was killed, another takes over what it held.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime

import sqlalchemy as sa

from services.core.refused import Refused
from services.core.shape import utc_text
from services.store.database import Database
from services.store.postgresql import make_schema, with_schema
from services.store.shared import SharedServer

SCHEMA = "anhuan"
PARTS = ("engine", "dispatch")
KEY = re.compile(r"[a-z](-?[a-z0-9]){0,29}")
HOST = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+")
NEVER = datetime(1970, 1, 1, tzinfo=UTC)

_metadata = sa.MetaData()
_plants = sa.Table(
    "plants",
    _metadata,
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("host", sa.Text, unique=True),
    sa.Column("added_at", sa.Text, nullable=False),
)
_leases = sa.Table(
    "leases",
    _metadata,
    sa.Column("plant", sa.Text, sa.ForeignKey("plants.key"), primary_key=True),
    sa.Column("part", sa.Text, primary_key=True),
    sa.Column("holder", sa.Text, nullable=False),
    sa.Column("until", sa.DateTime(timezone=True), nullable=False),
)
_processes = sa.Table(
    "processes",
    _metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("until", sa.DateTime(timezone=True), nullable=False),
)
Lease = tuple[str, str]  # a plant's key, and a part of it


@dataclass(frozen=True, slots=True)
class GroupPlant:
    """A plant as the database lists it. `host` is the name under which phones reach it, where it has one of its own."""

    key: str
    name: str
    host: str | None
    added_at: str

    @property
    def schema(self) -> str:
        """Where its tables are."""
        return "plant_" + self.key.replace("-", "_")


class Group:
    """The register in a database."""

    def __init__(self, server: SharedServer) -> None:
        self.server = server
        self.database = Database(with_schema(server.url, SCHEMA), server=server)

    def url(self, plant: GroupPlant) -> str:
        """How this plant alone is opened."""
        return with_schema(self.server.url, plant.schema)

    def exists(self) -> bool:
        """Whether plants were ever added here."""
        with self.database.reading() as connection:
            return sa.inspect(connection).has_table("plants")

    def check(self, key: str, name: str, host: str | None, now: datetime) -> GroupPlant:
        """A plant that may be added. Raises Refused: plant_key_wrong, plant_host_wrong, plant_listed,
        store_not_utf8."""
        if not KEY.fullmatch(key):
            raise Refused("plant_key_wrong", key=key[:40])
        if host is not None and not HOST.fullmatch(host):
            raise Refused("plant_host_wrong", host=host[:80])
        plant = GroupPlant(key, name, host, utc_text(now))
        self._make()
        with self.database.reading() as connection:
            self._unlisted(connection, plant)
        return plant

    def add(self, plant: GroupPlant) -> None:
        """Lists it: from now on processes serve it; of two who add the same, one does. Raises Refused: plant_listed."""
        with self.database.writing() as connection:
            self._unlisted(connection, plant)
            row = {"key": plant.key, "name": plant.name, "host": plant.host, "added_at": plant.added_at}
            connection.execute(sa.insert(_plants), row)
            free = {"plant": plant.key, "holder": "", "until": NEVER}
            connection.execute(sa.insert(_leases), [{**free, "part": part} for part in PARTS])

    def _unlisted(self, connection: sa.Connection, plant: GroupPlant) -> None:
        for key, host in connection.execute(sa.select(_plants.c.key, _plants.c.host)):
            if plant.key == key or (plant.host and plant.host == host):
                raise Refused("plant_listed", key=key)

    def _make(self) -> None:
        with self.database.engine.begin() as connection:
            make_schema(connection)
            _metadata.create_all(connection)

    def plants(self) -> tuple[GroupPlant, ...]:
        """All of them, by key."""
        with self.database.reading() as connection:
            found = connection.execute(sa.select(_plants).order_by(_plants.c.key)).all()
        return tuple(GroupPlant(*one) for one in found)

    def holders(self) -> dict[Lease, str]:
        """Which process holds what at this moment."""
        asked = sa.select(_leases).where(_leases.c.until > _clock())
        with self.database.reading() as connection:
            return {(one.plant, one.part): one.holder for one in connection.execute(asked)}


class Leases:
    """What one process holds. `seconds` is how long a lease is good without being renewed."""

    def __init__(self, group: Group, process: str, seconds: float) -> None:
        self.database, self.process, self.seconds = group.database, process, seconds

    def renew(self) -> frozenset[Lease]:
        """Renews what is held and still good, then takes of what nobody holds as much as is this process's share, or
        gives back what is beyond it; what is held now."""
        until = _clock() + sa.text(f"interval '{self.seconds} seconds'")
        with self.database.writing() as connection:
            self._is_here(connection, until)
            mine = sa.and_(_leases.c.holder == self.process, _leases.c.until > _clock())
            renewed = sa.update(_leases).where(mine).values(until=until).returning(_leases.c.plant, _leases.c.part)
            held = {(plant, part) for plant, part in connection.execute(renewed)}
            share = self._share(connection)
            if len(held) > share:
                held -= self._give_back(connection, sorted(held)[share:])
            else:
                held |= self._take(connection, share - len(held), until)
        return frozenset(held)

    def end(self) -> None:
        """Gives everything back."""
        with self.database.writing() as connection:
            connection.execute(sa.update(_leases).where(_leases.c.holder == self.process).values(until=NEVER))
            connection.execute(sa.delete(_processes).where(_processes.c.id == self.process))

    def _is_here(self, connection: sa.Connection, until: "sa.ColumnElement[datetime]") -> None:
        connection.execute(sa.delete(_processes).where(_processes.c.until < _clock()))
        present = sa.update(_processes).where(_processes.c.id == self.process).values(until=until)
        if not connection.execute(present).rowcount:
            connection.execute(sa.insert(_processes).values(id=self.process, until=until))

    def _share(self, connection: sa.Connection) -> int:
        """How many leases each process has, when all have about as many."""
        processes = connection.execute(sa.select(sa.func.count()).select_from(_processes)).scalar_one()
        leases: int = connection.execute(sa.select(sa.func.count()).select_from(_leases)).scalar_one()
        return -(-leases // processes)

    def _take(self, connection: sa.Connection, most: int, until: "sa.ColumnElement[datetime]") -> set[Lease]:
        free = sa.select(_leases.c.plant, _leases.c.part).where(_leases.c.until <= _clock())
        found = [(one.plant, one.part) for one in connection.execute(free.order_by(*free.selected_columns).limit(most))]
        if found:
            these = sa.tuple_(_leases.c.plant, _leases.c.part).in_(found)
            connection.execute(sa.update(_leases).where(these).values(holder=self.process, until=until))
        return set(found)

    def _give_back(self, connection: sa.Connection, some: list[Lease]) -> set[Lease]:
        these = sa.tuple_(_leases.c.plant, _leases.c.part).in_(some)
        connection.execute(sa.update(_leases).where(these).values(until=NEVER))
        return set(some)


def _clock() -> "sa.ColumnElement[datetime]":
    """The database's clock, the same for all processes."""
    return sa.literal_column("clock_timestamp()", sa.DateTime(timezone=True))
