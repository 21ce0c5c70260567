"""What the benchmarks share: a small plant to load, and how a figure is printed."""

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from services.core.operation import Actor
from services.core.roles import Role
from services.hub import signing
from services.hub.hub import Hub
from services.store.folder import PlantFolder


def out(text: str) -> None:
    """One line of result."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


@dataclass
class LoadPlant:
    """A plant with one zone, one photo and a session."""

    token: str
    zone: str
    photo: str
    person: str

    def report(self, n: int) -> dict[str, Any]:
        """The arguments of a hazard report."""
        return {"zone": self.zone, "photos": [self.photo], "description": f"光幕被胶带遮挡 {n}", "category": "guarding"}


def plant_for_load(data: Path) -> LoadPlant:
    """Founds the plant in a folder."""
    hub = Hub(PlantFolder(data))
    try:
        founder = Actor(None, frozenset({Role.FOUNDER}))
        session = signing.found_plant(hub, {"name": "试验厂", "person": "王芳"}, "long enough", founder)
        actor = hub.actor(session["token"])
        assert actor is not None
        hub.do("plant.set_address", {"address": "http://127.0.0.1:8932"}, actor)
        team = hub.do("teams.add", {"name": "机修班"}, actor).id
        floor = hub.do("floors.add", {"name": "1 层", "width_m": 60.0, "height_m": 36.0}, actor).id
        outline = [[0.0, 0.0], [10.0, 0.0], [10.0, 10.0], [0.0, 10.0]]
        zone = {"floor": floor, "name": "冲压车间", "zone_class": "A", "polygon": outline, "team": team}
        made = hub.do("zones.draw", {**zone, "supervisor": session["person"]}, actor).id
        photo = hub.blobs.put_bytes(b"\xff\xd8 a photo's bytes")
        return LoadPlant(session["token"], made, photo, session["person"])
    finally:
        hub.close()
