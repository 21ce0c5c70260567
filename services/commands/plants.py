"""`anhuan plants`: the plants of one PostgreSQL database, and the hub that serves them all."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from services.commands.printing import language, table, values
from services.core.operation import Actor
from services.core.people import holders
from services.core.refused import Refused, accepted
from services.core.roles import Role
from services.hub import signing
from services.hub.hub import Hub
from services.store.folder import PlantFolder
from services.store.group import Group, GroupPlant
from services.store.postgresql import schema_in
from services.store.shared import SharedServer
from services.sync.pairing import pairing_line, shown

FOUNDER = Actor(None, frozenset({Role.FOUNDER}))


def plants_add(args: argparse.Namespace) -> int:
    """Makes a plant in a database, with its first person; prints how that person pairs a console and signs in on a
    phone. Broken off in the middle, it goes on where it was."""
    now = datetime.now(UTC)
    with _group(args.database) as group:
        plant = group.check(args.plant_key, args.name, args.host, now)
        hub = Hub(PlantFolder(args.data / "plants" / plant.key), database=group.url(plant), server=group.server)
        try:
            told = _founded(hub, plant, args)
        finally:
            hub.close()
        group.add(plant)
    return values({"key": plant.key, "name": plant.name, **told}, args)


def _founded(hub: Hub, plant: GroupPlant, args: argparse.Namespace) -> dict[str, str]:
    """The plant with its first person, who is its EHS manager and administrator, and codes for this person."""
    with hub.store.look() as look:
        known = bool(look.find("plant"))
    if not known:
        lang = language(args)
        accepted(
            hub.do("plant.found", {"name": plant.name, "person": args.person, "language": lang}, FOUNDER).as_json()
        )
    with hub.store.look() as look:
        person = holders(look, Role.EHS_MANAGER)[0]
    manager = Actor(person.id, frozenset(person.roles))
    address = f"https://{plant.host}" if plant.host else f"{args.address.rstrip('/')}/at/{plant.key}"
    accepted(hub.do("plant.set_address", {"address": address}, manager).as_json())
    pairing = signing.make_pairing(hub, manager, person.id)
    code = signing.make_code(hub, manager, person.id)
    return {"person": person.name, "console": pairing_line(address, pairing), "phone": f"{address}/s {shown(code)}"}


def plants_list(args: argparse.Namespace) -> int:
    """The plants of a database, how far each is, and which process looks after it."""
    with _group(args.database) as group:
        plants = group.plants() if group.exists() else ()
        held = group.holders() if plants else {}
        rows = [
            (one.key, one.name, one.host, one.schema, *(held.get((one.key, part)) for part in ("engine", "dispatch")))
            for one in plants
        ]
    return table(rows, args, keys=("key", "name", "host", "schema", "engine", "dispatch"))


@contextmanager
def _group(url: str) -> Iterator[Group]:
    """Raises Refused: database_of_one, where the URL names one plant's schema."""
    if "://" not in url or schema_in(url):
        raise Refused("database_of_one")
    server = SharedServer(url)
    try:
        yield Group(server)
    finally:
        server.close()


def serves_plants(url: str | None) -> bool:
    """Whether a hub's `--database` is one with plants that were added, and no single one of them is named."""
    if url is None or "://" not in url or schema_in(url):
        return False
    with _group(url) as group:
        return group.exists()
