"""Dispatch routes: an ordered list that says which team or person a hazard goes to. The first that fits wins."""

from dataclasses import dataclass, replace
from typing import Annotated, Literal

from services.core.operation import Change, Context, Look, Put, operation, required
from services.core.people import Person, Team, holders, present
from services.core.record import record
from services.core.refused import Refused
from services.core.roles import OFFICE, Role
from services.core.shape import Range, Ref
from services.core.zones import Zone, living_zone

Category = Literal["guarding", "electrical", "fire", "vehicles", "ppe", "chemicals", "storage", "other"]


@record("route", called="position", few=True)
@dataclass(frozen=True, kw_only=True)
class Route:
    """`target_kind`: the zone's own team, or the team or person named in `target`."""

    id: str
    position: int
    target_kind: Literal["zone_team", "team", "person"]
    target: str | None = None
    zone: str | None = None
    category: Category | None = None
    active: bool = True


@dataclass(frozen=True)
class Destination:
    """Where a hazard goes, and why: a code and the facts that a sentence needs."""

    team: str | None
    person: str | None
    why: str
    route: str | None = None


def zone_team_route(operation_id: str, position: int) -> Route:
    """The route that every plant begins with: hazards go to the zone's own team."""
    return Route(id=operation_id, position=position, target_kind="zone_team")


def destination(look: Look, zone: str, category: str) -> Destination:
    """Where a hazard of this zone and category goes: the first fitting route, else the zone's supervisor, else
    the EHS manager of longest standing."""
    place = required(look, Zone, zone)
    for route in sorted(look.find("route"), key=lambda route: (route.position, route.id)):
        found = _along(look, route, place.team) if _fits(route, zone, category) else None
        if found:
            return found
    if place.supervisor and _here(look, place.supervisor):
        return Destination(None, place.supervisor, "zone_supervisor")
    managers = holders(look, Role.EHS_MANAGER)
    return Destination(None, managers[0].id if managers else None, "ehs_manager")


def _fits(route: Route, zone: str, category: str) -> bool:
    return route.active and route.zone in (None, zone) and route.category in (None, category)


def _along(look: Look, route: Route, zone_team: str | None) -> Destination | None:
    team = zone_team if route.target_kind == "zone_team" else route.target if route.target_kind == "team" else None
    if team:
        record_ = look.get("team", team)
        usable = record_ is not None and record_.retired_at is None
        return Destination(team, None, f"route_{route.target_kind}", route.id) if usable else None
    if route.target_kind == "person" and route.target and _here(look, route.target):
        return Destination(None, route.target, "route_person", route.id)
    return None


def _here(look: Look, person: str) -> bool:
    found: Person | None = look.get("person", person)
    return found is not None and found.here


@operation("routes.add", roles=OFFICE)
@dataclass(frozen=True, kw_only=True)
class Add:
    """A route at a position; those at and behind it move back by one."""

    position: Annotated[int, Range(1, 1000)]
    target_kind: Literal["zone_team", "team", "person"]
    target: str | None = None
    zone: Annotated[str, Ref("zone")] | None = None
    category: Category | None = None

    def decide(self, context: Context, look: Look) -> list[Change]:
        self.check_target(look)
        moved: list[Change] = [
            Put(replace(route, position=route.position + 1))
            for route in look.find("route")
            if route.position >= self.position
        ]
        route = Route(
            id=context.id,
            position=self.position,
            target_kind=self.target_kind,
            target=self.target,
            zone=self.zone,
            category=self.category,
        )
        return [*moved, Put(route)]

    def check_target(self, look: Look) -> None:
        """The target must be what `target_kind` says. Raises Refused: no_such_record, route_target_wrong."""
        if self.zone:
            living_zone(look, self.zone)
        if (self.target is None) != (self.target_kind == "zone_team"):
            raise Refused("route_target_wrong")
        if self.target_kind == "team":
            required(look, Team, self.target or "")
        elif self.target_kind == "person":
            present(look, self.target or "")


@operation("routes.switch", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Switch:
    """A route is used or passed over."""

    route: Annotated[str, Ref("route")]
    active: bool

    def decide(self, context: Context, look: Look) -> list[Change]:
        return [Put(replace(required(look, Route, self.route), active=self.active))]
