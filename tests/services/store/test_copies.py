"""A copy of a plant is the plant, taken while its hub works, and never writes to anybody."""

from pathlib import Path

import sqlalchemy as sa

from services.core.operation import Actor
from services.core.plant import founder_id
from services.core.roles import Role
from services.hub.hub import Hub
from services.photos.unfinished import Unfinished
from services.store.copies import copy_plant
from services.store.folder import PlantFolder
from services.store.tables import deliveries
from services.store.verify import verify

FLOOR = {"name": "一层", "width_m": 60.0, "height_m": 40.0}
SQUARE = [[0.0, 0.0], [9.0, 0.0], [9.0, 9.0], [0.0, 9.0]]


def living(hub: Hub) -> tuple[Actor, str, str]:
    """A plant with a zone, and a photo: the manager, the zone, the photo."""
    made = hub.do("plant.found", {"name": "一厂", "person": "王丽"}, Actor(None, frozenset({Role.FOUNDER})))
    manager = Actor(founder_id(made.id), frozenset({Role.EHS_MANAGER}))
    floor = hub.do("floors.add", FLOOR, manager).id
    zone = {"floor": floor, "name": "仓库", "zone_class": "B", "polygon": SQUARE, "supervisor": manager.person}
    return manager, hub.do("zones.draw", zone, manager).id, hub.blobs.put_bytes(b"a photo")


def report(hub: Hub, actor: Actor, zone: str, photo: str) -> None:
    answer = hub.do("hazards.report", {"zone": zone, "photos": [photo]}, actor)
    assert answer.refused is None


def waiting(hub: Hub) -> int:
    with hub.store.database.reading() as connection:
        return int(connection.execute(sa.select(sa.func.count()).select_from(deliveries)).scalar_one())


def test_a_copy_taken_while_the_hub_works_is_whole_and_silent(tmp_path: Path) -> None:
    hub = Hub(PlantFolder(tmp_path / "plant"))
    manager, zone, photo = living(hub)
    report(hub, manager, zone, photo)
    assert waiting(hub) > 0
    assert copy_plant(tmp_path / "plant", tmp_path / "copy")
    copy = Hub(PlantFolder(tmp_path / "copy"))
    with hub.store.look() as old, copy.store.look() as new:
        assert old.find("hazard") == new.find("hazard") != ()
        assert verify(new.connection).whole
    assert copy.blobs.get(photo) == b"a photo"
    assert waiting(copy) == 0
    report(copy, manager, zone, photo)
    assert waiting(copy) == 0, "what is done to the copy tells nobody"
    assert waiting(hub) > 0
    copy.close()
    hub.close()


def test_where_there_is_no_plant_nothing_is_copied(tmp_path: Path) -> None:
    assert not copy_plant(tmp_path / "none", tmp_path / "copy")
    Hub(PlantFolder(tmp_path / "unfounded")).close()
    assert not copy_plant(tmp_path / "unfounded", tmp_path / "copy")
    assert not PlantFolder(tmp_path / "copy").database.exists()


def test_what_is_still_coming_is_not_copied(tmp_path: Path) -> None:
    hub = Hub(PlantFolder(tmp_path / "plant"))
    living(hub)
    coming = Unfinished(hub.blobs)
    coming.append("someone", "0" * 64, b"half", 0)
    assert copy_plant(tmp_path / "plant", tmp_path / "copy")
    hub.close()
    copied = PlantFolder(tmp_path / "copy").blobs
    assert [path.name for path in copied.rglob("*") if path.is_file()] == list(hub.blobs.names())
