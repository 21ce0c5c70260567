"""A real hub on a folder of its own, with a plant that has one zone with its label, and people who can sign in."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from services.core.operation import Actor
from services.core.roles import Role
from services.core.standing import administrators
from services.hub import signing
from services.hub.serve import Served
from services.hub.tls import Wanted
from services.store.folder import PlantFolder

FOUNDER = Actor(None, frozenset({Role.FOUNDER}))
SQUARE = [[0, 0], [12, 0], [12, 8], [0, 8]]


@dataclass
class Living:
    """The served hub and what it holds."""

    served: Served
    manager: Actor
    team: str = ""
    zone: str = ""
    label: str = ""
    people: dict[str, str] = field(default_factory=dict)

    @property
    def url(self) -> str:
        return self.served.url

    def do(self, kind: str, **args: Any) -> Any:
        """Carries out an operation as the EHS manager."""
        answer = self.served.hub.do(kind, args, self.manager)
        if answer.refused:
            raise answer.refused
        return answer

    def grant(self, person: str, role: str) -> None:
        """Gives a role that takes two people: by the EHS manager, and by another where there is one."""
        with self.served.hub.store.look() as look:
            others = [one for one in administrators(look) if one.id not in (self.manager.person, person)]
        if not others:
            self.do("people.set_roles", person=person, roles=[*self.record("person", person).roles, role])
            return
        asked = self.do("grants.ask", person=person, roles=[role], reason="新到任的同事").id
        second = Actor(others[0].id, frozenset(others[0].roles))
        assert self.served.hub.do("grants.agree", {"grant": asked}, second).ok

    def code(self, person: str) -> str:
        """A one-time code for someone, as the desk gives it."""
        return signing.make_code(self.served.hub, self.manager, self.people[person])

    def actor(self, person: str) -> Actor:
        with self.served.hub.store.look() as look:
            found = look.get("person", self.people[person])
        assert found is not None
        return Actor(found.id, frozenset(found.roles))

    def record(self, kind: str, id_: str) -> Any:
        with self.served.hub.store.look() as look:
            return look.get(kind, id_)

    def all(self, kind: str) -> tuple[Any, ...]:
        with self.served.hub.store.look() as look:
            return look.find(kind)

    def new_label(self, zone: str) -> str:
        """What stands behind /z/ on a fresh label of a zone."""
        token: str = self.record("label", self.do("labels.issue", zone=zone).id).token
        return token


def living_plant(root: Path, https: Wanted | None = None) -> Living:
    """A plant of this day: the press shop, its mechanics, its label. `stop` the served hub when done."""
    served = Served(PlantFolder(root), https=https)
    served.start()
    founder = signing.found_plant(served.hub, {"name": "江南精密", "person": "周敏"}, "long enough", FOUNDER)
    plant = Living(served, Actor(founder["person"], frozenset({Role.EHS_MANAGER, Role.IT_ADMIN})))
    plant.do("plant.set_address", address="https://anhuan.example")
    plant.team = plant.do("teams.add", name="机修班").id
    for name, number, roles in (
        ("赵刚", "1042", ["fixer"]),
        ("马超", "2077", ["worker"]),
        ("孙丽", "3001", ["safety_officer"]),
    ):
        team = {"team": plant.team} if "fixer" in roles else {}
        plant.people[name] = plant.do("people.add", name=name, employee_no=number, roles=roles, **team).id
    floor = plant.do("floors.add", name="一层", building="一号楼", width_m=60, height_m=40).id
    plant.zone = plant.do(
        "zones.draw", floor=floor, name="冲压车间 2号冲床", zone_class="A", polygon=SQUARE, team=plant.team
    ).id
    plant.label = plant.new_label(plant.zone)
    return plant
