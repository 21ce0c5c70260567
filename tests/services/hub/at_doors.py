"""A living plant with a gate, a switch room and people who have passed its doors."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from services.store.swipes import Swipe, append
from tests.services.hub.living import Living


@dataclass
class AtDoors:
    """`gate` and `room` are zones; the plant's own is without a door."""

    plant: Living
    gate: str
    room: str

    @property
    def now(self) -> datetime:
        return self.plant.served.hub.now()

    def went(self, person: str, zone: str, minutes: float, *, into: bool = True) -> None:
        """Somebody (by name, or as they are called in a swipe) passed so many minutes ago."""
        at = self.now - timedelta(minutes=minutes)
        who = self.plant.people.get(person, person)
        one = Swipe(f"{who}{zone}{at.isoformat()}{into}", at, zone, who, into)
        self.plant.served.hub.store.write(lambda connection: append(connection, [one]))


def at_doors(plant: Living) -> AtDoors:
    """Two more zones on the plant's floor, a door into each; the people have telephones."""
    floor = plant.record("zone", plant.zone).floor

    def zone(name: str, letter: str, left: float) -> str:
        outline = [[left, 20], [left + 6, 20], [left + 6, 28], [left, 28]]
        drawn: dict[str, Any] = {"floor": floor, "zone_class": letter, "polygon": outline}
        return str(plant.do("zones.draw", name=name, **drawn).id)

    gate, room = zone("西门", "D", 20), zone("配电室", "A", 30)
    plant.do("doors.add", code="MJ-01", name="西门", zone=gate)
    plant.do("doors.add", code="MJ-02", name="配电室门", zone=gate, leads_to=room)
    for number, person in enumerate(plant.people.values()):
        plant.do("people.set_contact", person=person, phone=f"1380000000{number}")
    return AtDoors(plant, gate, room)
