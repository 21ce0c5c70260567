"""People, teams, zones and labels as lists with the names that a table needs."""

from dataclasses import dataclass

from services.core.alphabet import by_sound
from services.core.labels import Label, living_label
from services.core.operation import required
from services.core.people import Person, Team
from services.core.zones import Floor, Zone
from services.store.records import Records


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person with the team's name."""

    person: Person
    team: Team | None

    @property
    def id(self) -> str:
        """The person's id."""
        return self.person.id


@dataclass(frozen=True, slots=True)
class ZoneRow:
    """A zone with its floor, people and newest good label."""

    zone: Zone
    floor: Floor
    supervisor: Person | None
    team: Team | None
    label: Label | None

    @property
    def id(self) -> str:
        """The zone's id."""
        return self.zone.id


def person_rows(look: Records, *, with_gone: bool = False) -> tuple[PersonRow, ...]:
    """People by name."""
    teams = {team.id: team for team in look.find("team")}
    found = [person for person in look.find("person") if person.here or with_gone]
    return tuple(
        PersonRow(person, teams.get(person.team or "")) for person in sorted(found, key=lambda p: by_sound(p.name))
    )


def team_rows(look: Records) -> tuple[Team, ...]:
    """Teams by name."""
    return tuple(
        sorted((team for team in look.find("team") if team.retired_at is None), key=lambda t: by_sound(t.name))
    )


def zone_rows(look: Records, floor: str | None = None) -> tuple[ZoneRow, ...]:
    """Living zones by floor and name."""
    floors = {one.id: one for one in look.find("floor")}
    people = {person.id: person for person in look.find("person")}
    teams = {team.id: team for team in look.find("team")}
    zones = [z for z in (look.find("zone", floor=floor) if floor else look.find("zone")) if z.retired_at is None]
    return tuple(
        ZoneRow(
            zone,
            floors[zone.floor],
            people.get(zone.supervisor or ""),
            teams.get(zone.team or ""),
            living_label(look, zone.id),
        )
        for zone in sorted(zones, key=lambda z: (floors[z.floor].level, z.floor, by_sound(z.name)))
    )


def zone_row(look: Records, zone: str) -> ZoneRow | None:
    """One of them."""
    found = look.get("zone", zone)
    if found is None or found.retired_at is not None:
        return None
    floor: Floor = required(look, Floor, found.floor)
    who, team = look.get("person", found.supervisor or ""), look.get("team", found.team or "")
    return ZoneRow(found, floor, who, team, living_label(look, zone))


def floor_rows(look: Records) -> tuple[Floor, ...]:
    """Floors in use by site and building, in each from the lowest up."""
    found = [floor for floor in look.find("floor") if floor.retired_at is None]
    return tuple(sorted(found, key=lambda floor: (floor.site, floor.building, floor.level, floor.name)))
